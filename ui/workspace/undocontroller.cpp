// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "undocontroller.h"

#include "apierrortext.h"
#include "deletecontroller.h"
#include "mainwindow.h"

#include <QShortcut>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const QString UndoMessage = u"undo"_s;
/// How long a message that nobody has to answer stays. Ctrl+Z works later, too.
constexpr std::chrono::seconds Shown{15};

} // namespace

UndoController::UndoController(Session &session, MainWindow &window, DeleteController &deleter,
                               QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_deleter(deleter)
{
    auto *shortcut = new QShortcut(QKeySequence(QKeySequence::Undo), &m_window);
    connect(this, &QObject::destroyed, shortcut, &QObject::deleteLater);
    connect(shortcut, &QShortcut::activated, this, &UndoController::undoLast);
    m_fade.setSingleShot(true);
    m_fade.setInterval(Shown);
    connect(&m_fade, &QTimer::timeout, this, [this] { m_window.messageBar()->clear(UndoMessage); });
}

QString UndoController::called(const UndoStack::Entry &entry) const
{
    if (entry.kind == RecordKind::Opportunity)
        return tr("The opportunity of “%1”").arg(entry.name);
    return tr("“%1”").arg(entry.name);
}

void UndoController::undoLast()
{
    if (m_deleter.takeBack())
        return;
    if (const auto last = m_session.undoStack()->last())
        undo(*last);
    else
        m_window.messageBar()->post({.id = UndoMessage, .text = tr("There is nothing to undo.")});
}

void UndoController::undo(const UndoStack::Entry &entry)
{
    if (entry.isCreation && !entry.queued.isEmpty()) {
        Q_EMIT dropRequested(entry.queued);
        return;
    }
    if (entry.isCreation) {
        if (m_session.mayDelete(entry.kind))
            m_deleter.ask(entry.kind, {entry.id});
        else
            m_window.messageBar()->post(
                {.id = UndoMessage, .text = tr("You are not allowed to delete leads.")});
        return;
    }
    m_session.change(entry.kind, entry.id, entry.after, entry.before, this,
                     [this, entry](const Result<Written> &written) {
                         MessageBar::Message message{.id = UndoMessage, .text = tr("%1: undone.").arg(called(entry))};
                         if (!written) {
                             message.kind = MessageBar::Kind::Error;
                             message.text = tr("%1: not undone. %2").arg(called(entry), apiErrorText(written.error()));
                         }
                         m_window.messageBar()->post(message);
                     });
}

void UndoController::offer(RecordKind, const QString &id)
{
    offerWith(id, {});
}

void UndoController::offerWith(const QString &id, const QList<MessageBar::Action> &next)
{
    const auto last = m_session.undoStack()->last();
    if (!last || last->id != id || !last->queued.isEmpty())
        return;
    QList<MessageBar::Action> actions{{tr("Undo"), [self = QPointer(this), entry = *last] {
                                           if (self)
                                               self->undo(entry);
                                       }}};
    m_window.messageBar()->post({.id = UndoMessage,
                                 .text = last->isCreation ? tr("%1 was created.").arg(called(*last))
                                                          : tr("%1 was saved.").arg(called(*last)),
                                 .actions = actions + next});
    m_fade.start();
}

} // namespace Leadline

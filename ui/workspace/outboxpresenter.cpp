// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outboxpresenter.h"

#include "confirmdialog.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "outboxmodel.h"
#include "session.h"
#include "statusstrip.h"
#include "undostack.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const QString QueuedMessage = u"outbox"_s;
const QString StoppedMessage = u"outbox-stopped"_s;
constexpr qsizetype MostListed = 5;
/// How long a message that nobody has to answer stays.
constexpr std::chrono::seconds Calm{15};

} // namespace

OutboxPresenter::OutboxPresenter(Session &session, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_outbox(*session.outbox())
    , m_window(window)
{
    connect(&m_outbox, &Outbox::queued, this, &OutboxPresenter::tellQueued);
    connect(&m_outbox, &Outbox::changed, this, &OutboxPresenter::updateStrip);
    connect(&m_outbox, &Outbox::changed, this, &OutboxPresenter::tellStopped);
    connect(&m_outbox, &Outbox::emptied, this, [this] {
        m_window.messageBar()->post({.id = QueuedMessage, .text = tr("Everything that waited is in Close.")});
        m_fade.start();
    });
    connect(&m_outbox, &Outbox::keepingFailed, this, [this] {
        m_window.messageBar()->post(
            {.id = u"outbox-disk"_s,
             .kind = MessageBar::Kind::Warning,
             .text = tr("The disk did not take what waits: it is kept in memory only until there is room.")});
    });
    m_fade.setSingleShot(true);
    m_fade.setInterval(Calm);
    connect(&m_fade, &QTimer::timeout, this, [this] { m_window.messageBar()->clear(QueuedMessage); });
    updateStrip();
    tellStopped();
}

void OutboxPresenter::updateStrip()
{
    const int count = int(m_outbox.size());
    m_window.statusStrip()->setOutboxText(count == 0 ? QString() : tr("%n change(s) wait", nullptr, count),
                                          m_outbox.stopped() != nullptr);
}

void OutboxPresenter::tellQueued(const QString &entryId)
{
    // On its way already.
    if (!m_outbox.find(entryId) || (m_session.isOnline() && !m_outbox.stopped()))
        return;
    QString text = m_session.isOnline()
                       ? tr("Waits behind a change that needs you (%1).").arg(m_outbox.size())
                       : tr("Waits until you are online (%1).").arg(m_outbox.size());
    if (!m_outbox.isKept())
        text += u' ' + tr("It is kept in memory only: quitting loses it.");
    const auto last = m_session.undoStack()->last();
    const bool isSave = last && last->queued == entryId;
    m_window.messageBar()->post(
        {.id = QueuedMessage,
         .text = text,
         .actions = {{tr("Undo"),
                      [this, entryId, isSave] {
                          if (isSave)
                              Q_EMIT undoRequested();
                          else
                              m_outbox.drop(entryId);
                      }},
                     {tr("Show"), [this, entryId] { Q_EMIT showRequested(entryId); }}}});
    m_fade.start();
}

void OutboxPresenter::tellStopped()
{
    const OutboxEntry *entry = m_outbox.stopped();
    if (!entry) {
        m_window.messageBar()->clear(StoppedMessage);
        return;
    }
    const QString id = entry->id;
    const QString reason = OutboxModel::reason(*entry, m_session.table(entry->kind)->fields());
    m_window.messageBar()->post({.id = StoppedMessage,
                                 .kind = MessageBar::Kind::Error,
                                 .text = tr("Not sent: %1. %2").arg(OutboxModel::title(*entry), reason),
                                 .actions = {{tr("Edit"), [this, id] { Q_EMIT editRequested(id); }, false},
                                             {tr("Retry"), [this] { m_outbox.retry(); }},
                                             {tr("Show"), [this, id] { Q_EMIT showRequested(id); }, false}},
                                 .urgent = true});
}

QStringList OutboxPresenter::namesOf(const QStringList &entryIds) const
{
    QStringList names;
    for (const QString &id : entryIds.mid(0, MostListed)) {
        if (const OutboxEntry *entry = m_outbox.find(id))
            names.append(OutboxModel::title(*entry));
    }
    if (entryIds.size() > MostListed)
        names.append(u"…"_s);
    return names;
}

void OutboxPresenter::askToDrop(const QString &entryId)
{
    const OutboxEntry *entry = m_outbox.find(entryId);
    if (!entry || entry->state == OutboxEntry::State::Sending)
        return;
    QStringList lines{OutboxModel::title(*entry)};
    if (const QStringList dependants = m_outbox.dependants(entryId); !dependants.isEmpty())
        lines.append(
            tr("What cannot be sent without it goes too: %1.").arg(namesOf(dependants).join(u", "_s)));
    lines.append(entry->isCreation() ? tr("What you wrote is lost.")
                                     : tr("The record is shown as Close has it again."));
    auto *dialog = new ConfirmDialog(tr("Drop this change?"), lines.join(u"\n\n"_s),
                                     {{tr("Drop"), [this, entryId] { m_outbox.drop(entryId); }}}, &m_window);
    connect(this, &QObject::destroyed, dialog, &QDialog::reject);
    dialog->open();
}

bool OutboxPresenter::mayClose()
{
    if (m_outbox.isEmpty() || m_outbox.isKept() || m_mayLose)
        return true;
    auto *dialog = new ConfirmDialog(
        tr("Quit and lose what waits?"),
        tr("%n change(s) have not reached Close. They are kept in memory only, and end with the window.",
           nullptr, int(m_outbox.size())),
        {{tr("Quit and Lose Them"),
          [this] {
              m_mayLose = true;
              m_window.close();
          }}},
        &m_window);
    connect(this, &QObject::destroyed, dialog, &QDialog::reject);
    dialog->open();
    return false;
}

} // namespace Leadline

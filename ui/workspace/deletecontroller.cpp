// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "deletecontroller.h"

#include "apierrortext.h"
#include "cellformatter.h"
#include "confirmdialog.h"
#include "mainwindow.h"
#include "messagebar.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const QString DeleteMessage = u"delete"_s;
constexpr qsizetype MostNamed = 5;

int childrenOf(const RecordTable *table, const QStringList &leadIds)
{
    size_t count = 0;
    for (const QString &id : leadIds)
        count += table->rowsOfLead(id).size();
    return int(count);
}

} // namespace

DeleteController::DeleteController(Session &session, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
{
    PendingDeletes *deletions = m_session.deletions();
    connect(deletions, &PendingDeletes::scheduled, this, &DeleteController::tellWaiting);
    connect(deletions, &PendingDeletes::takenBack, this, &DeleteController::tellWaiting);
    connect(deletions, &PendingDeletes::deleted, this, [this](const PendingDeletes::Entry &entry) {
        tellWaiting();
        if (m_session.deletions()->waiting().isEmpty())
            m_window.messageBar()->post(
                {.id = DeleteMessage, .text = tr("%1 was deleted.").arg(called(entry))});
        deleteAndClose();
    });
    connect(deletions, &PendingDeletes::postponed, this, [this] {
        // The outbox tells of it.
        tellWaiting();
        deleteAndClose();
    });
    connect(deletions, &PendingDeletes::failed, this, &DeleteController::tellFailure);
}

QString DeleteController::called(const PendingDeletes::Entry &entry) const
{
    if (entry.kind == RecordKind::Opportunity)
        return tr("The opportunity of “%1”").arg(entry.name);
    return tr("“%1”").arg(entry.name);
}

QString DeleteController::question(RecordKind kind, const QStringList &ids) const
{
    const int count = int(ids.size());
    const QString name = m_session.nameOf(kind, ids.first());
    switch (kind) {
    case RecordKind::Lead:
        return count == 1 ? tr("Delete “%1”?").arg(name) : tr("Delete %n lead(s)?", nullptr, count);
    case RecordKind::Contact:
        return count == 1 ? tr("Delete the contact “%1”?").arg(name)
                          : tr("Delete %n contact(s)?", nullptr, count);
    case RecordKind::Opportunity:
        return count == 1 ? tr("Delete the opportunity of “%1”?").arg(name)
                          : tr("Delete %n opportunity(s)?", nullptr, count);
    case RecordKind::Task:
        break;
    }
    return count == 1 ? tr("Delete the task “%1”?").arg(name) : tr("Delete %n task(s)?", nullptr, count);
}

/// Which records these are, where there are several, and what goes with them.
QString DeleteController::consequences(RecordKind kind, const QStringList &ids) const
{
    QStringList lines;
    if (ids.size() > 1) {
        QStringList names;
        for (const QString &id : ids.mid(0, MostNamed))
            names.append(m_session.nameOf(kind, id));
        if (ids.size() > MostNamed)
            names.append(u"…"_s);
        lines.append(names.join(u", "_s));
    }
    if (kind == RecordKind::Lead) {
        QStringList children;
        if (const int contacts = childrenOf(m_session.contacts(), ids))
            children.append(tr("%n contact(s)", nullptr, contacts));
        if (const int opportunities = childrenOf(m_session.opportunities(), ids))
            children.append(tr("%n opportunity(s)", nullptr, opportunities));
        if (const int tasks = childrenOf(m_session.tasks(), ids))
            children.append(tr("%n task(s)", nullptr, tasks));
        children.append(tr("all activity"));
        lines.append(tr("What goes too: %1.").arg(children.join(u", "_s)));
    } else if (kind == RecordKind::Opportunity && ids.size() == 1) {
        const RecordTable *table = m_session.opportunities();
        if (const int row = table->rowOf(ids.first()); row >= 0) {
            const CellFormatter formatter(m_session.directory());
            const auto cell = [&](const QString &key) {
                return formatter.text(table->data(), table->fields().indexOf(key), quint32(row));
            };
            lines.append(tr("%1, %2.").arg(cell(u"status_id"_s), cell(u"value"_s)));
        }
    } else if (kind == RecordKind::Contact && ids.size() == 1) {
        const RecordTable *table = m_session.contacts();
        if (const int row = table->rowOf(ids.first()); row >= 0)
            lines.append(tr("With it go its email addresses and telephone numbers. It belongs to “%1”.")
                             .arg(table->valueAt(u"lead_name"_s, quint32(row)).toString()));
    }
    lines.append(tr("Close cannot restore what was deleted."));
    return lines.join(u"\n\n"_s);
}

void DeleteController::ask(RecordKind kind, const QStringList &ids, QWidget *over,
                           const std::function<void()> &confirmed)
{
    if (ids.isEmpty() || !m_session.mayDelete(kind))
        return;
    const auto schedule = [this, kind, ids, confirmed] {
        if (confirmed)
            confirmed();
        for (const QString &id : ids)
            m_session.deletions()->schedule({kind, id, m_session.nameOf(kind, id)});
    };
    auto *dialog = new ConfirmDialog(question(kind, ids), consequences(kind, ids), {{tr("Delete"), schedule}},
                                     over ? over : &m_window);
    connect(&m_session, &QObject::destroyed, dialog, &QDialog::reject);
    dialog->open();
}

bool DeleteController::takeBack()
{
    const bool any = !m_session.deletions()->waiting().isEmpty();
    m_session.deletions()->dropAll();
    return any;
}

void DeleteController::tellWaiting()
{
    const QList<PendingDeletes::Entry> waiting = m_session.deletions()->waiting();
    if (waiting.isEmpty()) {
        m_window.messageBar()->clear(DeleteMessage);
        return;
    }
    const int seconds = int(m_session.deletions()->delay().count() / 1000);
    const QString text =
        waiting.size() == 1
            ? tr("%1 will be deleted in %2 s.").arg(called(waiting.first())).arg(seconds)
            : tr("%n record(s) will be deleted in %1 s.", nullptr, int(waiting.size())).arg(seconds);
    m_window.messageBar()->post(
        {.id = DeleteMessage,
         .kind = MessageBar::Kind::Warning,
         .text = text,
         .actions = {{tr("Undo"), [this] { takeBack(); }},
                     {tr("Delete Now"), [this] { m_session.deletions()->sendNow(); }}},
         .dismissible = false,
         .urgent = true});
}

void DeleteController::tellFailure(const PendingDeletes::Entry &entry, const ApiError &error)
{
    m_closing = false;
    m_window.messageBar()->post(
        {.id = DeleteMessage,
         .kind = MessageBar::Kind::Error,
         .text = tr("%1 was not deleted: %2").arg(called(entry), apiErrorText(error)),
         .actions = {{tr("Retry"), [this, entry] { m_session.deletions()->schedule(entry); }}}});
}

bool DeleteController::mayClose()
{
    const QList<PendingDeletes::Entry> waiting = m_session.deletions()->waiting();
    if (waiting.isEmpty())
        return true;
    QStringList names;
    for (const PendingDeletes::Entry &entry : waiting.mid(0, MostNamed))
        names.append(called(entry));
    auto *dialog = new ConfirmDialog(
        tr("Delete before quitting?"),
        tr("Not deleted yet: %1. It is sent now, or it stays in Close.").arg(names.join(u", "_s)),
        {{tr("Keep and Quit"),
          [this] {
              m_session.deletions()->dropAll();
              m_window.close();
          }},
         {tr("Delete and Quit"),
          [this] {
              m_closing = true;
              m_session.deletions()->sendNow();
          }}},
        &m_window);
    dialog->open();
    return false;
}

/// The window closes once the last of them is gone.
void DeleteController::deleteAndClose()
{
    if (m_closing && !m_session.deletions()->isBusy())
        m_window.close();
}

} // namespace Leadline

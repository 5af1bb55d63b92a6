// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "everydaywrites.h"

#include "batchchange.h"
#include "daypopup.h"
#include "leadview.h"
#include "recordlistpage.h"
#include "tableview.h"

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

EverydayWrites::EverydayWrites(const FormContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_drafts(new ComposerDrafts(context, this))
{
}

void EverydayWrites::addView(LeadView *view)
{
    view->setWriting(m_context, m_drafts);
}

void EverydayWrites::addTable(RecordListPage *page)
{
    m_pages.insert(page->table(), page);
    page->table()->installEventFilter(this);
}

bool EverydayWrites::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_context.session && !m_context.session->isReadOnly()) {
        if (RecordListPage *page = m_pages.value(watched))
            return takeKey(page, *static_cast<QKeyEvent *>(event));
    }
    return QObject::eventFilter(watched, event);
}

bool EverydayWrites::takeKey(RecordListPage *page, const QKeyEvent &event)
{
    const QString leadId = page->currentLeadId();
    if (const auto kind = composerKindOf(event); kind && !leadId.isEmpty()) {
        Q_EMIT composeRequested(leadId, *kind);
        return true;
    }
    const QStringList ids = page->selectedIds();
    if (page->kind() != RecordKind::Task || ids.isEmpty() || event.modifiers() != Qt::NoModifier)
        return false;
    if (event.key() == Qt::Key_Space) {
        toggleDone(ids);
        return true;
    }
    if (event.key() == Qt::Key_D) {
        TableView *table = page->table();
        const QRect cell =
            table->visualRect(table->currentIndex().siblingAtColumn(qMax(0, table->columnOf(u"date"_s))));
        askDay(ids, table->viewport()->mapToGlobal(cell.bottomLeft()), table);
        return true;
    }
    return false;
}

bool EverydayWrites::areDone(const QStringList &ids) const
{
    const RecordTable *tasks = m_context.session->tasks();
    return std::all_of(ids.begin(), ids.end(), [tasks](const QString &id) {
        const int row = tasks->rowOf(id);
        return row >= 0 && tasks->valueAt(u"is_complete"_s, quint32(row)).toBool();
    });
}

/// Of some that are done and some that are not, the latter become done.
void EverydayWrites::toggleDone(const QStringList &ids)
{
    const bool reopens = areDone(ids);
    QStringList changing;
    for (const QString &id : ids) {
        if (reopens || !areDone({id}))
            changing.append(id);
    }
    setTasksDone(m_context, changing, !reopens);
}

Task EverydayWrites::shownTask(const QString &id) const
{
    const RecordTable *tasks = m_context.session->tasks();
    const int row = tasks->rowOf(id);
    if (row < 0)
        return {};
    const auto value = [tasks, row](const QString &key) { return tasks->valueAt(key, quint32(row)); };
    Task task;
    task.id = id;
    task.leadId = tasks->leadIdAt(quint32(row));
    task.text = value(u"text"_s).toString();
    task.date = value(u"date"_s).toDate();
    task.isDateless = !task.date.isValid();
    task.assignedTo = value(u"assigned_to"_s).toString();
    return task;
}

bool EverydayWrites::takeBack(const OutboxEntry &entry)
{
    const QJsonObject &body = entry.body;
    ComposerKey key{.leadId = body["lead_id"_L1].toString()};
    QVariantMap values = body.toVariantMap();
    if (entry.action == OutboxEntry::Action::Call) {
        key.kind = ComposerKind::Call;
        if (const int seconds = body["duration"_L1].toInt(); seconds > 0)
            values.insert(u"duration_text"_s, u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0')));
    } else if (entry.action == OutboxEntry::Action::Create) {
        key.kind = ComposerKind::Task;
        values.insert(u"date"_s, QDate::fromString(body["date"_L1].toString(), Qt::ISODate));
    }
    Q_EMIT composeRequested(key.leadId, key.kind);
    if (const ComposerDraft *held = m_drafts->find(key); held && !held->values.isEmpty())
        return false;
    m_drafts->keep(key, values);
    return true;
}

void EverydayWrites::askDay(const QStringList &ids, const QPoint &where, QWidget *parent)
{
    const RecordTable *tasks = m_context.session->tasks();
    const int row = tasks->rowOf(ids.first());
    const QDate day = row < 0 ? QDate() : tasks->valueAt(u"date"_s, quint32(row)).toDate();
    DayPopup::popupFor(m_context, tr("Due"), day, where, parent,
                       [context = m_context, ids](const QDate &chosen) {
                           if (context.session)
                               rescheduleTasks(context, ids, chosen);
                       });
}

void EverydayWrites::addTo(RecordMenuActions &actions, RecordKind kind, const QStringList &ids,
                           const QString &leadId)
{
    actions.compose = [this, leadId](ComposerKind what) { Q_EMIT composeRequested(leadId, what); };
    if (kind != RecordKind::Task)
        return;
    actions.areDone = areDone(ids);
    actions.toggleDone = [this, ids] { toggleDone(ids); };
    actions.reschedule = [this, ids](const QPoint &at) {
        if (QWidget *table = m_pages.isEmpty() ? nullptr : m_pages.begin().value()->window())
            askDay(ids, at, table);
    };
}

} // namespace Leadline

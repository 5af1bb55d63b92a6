// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelineinline.h"

#include "cardmover.h"
#include "messagebar.h"
#include "pipelinemodel.h"
#include "session.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// What a field needs at least, whatever the room its value takes.
int leastWidth(const QString &key)
{
    return key == "user_id"_L1 ? 164 : key == "confidence"_L1 ? 96 : 140;
}

constexpr int LeastHeight = 28;

} // namespace

PipelineInline::PipelineInline(const FormContext &context, PipelineModel *model, CardMover *mover,
                               QAbstractScrollArea *view, Places places, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_model(model)
    , m_mover(mover)
    , m_view(view)
    , m_places(std::move(places))
{
    view->viewport()->installEventFilter(this);
    const auto follow = [this] { place(); };
    for (const QScrollBar *bar : {view->horizontalScrollBar(), view->verticalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, follow);
    connect(model, &QAbstractItemModel::modelReset, this, follow);
    connect(model, &QAbstractItemModel::layoutChanged, this, follow);
    connect(model, &QAbstractItemModel::rowsInserted, this, follow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, follow);
    connect(model, &QAbstractItemModel::rowsMoved, this, follow);
}

bool PipelineInline::begin(const QStringList &ids, const QString &id, const QString &key)
{
    const QStringList keys = m_places.keys();
    if (!m_context.session || m_context.session->isReadOnly() || keys.isEmpty() ||
        !m_context.session->opportunities()->contains(id))
        return false;
    const QString last = keys.contains(m_last) ? m_last : keys.first();
    open(ids, id, keys.contains(key) ? key : last);
    return true;
}

/// The values of \a id; of several opportunities what all of them have.
InlineTarget PipelineInline::targetOf(const QStringList &ids, const QString &id, const QString &key) const
{
    const RecordTable *table = m_context.session->opportunities();
    const Field *field = table->fields().find(key);
    InlineTarget target{RecordKind::Opportunity, id, *field, {}};
    for (const QString &wanted : {key, u"pipeline_id"_s, u"status_id"_s, u"value_period"_s}) {
        const QVariant value = m_model->shownValue(id, wanted);
        const bool isCommon = std::all_of(ids.begin(), ids.end(), [&](const QString &each) {
            return m_model->shownValue(each, wanted) == value;
        });
        if (value.isValid() && isCommon)
            target.values.insert(wanted, value);
    }
    target.values.insert(u"lead_id"_s, table->leadIdAt(quint32(table->rowOf(id))));
    return target;
}

void PipelineInline::open(const QStringList &ids, const QString &id, const QString &key)
{
    m_last = key;
    for (const Open &each : std::as_const(m_open)) {
        if (each.id == id && each.key == key) {
            each.field->begin();
            return;
        }
    }
    auto *field = new InlineField(m_context, targetOf(ids, id, key), m_view->viewport());
    m_open.append({id, key, field});
    m_model->source()->setHeld(true);
    // After a move that Close has not answered yet: changes of one card follow each other.
    if (ids.size() > 1 || m_mover->isBusy(id))
        field->setTaker([this, ids](const QVariantMap &values) { m_mover->change(ids, values); });
    if (ids.size() > 1)
        field->setHint(tr("For all %1 that are selected").arg(m_context.locale.toString(ids.size())));
    connect(field, &InlineField::finished, this, [this, field] { close(field); });
    connect(field, &InlineField::released, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(field, &InlineField::saved, this, &PipelineInline::saved);
    connect(field, &InlineField::advanced, this, [this, ids, id, key](int step) {
        const QStringList keys = m_places.keys();
        const qsizetype next = keys.indexOf(key) + step;
        if (next >= 0 && next < keys.size() && m_model->indexOf(id).isValid())
            open(ids, id, keys.at(next));
        else
            m_view->setFocus(Qt::OtherFocusReason);
    });
    if (placeOver(m_open.last())) {
        field->show();
        field->begin();
    } else {
        close(field);
    }
}

void PipelineInline::close(InlineField *field)
{
    const bool hadFocus = field->isAncestorOf(m_view->window()->focusWidget());
    field->abandon();
    m_open.removeIf([field](const Open &each) { return each.field == field; });
    // Before it goes, so that the keyboard does not stray to whatever comes next.
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
    field->hide();
    field->deleteLater();
    if (m_open.isEmpty())
        m_model->source()->setHeld(false);
}

/// False where the value is not shown any more.
bool PipelineInline::placeOver(const Open &open)
{
    QRect room = m_places.room(open.id, open.key);
    if (!room.isValid())
        return false;
    const QRect sight = m_places.sight ? m_places.sight(open.id) : m_view->viewport()->rect();
    if (const int more = leastWidth(open.key) - room.width(); more > 0) {
        // Towards the middle, not over the edge.
        if (room.center().x() > sight.center().x())
            room.setLeft(room.left() - more);
        else
            room.setRight(room.right() + more);
    }
    if (const int more = LeastHeight - room.height(); more > 0)
        room.adjust(0, -more / 2, 0, more - more / 2);
    open.field->setGeometry(room);
    // What is scrolled out of sight must not lie over what is beside it.
    const QRegion seen = QRegion(sight.translated(-room.topLeft())) & open.field->rect();
    open.field->setMask(seen.isEmpty() ? QRegion(-2, -2, 1, 1) : seen);
    return true;
}

/// Each field over its value. A value that has gone takes its field along: what was typed is sent, or told.
void PipelineInline::place()
{
    const QList<Open> all = m_open;
    for (const Open &each : all) {
        if (placeOver(each))
            continue;
        const bool isThere = m_context.session->opportunities()->contains(each.id);
        if (!each.field->isSaving() && (!isThere || !each.field->commit()))
            tellLost(each);
        close(each.field);
    }
}

void PipelineInline::tellLost(const Open &open)
{
    if (m_context.messages && !open.field->typedText().isEmpty())
        m_context.messages->post({u"inline"_s, MessageBar::Kind::Warning,
                                  tr("%1 was not changed. You had typed: %2")
                                      .arg(open.field->target().field.title, open.field->typedText())});
}

bool PipelineInline::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

} // namespace Leadline

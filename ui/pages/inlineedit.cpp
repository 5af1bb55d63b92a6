// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "inlineedit.h"

#include "messagebar.h"
#include "recordtablemodel.h"
#include "session.h"
#include "tableview.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// A field needs more room than a narrow column has.
constexpr int NarrowestField = 132;

/// A lead's or a contact's own name where it was read whole, else \a shown.
QVariant knownName(const Session &session, const InlineTarget &target, const QString &shown)
{
    const std::optional<Lead> lead = session.knownLead(target.values.value(u"lead_id"_s).toString());
    if (!lead)
        return shown;
    if (target.kind == RecordKind::Lead)
        return lead->name;
    for (const Contact &contact : lead->contacts) {
        if (contact.id == target.id)
            return contact.name;
    }
    return shown;
}

} // namespace

InlineEdit::InlineEdit(const FormContext &context, RecordKind kind, RecordTableModel *model, TableView *table,
                       QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_kind(kind)
    , m_model(model)
    , m_table(table)
{
    table->installEventFilter(this);
    table->viewport()->installEventFilter(this);
    const auto follow = [this] { place(); };
    for (const QScrollBar *bar : {table->horizontalScrollBar(), table->verticalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, follow);
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, follow);
    connect(table->horizontalHeader(), &QHeaderView::sectionMoved, this, follow);
    connect(model, &RecordTableModel::rowsChanged, this, follow);
    connect(model, &QAbstractItemModel::layoutChanged, this, follow);
    connect(model, &QAbstractItemModel::modelReset, this, follow);
}

const Field *InlineEdit::fieldAt(const QModelIndex &cell) const
{
    if (!cell.isValid() || !m_context.session || m_context.session->isReadOnly() ||
        m_table->horizontalHeader()->isSectionHidden(cell.column()))
        return nullptr;
    return InlineField::editedField(m_model->table()->fields(), m_model->field(cell.column()));
}

bool InlineEdit::canEdit(const QModelIndex &cell) const
{
    return fieldAt(cell) != nullptr;
}

InlineTarget InlineEdit::targetAt(const QModelIndex &cell, const Field &field) const
{
    const RecordTable *table = m_model->table();
    const quint32 row = m_model->recordRow(cell.row());
    InlineTarget target{m_kind, table->idAt(row), field, {}};
    for (const QString &key :
         {field.key, field.unitKey, u"pipeline_id"_s, u"status_id"_s, u"value_period"_s}) {
        if (!key.isEmpty() && table->fields().indexOf(key) >= 0)
            target.values.insert(key, table->valueAt(key, row));
    }
    target.values.insert(u"lead_id"_s, table->leadIdAt(row));
    // The table keeps the name that is shown, which is something else where the record has none.
    if (m_model->field(cell.column()).flags.testFlag(FieldFlag::Derived))
        target.values.insert(field.key, knownName(*m_context.session, target, cell.data().toString()));
    return target;
}

bool InlineEdit::begin(const QModelIndex &cell)
{
    if (!cell.isValid())
        return false;
    QModelIndex wanted = cell;
    if (!canEdit(cell)) {
        const int before = m_table->horizontalHeader()->logicalIndex(0);
        const QModelIndex first = m_model->index(cell.row(), before);
        wanted = canEdit(first) ? first : next(first, 1);
        if (!wanted.isValid() || wanted.row() != cell.row())
            return false;
    }
    open(wanted);
    return true;
}

void InlineEdit::open(const QModelIndex &cell)
{
    m_table->selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect |
                                                         QItemSelectionModel::Rows);
    m_table->scrollTo(cell);
    for (const Cell &open : std::as_const(m_cells)) {
        if (open.index == cell) {
            open.field->begin();
            return;
        }
    }
    const Field *edited = fieldAt(cell);
    auto *field = new InlineField(m_context, targetAt(cell, *edited), m_table->viewport());
    m_cells.append({cell, field});
    m_model->setHeld(true);
    connect(field, &InlineField::finished, this, [this, field] { close(field); });
    connect(field, &InlineField::released, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(field, &InlineField::saved, this, &InlineEdit::saved);
    connect(field, &InlineField::advanced, this, [this, index = QPersistentModelIndex(cell)](int step) {
        if (const QModelIndex following = next(index, step); following.isValid())
            open(following);
        else
            m_table->setFocus(Qt::OtherFocusReason);
    });
    place();
    field->show();
    field->begin();
}

void InlineEdit::close(InlineField *field)
{
    const bool hadFocus = field->isAncestorOf(m_table->window()->focusWidget());
    field->abandon();
    m_cells.removeIf([field](const Cell &cell) { return cell.field == field; });
    field->hide();
    field->deleteLater();
    if (hadFocus)
        m_table->setFocus(Qt::OtherFocusReason);
    if (m_cells.isEmpty())
        m_model->setHeld(false);
}

QModelIndex InlineEdit::next(QModelIndex cell, int step) const
{
    const QHeaderView *header = m_table->horizontalHeader();
    int row = cell.row();
    int visual = header->visualIndex(cell.column());
    // One row on at most: a table without a cell to edit is not searched to its end.
    while (cell.isValid() && row >= cell.row() - 1 && row <= cell.row() + 1) {
        visual += step;
        if (visual < 0 || visual >= header->count()) {
            row += step;
            visual = step > 0 ? -1 : header->count();
            if (row < 0 || row >= m_model->rowCount())
                return {};
            continue;
        }
        const QModelIndex found = m_model->index(row, header->logicalIndex(visual));
        if (canEdit(found))
            return found;
    }
    return {};
}

/// Each field over its cell. A record that has gone takes its field along; what was typed is told.
void InlineEdit::place()
{
    const QList<Cell> cells = m_cells;
    for (const Cell &cell : cells) {
        if (!cell.index.isValid()) {
            if (m_context.messages)
                m_context.messages->post({u"inline"_s, MessageBar::Kind::Warning,
                                          tr("The record you were changing is gone. You had typed: %1")
                                              .arg(cell.field->typedText())});
            close(cell.field);
            continue;
        }
        QRect room = m_table->visualRect(cell.index);
        if (room.width() < NarrowestField) {
            room.setWidth(NarrowestField);
            room.moveRight(qMin(room.right(), m_table->viewport()->width() - 1));
        }
        cell.field->setGeometry(room);
    }
}

bool InlineEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_F2 && key->modifiers() == Qt::NoModifier)
            return begin(m_table->currentIndex());
    } else if (watched != m_table && event->type() == QEvent::Resize) {
        // Only that: the viewport also tells of its end, when the table is no table any more.
        place();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "reviewlist.h"

#include "fonts.h"
#include "pipelinemodel.h"
#include "plaintext.h"
#include "style.h"
#include "tabularfigures.h"
#include "tokens.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int ReviewRowHeight = 32;
constexpr int Padding = 10;

class ReviewDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, ReviewRowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens t = Tokens::of(option.palette);
        const QRect rect = option.rect.adjusted(index.column() == 0 ? 16 : Padding, 0, -Padding, 0);
        const bool isLead = index.column() == ReviewModel::LeadColumn;
        const QFont font = sized(option.font, FontSize::Body, isLead ? QFont::Medium : QFont::Normal);
        const bool isLate = index.column() == ReviewModel::ClosesColumn && index.data(OverdueRole).toBool();
        const bool isPlain = isLead || index.column() == ReviewModel::ReasonColumn;
        const QString text = index.data().toString();
        painter->save();
        painter->setLayoutDirection(option.direction);
        painter->setPen(isLate ? t.bad : isPlain ? t.text : t.text2);
        if (index.column() == ReviewModel::ValueColumn) {
            TabularFigures(font).draw(painter, rect, text, option.direction == Qt::RightToLeft);
        } else {
            painter->setFont(font);
            drawPlainLine(painter, rect, QFontMetrics(font).elidedText(text, Qt::ElideMiddle, rect.width()),
                          option.direction == Qt::RightToLeft);
        }
        painter->restore();
    }
};

} // namespace

ReviewList::ReviewList(ReviewModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setAccessibleName(tr("To look at"));
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new ReviewDelegate(this));
    setModel(model);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(ReviewModel::LeadColumn, QHeaderView::Stretch);
    for (const auto &[column, width] :
         {std::pair(ReviewModel::ReasonColumn, 260), std::pair(ReviewModel::StatusColumn, 140),
          std::pair(ReviewModel::ValueColumn, 130), std::pair(ReviewModel::ClosesColumn, 150),
          std::pair(ReviewModel::OwnerColumn, 140)})
        header()->resizeSection(column, width);
    connect(this, &QAbstractItemView::doubleClicked, this, &ReviewList::fix);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReviewList::currentIdChanged);
}

QString ReviewList::currentId() const
{
    return currentIndex().data(RecordIdRole).toString();
}

void ReviewList::fix(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT fixRequested(m_model->idAt(index.row()), m_model->reasonAt(index.row()));
}

void ReviewList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        fix(currentIndex());
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        QTreeView::keyPressEvent(event);
}

void ReviewList::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens t = Tokens::of(palette());
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    painter->fillRect(row, selectionModel()->isSelected(index) ? t.selection : t.surface);
    QStyleOptionViewItem plain(option);
    plain.state &= ~QStyle::State_HasFocus;
    plain.palette.setColor(QPalette::Highlight, t.selection);
    QTreeView::drawRow(painter, plain, index);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), t.line);
    if (hasFocus() && index.siblingAtColumn(0) == currentIndex().siblingAtColumn(0))
        paintFocusRing(painter, row.adjusted(2, 2, -2, -3), 6, t.accent);
}

} // namespace Leadline

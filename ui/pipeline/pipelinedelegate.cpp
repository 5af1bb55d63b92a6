// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinedelegate.h"

#include "confidencebar.h"
#include "fonts.h"
#include "pipelinemodel.h"
#include "plaintext.h"
#include "style.h"
#include "tabularfigures.h"

#include <QPainter>

namespace Leadline {

namespace {

constexpr int ListRowHeight = 32;
constexpr int CompactListRow = 26;
constexpr int ListPadding = 10;

bool isMirrored(const QPainter *painter)
{
    return painter->layoutDirection() == Qt::RightToLeft;
}

void drawText(QPainter *painter, const QRect &rect, const QModelIndex &index, const QFont &font, const QColor &color)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->setPen(color);
    if (Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight)) {
        TabularFigures(font).draw(painter, rect, text, isMirrored(painter));
        return;
    }
    painter->setFont(font);
    drawPlainLine(painter, rect, QFontMetrics(font).elidedText(text, Qt::ElideMiddle, rect.width()),
                  isMirrored(painter));
}

void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Tokens t = Tokens::of(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    QRect rect = option.rect.adjusted(ListPadding, 0, -ListPadding, 0);
    QFont font = sized(option.font, FontSize::Body);
    QColor color = isSelected ? t.text : t.text2;
    switch (index.column()) {
    case PipelineModel::NameColumn:
        font.setWeight(QFont::Medium);
        color = t.text;
        break;
    case PipelineModel::ValueColumn:
        color = t.text;
        break;
    case PipelineModel::ConfidenceColumn:
        if (const QVariant percent = index.data(SortRole); percent.isValid()) {
            const QRect bar(rect.left(), rect.top(), rect.width() - 48, rect.height());
            paintConfidence(painter, QStyle::visualRect(option.direction, option.rect, bar),
                            percent.toInt(), option.palette);
        }
        break;
    case PipelineModel::ClosesColumn:
        if (index.data(OverdueRole).toBool())
            color = t.bad;
        else if (index.data(SoonRole).toBool())
            color = t.warn;
        break;
    case PipelineModel::StageColumn:
        if (index.data(StalledRole).toBool())
            color = t.warn;
        break;
    case PipelineModel::TaskColumn:
        if (index.data(TaskLateRole).toBool())
            color = t.bad;
        break;
    default:
        break;
    }
    drawText(painter, rect, index, font, color);
}

} // namespace

PipelineDelegate::PipelineDelegate(std::function<Tone(int)> toneOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_toneOf(std::move(toneOf))
{
}

void PipelineDelegate::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
}

QSize PipelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, m_isCompact ? CompactListRow : ListRowHeight};
}

void PipelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.parent().isValid())
        paintCell(painter, option, index);
    else
        paintGroup(painter, option, index);
    painter->restore();
}

void PipelineDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Tokens t = Tokens::of(option.palette);
    QRect rect = option.rect.adjusted(ListPadding, 0, -ListPadding, 0);
    const QFont strong = sized(option.font, FontSize::Body, QFont::DemiBold);
    if (index.column() != PipelineModel::NameColumn) {
        drawText(painter, rect, index, strong, t.text);
        return;
    }
    const auto place = [&](const QRect &at) {
        return QStyle::visualRect(option.direction, option.rect, at);
    };
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.tone(m_toneOf(index.row())));
    painter->drawEllipse(place(QRect(rect.left(), rect.center().y() - 3, 8, 8)));
    rect.setLeft(rect.left() + 18);
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString count = QLocale().toString(index.data(GroupCountRole).toUInt());
    const QFontMetrics metrics(strong);
    const int room = rect.width() - 60;
    painter->setFont(strong);
    painter->setPen(t.text);
    drawPlainLine(painter, place(rect), metrics.elidedText(name, Qt::ElideMiddle, room),
                  isMirrored(painter));
    rect.setLeft(rect.left() + qMin(room, metrics.horizontalAdvance(name)) + 10);
    painter->setFont(sized(option.font, FontSize::Small));
    painter->setPen(t.text2);
    drawPlainLine(painter, place(rect), count, isMirrored(painter));
}

} // namespace Leadline

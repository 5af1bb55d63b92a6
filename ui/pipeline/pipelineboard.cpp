// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelineboard.h"

#include "pipelineaccess.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Leadline {

using namespace PipelineMeasure;

PipelineBoard::PipelineBoard(PipelineModel *model, StatusPalette &tones, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_tones(tones)
{
    installPipelineAccess();
    setAccessibleName(tr("Pipeline"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(model, &QAbstractItemModel::modelReset, this, &PipelineBoard::onModelChanged);
    connect(model, &QAbstractItemModel::layoutChanged, this, &PipelineBoard::onModelChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &PipelineBoard::onModelChanged);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &PipelineBoard::onModelChanged);
    connect(model, &QAbstractItemModel::rowsMoved, this, &PipelineBoard::onModelChanged);
    connect(model, &QAbstractItemModel::dataChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&tones, &StatusPalette::toneChanged, viewport(), qOverload<>(&QWidget::update));
    layOut();
}

PipelineBoard::~PipelineBoard()
{
    forgetPipelineAccess(this);
}

void PipelineBoard::onModelChanged()
{
    layOut();
    QSet<QString> kept;
    for (const QString &id : std::as_const(m_selection)) {
        if (m_model->indexOf(id).isValid())
            kept.insert(id);
    }
    if (!m_current.isEmpty() && !m_model->indexOf(m_current).isValid()) {
        m_current.clear();
        Q_EMIT currentChanged();
    }
    if (m_isDragging && !kept.contains(m_pressed))
        endDrag();
    setSelection(kept);
}

Tone PipelineBoard::toneOf(int group) const
{
    const QString type = m_model->groupType(group);
    const QString key = m_model->groupKey(group);
    if (type == "active"_L1 && m_model->grouping() != PipelineGrouping::Status) {
        if (m_model->grouping() == PipelineGrouping::LeadStatus && !key.isEmpty())
            return m_tones.tone(StatusPalette::Kind::Lead, key);
        return key == ClosePeriods::Overdue   ? Tone::Bad
               : key == ClosePeriods::Undated ? Tone::Grey
               : group % 2 == 0               ? Tone::Accent
                                              : Tone::Violet;
    }
    const auto kind = type == "won"_L1    ? StatusPalette::Kind::WonOpportunity
                      : type == "lost"_L1 ? StatusPalette::Kind::LostOpportunity
                                          : StatusPalette::Kind::ActiveOpportunity;
    return key.isEmpty() ? Tone::Grey : m_tones.tone(kind, key);
}

bool PipelineBoard::isFolded(int group) const
{
    const bool isClosed = m_model->groupType(group) != "active"_L1;
    return isClosed != m_foldExceptions.contains(m_model->groupKey(group));
}

void PipelineBoard::setFolded(int group, bool folded)
{
    if (group < 0 || isFolded(group) == folded)
        return;
    const QString key = m_model->groupKey(group);
    if (!m_foldExceptions.remove(key))
        m_foldExceptions.insert(key);
    layOut();
    Q_EMIT foldsChanged();
}

void PipelineBoard::setFoldExceptions(const QStringList &keys)
{
    m_foldExceptions = QSet<QString>(keys.begin(), keys.end());
    layOut();
}

void PipelineBoard::setEditable(bool editable)
{
    m_isEditable = editable;
    viewport()->setMouseTracking(editable);
}

void PipelineBoard::setCardStyle(const CardStyle &style)
{
    if (style == m_style)
        return;
    m_style = style;
    layOut();
    if (const QModelIndex current = m_model->indexOf(m_current); current.isValid())
        scrollTo(current);
}

void PipelineBoard::layOut()
{
    const int groups = m_model->groupCount();
    int folded = 0;
    for (int group = 0; group < groups; ++group)
        folded += isFolded(group) ? 1 : 0;
    const int open = groups - folded;
    const int room = viewport()->width() - folded * FoldedWidth - qMax(0, groups - 1) * ColumnGap;
    const int wide = open == 0 ? 0 : qMax(LeastColumnWidth, room / open);
    int extra = open == 0 || wide * open > room ? 0 : room - wide * open;
    m_columns.assign(size_t(groups), QRect());
    int x = 0;
    for (int group = 0; group < groups; ++group) {
        int width = FoldedWidth;
        if (!isFolded(group)) {
            width = wide + (extra > 0 ? 1 : 0);
            --extra;
        }
        m_columns[size_t(group)] = QRect(x, 0, width, viewport()->height());
        x += width + ColumnGap;
    }
    horizontalScrollBar()->setRange(0, qMax(0, x - ColumnGap - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(40);
    for (int group = 0; group < groups; ++group)
        setOffset(group, offset(group));
    viewport()->update();
    Q_EMIT placesChanged();
}

QRect PipelineBoard::columnRect(int group) const
{
    if (group < 0 || group >= int(m_columns.size()))
        return {};
    const QRect rect = m_columns[size_t(group)].translated(-horizontalScrollBar()->value(), 0);
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), rect);
}

/// The part of a column where its cards are seen.
QRect PipelineBoard::cardsRect(int group) const
{
    return columnRect(group).adjusted(1, ColumnHeader - 4, -1, -1);
}

QRect PipelineBoard::cardRect(int group, int row) const
{
    const QRect column = columnRect(group);
    return {column.left() + ColumnInset, column.top() + ColumnHeader + row * m_style.step() - offset(group),
            column.width() - 2 * ColumnInset, m_style.height()};
}

/// What the cards of a column need, with the room above the first and below the last.
int PipelineBoard::wholeHeight(int group) const
{
    return m_model->groupSize(group) * m_style.step() - CardGap + 4 + ColumnInset;
}

int PipelineBoard::offset(int group) const
{
    return m_offsets.value(m_model->groupKey(group));
}

void PipelineBoard::setOffset(int group, int offset)
{
    const int held = qBound(0, offset, qMax(0, wholeHeight(group) - cardsRect(group).height()));
    m_offsets.insert(m_model->groupKey(group), held);
    Q_EMIT placesChanged();
}

QRect PipelineBoard::valueRect(const QString &id, const QString &key) const
{
    const QModelIndex at = m_model->indexOf(id);
    if (!at.isValid() || isFolded(at.parent().row()))
        return {};
    const QRect card = cardRect(at.parent().row(), at.row());
    const QRect place = m_style.place(key, card);
    if (!place.isValid())
        return {};
    // As wide as what stands there.
    QString shown;
    if (key == "value"_L1) {
        const PipelineCard text = m_model->card(at.parent().row(), at.row());
        shown = text.period.isEmpty() ? text.value : text.value + u"  "_s + text.period;
    } else if (key == "date_won"_L1) {
        shown = m_model->card(at.parent().row(), at.row()).closes;
    }
    const bool atEnd = place.right() > card.center().x();
    const int more = qMax(0, QFontMetrics(font()).horizontalAdvance(shown) - place.width());
    return QStyle::visualRect(layoutDirection(), card, place.adjusted(atEnd ? -more : 0, 0, atEnd ? 0 : more, 0))
        .adjusted(-6, -2, 6, 2);
}

QRect PipelineBoard::sightOf(const QString &id) const
{
    const QModelIndex at = m_model->indexOf(id);
    return at.isValid() ? cardsRect(at.parent().row()) : QRect();
}

int PipelineBoard::groupAt(const QPoint &point) const
{
    for (int group = 0; group < int(m_columns.size()); ++group) {
        if (columnRect(group).contains(point))
            return group;
    }
    return -1;
}

QModelIndex PipelineBoard::cardAt(const QPoint &point) const
{
    const int group = groupAt(point);
    if (group < 0 || isFolded(group) || !cardsRect(group).contains(point))
        return {};
    const int down = point.y() - cardRect(group, 0).top();
    const int row = down < 0 ? -1 : down / m_style.step();
    if (row < 0 || row >= m_model->groupSize(group) || !cardRect(group, row).contains(point))
        return {};
    return m_model->index(row, 0, m_model->index(group, 0));
}

void PipelineBoard::scrollTo(const QModelIndex &card)
{
    const int group = card.parent().row();
    if (isFolded(group))
        return;
    const QRect column = columnRect(group);
    QScrollBar *bar = horizontalScrollBar();
    const int left = m_columns[size_t(group)].left();
    if (column.left() < 0 || column.right() > viewport()->width())
        bar->setValue(left < bar->value() ? left : left + column.width() - viewport()->width());
    const QRect seen = cardsRect(group);
    const QRect at = cardRect(group, card.row());
    if (at.top() < seen.top() + 4)
        setOffset(group, offset(group) - (seen.top() + 4 - at.top()));
    else if (at.bottom() > seen.bottom() - CardGap)
        setOffset(group, offset(group) + at.bottom() - seen.bottom() + CardGap);
    viewport()->update();
}

PipelineColumnText PipelineBoard::columnText(int group) const
{
    const PipelineTotals &totals = m_model->groupTotals(group);
    return {.title = m_model->groupTitle(group),
            .count = m_model->formatter().locale().toString(m_model->groupSize(group)),
            .value = m_model->shortHeadline(totals.headlineValue()),
            .period = periodSuffix(totals.headlinePeriod()),
            .expected = m_model->groupType(group) == "active"_L1
                            ? tr("expected %1").arg(m_model->shortHeadline(totals.headlineExpected()))
                            : QString(),
            .tone = toneOf(group)};
}

void PipelineBoard::paintCards(PipelinePainter &painter, int group, const QRect &exposed)
{
    const QRect seen = cardsRect(group).intersected(exposed);
    const int size = m_model->groupSize(group);
    const int first = qMax(0, (seen.top() - 4 - cardRect(group, 0).top()) / m_style.step());
    for (int row = first; row < size; ++row) {
        const QRect rect = cardRect(group, row);
        if (rect.top() - 4 > seen.bottom())
            break;
        const QString id = m_model->idAt(group, row);
        if (m_isDragging && m_selection.contains(id))
            painter.emptyCard(rect);
        else
            painter.card(rect, m_model->card(group, row), m_style, id == m_current,
                         (m_keepsSelection || m_selection.size() > 1) && m_selection.contains(id));
        if (id == m_hovered.id && !m_isDragging)
            painter.editableBox(valueRect(id, m_hovered.key));
    }
}

void PipelineBoard::paintDragged(PipelinePainter &painter)
{
    const QModelIndex at = m_model->indexOf(m_pressed);
    if (!at.isValid())
        return;
    const int group = at.parent().row();
    const QRect rect(m_pointer - m_grip, cardRect(group, 0).size());
    painter.card(rect, m_model->card(group, at.row()), m_style, true, false);
    if (m_selection.size() > 1)
        painter.badge(rect, m_model->formatter().locale().toString(m_selection.size()));
}

void PipelineBoard::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(event->rect(), Tokens::of(palette()).surface);
    PipelinePainter look(&painter, font(), palette());
    int target = m_isDragging ? groupAt(m_pointer) : -1;
    if (target >= 0 && droppable(target, m_selection.values()).isEmpty())
        target = -1;
    for (int group = 0; group < m_model->groupCount(); ++group) {
        const QRect column = columnRect(group);
        if (!column.intersects(event->rect()))
            continue;
        if (isFolded(group)) {
            look.foldedColumn(column, columnText(group), group == target);
            continue;
        }
        look.column(column, columnText(group), group == target);
        const QRect cards = cardsRect(group);
        painter.save();
        painter.setClipRect(cards);
        paintCards(look, group, event->rect());
        look.thumb(cards, offset(group), wholeHeight(group));
        painter.restore();
    }
    if (m_isDragging)
        paintDragged(look);
}

void PipelineBoard::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void PipelineBoard::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT placesChanged();
}

bool PipelineBoard::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHovered({});
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int group = groupAt(help->pos());
    const QModelIndex card = cardAt(help->pos());
    QString text;
    if (card.isValid()) {
        text = m_model->card(group, card.row()).accessibleName();
    } else if (group >= 0) {
        text = m_model->groupAccessibleName(group);
        if (const QString periods = m_model->periodText(m_model->groupTotals(group)); !periods.isEmpty())
            text += u'\n' + tr("Of it %1. The sum is that of a year.").arg(periods);
    }
    // Plain text of the CRM: never read as markup.
    QToolTip::showText(
        help->globalPos(),
        text.isEmpty() ? text : u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</qt>"_s,
        viewport());
    return true;
}

} // namespace Leadline

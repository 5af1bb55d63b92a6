// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cellroles.h"
#include "tabularfigures.h"
#include "tokens.h"

#include <QStyledItemDelegate>

#include <array>
#include <functional>

namespace Leadline {

class RowFades;

/// Draws a table's cells: text, pill, secondary text, link, nothing else. It does not go through the
/// style (QStyledItemDelegate's own painting takes twice as long a cell, which a page jump feels).
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Tone of a cell that has no CellRole::Tone, for example from a StatusPalette by CellRole::StatusId.
    using ToneResolver = std::function<Tone(const QModelIndex &)>;

    explicit CellDelegate(QObject *parent = nullptr);

    void setColumns(const QList<TableColumn> &columns) { m_columns = columns; }
    void setToneResolver(ToneResolver resolver) { m_toneResolver = std::move(resolver); }
    /// Where the first visible column is: its cells start further in.
    void setFirstColumn(int logicalColumn) { m_firstColumn = logicalColumn; }
    void setHoverRow(int row) { m_hoverRow = row; }
    /// Not owned; outlives this.
    void setFades(const RowFades *fades) { m_fades = fades; }
    /// The row that carries the ring of keyboard focus; -1 for none.
    void setFocusRow(int row) { m_focusRow = row; }

    CellKind kind(int column) const;
    /// Where the cell's text stands (for hit tests on links).
    QRect textRect(const QRect &cell, const QModelIndex &index) const;
    bool isElided(const QRect &cell, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintText(QPainter *painter, const QRect &room, const QModelIndex &index, CellKind kind,
                   bool selected, Qt::LayoutDirection direction) const;
    QRect paintPending(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                       QRect place) const;
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, int row, bool selected) const;
    QRect room(const QRect &cell, int column, Qt::LayoutDirection direction) const;
    Tone tone(const QModelIndex &index) const;
    void prepare(const QFont &font, const QPalette &palette) const;

    QList<TableColumn> m_columns;
    ToneResolver m_toneResolver;
    int m_firstColumn = 0;
    int m_hoverRow = -1;
    int m_focusRow = -1;
    const RowFades *m_fades = nullptr;

    // Fonts and colours of the last paint: making them anew for each cell would cost more than the text.
    mutable QFont m_body;
    mutable QFont m_strong;
    mutable TabularFigures m_figures;
    mutable Tokens m_tokens;
    mutable qint64 m_paletteKey = -1;
    mutable bool m_prepared = false;
    mutable std::array<float, 256> m_bodyAdvances{}; ///< by Latin-1 character
    mutable std::array<float, 256> m_strongAdvances{};
    mutable int m_ascent = 0;
    mutable int m_height = 0;
};

} // namespace Leadline

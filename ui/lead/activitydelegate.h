// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemDelegate>
#include <QHash>

namespace Leadline {

/// Paints an activity: icon, sentence, by-line below it, a mark where it opens.
class ActivityDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    /// Where the text begins: behind the icon and its gap.
    static constexpr int TextLeft = 28;
    /// Below each row.
    static constexpr int Gap = 5;
    /// Lines of a note that are shown before it is opened.
    static constexpr int ClosedLines = 6;

    using QAbstractItemDelegate::QAbstractItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    int heightOf(const QModelIndex &index, const QFont &font, int width) const;
    /// Where the opened detail stands in a row at \a row.
    QRect detailRect(const QModelIndex &index, const QFont &font, const QRect &row) const;
    /// Whether there is more than what a closed row shows.
    bool canOpen(const QModelIndex &index, const QFont &font, int width) const;
    void forgetHeights() { m_heights.clear(); }

private:
    struct Measure
    {
        int width = 0;
        bool open = false;
        int text = 0;   ///< height of the sentence
        int detail = 0; ///< of what is opened, 0 when closed
        bool isCut = false;
    };
    const Measure &measure(const QModelIndex &index, const QFont &font, int width) const;

    mutable QHash<QString, Measure> m_heights;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tokens.h"

#include <QStyledItemDelegate>

#include <functional>

namespace Leadline {

/// Draws the lines of the pipeline's list: a status with its sums, or an opportunity's cells.
class PipelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \a toneOf says which colour a group has.
    PipelineDelegate(std::function<Tone(int)> toneOf, QObject *parent);

    void setCompact(bool isCompact);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    std::function<Tone(int)> m_toneOf;
    bool m_isCompact = false;
};

} // namespace Leadline

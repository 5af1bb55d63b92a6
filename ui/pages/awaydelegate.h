// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "awaymodel.h"

#include <QAbstractItemDelegate>

namespace Leadline {

/// Paints what became of a record: its name and what it is, who and when at the far end, a line for each
/// field below.
class AwayDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit AwayDelegate(const AwayModel *model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHead(QPainter *painter, const QStyleOptionViewItem &option,
                   const AwayModel::Entry &entry) const;
    void paintLine(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
                   const AwayModel::Line &field, bool isSeen) const;

    const AwayModel *m_model;
};

} // namespace Leadline

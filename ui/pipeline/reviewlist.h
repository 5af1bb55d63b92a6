// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "reviewmodel.h"

#include <QTreeView>

namespace Leadline {

/// What is to be put right in a pipeline, a line each. Enter or a double click on one asks for what mends it.
class ReviewList : public QTreeView
{
    Q_OBJECT

public:
    /// \a model outlives the list.
    explicit ReviewList(ReviewModel *model, QWidget *parent = nullptr);

    QString currentId() const;

Q_SIGNALS:
    void currentIdChanged();
    void fixRequested(const QString &id, Leadline::ReviewModel::Reason reason);
    /// Escape.
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;

private:
    void fix(const QModelIndex &index);

    ReviewModel *m_model;
};

} // namespace Leadline

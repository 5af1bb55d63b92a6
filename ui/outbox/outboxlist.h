// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

namespace Leadline {

class OutboxModel;

/// The outbox's entries, in the order in which they are sent.
class OutboxList : public QListView
{
    Q_OBJECT

public:
    /// \a model outlives the list.
    explicit OutboxList(OutboxModel *model, QWidget *parent = nullptr);

Q_SIGNALS:
    void moveRequested(int step);
    void dropRequested();
    void editRequested();
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Leadline

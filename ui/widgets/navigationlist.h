// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QListWidget>

namespace Leadline {

/// A list of places in the sidebar: icon, text, count at the right. The selected one is where the window is;
/// arrows move, Enter or a click goes there. An item's accessible name is its text, its count is
/// in the accessible description.
class NavigationList : public QListWidget
{
    Q_OBJECT

public:
    /// Height of one row with the gap below it.
    static constexpr int RowPitch = 34;

    explicit NavigationList(const QString &accessibleName, QWidget *parent = nullptr);

    void addPlace(const QString &id, const QString &text, const QString &iconName);
    /// The figure at the right; empty for none. \a description is for screen readers ("412 leads").
    void setCount(const QString &id, const QString &count, const QString &description);
    /// Shows \a id as the place the window is at, without emitting; an unknown one clears.
    void setActive(const QString &id);
    QString active() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(const QString &id);
    /// Up on the first (-1) or Down on the last row (+1): the neighbouring list takes over.
    void movedPast(int direction);

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QListWidgetItem *find(const QString &id) const;

    bool m_quiet = false;
    bool m_hasAnnounced = false; ///< the click under way has led somewhere
};

} // namespace Leadline

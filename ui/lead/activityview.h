// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QListView>

namespace Leadline {

class ActivityDelegate;
class ActivityModel;
class TextBlock;

/// A lead's activities as rows that are painted, not widgets: as high as its content, for a page that scrolls
/// around it. Arrows move, Enter, Space or a click opens an e-mail or a long note, Ctrl+C copies the row.
class ActivityView : public QListView
{
    Q_OBJECT

public:
    explicit ActivityView(ActivityModel *model, QWidget *parent = nullptr);
    ~ActivityView() override;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint) override;
    void doItemsLayout() override;
    void toggle(const QModelIndex &index);

Q_SIGNALS:
    /// The current row stands at \a rect of this widget: bring it into sight.
    void revealRequested(const QRect &rect);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void forgetHeights();
    void layOutAnew();
    void placeDetails();
    void copy(const QModelIndex &index) const;
    ActivityModel *activityModel() const;

    ActivityDelegate *m_delegate;
    QHash<QString, TextBlock *> m_details; ///< of open rows, by activity id
    QPersistentModelIndex m_pressed;
    QString m_currentId; ///< kept across resets
};

} // namespace Leadline

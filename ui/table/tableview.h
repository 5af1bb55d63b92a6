// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cellroles.h"

#include <QJsonObject>
#include <QTableView>

class QMenu;

namespace Leadline {

class CellDelegate;
class RowFades;

/// A table of records: rows 32 high (26 compact), sorting by header, columns chosen, moved and sized by
/// the person and kept by field key. It sets no section to ResizeToContents: that asks every row.
class TableView : public QTableView
{
    Q_OBJECT

public:
    /// \a name is the accessible name ("Leads").
    explicit TableView(const QString &name, QWidget *parent = nullptr);

    /// Describes the model's columns; call after setModel() and again when the model's columns change.
    /// A stored layout is applied with setColumnLayout() afterwards.
    void setColumns(const QList<TableColumn> &columns);
    const QList<TableColumn> &columns() const { return m_columns; }
    int columnOf(const QString &key) const;

    CellDelegate *cellDelegate() const { return m_delegate; }

    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }

    /// The columns' order, widths and visibility and the sort, by field key:
    /// {"version":1,"columns":[{"key":"name","width":206,"visible":true},
    /// ...],"sort":{"key":"name","descending":false}}
    QJsonObject columnLayout() const;
    /// Applies what columnLayout() gave. Unknown keys are passed over, columns it does not name keep their
    /// place after the named ones; another version changes nothing.
    void setColumnLayout(const QJsonObject &layout);
    void resetColumnLayout();

    /// Marks the rows of these records for a moment, where they can be seen.
    void fadeIn(const QStringList &ids);
    /// What stands in the window stays where it stands while rows come, go and move around it, unless it is the
    /// top of the table: to be called before and after.
    void holdPlace();
    void restorePlace();

    /// A check item per column and "Reset columns". The caller shows it with popup() and owns it.
    QMenu *createColumnsMenu(QWidget *parent);

    /// Selected rows, visible columns in the order on screen: as tab-separated text and as an HTML table.
    void copySelection() const;

    void setModel(QAbstractItemModel *model) override;

Q_SIGNALS:
    /// A link cell was clicked.
    void linkActivated(const QModelIndex &index);
    /// The right button or the menu key on a row; \a position is global.
    void rowMenuRequested(const QModelIndex &index, const QPoint &position);
    /// The person changed order, width, visibility or sort.
    void columnLayoutChanged();
    /// What is shown is wanted as a file.
    void exportRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void popupHeaderMenu(int logical, const QPoint &position);
    void setHoverRow(int row);
    void setKeyboardFocus(bool visible);
    void updateRow(int row);
    void updateFirstColumn();
    int lastColumn() const;
    bool isOnLink(const QPoint &position) const;

    CellDelegate *m_delegate;
    RowFades *m_fades;
    QList<std::pair<QPersistentModelIndex, int>> m_place; ///< the rows in the window, and where they were
    QList<TableColumn> m_columns;
    QList<int> m_widths; ///< the person's, also of columns that are hidden or stretched
    QPersistentModelIndex m_pressedLink;
    int m_hoverRow = -1;
    bool m_compact = false;
    bool m_keyboardFocus = false;
    bool m_arranging = false;
};

} // namespace Leadline

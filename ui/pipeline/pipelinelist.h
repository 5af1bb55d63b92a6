// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pipelinemodel.h"
#include "tokens.h"

#include <QBasicTimer>
#include <QPersistentModelIndex>
#include <QSet>
#include <QTreeView>

#include <functional>

class QMenu;

namespace Leadline {

/// The pipeline as one list: a line for each group with its sums, below it its opportunities. Groups fold; those
/// of closed deals are folded at first. Which columns are shown is chosen in the header's menu.
class PipelineList : public QTreeView
{
    Q_OBJECT

public:
    /// \a toneOf gives a group its tone. Nothing is owned.
    PipelineList(PipelineModel *model, std::function<Tone(int group)> toneOf, QWidget *parent = nullptr);

    PipelineModel *pipeline() const { return m_model; }
    QString currentId() const;
    QStringList selectedIds() const;
    /// Makes an opportunity current and visible. False where filters hide it.
    bool select(const QString &id);
    /// Selects those of \a ids that are shown, and makes \a current current.
    void setSelected(const QStringList &ids, const QString &current);

    /// The keys of the columns that are shown; the first one always is.
    QStringList shownColumns() const;
    void setShownColumns(const QStringList &keys);
    /// Whether lines stand close.
    void setCompact(bool isCompact);

    /// The fields whose values can be changed in a line, as it reads.
    QStringList editableKeys() const;
    /// Where a line shows the value of a field, in the viewport; invalid where it does not.
    QRect valueRect(const QString &id, const QString &key) const;

    /// One checkable entry a column.
    void addColumnActions(QMenu *menu);

Q_SIGNALS:
    void currentIdChanged();
    void activatedId(const QString &id);
    void moveRequested(const QStringList &ids, const QString &groupKey);
    void statusMenuRequested(const QStringList &ids, const QPoint &position);
    void rowMenuRequested(const QStringList &ids, const QPoint &position);
    void valuesRequested(const QStringList &ids);
    /// The value of a field is to be changed where the line of \a id shows it, for all of \a ids; any of them
    /// where \a key is blank.
    void editRequested(const QStringList &ids, const QString &id, const QString &key);
    void columnsChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void updateGeometries() override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles = {}) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;

private:
    void setUpHeader();
    void setUpReset();
    void applyFolds();
    void noteFold(const QModelIndex &index, bool folded);
    bool isFoldedAtFirst(int group) const { return m_model->groupType(group) != QLatin1StringView("active"); }
    bool moveBy(int step);

    PipelineModel *m_model;
    QSet<QString> m_foldExceptions; ///< by group, folded or unfolded otherwise than at first
    bool m_isFolding = false;
    bool m_isCompact = false;
    QPersistentModelIndex m_pressedAgain; ///< a cell that the button went down on when its line was current
    QBasicTimer m_click;                  ///< until a click is known to be no double one
    QString m_keptCurrent; ///< while the model is reset
    QStringList m_keptSelection;
};

} // namespace Leadline

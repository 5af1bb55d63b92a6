// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pipelinepainter.h"
#include "statuspalette.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QSet>

namespace Leadline {

/// The pipeline as columns of cards, one column a group: a status, or in the forecast a month. Each column scrolls by itself; only what is visible
/// is painted. Cards are moved by dragging them, or with Ctrl and the arrows; the board only asks for the
/// move.
///
/// Keys: arrows, Home, End, Page Up and Page Down go from card to card; Enter opens; Space selects; Shift
/// with Up and Down extends the selection; M asks for the status menu; F2 changes a value where it stands, E several; plus and minus unfold and fold the
/// columns of closed deals; Escape ends a drag or the selection.
class PipelineBoard : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Neither is owned; both outlive the board.
    PipelineBoard(PipelineModel *model, StatusPalette &tones, QWidget *parent = nullptr);
    ~PipelineBoard() override;

    PipelineModel *model() const { return m_model; }
    Tone toneOf(int group) const;

    QString currentId() const { return m_current; }
    /// Makes a card current, the only one selected, and visible. False where filters hide it.
    bool select(const QString &id);
    /// In the order shown; the current one when none is selected.
    QStringList selectedIds() const;
    /// Selects those of \a ids that are shown, and makes \a current current.
    void setSelected(const QStringList &ids, const QString &current);
    bool isSelected(const QString &id) const { return m_selection.contains(id); }

    bool isFolded(int group) const;
    void setFolded(int group, bool folded);
    /// The keys of statuses that are folded, or unfolded, otherwise than they are by themselves.
    QStringList foldExceptions() const { return m_foldExceptions.values(); }
    void setFoldExceptions(const QStringList &keys);

    /// Whether values are shown as something that can be changed where they stand.
    void setEditable(bool editable);
    bool isEditable() const { return m_isEditable; }
    /// Where a card shows the value of a field, in the viewport; invalid where it does not.
    QRect valueRect(const QString &id, const QString &key) const;
    /// The part of the viewport in which a card can be seen.
    QRect sightOf(const QString &id) const;

    void setCardStyle(const CardStyle &style);
    const CardStyle &cardStyle() const { return m_style; }

    /// In the viewport; the card's may be outside of it.
    QRect columnRect(int group) const;
    QRect cardRect(int group, int row) const;
    /// The group under a point, or -1.
    int groupAt(const QPoint &point) const;
    /// The card under a point, or an invalid index.
    QModelIndex cardAt(const QPoint &point) const;
    bool isDragging() const { return m_isDragging; }

Q_SIGNALS:
    void currentChanged();
    void selectionChanged();
    void activated(const QString &id);
    void moveRequested(const QStringList &ids, const QString &groupKey);
    void statusMenuRequested(const QStringList &ids, const QPoint &position);
    void rowMenuRequested(const QStringList &ids, const QPoint &position);
    /// Owner, value, confidence and close of the selected ones are to be changed.
    void valuesRequested(const QStringList &ids);
    /// The value of a field is to be changed where the card \a id shows it, for all of \a ids; any of them where
    /// \a key is blank.
    void editRequested(const QStringList &ids, const QString &id, const QString &key);
    /// Cards have other places on the screen now.
    void placesChanged();
    void foldsChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    /// A value on a card.
    struct Part
    {
        QString id{};
        QString key{};

        friend bool operator==(const Part &, const Part &) = default;
    };

    void onModelChanged();
    void layOut();
    QRect cardsRect(int group) const;
    int wholeHeight(int group) const;
    int offset(int group) const;
    void setOffset(int group, int offset);
    void scrollTo(const QModelIndex &card);
    PipelineColumnText columnText(int group) const;
    void paintCards(PipelinePainter &painter, int group, const QRect &exposed);
    void paintDragged(PipelinePainter &painter);

    void setCurrent(const QModelIndex &card, bool extend);
    void setSelection(const QSet<QString> &ids);
    void toggle(const QString &id);
    void extendTo(const QModelIndex &card);
    void goBy(int step, bool extend);
    void goSideways(int step);
    bool moveSideways(int step);
    bool handleKey(const QKeyEvent &event);
    bool handlePlainKey(const QKeyEvent &event);
    void askForStatus();
    void endDrag();
    Part partAt(const QPoint &point) const;
    void setHovered(const Part &part);
    QStringList droppable(int group, const QStringList &ids) const;
    void updateDragCursor();

    PipelineModel *m_model;
    StatusPalette &m_tones;
    std::vector<QRect> m_columns;  ///< by group, before scrolling sideways
    QHash<QString, int> m_offsets; ///< by group
    CardStyle m_style;
    QSet<QString> m_foldExceptions;
    QString m_current;
    QSet<QString> m_selection;
    bool m_keepsSelection = false; ///< after Space: arrows leave the selection alone
    bool m_isEditable = false;
    Part m_hovered;
    Part m_pressedPart;
    QString m_pressed;             ///< the card the button went down on
    QPoint m_pressedAt;
    QPoint m_grip; ///< from the card's corner to the pointer
    QPoint m_pointer;
    bool m_isDragging = false;
    QBasicTimer m_autoScroll;
};

} // namespace Leadline

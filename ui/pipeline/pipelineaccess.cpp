// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelineaccess.h"

#include "pipelineboard.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

class BoardAccess;

/// The board's own interface, or nullptr when nobody has asked for it yet.
BoardAccess *accessOf(PipelineBoard *board);

/// A column or a card: found again by its key, since rows move.
class PartAccess : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PartAccess(PipelineBoard *board, QString key)
        : m_board(board)
        , m_key(std::move(key))
    {
    }

    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_board ? m_board->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) && child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        const QRect place = placeInBoard();
        return place.isValid() ? QRect(m_board->viewport()->mapToGlobal(place.topLeft()), place.size())
                               : QRect();
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    virtual QRect placeInBoard() const = 0;

protected:
    PipelineModel *model() const { return m_board->model(); }

    QPointer<PipelineBoard> m_board;
    QString m_key;
};

class ColumnAccess : public PartAccess
{
public:
    using PartAccess::PartAccess;

    int group() const { return m_board ? model()->groupOfKey(m_key) : -1; }
    bool isValid() const override { return group() >= 0; }
    QAccessible::Role role() const override { return QAccessible::List; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? model()->groupAccessibleName(group()) : QString();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.expandable = true;
        const bool folded = isValid() && m_board->isFolded(group());
        state.collapsed = folded;
        state.expanded = !folded;
        return state;
    }
    QRect placeInBoard() const override { return isValid() ? m_board->columnRect(group()) : QRect(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_board); }
    int childCount() const override { return isValid() ? model()->groupSize(group()) : 0; }
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_board->setFolded(group(), !m_board->isFolded(group()));
    }
};

/// What a screen reader offers to do with a value on a card.
QString changeAction(const QString &key)
{
    return key == "value"_L1        ? PipelineBoard::tr("Change value")
           : key == "confidence"_L1 ? PipelineBoard::tr("Change confidence")
           : key == "user_id"_L1    ? PipelineBoard::tr("Change owner")
                                    : PipelineBoard::tr("Change expected close");
}

class CardAccess : public PartAccess
{
public:
    using PartAccess::PartAccess;

    QModelIndex index() const { return m_board ? model()->indexOf(m_key) : QModelIndex(); }
    bool isValid() const override { return index().isValid(); }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text kind) const override
    {
        const QModelIndex at = index();
        return kind == QAccessible::Name && at.isValid()
                   ? model()->card(at.parent().row(), at.row()).accessibleName()
                   : QString();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        const QModelIndex at = index();
        if (!at.isValid()) {
            state.invalid = true;
            return state;
        }
        const bool folded = m_board->isFolded(at.parent().row());
        state.focusable = state.selectable = state.multiSelectable = true;
        state.focused = m_board->hasFocus() && m_board->currentId() == m_key;
        state.selected = m_board->isSelected(m_key);
        state.offscreen = folded || !placeInBoard().intersects(m_board->viewport()->rect());
        state.invisible = folded;
        return state;
    }
    QRect placeInBoard() const override
    {
        const QModelIndex at = index();
        return at.isValid() ? m_board->cardRect(at.parent().row(), at.row()) : QRect();
    }
    QAccessibleInterface *parent() const override;
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QStringList actionNames() const override
    {
        QStringList names{pressAction(), setFocusAction()};
        if (m_board && m_board->isEditable()) {
            for (const QString &key : m_board->cardStyle().editableKeys())
                names.append(changeAction(key));
        }
        return names;
    }
    QString localizedActionName(const QString &name) const override
    {
        return actionNames().indexOf(name) > 1 ? name : QAccessibleActionInterface::localizedActionName(name);
    }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        m_board->select(m_key);
        if (name == pressAction())
            Q_EMIT m_board->activated(m_key);
        for (const QString &key : m_board->cardStyle().editableKeys()) {
            if (name == changeAction(key))
                Q_EMIT m_board->editRequested({m_key}, m_key, key);
        }
    }
    QString id() const { return m_key; }
};

class BoardAccess : public QAccessibleWidget
{
public:
    explicit BoardAccess(PipelineBoard *board)
        : QAccessibleWidget(board, QAccessible::List)
    {
    }
    ~BoardAccess() override
    {
        for (const QAccessible::Id id : std::as_const(m_parts))
            QAccessible::deleteAccessibleInterface(id);
    }

    PipelineBoard *board() const { return static_cast<PipelineBoard *>(widget()); }
    /// The columns, and behind them the viewport while values are edited in it.
    int childCount() const override { return board()->model()->groupCount() + (isEdited() ? 1 : 0); }
    QAccessibleInterface *child(int index) const override
    {
        const PipelineModel *model = board()->model();
        if (index == model->groupCount() && isEdited())
            return QAccessible::queryAccessibleInterface(board()->viewport());
        return index < 0 || index >= model->groupCount() ? nullptr : column(model->groupKey(index));
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (child && child->object() == board()->viewport())
            return board()->model()->groupCount();
        const auto *part = dynamic_cast<const ColumnAccess *>(child);
        return part ? part->group() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(board()->groupAt(board()->viewport()->mapFromGlobal(QPoint(x, y))));
    }
    QAccessibleInterface *focusChild() const override
    {
        return board()->hasFocus() && !board()->currentId().isEmpty() ? card(board()->currentId()) : nullptr;
    }

    QAccessibleInterface *column(const QString &key) const
    {
        return part<ColumnAccess>(u"column "_s + key, key);
    }
    QAccessibleInterface *card(const QString &id) const { return part<CardAccess>(u"card "_s + id, id); }

private:
    bool isEdited() const
    {
        const auto fields = board()->viewport()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        return std::any_of(fields.begin(), fields.end(),
                           [](const QWidget *field) { return field->isVisible(); });
    }

    /// The interface of a part, made when it is asked for the first time.
    template <typename Part>
    QAccessibleInterface *part(const QString &name, const QString &key) const
    {
        if (const auto found = m_parts.constFind(name); found != m_parts.cend())
            return QAccessible::accessibleInterface(*found);
        auto *made = new Part(board(), key);
        m_parts.insert(name, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    mutable QHash<QString, QAccessible::Id> m_parts;
};

QAccessibleInterface *ColumnAccess::child(int index) const
{
    const int at = group();
    BoardAccess *access = m_board ? accessOf(m_board) : nullptr;
    if (!access || at < 0 || index < 0 || index >= model()->groupSize(at))
        return nullptr;
    return access->card(model()->idAt(at, index));
}

int ColumnAccess::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *card = dynamic_cast<const CardAccess *>(child);
    const QModelIndex at = card ? card->index() : QModelIndex();
    return at.isValid() && at.parent().row() == group() ? at.row() : -1;
}

QAccessibleInterface *CardAccess::parent() const
{
    const QModelIndex at = index();
    BoardAccess *access = m_board ? accessOf(m_board) : nullptr;
    if (!access)
        return nullptr;
    return at.isValid() ? access->child(at.parent().row()) : static_cast<QAccessibleInterface *>(access);
}

BoardAccess *accessOf(PipelineBoard *board)
{
    return dynamic_cast<BoardAccess *>(QAccessible::queryAccessibleInterface(board));
}

QAccessibleInterface *makeAccess(const QString &className, QObject *object)
{
    return className == "Leadline::PipelineBoard"_L1 && object
               ? new BoardAccess(static_cast<PipelineBoard *>(object))
               : nullptr;
}

} // namespace

void installPipelineAccess()
{
    // Qt adds a factory once only, however often it is named.
    QAccessible::installFactory(makeAccess);
}

void forgetPipelineAccess(PipelineBoard *board)
{
    // While it is still a board: its interface looks at it.
    QAccessible::deleteAccessibleInterface(
        QAccessible::uniqueId(QAccessible::queryAccessibleInterface(board)));
}

void announcePipelineFocus(PipelineBoard *board, const QString &id)
{
    if (!QAccessible::isActive())
        return;
    if (BoardAccess *access = accessOf(board)) {
        QAccessibleEvent event(access->card(id), QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace Leadline

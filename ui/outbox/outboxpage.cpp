// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outboxpage.h"

#include "button.h"
#include "elidedlabel.h"
#include "emptystate.h"
#include "outboxlist.h"
#include "outboxmodel.h"
#include "pageheader.h"

#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int MinuteMilliseconds = 60'000;
/// In less room the words of the commands would stand in several lines.
constexpr int WordsFrom = 900;

Button *quietButton(const QString &iconName, const QString &text, const QString &keys, QWidget *parent)
{
    auto *button = new Button(Button::Kind::Quiet, QString(), parent);
    button->setIconName(iconName);
    button->setAccessibleName(text);
    button->setToolTip(keys.isEmpty() ? text : OutboxPage::tr("%1 (%2)").arg(text, keys));
    return button;
}

QString keyText(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    return QKeySequence(QKeyCombination(modifiers, Qt::Key(key))).toString(QKeySequence::NativeText);
}

} // namespace

OutboxPage::OutboxPage(Session &session, std::function<QDateTime()> clock, QWidget *parent)
    : QWidget(parent)
    , m_session(&session)
    , m_header(new PageHeader(tr("Waiting changes"), this))
    , m_model(new OutboxModel(session, std::move(clock), this))
    , m_list(new OutboxList(m_model, this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout)
    , m_retry(quietButton(u"refresh"_s, tr("Retry"), {}, this))
    , m_edit(quietButton(u"edit"_s, tr("Edit"), keyText(Qt::Key_Return), this))
    , m_up(quietButton(u"arrow-up"_s, tr("Move Up"), keyText(Qt::Key_Up, Qt::AltModifier), this))
    , m_down(quietButton(u"arrow-down"_s, tr("Move Down"), keyText(Qt::Key_Down, Qt::AltModifier), this))
    , m_drop(quietButton(u"trash"_s, tr("Drop…"), keyText(Qt::Key_Delete), this))
{
    for (Button *button : {m_retry, m_edit, m_up, m_down, m_drop})
        m_header->addTrailing(button);
    m_empty->setContent(tr("Nothing waits"), tr("Close has everything that you wrote."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_list);
    connect(m_retry, &Button::clicked, this, [this] { m_session->outbox()->retry(); });
    connect(m_edit, &Button::clicked, this, [this] { Q_EMIT editRequested(currentId()); });
    connect(m_up, &Button::clicked, this, [this] { move(-1); });
    connect(m_down, &Button::clicked, this, [this] { move(+1); });
    connect(m_drop, &Button::clicked, this, [this] { Q_EMIT dropRequested(currentId()); });
    connect(m_list, &OutboxList::moveRequested, this, &OutboxPage::move);
    connect(m_list, &OutboxList::dropRequested, m_drop, &Button::click);
    connect(m_list, &OutboxList::editRequested, m_edit, &Button::click);
    connect(m_list, &OutboxList::leaveRequested, this, &OutboxPage::leaveRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &OutboxPage::update);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &OutboxPage::update);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &OutboxPage::update);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &OutboxPage::update);
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, m_model, &OutboxModel::updateTime);
    minute->start(MinuteMilliseconds);
    update();
}

/// The commands with their words, where there is room for those.
void OutboxPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (Button *button : {m_retry, m_edit, m_drop}) {
        const QString words = width() < WordsFrom ? QString() : button->accessibleName();
        if (button->text() != words)
            button->setText(words);
    }
}

QString OutboxPage::currentId() const
{
    const OutboxEntry *entry = m_model->entryAt(m_list->currentIndex().row());
    return entry ? entry->id : QString();
}

void OutboxPage::select(const QString &entryId)
{
    if (const int row = m_model->rowOf(entryId); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void OutboxPage::move(int step)
{
    m_session->outbox()->move(currentId(), step);
    m_list->scrollTo(m_list->currentIndex());
}

void OutboxPage::update()
{
    if (!m_session)
        return;
    const int count = m_model->rowCount();
    if (count > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    const OutboxEntry *entry = m_model->entryAt(m_list->currentIndex().row());
    const bool isFree = entry && entry->state != OutboxEntry::State::Sending && !m_session->isReadOnly();
    const Outbox &outbox = *m_session->outbox();
    m_stack->setCurrentWidget(count > 0 ? static_cast<QWidget *>(m_list) : m_empty);
    m_header->setCountText(count == 0        ? QString()
                           : outbox.isKept() ? QLocale().toString(count)
                                             : tr("%1, kept in memory only").arg(QLocale().toString(count)));
    m_retry->setEnabled(count > 0 && !m_session->isReadOnly());
    m_edit->setEnabled(isFree && entry->action != OutboxEntry::Action::Delete);
    m_up->setEnabled(isFree && outbox.canMove(entry->id, -1));
    m_down->setEnabled(isFree && outbox.canMove(entry->id, +1));
    m_drop->setEnabled(isFree);
}

} // namespace Leadline

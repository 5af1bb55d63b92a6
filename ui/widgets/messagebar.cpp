// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "messagebar.h"

#include "elidedlabel.h"
#include "icons.h"
#include "linkbutton.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *alertFactory(const QString &className, QObject *object)
{
    if (className == "Leadline::MessageBar"_L1 && object && object->isWidgetType())
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::AlertMessage);
    return nullptr;
}

Tone toneOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Info:
        return Tone::Accent;
    case MessageBar::Kind::Warning:
        return Tone::Warn;
    case MessageBar::Kind::Error:
        return Tone::Bad;
    }
    return Tone::Accent;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_actions(new QWidget(this))
    , m_actionRow(new QHBoxLayout(m_actions))
    , m_close(new QToolButton(this))
{
    // Installing the same factory again is ignored by Qt.
    QAccessible::installFactory(alertFactory);
    setTextRole(m_text, TextRole::Body);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(80);
    m_actionRow->setContentsMargins(0, 0, 0, 0);
    m_actionRow->setSpacing(16);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setFixedSize(24, 24);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(44, 8, 12, 9);
    row->setSpacing(16);
    row->addWidget(m_text, 1);
    row->addWidget(m_actions);
    row->addWidget(m_close);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    hide();
}

void MessageBar::post(const Message &message)
{
    for (qsizetype i = 0; i < m_queue.size(); ++i) {
        if (m_queue.at(i).id == message.id) {
            m_queue[i] = message;
            if (i == 0)
                showFirst();
            return;
        }
    }
    m_queue.insert(message.urgent ? 0 : m_queue.size(), message);
    if (m_queue.size() == 1 || message.urgent)
        showFirst();
}

void MessageBar::clear(const QString &id)
{
    for (qsizetype i = 0; i < m_queue.size(); ++i) {
        if (m_queue.at(i).id == id) {
            m_queue.removeAt(i);
            if (i == 0)
                showFirst();
            return;
        }
    }
}

void MessageBar::clearAll()
{
    m_queue.clear();
    showFirst();
}

QString MessageBar::current() const
{
    return m_queue.isEmpty() ? QString() : m_queue.first().id;
}

QString MessageBar::text() const
{
    return m_queue.isEmpty() ? QString() : m_queue.first().text;
}

void MessageBar::dismiss()
{
    const QString id = current();
    clear(id);
    Q_EMIT dismissed(id);
}

QWidget *MessageBar::actionButton(const Action &action)
{
    auto *button = new LinkButton(action.text, m_actions);
    connect(button, &QAbstractButton::clicked, this, [this, id = current(), action] {
        // Gone before it runs: what it does may post the message anew.
        if (action.dismisses)
            clear(id);
        if (action.run)
            action.run();
    });
    return button;
}

void MessageBar::showFirst()
{
    while (QLayoutItem *item = m_actionRow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (m_queue.isEmpty()) {
        hide();
        return;
    }
    const Message &message = m_queue.first();
    m_text->setText(message.text);
    for (const Action &action : message.actions) {
        QWidget *button = actionButton(action);
        m_actionRow->addWidget(button);
        button->show();
    }
    m_actions->setVisible(!message.actions.isEmpty());
    m_close->setVisible(message.dismissible);
    setAccessibleName(message.text);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_queue.isEmpty() && m_queue.first().dismissible)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    if (m_queue.isEmpty())
        return;
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    const Kind kind = m_queue.first().kind;
    const Tone tone = toneOf(kind);
    painter.fillRect(rect(), t.toneSoft(tone));
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    const QRect at = QStyle::visualRect(layoutDirection(), rect(), QRect(16, 0, 16, height() - 1));
    paintIcon(&painter, at, kind == Kind::Info ? u"info"_s : u"warning"_s, t.tone(tone));
}

} // namespace Leadline

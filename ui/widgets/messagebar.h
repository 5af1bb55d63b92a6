// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tokens.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace Leadline {

/// The inline bar that says what happened and offers the way out. Messages queue: the first one stays
/// until it is dismissed or cleared; a message whose id is already there takes its place.
/// Screen readers are told by an alert event.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    struct Action
    {
        QString text;
        std::function<void()> run; ///< called on the click; the message stays unless it is cleared
        bool dismisses = true;     ///< the message goes when the action runs
    };

    struct Message
    {
        QString id; ///< such as "offline"; clear() names it
        Kind kind = Kind::Info;
        QString text; ///< plain text
        QList<Action> actions{};
        bool dismissible = true;
        bool urgent = false; ///< is shown before those that are there
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void post(const Message &message);
    /// Takes the message away, shown or waiting.
    void clear(const QString &id);
    void clearAll();
    /// Id of the message on screen, empty for none.
    QString current() const;
    QString text() const;
    qsizetype waiting() const { return m_queue.isEmpty() ? 0 : m_queue.size() - 1; }

Q_SIGNALS:
    void dismissed(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showFirst();
    void dismiss();
    QWidget *actionButton(const Action &action);

    QList<Message> m_queue;
    QLabel *m_text;
    QWidget *m_actions;
    QHBoxLayout *m_actionRow;
    QToolButton *m_close;
};

} // namespace Leadline

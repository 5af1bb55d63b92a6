// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "copystate.h"

#include <QObject>

#include <functional>

namespace Leadline {

class MessageBar;
class Session;
class SignIn;

/// What a person is told of the local copy, and what they are asked before it is erased.
class LocalCopyControl : public QObject
{
    Q_OBJECT

public:
    /// The bar is not owned and outlives this.
    explicit LocalCopyControl(MessageBar &messages, QObject *parent = nullptr);

    /// Says it when the session is kept nowhere, or had to begin anew.
    void show(const Session &session);
    /// The sentence for a state; blank where there is nothing to say.
    static QString textOf(const CopyState &state);

    /// Goes on at once, or, when work that has not reached Close would be lost, once the person says so.
    void askBeforeErasing(Session &session, const QString &action, std::function<void()> goOn);
    /// Erases the copy of the session, which goes on in memory.
    void remove(Session &session, SignIn &signIn);

private:
    MessageBar &m_messages;
};

} // namespace Leadline

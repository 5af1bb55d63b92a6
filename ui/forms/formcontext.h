// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QLocale>
#include <QPointer>

#include <chrono>
#include <functional>

namespace Leadline {

class MessageBar;
class Session;
class StatusPalette;

/// What every form and status menu needs of the program. A value; nothing in it is owned, and all of it
/// outlives the forms.
struct FormContext
{
    QPointer<Session> session{}; ///< null once it has ended, which it may under an open form
    StatusPalette *statuses = nullptr;
    QPointer<MessageBar> messages{}; ///< the window's, for results that come when a menu or form has closed
    QLocale locale{};
    std::function<QDate()> today = [] { return QDate::currentDate(); };
    /// How long, and how often, a form looks for what it may have created: Close's indexes lag by half a minute
    /// to a minute (observed).
    std::chrono::milliseconds lookFor{60000};
    std::chrono::milliseconds lookEvery{4000};
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>

namespace Leadline {

/// A note to be written about a lead.
struct NoteDraft
{
    QString leadId{};
    QString note{}; ///< plain text
    bool isPinned = false;
};

/// A call that took place, to be logged.
struct CallDraft
{
    QString leadId{};
    QString contactId{};
    QString phone{};     ///< the other side's number
    QString direction{}; ///< outbound, inbound
    QString status{};    ///< completed, no-answer, busy, failed
    QString outcomeId{}; ///< one of the organization's outcomes
    QString note{};
    int duration = 0; ///< seconds
};

/// Something to be done, to be added to a lead.
struct TaskDraft
{
    QString leadId{};
    QString text{};
    QDate date{}; ///< invalid: a task without a date
    QString assignedTo{};
};

/// One wish to create something, over all attempts to send it: who asks keeps it until it is answered. An
/// attempt that was never answered may have arrived all the same, so the next one looks first.
struct Creation
{
    bool isUnsure = false;
    /// The lead's records of that kind before the first attempt: none of them is what was sent. Nothing while
    /// they are not known.
    std::optional<QSet<QString>> knownIds{};
    QDateTime firstSent{}; ///< by this machine's clock; invalid before the first attempt
};

using CreationPointer = std::shared_ptr<Creation>;

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace Leadline {

/// What a card, or a line of the grouped list, says of an opportunity.
struct PipelineCard
{
    QString id{};
    QString leadName{};
    QString value{};  ///< "€ 12,400"; "No value"
    QString period{}; ///< "/mo", "/yr" or nothing
    std::optional<int> confidence{};
    QString owner{};
    QString initials{};
    QString closes{}; ///< "18 Dec", "today", "overdue 14 Nov", or nothing
    bool isOverdue = false;
    bool isSoon = false;               ///< closes within a week
    std::optional<int> daysInStage{};  ///< since its status last changed; nothing where that is not known
    bool isStalled = false;            ///< open, and nothing has changed for a long time
    QString nextTask{};                ///< "Call back, 24 Nov"; blank where the lead has none
    bool isTaskLate = false;
    QString pending{}; ///< "waits", "not in Close yet"; blank where Close has it as shown

    /// "9 d", or nothing.
    QString stageText() const;
    /// "Bergmann Präzision AG, € 112,000, 70 %, closes 18 Dec": what a screen reader says.
    QString accessibleName() const;
};

/// The next thing to be done for a lead.
struct NextTask
{
    QDate day{}; ///< invalid for one without a day
    QString text{};
};

} // namespace Leadline

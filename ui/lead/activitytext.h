// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "activity.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace Leadline {

/// How an activity stands in a list. Everything is plain text.
struct ActivityEntry
{
    QString id;
    QString type;     ///< Close's word
    QString iconName; ///< of resources/icons
    QString text;     ///< the sentence: "Outgoing call, 14 min, answered"
    QString detail;   ///< what opens below it: an e-mail's body, a call's note
    QString author;   ///< "Ida Berg"
    QDateTime at;
    bool isPinned = false;
    bool isWaiting = false; ///< not in Close yet
};

/// A choice in the menu that narrows the list.
struct ActivityChoice
{
    QString id;    ///< "" for all
    QString title; ///< "Emails"
    QStringList types;
};

/// Says activities in words: the sentence for each kind, order, near times. Pure functions of their input.
class ActivityText
{
    Q_DECLARE_TR_FUNCTIONS(ActivityText)

public:
    static ActivityEntry entryOf(const Activity &activity);
    /// In the order they stand in: pinned ones first, then newest first; each id once, the later one counts.
    static QList<ActivityEntry> entriesOf(const QList<Activity> &activities);
    /// The kinds one can narrow to, "All activity" first.
    static QList<ActivityChoice> filters();

    /// "3 days ago", "last week", then the date; never in the future by more than clocks differ.
    static QString ago(const QDateTime &moment, const QDateTime &now, const QLocale &locale = QLocale());
    /// "Ida Berg, 3 days ago"
    static QString byLine(const ActivityEntry &entry, const QDateTime &now,
                          const QLocale &locale = QLocale());
    /// "45 s", "14 min", "1 h 5 min"
    static QString duration(qint64 seconds);

private:
    static QString callText(const Activity &activity);
    static QString sentence(const Activity &activity);
    static QString detailOf(const Activity &activity);
    static QString noteOf(const Activity &activity);
    static QString bodyOf(const Activity &activity);
};

} // namespace Leadline

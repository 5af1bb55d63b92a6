// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "syncmarks.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Marks of another shape are not read: a whole pass follows.
constexpr int Version = 1;

} // namespace

bool SyncMarks::isPassing() const
{
    return std::any_of(plans.begin(), plans.end(), [](const WindowPlan &plan) { return !plan.isDone(); });
}

QByteArray SyncMarks::toJson() const
{
    QJsonObject walks;
    for (auto it = plans.begin(); it != plans.end(); ++it)
        walks.insert(it.key(), it->toJson());
    return QJsonDocument(QJsonObject{{u"version"_s, Version},
                                     {u"walks"_s, walks},
                                     {u"sweep"_s, isSweep},
                                     {u"followed"_s, double(followed)},
                                     {u"followed_here"_s, followedHere.toString(Qt::ISODateWithMs)},
                                     {u"counted_here"_s, countedHere.toString(Qt::ISODateWithMs)}})
        .toJson(QJsonDocument::Compact);
}

SyncMarks SyncMarks::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    SyncMarks marks;
    if (object.value("version"_L1).toInt() != Version)
        return marks;
    const QJsonObject walks = object.value("walks"_L1).toObject();
    for (auto it = walks.begin(); it != walks.end(); ++it)
        marks.plans.insert(it.key(), WindowPlan::fromJson(it->toArray()));
    marks.isSweep = object.value("sweep"_L1).toBool();
    marks.followed = qint64(object.value("followed"_L1).toDouble());
    marks.followedHere = QDateTime::fromString(object.value("followed_here"_L1).toString(), Qt::ISODateWithMs);
    marks.countedHere = QDateTime::fromString(object.value("counted_here"_L1).toString(), Qt::ISODateWithMs);
    return marks;
}

} // namespace Leadline

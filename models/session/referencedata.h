// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "schema.h"
#include "smartview.h"

#include <QMap>

#include <optional>

namespace Leadline {

/// Close's answers that say what records mean, as the local copy keeps them: documents of
/// DocumentKind::Reference, by these names.
namespace ReferenceName {

inline const QString me = QStringLiteral("me");
inline const QString organization = QStringLiteral("organization");
inline const QString users = QStringLiteral("users");
inline const QString smartViews = QStringLiteral("smart_views");
inline const QString leadFields = QStringLiteral("custom_fields/lead");
inline const QString contactFields = QStringLiteral("custom_fields/contact");
inline const QString opportunityFields = QStringLiteral("custom_fields/opportunity");

QStringList all();

} // namespace ReferenceName

/// What records mean in one organization, to one user.
struct ReferenceData
{
    Me me;
    SchemaPointer schema;
    QList<SmartView> smartViews;
};

/// Makes it of the answers' bodies by name; what is absent or cannot be read is left out, but for the
/// organization, without which there is nothing. Callable on any thread.
std::optional<ReferenceData> readReference(const QMap<QString, QByteArray> &answers, const Me &me,
                                           const QString &organizationId);
/// The same, with "me" among the answers.
std::optional<ReferenceData> readReference(const QMap<QString, QByteArray> &answers,
                                           const QString &organizationId);

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

// Reading the small answers, where speed is nothing.
namespace Leadline {

/// The object in \a body, or Malformed.
Result<QJsonObject> jsonObject(const QByteArray &body);
/// The same, where it holds an array under \a key, else Malformed.
Result<QJsonObject> jsonEnvelope(const QByteArray &body, QLatin1StringView key = QLatin1StringView("data"));
/// The error of an answer that is not what the API describes.
tl::unexpected<ApiError> malformedAnswer(const QString &message);
/// The objects of a list's "data", or Malformed.
Result<QList<QJsonObject>> jsonList(const QByteArray &body);
/// Objects of the array under \a key; others are passed over.
QList<QJsonObject> jsonObjects(const QJsonObject &object, QLatin1StringView key);
/// The moment under \a key, or an invalid one.
QDateTime jsonMoment(const QJsonObject &object, QLatin1StringView key);
/// The texts of the array under \a key; others are passed over.
QStringList jsonTexts(const QJsonObject &object, QLatin1StringView key);

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

// Answers of Close with invented content, as files in tests/fixtures.

/// The bytes of fixture \a name; empty, which no test takes for an answer, where there is none.
inline QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(LEADLINE_FIXTURES "/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The same as JSON, to compare with or to alter.
inline QJsonObject fixtureObject(const QString &name)
{
    return QJsonDocument::fromJson(fixture(name)).object();
}

inline QByteArray jsonBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

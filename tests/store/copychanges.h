// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "localcopy.h"

namespace Leadline::Test {

inline QByteArray testKey(char fill = 'k')
{
    return QByteArray(LocalCopy::KeyBytes, fill);
}

inline DocumentKey leadKey(int number)
{
    return {DocumentKind::Lead, QStringLiteral("lead_%1").arg(number)};
}

/// A lead as Close might send it, of about 1 KB; another \a version is another text.
inline QByteArray leadJson(int number, int version = 0)
{
    QByteArray json = R"({"id":"lead_)" + QByteArray::number(number) + R"(","name":"Grackle Works )" +
                      QByteArray::number(number) + R"(","version":)" + QByteArray::number(version) +
                      R"(,"contacts":[)";
    for (int i = 0; i < 4; ++i)
        json += R"({"name":"Quillon Varga","emails":[{"type":"office","email":"quillon.varga)" +
                QByteArray::number(number * 4 + i) + R"(@grackle.example"}],"phones":[],"title":"Head of )" +
                QByteArray::number((number * 7919 + i) % 1000) + R"("},)";
    json.back() = ']';
    return json + '}';
}

/// The change that writes leads \a first to before \a last and notes it.
inline CopyChange leadsChange(int first, int last, int version = 0)
{
    CopyChange change;
    for (int i = first; i < last; ++i)
        change.put.append({leadKey(i), leadJson(i, version)});
    change.marks.insert(QStringLiteral("written"), QByteArray::number(last));
    return change;
}

} // namespace Leadline::Test

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "signedin.h"

#include <QSet>

namespace Leadline::Test {

using namespace Qt::StringLiterals;

/// Every id the server lists, as another client would read them.
inline QSet<QString> idsOf(const DemoServer &server, const QString &path)
{
    QSet<QString> ids;
    for (int skip = 0;; skip += 100) {
        const QJsonObject page = server.get(
            u"%1%2_fields=id&_limit=100&_skip=%3"_s.arg(path, path.contains(u'?') ? u"&"_s : u"?"_s)
                .arg(skip));
        for (const QJsonValue &record : page.value("data"_L1).toArray())
            ids.insert(record["id"_L1].toString());
        if (!page.value("has_more"_L1).toBool())
            return ids;
    }
}

inline QSet<QString> idsOf(const RecordTable &table)
{
    QSet<QString> ids;
    for (quint32 row = 0; row < table.rows(); ++row) {
        if (table.isLive(row))
            ids.insert(table.idAt(row));
    }
    return ids;
}

inline QVariant value(const RecordTable &table, const QString &id, const QString &key)
{
    const int row = table.rowOf(id);
    return row < 0 ? QVariant() : table.valueAt(key, quint32(row));
}

/// A first page of leads has been taken; the requests for the others leave when this has been told.
inline bool isBetweenPages(const Session &session)
{
    const SyncState state = session.syncState();
    return state.phase == SyncState::Phase::Loading && state.loaded > 0 && state.loaded < state.expected;
}

/// What a call answered, once it has.
template <typename T>
struct Answered
{
    std::shared_ptr<std::optional<Result<T>>> answer = std::make_shared<std::optional<Result<T>>>();

    Session::Callback<T> callback() const
    {
        return [answer = answer](Result<T> result) { *answer = std::move(result); };
    }
    bool isThere() const { return answer->has_value(); }
    bool isGood() const { return isThere() && (*answer)->has_value(); }
    const T &value() const { return ***answer; }
    const ApiError &error() const { return (*answer)->error(); }
};

#define TRY_GOOD(answered)                                                                                   \
    QVERIFY(waitFor([&] { return (answered).isThere(); }, Patience));                                        \
    QVERIFY2((answered).isGood(), qPrintable((answered).isGood() ? QString() : (answered).error().message))

} // namespace Leadline::Test

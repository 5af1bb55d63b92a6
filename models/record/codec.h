// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldtable.h"
#include "lead.h"
#include "result.h"

#include <QJsonObject>

#include <string_view>

namespace Leadline {

/// One page of a list, or of /data/search/.
template <typename R>
struct Page
{
    QList<R> records;
    bool hasMore = false;        ///< offset lists; false where the envelope does not say
    std::optional<qint64> total; ///< total_results, or count.total; absent on many lists
    QString cursor;              ///< of /data/search/; blank at the end
};

/// Reads one record of R from an answer. Unknown keys are passed over, absent ones stay blank; an answer that
/// is no JSON object with an id is Malformed. Callable on any thread.
template <typename R>
Result<R> decodeRecord(const QByteArray &body);
/// Reads a list's envelope and its records.
template <typename R>
Result<Page<R>> decodePage(const QByteArray &body);

/// A record as Close sent it.
struct RawRecord
{
    QString id;
    QByteArray json;
};
/// The records of a list or a search (or those under another key of the answer), unread, as Close wrote them. Callable
/// on any thread.
Result<QList<RawRecord>> rawRecords(const QByteArray &body, std::string_view key = "data");

/// \a value as the JSON that Close takes for \a field; null for a blank one, which clears it there.
QJsonValue encodeValue(const Field &field, const QVariant &value);
/// The body of a PUT: the keys of \a fields whose values differ between \a before and \a after.
QJsonObject changedBody(const FieldList &fields, const QVariantMap &before, const QVariantMap &after);
/// The body of a POST: every creatable field that has a value.
QJsonObject createdBody(const FieldList &fields, const QVariantMap &values);
/// Lays such a body over a record: what it will be once Close has taken it.
template <typename R>
void applyBody(R &record, const QJsonObject &body);
/// The values of such a body, by field key as FieldType describes them; what it clears is left out.
template <typename R>
QVariantMap bodyValues(const FieldTable<R> &table, const QJsonObject &body);

template <typename R>
QVariantMap bodyValues(const FieldTable<R> &table, const QJsonObject &body)
{
    R record;
    applyBody(record, body);
    QVariantMap values;
    for (const QString &key : body.keys()) {
        if (QVariant value = table.value(record, key); !isBlank(value))
            values.insert(key, value);
    }
    return values;
}

} // namespace Leadline

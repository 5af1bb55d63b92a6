// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What a table's records hold.

#include "recordtable.h"

#include "sortorders.h"

#include <QDateTime>

#include <algorithm>

namespace Leadline {

namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

int RecordTable::rowOf(const QString &id) const
{
    return m_index.rowOf(m_data, id.toStdString());
}

QString RecordTable::idAt(quint32 row) const
{
    return fromUtf8(m_data.id(row));
}

QString RecordTable::textAt(int field, quint32 row) const
{
    const ColumnData &column = m_data.columns[size_t(field)];
    if (column.storage == Storage::Symbol)
        return column.dictionary.at(column.symbol(row));
    if (column.storage == Storage::Id)
        return fromUtf8(column.id(row));
    return column.storage == Storage::Text ? fromUtf8(column.text(row)) : QString();
}

QVariant RecordTable::valueAt(int field, quint32 row) const
{
    const ColumnData &column = m_data.columns[size_t(field)];
    if (column.isBlank(row))
        return {};
    switch (m_data.fields.at(field).type) {
    case FieldType::Boolean:
        return column.integer(row) != 0;
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Money:
        return qlonglong(column.integer(row));
    case FieldType::Date:
        return QDate::fromJulianDay(column.integer(row));
    case FieldType::Moment:
        return QDateTime::fromMSecsSinceEpoch(column.integer(row), Qt::UTC);
    case FieldType::Number:
        return column.real(row);
    case FieldType::Choices:
    case FieldType::Users:
    case FieldType::Contacts:
    case FieldType::CustomObject:
        return textAt(field, row).split(ListSeparator);
    default:
        return textAt(field, row);
    }
}

QVariant RecordTable::valueAt(const QString &key, quint32 row) const
{
    const int field = m_data.fields.indexOf(key);
    return field < 0 ? QVariant() : valueAt(field, row);
}

QString RecordTable::leadIdAt(quint32 row) const
{
    return m_leadField < 0 ? idAt(row) : textAt(m_leadField, row);
}

QList<Facet> RecordTable::facets(int field, const RowSet *within) const
{
    const ColumnData &column = m_data.columns[size_t(field)];
    const bool boolean = m_data.fields.at(field).type == FieldType::Boolean;
    if (column.storage != Storage::Symbol && !boolean)
        return {};
    std::vector<quint32> counts(boolean ? 3 : size_t(column.dictionary.size()), 0);
    for (quint32 row = 0; row < m_data.rows; ++row) {
        if (!m_data.live.contains(row) || (within && !within->contains(row)))
            continue;
        if (!boolean)
            ++counts[column.symbol(row)];
        else
            ++counts[column.isBlank(row) ? 0 : size_t(column.integer(row)) + 1];
    }
    static const QStringList truths{QString(), QStringLiteral("false"), QStringLiteral("true")};
    QHash<QString, quint32> byValue;
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            continue;
        const QString &entry = boolean ? truths.at(qsizetype(i)) : column.dictionary.at(qsizetype(i));
        for (const QString &value : entry.split(ListSeparator))
            byValue[value] += counts[i];
    }
    QList<Facet> facets;
    for (auto it = byValue.constBegin(); it != byValue.constEnd(); ++it)
        facets.append({it.key(), it.value()});
    std::sort(facets.begin(), facets.end(), [](const Facet &a, const Facet &b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return facets;
}

std::vector<quint32> RecordTable::rowsOfLead(const QString &leadId) const
{
    std::vector<quint32> rows;
    if (m_leadField < 0) {
        if (const int row = rowOf(leadId); row >= 0)
            rows.push_back(quint32(row));
        return rows;
    }
    const IdKey key(leadId.toStdString());
    const Pieces<IdPiece> &leads = m_data.columns[size_t(m_leadField)].ids;
    for (const quint32 row : m_leadTags.rowsOf({key.hash()})) {
        if (leads.of(row).isSame(row & (PieceRows - 1), key) && m_data.live.contains(row))
            rows.push_back(row);
    }
    return rows;
}

std::vector<quint32> RecordTable::rowsOfLeads(const QSet<QString> &leadIds) const
{
    std::vector<quint32> rows;
    if (m_leadField < 0) {
        for (const QString &id : leadIds) {
            if (const int row = rowOf(id); row >= 0)
                rows.push_back(quint32(row));
        }
        std::sort(rows.begin(), rows.end());
        return rows;
    }
    std::vector<size_t> hashes;
    for (const QString &id : leadIds)
        hashes.push_back(IdKey(id.toStdString()).hash());
    std::sort(hashes.begin(), hashes.end());
    const Pieces<IdPiece> &leads = m_data.columns[size_t(m_leadField)].ids;
    for (const quint32 row : m_leadTags.rowsOf(hashes)) {
        // A text is made of the right ones only.
        if (m_data.live.contains(row) &&
            std::binary_search(hashes.begin(), hashes.end(), leads.of(row).hash(row & (PieceRows - 1))) &&
            leadIds.contains(leadIdAt(row)))
            rows.push_back(row);
    }
    return rows;
}

size_t RecordTable::bytes() const
{
    return m_data.bytes() + m_index.bytes() + m_leadTags.bytes() + m_orders->bytes();
}

} // namespace Leadline

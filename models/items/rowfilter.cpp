// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "rowfilter.h"

#include "money.h"
#include "parallel.h"
#include "searchtext.h"
#include "textscan.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace Leadline {

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

RowTest symbolTest(const Filter &filter, const ColumnData &column)
{
    const bool any = filter.op == FilterOperator::IsAnyOf;
    std::vector<bool> passes;
    for (const QString &entry : column.dictionary) {
        const QStringList values = entry.split(ListSeparator);
        const bool named = std::any_of(values.begin(), values.end(),
                                       [&](const QString &value) { return filter.values.contains(value); });
        passes.push_back(named == any);
    }
    return [&column, passes = std::move(passes)](quint32 row) { return passes[column.symbol(row)]; };
}

RowTest containsTest(const Filter &filter, const ColumnData &column)
{
    const bool wanted = filter.op == FilterOperator::Contains;
    return [&column, wanted, words = searchWords(filter.text)](quint32 row) {
        return containsWords(viewOf(foldedUtf8(column.text(row))), words) == wanted;
    };
}

RowTest betweenTest(const Filter &filter, const Field &field, const TableData &data, const ColumnData &column)
{
    if (column.storage == Storage::Real) {
        const double least = filter.from.isValid() ? filter.from.toDouble() : -HUGE_VAL;
        const double most = filter.to.isValid() ? filter.to.toDouble() : HUGE_VAL;
        return [&column, least, most](quint32 row) {
            const double value = column.real(row);
            return value >= least && value <= most;
        };
    }
    const qint64 least = filter.from.isValid() ? filter.from.toLongLong() : NoInteger + 1;
    const qint64 most = filter.to.isValid() ? filter.to.toLongLong() : std::numeric_limits<qint64>::max();
    const int unit = field.unitKey.isEmpty() ? -1 : data.fields.indexOf(field.unitKey);
    if (unit < 0 || data.columns[size_t(unit)].storage != Storage::Symbol) {
        return [&column, least, most](quint32 row) {
            const qint64 value = column.integer(row);
            return value >= least && value <= most;
        };
    }
    const ColumnData &units = data.columns[size_t(unit)];
    return [&column, &units, least, most](quint32 row) {
        const qint64 value = column.integer(row);
        if (value == NoInteger)
            return false;
        const qint64 yearly = annualized(value, periodFromKey(units.dictionary.at(units.symbol(row))));
        return yearly >= least && yearly <= most;
    };
}

RowTest daysTest(const Filter &filter, const Field &field, const ColumnData &column, const QDateTime &now,
                 const QLocale &locale)
{
    DayRange days = daysOf(filter.preset, now.toLocalTime().date(), locale.firstDayOfWeek());
    if (filter.preset == DatePreset::Custom)
        days = {filter.from.toDate(), filter.to.toDate()};
    qint64 least = NoInteger + 1;
    qint64 most = std::numeric_limits<qint64>::max();
    if (field.type == FieldType::Moment) {
        // A day is the person's, from midnight to midnight where they are.
        if (days.from.isValid())
            least = days.from.startOfDay().toMSecsSinceEpoch();
        if (days.to.isValid())
            most = days.to.endOfDay().toMSecsSinceEpoch();
    } else {
        if (days.from.isValid())
            least = days.from.toJulianDay();
        if (days.to.isValid())
            most = days.to.toJulianDay();
    }
    return [&column, least, most](quint32 row) {
        const qint64 value = column.integer(row);
        return value >= least && value <= most;
    };
}

RowSet rowsWith(const TableData &data, const QByteArray &word, QThreadPool *pool)
{
    RowSet rows(data.rows);
    const WordSearch search(data, word);
    parallelFor(pool, data.pieces(), [&](quint32 piece) { search.scan(piece, rows); });
    return rows;
}

/// The rows that hold a number's digits, or what was typed of it.
RowSet scanPhone(const TableData &data, const QString &phone, QThreadPool *pool)
{
    RowSet rows(data.rows, true);
    for (const QByteArray &word : searchWords(phone))
        rows.intersect(rowsWith(data, word, pool));
    rows.unite(rowsWith(data, phoneDigitsForSearch(phone), pool));
    return rows;
}

} // namespace

RowTest testOf(const Filter &filter, const TableData &data, const QDateTime &now, const QLocale &locale)
{
    const int index = data.fields.indexOf(filter.key);
    if (index < 0 || !filter.isEffective())
        return {};
    const Field &field = data.fields.at(index);
    const ColumnData &column = data.columns[size_t(index)];
    const Storage storage = column.storage;
    switch (filter.op) {
    case FilterOperator::HasValue:
        return [&column](quint32 row) { return !column.isBlank(row); };
    case FilterOperator::HasNoValue:
        return [&column](quint32 row) { return column.isBlank(row); };
    case FilterOperator::IsAnyOf:
    case FilterOperator::IsNoneOf:
        return storage == Storage::Symbol ? symbolTest(filter, column) : RowTest();
    case FilterOperator::Contains:
    case FilterOperator::DoesNotContain:
        return storage == Storage::Text ? containsTest(filter, column) : RowTest();
    case FilterOperator::Between:
        return storage == Storage::Integer || storage == Storage::Real
                   ? betweenTest(filter, field, data, column)
                   : RowTest();
    case FilterOperator::InRange:
        return field.type == FieldType::Date || field.type == FieldType::Moment
                   ? daysTest(filter, field, column, now, locale)
                   : RowTest();
    case FilterOperator::IsTrue:
        return storage == Storage::Integer
                   ? RowTest([&column](quint32 row) { return column.integer(row) == 1; })
                   : RowTest();
    case FilterOperator::IsFalse:
        return storage == Storage::Integer
                   ? RowTest([&column](quint32 row) { return column.integer(row) != 1; })
                   : RowTest();
    }
    return {};
}

RowFilter::RowFilter(RecordTable *table)
    : m_table(table)
{
    combine();
}

QList<RowFilter::Part> RowFilter::wantedParts() const
{
    QList<Part> parts;
    if (!m_set.leadId.isEmpty())
        parts.append({.leadId = m_set.leadId});
    if (m_set.ids)
        parts.append({.ids = m_set.ids});
    for (const Filter &filter : m_set.filters)
        parts.append({.filter = filter});
    // A number typed the national way is not written so in the text: its words or its digits may be found.
    const auto isTypedNumber = [](const QString &text) {
        const QByteArray digits = phoneDigitsForSearch(text);
        return !digits.isEmpty() && digits != text.toUtf8();
    };
    if (isTypedNumber(m_set.text)) {
        parts.append({.phone = m_set.text});
        return parts;
    }
    for (const QByteArray &word : searchWords(m_set.text)) {
        const QString text = QString::fromUtf8(word);
        parts.append(isTypedNumber(text) ? Part{.phone = text} : Part{.word = word});
    }
    return parts;
}

bool RowFilter::setSet(const FilterSet &set, const QDateTime &now)
{
    if (set == m_set)
        return false;
    m_set = set;
    m_now = now;
    std::vector<Part> parts;
    for (const Part &wanted : wantedParts()) {
        if (std::any_of(parts.begin(), parts.end(), [&](const Part &part) { return part.isSame(wanted); }))
            continue;
        const auto known = std::find_if(m_parts.begin(), m_parts.end(),
                                        [&](const Part &part) { return part.isSame(wanted); });
        if (known != m_parts.end()) {
            parts.push_back(std::move(*known));
            m_parts.erase(known);
        } else {
            parts.push_back(wanted);
            scan(parts.back());
        }
    }
    m_parts = std::move(parts);
    combine();
    return true;
}

bool RowFilter::updateTime(const QDateTime &now)
{
    const bool newDay = now.toLocalTime().date() != m_now.toLocalTime().date();
    m_now = now;
    bool changed = false;
    for (Part &part : m_parts) {
        if (newDay && part.filter && part.filter->op == FilterOperator::InRange) {
            scan(part);
            changed = true;
        }
    }
    if (changed)
        combine();
    return changed;
}

RowTest RowFilter::testOf(const Part &part) const
{
    const TableData &data = m_table->data();
    if (part.filter)
        return Leadline::testOf(*part.filter, data, m_now, m_table->locale());
    if (!part.word.isEmpty()) {
        return [&data, word = part.word](quint32 row) {
            return searchedText(data, row).find(viewOf(word)) != std::string::npos;
        };
    }
    if (!part.phone.isEmpty()) {
        return
            [&data, digits = phoneDigitsForSearch(part.phone), words = searchWords(part.phone)](quint32 row) {
                const std::string text = searchedText(data, row);
                return text.find(viewOf(digits)) != std::string::npos || containsWords(text, words);
            };
    }
    if (part.ids) {
        QSet<quint32> rows;
        for (const QString &id : *part.ids) {
            if (const int row = m_table->rowOf(id); row >= 0)
                rows.insert(quint32(row));
        }
        return [rows = std::move(rows)](quint32 row) { return rows.contains(row); };
    }
    const int field = data.fields.indexOf(QStringLiteral("lead_id"));
    const auto &ids = field < 0 ? data.ids : data.columns[size_t(field)].ids;
    return [&ids, key = IdKey(part.leadId.toStdString())](quint32 row) {
        return ids.of(row).isSame(row & (PieceRows - 1), key);
    };
}

void RowFilter::scan(Part &part) const
{
    const TableData &data = m_table->data();
    part.rows = RowSet(data.rows);
    // Below this one thread is done sooner than another one is awake on a busy machine.
    constexpr quint32 ManyRows = 200'000;
    QThreadPool *pool = data.rows > ManyRows ? m_table->pool() : nullptr;
    if (!part.word.isEmpty()) {
        part.rows = rowsWith(data, part.word, pool);
        return;
    }
    if (!part.phone.isEmpty()) {
        part.rows = scanPhone(data, part.phone, pool);
        return;
    }
    const RowTest test = testOf(part);
    if (!test) {
        part.rows = RowSet(data.rows, true);
        return;
    }
    parallelFor(pool, data.pieces(), [&](quint32 piece) {
        for (quint32 row = TableData::first(piece); row < data.last(piece); ++row) {
            if (test(row))
                part.rows.insert(row);
        }
    });
}

void RowFilter::combine()
{
    m_rows = m_table->data().live;
    for (const Part &part : m_parts)
        m_rows.intersect(part.rows);
}

void RowFilter::apply(const TableChange &change)
{
    std::vector<quint32> dirty = change.changedRows();
    for (quint32 i = 0; i < change.newRows; ++i)
        dirty.push_back(change.firstNew + i);
    const TableData &data = m_table->data();
    m_rows.resize(data.rows);
    for (const quint32 row : change.removedRows)
        m_rows.remove(row);
    for (const quint32 row : dirty)
        m_rows.set(row, data.live.contains(row));
    for (Part &part : m_parts) {
        part.rows.resize(data.rows);
        const RowTest test = testOf(part);
        for (const quint32 row : dirty) {
            const bool passes = !test || test(row);
            part.rows.set(row, passes);
            if (!passes)
                m_rows.remove(row);
        }
    }
}

void RowFilter::reset()
{
    for (Part &part : m_parts)
        scan(part);
    combine();
}

} // namespace Leadline

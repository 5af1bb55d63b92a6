// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "sortorder.h"

#include "money.h"
#include "parallel.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace Leadline {

namespace {

struct Keyed
{
    quint64 key;
    quint32 row;
};

/// Sorts by key and keeps equal ones in place. Bytes that are the same in all keys cost nothing.
void radixSort(std::vector<Keyed> &items)
{
    if (items.size() < 256) {
        std::stable_sort(items.begin(), items.end(),
                         [](const Keyed &a, const Keyed &b) { return a.key < b.key; });
        return;
    }
    quint64 all = ~quint64(0);
    quint64 any = 0;
    for (const Keyed &item : items) {
        all &= item.key;
        any |= item.key;
    }
    std::vector<Keyed> other(items.size());
    for (int shift = 0; shift < 64; shift += 8) {
        if ((((all ^ any) >> shift) & 0xFF) == 0)
            continue;
        std::array<quint32, 257> begin{};
        for (const Keyed &item : items)
            ++begin[((item.key >> shift) & 0xFF) + 1];
        std::partial_sum(begin.begin(), begin.end(), begin.begin());
        for (const Keyed &item : items)
            other[begin[(item.key >> shift) & 0xFF]++] = item;
        items.swap(other);
    }
}

bool isStopped(const std::atomic<bool> *stop)
{
    return stop && stop->load(std::memory_order_relaxed);
}

/// Sorts texts: by the alphabet's weights, letters behind letters, then by the collator.
class TextSorter
{
public:
    TextSorter(const RowKeys &keys, const Alphabet &alphabet, const std::atomic<bool> *stop)
        : m_keys(keys)
        , m_alphabet(alphabet)
        , m_compare(keys.locale())
        , m_stop(stop)
    {
    }

    void sort(std::vector<Keyed> items, quint32 skip, quint32 *out)
    {
        radixSort(items);
        for (size_t begin = 0; begin < items.size();) {
            size_t end = begin + 1;
            while (end < items.size() && items[end].key == items[begin].key)
                ++end;
            sortTies(items.data() + begin, items.data() + end, skip + m_alphabet.keyLength(), out + begin);
            begin = end;
        }
    }

private:
    void sortTies(const Keyed *begin, const Keyed *end, quint32 skip, quint32 *out)
    {
        const size_t count = size_t(end - begin);
        std::transform(begin, end, out, [](const Keyed &item) { return item.row; });
        if (count == 1 || isStopped(m_stop))
            return;
        if (count > 16 && skip < 256 && sortByNextLetters(out, count, skip))
            return;
        std::stable_sort(out, out + count,
                         [&](quint32 a, quint32 b) { return m_compare(m_keys.text(a), m_keys.text(b)) < 0; });
    }

    /// False when there are no further letters.
    bool sortByNextLetters(quint32 *out, size_t count, quint32 skip)
    {
        std::vector<Keyed> items(count);
        bool more = false;
        for (size_t i = 0; i < count; ++i) {
            items[i] = {m_alphabet.key(m_keys.text(out[i]), skip).weights, out[i]};
            more = more || items[i].key != 0;
        }
        if (more)
            sort(std::move(items), skip, out);
        return more;
    }

    const RowKeys &m_keys;
    const Alphabet &m_alphabet;
    TextCompare m_compare;
    const std::atomic<bool> *m_stop;
};

/// Whether each pair of neighbours stands as the collator wants it.
bool isInOrder(const RowKeys &keys, const std::vector<quint32> &rows, QThreadPool *pool)
{
    constexpr quint32 Span = 1 << 13;
    std::atomic<bool> good = true;
    parallelFor(pool, quint32((rows.size() + Span - 1) / Span), [&](quint32 part) {
        const size_t begin = size_t(part) * Span;
        const size_t end = qMin(rows.size(), begin + Span + 1);
        TextCompare compare(keys.locale());
        compare.setLeft(keys.text(rows[begin]));
        for (size_t i = begin + 1; i < end && good; ++i) {
            const int order = compare.compareLeftWith(keys.text(rows[i]));
            if (order > 0 || (order == 0 && rows[i - 1] > rows[i]))
                good = false;
            compare.shift();
        }
    });
    return good;
}

/// Puts right an order that the alphabet has got wrong in places: what stands wrong is taken out, sorted and
/// put in again. As many comparisons as rows, and a few for each that stood wrong.
void putRight(const RowKeys &keys, std::vector<quint32> &rows, const std::atomic<bool> *stop)
{
    constexpr size_t Patience = 8;
    TextCompare compare(keys.locale());
    const auto less = [&](quint32 a, quint32 b) {
        const int order = compare(keys.text(a), keys.text(b));
        return order != 0 ? order < 0 : a < b;
    };
    std::vector<quint32> kept;
    std::vector<quint32> wrong;
    size_t inRow = 0;
    for (size_t i = 0; i < rows.size() && !isStopped(stop); ++i) {
        if (kept.empty() || !less(rows[i], kept.back())) {
            kept.push_back(rows[i]);
            inRow = 0;
        } else if (inRow < Patience) {
            wrong.push_back(rows[i]);
            ++inRow;
        } else {
            // So many in a row: not they stand wrong but those kept before them.
            wrong.resize(wrong.size() - inRow);
            i -= inRow;
            inRow = 0;
            while (!kept.empty() && less(rows[i], kept.back())) {
                wrong.push_back(kept.back());
                kept.pop_back();
            }
            kept.push_back(rows[i]);
        }
    }
    if (isStopped(stop))
        return;
    std::sort(wrong.begin(), wrong.end(), less);
    rows.clear();
    auto from = kept.begin();
    for (const quint32 row : wrong) {
        const auto place = std::upper_bound(from, kept.end(), row, less);
        rows.insert(rows.end(), from, place);
        rows.push_back(row);
        from = place;
    }
    rows.insert(rows.end(), from, kept.end());
}

} // namespace

RowKeys::RowKeys(const TableData &data, int field, const Directory &directory, const QLocale &locale)
    : m_column(data.columns[size_t(field)])
    , m_locale(locale)
{
    const Field &described = data.fields.at(field);
    if (m_column.storage == Storage::Symbol)
        rankSymbols(described, directory);
    const int unit = described.unitKey.isEmpty() ? -1 : data.fields.indexOf(described.unitKey);
    if (unit >= 0 && data.columns[size_t(unit)].storage == Storage::Symbol) {
        m_unit = &data.columns[size_t(unit)];
        for (const QString &period : m_unit->dictionary)
            m_monthly.push_back(periodFromKey(period) == ValuePeriod::Monthly);
    }
}

void RowKeys::rankSymbols(const Field &field, const Directory &directory)
{
    struct Entry
    {
        int place;
        QString name;
        quint32 symbol;
    };
    std::vector<Entry> entries;
    for (const QString &value : m_column.dictionary) {
        int place = std::numeric_limits<int>::max();
        QString name = value;
        switch (field.type) {
        case FieldType::LeadStatus:
        case FieldType::OpportunityStatus:
        case FieldType::Pipeline:
            place = directory.orderOf(value);
            name = directory.nameOf(value);
            break;
        case FieldType::User:
        case FieldType::Users: {
            QStringList names;
            for (const QString &id : value.split(ListSeparator))
                names.append(directory.nameOf(id));
            name = names.join(u' ');
            break;
        }
        default:
            if (const auto index = field.choices.indexOf(value.section(ListSeparator, 0, 0)); index >= 0)
                place = int(index);
        }
        entries.push_back({place, name, quint32(entries.size())});
    }
    const QCollator collator(m_locale);
    std::stable_sort(entries.begin(), entries.end(), [&](const Entry &a, const Entry &b) {
        return a.place != b.place ? a.place < b.place : collator.compare(a.name, b.name) < 0;
    });
    m_ranks.resize(entries.size());
    quint32 rank = 0;
    for (size_t i = 0; i < entries.size(); ++i) {
        // Two former users of one name, say, are equal.
        const bool same = i > 0 && entries[i].place == entries[i - 1].place &&
                          collator.compare(entries[i].name, entries[i - 1].name) == 0;
        rank += i > 0 && !same ? 1 : 0;
        m_ranks[entries[i].symbol] = rank;
    }
}

std::optional<quint64> RowKeys::number(quint32 row) const
{
    switch (m_column.storage) {
    case Storage::Symbol:
        return m_column.isBlank(row) ? std::nullopt : std::optional<quint64>(m_ranks[m_column.symbol(row)]);
    case Storage::Integer: {
        qint64 value = m_column.integer(row);
        if (value == NoInteger)
            return {};
        if (m_unit && m_monthly[m_unit->symbol(row)])
            value = annualized(value, ValuePeriod::Monthly);
        return quint64(value) ^ (quint64(1) << 63);
    }
    case Storage::Real: {
        if (m_column.isBlank(row))
            return {};
        // -0.0 is 0.0; negative numbers have their bits the other way round.
        const quint64 bits = std::bit_cast<quint64>(m_column.real(row) + 0.0);
        return bits & (quint64(1) << 63) ? ~bits : bits | (quint64(1) << 63);
    }
    case Storage::Text:
    case Storage::Id:
    case Storage::None:
        break;
    }
    return {};
}

SortOrder sortRows(const TableData &data, const RowKeys &keys, QThreadPool *pool,
                   const std::atomic<bool> *stop)
{
    SortOrder order;
    if (keys.isText())
        order.alphabet = Alphabet(keys.column(), keys.locale());
    std::vector<Keyed> items;
    std::vector<quint32> blanks;
    items.reserve(data.rows);
    for (quint32 row = 0; row < data.rows; ++row) {
        const std::optional<quint64> number = keys.number(row);
        if (number)
            items.push_back({*number, row});
        else if (keys.isText() && !keys.isBlank(row))
            items.push_back({order.alphabet.key(keys.text(row)).weights, row});
        else
            blanks.push_back(row);
    }
    order.filled = quint32(items.size());
    order.rows.reserve(roomFor(data.rows));
    order.rows.resize(items.size());
    if (keys.isText()) {
        TextSorter(keys, order.alphabet, stop).sort(std::move(items), 0, order.rows.data());
        if (!isStopped(stop) && !isInOrder(keys, order.rows, pool)) {
            order.alphabetHolds = false;
            putRight(keys, order.rows, stop);
        }
    } else {
        radixSort(items);
        std::transform(items.begin(), items.end(), order.rows.begin(),
                       [](const Keyed &item) { return item.row; });
    }
    order.rows.insert(order.rows.end(), blanks.begin(), blanks.end());
    return order;
}

RowLess::RowLess(RowKeys keys, const SortOrder &order, Qt::SortOrder direction)
    : m_keys(std::move(keys))
    , m_order(order)
    , m_direction(direction)
    , m_compare(m_keys.locale())
{
}

bool RowLess::operator()(quint32 a, quint32 b)
{
    const bool isUp = m_direction == Qt::AscendingOrder;
    if (m_keys.isText()) {
        const bool isBlank = m_keys.isBlank(a);
        if (isBlank != m_keys.isBlank(b))
            return !isBlank;
        return isBlank ? a < b : isUp ? isTextBelow(a, b) : isTextBelow(b, a);
    }
    const std::optional<quint64> left = m_keys.number(a);
    const std::optional<quint64> right = m_keys.number(b);
    if (left.has_value() != right.has_value())
        return left.has_value();
    if (!left || *left == *right)
        return isUp || !left ? a < b : b < a;
    return isUp ? *left < *right : *right < *left;
}

bool RowLess::isTextBelow(quint32 a, quint32 b)
{
    const std::string_view left = m_keys.text(a);
    const std::string_view right = m_keys.text(b);
    if (m_order.alphabetHolds) {
        const Alphabet::Key first = m_order.alphabet.key(left);
        const Alphabet::Key second = m_order.alphabet.key(right);
        if (!first.unknown && !second.unknown && first.weights != second.weights)
            return first.weights < second.weights;
    }
    const int collated = m_compare(left, right);
    return collated != 0 ? collated < 0 : a < b;
}

RowInsertion RowLess::placesIn(const std::vector<quint32> &rows, std::vector<quint32> added)
{
    const auto isBefore = [this](quint32 a, quint32 b) { return (*this)(a, b); };
    std::sort(added.begin(), added.end(), isBefore);
    return RowInsertion(rows, std::move(added), isBefore);
}

void mergeIntoOrder(SortOrder &order, const TableData &data, RowKeys keys, const std::vector<quint32> &dirty)
{
    if (!order.rows.empty() && !dirty.empty() && dirty.front() < order.rows.size()) {
        RowSet isDirty(data.rows);
        for (const quint32 row : dirty)
            isDirty.insert(row);
        const auto wasDirty = [&](quint32 row) { return isDirty.contains(row); };
        const auto middle = order.rows.begin() + order.filled;
        const auto keptFilled = std::remove_if(order.rows.begin(), middle, wasDirty);
        const auto keptBlanks = std::remove_if(middle, order.rows.end(), wasDirty);
        order.filled = quint32(keptFilled - order.rows.begin());
        order.rows.erase(std::move(middle, keptBlanks, keptFilled), order.rows.end());
    }
    order.filled += quint32(
        std::count_if(dirty.begin(), dirty.end(), [&keys](quint32 row) { return !keys.isBlank(row); }));
    RowLess(std::move(keys), order).placesIn(order.rows, dirty).applyTo(order.rows);
}

std::vector<quint32> firstRows(const TableData &data, const RowKeys &keys, const RowSet &among, quint32 count,
                               Qt::SortOrder direction)
{
    SortOrder order;
    if (keys.isText())
        order.alphabet = Alphabet(keys.column(), keys.locale());
    RowLess less(keys, order, direction);
    const bool up = direction == Qt::AscendingOrder;
    const auto before = [&less](quint32 a, quint32 b) { return less(a, b); };
    std::vector<quint32> heap; // the last of the first is on top
    quint64 worst = 0;
    const auto weight = [&](quint32 row) {
        return keys.isText() ? order.alphabet.key(keys.text(row)).weights : keys.number(row).value_or(0);
    };
    for (quint32 row = 0; row < data.rows && count > 0; ++row) {
        if (!among.contains(row) || keys.isBlank(row))
            continue;
        if (heap.size() == count) {
            const quint64 own = weight(row);
            if ((up ? own > worst : own < worst) || !before(row, heap.front()))
                continue;
            std::pop_heap(heap.begin(), heap.end(), before);
            heap.back() = row;
        } else {
            heap.push_back(row);
        }
        std::push_heap(heap.begin(), heap.end(), before);
        worst = weight(heap.front());
    }
    std::sort_heap(heap.begin(), heap.end(), before);
    return heap;
}

} // namespace Leadline

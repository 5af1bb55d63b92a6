// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "sortorders.h"

#include <algorithm>

namespace Leadline {

namespace {

/// Orders that are kept: a person goes back and forth between a few columns; each is 4 bytes a row.
constexpr size_t KeptOrders = 6;
/// Rows that wait for their places: as many as are put there in a moment, so that whoever asks need not wait.
constexpr size_t ManyDirty = 400;

} // namespace

SortOrders::SortOrders(RecordTable *table)
    : m_table(table)
{
}

SortOrders::~SortOrders()
{
    clear();
}

SortOrders::Entry *SortOrders::find(int field)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &entry) { return entry.field == field; });
    if (found == m_entries.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found);
    return &m_entries.front();
}

const SortOrder *SortOrders::order(int field)
{
    Entry *entry = find(field);
    if (!entry) {
        m_entries.emplace_front();
        entry = &m_entries.front();
        entry->field = field;
        if (m_entries.size() > KeptOrders) {
            if (m_entries.back().stop)
                *m_entries.back().stop = true;
            m_entries.pop_back();
        }
    }
    if (entry->ready)
        bringUpToDate(*entry);
    if (!entry->ready && !entry->stop)
        start(*entry);
    return entry->ready ? &entry->order : nullptr;
}

std::optional<RowLess> SortOrders::comparison(int field, Qt::SortOrder direction)
{
    const Entry *entry = find(field);
    if (!entry || !entry->ready)
        return {};
    return RowLess(RowKeys(m_table->data(), field, m_table->directory(), m_table->locale()), entry->order, direction);
}

void SortOrders::keepUp(int field)
{
    Entry *entry = find(field);
    if (!entry || !entry->ready || entry->dirty.size() <= ManyDirty || std::exchange(entry->isKeepingUp, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this, field] {
            Entry *later = find(field);
            if (!later)
                return;
            later->isKeepingUp = false;
            if (later->ready)
                bringUpToDate(*later);
        },
        Qt::QueuedConnection);
}

/// Sorting all is quicker.
bool SortOrders::isTooDirty(const Entry &entry) const
{
    return entry.dirty.size() > 1000 && entry.dirty.size() > m_table->rows() / 8;
}

/// The next who asks for it has it made anew.
void SortOrders::drop(Entry &entry)
{
    entry.order = {};
    entry.ready = false;
    entry.dirty = {};
}

void SortOrders::bringUpToDate(Entry &entry)
{
    if (entry.dirty.empty())
        return;
    std::sort(entry.dirty.begin(), entry.dirty.end());
    entry.dirty.erase(std::unique(entry.dirty.begin(), entry.dirty.end()), entry.dirty.end());
    if (isTooDirty(entry)) {
        drop(entry);
        return;
    }
    mergeIntoOrder(entry.order, m_table->data(),
                   RowKeys(m_table->data(), entry.field, m_table->directory(), m_table->locale()), entry.dirty);
    entry.dirty.clear();
}

void SortOrders::start(Entry &entry)
{
    entry.dirty.clear();
    if (m_table->rows() <= m_backgroundRows) {
        const RowKeys keys(m_table->data(), entry.field, m_table->directory(), m_table->locale());
        entry.order = sortRows(m_table->data(), keys);
        entry.ready = true;
        return;
    }
    entry.stop = std::make_shared<std::atomic<bool>>(false);
    m_table->pool()->start([this, stop = entry.stop, field = entry.field, data = m_table->data(),
                            directory = m_table->directory(), locale = m_table->locale(),
                            pool = m_table->pool()] {
        auto made = std::make_shared<SortOrder>();
        {
            const RowKeys keys(data, field, directory, locale);
            *made = sortRows(data, keys, pool, stop.get());
        }
        // The table waits for its pool before this object goes.
        QMetaObject::invokeMethod(
            this, [this, stop, made] { finish(stop, made); }, Qt::QueuedConnection);
    });
}

void SortOrders::finish(const std::shared_ptr<std::atomic<bool>> &stop,
                        const std::shared_ptr<SortOrder> &made)
{
    for (Entry &entry : m_entries) {
        if (entry.stop != stop)
            continue;
        entry.stop.reset();
        entry.order = std::move(*made);
        entry.ready = true;
        Q_EMIT orderReady(entry.field);
        return;
    }
    // Nobody waits for it any more: the table was reset or other orders were asked for.
}

std::vector<quint32> SortOrders::first(int field, const RowSet &among, quint32 count,
                                       Qt::SortOrder direction) const
{
    const RowKeys keys(m_table->data(), field, m_table->directory(), m_table->locale());
    return firstRows(m_table->data(), keys, among, count, direction);
}

void SortOrders::take(int field, SortOrder order)
{
    Entry &entry = m_entries.emplace_back();
    entry.field = field;
    entry.order = std::move(order);
    entry.ready = true;
}

std::vector<int> SortOrders::fields() const
{
    std::vector<int> fields;
    for (const Entry &entry : m_entries)
        fields.push_back(entry.field);
    return fields;
}

void SortOrders::note(const TableChange &change)
{
    const FieldList &fields = m_table->fields();
    for (Entry &entry : m_entries) {
        if (!entry.ready && !entry.stop)
            continue;
        const QString &unitKey = fields.at(entry.field).unitKey;
        const int unit = unitKey.isEmpty() ? -2 : fields.indexOf(unitKey);
        for (const ChangedCell &cell : change.cells) {
            if (cell.field == entry.field || cell.field == unit)
                entry.dirty.push_back(cell.row);
        }
        for (quint32 i = 0; i < change.newRows; ++i)
            entry.dirty.push_back(change.firstNew + i);
        if (entry.ready && isTooDirty(entry))
            drop(entry);
    }
}

void SortOrders::clear()
{
    for (const Entry &entry : m_entries) {
        if (entry.stop)
            *entry.stop = true;
    }
    m_entries.clear();
}

size_t SortOrders::bytes() const
{
    size_t total = 0;
    for (const Entry &entry : m_entries)
        total += (entry.order.rows.size() + entry.dirty.size()) * sizeof(quint32);
    return total;
}

} // namespace Leadline

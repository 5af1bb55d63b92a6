// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pendingoverlay.h"

#include "searchtext.h"

#include <algorithm>

namespace Leadline {

PendingKind PendingOverlay::kindOf(std::string_view id) const
{
    if (m_held.empty())
        return PendingKind::None;
    const auto held = m_held.find(id);
    return held == m_held.end() ? PendingKind::None : held->second.record.kind;
}

bool PendingOverlay::covers(std::string_view id, int field) const
{
    if (m_held.empty())
        return false;
    const auto held = m_held.find(id);
    return held != m_held.end() && std::any_of(held->second.above.begin(), held->second.above.end(),
                                               [field](const auto &cell) { return cell.first == field; });
}

std::vector<int> PendingOverlay::fieldsOf(std::string_view id) const
{
    std::vector<int> fields;
    if (const auto held = m_held.find(id); held != m_held.end()) {
        for (const auto &[field, cell] : held->second.above)
            fields.push_back(field);
    }
    return fields;
}

std::vector<std::string_view> PendingOverlay::ids() const
{
    std::vector<std::string_view> ids;
    for (const auto &[id, held] : m_held)
        ids.push_back(id);
    return ids;
}

/// The cells and the search text that a page of Close would have brought.
void PendingOverlay::prepare(Held &held, const FieldList &fields)
{
    ColumnBlockBuilder builder(fields);
    builder.beginRow({});
    std::vector<int> written;
    for (qsizetype field = 0; field < fields.size(); ++field) {
        const auto value = held.record.values.constFind(fields.at(field).key);
        if (value == held.record.values.cend() || !builder.needs(field))
            continue;
        builder.append(field, *value);
        written.push_back(int(field));
    }
    builder.endRow();
    const ColumnBlock block = builder.take();
    held.search = std::string(block.search.at(0));
    for (const int field : written) {
        const Column &column = block.columns[size_t(field)];
        if (const auto *texts = std::get_if<TextColumn>(&column)) {
            const std::string_view text = texts->at(0);
            held.above.emplace_back(field, QString::fromUtf8(text.data(), qsizetype(text.size())));
        } else if (const auto *symbols = std::get_if<SymbolColumn>(&column)) {
            held.above.emplace_back(field, symbols->dictionary.at(symbols->values.at(0)));
        } else if (const auto *integers = std::get_if<IntegerColumn>(&column)) {
            held.above.emplace_back(field, integers->at(0));
        } else if (const auto *reals = std::get_if<RealColumn>(&column)) {
            held.above.emplace_back(field, reals->at(0));
        }
    }
}

void PendingOverlay::set(const PendingRecords &records, const FieldList &fields)
{
    m_held.clear();
    for (auto record = records.cbegin(); record != records.cend(); ++record) {
        Held held;
        held.record = *record;
        if (held.record.kind != PendingKind::Made)
            prepare(held, fields);
        m_held.emplace(record.key().toStdString(), std::move(held));
    }
}

PendingOverlay::Cell PendingOverlay::cellOf(const TableData &data, int field, quint32 row)
{
    const ColumnData &column = data.columns[size_t(field)];
    switch (column.storage) {
    case Storage::Text: {
        const std::string_view text = column.text(row);
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    }
    case Storage::Id: {
        const IdText id = column.id(row);
        return QString::fromUtf8(id.view().data(), qsizetype(id.view().size()));
    }
    case Storage::Symbol:
        return column.dictionary.at(column.symbol(row));
    case Storage::Integer:
        return column.integer(row);
    case Storage::Real:
        return column.real(row);
    case Storage::None:
        break;
    }
    return {};
}

void PendingOverlay::write(TableData &data, int field, quint32 row, const Cell &cell, const Intern &intern)
{
    ColumnData &column = data.columns[size_t(field)];
    const quint32 place = row & (PieceRows - 1);
    if (const auto *text = std::get_if<QString>(&cell)) {
        if (column.storage == Storage::Symbol)
            column.symbols.writable(row).set(place, intern(size_t(field), *text));
        else if (column.storage == Storage::Id)
            column.ids.writable(row).set(place, text->toStdString());
        else
            column.texts.writable(row).set(place, text->toStdString());
    } else if (const auto *integer = std::get_if<qint64>(&cell)) {
        column.integers.writable(row).set(place, *integer);
    } else if (const auto *real = std::get_if<double>(&cell)) {
        column.reals.writable(row).set(place, *real);
    }
}

void PendingOverlay::lay(TableData &data, quint32 row, const Intern &intern)
{
    const auto found = m_held.find(data.id(row).view());
    if (found == m_held.end() || found->second.isLaid)
        return;
    Held &held = found->second;
    held.isLaid = true;
    held.below.clear();
    for (const auto &[field, cell] : held.above) {
        held.below.push_back(cellOf(data, field, row));
        write(data, field, row, cell, intern);
    }
    // Both are found: what Close has, and what it will have.
    held.searchBelow = std::string(data.searchText(row));
    std::string search = held.searchBelow + held.search;
    for (size_t i = 0; i < held.above.size(); ++i) {
        const auto *text = std::get_if<QString>(&held.below[i]);
        if (text && data.fields.at(held.above[i].first).flags.testFlag(FieldFlag::Searchable))
            search += foldedForSearch(*text).append('\n').toStdString();
    }
    if (search != held.searchBelow)
        data.search.writable(row).set(row & (PieceRows - 1), search);
}

void PendingOverlay::lift(TableData &data, quint32 row, const Intern &intern)
{
    const auto found = m_held.find(data.id(row).view());
    if (found == m_held.end() || !found->second.isLaid)
        return;
    liftFrom(data, row, intern);
    found->second.isLaid = false;
}

void PendingOverlay::liftFrom(TableData &copy, quint32 row, const Intern &intern) const
{
    const auto found = m_held.find(copy.id(row).view());
    if (found == m_held.end() || !found->second.isLaid)
        return;
    const Held &held = found->second;
    for (size_t i = 0; i < held.above.size(); ++i)
        write(copy, held.above[i].first, row, held.below[i], intern);
    if (copy.searchText(row) != held.searchBelow)
        copy.search.writable(row).set(row & (PieceRows - 1), held.searchBelow);
}

void PendingOverlay::forgetBelow()
{
    for (auto &[id, held] : m_held)
        held.isLaid = false;
}

} // namespace Leadline

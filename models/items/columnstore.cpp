// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "columnstore.h"

#include <cmath>

namespace Leadline {

bool ColumnData::isBlank(quint32 row) const
{
    switch (storage) {
    case Storage::Text:
        return text(row).empty();
    case Storage::Id:
        return ids.of(row).isBlank(row & (PieceRows - 1));
    case Storage::Symbol:
        return symbol(row) == 0;
    case Storage::Integer:
        return integer(row) == NoInteger;
    case Storage::Real:
        return std::isnan(real(row));
    case Storage::None:
        break;
    }
    return true;
}

size_t ColumnData::bytes() const
{
    size_t total = 0;
    for (size_t i = 0; i < texts.count(); ++i)
        total += texts.piece(i).bytes();
    for (size_t i = 0; i < ids.count(); ++i)
        total += ids.piece(i).bytes();
    for (size_t i = 0; i < symbols.count(); ++i)
        total += symbols.piece(i).bytes();
    for (size_t i = 0; i < integers.count(); ++i)
        total += integers.piece(i).bytes();
    for (size_t i = 0; i < reals.count(); ++i)
        total += reals.piece(i).bytes();
    return total;
}

size_t TableData::bytes() const
{
    size_t total = live.size() / 8;
    for (size_t i = 0; i < ids.count(); ++i)
        total += ids.piece(i).bytes() + search.piece(i).bytes();
    for (const ColumnData &column : columns)
        total += column.bytes();
    return total;
}

Storage columnStorage(const Field &field)
{
    if (!(field.flags & (FieldFlag::Column | FieldFlag::Filterable)))
        return Storage::None;
    return storageOf(field.type);
}

} // namespace Leadline

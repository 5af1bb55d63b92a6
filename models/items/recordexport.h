// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cellformatter.h"
#include "columnstore.h"

#include <atomic>
#include <vector>

class QIODevice;

namespace Leadline {

/// Records of a table, in an order, with some of their fields, as they are now. A value: it can be written on any thread,
/// whatever becomes of the table meanwhile.
struct RecordExport
{
    TableData data;
    CellFormatter formatter;
    std::vector<quint32> rows;
    std::vector<int> fields;
};

/// Writes a CSV file for other programs, of the kind toCsv() makes: names as they are shown, whole texts, days as
/// 2026-02-27, moments as 2026-02-27 14:05 in local time, numbers and amounts as 1234.50 in any language. Behind an
/// amount stands its period, where it has one. False when the device takes no more; it says why. False, too, once it is to
/// stop.
bool writeCsv(const RecordExport &records, QIODevice &device, const std::atomic<bool> &isToStop);

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordexport.h"

#include "money.h"
#include "tableexport.h"

#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QString integerForPrograms(const Field &field, qint64 value)
{
    switch (field.type) {
    case FieldType::Money:
        return plainAmount(value);
    case FieldType::Date:
        return QDate::fromJulianDay(value).toString(Qt::ISODate);
    case FieldType::Moment:
        return QDateTime::fromMSecsSinceEpoch(value).toString(u"yyyy-MM-dd HH:mm"_s);
    default:
        return QString::number(value);
    }
}

QString cellForPrograms(const RecordExport &records, int index, quint32 row)
{
    const Field &field = records.data.fields.at(index);
    const ColumnData &column = records.data.columns[size_t(index)];
    if (column.isBlank(row))
        return {};
    switch (column.storage) {
    case Storage::Text: {
        const std::string_view text = column.text(row);
        return QString::fromUtf8(text.data(), qsizetype(text.size())).replace(ListSeparator, u", "_s);
    }
    case Storage::Real:
        return QString::number(column.real(row), 'g', QLocale::FloatingPointShortest);
    case Storage::Integer:
        if (field.type != FieldType::Boolean)
            return integerForPrograms(field, column.integer(row));
        break;
    default:
        break;
    }
    return records.formatter.text(records.data, index, row);
}

/// With the periods of the amounts among them.
std::vector<int> withPeriods(const FieldList &list, const std::vector<int> &fields)
{
    std::vector<int> all;
    for (const int field : fields) {
        all.push_back(field);
        const int period = list.indexOf(list.at(field).unitKey);
        if (period >= 0 && std::find(fields.begin(), fields.end(), period) == fields.end())
            all.push_back(period);
    }
    return all;
}

} // namespace

bool writeCsv(const RecordExport &records, QIODevice &device, const std::atomic<bool> &isToStop)
{
    const std::vector<int> fields = withPeriods(records.data.fields, records.fields);
    const auto write = [&](const QByteArray &bytes) { return device.write(bytes) == bytes.size(); };
    QStringList cells;
    for (const int field : fields)
        cells.append(records.data.fields.at(field).title);
    if (!write(csvBegin() + csvLine(cells)))
        return false;
    return std::all_of(records.rows.begin(), records.rows.end(), [&](quint32 row) {
        if (isToStop)
            return false;
        cells.clear();
        for (const int field : fields)
            cells.append(cellForPrograms(records, field, row));
        return write(csvLine(cells));
    });
}

} // namespace Leadline

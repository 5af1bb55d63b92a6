// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnstore.h"

#include <QHash>
#include <QVariantMap>

#include <functional>
#include <map>

namespace Leadline {

/// How a record differs from what Close has of it.
enum class PendingKind {
    None,
    Changed, ///< some values wait to be sent
    Made,    ///< the record itself does: Close does not know it
    Deleted, ///< it waits to be deleted
};

/// What is shown of a record until Close has it.
struct PendingRecord
{
    PendingKind kind = PendingKind::Changed;
    QVariantMap values{}; ///< by field key, as FieldType describes them; an invalid one is blank

    friend bool operator==(const PendingRecord &, const PendingRecord &) = default;
};

using PendingRecords = QHash<QString, PendingRecord>; ///< by record id

/// The values that wait, laid over the columns of a table. What Close has said is kept below them, follows
/// what Close says since, and comes back when a record waits no longer.
class PendingOverlay
{
public:
    /// Interns a text of a Symbol column.
    using Intern = std::function<quint32(size_t field, const QString &text)>;

    bool isEmpty() const { return m_held.empty(); }
    PendingKind kindOf(std::string_view id) const;
    /// Whether the field of the record shows what Close does not have.
    bool covers(std::string_view id, int field) const;
    /// The fields that do.
    std::vector<int> fieldsOf(std::string_view id) const;
    /// The records, as views of what is held here.
    std::vector<std::string_view> ids() const;

    /// Takes these records; none of those before may lie on a table.
    void set(const PendingRecords &records, const FieldList &fields);
    /// Writes a record's values over \a row, or takes them off again.
    void lay(TableData &data, quint32 row, const Intern &intern);
    void lift(TableData &data, quint32 row, const Intern &intern);
    /// Takes them off a copy of the table.
    void liftFrom(TableData &copy, quint32 row, const Intern &intern) const;
    /// The table holds other rows, over which nothing lies yet.
    void forgetBelow();

private:
    using Cell = std::variant<std::monostate, QString, qint64, double>;
    struct Held
    {
        PendingRecord record;
        std::vector<std::pair<int, Cell>> above; ///< by field index
        std::string search;                      ///< what searching finds besides
        std::vector<Cell> below;
        std::string searchBelow;
        bool isLaid = false;
    };

    static Cell cellOf(const TableData &data, int field, quint32 row);
    static void write(TableData &data, int field, quint32 row, const Cell &cell, const Intern &intern);
    static void prepare(Held &held, const FieldList &fields);

    std::map<std::string, Held, std::less<>> m_held;
};

} // namespace Leadline

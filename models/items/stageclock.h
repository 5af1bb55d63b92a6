// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <limits>
#include <optional>

namespace Leadline {

class RecordTable;
struct TableChange;

/// Since when opportunities have been in the status they have: worked out from how they went from status to
/// status. One that never did has been there since it was made. Where a status is new and the change that led
/// to it has not been read yet, the record's own date of change stands in. Nothing is said while changes are
/// missing.
class StageClock : public QObject
{
    Q_OBJECT

public:
    /// The tables of opportunities and of their status changes; neither is owned, both outlive this.
    StageClock(const RecordTable *opportunities, const RecordTable *changes, QObject *parent = nullptr);

    /// Whether all changes that Close has stand in the table.
    void setWhole(bool isWhole);
    /// In milliseconds since the epoch, of a row of the opportunities; nothing where it is not known.
    std::optional<qint64> since(quint32 row) const;

Q_SIGNALS:
    void changed();

private:
    static constexpr qint64 Never = std::numeric_limits<qint64>::min();
    /// When an opportunity went to a status.
    struct Arrival
    {
        QString statusId{};
        qint64 at = Never;
    };
    /// A status that the record has and no change tells of yet.
    struct Untold
    {
        Arrival arrival{};
        qint64 after = Never; ///< the last change that was known then
    };

    void read() const;
    void readRow(quint32 row) const;
    void takeChanges(const TableChange &change);
    void takeOpportunities(const TableChange &change);
    void forget();

    const RecordTable *m_opportunities;
    const RecordTable *m_changes;
    bool m_isWhole = false;
    mutable bool m_isRead = false;          ///< worked out when asked for
    mutable bool m_isWanted = false;        ///< it was asked for some time
    mutable QHash<QString, Arrival> m_last; ///< by opportunity
    QHash<QString, Untold> m_untold;        ///< by opportunity
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "awaychange.h"
#include "cellformatter.h"

#include <QAbstractListModel>
#include <QTimer>

namespace Leadline {

class AwayLog;
class RecordTable;

/// What others changed while one was away, a row for each record, latest first, in words. A field that has
/// its old value again is left out.
class AwayModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// One field: "Status", "Potential", "Qualified".
    struct Line
    {
        QString title;
        QString before; ///< "—" for no value
        QString after;
        QString who; ///< where it was not the one of the others

        friend bool operator==(const Line &, const Line &) = default;
    };
    struct Entry
    {
        RecordKind kind = RecordKind::Lead;
        AwayChange::What what = AwayChange::What::Changed;
        QString id{};
        QString leadId{}; ///< to be opened; blank where there is none any more
        QString name{};
        QString subject{}; ///< what it is and what became of it: "Opportunity", "New lead", "Deleted task"
        QString byLine{};  ///< "Ida Berg, yesterday 18:40"
        QList<Line> lines{};
        bool isSeen = false;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    /// \a log is not owned and outlives this.
    explicit AwayModel(AwayLog *log, QObject *parent = nullptr);

    /// Names, language and the time it is.
    void setFormatter(const CellFormatter &formatter);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const Entry &entryAt(int row) const { return m_entries.at(row); }
    /// The row of a record, or -1.
    int rowOf(const QString &id) const;
    int unseenCount() const;
    /// How many older changes there were that are not in the list.
    qint64 droppedCount() const;

    /// When one last looked: "18:02", "yesterday, 18:02", "Monday, 18:02", "12 Nov"; blank before the first
    /// time.
    QString sinceText() const;
    /// The same, shorter: "Since yesterday".
    QString shortSinceText() const;

Q_SIGNALS:
    /// The number of entries, or of those that are not seen, or the moment since when.
    void countsChanged();

private:
    void update();
    QList<Entry> found() const;
    Entry described(const AwayChange &change) const;
    QList<Line> linesOf(const AwayChange &change, const RecordTable &table, quint32 row) const;
    QString byLine(const AwayChange &change) const;
    QString textOf(const Field &field, const QVariant &value, const QString &period) const;
    QString moment(const QDateTime &at) const;

    AwayLog *m_log;
    CellFormatter m_formatter;
    QList<Entry> m_entries;
    QTimer m_later;
};

} // namespace Leadline

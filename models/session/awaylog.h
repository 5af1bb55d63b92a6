// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "awaychange.h"
#include "changeauthor.h"
#include "recordtable.h"
#include "schema.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <functional>

namespace Leadline {

class Worker;
struct UntoldChange;

/// Collects what others change in Close while nobody looks: what the tables held is compared with what the
/// sync brings. Looking means that the program is in front. What the first round brings after one has come
/// back happened before, and counts; later ones are seen as they come.
///
/// The list is kept in the local copy, and is bounded: a month away must not make a list of everything.
class AwayLog : public QObject
{
    Q_OBJECT

public:
    /// At least so many records are kept, and never twice as many: the latest ones.
    static constexpr qsizetype Most = 200;
    using AuthorOf = std::function<ChangeAuthor(const QString &id)>;

    /// The tables in the order of RecordKind; none of them is owned, nor is the worker. What \a ownUserId did
    /// is no news.
    AwayLog(Worker &worker, const std::array<RecordTable *, 4> &tables, QString ownUserId, AuthorOf authorOf,
            QObject *parent = nullptr);

    bool isEmpty() const { return m_changes.isEmpty(); }
    /// Latest first.
    QList<AwayChange> changes() const;
    /// How many older ones there were beyond these.
    qint64 dropped() const { return m_state.dropped; }
    /// When one last looked and had seen everything; invalid before the first time.
    QDateTime since() const { return m_state.since; }
    RecordTable *table(RecordKind kind) const { return m_tables[size_t(kind)]; }

    /// Whether what the sync brings now is noted.
    bool isListening() const;
    /// What the last run could not tell any more; the tables are those of the copy. Once, before the sync.
    void readUntold(const SchemaPointer &schema);
    /// What was there before (UntoldChange) stands in the copy under \a keptIds until the list is written.
    void noteUntold(const QStringList &keptIds);

    void setInFront(bool isInFront);
    void setSeen(const QString &id, bool isSeen);
    /// All of one lead, whose page was opened.
    void setLeadSeen(const QString &leadId);
    /// Empties the list.
    void setAllSeen();
    /// Writes at once what would be written in a moment: the session ends.
    void keepNow();

    /// Merges what was read beside the sync, and notes what it changed.
    void merge(RecordTable *table, const ColumnBlock &block);
    void noteFormer(RecordTable *table, const std::vector<FormerCell> &former);
    void noteAdded(RecordTable *table, quint32 first, quint32 count);
    void noteLeaving(RecordTable *table, const QStringList &ids);
    /// A round of the sync is over: up to \a followed, in Close's time, the tables are in step.
    void noteRound(const QDateTime &followed);

Q_SIGNALS:
    /// The list, or what is seen of it; once for many changes.
    void changed();

private:
    void load();
    void save();
    void tell();
    void replay(const UntoldChange &change);
    void replayContacts(const UntoldChange &change);
    AwayChange &entry(RecordKind kind, const QString &id);
    void noteCell(RecordKind kind, const FormerCell &cell);
    std::optional<RecordKind> kindOf(const RecordTable *table) const;
    void describe(AwayChange &change, quint32 row) const;
    QDateTime momentAt(const RecordTable *table, const QString &key, quint32 row) const;
    bool isNews(const RecordTable *table, int field) const;
    void noteFields(const RecordTable *table);
    void trim();
    void askAuthors();
    void looked();

    Worker &m_worker;
    std::array<RecordTable *, 4> m_tables;
    QString m_ownUserId;
    AuthorOf m_authorOf;
    AwayState m_state; ///< its changes only while it is read and written
    QHash<QString, AwayChange> m_changes;
    QStringList m_untold; ///< of what is in m_changes: noteUntold()
    QDateTime m_followed;
    std::array<QHash<QString, FieldType>, 4> m_fields; ///< of the tables, by key
    std::array<QSet<QString>, 4> m_newKeys;            ///< of fields that are new here: their values are not
    bool m_isInFront = false;
    bool m_wasInFront = false; ///< ever since the last round was over
    QTimer m_telling;
};

} // namespace Leadline

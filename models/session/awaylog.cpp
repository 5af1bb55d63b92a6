// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "awaylog.h"

#include "localcopy.h"
#include "untoldchange.h"
#include "worker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const DocumentKey AwayKey{DocumentKind::Away, u"away"_s};
/// While many changes come, the list is told of and kept so often.
constexpr int TellMilliseconds = 300;
/// A record that was made so long before one last looked may have come late (EventFollower::Overlap).
constexpr qint64 LateSeconds = 300;

/// Close's own key of what a table computes.
QString wireKey(const QString &key)
{
    return key == "shown_name"_L1 ? u"name"_s : key;
}

} // namespace

AwayLog::AwayLog(Worker &worker, const std::array<RecordTable *, 4> &tables, QString ownUserId,
                 AuthorOf authorOf, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
    , m_tables(tables)
    , m_ownUserId(std::move(ownUserId))
    , m_authorOf(std::move(authorOf))
{
    m_telling.setSingleShot(true);
    connect(&m_telling, &QTimer::timeout, this, [this] {
        save();
        Q_EMIT changed();
    });
    for (RecordTable *table : m_tables) {
        noteFields(table);
        connect(table, &RecordTable::wasReset, this, [this, table] { noteFields(table); });
    }
    load();
}

void AwayLog::load()
{
    m_worker.run(
        [](LocalCopy *copy) {
            const auto bytes = copy ? copy->document(AwayKey) : std::nullopt;
            return bytes ? AwayState::fromBytes(*bytes) : AwayState();
        },
        this,
        [this](AwayState state) {
            if (!state.since.isValid())
                return;
            // Nothing has been noted meanwhile: what the sync reads comes later.
            for (const AwayChange &change : std::as_const(state.changes))
                m_changes.insert(change.id, change);
            state.changes.clear();
            m_state = std::move(state);
            Q_EMIT changed();
        });
}

void AwayLog::save()
{
    AwayState state = m_state;
    state.changes = changes();
    m_worker.run(
        [state = std::move(state), told = std::exchange(m_untold, {})](LocalCopy *copy) {
            CopyChange change{.put = {{AwayKey, state.toBytes()}}, .removed = {}, .marks = {}};
            for (const QString &id : told)
                change.removed.append({DocumentKind::Untold, id});
            return copy && copy->commit(change);
        },
        this, [](bool) {}, Worker::AtEnd::Do);
}

void AwayLog::keepNow()
{
    if (!m_telling.isActive())
        return;
    m_telling.stop();
    save();
}

void AwayLog::tell()
{
    if (!m_telling.isActive())
        m_telling.start(TellMilliseconds);
}

void AwayLog::noteUntold(const QStringList &keptIds)
{
    m_untold += keptIds;
    tell();
}

void AwayLog::readUntold(const SchemaPointer &schema)
{
    m_worker.run(
        [schema](LocalCopy *copy) {
            return copy ? UntoldChange::readAll(*copy, *schema) : QList<UntoldChange>();
        },
        this,
        [this](const QList<UntoldChange> &changes) {
            for (const UntoldChange &change : changes) {
                replay(change);
                noteUntold({change.keptId});
            }
        });
}

/// Once more, as when the sync had brought it.
void AwayLog::replay(const UntoldChange &change)
{
    RecordTable *records = table(change.kind);
    const int row = records->rowOf(change.id);
    if (row < 0 || change.now.rows == 0)
        return;
    if (change.former.rows == 0) {
        noteAdded(records, quint32(row), 1);
        return;
    }
    records->merge(change.former);
    merge(records, change.now);
    if (change.kind == RecordKind::Lead)
        replayContacts(change);
}

void AwayLog::replayContacts(const UntoldChange &change)
{
    RecordTable *contacts = table(RecordKind::Contact);
    contacts->merge(change.formerContacts);
    merge(contacts, change.contacts);
    for (const QString &id : change.newContacts)
        noteAdded(contacts, quint32(contacts->rowOf(id)), 1);
    for (const auto &[id, contact] : change.leftContacts) {
        // Not one that another lead has now.
        if (contacts->rowOf(id) >= 0 || m_changes.contains(id))
            continue;
        contacts->merge(contact);
        noteLeaving(contacts, {id});
        contacts->remove({id});
    }
}

QList<AwayChange> AwayLog::changes() const
{
    QList<AwayChange> sorted = m_changes.values();
    std::sort(sorted.begin(), sorted.end(), [](const AwayChange &a, const AwayChange &b) {
        return a.at != b.at ? a.at > b.at : a.id < b.id;
    });
    return sorted;
}

void AwayLog::setInFront(bool isInFront)
{
    if (isInFront == m_isInFront)
        return;
    m_isInFront = isInFront;
    if (isInFront)
        return;
    if (std::exchange(m_wasInFront, false)) {
        m_changes.removeIf([](const auto &entry) { return entry.value().isSeen; });
        looked();
    }
    // At once: the program may be about to end.
    save();
    Q_EMIT changed();
}

void AwayLog::setSeen(const QString &id, bool isSeen)
{
    const auto found = m_changes.find(id);
    if (found == m_changes.end() || found->isSeen == isSeen)
        return;
    found->isSeen = isSeen;
    save();
    Q_EMIT changed();
}

void AwayLog::setLeadSeen(const QString &leadId)
{
    if (!m_isInFront)
        return;
    bool isNew = false;
    for (AwayChange &change : m_changes) {
        const bool isOfLead = change.leadId == leadId && !change.isSeen;
        change.isSeen = change.isSeen || isOfLead;
        isNew = isNew || isOfLead;
    }
    if (isNew)
        tell();
}

void AwayLog::setAllSeen()
{
    m_changes.clear();
    m_state.dropped = 0;
    looked();
    save();
    Q_EMIT changed();
}

/// Moves the moment on up to which everything is seen, unless something is not.
void AwayLog::looked()
{
    const bool isAllSeen = m_state.dropped == 0 && std::all_of(m_changes.cbegin(), m_changes.cend(),
                                                               [](const AwayChange &c) { return c.isSeen; });
    if (!isAllSeen || !m_followed.isValid())
        return;
    m_state.since = QDateTime::currentDateTimeUtc();
    m_state.sinceFollowed = m_followed;
}

void AwayLog::noteRound(const QDateTime &followed)
{
    m_followed = followed;
    for (QSet<QString> &keys : m_newKeys)
        keys.clear();
    askAuthors();
    const bool isFirst = !m_state.since.isValid();
    m_wasInFront = m_isInFront;
    if (m_isInFront || isFirst) {
        looked();
        save();
    }
    if (isFirst)
        Q_EMIT changed();
}

/// Close's log may tell who it was later than the record tells what. What turns out to be one's own is no
/// news.
void AwayLog::askAuthors()
{
    bool isTold = false;
    const auto ask = [&](QString &userId, const QString &id, const QString &key) {
        if (userId.isEmpty()) {
            userId = m_authorOf(id).userOf(key);
            isTold = isTold || !userId.isEmpty();
        }
        return userId == m_ownUserId;
    };
    m_changes.removeIf([&](const auto &entry) {
        AwayChange &change = entry.value();
        change.former.removeIf(
            [&](const auto &field) { return ask(field.value().userId, change.id, wireKey(field.key())); });
        const bool isOwn = ask(change.userId, change.id, {});
        return change.what == AwayChange::What::Changed ? change.former.isEmpty() : isOwn;
    });
    if (isTold)
        tell();
}

bool AwayLog::isListening() const
{
    // Before the first pass is over there is nothing to compare with.
    return m_state.since.isValid() && !m_wasInFront;
}

std::optional<RecordKind> AwayLog::kindOf(const RecordTable *table) const
{
    for (const RecordKind kind :
         {RecordKind::Lead, RecordKind::Contact, RecordKind::Opportunity, RecordKind::Task}) {
        if (m_tables[size_t(kind)] == table)
            return kind;
    }
    return {};
}

/// What people enter; what Close and we compute of it would say the same again.
bool AwayLog::isNews(const RecordTable *table, int field) const
{
    const Field &of = table->fields().at(field);
    return of.flags.testFlag(FieldFlag::Editable) || of.key == "shown_name"_L1;
}

void AwayLog::noteFields(const RecordTable *table)
{
    const auto kind = size_t(*kindOf(table));
    QHash<QString, FieldType> fields;
    for (const Field &field : table->fields()) {
        fields.insert(field.key, field.type);
        const auto known = m_fields[kind].constFind(field.key);
        if (!m_fields[kind].isEmpty() && (known == m_fields[kind].cend() || *known != field.type))
            m_newKeys[kind].insert(field.key);
    }
    m_fields[kind] = fields;
}

QDateTime AwayLog::momentAt(const RecordTable *table, const QString &key, quint32 row) const
{
    return table->valueAt(key, row).toDateTime();
}

/// What is not there any more when the record is gone.
void AwayLog::describe(AwayChange &change, quint32 row) const
{
    const RecordTable *records = table(change.kind);
    change.leadId = records->leadIdAt(row);
    change.name = records->valueAt(nameKeyOf(change.kind), row).toString();
}

AwayChange &AwayLog::entry(RecordKind kind, const QString &id)
{
    AwayChange &change = m_changes[id];
    change.kind = kind;
    change.id = id;
    change.isSeen = false;
    return change;
}

void AwayLog::merge(RecordTable *table, const ColumnBlock &block)
{
    std::vector<FormerCell> former;
    const quint32 first = table->rows();
    table->merge(block, MergeRule::Take, &former);
    noteFormer(table, former);
    noteAdded(table, first, table->rows() - first);
}

void AwayLog::noteFormer(RecordTable *table, const std::vector<FormerCell> &former)
{
    const auto kind = kindOf(table);
    if (!kind || !isListening())
        return;
    for (const FormerCell &cell : former) {
        if (isNews(table, cell.field) && table->isLive(cell.row))
            noteCell(*kind, cell);
    }
    trim();
}

void AwayLog::noteCell(RecordKind kind, const FormerCell &cell)
{
    const RecordTable *records = table(kind);
    const QString key = records->fields().at(cell.field).key;
    const QString id = records->idAt(cell.row);
    const ChangeAuthor author = m_authorOf(id);
    const QString user = author.userOf(wireKey(key));
    if (m_newKeys[size_t(kind)].contains(key))
        return;
    tell();
    if (user == m_ownUserId) {
        if (const auto known = m_changes.find(id); known != m_changes.end())
            known->former.remove(key);
        return;
    }
    AwayChange &change = entry(kind, id);
    describe(change, cell.row);
    change.at = author.at.isValid() ? author.at : momentAt(records, u"date_updated"_s, cell.row);
    if (change.what == AwayChange::What::Added)
        return;
    change.what = AwayChange::What::Changed;
    change.userId = user;
    if (!change.former.contains(key))
        change.former.insert(key, {cell.value, {}});
    change.former[key].userId = user;
}

void AwayLog::noteAdded(RecordTable *table, quint32 first, quint32 count)
{
    const auto kind = kindOf(table);
    if (!kind || !isListening())
        return;
    for (quint32 row = first; row < first + count && row < table->rows(); ++row) {
        if (!table->isLive(row))
            continue;
        // Others that are new here were there all the time: a merge moved them, or the copy had lost them.
        const QDateTime created = momentAt(table, u"date_created"_s, row);
        if (!created.isValid() || created < m_state.sinceFollowed.addSecs(-LateSeconds))
            continue;
        const QString id = table->idAt(row);
        const QString leadId = table->leadIdAt(row);
        const ChangeAuthor author = m_authorOf(id);
        m_changes.remove(id); // it was said to be gone
        if (author.userId == m_ownUserId)
            continue;
        // A lead comes with its contacts.
        const auto lead = m_changes.constFind(leadId);
        if (*kind == RecordKind::Contact && lead != m_changes.cend() && lead->what == AwayChange::What::Added)
            continue;
        AwayChange &change = entry(*kind, id);
        describe(change, row);
        change.what = AwayChange::What::Added;
        change.userId = author.userId;
        change.at = created;
        tell();
    }
    trim();
}

void AwayLog::noteLeaving(RecordTable *table, const QStringList &ids)
{
    const auto kind = kindOf(table);
    if (!kind || !isListening())
        return;
    bool isTold = false;
    for (const QString &id : ids) {
        const int row = table->rowOf(id);
        const ChangeAuthor author = m_authorOf(id);
        if (row < 0 || author.userId == m_ownUserId)
            continue;
        const auto known = m_changes.constFind(id);
        const bool isNeverSeen = known != m_changes.cend() && known->what == AwayChange::What::Added;
        if (*kind == RecordKind::Lead && author.mergedInto.isEmpty())
            m_changes.removeIf([&id](const auto &entry) { return entry.value().leadId == id; });
        tell();
        isTold = true;
        if (isNeverSeen) {
            m_changes.remove(id);
            continue;
        }
        AwayChange &change = entry(*kind, id);
        describe(change, quint32(row));
        change.what = author.mergedInto.isEmpty() ? AwayChange::What::Deleted : AwayChange::What::Merged;
        change.mergedInto = author.mergedInto;
        change.former.clear();
        change.userId = author.userId;
        change.at = author.at.isValid() ? author.at : QDateTime::currentDateTimeUtc();
    }
    trim();
    // Before they leave the copy, after which nothing tells of them.
    if (isTold)
        save();
}

void AwayLog::trim()
{
    if (m_changes.size() <= 2 * Most)
        return;
    const QList<AwayChange> sorted = changes();
    for (qsizetype i = Most; i < sorted.size(); ++i) {
        m_state.dropped += sorted.at(i).isSeen ? 0 : 1;
        m_changes.remove(sorted.at(i).id);
    }
}

} // namespace Leadline

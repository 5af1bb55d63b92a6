// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "documentfile.h"

#include <QSqlError>
#include <QVariant>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int Format = 1;
constexpr int ApplicationId = 0x4C646C6E; // "Ldln"

/// What a sealed text is for: part of what it is sealed with, so that none can stand for another.
enum class Purpose : char { Document = 'd', Mark = 'm', Check = 'c', Dictionary = 'z' };

QByteArray about(Purpose purpose, quint8 kind = 0, quint64 hash = 0)
{
    QByteArray text(2 + qsizetype(sizeof hash), Qt::Uninitialized);
    text[0] = char(purpose);
    text[1] = char(kind);
    qToLittleEndian(hash, text.data() + 2);
    return text;
}

QByteArray documentName(const DocumentKey &key)
{
    return char(key.kind) + key.id.toUtf8();
}

/// A document's text on disk: its id, which its row does not tell, and its JSON.
QByteArray plainText(const QByteArray &id, const QByteArray &json)
{
    QByteArray text(qsizetype(sizeof(quint16)), Qt::Uninitialized);
    qToLittleEndian(quint16(id.size()), text.data());
    text.reserve(text.size() + id.size() + json.size());
    return text.append(id).append(json);
}

std::optional<Document> documentIn(DocumentKind kind, const QByteArray &plain, bool isGone)
{
    if (plain.size() < qsizetype(sizeof(quint16)))
        return {};
    const qsizetype idBytes = qFromLittleEndian<quint16>(plain.constData());
    const qsizetype begin = qsizetype(sizeof(quint16)) + idBytes;
    if (plain.size() < begin)
        return {};
    Document document{{kind, QString::fromUtf8(plain.constData() + sizeof(quint16), idBytes)}, {}};
    if (!isGone)
        document.json = QByteArray(plain.constData() + begin, plain.size() - begin);
    return document;
}

const QString rowColumns = u"seq, kind, hash, gone, body"_s;

} // namespace

CopyResult<std::unique_ptr<DocumentFile>> DocumentFile::open(const QString &path, const Sealer &sealer)
{
    auto database = Database::open(path);
    if (!database)
        return tl::make_unexpected(database.error());
    std::unique_ptr<DocumentFile> file(new DocumentFile(std::move(*database), sealer));
    if (CopyResult<void> prepared = file->prepare(); !prepared)
        return tl::make_unexpected(prepared.error());
    return file;
}

DocumentFile::DocumentFile(std::unique_ptr<Database> database, const Sealer &sealer)
    : m_database(std::move(database))
    , m_sealer(sealer)
{
}

CopyResult<void> DocumentFile::prepare()
{
    const CopyResult<QVariant> format = m_database->value(u"PRAGMA user_version"_s);
    if (!format)
        return tl::make_unexpected(format.error());
    if (format->toInt() > Format)
        return tl::make_unexpected(
            CopyError{CopyError::Kind::NewerFormat,
                      u"format %1, this version knows %2"_s.arg(format->toInt()).arg(Format)});
    CopyResult<void> done = format->toInt() == 0 ? create() : checkKey();
    if (done)
        done = readDictionaries();
    if (!done)
        return done;
    for (const auto &[query, statement] :
         {std::pair(&m_find, u"SELECT content, gone FROM document WHERE kind = ? AND hash = ?"_s),
          std::pair(&m_read,
                    u"SELECT %1 FROM document WHERE kind = ? AND hash = ? AND NOT gone"_s.arg(rowColumns)),
          std::pair(
              &m_insert,
              u"INSERT OR REPLACE INTO document (kind, hash, content, gone, body) VALUES (?, ?, ?, ?, ?)"_s),
          std::pair(&m_setMark, u"INSERT OR REPLACE INTO mark (hash, body) VALUES (?, ?)"_s)}) {
        CopyResult<QSqlQuery> prepared = m_database->prepare(statement);
        if (!prepared)
            return tl::make_unexpected(prepared.error());
        *query = std::move(*prepared);
    }
    return {};
}

CopyResult<void> DocumentFile::create()
{
    return m_database->transact(true, [this]() -> CopyResult<void> {
        for (const QString &statement :
             {u"CREATE TABLE document (seq INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, "
              "hash INTEGER NOT NULL, content INTEGER NOT NULL, gone INTEGER NOT NULL, body BLOB NOT NULL)"_s,
              u"CREATE UNIQUE INDEX document_name ON document (kind, hash)"_s,
              u"CREATE INDEX document_kind ON document (kind, seq)"_s,
              u"CREATE INDEX document_gone ON document (kind) WHERE gone"_s,
              u"CREATE TABLE mark (hash INTEGER PRIMARY KEY, body BLOB NOT NULL)"_s,
              u"CREATE TABLE dictionary (number INTEGER PRIMARY KEY, body BLOB NOT NULL)"_s,
              u"CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID"_s,
              u"PRAGMA application_id = %1"_s.arg(ApplicationId),
              u"PRAGMA user_version = %1"_s.arg(Format)}) {
            if (CopyResult<void> done = m_database->run(statement); !done)
                return done;
        }
        CopyResult<QSqlQuery> insert =
            m_database->prepare(u"INSERT INTO meta (name, value) VALUES ('check', ?)"_s);
        if (!insert)
            return tl::make_unexpected(insert.error());
        insert->bindValue(0, m_sealer.seal("leadline", about(Purpose::Check)));
        return m_database->run(*insert);
    });
}

CopyResult<void> DocumentFile::checkKey()
{
    const CopyResult<QVariant> check = m_database->value(u"SELECT value FROM meta WHERE name = 'check'"_s);
    if (!check)
        return tl::make_unexpected(CopyError{CopyError::Kind::Damaged, check.error().message});
    if (!m_sealer.unseal(check->toByteArray(), about(Purpose::Check)))
        return tl::make_unexpected(CopyError{CopyError::Kind::WrongKey, u"sealed with another key"_s});
    const CopyResult<QVariant> doubt = m_database->value(u"SELECT 1 FROM meta WHERE name = 'doubt'"_s);
    m_hasDoubt = !doubt || doubt->isValid();
    return {};
}

CopyResult<void> DocumentFile::readDictionaries()
{
    CopyResult<QSqlQuery> rows = m_database->prepare(u"SELECT body FROM dictionary ORDER BY number"_s);
    if (!rows)
        return tl::make_unexpected(rows.error());
    if (CopyResult<void> done = m_database->run(*rows); !done)
        return done;
    while (rows->next()) {
        const auto bytes = m_sealer.unseal(rows->value(0).toByteArray(), about(Purpose::Dictionary));
        if (!bytes || !m_compressor.addDictionary(*bytes))
            return tl::make_unexpected(CopyError{CopyError::Kind::Damaged, u"dictionary"_s});
    }
    return {};
}

CopyResult<void> DocumentFile::commit(const CopyChange &change)
{
    // What a person wrote and Close does not have is not written a second time by anybody.
    const bool durable = std::any_of(change.put.begin(), change.put.end(), [](const Document &document) {
        return document.key.kind == DocumentKind::Draft || document.key.kind == DocumentKind::Outbox;
    });
    const CopyResult<void> done = m_database->transact(durable, [&]() -> CopyResult<void> {
        CopyResult<void> step;
        for (auto it = change.put.begin(); step && it != change.put.end(); ++it)
            step = put(*it);
        for (auto it = change.removed.begin(); step && it != change.removed.end(); ++it)
            step = remove(*it);
        for (auto it = change.marks.begin(); step && it != change.marks.end(); ++it)
            step = setMark(it.key(), it.value());
        return step;
    });
    if (!done)
        return done;
    // A dictionary that could not be kept is none: the next commit tries again.
    if (const auto dictionary = m_compressor.trainedDictionary(); dictionary && keepDictionary(*dictionary))
        m_compressor.addDictionary(*dictionary);
    return {};
}

CopyResult<void> DocumentFile::put(const Document &document)
{
    const QByteArray plain = plainText(document.key.id.toUtf8(), document.json);
    const quint64 hash = hashOf(document.key);
    // What has not changed keeps its number, so that nothing has to be shown or written anew for it.
    if (find(document.key.kind, hash)) {
        const bool isSame =
            m_find.value(0).toLongLong() == qint64(m_sealer.contentHash(plain)) && !m_find.value(1).toBool();
        m_find.finish();
        if (isSame)
            return {};
    }
    m_compressor.learn(plain);
    return insert(document.key, hash, plain, false);
}

CopyResult<void> DocumentFile::remove(const DocumentKey &key)
{
    const quint64 hash = hashOf(key);
    const bool isThere = find(key.kind, hash) && !m_find.value(1).toBool();
    m_find.finish();
    return isThere ? insert(key, hash, plainText(key.id.toUtf8(), {}), true) : CopyResult<void>();
}

CopyResult<void> DocumentFile::insert(const DocumentKey &key, quint64 hash, QByteArrayView plain, bool isGone)
{
    m_insert.bindValue(0, int(key.kind));
    m_insert.bindValue(1, qint64(hash));
    m_insert.bindValue(2, qint64(m_sealer.contentHash(plain)));
    m_insert.bindValue(3, isGone ? 1 : 0);
    m_insert.bindValue(
        4, m_sealer.seal(m_compressor.compress(plain), about(Purpose::Document, quint8(key.kind), hash)));
    return m_database->run(m_insert);
}

CopyResult<void> DocumentFile::setMark(const QString &name, const QByteArray &value)
{
    const quint64 hash = m_sealer.nameHash('\0' + name.toUtf8());
    if (value.isNull())
        return m_database->run(u"DELETE FROM mark WHERE hash = %1"_s.arg(qint64(hash)));
    m_setMark.bindValue(0, qint64(hash));
    m_setMark.bindValue(1, m_sealer.seal(value, about(Purpose::Mark, 0, hash)));
    return m_database->run(m_setMark);
}

CopyResult<void> DocumentFile::keepDictionary(const QByteArray &dictionary)
{
    CopyResult<QSqlQuery> insert = m_database->prepare(u"INSERT INTO dictionary (body) VALUES (?)"_s);
    if (!insert)
        return tl::make_unexpected(insert.error());
    insert->bindValue(0, m_sealer.seal(dictionary, about(Purpose::Dictionary)));
    return m_database->run(*insert);
}

std::optional<QByteArray> DocumentFile::document(const DocumentKey &key)
{
    m_read.bindValue(0, int(key.kind));
    m_read.bindValue(1, qint64(hashOf(key)));
    std::optional<QByteArray> json;
    visit(m_read, [&](const Document &document, qint64) {
        if (document.key == key)
            json = document.json;
        return false;
    });
    return json;
}

std::optional<QByteArray> DocumentFile::mark(const QString &name)
{
    const quint64 hash = m_sealer.nameHash('\0' + name.toUtf8());
    const CopyResult<QVariant> body =
        m_database->value(u"SELECT body FROM mark WHERE hash = %1"_s.arg(qint64(hash)));
    if (!body || !body->isValid())
        return {};
    return m_sealer.unseal(body->toByteArray(), about(Purpose::Mark, 0, hash));
}

void DocumentFile::forEach(DocumentKind kind, const Visit &visit)
{
    walk(u"kind = %1 AND NOT gone"_s.arg(int(kind)), visit);
}

void DocumentFile::forEachSince(DocumentKind kind, qint64 position, const Visit &visit)
{
    walk(u"kind = %1 AND seq > %2"_s.arg(int(kind)).arg(position), visit);
}

void DocumentFile::walk(const QString &condition, const Visit &visit)
{
    CopyResult<QSqlQuery> rows =
        m_database->prepare(u"SELECT %1 FROM document WHERE %2 ORDER BY seq"_s.arg(rowColumns, condition));
    if (rows)
        this->visit(*rows, visit);
    else
        noteDoubt();
}

void DocumentFile::visit(QSqlQuery &rows, const Visit &visit)
{
    QList<qint64> torn;
    bool goesOn = bool(m_database->run(rows));
    if (!goesOn)
        noteDoubt();
    while (goesOn && rows.next()) {
        const qint64 number = rows.value(0).toLongLong();
        const auto kind = DocumentKind(rows.value(1).toInt());
        const auto hash = quint64(rows.value(2).toLongLong());
        const auto frame =
            m_sealer.unseal(rows.value(4).toByteArray(), about(Purpose::Document, quint8(kind), hash));
        const auto plain = frame ? m_compressor.decompress(*frame) : std::nullopt;
        const auto document = plain ? documentIn(kind, *plain, rows.value(3).toBool()) : std::nullopt;
        if (document)
            goesOn = visit(*document, number);
        else
            torn.append(number);
    }
    // A page that cannot be read ends the walk as if there were no more.
    if (goesOn && rows.lastError().isValid())
        noteDoubt();
    rows.finish();
    for (const qint64 number : torn)
        drop(number);
}

void DocumentFile::noteDoubt()
{
    m_hasDoubt = true;
    // On a damaged file it may not be kept: the damage is met again.
    (void)m_database->run(u"INSERT OR REPLACE INTO meta (name, value) VALUES ('doubt', 1)"_s);
}

void DocumentFile::drop(qint64 number)
{
    noteDoubt();
    (void)m_database->run(u"DELETE FROM document WHERE seq = %1"_s.arg(number));
}

qint64 DocumentFile::count(DocumentKind kind)
{
    const CopyResult<QVariant> all =
        m_database->value(u"SELECT count(*) FROM document WHERE kind = %1"_s.arg(int(kind)));
    const CopyResult<QVariant> gone =
        m_database->value(u"SELECT count(*) FROM document WHERE kind = %1 AND gone"_s.arg(int(kind)));
    return all && gone ? all->toLongLong() - gone->toLongLong() : 0;
}

qint64 DocumentFile::position()
{
    const CopyResult<QVariant> last =
        m_database->value(u"SELECT seq FROM sqlite_sequence WHERE name = 'document'"_s);
    return last ? last->toLongLong() : 0;
}

CopyResult<void> DocumentFile::forgetRecords()
{
    return m_database->transact(false, [this] {
        return m_database
            ->run(u"DELETE FROM document WHERE kind NOT IN (%1, %2)"_s.arg(int(DocumentKind::Draft))
                      .arg(int(DocumentKind::Outbox)))
            .and_then([this] { return m_database->run(u"DELETE FROM mark"_s); });
    });
}

CopyResult<void> DocumentFile::forgetRemoved(qint64 position)
{
    return m_database->run(u"DELETE FROM document WHERE gone AND seq <= %1"_s.arg(position));
}

CopyResult<void> DocumentFile::settleDoubt()
{
    m_hasDoubt = false;
    return m_database->run(u"DELETE FROM meta WHERE name = 'doubt'"_s);
}

bool DocumentFile::find(DocumentKind kind, quint64 hash)
{
    m_find.bindValue(0, int(kind));
    m_find.bindValue(1, qint64(hash));
    return m_database->run(m_find) && m_find.next();
}

quint64 DocumentFile::hashOf(const DocumentKey &key) const
{
    return m_sealer.nameHash(documentName(key));
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "database.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// SQLite's result codes (sqlite.org/rescode.html); the lowest byte of an extended one.
enum SqliteCode {
    SqliteBusy = 5,
    SqliteLocked = 6,
    SqliteReadOnly = 8,
    SqliteIoError = 10,
    SqliteCorrupt = 11,
    SqliteFull = 13,
    SqliteCantOpen = 14,
    SqliteNotADatabase = 26,
};

constexpr qint64 AlmostFull = 256 * 1024;

CopyError::Kind kindOf(int code, const QString &path)
{
    switch (code & 0xFF) {
    case SqliteBusy:
    case SqliteLocked:
        return CopyError::Kind::Busy;
    case SqliteReadOnly:
    case SqliteCantOpen:
        return CopyError::Kind::NotWritable;
    case SqliteCorrupt:
    case SqliteNotADatabase:
        return CopyError::Kind::Damaged;
    case SqliteFull:
        return CopyError::Kind::DiskFull;
    case SqliteIoError:
        // A write that no room is left for ends as either.
        return QStorageInfo(QFileInfo(path).path()).bytesAvailable() < AlmostFull ? CopyError::Kind::DiskFull
                                                                                  : CopyError::Kind::Other;
    default:
        return CopyError::Kind::Other;
    }
}

} // namespace

CopyResult<std::unique_ptr<Database>> Database::open(const QString &path)
{
    // Before SQLite does it, which would let the others of this machine read it.
    const QFile::Permissions ours = QFile::ReadOwner | QFile::WriteOwner;
    QFile file(path);
    if (!file.open(QFile::ReadWrite, ours))
        return tl::make_unexpected(CopyError{CopyError::Kind::NotWritable, file.errorString()});
    file.setPermissions(ours);
    file.close();

    std::unique_ptr<Database> database(
        new Database(u"leadline-copy-"_s + QUuid::createUuid().toString(QUuid::Id128)));
    database->m_path = path;
    database->m_database.setDatabaseName(path);
    if (!database->m_database.open())
        return tl::make_unexpected(database->error(database->m_database.lastError()));
    if (CopyResult<void> configured = database->configure(); !configured)
        return tl::make_unexpected(configured.error());
    return database;
}

Database::Database(QString connection)
    : m_connection(std::move(connection))
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection))
{
}

Database::~Database()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

CopyResult<void> Database::configure()
{
    // Exclusive: a second process is told so at once, and there is no shared memory file, in which a full
    // disk would be a signal instead of an error.
    for (const QString &statement :
         {u"PRAGMA busy_timeout = 0"_s, u"PRAGMA page_size = 16384"_s, u"PRAGMA locking_mode = EXCLUSIVE"_s,
          u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s, u"PRAGMA secure_delete = OFF"_s,
          u"PRAGMA temp_store = MEMORY"_s, u"PRAGMA wal_autocheckpoint = 2000"_s,
          u"PRAGMA journal_size_limit = 33554432"_s, u"PRAGMA cache_size = -8192"_s}) {
        if (CopyResult<void> done = run(statement); !done)
            return done;
    }
    return {};
}

CopyResult<void> Database::run(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        return tl::make_unexpected(error(query.lastError()));
    return {};
}

CopyResult<QVariant> Database::value(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        return tl::make_unexpected(error(query.lastError()));
    return query.next() ? query.value(0) : QVariant();
}

CopyResult<QSqlQuery> Database::prepare(const QString &statement)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return tl::make_unexpected(error(query.lastError()));
    return query;
}

CopyResult<void> Database::run(QSqlQuery &statement)
{
    if (!statement.exec())
        return tl::make_unexpected(error(statement.lastError()));
    return {};
}

CopyError Database::error(const QSqlError &error) const
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    // SQLite's own words: what it says names tables, never what is in them.
    return {isNumber ? kindOf(code, m_path) : CopyError::Kind::Other,
            u"%1 (SQLite %2)"_s.arg(error.databaseText(), error.nativeErrorCode())};
}

CopyResult<void> Database::begin(bool durable)
{
    if (CopyResult<void> set =
            run(durable ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s);
        !set)
        return set;
    return run(u"BEGIN IMMEDIATE"_s);
}

void Database::takeBack()
{
    // Fails where SQLite has taken it back already, as on a full disk.
    QSqlQuery(m_database).exec(u"ROLLBACK"_s);
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "copyerror.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace Leadline {

/// One SQLite file, used by one thread of one process, in transactions that a crash or a kill at any moment
/// leaves whole or undone.
class Database
{
public:
    /// Makes the file, for this user's eyes only, when it is not there.
    static CopyResult<std::unique_ptr<Database>> open(const QString &path);
    ~Database();

    CopyResult<void> run(const QString &statement);
    /// The first column of the first row; invalid where there is none.
    CopyResult<QVariant> value(const QString &statement);
    CopyResult<QSqlQuery> prepare(const QString &statement);
    /// Runs a prepared statement with the values that are bound to it.
    CopyResult<void> run(QSqlQuery &statement);
    CopyError error(const QSqlError &error) const;

    /// Runs \a work in a transaction, which is taken back when it fails. \a durable waits for the disk, so
    /// that it also survives a power cut; the others survive a crash of the program.
    template <typename Work>
    CopyResult<void> transact(bool durable, Work work)
    {
        if (CopyResult<void> begun = begin(durable); !begun)
            return begun;
        CopyResult<void> done = work();
        if (done)
            done = run(QStringLiteral("COMMIT"));
        if (!done)
            takeBack();
        return done;
    }

private:
    explicit Database(QString connection);
    CopyResult<void> begin(bool durable);
    void takeBack();
    CopyResult<void> configure();

    QString m_connection;
    QString m_path;
    QSqlDatabase m_database;
};

} // namespace Leadline

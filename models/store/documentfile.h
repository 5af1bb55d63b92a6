// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "compressor.h"
#include "copychange.h"
#include "database.h"
#include "sealer.h"

#include <functional>

namespace Leadline {

/// documents.db: every record as a sealed document, and the marks. Names are kept as keyed hashes only.
///
/// Each write of a document gives it a new number, larger than all before, and a removed one leaves its id
/// behind, so that what came after a number is all that happened since.
class DocumentFile
{
public:
    using Visit = std::function<bool(const Document &, qint64 number)>;

    static CopyResult<std::unique_ptr<DocumentFile>> open(const QString &path, const Sealer &sealer);

    CopyResult<void> commit(const CopyChange &change);
    std::optional<QByteArray> document(const DocumentKey &key);
    std::optional<QByteArray> mark(const QString &name);
    void forEach(DocumentKind kind, const Visit &visit);
    qint64 count(DocumentKind kind);

    /// The number of the last write.
    qint64 position();
    /// What was written or removed (a null json) after \a position, in the order of the writes.
    void forEachSince(DocumentKind kind, qint64 position, const Visit &visit);
    /// Takes out all but drafts and unsent writes.
    CopyResult<void> forgetRecords();
    /// Forgets what was removed up to \a position.
    CopyResult<void> forgetRemoved(qint64 position);

    bool hasDoubt() const { return m_hasDoubt; }
    CopyResult<void> settleDoubt();

private:
    DocumentFile(std::unique_ptr<Database> database, const Sealer &sealer);
    CopyResult<void> prepare();
    CopyResult<void> create();
    CopyResult<void> checkKey();
    CopyResult<void> readDictionaries();
    CopyResult<void> put(const Document &document);
    CopyResult<void> remove(const DocumentKey &key);
    CopyResult<void> insert(const DocumentKey &key, quint64 hash, QByteArrayView plain, bool isGone);
    CopyResult<void> setMark(const QString &name, const QByteArray &value);
    CopyResult<void> keepDictionary(const QByteArray &dictionary);
    void walk(const QString &condition, const Visit &visit);
    void visit(QSqlQuery &rows, const Visit &visit);
    void noteDoubt();
    void drop(qint64 number);
    bool find(DocumentKind kind, quint64 hash);
    quint64 hashOf(const DocumentKey &key) const;

    std::unique_ptr<Database> m_database; ///< outlives the statements
    const Sealer &m_sealer;
    Compressor m_compressor;
    QSqlQuery m_find;
    QSqlQuery m_read;
    QSqlQuery m_insert;
    QSqlQuery m_setMark;
    bool m_hasDoubt = false;
};

} // namespace Leadline

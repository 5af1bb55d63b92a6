// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "timewalk.h"

namespace Leadline {

/// The end of a sweep: what a whole pass did not meet is asked for by its id, and leaves the tables when Close
/// does not know it. A record that moved to another page meanwhile is not gone.
class SweepCheck : public QObject
{
    Q_OBJECT

public:
    SweepCheck(SyncParts parts, SchemaPointer schema, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void finished();
    void failed(const Leadline::ApiError &error);

private:
    void check(DocumentKind kind, const QString &id);
    void take(DocumentKind kind, const QString &id, const Result<RecordBatch> &batch);
    void answered();

    SyncParts m_parts;
    SchemaPointer m_schema;
    QMap<DocumentKind, QStringList> m_gone;
    int m_open = 0;
    bool m_isOver = false;
};

} // namespace Leadline

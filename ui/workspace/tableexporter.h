// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace Leadline {

class MessageBar;
class RecordListPage;

/// Writes what a page's table shows to a CSV file, on a thread of its own: the records as they are when it begins, in the
/// columns and the order that are shown.
class TableExporter : public QObject
{
    Q_OBJECT

public:
    /// Owned by the page; \a messages is not owned and outlives it.
    TableExporter(RecordListPage *page, MessageBar *messages);
    ~TableExporter() override;

    /// Asks where to. Only the records with these ids, all that are shown if there are none.
    void ask(const QStringList &ids);
    /// Replaces what is at \a path once all of it has been written.
    void write(const QStringList &ids, const QString &path);

private:
    std::vector<quint32> rowsOf(const QStringList &ids) const;
    std::vector<int> fields() const;

    RecordListPage *m_page;
    MessageBar *m_messages;
    std::atomic<bool> m_isEnding = false;
    QThreadPool m_pool;
};

} // namespace Leadline

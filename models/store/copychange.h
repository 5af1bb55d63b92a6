// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace Leadline {

/// What a document of the local copy is. The numbers are on disk: never reused for something else.
enum class DocumentKind : quint8 {
    Reference = 1, ///< an answer that says what records mean ("me", "organization"), by a name of ours
    Lead = 2,      ///< with its contacts, which Close sends within it
    Opportunity = 3,
    Task = 4,
    StatusChange = 5, ///< of an opportunity
    Activities = 6,   ///< the newest activities of a lead that was opened, by the lead's id
    Draft = 7,        ///< a form that was not finished
    Outbox = 8,       ///< a write that has not reached Close
    Away = 9,         ///< what others changed while nobody looked
    Untold = 10,      ///< a record as it was before a change that Away does not tell yet
};

struct DocumentKey
{
    DocumentKind kind = DocumentKind::Lead;
    QString id;

    friend bool operator==(const DocumentKey &, const DocumentKey &) = default;
};

/// One record as the JSON that Close sent, or a document of our own.
struct Document
{
    DocumentKey key;
    QByteArray json;
};

/// What goes into the local copy at once or not at all: records, and how far the sync has come with them.
struct CopyChange
{
    QList<Document> put;
    QList<DocumentKey> removed;
    QMap<QString, QByteArray> marks; ///< by name; a null value takes the mark away

    bool isEmpty() const { return put.isEmpty() && removed.isEmpty() && marks.isEmpty(); }
};

} // namespace Leadline

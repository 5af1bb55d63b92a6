// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Leadline {

class RecordTable;

/// What is typed into a new lead, as far as it tells whether the lead is there already.
struct DuplicateQuery
{
    QString name{};
    QString website{};
    QStringList emails{};
    QStringList phones{};

    friend bool operator==(const DuplicateQuery &, const DuplicateQuery &) = default;
    bool isEmpty() const;
};

/// A lead that may be the one that is typed.
struct PossibleDuplicate
{
    /// Why; the surest first.
    enum class Reason { SameEmail, SamePhone, SameWebsite, SameName, SameDomain, SimilarName };

    QString leadId{};
    Reason reason = Reason::SimilarName;
    double likeness = 1; ///< of the names, 0 to 1
};

/// A company's name without what tells no companies apart: case, accents, punctuation, legal forms.
QString comparableName(const QString &name);
/// How alike two names are, 0 to 1; more than 0.75 is worth a look.
double nameLikeness(const QString &typed, const QString &known);
/// "bergmann.example" of "https://www.bergmann.example/about"; blank for what is no web address.
QString hostOf(const QString &website);

/// The leads of a table that may be the one in \a query, surest first, at most \a most of them. One scan of
/// the search text per thing that was typed.
QList<PossibleDuplicate> findDuplicates(const RecordTable &leads, const DuplicateQuery &query,
                                        qsizetype most);

} // namespace Leadline

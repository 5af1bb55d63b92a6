// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cellformatter.h"
#include "lead.h"
#include "opportunitycard.h"
#include "schema.h"

#include <QCoreApplication>
#include <QUrl>

namespace Leadline {

class Session;

/// What is known of a lead: read whole, or put together from the tables' rows until it is.
struct LeadContent
{
    Lead lead;
    QVariantMap values; ///< of the lead's fields, by key, as FieldType describes them
    bool isWhole = false;
};

/// A line of the details: label and value.
struct DetailLine
{
    QString key; ///< of the field
    QString label;
    QString text;
    QUrl link{};          ///< invalid for plain text
    bool isEmpty = false; ///< there is no value: the text says so
};

/// Turns what is known of a lead into what its page says.
class LeadText
{
    Q_DECLARE_TR_FUNCTIONS(LeadText)

public:
    static LeadContent contentOf(const Lead &lead, const Schema &schema);
    /// From the rows of the tables; nothing when the lead has none.
    static std::optional<LeadContent> contentFromTables(const Session &session, const QString &leadId);

    /// Never blank.
    static QString nameOf(const Lead &lead);
    /// Custom fields first, then addresses and description; blank ones are left out.
    static QList<DetailLine> detailsOf(const LeadContent &content, const Schema &schema,
                                       const CellFormatter &formatter);
    /// What is blank and can be filled in where it is shown, custom fields first.
    static QList<DetailLine> emptyDetailsOf(const LeadContent &content, const Schema &schema);
    /// Active ones by expected close, then won, then lost ones.
    static QList<Opportunity> inOrder(QList<Opportunity> opportunities);
    static OpportunityLines linesOf(const Opportunity &opportunity, const CellFormatter &formatter);
    /// What is to be done, or the kind of task where nothing is said. Never blank.
    static QString taskText(const Task &task);
    /// "due 3 Dec", "due today", "overdue since 18 Nov"; blank without a day.
    static QString dueText(const Task &task, const CellFormatter &formatter);
    static bool isOverdue(const Task &task, const CellFormatter &formatter);

private:
    static QString detailText(const Field &field, const LeadContent &content, const CellFormatter &formatter);
    static void addAddresses(QList<DetailLine> *lines, const Field &field, const LeadContent &content);
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "customfield.h"
#include "lead.h"
#include "organization.h"

#include <QRandomGenerator>

namespace Leadline {

/// Made-up leads, the same in every run: names of three words out of 60 x 30 x 16, two contacts, an
/// opportunity for most, a description for some, five custom fields.
class LeadGenerator
{
public:
    LeadGenerator();

    static CustomFieldSchema schema();
    static Directory directory();
    /// The lead of that number: the same whenever it is asked for.
    Lead lead(int number);
    QList<Lead> leads(int from, int count);

private:
    QString one(const QStringList &list) { return list.at(m_random.bounded(int(list.size()))); }
    Contact contact(int number, const QString &domain);
    Opportunity opportunity(int number);

    QRandomGenerator m_random;
    QDateTime m_start;
};

} // namespace Leadline

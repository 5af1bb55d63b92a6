// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnblock.h"
#include "organization.h"

#include <QRandomGenerator>

namespace Leadline {

/// A record of every kind of column, by field key, and what it is found by.
struct Sample
{
    QString id;
    QVariantMap values;

    QString text(const QString &key) const { return values.value(key).toString(); }
};

/// Made-up records for the tests of the item models, the same in every run.
class SampleData
{
public:
    explicit SampleData(quint32 seed)
        : m_random(seed)
    {
    }

    static FieldList fields();
    static Directory directory();
    static ColumnBlock block(const QList<Sample> &samples, const FieldList &list = fields());

    Sample sample(int number);
    QList<Sample> samples(int from, int count);
    /// Changes some of a record's values.
    void change(Sample &sample);
    int below(int bound) { return int(m_random.bounded(bound)); }

private:
    QVariant valueFor(const QString &key);

    QRandomGenerator m_random;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "sampledata.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const QStringList &words()
{
    static const QStringList list{u"Anders"_s, u"änderung"_s, u"Bäcker"_s, u"Zürich"_s,     u"O'Neill"_s,
                                  u"straße"_s, u"Strasse"_s,  u"北京"_s,   u"Москва"_s,     u"École"_s,
                                  u"a-b"_s,    u"Æther"_s,    u"chata"_s,  u"cukr"_s,       u"hora"_s,
                                  u"12"_s,     u"2nd"_s,      u"x"_s,      u"🙂 Smile"_s, u"Ångström"_s};
    return list;
}

} // namespace

FieldList SampleData::fields()
{
    using enum FieldFlag;
    const FieldFlags all = FieldFlags(Column) | Filterable;
    return FieldList({
        {.key = u"name"_s, .title = u"Name"_s, .flags = all | Searchable},
        {.key = u"note"_s, .title = u"Note"_s, .type = FieldType::LongText, .flags = all | Searchable},
        {.key = u"lead_id"_s, .title = u"Lead"_s, .type = FieldType::LeadReference, .flags = Filterable},
        {.key = u"status_id"_s, .title = u"Status"_s, .type = FieldType::LeadStatus, .flags = all},
        {.key = u"value"_s,
         .title = u"Value"_s,
         .type = FieldType::Money,
         .flags = all,
         .unitKey = u"period"_s},
        {.key = u"period"_s,
         .title = u"Period"_s,
         .type = FieldType::Period,
         .flags = Filterable,
         .choices = {u"one_time"_s, u"monthly"_s, u"annual"_s}},
        {.key = u"size"_s, .title = u"Size"_s, .type = FieldType::Number, .flags = all},
        {.key = u"due"_s, .title = u"Due"_s, .type = FieldType::Date, .flags = all},
        {.key = u"updated"_s, .title = u"Updated"_s, .type = FieldType::Moment, .flags = all},
        {.key = u"done"_s, .title = u"Done"_s, .type = FieldType::Boolean, .flags = all},
        {.key = u"tags"_s,
         .title = u"Tags"_s,
         .type = FieldType::Choices,
         .flags = all | Custom | Searchable,
         .choices = {u"red"_s, u"green"_s, u"blue"_s}},
        {.key = u"owner"_s, .title = u"Owner"_s, .type = FieldType::User, .flags = all},
        {.key = u"chance"_s, .title = u"Chance"_s, .type = FieldType::Percent, .flags = all},
    });
}

Directory SampleData::directory()
{
    Organization organization;
    organization.currency = u"EUR"_s;
    organization.leadStatuses = {{.id = u"stat_c"_s, .label = u"New"_s},
                                 {.id = u"stat_a"_s, .label = u"Qualified"_s},
                                 {.id = u"stat_b"_s, .label = u"Lost"_s}};
    organization.users = {{.id = u"user_1"_s, .firstName = u"Zoe"_s, .lastName = u"Abt"_s},
                          {.id = u"user_2"_s, .firstName = u"Ana"_s, .lastName = u"Reyes"_s}};
    return Directory(organization, {});
}

QVariant SampleData::valueFor(const QString &key)
{
    if (key == "lead_id"_L1)
        return u"lead_%1"_s.arg(below(20));
    if (below(8) == 0)
        return {};
    if (key == "name"_L1) {
        QStringList parts;
        for (int i = below(3); i >= 0; --i)
            parts.append(words().at(below(int(words().size()))));
        return parts.join(u' ');
    }
    if (key == "note"_L1)
        return QString(words().at(below(int(words().size()))) + u'\n' + QString::number(below(500)));
    if (key == "status_id"_L1)
        return QStringList{u"stat_a"_s, u"stat_b"_s, u"stat_c"_s, u"stat_gone"_s}.at(below(4));
    if (key == "value"_L1)
        return qlonglong(below(5000) * 100);
    if (key == "period"_L1)
        return QStringList{u"one_time"_s, u"monthly"_s, u"annual"_s}.at(below(3));
    if (key == "size"_L1)
        return below(1000) / 8.0 - 50;
    if (key == "due"_L1)
        return QDate(2026, 3, 1).addDays(below(600) - 300);
    if (key == "updated"_L1)
        return QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC)
            .addSecs(qint64(below(40'000'000)) - 20'000'000);
    if (key == "done"_L1)
        return below(2) == 0;
    if (key == "tags"_L1)
        return QStringList{u"red"_s, u"green"_s, u"blue"_s}.mid(below(3), 1 + below(2));
    if (key == "owner"_L1)
        return QStringList{u"user_1"_s, u"user_2"_s}.at(below(2));
    return qlonglong(below(101));
}

Sample SampleData::sample(int number)
{
    Sample made{.id = u"rec_%1"_s.arg(number), .values = {}};
    for (const Field &field : fields()) {
        if (const QVariant value = valueFor(field.key); value.isValid())
            made.values.insert(field.key, value);
    }
    return made;
}

QList<Sample> SampleData::samples(int from, int count)
{
    QList<Sample> made;
    for (int i = from; i < from + count; ++i)
        made.append(sample(i));
    return made;
}

void SampleData::change(Sample &sample)
{
    const FieldList list = fields();
    for (int i = below(3); i >= 0; --i) {
        const QString &key = list.at(below(int(list.size()))).key;
        if (const QVariant value = valueFor(key); value.isValid())
            sample.values.insert(key, value);
        else
            sample.values.remove(key);
    }
}

ColumnBlock SampleData::block(const QList<Sample> &samples, const FieldList &list)
{
    ColumnBlockBuilder builder(list);
    for (const Sample &sample : samples) {
        builder.beginRow(sample.id);
        for (qsizetype i = 0; i < list.size(); ++i)
            builder.append(i, sample.values.value(list.at(i).key));
        builder.endRow();
    }
    return builder.take();
}

} // namespace Leadline

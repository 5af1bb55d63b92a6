// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "copybenchmark.h"

#include "codec.h"
#include "leadgenerator.h"
#include "localcopy.h"
#include "measure.h"
#include "recordtable.h"
#include "schema.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int PageLeads = 100;

/// A record as Close sends it.
template <typename R>
QJsonObject jsonOf(const FieldTable<R> &fields, const R &record)
{
    QJsonObject object{{u"id"_s, record.id}};
    for (qsizetype i = 0; i < fields.rows().size(); ++i) {
        const Field &field = fields.list().at(i);
        const QVariant value = fields.value(record, i);
        if (!field.flags.testFlag(FieldFlag::Derived) && !isBlank(value))
            object.insert(field.key, encodeValue(field, value));
    }
    return object;
}

QByteArray leadJson(const Schema &schema, const Lead &lead)
{
    QJsonObject object = jsonOf(schema.leads, lead);
    QJsonArray contacts;
    for (const Contact &contact : lead.contacts)
        contacts.append(jsonOf(schema.contacts, contact));
    QJsonArray opportunities;
    for (const Opportunity &opportunity : lead.opportunities)
        opportunities.append(jsonOf(schema.opportunities, opportunity));
    object.insert(u"contacts"_s, contacts);
    object.insert(u"opportunities"_s, opportunities);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Pages as they come, made before the clock runs.
struct Page100
{
    QByteArray body;
    CopyChange change;
};

Page100 pageOf(const Schema &schema, const QList<Lead> &leads)
{
    Page100 page{R"({"has_more":true,"data":[)", {}};
    for (const Lead &lead : leads) {
        const QByteArray json = leadJson(schema, lead);
        page.body += json + ',';
        page.change.put.append({{DocumentKind::Lead, lead.id}, json});
    }
    page.body.back() = ']';
    page.body += '}';
    return page;
}

void takeIn(const Page100 &page, const Schema &schema, LocalCopy &copy, RecordTable &leads,
            RecordTable &contacts)
{
    const Result<Page<Lead>> read = decodePage<Lead>(page.body);
    QList<Contact> people;
    for (const Lead &lead : read->records)
        people.append(lead.contacts);
    const ColumnBlock block = columnBlock(schema.leads, read->records);
    const ColumnBlock peopleBlock = columnBlock(schema.contacts, people);
    if (!copy.commit(page.change))
        std::fputs("copy: not written\n", stderr);
    leads.merge(block);
    contacts.merge(peopleBlock);
}

} // namespace

void measureCopy(int leads)
{
    const QTemporaryDir folder;
    Schema schema;
    schema.leads = schema.leads.withCustomFields(LeadGenerator::schema());
    RecordTable leadTable(schema.leads.list());
    RecordTable contactTable(schema.contacts.list());
    auto copy = LocalCopy::open(folder.filePath(u"copy"_s), LocalCopy::makeKey());
    if (!copy) {
        std::fprintf(stderr, "copy: %s\n", qPrintable(copy.error().message));
        return;
    }
    LeadGenerator generator;
    Times taken;
    double seconds = 0;
    for (int at = 0; at < leads; at += PageLeads) {
        const Page100 page = pageOf(schema, generator.leads(at, PageLeads));
        const double ms = milliseconds([&] { takeIn(page, schema, **copy, leadTable, contactTable); });
        taken.wall.push_back(ms);
        seconds += ms / 1000;
    }
    print({.name = u"page_taken_in"_s, .rows = leads, .times = taken});
    print({.name = u"leads_taken_in_a_second"_s,
           .rows = leads,
           .times = {.wall = {leads / seconds}},
           .unit = u"leads/s, at least 15000"_s});

    QRandomGenerator random(1);
    Times opened;
    for (int i = 0; i < 200; ++i) {
        const QString id = leadTable.idAt(quint32(random.bounded(leads)));
        opened.measure([&] {
            const auto json = (*copy)->document({DocumentKind::Lead, id});
            if (!json || !decodeRecord<Lead>(*json))
                std::fputs("copy: not there\n", stderr);
        });
    }
    print({.name = u"lead_opened_from_copy"_s, .rows = leads, .times = opened, .target = 10});
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "codec.h"
#include "fixture.h"
#include "testprogram.h"

#include <QJsonArray>
#include <QTest>

namespace tst_body {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

/// The lead fields with the fixture organization's custom ones.
FieldTable<Lead> leadFields()
{
    const auto schema = decodeCustomFieldSchema(fixture(u"custom-field-schema-lead"_s), u"admin"_s);
    return schema ? builtInFields<Lead>().withCustomFields(*schema) : builtInFields<Lead>();
}

QString customKey(const QString &title)
{
    const FieldTable<Lead> table = leadFields();
    for (const Field &field : table.list()) {
        if (field.title == title && field.flags.testFlag(FieldFlag::Custom))
            return field.key;
    }
    return {};
}

/// A record read, shown in a form and sent back without a change: nothing may differ.
template <typename R>
void checkUntouched(const FieldTable<R> &table, const QByteArray &body)
{
    QList<R> records;
    if (const auto page = decodePage<R>(body))
        records = page->records;
    else if (const auto record = decodeRecord<R>(body))
        records = {*record};
    for (const R &record : std::as_const(records)) {
        const QVariantMap values = table.values(record);
        QCOMPARE(changedBody(table.list(), values, values), QJsonObject());
        // As a form would: through JSON and back.
        QJsonObject object{{u"id"_s, record.id}};
        for (const Field &field : table.list()) {
            if (!field.flags.testFlag(FieldFlag::Derived) && field.type != FieldType::Hidden)
                object.insert(field.key, encodeValue(field, table.value(record, field.key)));
        }
        const auto again = decodeRecord<R>(jsonBytes(object));
        QVERIFY(again);
        const QJsonObject changed = changedBody(table.list(), values, table.values(*again));
        QVERIFY2(changed.isEmpty(), jsonBytes(changed).constData());
    }
}

} // namespace

class BodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("before");
        QTest::addColumn<QVariant>("after");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QString &key, const QVariant &before,
                            const QVariant &after, const QByteArray &body) {
            QTest::newRow(name) << key << before << after << body;
        };
        row("text", u"name"_s, u"a"_s, u"b"_s, R"({"name":"b"})");
        row("same text", u"name"_s, u"a"_s, u"a"_s, "{}");
        row("cleared", u"url"_s, u"a"_s, QVariant(), R"({"url":null})");
        row("cleared to blank", u"url"_s, u"a"_s, u""_s, R"({"url":null})");
        row("blank to nothing", u"url"_s, u""_s, QVariant(), "{}");
        row("filled", u"status_id"_s, QVariant(), u"stat_a"_s, R"({"status_id":"stat_a"})");
        row("not editable", u"html_url"_s, u"a"_s, u"b"_s, "{}");
        row("derived", u"city"_s, u"a"_s, u"b"_s, "{}");
        nestedRows();
        customRows();
    }

    void changed()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, before);
        QFETCH(QVariant, after);
        QVERIFY(!key.isEmpty());
        const QVariantMap was{{u"description"_s, u"kept"_s}, {key, before}};
        const QVariantMap is{{u"description"_s, u"kept"_s}, {key, after}};
        QTEST(jsonBytes(changedBody(leadFields().list(), was, is)), "body");
    }

    void changedOpportunity()
    {
        const FieldList &fields = builtInFields<Opportunity>().list();
        const QVariantMap before{{u"value"_s, 50000LL},
                                 {u"confidence"_s, 50LL},
                                 {u"value_period"_s, u"annual"_s},
                                 {u"date_won"_s, QDate(2026, 2, 27)},
                                 {u"note"_s, u"old"_s},
                                 {u"status_type"_s, u"active"_s}};
        QVariantMap after = before;
        after[u"value"_s] = 9007199254740991LL;
        after[u"confidence"_s] = 0LL;
        after[u"date_won"_s] = QDate(2026, 3, 1);
        after[u"status_type"_s] = u"won"_s;
        after.remove(u"note"_s);
        QCOMPARE(jsonBytes(changedBody(fields, before, after)),
                 R"({"confidence":0,"date_won":"2026-03-01","note":null,"value":9007199254740991})"_ba);
        after = before;
        after.remove(u"date_won"_s);
        after.remove(u"value"_s);
        QCOMPARE(jsonBytes(changedBody(fields, before, after)), R"({"date_won":null,"value":null})"_ba);
    }

    void changedTask()
    {
        const QVariantMap before{{u"is_complete"_s, false}, {u"date"_s, QDate(2026, 2, 27)}};
        const QVariantMap after{{u"is_complete"_s, true}, {u"date"_s, QDate(2026, 2, 27)}};
        QCOMPARE(jsonBytes(changedBody(builtInFields<Task>().list(), before, after)),
                 R"({"is_complete":true})"_ba);
    }

    void created()
    {
        QCOMPARE(createdBody(leadFields().list(), {}), QJsonObject());
        const QVariantMap lead{{u"name"_s, u"Neu GmbH"_s},
                               {u"url"_s, u""_s},
                               {u"display_name"_s, u"not sent"_s},
                               {u"addresses"_s, QVariant::fromValue(QList<PostalAddress>{
                                                    {u"business"_s, {}, {}, {}, {}, {}, {}}})},
                               {customKey(u"Interests"_s), QStringList{u"Lenses"_s}},
                               {customKey(u"Employees"_s), 12.0},
                               {customKey(u"Sync token"_s), u"secret"_s},
                               {customKey(u"Machines"_s), QStringList{u"custobj_1"_s}},
                               {customKey(u"Decision maker"_s), u"cont_none_yet"_s}};
        const QJsonObject expected{{u"name"_s, u"Neu GmbH"_s},
                                   {customKey(u"Interests"_s), QJsonArray{u"Lenses"_s}},
                                   {customKey(u"Employees"_s), 12}};
        QCOMPARE(createdBody(leadFields().list(), lead), expected);
        const QVariantMap contact{{u"lead_id"_s, u"lead_a"_s},
                                  {u"name"_s, u"Bo"_s},
                                  {u"lead_name"_s, u"ours"_s},
                                  {u"emails"_s, QVariant::fromValue(QList<EmailAddress>{
                                                    {u"bo@b.example"_s, u"office"_s, true}, {}})},
                                  {u"phones"_s, QVariant::fromValue(QList<PhoneNumber>())}};
        QCOMPARE(
            jsonBytes(createdBody(builtInFields<Contact>().list(), contact)),
            R"({"emails":[{"email":"bo@b.example","type":"office"}],"lead_id":"lead_a","name":"Bo"})"_ba);
    }

    void untouched()
    {
        for (const QString &name : {u"lead"_s, u"lead-list"_s, u"odd-02-names"_s, u"odd-08-custom-values"_s,
                                    u"odd-10-old-host"_s, u"odd-14-unknown-keys"_s})
            checkUntouched(leadFields(), fixture(name));
        for (const QString &name :
             {u"contact"_s, u"contact-list"_s, u"odd-05-timestamps"_s, u"odd-06-phones"_s})
            checkUntouched(builtInFields<Contact>(), fixture(name));
        for (const QString &name :
             {u"opportunity"_s, u"opportunity-list"_s, u"opportunity-create"_s,
              u"opportunity-active-date-won"_s, u"odd-01-no-value"_s, u"odd-04-dates"_s})
            checkUntouched(builtInFields<Opportunity>(), fixture(name));
        for (const QString &name : {u"task-list"_s, u"odd-07-blanks"_s})
            checkUntouched(builtInFields<Task>(), fixture(name));
    }

private:
    static void nestedRows()
    {
        const auto row = [](const char *name, const QList<PostalAddress> &before,
                            const QList<PostalAddress> &after, const QByteArray &body) {
            QTest::newRow(name) << u"addresses"_s << QVariant::fromValue(before) << QVariant::fromValue(after)
                                << body;
        };
        const PostalAddress vienna{u"business"_s, u"Weg 1"_s, {}, u"Wien"_s, {}, u"1060"_s, u"AT"_s};
        PostalAddress moved = vienna;
        moved.address1 = u"Weg 2"_s;
        const PostalAddress labelOnly{u"business"_s, {}, {}, {}, {}, {}, {}};
        const QByteArray viennaJson =
            R"({"address_1":"Weg 1","city":"Wien","country":"AT","label":"business","zipcode":"1060"})";
        row("same addresses", {vienna}, {vienna}, "{}");
        row("address added", {}, {vienna}, "{\"addresses\":[" + viennaJson + "]}");
        row("addresses cleared", {vienna}, {}, R"({"addresses":[]})");
        row("untouched extra row", {vienna}, {vienna, labelOnly}, "{}");
        row("only an untouched row", {}, {labelOnly}, "{}");
        row("one of two", {vienna, vienna}, {vienna, moved},
            "{\"addresses\":[" + viennaJson + "," + QByteArray(viennaJson).replace("Weg 1", "Weg 2") + "]}");
    }

    static void customRows()
    {
        const auto row = [](const char *name, const QString &title, const QVariant &before,
                            const QVariant &after, const QByteArray &json) {
            const QString key = customKey(title);
            QTest::newRow(name) << key << before << after
                                << (json.isEmpty() ? "{}"_ba : "{\"" + key.toUtf8() + "\":" + json + "}");
        };
        const QStringList two{u"Lenses"_s, u"Service"_s};
        row("choices", u"Interests"_s, QStringList{u"Lenses"_s}, two, R"(["Lenses","Service"])");
        row("same choices", u"Interests"_s, two, two, "");
        row("choices cleared", u"Interests"_s, two, QStringList(), "null");
        row("choice", u"Source"_s, QVariant(), u"Über Partner"_s, "\"Über Partner\"");
        row("number", u"Employees"_s, 120.0, 12.5, "12.5");
        row("same number of another kind", u"Employees"_s, 120.0, 120, "");
        row("number cleared", u"Employees"_s, 120.0, QVariant(), "null");
        row("number zero", u"Employees"_s, QVariant(), 0.0, "0");
        row("date", u"Contract until"_s, QDate(2026, 1, 1), QDate(2026, 1, 2), "\"2026-01-02\"");
        const QDateTime local(QDate(2026, 3, 4), QTime(9, 30), Qt::OffsetFromUTC, 3600);
        row("moment", u"Next review"_s, QVariant(), local, "\"2026-03-04T08:30:00.000+00:00\"");
        row("same moment elsewhere", u"Next review"_s, local, local.toUTC(), "");
        row("user", u"Technician"_s, u"user_a"_s, u"user_b"_s, "\"user_b\"");
        row("users", u"Team"_s, QStringList{u"user_a"_s}, QStringList{u"user_b"_s, u"user_a"_s},
            R"(["user_b","user_a"])");
        row("contact", u"Decision maker"_s, QVariant(), u"cont_a"_s, "\"cont_a\"");
        row("contacts", u"Buyers"_s, QVariant(), QStringList{u"cont_a"_s}, R"(["cont_a"])");
        row("textarea", u"Remarks"_s, u"a"_s, u"a\nb"_s, R"("a\nb")");
        row("hidden is never sent", u"Sync token"_s, u"a"_s, u"b"_s, "");
        row("custom object is never sent", u"Machines"_s, QStringList{u"a"_s}, QStringList{u"b"_s}, "");
        row("a type not known is never sent", u"Rating"_s, u"a"_s, u"b"_s, "");
    }
};

LEADLINE_TEST(tst_body, QTEST_APPLESS_MAIN, BodyTest)

} // namespace tst_body

#include "tst_body.moc"

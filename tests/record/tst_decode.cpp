// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "codec.h"
#include "fixture.h"
#include "testprogram.h"
#include "timestamp.h"

#include <QJsonArray>
#include <QTest>

namespace tst_decode {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

/// A field of Close's, what it sends for it, and what is to come of it.
struct Sample
{
    QString key;
    QJsonValue json;
    QVariant value;
};

QVariant moment(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

const QString Stamp = u"2026-02-20T05:30:24.854000+00:00"_s;
const QVariant StampValue = moment(u"2026-02-20T05:30:24.854Z"_s);

Sample text(const QString &key)
{
    return {key, u"%1 Ü\u00a0🚀"_s.arg(key), u"%1 Ü\u00a0🚀"_s.arg(key)};
}

QList<Sample> texts(const QStringList &keys)
{
    QList<Sample> samples;
    for (const QString &key : keys)
        samples.append(text(key));
    return samples;
}

Sample stamp(const QString &key)
{
    return {key, Stamp, StampValue};
}

QJsonArray objects(std::initializer_list<QJsonObject> list)
{
    QJsonArray array;
    for (const QJsonObject &object : list)
        array.append(object);
    return array;
}

template <typename R>
QList<Sample> samples();

template <>
QList<Sample> samples<Lead>()
{
    const QJsonObject address{{u"label"_s, u"business"_s}, {u"address_1"_s, u"Weg 1"_s},
                              {u"address_2"_s, u""_s},     {u"city"_s, u"Wien"_s},
                              {u"state"_s, QJsonValue()},  {u"zipcode"_s, u"1060"_s},
                              {u"country"_s, u"AT"_s}};
    const QList<PostalAddress> addresses{{u"business"_s, u"Weg 1"_s, {}, u"Wien"_s, {}, u"1060"_s, u"AT"_s}};
    return texts({u"id"_s, u"name"_s, u"display_name"_s, u"description"_s, u"url"_s, u"html_url"_s,
                  u"status_id"_s, u"status_label"_s, u"created_by"_s, u"created_by_name"_s, u"updated_by"_s,
                  u"updated_by_name"_s}) +
           QList<Sample>{stamp(u"date_created"_s),
                         stamp(u"date_updated"_s),
                         {u"addresses"_s, objects({address}), QVariant::fromValue(addresses)}};
}

template <>
QList<Sample> samples<Contact>()
{
    const QJsonArray emails = objects(
        {{{u"email"_s, u"a@b.example"_s}, {u"type"_s, u"office"_s}, {u"is_unsubscribed"_s, true}},
         {{u"email"_s, u"c@d.example"_s}, {u"type"_s, QJsonValue()}, {u"email_lower"_s, u"c@d.example"_s}}});
    const QJsonArray phones = objects({{{u"phone"_s, u"+431555010"_s},
                                        {u"phone_formatted"_s, u"+43 1 555010"_s},
                                        {u"country"_s, u"AT"_s},
                                        {u"type"_s, u"mobile"_s},
                                        {u"tz_ids"_s, QJsonArray()}},
                                       {{u"phone"_s, u"12"_s}, {u"country"_s, QJsonValue()}}});
    const QJsonArray urls = objects({{{u"url"_s, u"https://b.example"_s}, {u"type"_s, u"url"_s}}});
    return texts({u"id"_s, u"lead_id"_s, u"name"_s, u"display_name"_s, u"title"_s, u"timezone"_s,
                  u"created_by"_s, u"updated_by"_s}) +
           QList<Sample>{
               stamp(u"date_created"_s),
               stamp(u"date_updated"_s),
               {u"emails"_s, emails,
                QVariant::fromValue(QList<EmailAddress>{{u"a@b.example"_s, u"office"_s, true},
                                                        {u"c@d.example"_s, {}, false}})},
               {u"phones"_s, phones,
                QVariant::fromValue(QList<PhoneNumber>{
                    {u"+431555010"_s, u"mobile"_s, u"+43 1 555010"_s, u"AT"_s}, {u"12"_s, {}, {}, {}}})},
               {u"urls"_s, urls, QVariant::fromValue(QList<WebAddress>{{u"https://b.example"_s, u"url"_s}})}};
}

template <>
QList<Sample> samples<Opportunity>()
{
    return texts({u"id"_s, u"lead_id"_s, u"lead_name"_s, u"contact_id"_s, u"contact_name"_s, u"user_id"_s,
                  u"user_name"_s, u"status_id"_s, u"status_label"_s, u"status_type"_s, u"pipeline_id"_s,
                  u"pipeline_name"_s, u"value_currency"_s, u"value_period"_s, u"note"_s, u"created_by"_s,
                  u"updated_by"_s}) +
           QList<Sample>{stamp(u"date_created"_s),
                         stamp(u"date_updated"_s),
                         stamp(u"date_lost"_s),
                         {u"date_won"_s, u"2026-02-27"_s, QDate(2026, 2, 27)},
                         {u"value"_s, qint64(9007199254740993), 9007199254740993LL},
                         {u"confidence"_s, 0, 0LL},
                         {u"is_stalled"_s, false, false}};
}

template <>
QList<Sample> samples<Task>()
{
    return texts({u"id"_s, u"_type"_s, u"text"_s, u"lead_id"_s, u"lead_name"_s, u"contact_id"_s,
                  u"contact_name"_s, u"assigned_to"_s, u"assigned_to_name"_s, u"priority"_s, u"view"_s}) +
           QList<Sample>{stamp(u"date_created"_s),
                         stamp(u"date_updated"_s),
                         {u"date"_s, u"2026-03-01"_s, QDate(2026, 3, 1)},
                         {u"is_dateless"_s, true, true},
                         {u"is_complete"_s, true, true}};
}

bool isTextual(const QVariant &value)
{
    return value.typeId() == QMetaType::QString;
}

/// What the field holds in a record of which only the id and this key are sent.
template <typename R>
QVariant decoded(const QString &key, const QJsonValue &json)
{
    QJsonObject object{{u"id"_s, u"x"_s}};
    if (!json.isUndefined())
        object.insert(key, json);
    const Result<R> record = decodeRecord<R>(jsonBytes(object));
    return record ? builtInFields<R>().value(*record, key) : QVariant(u"refused"_s);
}

template <typename R>
void checkFields()
{
    for (const Sample &sample : samples<R>()) {
        QVERIFY2(decoded<R>(sample.key, sample.json) == sample.value, qPrintable(sample.key));
        if (sample.key == u"id"_s)
            continue;
        const QVariant blank = decoded<R>(sample.key, QJsonValue::Undefined);
        QVERIFY2(isBlank(blank) || blank == QVariant(false), qPrintable(sample.key));
        QList<QJsonValue> foreign{QJsonValue::Null, QJsonObject{{u"a"_s, 1}}};
        if (!sample.json.isArray())
            foreign.append(QJsonArray{1, u"a"_s});
        if (sample.value.typeId() != QMetaType::Bool)
            foreign.append(true);
        if (!isTextual(sample.value))
            foreign.append(u"2026-02-31"_s); // neither number nor list nor day
        for (const QJsonValue &json : foreign)
            QVERIFY2(decoded<R>(sample.key, json) == blank, qPrintable(sample.key));
    }
}

/// Every key that is asked for has a sample above, and the other way round.
template <typename R>
void checkKeys(const QStringList &nested)
{
    QStringList expected = nested;
    expected.append(u"custom"_s);
    for (const Sample &sample : samples<R>())
        expected.append(sample.key);
    QStringList asked = builtInFields<R>().requestedKeys();
    asked.sort();
    expected.sort();
    QCOMPARE(asked, expected);
}

} // namespace

class DecodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadFields() { checkFields<Lead>(); }
    void contactFields() { checkFields<Contact>(); }
    void opportunityFields() { checkFields<Opportunity>(); }
    void taskFields() { checkFields<Task>(); }

    void requestedKeys()
    {
        checkKeys<Lead>({u"contacts"_s, u"opportunities"_s, u"tasks"_s});
        checkKeys<Contact>({});
        checkKeys<Opportunity>({});
        checkKeys<Task>({});
    }

    /// Older answers hold numbers where newer ones hold text.
    void numbersAsText()
    {
        QCOMPARE(decoded<Lead>(u"name"_s, 4711), QVariant(u"4711"_s));
        QCOMPARE(decoded<Lead>(u"name"_s, 12.5), QVariant(u"12.5"_s));
    }

    void numbers_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("zero") << "0"_ba << QVariant(0LL);
        QTest::newRow("negative") << "-5"_ba << QVariant(-5LL);
        QTest::newRow("with a point") << "50000.0"_ba << QVariant(50000LL);
        QTest::newRow("exponent") << "5e4"_ba << QVariant(50000LL);
        QTest::newRow("largest") << "9223372036854775807"_ba << QVariant(9223372036854775807LL);
        QTest::newRow("above 64 bits signed") << "9223372036854775808"_ba << QVariant();
        QTest::newRow("above 64 bits") << "18446744073709551615"_ba << QVariant();
        QTest::newRow("beyond all") << "1e300"_ba << QVariant();
        QTest::newRow("text") << "\"50000\""_ba << QVariant();
    }

    void numbers()
    {
        QFETCH(QByteArray, json);
        const auto record = decodeRecord<Opportunity>("{\"id\":\"x\",\"value\":" + json + "}");
        QVERIFY(record);
        QTEST(builtInFields<Opportunity>().value(*record, u"value"_s), "value");
    }

    void nestedRecords()
    {
        const auto lead = decodeRecord<Lead>(fixture(u"lead"_s));
        QVERIFY(lead);
        QCOMPARE(lead->name, u"Nordlicht Optik GmbH"_s);
        QCOMPARE(lead->contacts.size(), 2);
        QCOMPARE(lead->contacts.at(0).emails.at(1).isUnsubscribed, true);
        QCOMPARE(lead->contacts.at(0).leadId, lead->id);
        QCOMPARE(lead->contacts.at(1).leadName, lead->name);
        QCOMPARE(lead->opportunities.size(), 3);
        QCOMPARE(lead->opportunities.at(0).value, 1240000);
        QCOMPARE(lead->tasks.size(), 1);
        QCOMPARE(lead->tasks.at(0).date, QDate(2026, 3, 1));
        QCOMPARE(lead->custom.size(), 17);
    }

    void leadNameOfContacts()
    {
        const auto lead = decodeRecord<Lead>(R"({"contacts":[{"id":"c"}],"name":"Named","id":"x"})"_ba);
        QVERIFY(lead);
        QCOMPARE(lead->contacts.at(0).leadName, u"Named"_s);
    }

    void derivedCells()
    {
        const auto lead = decodeRecord<Lead>(fixture(u"lead"_s));
        const FieldTable<Lead> &fields = builtInFields<Lead>();
        QVERIFY(lead);
        QCOMPARE(fields.value(*lead, u"shown_name"_s), QVariant(u"Nordlicht Optik GmbH"_s));
        QCOMPARE(fields.value(*lead, u"primary_contact"_s), QVariant(u"Jördis Vang"_s));
        QCOMPARE(fields.value(*lead, u"primary_email"_s), QVariant(u"jordis@nordlicht.example"_s));
        QCOMPARE(fields.value(*lead, u"primary_phone"_s), QVariant(u"+49 711 55501"_s));
        QCOMPARE(fields.value(*lead, u"contact_count"_s), QVariant(2LL));
        QCOMPARE(fields.value(*lead, u"city"_s), QVariant(u"Stuttgart"_s));
        QCOMPARE(fields.value(*lead, u"country"_s), QVariant(u"DE"_s));
        // 12,400 a month and 9,900 once are not 22,300 of anything: over a year.
        QCOMPARE(fields.value(*lead, u"open_value"_s), QVariant(12LL * 1240000 + 990000));
        QCOMPARE(fields.value(*lead, u"open_value_period"_s), QVariant(u"annual"_s));
        QVERIFY(fields.value(*lead, u"contact_details"_s).toString().contains(u"+4671155502"_s));
        const auto opportunity = decodeRecord<Opportunity>(fixture(u"opportunity"_s));
        QVERIFY(opportunity);
        QCOMPARE(builtInFields<Opportunity>().value(*opportunity, u"expected_value"_s), QVariant(2937LL));
        QCOMPARE(builtInFields<Opportunity>().value(*opportunity, u"annualized_value"_s), QVariant(106800LL));
    }

    void openValueOfOnePeriod()
    {
        const auto lead = decodeRecord<Lead>(
            R"({"id":"x","opportunities":[
            {"id":"a","status_type":"active","value":500,"value_period":"monthly"},
            {"id":"b","status_type":"active","value":700,"value_period":"monthly"},
            {"id":"c","status_type":"active","value":null,"value_period":"annual"},
            {"id":"d","status_type":"won","value":900,"value_period":"annual"}]})"_ba);
        QVERIFY(lead);
        QCOMPARE(builtInFields<Lead>().value(*lead, u"open_value"_s), QVariant(1200LL));
        QCOMPARE(builtInFields<Lead>().value(*lead, u"open_value_period"_s), QVariant(u"monthly"_s));
        const auto none = decodeRecord<Lead>(R"({"id":"x"})"_ba);
        QVERIFY(isBlank(builtInFields<Lead>().value(*none, u"open_value"_s)));
        QVERIFY(isBlank(builtInFields<Lead>().value(*none, u"open_value_period"_s)));
    }

    void envelopes()
    {
        const auto leads = decodePage<Lead>(fixture(u"lead-list"_s));
        QVERIFY(leads);
        QCOMPARE(leads->records.size(), 3);
        QCOMPARE(leads->hasMore, true);
        QCOMPARE(leads->total, 230);
        QVERIFY(leads->cursor.isEmpty());
        QCOMPARE(leads->records.at(2).name, QString());
        QCOMPARE(leads->records.at(2).displayName, u"Untitled"_s);
        const auto contacts = decodePage<Contact>(fixture(u"contact-list"_s));
        QVERIFY(contacts);
        QCOMPARE(contacts->records.size(), 3);
        QCOMPARE(contacts->hasMore, false);
        QVERIFY(!contacts->total);
        const auto found = decodePage<Lead>(fixture(u"search-leads"_s));
        QVERIFY(found);
        QCOMPARE(found->cursor, u"ZmV0Y2gtbmV4dA=="_s);
        QCOMPARE(found->total, 230);
        QCOMPARE(found->hasMore, false);
        QCOMPARE(found->records.at(0).custom.size(), 1);
        const auto end =
            decodePage<Lead>(R"({"data":[],"cursor":null,"has_more":null,"total_results":"3"})"_ba);
        QVERIFY(end);
        QVERIFY(end->records.isEmpty() && end->cursor.isEmpty() && !end->hasMore && !end->total);
    }

    void entriesWithoutIdArePassedOver()
    {
        const auto page =
            decodePage<Lead>(R"({"data":[1,null,"x",[],{},{"id":null},{"id":""},{"id":"lead_a"}]})"_ba);
        QVERIFY(page);
        QCOMPARE(page->records.size(), 1);
        QCOMPARE(page->records.at(0).id, u"lead_a"_s);
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"", " ", "null", "[]", "42", "\"x\"", "{", "{\"data\":[", "{\"data\":[{}",
                                 "{}x", "<html>502</html>", "{\"id\":\"\xff\"}", "{\"data\":{}}",
                                 "{\"data\":null}", "{\"data\":\"x\"}", "{\"error\":\"Unauthorized\"}"})
            QTest::addRow("%s", body) << QByteArray(body);
        QTest::newRow("deep") << QByteArray(100000, '[');
    }

    void malformed()
    {
        QFETCH(QByteArray, body);
        const auto page = decodePage<Lead>(body);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ApiError::Kind::Malformed);
        QVERIFY(!page.error().message.isEmpty());
        const auto record = decodeRecord<Opportunity>(body);
        QVERIFY(!record);
        QCOMPARE(record.error().kind, ApiError::Kind::Malformed);
    }

    /// A body cut off anywhere is refused: half a page is never taken for a page.
    void cutOff()
    {
        const QByteArray whole = fixture(u"lead-list"_s).trimmed();
        QVERIFY(decodePage<Lead>(whole));
        for (qsizetype size = 0; size < whole.size(); size += 7) {
            if (decodePage<Lead>(whole.left(size)))
                QFAIL(qPrintable(QString::number(size)));
        }
    }
};

LEADLINE_TEST(tst_decode, QTEST_APPLESS_MAIN, DecodeTest)

} // namespace tst_decode

#include "tst_decode.moc"

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "codec.h"
#include "fieldvaluejson.h"
#include "fixture.h"
#include "testprogram.h"

#include <QTest>

namespace tst_fieldvaluejson {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

/// As they are after they were on disk.
QVariantMap kept(const QVariantMap &values)
{
    return fieldValuesFromJson(QJsonDocument::fromJson(jsonBytes(fieldValuesToJson(values))).object());
}

template <typename R>
int checkKept(const QString &records, const QString &schemaName)
{
    const auto schema = decodeCustomFieldSchema(fixture(schemaName), u"admin"_s);
    const auto page = decodePage<R>(fixture(records));
    int fields = 0;
    if (!schema || !page)
        return 0;
    const FieldTable<R> table = builtInFields<R>().withCustomFields(*schema);
    for (const R &record : page->records) {
        const QVariantMap values = table.values(record);
        const QVariantMap again = kept(values);
        for (const QString &key : values.keys()) {
            if (again.value(key) != values.value(key) ||
                again.value(key).metaType() != values.value(key).metaType())
                qFatal("%s", qPrintable(key));
        }
        fields += int(again.size());
    }
    return fields;
}

} // namespace

class FieldValueJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whatever Close sends, in every field, is the same after it was kept.
    void keepsWholeRecords()
    {
        QVERIFY(checkKept<Lead>(u"lead-list"_s, u"custom-field-schema-lead"_s) > 30);
        QVERIFY(checkKept<Contact>(u"contact-list"_s, u"custom-field-schema-contact"_s) > 10);
        QVERIFY(checkKept<Opportunity>(u"opportunity-list"_s, u"custom-field-schema-opportunity"_s) > 20);
    }

    void keepsEachKind_data()
    {
        QTest::addColumn<QVariant>("value");
        const auto row = [](const char *name, const QVariant &value) { QTest::newRow(name) << value; };
        row("text", u"“Grünwald” & 株式会社\nsecond line"_s);
        row("blank text", u""_s);
        row("nothing", QVariant());
        row("yes", true);
        row("no", false);
        row("amount", qlonglong(1250050));
        row("amount beyond what a double holds", qlonglong(9007199254740993));
        row("whole number that is a double", 5.0);
        row("number", -0.1);
        row("day", QDate(2027, 2, 28));
        row("moment", QDateTime(QDate(2026, 6, 19), QTime(11, 4, 15, 763), Qt::UTC));
        row("choices", QStringList{u"a"_s, u"b, c"_s});
        row("no choices", QStringList());
        row("emails", QVariant::fromValue(QList<EmailAddress>{{u"a@b.example"_s, u"office"_s, true}, {}}));
        row("phones", QVariant::fromValue(QList<PhoneNumber>{
                          {u"+49711"_s, u"mobile"_s, u"+49 711"_s, u"DE"_s}, {u"call me"_s, {}, {}, {}}}));
        row("links", QVariant::fromValue(QList<WebAddress>{{u"https://x.example"_s, u"url"_s}}));
        row("addresses",
            QVariant::fromValue(QList<PostalAddress>{
                {u"business"_s, u"Street 1"_s, u"2nd floor"_s, u"Ulm"_s, u"BW"_s, u"89073"_s, u"D1"_s}}));
        row("hidden list", QVariantList{1.5, u"x"_s, QVariantMap{{u"a"_s, true}}});
    }
    void keepsEachKind()
    {
        QFETCH(QVariant, value);
        const QVariantMap values = kept({{u"custom.cf_x"_s, value}});
        QVERIFY(values.contains(u"custom.cf_x"_s));
        QCOMPARE(values.value(u"custom.cf_x"_s), value);
        QCOMPARE(values.value(u"custom.cf_x"_s).metaType(), value.metaType());
    }

    void passesOverWhatIsUnknown()
    {
        QCOMPARE(fieldValueFromJson(QJsonObject{{u"orbit"_s, 5}}), QVariant());
        QCOMPARE(fieldValueFromJson(QJsonObject()), QVariant());
    }
};

LEADLINE_TEST(tst_fieldvaluejson, QTEST_APPLESS_MAIN, FieldValueJsonTest)

} // namespace tst_fieldvaluejson

#include "tst_fieldvaluejson.moc"

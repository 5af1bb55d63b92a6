// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "codec.h"
#include "fixture.h"
#include "testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <limits>

Q_DECLARE_METATYPE(Leadline::FieldType)
Q_DECLARE_METATYPE(Leadline::FieldFlags)

namespace tst_fields {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

CustomFieldSchema schemaOf(const QString &name, const QString &role)
{
    const auto schema = decodeCustomFieldSchema(fixture(name), role);
    return schema ? *schema : CustomFieldSchema();
}

CustomField named(const CustomFieldSchema &schema, const QString &name)
{
    for (const CustomField &field : schema.fields) {
        if (field.name == name)
            return field;
    }
    return {};
}

} // namespace

class FieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schema()
    {
        const CustomFieldSchema lead = schemaOf(u"custom-field-schema-lead"_s, u"user"_s);
        QCOMPARE(lead.objectType, u"lead"_s);
        QCOMPARE(lead.fields.size(), 18);
        QCOMPARE(lead.fields.first().name, u"Customer no. \"A\""_s);
        QCOMPARE(lead.fields.first().description, u"As in the ledger"_s);
        QVERIFY(lead.fields.first().isRequired);
        QCOMPARE(named(lead, u"Source"_s).choices.last(), u"Über Partner"_s);
        QVERIFY(named(lead, u"Interests"_s).acceptsMultipleValues);
        QVERIFY(named(lead, u"Employees"_s).choices.isEmpty());
        QVERIFY(named(lead, u"Legacy.id #"_s).id.startsWith(u"lcf_"_s));
        for (const QByteArray &body : {"{}"_ba, "[]"_ba, ""_ba, R"({"fields":null})"_ba})
            QVERIFY(!decodeCustomFieldSchema(body));
    }

    /// A shared field's rules are those of its association with the object type.
    void sharedFields()
    {
        const CustomFieldSchema lead = schemaOf(u"custom-field-schema-lead"_s, u"user"_s);
        const CustomFieldSchema contact = schemaOf(u"custom-field-schema-contact"_s, u"user"_s);
        const CustomFieldSchema opportunity = schemaOf(u"custom-field-schema-opportunity"_s, u"user"_s);
        QVERIFY(named(lead, u"Owner"_s).isShared);
        QVERIFY(!named(lead, u"Source"_s).isShared);
        QVERIFY(named(lead, u"Owner"_s).isRequired);
        QVERIFY(!named(contact, u"Owner"_s).isRequired);
        QVERIFY(named(lead, u"Owner"_s).isEditable);
        QVERIFY(!named(opportunity, u"Owner"_s).isEditable);
        QVERIFY(!named(lead, u"Region"_s).isEditable);
        QVERIFY(named(opportunity, u"Region"_s).isEditable);
    }

    void editableWithRoles()
    {
        const auto isEditable = [](const QString &role) {
            return named(schemaOf(u"custom-field-schema-lead"_s, role), u"Credit limit"_s).isEditable;
        };
        QVERIFY(isEditable(u"admin"_s));
        QVERIFY(isEditable(u"role_4f5Rq"_s));
        QVERIFY(!isEditable(u"user"_s));
        QVERIFY(!isEditable(QString()));
    }

    void fieldFor_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<FieldFlags>("flags");
        using enum FieldFlag;
        using enum FieldType;
        const FieldFlags shown = Detail | Column | Filterable | Editable | Creatable;
        const FieldFlags locked = Detail | Column | Filterable;
        QTest::newRow("text") << u"Customer no. \"A\""_s << Text << (shown | Searchable | Required);
        QTest::newRow("number") << u"Employees"_s << Number << shown;
        QTest::newRow("date") << u"Contract until"_s << Date << shown;
        QTest::newRow("datetime") << u"Next review"_s << Moment << shown;
        QTest::newRow("choice") << u"Source"_s << Choice << (shown | Searchable);
        QTest::newRow("choices") << u"Interests"_s << Choices << (shown | Searchable);
        QTest::newRow("user") << u"Technician"_s << User << shown;
        QTest::newRow("users") << u"Team"_s << Users << shown;
        QTest::newRow("contact") << u"Decision maker"_s << FieldType::Contact
                                 << (Detail | Editable | Required);
        QTest::newRow("contacts") << u"Buyers"_s << Contacts << (Detail | Editable);
        QTest::newRow("custom object") << u"Machines"_s << CustomObject << FieldFlags(Detail);
        QTest::newRow("textarea") << u"Remarks"_s << LongText << (shown | Searchable);
        QTest::newRow("hidden") << u"Sync token"_s << Hidden << FieldFlags();
        // What the role may not edit cannot be required of it.
        QTest::newRow("locked") << u"Credit limit"_s << Number << locked;
        QTest::newRow("a type not known") << u"Rating"_s << Text << (locked | Searchable);
        QTest::newRow("shared") << u"Owner"_s << User << (shown | Required);
        QTest::newRow("shared and locked") << u"Region"_s << Choice << (locked | Searchable);
    }

    void fieldFor()
    {
        QFETCH(QString, name);
        QFETCH(FieldFlags, flags);
        const CustomFieldSchema schema = schemaOf(u"custom-field-schema-lead"_s, u"user"_s);
        const CustomField custom = named(schema, name);
        const Field field = Leadline::fieldFor(custom, schema.objectType);
        QCOMPARE(field.key, u"custom."_s + custom.id);
        QCOMPARE(field.title, name);
        QTEST(field.type, "type");
        QCOMPARE(field.flags, flags | FieldFlag::Custom);
        // On a record that stands at a lead already, contacts can be chosen at once.
        if (field.type == FieldType::Contact)
            QVERIFY(Leadline::fieldFor(custom, u"opportunity"_s).flags.testFlag(FieldFlag::Creatable));
    }

    void customValues_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QVariant>("raw");
        QTest::addColumn<QVariant>("value");
        using enum FieldType;
        const QVariantList list{u"a"_s, u"b"_s};
        QTest::newRow("nothing") << Text << QVariant() << QVariant();
        QTest::newRow("text") << Text << QVariant(u"a"_s) << QVariant(u"a"_s);
        QTest::newRow("text of number") << Text << QVariant(4711LL) << QVariant(u"4711"_s);
        QTest::newRow("text of list") << Text << QVariant(list) << QVariant(u"a"_s);
        QTest::newRow("text of empty list") << Text << QVariant(QVariantList()) << QVariant();
        QTest::newRow("text of object") << Text << QVariant(QVariantMap{{u"a"_s, 1}}) << QVariant();
        QTest::newRow("blank text") << Text << QVariant(u""_s) << QVariant();
        QTest::newRow("number") << Number << QVariant(12.5) << QVariant(12.5);
        QTest::newRow("whole number") << Number << QVariant(12LL) << QVariant(12.0);
        QTest::newRow("number of text") << Number << QVariant(u"12345"_s) << QVariant(12345.0);
        QTest::newRow("number of words") << Number << QVariant(u"many"_s) << QVariant();
        QTest::newRow("no number") << Number << QVariant(u"nan"_s) << QVariant();
        QTest::newRow("endless number") << Number << QVariant(u"inf"_s) << QVariant();
        QTest::newRow("number of bool") << Number << QVariant(true) << QVariant();
        QTest::newRow("date") << Date << QVariant(u"2026-03-01"_s) << QVariant(QDate(2026, 3, 1));
        QTest::newRow("date of words") << Date << QVariant(u"soon"_s) << QVariant();
        QTest::newRow("moment") << Moment << QVariant(u"2026-03-04T09:30:00+01:00"_s)
                                << QVariant(QDateTime(QDate(2026, 3, 4), QTime(8, 30), Qt::UTC));
        QTest::newRow("choice of list") << Choice << QVariant(list) << QVariant(u"a"_s);
        QTest::newRow("choices") << Choices << QVariant(list) << QVariant(QStringList{u"a"_s, u"b"_s});
        QTest::newRow("choices of one") << Choices << QVariant(u"a"_s) << QVariant(QStringList{u"a"_s});
        QTest::newRow("choices of blank") << Choices << QVariant(u""_s) << QVariant();
        QTest::newRow("choices of empty list") << Choices << QVariant(QVariantList()) << QVariant();
        QTest::newRow("choices with gaps")
            << Choices << QVariant(QVariantList{QVariant(), u"a"_s}) << QVariant(QStringList{u"a"_s});
        QTest::newRow("hidden") << Hidden << QVariant(QVariantMap{{u"a"_s, 1}})
                                << QVariant(QVariantMap{{u"a"_s, 1}});
    }

    void customValues()
    {
        QFETCH(FieldType, type);
        QFETCH(QVariant, raw);
        QFETCH(QVariant, value);
        QVERIFY(customValue(type, raw) == value);
    }

    /// Values that do not fit their field's type, as older answers hold them.
    void oddCustomValues()
    {
        const CustomFieldSchema schema = schemaOf(u"custom-field-schema-lead"_s, u"admin"_s);
        const auto table = builtInFields<Lead>().withCustomFields(schema);
        const auto page = decodePage<Lead>(fixture(u"odd-08-custom-values"_s));
        QVERIFY(page);
        const auto value = [&](int row, const QString &name) {
            return table.value(page->records.at(row), u"custom."_s + named(schema, name).id);
        };
        QCOMPARE(value(0, u"Source"_s), QVariant(u"Website"_s));
        QCOMPARE(value(0, u"Interests"_s), QVariant(QStringList{u"Lenses"_s}));
        QCOMPARE(value(0, u"Employees"_s), QVariant(12345.0));
        QCOMPARE(value(0, u"Customer no. \"A\""_s), QVariant(u"4711"_s));
        QVERIFY(value(1, u"Team"_s).toStringList().size() == 1);
        QVERIFY(value(1, u"Technician"_s).toString().startsWith(u"user_"_s));
        for (const QString &name : {u"Contract until"_s, u"Interests"_s, u"Employees"_s, u"Next review"_s})
            QVERIFY2(!value(1, name).isValid(), qPrintable(name));
        QCOMPARE(
            page->records.at(1).custom.value(u"custom.cf_unknown"_s).toMap().value(u"a"_s).toList().size(),
            3);
    }

    void errorKeys_data()
    {
        QTest::addColumn<QString>("errorKey");
        QTest::addColumn<QString>("key"); // blank: no field
        const auto row = [](const QString &errorKey, const QString &key) {
            QTest::newRow(qPrintable(errorKey.isEmpty() ? u"blank"_s : errorKey)) << errorKey << key;
        };
        const QString tags =
            u"custom."_s + named(schemaOf(u"custom-field-schema-lead"_s, {}), u"Interests"_s).id;
        const QString legacy =
            u"custom."_s + named(schemaOf(u"custom-field-schema-lead"_s, {}), u"Legacy.id #"_s).id;
        row(u"name"_s, u"name"_s);
        row(u"status"_s, u"status_id"_s);
        row(u"status_id"_s, u"status_id"_s);
        row(u"contacts.0.emails.0.email"_s, u"contacts"_s);
        row(u"contacts.errors.0"_s, u"contacts"_s);
        row(u"addresses.1.country"_s, u"addresses"_s);
        row(tags, tags);
        row(tags + u".add"_s, tags);
        row(tags + u".0"_s, tags);
        row(tags.mid(7), tags);
        row(u"Interests"_s, tags);
        row(u"custom.Interests"_s, tags);
        row(u"custom.Legacy.id #"_s, legacy);
        row(u"Legacy.id #.0"_s, legacy);
        row(u"custom.cf_unknown"_s, {});
        row(u"nothing.of.this"_s, {});
        row(u".name"_s, {});
        row({}, {});
    }

    void errorKeys()
    {
        QFETCH(QString, errorKey);
        QFETCH(QString, key);
        const auto table =
            builtInFields<Lead>().withCustomFields(schemaOf(u"custom-field-schema-lead"_s, u"admin"_s));
        const int index = table.list().indexOfErrorKey(errorKey);
        QCOMPARE(index < 0 ? QString() : table.list().at(index).key, key);
    }

    void errorKeysOfOtherRecords()
    {
        const auto key = [](const FieldList &fields, const QString &errorKey) {
            const int index = fields.indexOfErrorKey(errorKey);
            return index < 0 ? QString() : fields.at(index).key;
        };
        const FieldList &contacts = builtInFields<Contact>().list();
        QCOMPARE(key(contacts, u"lead"_s), u"lead_id"_s);
        QCOMPARE(key(contacts, u"emails.errors.0.email"_s), u"emails"_s);
        const FieldList &opportunities = builtInFields<Opportunity>().list();
        QCOMPARE(key(opportunities, u"lead"_s), u"lead_id"_s);
        QCOMPARE(key(opportunities, u"user"_s), u"user_id"_s);
        QCOMPARE(key(opportunities, u"contact"_s), u"contact_id"_s);
        QCOMPARE(key(opportunities, u"pipeline"_s), u"pipeline_id"_s);
        QCOMPARE(key(builtInFields<Task>().list(), u"due_date"_s), u"date"_s);
    }

    /// The tables hold together: unique keys, known references, a title wherever one is shown.
    void tables()
    {
        checkTable(builtInFields<Lead>().list());
        checkTable(builtInFields<Contact>().list());
        checkTable(builtInFields<Opportunity>().list());
        checkTable(builtInFields<Task>().list());
    }

    void lookups()
    {
        const FieldList &list = builtInFields<Lead>().list();
        QCOMPARE(list.at(list.indexOf(u"url"_s)).key, u"url"_s);
        QCOMPARE(list.find(u"url"_s)->type, FieldType::Link);
        QCOMPARE(list.find(u"nonsense"_s), nullptr);
        QCOMPARE(builtInFields<Lead>().rowOf("url")->field.key, u"url"_s);
        QCOMPARE(builtInFields<Lead>().rowOf("nonsense"), nullptr);
    }

private:
    static void checkTable(const FieldList &list)
    {
        QVERIFY(!list.find(u"id"_s)->flags);
        for (qsizetype i = 0; i < list.size(); ++i) {
            const Field &field = list.at(i);
            QCOMPARE(list.indexOf(field.key), int(i));
            QVERIFY2(!field.title.isEmpty(), qPrintable(field.key));
            for (const QString &read : field.reads)
                QVERIFY2(list.find(read), qPrintable(field.key));
            if (!field.unitKey.isEmpty())
                QCOMPARE(list.find(field.unitKey)->type, FieldType::Period);
            if (field.flags.testFlag(FieldFlag::Derived))
                QVERIFY2(!(field.flags & (FieldFlag::Editable | FieldFlag::Creatable)),
                         qPrintable(field.key));
            if (field.flags.testFlag(FieldFlag::Column))
                QVERIFY2(storageOf(field.type) != Storage::None, qPrintable(field.key));
        }
    }
};

LEADLINE_TEST(tst_fields, QTEST_APPLESS_MAIN, FieldsTest)

} // namespace tst_fields

#include "tst_fields.moc"

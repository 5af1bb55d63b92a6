// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "codec.h"
#include "columnblock.h"
#include "fixture.h"
#include "testprogram.h"

#include <QTest>

#include <cmath>

namespace tst_columnblock {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

QString textAt(const TextColumn &column, size_t row)
{
    const std::string_view text = column.at(row);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

class ColumnBlockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textColumn()
    {
        TextColumn column;
        column.reserve(4, 16);
        column.append(QStringView(u"plain"));
        column.append(QStringView());
        column.append(QStringView(u"Łódź 🚀"));
        column.append(std::string_view("utf8"));
        QCOMPARE(column.size(), size_t(4));
        QCOMPARE(textAt(column, 0), u"plain"_s);
        QCOMPARE(textAt(column, 1), QString());
        QCOMPARE(textAt(column, 2), u"Łódź 🚀"_s);
        QCOMPARE(textAt(column, 3), u"utf8"_s);
        QCOMPARE(column.end(0), 5u);
        QCOMPARE(column.end(1), 5u);
        QCOMPARE(column.buffer().size(), size_t(column.end(3)));
    }

    void leads()
    {
        const auto page = decodePage<Lead>(fixture(u"lead-list"_s));
        QVERIFY(page);
        const FieldList &fields = builtInFields<Lead>().list();
        const ColumnBlock block = columnBlock(builtInFields<Lead>(), page->records);
        QCOMPARE(block.rows, size_t(3));
        QCOMPARE(block.columns.size(), size_t(fields.size()));
        QCOMPARE(textAt(block.ids, 2), page->records.at(2).id);
        const auto column = [&](const QString &key) -> const Column & {
            return block.columns[size_t(fields.indexOf(key))];
        };
        QCOMPARE(textAt(std::get<TextColumn>(column(u"shown_name"_s)), 1), u"Helios Glas AG"_s);
        QCOMPARE(textAt(std::get<TextColumn>(column(u"url"_s)), 2), QString());
        QCOMPARE(textAt(std::get<TextColumn>(column(u"addresses"_s)), 0),
                 u"Industriestr. 12, 70565 Stuttgart; 1 Harbor Way, Suite 9, Boston, MA 02110"_s);
        const auto &statuses = std::get<SymbolColumn>(column(u"status_id"_s));
        QCOMPARE(statuses.dictionary.size(), 3); // the blank, two statuses
        QCOMPARE(statuses.dictionary.first(), QString());
        QCOMPARE(statuses.values.at(1), statuses.values.at(2));
        QCOMPARE(statuses.dictionary.at(statuses.values.at(0)), page->records.at(0).statusId);
        const auto &values = std::get<IntegerColumn>(column(u"open_value"_s));
        QCOMPARE(values.at(0), 12LL * 1240000 + 990000);
        QCOMPARE(values.at(1), NoInteger);
        QCOMPARE(std::get<IntegerColumn>(column(u"date_updated"_s)).at(0),
                 page->records.at(0).dateUpdated.toMSecsSinceEpoch());
        QCOMPARE(std::get<SymbolColumn>(column(u"country"_s)).values.at(1), 0u);
        // Neither shown nor filtered by: no memory for it.
        for (const QString &key : {u"name"_s, u"html_url"_s, u"contacts"_s, u"contact_details"_s})
            QVERIFY2(std::holds_alternative<std::monostate>(column(key)), qPrintable(key));
    }

    void everyColumnHasEveryRow()
    {
        const auto page = decodePage<Opportunity>(fixture(u"opportunity-list"_s));
        QVERIFY(page);
        const ColumnBlock block = columnBlock(builtInFields<Opportunity>(), page->records);
        for (const Column &column : block.columns) {
            if (const auto *texts = std::get_if<TextColumn>(&column))
                QCOMPARE(texts->size(), block.rows);
            else if (const auto *symbols = std::get_if<SymbolColumn>(&column))
                QCOMPARE(symbols->values.size(), block.rows);
            else if (const auto *integers = std::get_if<IntegerColumn>(&column))
                QCOMPARE(integers->size(), block.rows);
        }
        QCOMPARE(block.search.size(), block.rows);
        QCOMPARE(block.ids.size(), block.rows);
    }

    void search()
    {
        const auto schema = decodeCustomFieldSchema(fixture(u"custom-field-schema-lead"_s), u"admin"_s);
        const auto table = builtInFields<Lead>().withCustomFields(*schema);
        const auto page = decodePage<Lead>(fixture(u"lead-list"_s));
        const ColumnBlock block = columnBlock(table, page->records);
        const QString lead = textAt(block.search, 0);
        // Words that are not plain, and what has no column: further contacts' names, titles, addresses and numbers.
        for (const QString &found : {u"fur "_s, u"jordis "_s, u"pal ek"_s, u"einkauf"_s,
                                     u"jv@privat.example"_s, u"+4971155501"_s, u"+4671155502"_s})
            QVERIFY2(lead.contains(found), qPrintable(found));
        // The search finds what is plain, and choices, in the columns.
        for (const QString &plain : {u"objektive"_s, u"labore"_s, u"nordlicht optik gmbh"_s, u"https://nordlicht.example"_s, u"k-0815"_s,
                                     u"uber partner"_s, u"lenses service"_s})
            QVERIFY2(!lead.contains(plain), qPrintable(plain));
        QVERIFY(lead.endsWith(u'\n'));
        QVERIFY(!lead.contains(u"rev"_s)); // of the hidden field
        QVERIFY(!lead.contains(page->records.at(0).statusId.toLower()));
        QCOMPARE(textAt(block.search, 2), QString());
    }

    void phonesAreFoundByDigits()
    {
        const auto contact = decodeRecord<Contact>(fixture(u"contact"_s));
        QVERIFY(contact);
        const ColumnBlock block = columnBlock(builtInFields<Contact>(), {*contact});
        QVERIFY(textAt(block.search, 0).contains(u"18005550123\n"_s));
    }

    void customColumns()
    {
        const auto schema = decodeCustomFieldSchema(fixture(u"custom-field-schema-lead"_s), u"admin"_s);
        const auto table = builtInFields<Lead>().withCustomFields(*schema);
        const auto page = decodePage<Lead>(fixture(u"lead-list"_s));
        const ColumnBlock block = columnBlock(table, page->records);
        const auto column = [&](const QString &title) -> const Column & {
            for (qsizetype i = 0; i < table.list().size(); ++i) {
                const Field &field = table.list().at(i);
                if (field.title == title && field.flags.testFlag(FieldFlag::Custom))
                    return block.columns[size_t(i)];
            }
            return block.columns.front();
        };
        QCOMPARE(std::get<RealColumn>(column(u"Employees"_s)).at(0), 120.0);
        QVERIFY(std::isnan(std::get<RealColumn>(column(u"Employees"_s)).at(1)));
        QCOMPARE(std::get<IntegerColumn>(column(u"Contract until"_s)).at(0),
                 QDate(2027, 12, 31).toJulianDay());
        const auto &interests = std::get<SymbolColumn>(column(u"Interests"_s));
        QCOMPARE(interests.dictionary.at(interests.values.at(0)).split(ListSeparator),
                 QStringList({u"Lenses"_s, u"Service"_s}));
        QCOMPARE(interests.values.at(1), 0u);
        QVERIFY(std::holds_alternative<std::monostate>(column(u"Sync token"_s)));
        QVERIFY(std::holds_alternative<std::monostate>(column(u"Decision maker"_s)));
    }

    void cells()
    {
        QCOMPARE(integerCell(FieldType::Date, QDate()), NoInteger);
        QCOMPARE(integerCell(FieldType::Moment, QDateTime()), NoInteger);
        QCOMPARE(integerCell(FieldType::Boolean, QVariant()), NoInteger);
        QCOMPARE(integerCell(FieldType::Boolean, false), 0);
        QCOMPARE(integerCell(FieldType::Boolean, true), 1);
        QCOMPARE(integerCell(FieldType::Money, -5), -5);
        const QList<PhoneNumber> phones{{u"+431"_s, {}, u"+43 1"_s, {}}, {}, {u"2"_s, {}, {}, {}}};
        QCOMPARE(textCell(FieldType::Phones, QVariant::fromValue(phones)), u"+43 1, 2"_s);
    }

    void noRecords()
    {
        const ColumnBlock block = columnBlock(builtInFields<Task>(), {});
        QCOMPARE(block.rows, size_t(0));
        QCOMPARE(block.columns.size(), size_t(builtInFields<Task>().list().size()));
    }
};

LEADLINE_TEST(tst_columnblock, QTEST_APPLESS_MAIN, ColumnBlockTest)

} // namespace tst_columnblock

#include "tst_columnblock.moc"

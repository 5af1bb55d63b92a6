// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "testprogram.h"
#include "threeway.h"

#include <QJsonArray>
#include <QTest>

namespace tst_threeway {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

const QString Tags = u"custom.cf_tags"_s;

FieldList fields()
{
    using enum FieldFlag;
    return FieldList({{.key = u"name"_s, .title = u"Name"_s, .flags = Editable | Creatable},
                      {.key = u"url"_s, .title = u"Website"_s, .flags = Editable | Creatable},
                      {.key = Tags,
                       .title = u"Tags"_s,
                       .type = FieldType::Choices,
                       .flags = Editable | Creatable | Custom,
                       .choices = {u"A"_s, u"B"_s, u"C"_s, u"D"_s}}});
}

QVariantMap tags(const QStringList &list)
{
    return list.isEmpty() ? QVariantMap() : QVariantMap{{Tags, list}};
}

} // namespace

/// What is sent when the record may have changed elsewhere.
class ThreeWayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsOnlyOwnChanges();
    void sameChangeOnBothSidesIsDone();
    void tellsConflicts();
    void mergesLists_data();
    void mergesLists();
};

void ThreeWayTest::sendsOnlyOwnChanges()
{
    const QVariantMap before{{u"name"_s, u"One"_s}, {u"url"_s, u"https://a.example"_s}};
    const QVariantMap after{{u"name"_s, u"Two"_s}, {u"url"_s, u"https://a.example"_s}};
    const QVariantMap theirs{{u"name"_s, u"One"_s}, {u"url"_s, u"https://b.example"_s}};
    const ThreeWayMerge merge = mergeThreeWays(fields(), before, after, theirs);
    QCOMPARE(merge.body, (QJsonObject{{u"name"_s, u"Two"_s}}));
    QVERIFY(merge.conflicts.isEmpty());
    // Clearing is a change of its own.
    const ThreeWayMerge cleared = mergeThreeWays(fields(), before, {{u"name"_s, u"One"_s}}, before);
    QCOMPARE(cleared.body, (QJsonObject{{u"url"_s, QJsonValue::Null}}));
}

void ThreeWayTest::sameChangeOnBothSidesIsDone()
{
    const ThreeWayMerge merge =
        mergeThreeWays(fields(), {{u"name"_s, u"One"_s}}, {{u"name"_s, u"Two"_s}}, {{u"name"_s, u"Two"_s}});
    QVERIFY(merge.body.isEmpty());
    QVERIFY(merge.conflicts.isEmpty());
}

void ThreeWayTest::tellsConflicts()
{
    const ThreeWayMerge merge = mergeThreeWays(fields(), {{u"name"_s, u"One"_s}},
                                               {{u"name"_s, u"Two"_s}, {u"url"_s, u"https://x.example"_s}},
                                               {{u"name"_s, u"Three"_s}});
    QCOMPARE(merge.body, (QJsonObject{{u"url"_s, u"https://x.example"_s}}));
    QCOMPARE(merge.conflicts.size(), 1);
    QCOMPARE(merge.conflicts.first().field.key, u"name"_s);
    QCOMPARE(merge.conflicts.first().before, QVariant(u"One"_s));
    QCOMPARE(merge.conflicts.first().mine, QVariant(u"Two"_s));
    QCOMPARE(merge.conflicts.first().theirs, QVariant(u"Three"_s));
}

void ThreeWayTest::mergesLists_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<QStringList>("theirs");
    QTest::addColumn<QJsonObject>("body");
    const QStringList a{u"A"_s};
    const QStringList b{u"B"_s};
    const QStringList ab{u"A"_s, u"B"_s};
    const QStringList ba{u"B"_s, u"A"_s};
    const QStringList abc{u"A"_s, u"B"_s, u"C"_s};
    const QStringList none;
    const auto whole = [](const QStringList &list) {
        return QJsonObject{{Tags, QJsonArray::fromStringList(list)}};
    };
    const auto one = [](const QString &operation, const QString &value) {
        return QJsonObject{{Tags + operation, value}};
    };
    QTest::newRow("one more") << a << ab << a << one(u".add"_s, u"B"_s);
    QTest::newRow("one more each") << a << ab << QStringList{u"A"_s, u"C"_s} << one(u".add"_s, u"B"_s);
    QTest::newRow("one less") << ab << b << ab << one(u".remove"_s, u"A"_s);
    QTest::newRow("one less, they one more") << ab << b << abc << one(u".remove"_s, u"A"_s);
    QTest::newRow("both took it away") << ab << b << b << QJsonObject();
    QTest::newRow("both added it") << a << ab << ab << QJsonObject();
    QTest::newRow("cleared") << ab << none << ab << QJsonObject{{Tags, QJsonValue::Null}};
    QTest::newRow("cleared, they one more")
        << a << none << QStringList{u"A"_s, u"C"_s} << one(u".remove"_s, u"A"_s);
    QTest::newRow("other order") << ab << ba << ab << whole(ba);
    QTest::newRow("exchanged") << a << b << a << whole(b);
    QTest::newRow("two more") << a << abc << QStringList{u"A"_s, u"D"_s}
                              << whole({u"A"_s, u"D"_s, u"B"_s, u"C"_s});
}

void ThreeWayTest::mergesLists()
{
    QFETCH(QStringList, before);
    QFETCH(QStringList, after);
    QFETCH(QStringList, theirs);
    QFETCH(QJsonObject, body);
    const ThreeWayMerge merge = mergeThreeWays(fields(), tags(before), tags(after), tags(theirs));
    QCOMPARE(merge.body, body);
    QVERIFY(merge.conflicts.isEmpty());
}

LEADLINE_TEST(tst_threeway, QTEST_GUILESS_MAIN, ThreeWayTest)

} // namespace tst_threeway

#include "tst_threeway.moc"

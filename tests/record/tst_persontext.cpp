// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "persontext.h"
#include "testprogram.h"

#include <QTest>

namespace tst_persontext {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// What pasted texts are taken apart into.
class PersonTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPersons_data();
    void readsPersons();
    void tellsKinds_data();
    void tellsKinds();
    void namesNetworks();
    void survivesAnything();
};

namespace {

/// "uta@x.example (office)" and the like, joined, so that a whole answer is one line of a table.
QString details(const PersonText &person)
{
    QStringList list;
    for (const EmailAddress &each : person.emails)
        list.append(each.email);
    for (const PhoneNumber &each : person.phones)
        list.append(each.phone + u" ("_s + each.type + u')');
    for (const WebAddress &each : person.urls)
        list.append(each.url);
    return list.join(u"; "_s);
}

} // namespace

void PersonTextTest::readsPersons_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("rest");
    const auto row = [](const char *what, const QString &text, const QString &name, const QString &title,
                        const QString &rest) { QTest::newRow(what) << text << name << title << rest; };
    const QString uta = u"Uta Bergmann"_s;
    const QString mail = u"uta@bergmann.example"_s;

    row("name and address", u"Uta Bergmann <uta@bergmann.example>"_s, uta, {}, mail);
    row("quoted", u"\"Uta Bergmann\" <uta@bergmann.example>"_s, uta, {}, mail);
    row("family name first", u"Bergmann, Uta <uta@bergmann.example>"_s, uta, {}, mail);
    row("quoted, family name first", u"\"Bergmann, Uta\" <uta@bergmann.example>"_s, uta, {}, mail);
    row("particle", u"von Bergmann, Uta <uta@bergmann.example>"_s, u"Uta von Bergmann"_s, {}, mail);
    row("degree", u"Uta Bergmann, PhD <uta@bergmann.example>"_s, u"Uta Bergmann, PhD"_s, {}, mail);
    row("doctor", u"Dr. Uta Bergmann <uta@bergmann.example>"_s, u"Dr. Uta Bergmann"_s, {}, mail);
    row("name and company", u"Uta Bergmann, Bergmann GmbH <uta@bergmann.example>"_s, uta, {}, mail);
    row("name and place", u"Uta Bergmann, Stuttgart <uta@bergmann.example>"_s, uta, {}, mail);
    row("name and title", u"Uta Bergmann, CTO <uta@bergmann.example>"_s, uta, u"CTO"_s, mail);
    row("a name that is a word", u"Uta Head <uta@bergmann.example>"_s, u"Uta Head"_s, {}, mail);
    row("round brackets", u"Uta Bergmann (uta@bergmann.example)"_s, uta, {}, mail);
    row("without brackets", u"Uta Bergmann uta@bergmann.example"_s, uta, {}, mail);
    row("mailto", u"Uta Bergmann <mailto:uta@bergmann.example>"_s, uta, {}, mail);
    row("header", u"From: Uta Bergmann <uta@bergmann.example>"_s, uta, {}, mail);
    row("initial", u"Uta E <uta@bergmann.example>"_s, u"Uta E"_s, {}, mail);
    row("Japanese", u"山田 太郎 <taro@yamada.example>"_s, u"山田 太郎"_s, {}, u"taro@yamada.example"_s);
    row("Arabic", u"ليلى حداد <leila@haddad.example>"_s, u"ليلى حداد"_s, {}, u"leila@haddad.example"_s);
    row("umlaut domain", u"Jörg Groß <joerg@büro.example>"_s, u"Jörg Groß"_s, {}, u"joerg@büro.example"_s);
    row("apostrophe", u"Sinéad O'Brien <s.o'brien@brien.example>"_s, u"Sinéad O'Brien"_s, {},
        u"s.o'brien@brien.example"_s);
    row("address alone", u"uta@bergmann.example"_s, {}, {}, mail);
    row("name alone", uta, uta, {}, {});
    row("bars", u"Uta Bergmann | Managing Director | uta@bergmann.example | +49 711 555 0142"_s, uta,
        u"Managing Director"_s, u"uta@bergmann.example; +49 711 555 0142 (office)"_s);
    row("tabs of a sheet", u"Uta Bergmann\tManaging Director\tuta@bergmann.example\t+49 711 555 0142"_s, uta,
        u"Managing Director"_s, u"uta@bergmann.example; +49 711 555 0142 (office)"_s);
    row("dash", u"Uta Bergmann – Head of Sales\nuta@bergmann.example"_s, uta, u"Head of Sales"_s, mail);
    row("several people", u"A One <a@one.example>, B Two <b@two.example>"_s, {}, {}, {});

    row("signature",
        u"Best regards,\n\nUta Bergmann\nManaging Director\n\nBergmann Präzision AG\nIndustriestr. 12\n"
        "70565 Stuttgart\nTel.: +49 711 555 0142\nMobil: +49 170 555 99 88\nFax +49 711 555 0143\n"
        "E-Mail: uta@bergmann.example\nwww.bergmann.example\nHRB 735 912, USt-IdNr. DE123456789"_s,
        uta, u"Managing Director"_s,
        u"uta@bergmann.example; +49 711 555 0142 (office); +49 170 555 99 88 (mobile); "
        "+49 711 555 0143 (fax); https://www.bergmann.example"_s);
    row("German signature",
        u"Mit freundlichen Grüßen\nJörg Groß\nLeiter Einkauf\nT 0711 555-0142 | M 0170 5559988\n"
        "joerg.gross@bergmann.example | bergmann.example"_s,
        u"Jörg Groß"_s, u"Leiter Einkauf"_s,
        u"joerg.gross@bergmann.example; 0711 555-0142 (office); 0170 5559988 (mobile); "
        "https://bergmann.example"_s);
    row("US signature",
        u"--\nKate Doyle\nVP Sales, Iron Harbor Brewing Inc.\n(902) 555-0117 ext. 4\n"
        "c: 902-555-0190\nkate@ironharbor.example\nhttps://www.linkedin.com/in/kate-doyle"_s,
        u"Kate Doyle"_s, {},
        u"kate@ironharbor.example; (902) 555-0117 ext. 4 (office); 902-555-0190 (mobile); "
        "https://www.linkedin.com/in/kate-doyle"_s);
    row("company between", u"Uta Bergmann\nBergmann Präzision AG\nHead of Purchasing\nuta@bergmann.example"_s,
        uta, u"Head of Purchasing"_s, mail);
    row("no title", u"Uta Bergmann\nBergmann Werkzeuge\nuta@bergmann.example"_s, uta, {}, mail);
    row("quoted lines", u"> Uta Bergmann\n> uta@bergmann.example"_s, uta, {}, mail);
    row("same address twice", u"Uta Bergmann <uta@bergmann.example>\nUTA@bergmann.example"_s, uta, {}, mail);
    row("windows lines", u"Uta Bergmann\r\nCTO\r\nuta@bergmann.example\r\n"_s, uta, u"CTO"_s, mail);
    row("soft lines", u"Uta Bergmann\u2028CTO\u2028uta@bergmann.example"_s, uta, u"CTO"_s, mail);
    row("non-breaking spaces", u"Uta\u00a0Bergmann\nTel:\u00a0+49\u00a0711\u00a05550142"_s, uta, {},
        u"+49 711 5550142 (office)"_s);
    row("phone without a word", u"Uta Bergmann\n0711 555 0142"_s, uta, {}, u"0711 555 0142 (office)"_s);
    row("a day is no phone", u"Uta Bergmann\n25.11.2026\nuta@bergmann.example"_s, uta, {}, mail);
    row("an account is no phone", u"Uta Bergmann\nIBAN DE12 3456 7890 1234\nuta@bergmann.example"_s, uta, {},
        mail);
    row("nothing", u"  \n "_s, {}, {}, {});
    row("prose", u"Please call me next week about the offer, thanks: it is 12 units"_s, {}, {}, {});
}

void PersonTextTest::readsPersons()
{
    QFETCH(QString, text);
    const PersonText person = readPerson(text);
    QTEST(person.name, "name");
    QTEST(person.title, "title");
    QTEST(details(person), "rest");
}

void PersonTextTest::tellsKinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    const auto row = [](const QString &text, DetailKind kind) {
        QTest::newRow(qPrintable(text)) << text << int(kind);
    };
    using enum DetailKind;
    row(u"uta@bergmann.example"_s, Email);
    row(u" u.b+x@b\u00fcro.de "_s, Email);
    row(u"+49 711 555 0142"_s, Phone);
    row(u"(902) 555-0117"_s, Phone);
    row(u"07115550142"_s, Phone);
    row(u"https://bergmann.example/shop?q=1"_s, WebAddress);
    row(u"www.bergmann.example"_s, WebAddress);
    row(u"bergmann.example"_s, WebAddress);
    row(u"Bergmann.example/de"_s, WebAddress);
    row(u"uta@bergmann"_s, Unknown);
    row(u"uta"_s, Unknown);
    row(u"Uta Bergmann"_s, Unknown);
    row(u"Dr.Kern"_s, Unknown);
    row(u"1234"_s, Unknown);
    row(u"12 units"_s, Unknown);
    row({}, Unknown);
}

void PersonTextTest::tellsKinds()
{
    QFETCH(QString, text);
    QTEST(int(detailKindOf(text)), "kind");
}

void PersonTextTest::namesNetworks()
{
    QCOMPARE(webAddressType(u"https://www.linkedin.com/in/uta"_s), u"linkedin"_s);
    QCOMPARE(webAddressType(u"x.com/uta"_s), u"twitter"_s);
    QCOMPARE(webAddressType(u"https://twitter.com/uta"_s), u"twitter"_s);
    QCOMPARE(webAddressType(u"https://netflix.com/uta"_s), u"url"_s);
    QCOMPARE(webAddressType(u"https://bergmann.example"_s), u"url"_s);
}

/// Long and odd texts are answered at once.
void PersonTextTest::survivesAnything()
{
    readPerson(QString(200'000, u'1'));
    readPerson(QString(200'000, u'('));
    readPerson(u"a@"_s.repeated(50'000));
    readPerson(u"1 "_s.repeated(100'000));
    readPerson(u"\n"_s.repeated(100'000));
    QVERIFY(readPerson(u"Uta Bergmann\n"_s.repeated(5000)).name == u"Uta Bergmann"_s);
    QCOMPARE(detailKindOf(u"a."_s.repeated(50'000)), DetailKind::Unknown);
}

LEADLINE_TEST(tst_persontext, QTEST_GUILESS_MAIN, PersonTextTest)

} // namespace tst_persontext

#include "tst_persontext.moc"

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activitymodel.h"
#include "activitytext.h"
#include "cellformatter.h"
#include "htmltext.h"
#include "leadlinks.h"
#include "testprogram.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

namespace ui_leadtext {

using namespace Leadline;
using namespace Qt::StringLiterals;

class LeadTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void htmlBecomesText_data();
    void htmlBecomesText();
    void hugeHtmlTakesLinearTime();
    void textIsTidied();

    void websites_data();
    void websites();
    void mailsAndPhones();
    void closePages_data();
    void closePages();
    void otherAddressesStayHere();

    void sentences_data();
    void sentences();
    void mailOfMarkupOnly();
    void fixtureIsSaid();
    void pinnedThenNewest();
    void nearTimes_data();
    void nearTimes();
    void shortDays();

    void modelMergesById();
    void modelNarrowsByType();
};

void LeadTextTest::htmlBecomesText_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &html, const QString &text) {
        QTest::newRow(name) << html << text;
    };
    row("paragraphs", u"<body><p>One</p><p>Two</p></body>"_s, u"One\nTwo"_s);
    row("list", u"<body>Asks:<ul><li>price</li><li>date</li></ul>Thanks</body>"_s,
        u"Asks:\n• price\n• date\nThanks"_s);
    row("break", u"a<br/>b<br>c"_s, u"a\nb\nc"_s);
    row("white space", u"<p>a\n   b\t c</p>\n\n<p>d</p>"_s, u"a b c\nd"_s);
    row("references", u"<p>R&amp;D &lt;b&gt; &quot;x&quot; &#228;&#xe9; &euro;5 a&nbsp;b</p>"_s,
        u"R&D <b> \"x\" äé €5 a\u00A0b"_s);
    row("unknown reference", u"AT&T &bogus; &#xZZ; &"_s, u"AT&T &bogus; &#xZZ; &"_s);
    row("reference twice", u"&amp;lt;script&amp;gt;"_s, u"&lt;script&gt;"_s);
    row("mention",
        u"<p>For <span data-type=\"mention\" data-id=\"user_x\" data-label=\"Ana\">@Ana</span></p>"_s,
        u"For @Ana"_s);
    row("link", u"<a href=\"https://a.example/x?y=1&amp;z=2\">the offer</a>"_s,
        u"the offer (https://a.example/x?y=1&z=2)"_s);
    row("link shown", u"<a href='https://a.example/'>a.example</a>"_s, u"a.example"_s);
    row("script link", u"<a href=\"javascript:alert(1)\">click</a>"_s, u"click"_s);
    row("script", u"a<script>alert('<b>')</script>b<style>p{}</style>c"_s, u"abc"_s);
    row("script never ends", u"a<script>alert(1)"_s, u"a"_s);
    row("comment", u"a<!-- <b>x</b> --!> -->b<!-- open"_s, u"ab"_s);
    row("image", u"<img src=\"https://spy.example/x.png\" onerror=\"x()\">seen"_s, u"seen"_s);
    row("bracket in quotes", u"<p title=\"a>b\" onclick='x>y'>t</p>"_s, u"t"_s);
    row("less than", u"1 < 2 and 3 <4, <- left"_s, u"1 < 2 and 3 <4, <- left"_s);
    row("unclosed", u"<p>a<b>b<i>c</p"_s, u"abc"_s);
    row("tag never ends", u"a<p title=\"x"_s, u"a"_s);
    row("frames", u"<iframe src=\"https://x.example\">no</iframe><object data=x>no</object>ok"_s, u"ok"_s);
    row("reading order", u"invoice\u202Efdp.exe &#8238;x&#x2066;y"_s, u"invoicefdp.exe xy"_s);
    row("controls", u"a&#0;b&#7;c&#x9f;d&#xD800;e"_s, u"abcd&#xD800;e"_s);
    row("empty", u"<body><p></p></body>"_s, QString());
    row("other scripts", u"<p>東京 — الواحة</p>"_s, u"東京 — الواحة"_s);
}

void LeadTextTest::htmlBecomesText()
{
    QFETCH(QString, html);
    QTEST(plainTextOf(html), "text");
}

void LeadTextTest::hugeHtmlTakesLinearTime()
{
    // Each of these makes a careless reader look at the rest again and again.
    for (const QString &piece :
         {u"<"_s, u"<a href=\""_s, u"&"_s, u"<!--"_s, u"<p>"_s, u"</"_s, u"<script>"_s}) {
        // Of this program's own time, whatever else the machine has to do.
        const std::clock_t begun = std::clock();
        plainTextOf(piece.repeated(300'000 / int(piece.size())));
        QVERIFY2(std::clock() - begun < 5 * CLOCKS_PER_SEC, qPrintable(piece));
    }
}

void LeadTextTest::textIsTidied()
{
    QCOMPARE(tidyText(u"a\r\nb\rc  \n\n\n\nd\n"_s), u"a\nb\nc\n\nd"_s);
    QCOMPARE(tidyText(u"\n\n a\u202Eb\u0007"_s), u" ab"_s);
    QCOMPARE(tidyText(u"👩‍💻 ok"_s), u"👩‍💻 ok"_s);
}

void LeadTextTest::websites_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("target");
    QTest::newRow("https") << u"https://a.example/"_s << u"https://a.example/"_s;
    QTest::newRow("bare") << u" a.example "_s << u"https://a.example"_s;
    QTest::newRow("port") << u"a.example:8080/x"_s << u"https://a.example:8080/x"_s;
    QTest::newRow("http") << u"http://a.example"_s << u"http://a.example"_s;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("data") << u"data:text/html,x"_s << QString();
    QTest::newRow("hidden host") << u"https://close.com@evil.example/"_s << QString();
    QTest::newRow("blank") << QString() << QString();
}

void LeadTextTest::websites()
{
    QFETCH(QString, url);
    QTEST(websiteUrl(url).toString(), "target");
}

void LeadTextTest::mailsAndPhones()
{
    QCOMPARE(mailUrl(u"uta@a.example"_s).toEncoded(), "mailto:uta@a.example"_ba);
    QVERIFY(!mailUrl(u"x?bcc=spy@a.example"_s).toEncoded().contains('?'));
    QVERIFY(!mailUrl(u"nobody"_s).isValid());
    QCOMPARE(phoneUrl(u"+49 711 555-0142"_s).toEncoded(), "tel:+497115550142"_ba);
    QVERIFY(!phoneUrl(u"n/a"_s).isValid());
    QCOMPARE(websiteText(u"https://a.example/"_s), u"a.example"_s);
}

void LeadTextTest::closePages_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("valid");
    QTest::newRow("com") << u"https://app.close.com/lead/lead_x/"_s << true;
    QTest::newRow("io") << u"https://app.close.io/lead/lead_x/"_s << true;
    QTest::newRow("http") << u"http://app.close.com/lead/lead_x/"_s << false;
    QTest::newRow("other") << u"https://app.close.com.evil.example/"_s << false;
    QTest::newRow("user") << u"https://app.close.com@evil.example/"_s << false;
    QTest::newRow("port") << u"https://app.close.com:444/"_s << false;
    QTest::newRow("script") << u"javascript://app.close.com/%0aalert(1)"_s << false;
}

void LeadTextTest::closePages()
{
    QFETCH(QString, url);
    QTEST(closePageUrl(url).isValid(), "valid");
}

void LeadTextTest::otherAddressesStayHere()
{
    QVERIFY(!openLink(QUrl(u"file:///etc/passwd"_s)));
    QVERIFY(!openLink(QUrl(u"javascript:alert(1)"_s)));
    QVERIFY(!openLink(QUrl()));
}

namespace {

Activity call(const QString &direction, qint64 duration, const QString &disposition)
{
    Activity activity;
    activity.type = u"Call"_s;
    activity.direction = direction;
    activity.duration = duration;
    activity.disposition = disposition;
    return activity;
}

Activity change(const QString &type, const QString &before, const QString &after)
{
    Activity activity;
    activity.type = type;
    activity.oldStatusLabel = before;
    activity.newStatusLabel = after;
    return activity;
}

Activity note(const QString &id, const QDateTime &at, bool pinned = false)
{
    Activity activity;
    activity.id = id;
    activity.type = u"Note"_s;
    activity.note = id;
    activity.at = at;
    activity.isPinned = pinned;
    return activity;
}

QStringList idsOf(const QList<ActivityEntry> &entries)
{
    QStringList ids;
    for (const ActivityEntry &entry : entries)
        ids << entry.id;
    return ids;
}

} // namespace

void LeadTextTest::sentences_data()
{
    QTest::addColumn<Activity>("activity");
    QTest::addColumn<QString>("text");
    QTest::newRow("call") << call(u"outbound"_s, 14 * 60 + 5, u"answered"_s)
                          << u"Outgoing call, 14 min, answered"_s;
    QTest::newRow("short call") << call(u"inbound"_s, 12, u"vm-left"_s)
                                << u"Incoming call, 12 s, voicemail left"_s;
    QTest::newRow("long call") << call(u"inbound"_s, 3900, {}) << u"Incoming call, 1 h 5 min"_s;
    QTest::newRow("no answer") << call(u"outbound"_s, 0, u"no-answer"_s) << u"Outgoing call, no answer"_s;
    QTest::newRow("new word") << call({}, 0, u"sent-away"_s) << u"Call, sent away"_s;
    QTest::newRow("lead status") << change(u"LeadStatusChange"_s, u"Potential"_s, u"Qualified"_s)
                                 << u"Potential → Qualified"_s;
    QTest::newRow("opportunity status")
        << change(u"OpportunityStatusChange"_s, u"Demo"_s, u"Won"_s) << u"Opportunity: Demo → Won"_s;
    QTest::newRow("first status") << change(u"LeadStatusChange"_s, {}, u"Potential"_s) << u"Potential"_s;
    QTest::newRow("unknown") << change(u"Custom.actitype_x"_s, {}, {}) << u"Other activity"_s;
    Activity mail;
    mail.type = u"Email"_s;
    QTest::newRow("no subject") << mail << u"Email without a subject"_s;
    Activity rich;
    rich.type = u"Note"_s;
    rich.title = u"Visit"_s;
    rich.noteHtml = u"<body><ul><li>one</li></ul></body>"_s;
    rich.note = u"one"_s;
    QTest::newRow("rich note") << rich << u"Visit\n• one"_s;
}

void LeadTextTest::sentences()
{
    QFETCH(Activity, activity);
    QTEST(ActivityText::entryOf(activity).text, "text");
}

void LeadTextTest::mailOfMarkupOnly()
{
    const auto page = decodeActivities(
        R"({"data":[{"id":"acti_1","_type":"Email","body_text":"","body_preview":"Dear Ana, the","body_html":
        "<html><head><style>p{}</style></head><body><p>Dear Ana,</p><p>the <b>offer</b>.</p><img src=\"https://x.example/t\"></body></html>"}]})");
    QVERIFY(page.has_value());
    QCOMPARE(ActivityText::entryOf(page->activities.first()).detail, u"Dear Ana,\nthe offer."_s);
}

void LeadTextTest::fixtureIsSaid()
{
    QFile file(QStringLiteral(LEADLINE_FIXTURES "/activity-list.json"));
    QVERIFY(file.open(QFile::ReadOnly));
    const Result<ActivityPage> page = decodeActivities(file.readAll());
    QVERIFY(page.has_value());
    const QList<ActivityEntry> entries = ActivityText::entriesOf(page->activities);
    QCOMPARE(entries.size(), page->activities.size());
    QVERIFY(entries.first().isPinned);
    QStringList texts;
    for (const ActivityEntry &entry : entries) {
        QVERIFY2(!entry.text.isEmpty(), qPrintable(entry.type));
        texts << entry.text;
        if (entry.type == "Email"_L1) {
            QCOMPARE(entry.author, u"Ida Marek"_s);
            QVERIFY(entry.detail.startsWith("From Ida Marek <ida@polarstern.example>\nTo jordis@"_L1));
            QVERIFY(entry.detail.endsWith("Guten Tag,\n\nanbei."_L1));
        }
        if (entry.type == "Call"_L1)
            QCOMPARE(entry.detail, u"Wants a quote"_s);
    }
    for (const QString &text :
         {u"Met at the fair → call"_s, u"Incoming call, 3 min, answered"_s, u"Ihr Angebot"_s,
          u"Bin um 9 da"_s, u"Werksbesuch, 1 h"_s, u"Lead created by an import"_s,
          u"Task done: Angebot nachfassen"_s, u"Potential → Qualified"_s})
        QVERIFY2(texts.contains(text), qPrintable(text));
}

void LeadTextTest::pinnedThenNewest()
{
    const QDateTime day(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    const QList<ActivityEntry> entries =
        ActivityText::entriesOf({note(u"old"_s, day.addDays(-9)), note(u"new"_s, day),
                                 note(u"pinned"_s, day.addDays(-90), true), note(u"old"_s, day.addDays(-9))});
    QCOMPARE(idsOf(entries), QStringList({u"pinned"_s, u"new"_s, u"old"_s}));
}

void LeadTextTest::nearTimes_data()
{
    QTest::addColumn<qint64>("secondsAgo");
    QTest::addColumn<QString>("text");
    constexpr qint64 Hour = 3600;
    constexpr qint64 Day = 24 * Hour;
    QTest::newRow("now") << qint64(20) << u"just now"_s;
    QTest::newRow("clock differs") << qint64(-120) << u"just now"_s;
    QTest::newRow("minutes") << qint64(12 * 60) << u"12 min ago"_s;
    QTest::newRow("hours") << 3 * Hour << u"3 h ago"_s;
    QTest::newRow("today") << 8 * Hour << u"today"_s;
    QTest::newRow("yesterday") << Day << u"yesterday"_s;
    QTest::newRow("days") << 3 * Day << u"3 days ago"_s;
    QTest::newRow("last week") << 8 * Day << u"last week"_s;
    QTest::newRow("weeks") << 15 * Day << u"2 weeks ago"_s;
    QTest::newRow("date") << 40 * Day << u"11 Oct"_s;
    QTest::newRow("last year") << 400 * Day << u"16 Oct 2025"_s;
}

void LeadTextTest::nearTimes()
{
    QFETCH(qint64, secondsAgo);
    const QDateTime now(QDate(2026, 11, 20), QTime(14, 0));
    QTEST(ActivityText::ago(now.addSecs(-secondsAgo), now, QLocale(u"en_GB"_s)), "text");
}

void LeadTextTest::shortDays()
{
    const QDate today(2026, 11, 20);
    const QDate day(2026, 12, 18);
    QCOMPARE(shortDay(day, today, QLocale(u"en_GB"_s)), u"18 Dec"_s);
    QCOMPARE(shortDay(day, today, QLocale(u"en_US"_s)), u"Dec 18"_s);
    QCOMPARE(shortDay(day, today, QLocale(u"de_DE"_s)), u"18. Dez."_s);
    QCOMPARE(shortDay(day.addYears(1), today, QLocale(u"en_US"_s)), u"Dec 18, 2027"_s);
}

void LeadTextTest::modelMergesById()
{
    ActivityModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QDateTime day(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    model.merge({note(u"a"_s, day), note(u"b"_s, day.addDays(-1))});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.merge({note(u"b"_s, day.addDays(-1)), note(u"c"_s, day.addDays(-2))});
    QCOMPARE(model.rowCount(), 3);
    // The next page goes behind: nothing that is on screen moves.
    QCOMPARE(inserted.size(), 1);
    model.merge({note(u"a"_s, day)});
    QCOMPARE(reset.size(), 0);
    model.setOpen(model.index(1), true);
    model.merge({note(u"new"_s, day.addDays(1))});
    QCOMPARE(model.index(0).data().toString(), u"new"_s);
    QVERIFY(model.indexOf(u"b"_s).data(ActivityModel::OpenRole).toBool());
}

void LeadTextTest::modelNarrowsByType()
{
    ActivityModel model;
    Activity one = call(u"inbound"_s, 60, u"answered"_s);
    one.id = u"call"_s;
    one.at = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    model.merge({one, note(u"note"_s, one.at)});
    model.setTypes({u"Call"_s});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(ActivityModel::IdRole).toString(), u"call"_s);
    model.setTypes({});
    QCOMPARE(model.rowCount(), 2);
}

LEADLINE_TEST(ui_leadtext, QTEST_MAIN, LeadTextTest)

} // namespace ui_leadtext

#include "tst_leadtext.moc"

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "conflictdialog.h"
#include "contactcard.h"
#include "detailrow.h"
#include "inlinefield.h"
#include "leadinlineedit.h"
#include "leadsection.h"
#include "opportunitycard.h"
#include "testprogram.h"
#include "theme.h"
#include "workspacefixture.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>

namespace tst_leadinline {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

using F = WorkspaceFixture;

/// Editing where a lead's page and pane show their values, in the real window against the real demo server.
/// With LEADLINE_PICTURES set to a folder it also leaves pictures there, to be looked at.
class LeadInlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_f.reset(); }

    void nameIsChangedAndTabGoesOn();
    void everySimpleTypeInPlace_data();
    void everySimpleTypeInPlace();
    void clearedIsSentAsNull();
    void untouchedSendsNothing();
    void escapeLeaves();
    void clickEditsAndMarkingDoesNot();
    void menuOfALinkOffersIt();
    void contactsNameAndTitle();
    void contactsOnlyAddressAndNumber();
    void opportunitysFigures();
    void closeOfADealIsJudged();
    void descriptionIsEditedInPlace();
    void severalChoicesInPlace();
    void paneEditsToo();
    void startsBesideTheKeyboard();
    void lockedFieldsArePassedOver();
    void wrongIsSaidBelow();
    void refusedStaysOpen();
    void changedElsewhereAsks();
    void anotherLeadSendsWhatStands();
    void goneContactTakesItsFieldAlong();
    void choicesOpenAndThePageStays();
    void readOnlyEditsNothing();

private:
    bool start(const std::shared_ptr<Session> &session);
    /// A lead with contacts and an active opportunity, on its page.
    bool openPage();
    LeadView *page() const;
    InlineField *field() const;
    /// F2, then Tab until the field of \a key is there.
    QList<QPoint> placesOfSections() const;
    InlineField *reach(const QString &key, RecordKind kind = RecordKind::Lead);
    QString customKey(const QString &title) const;
    bool hasSaved() const
    {
        return waitFor([this] { return m_f->window.findChildren<InlineField *>().isEmpty(); }, Patience);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    bool choose(const QString &text);
    QJsonObject onlyBody(const QString &path) const;
    void picture(const QString &name);

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceFixture> m_f;
    QString m_lead;
    QJsonObject m_contact;
    QJsonObject m_opportunity;
};

void LeadInlineTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    auto *theme = new Theme(qApp, this);
    theme->setMode(qEnvironmentVariable("LEADLINE_THEME") == "dark"_L1 ? Theme::Mode::Dark
                                                                       : Theme::Mode::Light);
    theme->apply();
    QVERIFY2(m_server.start({u"--leads"_s, u"60"_s}).isValid(), qPrintable(m_server.errorText()));
}

void LeadInlineTest::init()
{
    QVERIFY(m_server.reset());
    QVERIFY(m_server.clearFaults());
    m_folder = std::make_unique<QTemporaryDir>();
    const auto create = [this](const QString &path, const QJsonObject &body) {
        return m_server.exchange("POST", path, body).object();
    };
    m_lead = create(u"/lead/"_s, {{u"name"_s, u"Kern Instruments"_s}, {u"url"_s, u"https://kern.example"_s}})
                 .value("id"_L1)
                 .toString();
    m_contact =
        create(u"/contact/"_s, {{u"lead_id"_s, m_lead}, {u"name"_s, u"Uta Kern"_s}, {u"title"_s, u"Head"_s}});
    create(u"/contact/"_s, {{u"lead_id"_s, m_lead}, {u"name"_s, u"Bo Lind"_s}});
    m_opportunity = create(u"/opportunity/"_s, {{u"lead_id"_s, m_lead},
                                                {u"value"_s, 500000},
                                                {u"confidence"_s, 40},
                                                {u"date_won"_s, u"2027-01-15"_s}});
    QVERIFY(!m_opportunity.isEmpty());
}

bool LeadInlineTest::start(const std::shared_ptr<Session> &session)
{
    if (!session)
        return false;
    m_f = std::make_unique<WorkspaceFixture>(session, m_folder->filePath(u"settings.ini"_s));
    return m_f->open();
}

LeadView *LeadInlineTest::page() const
{
    return m_f->window.findChild<LeadPage *>()->view();
}

bool LeadInlineTest::openPage()
{
    if (!m_f && !start(signedIn(m_server)))
        return false;
    m_f->workspace->openLead(m_lead);
    // Twice: what the tables know, then the whole lead.
    return waitFor([this] { return page()->isWhole(); }, Patience) && m_server.clearRequests();
}

InlineField *LeadInlineTest::field() const
{
    for (InlineField *found : m_f->window.findChildren<InlineField *>()) {
        if (found->isVisible() && found->isAncestorOf(QApplication::focusWidget()))
            return found;
    }
    return nullptr;
}

/// Where the parts of the page stand.
QList<QPoint> LeadInlineTest::placesOfSections() const
{
    QList<QPoint> places;
    for (const LeadSection *section : page()->findChildren<LeadSection *>()) {
        if (section->isVisible())
            places.append(section->mapTo(page(), QPoint()));
    }
    return places;
}

InlineField *LeadInlineTest::reach(const QString &key, RecordKind kind)
{
    press(Qt::Key_F2);
    for (int i = 0; i < 60 && field(); ++i) {
        if (field()->target().field.key == key && field()->target().kind == kind)
            return field();
        const InlineField *before = field();
        press(Qt::Key_Tab);
        if (field() == before)
            return nullptr;
    }
    return nullptr;
}

QString LeadInlineTest::customKey(const QString &title) const
{
    for (const Field &each : m_f->session().schema()->leads.list()) {
        if (each.flags.testFlag(FieldFlag::Custom) && each.title == title)
            return each.key;
    }
    return {};
}

bool LeadInlineTest::choose(const QString &text)
{
    auto *box = qobject_cast<QComboBox *>(QApplication::focusWidget());
    const int index = box ? box->findText(text) : -1;
    if (index < 0)
        return false;
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
    return true;
}

QJsonObject LeadInlineTest::onlyBody(const QString &path) const
{
    const QJsonArray sent = m_server.requests(u"PUT"_s, path);
    return sent.size() == 1 ? sent.first()["body"_L1].toObject() : QJsonObject{{u"requests"_s, sent.size()}};
}

void LeadInlineTest::picture(const QString &name)
{
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(150); // for the eye: layouts that are still on their way
    QVERIFY(m_f->window.grab().save(u"%1/%2.png"_s.arg(folder, name)));
}

void LeadInlineTest::nameIsChangedAndTabGoesOn()
{
    QVERIFY(openPage());
    const QList<QPoint> before = placesOfSections();
    QVERIFY(before.size() > 3);
    press(Qt::Key_F2); // the keyboard is on the way back, above the lead
    InlineField *name = field();
    QVERIFY(name);
    QCOMPARE(name->target().field.key, u"name"_s);
    picture(u"name"_s);
    // The field lies over the name: nothing makes room for it.
    QCOMPARE(placesOfSections(), before);
    type(u"Kern Optics"_s); // all of it was selected
    press(Qt::Key_Tab);
    InlineField *website = field();
    QVERIFY(website && website != name);
    QCOMPARE(website->target().field.key, u"url"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/lead/"_s).size(), 1, Patience);
    QCOMPARE(onlyBody(u"/lead/"_s + m_lead), (QJsonObject{{u"name"_s, u"Kern Optics"_s}}));
    type(u"optics.example"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/lead/"_s).size(), 2, Patience);
    QCOMPARE(m_server.requests(u"PUT"_s, u"/lead/"_s).last()["body"_L1].toObject(),
             (QJsonObject{{u"url"_s, u"https://optics.example"_s}}));
    QVERIFY(hasSaved());
    QCOMPARE(page()->lead().name, u"Kern Optics"_s);
    QCOMPARE(page()->lead().url, u"https://optics.example"_s);
    // It can be undone like any other save.
    QTest::keyClick(&m_f->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(page()->lead().url, u"https://kern.example"_s, Patience);
}

/// What is blank is shown on demand and filled in; each type with the body it sends.
void LeadInlineTest::everySimpleTypeInPlace_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("sent");
    const QDateTime meeting = QDateTime(QDate(2027, 4, 5), QTime(14, 30)).toUTC();
    QTest::newRow("text") << u"Source"_s << u"A fair"_s << QJsonValue(u"A fair"_s);
    QTest::newRow("number") << u"Seats"_s << u"1,250.5"_s << QJsonValue(1250.5);
    QTest::newRow("date") << u"Renewal date"_s << u"+2w"_s << QJsonValue(u"2026-12-04"_s);
    QTest::newRow("moment") << u"Next demo"_s << u"4/5/2027 14:30"_s
                            << QJsonValue(meeting.toString(u"yyyy-MM-ddTHH:mm:ss.zzz+00:00"_s));
    QTest::newRow("choice") << u"Industry"_s << u"Energy"_s << QJsonValue(u"Energy"_s);
    QTest::newRow("contact") << u"Main contact"_s << u"Bo Lind"_s << QJsonValue(u"Bo Lind"_s);
    QTest::newRow("user") << u"Account owner"_s << u"Ida Berg"_s << QJsonValue(u"Ida Berg"_s);
}

void LeadInlineTest::everySimpleTypeInPlace()
{
    QFETCH(QString, title);
    QFETCH(QString, typed);
    QFETCH(QJsonValue, sent);
    QVERIFY(openPage());
    QVERIFY(F::press(page(), u"Show empty fields"_s));
    const QString key = customKey(title);
    InlineField *own = reach(key);
    QVERIFY(own);
    if (title == "Source"_L1)
        picture(u"empty"_s);
    if (qobject_cast<QComboBox *>(QApplication::focusWidget()))
        QVERIFY(choose(typed));
    else
        type(typed);
    press(Qt::Key_Return);
    QVERIFY(hasSaved());
    // The ids behind the names of people and users.
    const QJsonObject held = m_server.get(u"/lead/%1/"_s.arg(m_lead));
    if (title == "Main contact"_L1)
        sent = held.value("contacts"_L1).toArray().last().toObject().value("id"_L1);
    for (const User &user : m_f->session().directory().organization().users) {
        if (title == "Account owner"_L1 && user.name() == typed)
            sent = user.id;
    }
    QCOMPARE(onlyBody(u"/lead/"_s + m_lead), (QJsonObject{{key, sent}}));
    QVERIFY(page()->lead().custom.contains(key));
}

void LeadInlineTest::clearedIsSentAsNull()
{
    QVERIFY(start(signedIn(m_server)));
    const QString key = customKey(u"Source"_s);
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(m_lead), {{key, u"Fair"_s}}).status, 200);
    QVERIFY(openPage());
    QTRY_VERIFY(page()->lead().custom.contains(key));
    QVERIFY(reach(key));
    press(Qt::Key_Delete);
    press(Qt::Key_Return);
    QVERIFY(hasSaved());
    QCOMPARE(onlyBody(u"/lead/"_s + m_lead), (QJsonObject{{key, QJsonValue::Null}}));
    // Its line has gone, and nobody is told that something went wrong.
    QTRY_VERIFY(!page()->lead().custom.contains(key));
    QVERIFY(!m_f->window.messageBar()->text().contains(u"not changed"_s));
}

void LeadInlineTest::untouchedSendsNothing()
{
    QVERIFY(openPage());
    QVERIFY(F::press(page(), u"Show empty fields"_s));
    QVERIFY(!reach(u"nothing is called so"_s)); // through all of them
    QVERIFY(m_server.requests(u"PUT"_s, QString()).isEmpty());
    QVERIFY(hasSaved());
    QVERIFY(page()->isAncestorOf(QApplication::focusWidget()));
}

void LeadInlineTest::escapeLeaves()
{
    QVERIFY(openPage());
    QVERIFY(reach(u"title"_s, RecordKind::Contact));
    type(u"Not this"_s);
    press(Qt::Key_Escape);
    QVERIFY(hasSaved());
    QCOMPARE(m_f->window.currentPage(), u"lead"_s);
    // From where it was left it goes on.
    press(Qt::Key_Return);
    QVERIFY(field());
    QCOMPARE(field()->target().field.key, u"title"_s);
    QCOMPARE(field()->typedText(), u"Head"_s);
    press(Qt::Key_Escape);
    QVERIFY(m_server.requests(u"PUT"_s, QString()).isEmpty());
}

void LeadInlineTest::clickEditsAndMarkingDoesNot()
{
    QVERIFY(start(signedIn(m_server)));
    const QString key = customKey(u"Source"_s);
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(m_lead), {{key, u"Trade fair in Hanover"_s}}).status,
             200);
    QVERIFY(openPage());
    QTRY_VERIFY(page()->lead().custom.contains(key));
    const auto shown = [&]() -> QWidget * {
        for (const DetailRow *row : page()->findChildren<DetailRow *>()) {
            if (row->key() == key && row->isVisible())
                return row->shown();
        }
        return nullptr;
    };
    QTRY_VERIFY(shown());
    const QPoint at(4, 10);
    QTest::mousePress(shown(), Qt::LeftButton, Qt::NoModifier, at);
    QTest::mouseMove(shown(), at + QPoint(60, 0));
    QTest::mouseRelease(shown(), Qt::LeftButton, Qt::NoModifier, at + QPoint(60, 0));
    QVERIFY(!field());
    QTest::mouseMove(shown(), at);
    picture(u"hover"_s);
    QTest::mouseClick(shown(), Qt::LeftButton, Qt::NoModifier, at);
    QVERIFY(field());
    QCOMPARE(field()->target().field.key, key);
    picture(u"detail"_s);
    // Where its text was, not elsewhere.
    const QRect was(shown()->mapTo(page(), QPoint()), shown()->size());
    const QRect is(field()->mapTo(page(), QPoint()), field()->size());
    QVERIFY(is.contains(was.topLeft()) && is.left() >= was.left() - 12);
    QTest::mouseClick(page()->findChild<ContactCard *>(), Qt::LeftButton, Qt::NoModifier, QPoint(5, 5));
}

void LeadInlineTest::menuOfALinkOffersIt()
{
    QVERIFY(openPage());
    QWidget *link = F::button(page(), u"kern.example"_s);
    QVERIFY(link);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, link->rect().center(),
                            link->mapToGlobal(QPoint(2, 2)));
    QApplication::sendEvent(link, &asked);
    QVERIFY(F::choose(u"Edit\tF2"_s));
    QTRY_VERIFY(field());
    QCOMPARE(field()->target().field.key, u"url"_s);
}

void LeadInlineTest::contactsNameAndTitle()
{
    QVERIFY(openPage());
    const QString path = u"/contact/"_s + m_contact.value("id"_L1).toString();
    QVERIFY(reach(u"name"_s, RecordKind::Contact));
    type(u"Uta Kern-Vogel"_s);
    picture(u"contact"_s);
    press(Qt::Key_Tab);
    QVERIFY(field());
    QCOMPARE(field()->target().field.key, u"title"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, path).size(), 1, Patience);
    QCOMPARE(onlyBody(path), (QJsonObject{{u"name"_s, u"Uta Kern-Vogel"_s}}));
    type(u"Managing Director"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, path).size(), 2, Patience);
    QCOMPARE(m_server.requests(u"PUT"_s, path).last()["body"_L1].toObject(),
             (QJsonObject{{u"title"_s, u"Managing Director"_s}}));
    QVERIFY(hasSaved());
    // The card says so at once, before the lead has been read again.
    QCOMPARE(page()->lead().contacts.first().title, u"Managing Director"_s);
    QCOMPARE(page()->lead().contacts.first().name, u"Uta Kern-Vogel"_s);
}

/// Each in its line, judged as in the form; of several none can be changed here.
void LeadInlineTest::contactsOnlyAddressAndNumber()
{
    const QString path = u"/contact/"_s + m_contact.value("id"_L1).toString();
    const QJsonArray emails{QJsonObject{{u"email"_s, u"uta@kern.example"_s}, {u"type"_s, u"direct"_s}}};
    const QJsonArray phones{QJsonObject{{u"phone"_s, u"+4317654321"_s}, {u"type"_s, u"mobile"_s}}};
    const QString other = m_server.get(u"/lead/%1/"_s.arg(m_lead))["contacts"_L1][1]["id"_L1].toString();
    QCOMPARE(m_server.exchange("PUT", path + u'/', {{u"emails"_s, emails}, {u"phones"_s, phones}}).status,
             200);
    QCOMPARE(m_server
                 .exchange("PUT", u"/contact/%1/"_s.arg(other),
                           {{u"emails"_s, QJsonArray{QJsonObject{{u"email"_s, u"bo@kern.example"_s}},
                                                     QJsonObject{{u"email"_s, u"lind@kern.example"_s}}}}})
                 .status,
             200);
    QVERIFY(openPage());
    InlineField *email = reach(u"emails"_s, RecordKind::Contact);
    QVERIFY(email);
    QCOMPARE(email->target().id, m_contact.value("id"_L1).toString());
    QCOMPARE(email->typedText(), u"uta@kern.example"_s);
    type(u"uta at kern"_s);
    press(Qt::Key_Return);
    QVERIFY(!email->problem().isEmpty());
    picture(u"contact-email"_s);
    QVERIFY(m_server.requests(u"PUT"_s, path).isEmpty());
    qobject_cast<QLineEdit *>(QApplication::focusWidget())->selectAll();
    type(u"uta.kern@kern.example"_s);
    press(Qt::Key_Tab);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, path).size(), 1, Patience);
    QCOMPARE(onlyBody(path),
             (QJsonObject{{u"emails"_s, QJsonArray{QJsonObject{{u"email"_s, u"uta.kern@kern.example"_s},
                                                               {u"type"_s, u"direct"_s}}}}}));
    QVERIFY(field());
    QCOMPARE(field()->target().field.key, u"phones"_s);
    type(u"+43 1 7654999"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, path).size(), 2, Patience);
    const QJsonObject sent = m_server.requests(u"PUT"_s, path).last()["body"_L1].toObject();
    QCOMPARE(sent.keys(), QStringList{u"phones"_s});
    QCOMPARE(sent["phones"_L1][0]["phone"_L1].toString(), u"+43 1 7654999"_s);
    QCOMPARE(sent["phones"_L1][0]["type"_L1].toString(), u"mobile"_s);
    QVERIFY(hasSaved());
    QCOMPARE(page()->lead().contacts.first().emails.first().email, u"uta.kern@kern.example"_s);

    // Esc sends nothing; the other contact's two are passed over.
    QVERIFY(m_server.clearRequests());
    press(Qt::Key_F2);
    QCOMPARE(field()->target().field.key, u"phones"_s);
    press(Qt::Key_Backtab);
    QCOMPARE(field()->target().field.key, u"emails"_s);
    type(u"else@kern.example"_s);
    press(Qt::Key_Escape);
    QVERIFY(!field());
    press(Qt::Key_F2);
    while (field()) {
        QVERIFY(field()->target().field.key != u"emails"_s || field()->target().id != other);
        const QPointer<InlineField> before = field();
        press(Qt::Key_Tab);
        if (field() == before)
            break;
    }
    QVERIFY(m_server.requests(u"PUT"_s, u"/contact/"_s).isEmpty());
}

void LeadInlineTest::opportunitysFigures()
{
    QVERIFY(openPage());
    const QString path = u"/opportunity/"_s + m_opportunity.value("id"_L1).toString();
    QVERIFY(reach(u"value"_s, RecordKind::Opportunity));
    type(u"1.2k/mo"_s);
    press(Qt::Key_Tab);
    QCOMPARE(field()->target().field.key, u"date_won"_s);
    picture(u"opportunity"_s);
    type(u"+2w"_s);
    press(Qt::Key_Tab);
    QCOMPARE(field()->target().field.key, u"status_id"_s);
    const Pipeline pipeline = m_f->session().directory().organization().pipelines.first();
    QVERIFY(choose(pipeline.statuses.at(1).label));
    press(Qt::Key_Tab);
    QCOMPARE(field()->target().field.key, u"confidence"_s);
    type(u"70"_s);
    press(Qt::Key_Tab);
    QCOMPARE(field()->target().field.key, u"user_id"_s);
    QVERIFY(choose(u"Ida Berg"_s));
    press(Qt::Key_Return);
    QVERIFY(hasSaved());
    QJsonObject sent;
    for (const QJsonValue &request : m_server.requests(u"PUT"_s, path)) {
        const QJsonObject body = request["body"_L1].toObject();
        for (auto value = body.begin(); value != body.end(); ++value)
            sent.insert(value.key(), *value);
        QVERIFY(body.size() == 1 || body.contains(u"value"_s));
    }
    QString owner;
    for (const User &user : m_f->session().directory().organization().users) {
        if (user.name() == "Ida Berg"_L1)
            owner = user.id;
    }
    QCOMPARE(sent, (QJsonObject{{u"value"_s, 120000},
                                {u"value_period"_s, u"monthly"_s},
                                {u"date_won"_s, u"2026-12-04"_s},
                                {u"status_id"_s, pipeline.statuses.at(1).id},
                                {u"confidence"_s, 70},
                                {u"user_id"_s, owner}}));
    QTRY_COMPARE(page()->lead().opportunities.first().confidence, 70);
}

/// The rule of the form holds here as well.
void LeadInlineTest::closeOfADealIsJudged()
{
    QVERIFY(openPage());
    InlineField *day = reach(u"date_won"_s, RecordKind::Opportunity);
    QVERIFY(day);
    type(u"yesterday"_s);
    press(Qt::Key_Return);
    QVERIFY2(day->problem().contains(u"past"_s), qPrintable(day->problem()));
    QVERIFY(m_server.requests(u"PUT"_s, QString()).isEmpty());
    press(Qt::Key_Escape);
}

void LeadInlineTest::descriptionIsEditedInPlace()
{
    QVERIFY(openPage());
    QVERIFY(F::press(page(), u"Show empty fields"_s));
    InlineField *lines = reach(u"description"_s);
    QVERIFY(lines);
    const int small = lines->height();
    for (const QString &line : {u"One"_s, u"Two"_s, u"Three"_s, u"Four"_s}) {
        type(line);
        press(Qt::Key_Return);
    }
    type(u"Five"_s);
    QTRY_VERIFY(lines->height() > small); // it grows with what is written
    picture(u"description"_s);
    // What was typed is not thrown away by one key.
    press(Qt::Key_Escape);
    QCOMPARE(field(), lines);
    QVERIFY(!lines->problem().isEmpty());
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(hasSaved());
    QCOMPARE(onlyBody(u"/lead/"_s + m_lead),
             (QJsonObject{{u"description"_s, u"One\nTwo\nThree\nFour\nFive"_s}}));
    QVERIFY(reach(u"description"_s));
    type(u"Not this. "_s);
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QVERIFY(hasSaved());
    QCOMPARE(m_server.requests(u"PUT"_s, u"/lead/"_s).size(), 1);
}

/// One more of several is sent as one more: what somebody else adds meanwhile stays.
void LeadInlineTest::severalChoicesInPlace()
{
    QVERIFY(start(signedIn(m_server)));
    const QString key = customKey(u"Tags"_s);
    const QString path = u"/lead/%1/"_s.arg(m_lead);
    QCOMPARE(m_server.exchange("PUT", path, {{key, QJsonArray{u"Partner"_s}}}).status, 200);
    QVERIFY(openPage());
    QTRY_VERIFY(page()->lead().custom.contains(key));
    QVERIFY(reach(key));
    press(Qt::Key_Down, Qt::AltModifier);
    QMenu *menu = F::menu();
    QVERIFY(menu);
    QAction *priority = F::action(menu, u"Priority"_s);
    QVERIFY(priority);
    menu->setActiveAction(priority);
    QTest::keyClick(menu, Qt::Key_Space);
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    m_f->window.activateWindow();
    QTRY_VERIFY(field());
    QCOMPARE(m_server.exchange("PUT", path, {{key + u".add"_s, u"Expansion"_s}}).status, 200);
    QVERIFY(m_server.clearRequests());
    press(Qt::Key_Return);
    QVERIFY(hasSaved());
    QCOMPARE(onlyBody(path), (QJsonObject{{key + u".add"_s, u"Priority"_s}}));
    QCOMPARE(m_server.get(path).value(key).toArray(),
             (QJsonArray{u"Partner"_s, u"Expansion"_s, u"Priority"_s}));
}

void LeadInlineTest::paneEditsToo()
{
    QVERIFY(start(signedIn(m_server)));
    m_f->leads()->select(m_lead);
    auto *pane = m_f->window.findChild<LeadView *>(QString(), Qt::FindChildrenRecursively);
    for (LeadView *view : m_f->window.findChildren<LeadView *>()) {
        if (view != page())
            pane = view;
    }
    QTRY_VERIFY_WITH_TIMEOUT(pane->isWhole() && pane->leadId() == m_lead, Patience);
    QVERIFY(m_server.clearRequests());
    QWidget *edit = F::button(pane, u"Edit Uta Kern"_s);
    QVERIFY(edit);
    edit->setFocus();
    press(Qt::Key_F2);
    QVERIFY(field() && pane->isAncestorOf(field()));
    QCOMPARE(field()->target().id, m_contact.value("id"_L1).toString());
    type(u"Uta Vogel"_s);
    picture(u"pane"_s);
    press(Qt::Key_Return);
    QVERIFY(hasSaved());
    QCOMPARE(onlyBody(u"/contact/"_s), (QJsonObject{{u"name"_s, u"Uta Vogel"_s}}));
    QVERIFY(reach(u"date_won"_s, RecordKind::Opportunity));
    picture(u"paneopportunity"_s);
    const auto *card = pane->findChild<OpportunityCard *>();
    QVERIFY(QRect(card->mapToGlobal(QPoint()), card->size())
                .contains(QRect(field()->mapToGlobal(QPoint()), field()->size())));
    press(Qt::Key_Escape);
}

void LeadInlineTest::startsBesideTheKeyboard()
{
    QVERIFY(openPage());
    const auto firstOf = [&](QWidget *from) {
        from->setFocus();
        press(Qt::Key_F2);
        const QString key = field() ? field()->target().field.key : QString();
        press(Qt::Key_Escape);
        return key;
    };
    QCOMPARE(firstOf(F::button(page(), u"kern.example"_s)), u"url"_s);
    QCOMPARE(firstOf(page()->findChild<OpportunityCard *>()), u"value"_s);
    QCOMPARE(firstOf(F::button(page(), u"Add contact"_s)), u"name"_s);
    QVERIFY(m_server.requests(u"PUT"_s, QString()).isEmpty());
}

void LeadInlineTest::lockedFieldsArePassedOver()
{
    QVERIFY(start(signedIn(m_server)));
    const QString locked = customKey(u"Customer number"_s); // not for this role
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(m_lead), {{locked, u"C-7"_s}}).status, 200);
    QVERIFY(openPage());
    QTRY_VERIFY(page()->lead().custom.contains(locked));
    QVERIFY(F::press(page(), u"Show empty fields"_s));
    QVERIFY(!reach(locked));
    const QList<ValuePlace> places = page()->body()->places();
    const auto shown = std::find_if(places.begin(), places.end(),
                                    [&](const ValuePlace &each) { return each.key == locked; });
    QVERIFY(shown != places.end());
    QTest::mouseClick(shown->shown, Qt::LeftButton, Qt::NoModifier, QPoint(4, 8));
    QVERIFY(!field());
}

void LeadInlineTest::wrongIsSaidBelow()
{
    QVERIFY(openPage());
    InlineField *confidence = reach(u"confidence"_s, RecordKind::Opportunity);
    QVERIFY(confidence);
    type(u"140"_s);
    press(Qt::Key_Tab);
    QCOMPARE(field(), confidence);
    QVERIFY(!confidence->problem().isEmpty());
    picture(u"wrong"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"41"_s);
    QVERIFY(confidence->problem().isEmpty());
    press(Qt::Key_Return);
    QVERIFY(hasSaved());
    QCOMPARE(onlyBody(u"/opportunity/"_s), (QJsonObject{{u"confidence"_s, 41}}));
}

void LeadInlineTest::refusedStaysOpen()
{
    QVERIFY(openPage());
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/contact/"_s}}},
         {u"status"_s, 400},
         {u"body"_s, QJsonObject{{u"errors"_s, QJsonArray()},
                                 {u"field-errors"_s, QJsonObject{{u"title"_s, u"No such title."_s}}}}}}));
    InlineField *title = reach(u"title"_s, RecordKind::Contact);
    QVERIFY(title);
    type(u"Duke"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(title->problem(), u"No such title."_s, Patience);
    QCOMPARE(field(), title); // with the keyboard in it again
    QCOMPARE(title->typedText(), u"Duke"_s);
    press(Qt::Key_Return);
    QVERIFY(hasSaved());
    QCOMPARE(
        m_server.get(u"/contact/%1/"_s.arg(m_contact.value("id"_L1).toString())).value("title"_L1).toString(),
        u"Duke"_s);
}

void LeadInlineTest::changedElsewhereAsks()
{
    QVERIFY(openPage());
    QVERIFY(reach(u"name"_s));
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(m_lead), {{u"name"_s, u"Theirs"_s}}).status, 200);
    QVERIFY(m_server.clearRequests());
    type(u"Mine"_s);
    press(Qt::Key_Return);
    ConflictDialog *asked = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((asked = m_f->window.findChild<ConflictDialog *>()) != nullptr, Patience);
    QVERIFY(m_server.requests(u"PUT"_s, QString()).isEmpty());
    asked->reject();
    // Given up: what was typed still stands there.
    QTRY_VERIFY(!m_f->window.findChildren<InlineField *>().isEmpty() &&
                !m_f->window.findChildren<InlineField *>().first()->problem().isEmpty());
    QCOMPARE(m_f->window.findChildren<InlineField *>().first()->typedText(), u"Mine"_s);
    QCOMPARE(m_server.get(u"/lead/%1/"_s.arg(m_lead)).value("name"_L1).toString(), u"Theirs"_s);
}

void LeadInlineTest::anotherLeadSendsWhatStands()
{
    QVERIFY(openPage());
    const QString other = m_f->leads()->model()->idAt(5);
    QVERIFY(other != m_lead);
    QVERIFY(reach(u"name"_s));
    type(u"On the way"_s);
    m_f->workspace->openLead(other);
    QTRY_COMPARE_WITH_TIMEOUT(m_server.requests(u"PUT"_s, u"/lead/"_s).size(), 1, Patience);
    QCOMPARE(onlyBody(u"/lead/"_s + m_lead), (QJsonObject{{u"name"_s, u"On the way"_s}}));
    QVERIFY(hasSaved());
    // What cannot be sent is told.
    QTRY_VERIFY_WITH_TIMEOUT(page()->isWhole(), Patience);
    QVERIFY(reach(u"url"_s));
    type(u"no address"_s);
    m_f->workspace->openLead(m_lead);
    QVERIFY2(m_f->window.messageBar()->text().contains(u"no address"_s),
             qPrintable(m_f->window.messageBar()->text()));
    QVERIFY(hasSaved());
}

void LeadInlineTest::goneContactTakesItsFieldAlong()
{
    QVERIFY(openPage());
    QVERIFY(reach(u"title"_s, RecordKind::Contact));
    type(u"Too late"_s);
    QCOMPARE(m_server.exchange("DELETE", u"/contact/%1/"_s.arg(m_contact.value("id"_L1).toString())).status,
             200);
    page()->reload();
    QTRY_VERIFY_WITH_TIMEOUT(m_f->window.findChildren<InlineField *>().isEmpty(), Patience);
    QVERIFY(m_f->window.messageBar()->text().contains(u"Too late"_s));
    // Nor is it sent as the field loses the keyboard: not even the check before a change.
    const qsizetype read = m_server.requests(u"GET"_s, u"/lead/"_s).size();
    page()->reload();
    QTRY_VERIFY_WITH_TIMEOUT(m_server.requests(u"GET"_s, u"/lead/"_s).size() > read, Patience);
    QVERIFY(m_server.requests(u"GET"_s, u"/contact/"_s).isEmpty());
    QVERIFY(m_server.requests(u"PUT"_s, QString()).isEmpty());
}

/// Alt+Down there goes to the next record of the list.
void LeadInlineTest::choicesOpenAndThePageStays()
{
    QVERIFY(start(signedIn(m_server)));
    m_f->leads()->select(m_lead);
    QVERIFY(openPage());
    QVERIFY(reach(u"date_won"_s, RecordKind::Opportunity));
    press(Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(m_f->window.findChild<QCalendarWidget *>());
    QTest::keyClick(m_f->window.findChild<QCalendarWidget *>(), Qt::Key_Escape);
    QTRY_VERIFY(!m_f->window.findChild<QCalendarWidget *>());
    QCOMPARE(page()->leadId(), m_lead);
    QVERIFY(m_server.requests(u"PUT"_s, QString()).isEmpty());
}

void LeadInlineTest::readOnlyEditsNothing()
{
    QVERIFY(start(signedIn(m_server, DemoServer::key(), true)));
    QVERIFY(openPage());
    press(Qt::Key_F2);
    QVERIFY(m_f->window.findChildren<InlineField *>().isEmpty());
    QVERIFY(!F::button(page(), u"Show empty fields"_s));
}

LEADLINE_TEST(tst_leadinline, QTEST_MAIN, LeadInlineTest)

} // namespace tst_leadinline

#include "tst_leadinline.moc"

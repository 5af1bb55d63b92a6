// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activitymodel.h"
#include "activityview.h"
#include "closeclient.h"
#include "contactcard.h"
#include "demoserver.h"
#include "desktoplink.h"
#include "leadpage.h"
#include "leadsection.h"
#include "leadview.h"
#include "linkbutton.h"
#include "messagebar.h"
#include "opportunitycard.h"
#include "organizationrequests.h"
#include "statusbutton.h"
#include "statuspalette.h"
#include "testprogram.h"
#include "textblock.h"
#include "theme.h"
#include "waiting.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace ui_leadview {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// The lead's pane and page: as values, and against the real demo server. With LEADLINE_PICTURES set to a
/// folder it also leaves pictures there, to be looked at.
class LeadViewTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void catchUrl(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void pictures_data();
    void pictures();
    void cardsKeepTheirPeople();
    void everythingIsReachedByKeyboard();
    void linksLeaveOnlyWhereAllowed();
    void manyRecordsOpenFast();

    void showsALeadFromClose();
    void highlightsARecord();
    void activitiesArePagedAndFiltered();
    void lateAnswersAreDropped();
    void goneLeadIsSaid();
    void lostConnectionOffersTheWayOut();
    void savedRecordStandsInPlace();
    void pageGivesTheLink();

private:
    std::unique_ptr<Session> makeSession();
    QString leadWith(const std::function<bool(const QJsonObject &)> &fits);

    template <typename Widget>
    QList<Widget *> shown(QWidget *in) const
    {
        QList<Widget *> found;
        for (Widget *widget : in->findChildren<Widget *>()) {
            if (widget->isVisibleTo(in))
                found.append(widget);
        }
        return found;
    }

    Theme *m_theme = nullptr;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<StatusPalette> m_palette;
    DemoServer m_server;
    QList<QUrl> m_opened;
};

namespace {

const QDateTime Now(QDate(2026, 11, 23), QTime(10, 0));

SchemaPointer pictureSchema()
{
    CustomFieldSchema custom{u"lead"_s, {}};
    custom.fields.append({.id = u"cf_1"_s, .name = u"Industry"_s, .type = u"text"_s});
    custom.fields.append({.id = u"cf_2"_s, .name = u"Seats"_s, .type = u"number"_s});
    custom.fields.append({.id = u"cf_3"_s, .name = u"Renewal date"_s, .type = u"date"_s});
    custom.fields.append(
        {.id = u"cf_4"_s, .name = u"Ansprechpartnerqualifizierungsstufe"_s, .type = u"text"_s});
    custom.fields.append({.id = u"cf_5"_s, .name = u"Referred by"_s, .type = u"contact"_s});
    Organization organization;
    organization.id = u"orga_1"_s;
    organization.currency = u"EUR"_s;
    organization.leadStatuses = {{u"stat_p"_s, u"Potential"_s, {}}, {u"stat_q"_s, u"Qualified"_s, {}}};
    organization.pipelines = {{u"pipe_1"_s,
                               u"Sales"_s,
                               {{u"stat_s"_s, u"Proposal sent"_s, u"active"_s},
                                {u"stat_w"_s, u"Won"_s, u"won"_s},
                                {u"stat_l"_s, u"Lost"_s, u"lost"_s}}}};
    organization.users = {{u"user_1"_s, u"ida@lumen.example"_s, u"Ida"_s, u"Berg"_s, true}};
    auto schema = std::make_shared<Schema>();
    schema->leads = builtInFields<Lead>().withCustomFields(custom);
    schema->directory = Directory(organization, Me());
    return schema;
}

Lead pictureLead()
{
    Lead lead;
    lead.id = u"lead_1"_s;
    lead.name = lead.displayName = u"Bergmann Präzision AG"_s;
    lead.url = u"https://bergmann-praezision.example/"_s;
    lead.statusId = u"stat_q"_s;
    lead.htmlUrl = u"https://app.close.com/lead/lead_1/"_s;
    lead.custom = {
        {u"custom.cf_1"_s, u"Manufacturing"_s}, {u"custom.cf_2"_s, 180}, {u"custom.cf_3"_s, u"2027-03-01"_s}};
    lead.addresses = {{{}, u"Industriestr. 12"_s, {}, u"Stuttgart"_s, {}, u"70565"_s, u"DE"_s}};
    Contact uta;
    uta.id = u"cont_1"_s;
    uta.name = u"Uta Bergmann"_s;
    uta.title = u"Managing Director"_s;
    uta.emails = {{u"uta@bergmann-praezision.example"_s, u"office"_s, false}};
    uta.phones = {{u"+497115550142"_s, u"office"_s, u"+49 711 555 0142"_s, u"DE"_s}};
    Contact henrik;
    henrik.id = u"cont_2"_s;
    henrik.name = u"Henrik Lossau"_s;
    henrik.title = u"Purchasing"_s;
    henrik.emails = {{u"h.lossau@bergmann-praezision.example"_s, u"office"_s, false}};
    lead.contacts = {uta, henrik};
    Opportunity opportunity;
    opportunity.id = u"oppo_1"_s;
    opportunity.statusId = u"stat_s"_s;
    opportunity.statusType = u"active"_s;
    opportunity.userId = u"user_1"_s;
    opportunity.value = 11'200'000;
    opportunity.valueCurrency = u"EUR"_s;
    opportunity.valuePeriod = u"one_time"_s;
    opportunity.confidence = 70;
    opportunity.dateWon = QDate(2026, 12, 18);
    lead.opportunities = {opportunity};
    return lead;
}

QList<Activity> pictureActivities()
{
    Activity note;
    note.id = u"acti_1"_s;
    note.type = u"Note"_s;
    note.note = u"Wants delivery in two lots, asks for references in the automotive sector"_s;
    note.userName = u"Ida Berg"_s;
    note.at = Now.addDays(-3);
    Activity call = note;
    call.id = u"acti_2"_s;
    call.type = u"Call"_s;
    call.direction = u"outbound"_s;
    call.duration = 840;
    call.disposition = u"answered"_s;
    call.note.clear();
    call.at = Now.addDays(-5);
    Activity mail = note;
    mail.id = u"acti_3"_s;
    mail.type = u"Email"_s;
    mail.direction = u"outgoing"_s;
    mail.subject = u"Offer 2026-118 revised"_s;
    mail.userName = u"Ana Reyes"_s;
    mail.sender = u"Ana Reyes <ana@lumen.example>"_s;
    mail.to = {u"uta@bergmann-praezision.example"_s};
    mail.bodyText =
        u"Dear Uta,\n\nplease find the revised offer below.\n\n<b>Not bold</b> https://lumen.example\n\nAna"_s;
    mail.at = Now.addDays(-8);
    return {note, call, mail};
}

Lead emptyLead()
{
    Lead lead;
    lead.id = u"lead_0"_s;
    return lead;
}

Lead oddLead()
{
    Lead lead = pictureLead();
    lead.id = u"lead_2"_s;
    lead.displayName =
        u"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH"_s;
    lead.description = u"Erste Zeile.\nZweite Zeile mit dem Rindfleischetikettierungsüberwachungsaufgaben"
                       u"übertragungsgesetz, das umbricht.\nالواحة للتجارة والتوريد"_s;
    lead.custom.insert(u"custom.cf_4"_s, u"Kraftfahrzeughaftpflichtversicherungsnehmer"_s);
    lead.custom.insert(u"custom.cf_5"_s, u"cont_2"_s);
    lead.addresses.append(
        {u"mailing"_s, u"東京都千代田区丸の内1-9-1"_s, {}, u"東京"_s, {}, u"100-0005"_s, u"JP"_s});
    lead.contacts[0].name = u"ليلى حداد"_s;
    lead.contacts[0].title = u"مديرة المشتريات"_s;
    lead.contacts[0].timezone = u"Asia/Tokyo"_s;
    lead.contacts[0].emails.append({u"alt@bergmann-praezision.example"_s, u"home"_s, true});
    lead.contacts[1].name = u"田中 美咲"_s;
    lead.contacts[1].title = u"Leiterin der Abteilung für Einkauf, Beschaffung und Lieferantenentwicklung"_s;
    Opportunity late = lead.opportunities.first();
    late.id = u"oppo_2"_s;
    late.dateWon = QDate(2026, 11, 2);
    late.valuePeriod = u"monthly"_s;
    Opportunity won = late;
    won.id = u"oppo_3"_s;
    won.statusId = u"stat_w"_s;
    won.statusType = u"won"_s;
    Opportunity none = late;
    none.id = u"oppo_4"_s;
    none.value.reset();
    none.confidence.reset();
    none.dateWon = QDate();
    lead.opportunities += {late, won, none};
    Task task;
    task.id = u"task_1"_s;
    task.text = u"Angebot nachfassen und die Liefertermine der zweiten Charge mit dem Werk abstimmen"_s;
    task.assignedTo = u"user_1"_s;
    task.date = QDate(2026, 11, 18);
    lead.tasks = {task};
    return lead;
}

} // namespace

void LeadViewTest::initTestCase()
{
    QLocale::setDefault(QLocale(u"en_GB"_s));
    m_theme = new Theme(qApp, this);
    m_theme->setMode(Theme::Mode::Light);
    QVERIFY(m_folder.isValid());
    for (const QString &scheme : {u"https"_s, u"http"_s, u"mailto"_s, u"tel"_s, u"file"_s})
        QDesktopServices::setUrlHandler(scheme, this, "catchUrl");
    QVERIFY2(m_server.start({u"--leads"_s, u"40"_s}).isValid(), qPrintable(m_server.errorText()));
}

void LeadViewTest::init()
{
    m_opened.clear();
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_palette = std::make_unique<StatusPalette>(m_settings.get());
    // In the order of the pictures: grey, then accent.
    m_palette->tone(StatusPalette::Kind::Lead, u"stat_p"_s);
    m_palette->tone(StatusPalette::Kind::Lead, u"stat_q"_s);
    QVERIFY(m_server.reset());
}

void LeadViewTest::cleanup()
{
    m_theme->setMode(Theme::Mode::Light);
}

void LeadViewTest::cleanupTestCase()
{
    for (const QString &scheme : {u"https"_s, u"http"_s, u"mailto"_s, u"tel"_s, u"file"_s})
        QDesktopServices::unsetUrlHandler(scheme);
}

void LeadViewTest::pictures_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::newRow("light") << Theme::Mode::Light;
    QTest::newRow("dark") << Theme::Mode::Dark;
    QTest::newRow("contrast") << Theme::Mode::HighContrast;
}

void LeadViewTest::pictures()
{
    QFETCH(Theme::Mode, mode);
    m_theme->setMode(mode);
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    const auto keep = [&](const QString &name, QWidget *widget) {
        const QPixmap picture = widget->grab();
        QVERIFY(!picture.isNull());
        if (!folder.isEmpty())
            QVERIFY(picture.save(folder + u'/' + name + u'-' + QLatin1StringView(QTest::currentDataTag()) +
                                 u".png"_s));
    };
    const SchemaPointer schema = pictureSchema();
    LeadView pane(LeadView::Layout::Pane, m_palette.get());
    pane.setClock([] { return Now; });
    pane.resize(375, 820);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    keep(u"pane-none"_s, &pane);
    pane.setLead(pictureLead(), schema);
    pane.activities()->merge(pictureActivities());
    keep(u"pane"_s, &pane);
    // The measures of the look: content begins 20 in and is 335 wide; cards of 82, 62 and 74.
    const QList<ContactCard *> cards = shown<ContactCard>(&pane);
    QCOMPARE(cards.size(), 2);
    QCOMPARE(cards.at(0)->mapTo(&pane, QPoint(0, 0)), QPoint(20, 252));
    QCOMPARE(cards.at(0)->size(), QSize(335, 82));
    QCOMPARE(cards.at(1)->size(), QSize(335, 62));
    QCOMPARE(shown<OpportunityCard>(&pane).first()->size(), QSize(335, 74));
    pane.body()->activityView()->toggle(pane.activities()->index(2));
    pane.setLead(oddLead(), schema);
    keep(u"pane-odd"_s, &pane);
    auto *bar = pane.findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QCOMPARE(shown<ContactCard>(&pane).first()->width(), 335);
    bar->setValue(bar->maximum());
    keep(u"pane-odd-end"_s, &pane);
    pane.activities()->clear();
    pane.setLead(emptyLead(), schema);
    keep(u"pane-empty"_s, &pane);

    LeadPage page(m_palette.get());
    page.view()->setClock([] { return Now; });
    page.resize(1224, 820);
    page.view()->setLead(oddLead(), schema);
    page.view()->activities()->merge(pictureActivities());
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    keep(u"page"_s, &page);
}

void LeadViewTest::cardsKeepTheirPeople()
{
    const SchemaPointer schema = pictureSchema();
    LeadView pane(LeadView::Layout::Pane, m_palette.get());
    pane.resize(375, 400);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    QApplication::setActiveWindow(&pane);
    Lead lead = pictureLead();
    pane.setLead(lead, schema);
    pane.activities()->merge(pictureActivities());
    auto *bar = pane.findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 100);
    ContactCard *henrik = shown<ContactCard>(&pane).at(1);
    auto *link = henrik->findChild<DesktopLink *>();
    link->setFocus();
    QTRY_VERIFY(link->hasFocus());
    bar->setValue(100);
    // Somebody new comes first: the focus stays with Henrik, the page where it was.
    Contact fresh;
    fresh.id = u"cont_9"_s;
    fresh.name = u"Mira Neu"_s;
    lead.contacts.prepend(fresh);
    pane.setLead(lead, schema);
    QCOMPARE(henrik->contactId(), u"cont_2"_s);
    QVERIFY(link->hasFocus());
    QCOMPARE(bar->value(), 100);
    const QList<ContactCard *> cards = shown<ContactCard>(&pane);
    QCOMPARE(cards.size(), 3);
    QTRY_COMPARE(henrik->y() > cards.at(0)->y(), true);
}

void LeadViewTest::everythingIsReachedByKeyboard()
{
    LeadView pane(LeadView::Layout::Pane, m_palette.get());
    pane.resize(375, 820);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    QApplication::setActiveWindow(&pane);
    pane.setLead(pictureLead(), pictureSchema());
    pane.activities()->merge(pictureActivities());
    QSignalSpy status(&pane, &LeadView::statusMenuRequested);
    QSignalSpy edit(&pane, &LeadView::editRequested);
    QSignalSpy addContact(&pane, &LeadView::addContactRequested);
    QSignalSpy editContact(&pane, &LeadView::editContactRequested);
    QSignalSpy addOpportunity(&pane, &LeadView::addOpportunityRequested);
    QSignalSpy openOpportunity(&pane, &LeadView::openOpportunityRequested);
    shown<StatusButton>(&pane).first()->setFocus();
    QSet<QWidget *> seen;
    for (int i = 0; i < 60; ++i) {
        QWidget *widget = QApplication::focusWidget();
        QVERIFY(widget);
        if (seen.contains(widget))
            break;
        seen.insert(widget);
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        QTest::keyClick(widget, Qt::Key_Return);
        if (auto *menu = pane.findChild<QMenu *>())
            menu->close();
        QTest::keyClick(widget, Qt::Key_Tab);
    }
    QCOMPARE(status.size(), 1);
    QCOMPARE(status.first().first().toString(), u"lead_1"_s);
    QCOMPARE(edit.size(), 1);
    QCOMPARE(addContact.size(), 1);
    QCOMPARE(editContact.size(), 2);
    QCOMPARE(addOpportunity.size(), 1);
    QCOMPARE(openOpportunity.size(), 1);
    QCOMPARE(openOpportunity.first().first().toString(), u"oppo_1"_s);
    QVERIFY(seen.contains(pane.body()->activityView()));
    QCOMPARE(m_opened.size(), 4); // website, two addresses, one telephone
    // An e-mail opens below its row and closes again.
    ActivityView *list = pane.body()->activityView();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    QTRY_VERIFY(list->height() > 100);
    const int closed = list->height();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(list->height() > closed + 60);
    const QList<TextBlock *> bodies = shown<TextBlock>(list);
    QCOMPARE(bodies.size(), 1);
    QVERIFY(bodies.first()->text().contains("<b>Not bold</b>"_L1));
    QCOMPARE(bodies.first()->textFormat(), Qt::PlainText);
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith("Offer 2026-118 revised"_L1));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(list->height(), closed);
    // Parts of a lead are groups with names.
    auto *section = pane.findChild<LeadSection *>();
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(section);
    QCOMPARE(group->role(), QAccessible::Grouping);
    QCOMPARE(group->text(QAccessible::Name), u"Details"_s);
}

void LeadViewTest::linksLeaveOnlyWhereAllowed()
{
    Lead lead = pictureLead();
    lead.url = u"javascript:alert(1)"_s;
    lead.custom = {{u"custom.cf_1"_s, u"file:///etc/passwd"_s}};
    lead.contacts[0].urls = {{u"file:///etc/passwd"_s, u"url"_s}};
    LeadView pane(LeadView::Layout::Pane, m_palette.get());
    pane.resize(375, 820);
    pane.show();
    pane.setLead(lead, pictureSchema());
    for (DesktopLink *link : shown<DesktopLink>(&pane))
        QTest::mouseClick(link, Qt::LeftButton);
    for (const QUrl &url : std::as_const(m_opened))
        QVERIFY2(url.scheme() == "mailto"_L1 || url.scheme() == "tel"_L1, qPrintable(url.toString()));
    QCOMPARE(m_opened.size(), 3);
}

void LeadViewTest::manyRecordsOpenFast()
{
    Lead lead = pictureLead();
    for (int i = 0; i < 50; ++i) {
        Contact contact = lead.contacts.first();
        contact.id = u"cont_m%1"_s.arg(i);
        lead.contacts.append(contact);
    }
    for (int i = 0; i < 40; ++i) {
        Opportunity opportunity = lead.opportunities.first();
        opportunity.id = u"oppo_m%1"_s.arg(i);
        lead.opportunities.append(opportunity);
    }
    QList<Activity> activities;
    for (int i = 0; i < 600; ++i) {
        Activity activity = pictureActivities().at(i % 3);
        activity.id = u"acti_m%1"_s.arg(i);
        activities.append(activity);
    }
    const SchemaPointer schema = pictureSchema();
    LeadView pane(LeadView::Layout::Pane, m_palette.get());
    pane.resize(375, 820);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    pane.setLead(emptyLead(), schema);
    pane.grab();
    QElapsedTimer timer;
    timer.start();
    pane.setLead(lead, schema);
    pane.activities()->merge(activities);
    pane.grab();
    const qint64 first = timer.restart();
    pane.setLead(pictureLead(), schema);
    pane.grab();
    const qint64 again = timer.elapsed();
    qInfo("52 contacts, 41 opportunities, 600 activities to a painted pane: %lld ms; the next lead: %lld ms",
          first, again);
    pane.setLead(lead, schema);
    // A widget per row would take seconds.
    QVERIFY(pane.findChildren<QWidget *>().size() < activities.size());
    QVERIFY(shown<ContactCard>(&pane).size() < 10);
    for (LinkButton *more : shown<LinkButton>(&pane)) {
        if (more->accessibleName() == "Show all contacts"_L1)
            more->click();
    }
    QCOMPARE(shown<ContactCard>(&pane).size(), 52);
}

std::unique_ptr<Session> LeadViewTest::makeSession()
{
    ClientOptions options;
    options.retry.tries = 1;
    options.assumedRate = 1000;
    auto client =
        std::make_unique<CloseClient>(m_server.baseUrl(), DemoServer::key().toUtf8(), QByteArray(), options);
    std::optional<Result<Me>> me;
    client->send(MeRequest{}, this, [&me](Result<Me> answer) { me = std::move(answer); });
    if (!Test::waitFor([&me] { return me.has_value(); }) || !me->has_value())
        return {};
    Account account{m_server.baseUrl(), (*me)->organizations.first().id, {}, (*me)->user.id, {}};
    return std::make_unique<Session>(std::move(client), **me, account);
}

QString LeadViewTest::leadWith(const std::function<bool(const QJsonObject &)> &fits)
{
    const QJsonArray leads = m_server.get(u"/lead/?_limit=100"_s).value("data"_L1).toArray();
    for (const auto &lead : leads) {
        if (fits(lead.toObject()))
            return lead.toObject().value("id"_L1).toString();
    }
    return {};
}

void LeadViewTest::showsALeadFromClose()
{
    const auto session = makeSession();
    QVERIFY(session);
    LeadView pane(LeadView::Layout::Pane, m_palette.get());
    pane.resize(375, 820);
    pane.show();
    pane.setSession(session.get());
    const QString id =
        leadWith([](const QJsonObject &lead) { return lead.value("contacts"_L1).toArray().size() > 1; });
    QVERIFY(!id.isEmpty());
    const QJsonObject sent = m_server.get(u"/lead/%1/"_s.arg(id));
    pane.setLead(id);
    QTRY_VERIFY(pane.isWhole());
    QCOMPARE(pane.accessibleName(), sent.value("display_name"_L1).toString());
    QCOMPARE(shown<ContactCard>(&pane).size(), sent.value("contacts"_L1).toArray().size());
    QCOMPARE(shown<OpportunityCard>(&pane).size(), sent.value("opportunities"_L1).toArray().size());
    QTRY_VERIFY(pane.activities()->rowCount() > 0);
    // It is known now: next time it stands there before anything is asked.
    pane.setLead(QString());
    QVERIFY(m_server.clearRequests());
    pane.setLead(id);
    QVERIFY(pane.isWhole());
    QVERIFY(pane.activities()->rowCount() > 0);
    QVERIFY(m_server.requests().isEmpty());
}

void LeadViewTest::highlightsARecord()
{
    const auto session = makeSession();
    LeadView pane(LeadView::Layout::Pane, m_palette.get());
    pane.resize(375, 300);
    pane.show();
    pane.setSession(session.get());
    const QString id =
        leadWith([](const QJsonObject &lead) { return !lead.value("opportunities"_L1).toArray().isEmpty(); });
    const QString opportunity = m_server.get(u"/lead/%1/"_s.arg(id))
                                    .value("opportunities"_L1)
                                    .toArray()
                                    .last()
                                    .toObject()
                                    .value("id"_L1)
                                    .toString();
    pane.setLead(id, opportunity);
    QTRY_VERIFY(pane.body()->highlightedCard());
    auto *card = static_cast<OpportunityCard *>(pane.body()->highlightedCard());
    QCOMPARE(card->opportunityId(), opportunity);
    QTRY_VERIFY(pane.rect().contains(QRect(card->mapTo(&pane, QPoint(0, 0)), card->size())));
}

void LeadViewTest::activitiesArePagedAndFiltered()
{
    const auto session = makeSession();
    LeadView pane(LeadView::Layout::Pane, m_palette.get());
    pane.resize(375, 600);
    pane.show();
    pane.setSession(session.get());
    const QString id = leadWith([](const QJsonObject &) { return true; });
    for (int i = 0; i < 230; ++i) {
        const DemoServer::Answer answer = m_server.exchange(
            "POST"_ba, u"/activity/note/"_s,
            {{u"lead_id"_s, id}, {u"note"_s, u"Note %1"_s.arg(i)}, {u"pinned"_s, i == 135}});
        QCOMPARE(answer.status, 200);
    }
    pane.setLead(id);
    QTRY_VERIFY(pane.activities()->rowCount() >= 90);
    QTRY_COMPARE(pane.activities()->entryAt(0).text,
                 u"Note 135"_s); // pinned, and on top before its page has come
    auto *bar = pane.findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QTRY_VERIFY([&] {
        bar->setValue(bar->maximum());
        return pane.activities()->rowCount() >= 230;
    }());
    // The end is known: nothing more is asked for.
    QVERIFY(m_server.clearRequests());
    bar->setValue(0);
    bar->setValue(bar->maximum());
    QCoreApplication::sendPostedEvents();
    QVERIFY(m_server.requests(u"GET"_s, u"/activity/"_s).isEmpty());

    // Only calls: what is known is narrowed at once, then Close is asked for more of the kind.
    LeadSection *section = nullptr;
    for (LeadSection *candidate : shown<LeadSection>(&pane)) {
        if (candidate->accessibleName() == "Activity"_L1)
            section = candidate;
    }
    QVERIFY(section);
    section->action()->click();
    auto *menu = pane.findChild<QMenu *>();
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == "Calls"_L1)
            action->trigger();
    }
    for (int row = 0; row < pane.activities()->rowCount(); ++row)
        QCOMPARE(pane.activities()->entryAt(row).type, u"Call"_s);
    QTRY_VERIFY(!m_server.requests(u"GET"_s, u"/activity/"_s).isEmpty());
    const QJsonObject asked = m_server.requests(u"GET"_s, u"/activity/"_s).first().toObject();
    QVERIFY(asked.value("query"_L1).toString().contains("_type"_L1));
    QCOMPARE(section->action()->text(), u"Calls"_s);
}

void LeadViewTest::lateAnswersAreDropped()
{
    const auto session = makeSession();
    LeadView pane(LeadView::Layout::Pane, m_palette.get());
    pane.show();
    pane.setSession(session.get());
    const QString one = leadWith([](const QJsonObject &) { return true; });
    const QString other = leadWith([&one](const QJsonObject &lead) { return lead.value("id"_L1) != one; });
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"path"_s, u"/lead/%1/"_s.arg(one)}}},
                               {u"delay_ms"_s, 700},
                               {u"times"_s, 1}}));
    pane.setLead(one);
    QTRY_VERIFY(!m_server.requests(u"GET"_s, u"/lead/%1/"_s.arg(one)).isEmpty() || pane.isWhole());
    pane.setLead(other);
    QTRY_VERIFY(pane.isWhole());
    QCOMPARE(pane.lead().id, other);
    // A selection that only passes by asks for nothing.
    QVERIFY(m_server.clearRequests());
    pane.setLead(one);
    pane.setLead(other);
    QVERIFY(pane.isWhole());
    QTRY_VERIFY(!m_server.requests(u"GET"_s, u"/lead/%1/"_s.arg(other)).isEmpty());
    QVERIFY(m_server.requests(u"GET"_s, u"/lead/%1/"_s.arg(one)).isEmpty());
    QCOMPARE(pane.lead().id, other);
}

void LeadViewTest::goneLeadIsSaid()
{
    const auto session = makeSession();
    LeadPage page(m_palette.get());
    page.show();
    page.setSession(session.get());
    QSignalSpy back(page.view(), &LeadView::leaveRequested);
    page.setLead(u"lead_doesnotexist"_s);
    const auto labels = [&page] {
        QStringList texts;
        for (QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts;
    };
    QTRY_VERIFY(labels().contains(u"This lead is gone in Close"_s));
    for (QPushButton *button : shown<QPushButton>(&page)) {
        if (button->text() == "Back to Leads"_L1)
            button->click();
    }
    QCOMPARE(back.size(), 1);
}

void LeadViewTest::lostConnectionOffersTheWayOut()
{
    const auto session = makeSession();
    LeadView pane(LeadView::Layout::Pane, m_palette.get());
    pane.resize(375, 820);
    pane.show();
    pane.setSession(session.get());
    const QString id = leadWith([](const QJsonObject &) { return true; });
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"path"_s, u"/lead/%1/"_s.arg(id)}}},
                               {u"status"_s, 503},
                               {u"times"_s, 1}}));
    pane.setLead(id);
    QPushButton *again = nullptr;
    QTRY_VERIFY([&] {
        for (QPushButton *button : shown<QPushButton>(&pane)) {
            if (button->text() == "Try Again"_L1)
                again = button;
        }
        return again != nullptr;
    }());
    again->click();
    QTRY_VERIFY(pane.isWhole());
    QCOMPARE(pane.lead().id, id);
}

void LeadViewTest::savedRecordStandsInPlace()
{
    const auto session = makeSession();
    LeadView pane(LeadView::Layout::Pane, m_palette.get());
    pane.resize(375, 240);
    pane.show();
    pane.setSession(session.get());
    const QString id =
        leadWith([](const QJsonObject &lead) { return !lead.value("contacts"_L1).toArray().isEmpty(); });
    pane.setLead(id);
    QTRY_VERIFY(pane.isWhole());
    QTRY_VERIFY(pane.activities()->rowCount() > 0);
    auto *bar = pane.findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 60);
    bar->setValue(60);
    const QVariantMap before{{u"name"_s, pane.lead().name}};
    QVariantMap after = before;
    after.insert(u"name"_s, u"Renamed & Söhne"_s);
    session->updateLead(id, before, after, this, [](const Result<Lead> &) {});
    QTRY_COMPARE(pane.accessibleName(), u"Renamed & Söhne"_s);
    QCOMPARE(bar->value(), 60);
    const qsizetype contacts = pane.lead().contacts.size();
    session->createContact({{u"lead_id"_s, id}, {u"name"_s, u"Mira Neu"_s}}, this,
                           [](const Result<Contact> &) {});
    QTRY_COMPARE(pane.lead().contacts.size(), contacts + 1);
    QCOMPARE(bar->value(), 60);
}

void LeadViewTest::pageGivesTheLink()
{
    LeadPage page(m_palette.get());
    page.show();
    page.view()->setLead(pictureLead(), pictureSchema());
    QSignalSpy previous(&page, &LeadPage::previousRequested);
    QSignalSpy next(&page, &LeadPage::nextRequested);
    page.setNeighbours(false, true);
    for (QPushButton *button : shown<QPushButton>(&page))
        button->click();
    QCOMPARE(QApplication::clipboard()->text(), u"https://app.close.com/lead/lead_1/"_s);
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://app.close.com/lead/lead_1/"_s)});
    QCOMPARE(previous.size(), 0);
    QCOMPARE(next.size(), 1);
    // A link that leads elsewhere is not offered.
    Lead lead = pictureLead();
    lead.htmlUrl = u"https://app.close.com.evil.example/"_s;
    page.view()->setLead(lead, pictureSchema());
    m_opened.clear();
    for (QPushButton *button : shown<QPushButton>(&page))
        button->click();
    QVERIFY(m_opened.isEmpty());
}

LEADLINE_TEST(ui_leadview, QTEST_MAIN, LeadViewTest)

} // namespace ui_leadview

#include "tst_leadview.moc"

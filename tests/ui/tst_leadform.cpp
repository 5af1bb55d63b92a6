// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "button.h"
#include "formfixture.h"
#include "formrow.h"
#include "leadform.h"
#include "messagebar.h"
#include "recordform.h"
#include "testprogram.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalSpy>

namespace tst_leadform {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// New Lead and Edit Lead on the real window, against the real demo server.
class LeadFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void createsLeadWithContact();
    void createsWithKeyboardAlone();
    void createsTwoContactsWithKeyboardAlone();
    void saysWhatIsWrongOnLeaving();
    void sendsNothingWhileSomethingIsWrong();
    void asksWhatAContactCannotBeWithout();
    void marksNestedErrorsOfClose();
    void keepsTextAfterUnmatchedError();
    void escTwiceKeepsText();
    void closesWhileSaving();
    void comesBackWhenSaveFailsAfterClosing();
    void neverRepeatsUnansweredCreation();
    void keepsLookingWhileTheIndexLags();
    void asksBeforeSendingAgain();
    void editSendsOnlyWhatChanged();
    void untouchedEditSendsNothing();
    void staysOnCtrlS();
    void movesEntriesWithKeys();
    void takesSeveralAddresses();
    void offersRetry();
    void readOnlyRunSendsNothing();
    void survivesEndOfSession();
    void pictures();

private:
    LeadForm *openNew();
    LeadForm *openEdit(const QString &id);
    QString anyLead() const;
    QString statusId(const QString &label) const;

    DemoServer m_server;
    Theme *m_theme = nullptr;
    std::unique_ptr<FormFixture> m_fixture;
};

void LeadFormTest::initTestCase()
{
    m_theme = new Theme(qApp, this);
    m_theme->setMode(Theme::Mode::Light);
    QVERIFY2(m_server.start({u"--leads"_s, u"40"_s}).isValid(), qPrintable(m_server.errorText()));
}

void LeadFormTest::init()
{
    QVERIFY(m_server.reset());
    m_fixture = std::make_unique<FormFixture>(m_server);
    QVERIFY(m_fixture->start());
}

void LeadFormTest::cleanup()
{
    m_fixture.reset();
}

LeadForm *LeadFormTest::openNew()
{
    auto *form = new LeadForm(m_fixture->context(), &m_fixture->window());
    form->open();
    return Test::waitFor([form] { return QApplication::activeWindow() == form; }) ? form : nullptr;
}

LeadForm *LeadFormTest::openEdit(const QString &id)
{
    auto *form = new LeadForm(m_fixture->context(), id, &m_fixture->window());
    form->open();
    const bool isRead = Test::waitFor(
        [form] { return QApplication::activeWindow() == form && form->primaryButton()->isEnabled(); });
    return isRead ? form : nullptr;
}

QString LeadFormTest::anyLead() const
{
    return m_fixture->session().leads()->idAt(3);
}

QString LeadFormTest::statusId(const QString &label) const
{
    for (const Status &status : m_fixture->session().directory().organization().leadStatuses) {
        if (status.label == label)
            return status.id;
    }
    return {};
}

void LeadFormTest::createsLeadWithContact()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    QSignalSpy created(form, &RecordDialog::created);
    FormFixture::type(form, u"Company name"_s, u"Bergmann Tools"_s);
    FormFixture::type(form, u"Website"_s, u"bergmann.example"_s);
    FormFixture::type(form, u"Description"_s, u"Met at the fair"_s);
    QVERIFY(FormFixture::choose(form, u"Status"_s, u"Qualified"_s));
    FormFixture::type(form, u"Contact name"_s, u"Uta Bergmann"_s);
    FormFixture::type(form, u"Contact title"_s, u"Managing Director"_s);
    FormFixture::type(form, u"Contact email"_s, u"uta@bergmann.example"_s);
    FormFixture::type(form, u"Contact phone"_s, u"+49 711 555 0142"_s);
    QCOMPARE(FormFixture::textOf(form, u"Website"_s), u"https://bergmann.example"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);

    QTRY_COMPARE(created.count(), 1);
    const QJsonObject body{
        {u"name"_s, u"Bergmann Tools"_s},
        {u"url"_s, u"https://bergmann.example"_s},
        {u"description"_s, u"Met at the fair"_s},
        {u"status_id"_s, statusId(u"Qualified"_s)},
        {u"contacts"_s,
         QJsonArray{QJsonObject{{u"name"_s, u"Uta Bergmann"_s},
                                {u"title"_s, u"Managing Director"_s},
                                {u"emails"_s, QJsonArray{QJsonObject{{u"email"_s, u"uta@bergmann.example"_s},
                                                                     {u"type"_s, u"office"_s}}}},
                                {u"phones"_s, QJsonArray{QJsonObject{{u"phone"_s, u"+49 711 555 0142"_s},
                                                                     {u"type"_s, u"mobile"_s}}}}}}}};
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/lead/"_s), QList<QJsonObject>{body});
    const QString id = created.first().at(1).toString();
    QVERIFY(m_fixture->session().leads()->contains(id));
    QTRY_VERIFY(m_fixture->window().findChildren<LeadForm *>().isEmpty());
}

void LeadFormTest::createsWithKeyboardAlone()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    QSignalSpy created(form, &RecordDialog::created);
    QCOMPARE(form->focusWidget()->accessibleName(), u"Company name"_s);
    QTest::keyClicks(form->focusWidget(), u"Keys Ltd"_s);
    QStringList visited;
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
        visited.append(form->focusWidget()->accessibleName());
    }
    const QStringList order{u"Website"_s,       u"Status"_s,
                            u"Industry"_s,      u"Description"_s,
                            u"Contact name"_s,  u"Contact title"_s,
                            u"Contact email"_s, u"Contact email type"_s,
                            u"Contact phone"_s, u"Contact phone type"_s};
    QCOMPARE(visited.mid(0, order.size()), order);
    // Alt and a letter lead back to the top.
    QTest::keyClick(form->focusWidget(), Qt::Key_C, Qt::AltModifier);
    QCOMPARE(form->focusWidget()->accessibleName(), u"Company name"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/lead/"_s).first().value("name"_L1).toString(), u"Keys Ltd"_s);
}

void LeadFormTest::createsTwoContactsWithKeyboardAlone()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    QSignalSpy created(form, &RecordDialog::created);
    const auto tabTo = [&](const QString &name) {
        for (int i = 0; i < 40 && form->focusWidget()->accessibleName() != name; ++i)
            QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
        return form->focusWidget()->accessibleName() == name;
    };
    const auto type = [&](const QString &text) { QTest::keyClicks(form->focusWidget(), text); };
    type(u"Kern Instruments"_s);
    QVERIFY(tabTo(u"Contact name"_s));
    type(u"Uta Kern"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
    type(u"Head"_s);
    QVERIFY(tabTo(u"Contact email"_s));
    type(u"uta@kern.example"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Insert, Qt::AltModifier);
    type(u"+49 711 5550142"_s); // one box: it goes to the phones when it is left
    for (int i = 0; i < 40; ++i) {
        const auto *button = qobject_cast<QAbstractButton *>(form->focusWidget());
        if (button && button->text() == "Add another contact"_L1)
            break;
        QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
    }
    QTest::keyClick(form->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(form->focusWidget() && form->focusWidget()->accessibleName() == "Contact 2: Name"_L1);
    type(u"Bo Lind"_s);
    QVERIFY(tabTo(u"Contact 2: Email"_s));
    type(u"bo@kern.example"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    const auto entry = [](const QString &key, const QString &value, const QString &kind) {
        return QJsonArray{QJsonObject{{key, value}, {u"type"_s, kind}}};
    };
    const QJsonObject uta{{u"name"_s, u"Uta Kern"_s},
                          {u"title"_s, u"Head"_s},
                          {u"emails"_s, entry(u"email"_s, u"uta@kern.example"_s, u"office"_s)},
                          {u"phones"_s, entry(u"phone"_s, u"+49 711 5550142"_s, u"mobile"_s)}};
    const QJsonObject bo{{u"name"_s, u"Bo Lind"_s},
                         {u"emails"_s, entry(u"email"_s, u"bo@kern.example"_s, u"office"_s)}};
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/lead/"_s).first().value("contacts"_L1).toArray(),
             (QJsonArray{uta, bo}));
}

void LeadFormTest::saysWhatIsWrongOnLeaving()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    const RecordForm *contact = form->contactForms().first();
    FormFixture::type(form, u"Contact email"_s, u"uta@bergmann"_s);
    QCOMPARE(contact->error(u"emails"_s), QString());
    QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
    const QString sentence = u"This address has no domain ending. Example: name@company.com"_s;
    QCOMPARE(contact->error(u"emails"_s), sentence);
    QCOMPARE(FormFixture::control(form, u"Contact email"_s)->accessibleDescription(), sentence);
    QVERIFY(FormFixture::control(form, u"Contact email"_s)->property("invalid").toBool());
    FormFixture::type(form, u"Contact email"_s, u"uta@bergmann.example"_s);
    QCOMPARE(contact->error(u"emails"_s), QString());
    FormFixture::type(form, u"Contact phone"_s, u"call me"_s);
    FormFixture::type(form, u"Website"_s, u"bergmann"_s);
    QVERIFY(!contact->error(u"phones"_s).isEmpty());
    QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
    QVERIFY(form->leadForm()->error(u"url"_s).contains(u"domain ending"_s));
}

void LeadFormTest::sendsNothingWhileSomethingIsWrong()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Contact email"_s, u"nobody"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(form->leadForm()->error(u"name"_s), u"Company name is missing."_s);
    QCOMPARE(form->focusWidget()->accessibleName(), u"Company name"_s);
    QVERIFY(!form->isSaving());
    QVERIFY(m_server.requests(u"POST"_s, u"/lead/"_s).isEmpty());
}

/// Required fields of contacts stand in the form of a new lead, and count once a contact is begun.
void LeadFormTest::asksWhatAContactCannotBeWithout()
{
    const QString id =
        m_server
            .exchange("POST", u"/custom_field/shared/"_s, {{u"name"_s, u"Consent"_s}, {u"type"_s, u"date"_s}})
            .object()
            .value("id"_L1)
            .toString();
    QCOMPARE(m_server
                 .exchange("POST", u"/custom_field/shared/%1/association/"_s.arg(id),
                           {{u"object_type"_s, u"contact"_s}, {u"required"_s, true}})
                 .status,
             201);
    m_fixture = std::make_unique<FormFixture>(m_server);
    QVERIFY(m_fixture->start());
    LeadForm *form = openNew();
    QVERIFY(form);
    QSignalSpy created(form, &RecordDialog::created);
    FormFixture::type(form, u"Company name"_s, u"Consent Ltd"_s);
    FormFixture::type(form, u"Contact name"_s, u"Uta Kern"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(form->focusWidget()->accessibleName(), u"Consent"_s);
    QCOMPARE(form->focusWidget()->property("invalid").toBool(), true);
    QVERIFY(m_server.requests(u"POST"_s, u"/lead/"_s).isEmpty());
    // Without the contact there is nothing to be missing.
    FormFixture::type(form, u"Contact name"_s, QString());
    QTest::keyClick(FormFixture::control(form, u"Contact name"_s), Qt::Key_Delete);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    QVERIFY(!m_fixture->bodies(u"POST"_s, u"/lead/"_s).first().contains("contacts"_L1));

    form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Consent Two"_s);
    FormFixture::type(form, u"Contact name"_s, u"Bo Lind"_s);
    FormFixture::type(form, u"Consent"_s, u"2026-03-01"_s);
    QSignalSpy second(form, &RecordDialog::created);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(second.count(), 1);
    const QJsonObject person{{u"name"_s, u"Bo Lind"_s}, {u"custom."_s + id, u"2026-03-01"_s}};
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/lead/"_s).last().value("contacts"_L1).toArray(),
             QJsonArray{person});
}

void LeadFormTest::marksNestedErrorsOfClose()
{
    const QJsonObject email{
        {u"errors"_s,
         QJsonObject{{u"0"_s, QJsonObject{{u"field-errors"_s,
                                           QJsonObject{{u"email"_s, u"Invalid email address."_s}}}}}}}};
    const QJsonObject people{
        {u"errors"_s,
         QJsonObject{{u"0"_s, QJsonObject{{u"field-errors"_s, QJsonObject{{u"emails"_s, email}}}}}}}};
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
         {u"status"_s, 400},
         {u"times"_s, 1},
         {u"body"_s, QJsonObject{{u"errors"_s, QJsonArray()},
                                 {u"field-errors"_s, QJsonObject{{u"status"_s, u"Not a valid choice."_s},
                                                                 {u"contacts"_s, people}}}}}}));
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Bergmann Tools"_s);
    QVERIFY(FormFixture::clickAction(form, u"Add another contact"_s));
    QTRY_COMPARE(form->contactForms().size(), 2);
    // The first contact stays blank, so that the second is the first one sent.
    QTRY_VERIFY(FormFixture::control(form, u"Contact 2: Email"_s));
    FormFixture::type(form, u"Contact 2: Email"_s, u"uta@bergmann.example"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(form->leadForm()->error(u"status_id"_s), u"Not a valid choice."_s);
    QCOMPARE(form->contactForms().at(1)->error(u"emails"_s), u"Invalid email address."_s);
    QCOMPARE(form->contactForms().at(0)->error(u"emails"_s), QString());
    QCOMPARE(form->focusWidget()->accessibleName(), u"Status"_s);
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"Bergmann Tools"_s);
    QVERIFY(form->isVisible());
    // Mended, it goes.
    QSignalSpy created(form, &RecordDialog::created);
    form->save(RecordDialog::After::Close);
    QTRY_COMPARE(created.count(), 1);
}

void LeadFormTest::keepsTextAfterUnmatchedError()
{
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"status"_s, 402},
                               {u"times"_s, 1},
                               {u"body"_s, QJsonObject{{u"error"_s, u"Lead limit reached."_s}}}}));
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"One too many"_s);
    form->save(RecordDialog::After::Close);
    QTRY_VERIFY(form->messageBar()->text().contains(u"Lead limit reached."_s));
    QVERIFY(form->messageBar()->text().contains(u"plan"_s));
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"One too many"_s);
}

void LeadFormTest::escTwiceKeepsText()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Precious"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Escape);
    QCOMPARE(form->messageBar()->text(), u"Keep what you typed until the program ends?"_s);
    QCOMPARE(FormFixture::actionsOf(form->messageBar()),
             (QStringList{u"Keep Draft"_s, u"Discard"_s, u"Go On Editing"_s}));
    QTest::keyClick(form->focusWidget(), Qt::Key_Escape);
    QVERIFY(form->messageBar()->current().isEmpty());
    QVERIFY(form->isVisible());
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"Precious"_s);
    form->cancelButton()->click();
    QVERIFY(form->isVisible());
    QPointer<LeadForm> guard(form);
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Discard"_s));
    QTRY_VERIFY(!guard);
    QVERIFY(m_server.requests(u"POST"_s, u"/lead/"_s).isEmpty());
}

void LeadFormTest::closesWhileSaving()
{
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"times"_s, 1},
                               {u"delay_ms"_s, 400}}));
    LeadForm *form = openNew();
    QVERIFY(form);
    QSignalSpy recordSaved(&m_fixture->session(), &Session::recordSaved);
    FormFixture::type(form, u"Company name"_s, u"Left early"_s);
    const quint32 before = m_fixture->session().leads()->count();
    form->save(RecordDialog::After::Close);
    QVERIFY(form->isSaving());
    QPointer<LeadForm> guard(form);
    QTest::keyClick(form->focusWidget(), Qt::Key_Escape);
    QVERIFY(!form->isVisible());
    QTRY_COMPARE(recordSaved.count(), 1);
    QCOMPARE(m_fixture->session().leads()->count(), before + 1);
    QTRY_VERIFY(!guard);
}

void LeadFormTest::comesBackWhenSaveFailsAfterClosing()
{
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"status"_s, 403},
                               {u"times"_s, 1},
                               {u"delay_ms"_s, 300}}));
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Not lost"_s);
    form->save(RecordDialog::After::Close);
    form->reject();
    QVERIFY(!form->isVisible());
    QTRY_VERIFY(form->isVisible());
    QVERIFY(form->messageBar()->text().contains(u"not allowed"_s));
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"Not lost"_s);
}

void LeadFormTest::neverRepeatsUnansweredCreation()
{
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"times"_s, 1},
                               {u"applied"_s, true},
                               {u"cut_after"_s, 0}}));
    LeadForm *form = openNew();
    QVERIFY(form);
    QSignalSpy created(form, &RecordDialog::created);
    QSignalSpy opened(form, &RecordDialog::openRequested);
    FormFixture::type(form, u"Company name"_s, u"Only Once Inc"_s);
    form->save(RecordDialog::After::Close);
    QTRY_VERIFY(form->messageBar()->text().startsWith(u"Close has it"_s));
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Open It"_s));
    QCOMPARE(created.count(), 1);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(m_server.requests(u"POST"_s, u"/lead/"_s).size(), 1);
    const QString byName = u"/lead/?query=name%3A%22Only%20Once%20Inc%22"_s;
    QCOMPARE(m_server.get(byName).value("data"_L1).toArray().size(), 1);
}

void LeadFormTest::keepsLookingWhileTheIndexLags()
{
    m_fixture->context().lookEvery = std::chrono::milliseconds(20);
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"times"_s, 1},
                               {u"applied"_s, true},
                               {u"cut_after"_s, 0}}));
    const QJsonObject nothing{{u"data"_s, QJsonArray()}, {u"has_more"_s, false}, {u"total_results"_s, 0}};
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"GET"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"status"_s, 200},
                               {u"times"_s, 3},
                               {u"body"_s, nothing}}));
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Late In The Index"_s);
    form->save(RecordDialog::After::Close);
    QTRY_VERIFY(form->messageBar()->text().startsWith(u"Close may have received this."_s));
    // Nothing can be sent meanwhile.
    QVERIFY(FormFixture::actionsOf(form->messageBar()).isEmpty());
    form->save(RecordDialog::After::Close);
    QTRY_VERIFY(form->messageBar()->text().startsWith(u"Close has it: “Late In The Index”"_s));
    QVERIFY(m_server.requests(u"GET"_s, u"/lead/"_s).size() >= 4);
    QCOMPARE(m_server.requests(u"POST"_s, u"/lead/"_s).size(), 1);
}

void LeadFormTest::asksBeforeSendingAgain()
{
    m_fixture->context().lookEvery = std::chrono::milliseconds(20);
    m_fixture->context().lookFor = std::chrono::milliseconds(100);
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"times"_s, 1},
                               {u"status"_s, 502},
                               {u"cut_after"_s, 0}}));
    LeadForm *form = openNew();
    QVERIFY(form);
    QSignalSpy created(form, &RecordDialog::created);
    FormFixture::type(form, u"Company name"_s, u"Never Arrived"_s);
    form->save(RecordDialog::After::Close);
    QTRY_COMPARE(FormFixture::actionsOf(form->messageBar()), (QStringList{u"Look Again"_s, u"Send Again"_s}));
    QVERIFY(form->messageBar()->text().contains(u"probably not arrive"_s));
    QCOMPARE(m_server.requests(u"POST"_s, u"/lead/"_s).size(), 1);
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Send Again"_s));
    QTRY_COMPARE(created.count(), 1);
    QCOMPARE(m_server.requests(u"POST"_s, u"/lead/"_s).size(), 2);
}

void LeadFormTest::editSendsOnlyWhatChanged()
{
    const QString id = anyLead();
    LeadForm *form = openEdit(id);
    QVERIFY(form);
    QSignalSpy saved(form, &RecordDialog::saved);
    FormFixture::type(form, u"Company name"_s, u"Renamed"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(m_fixture->bodies(u"PUT"_s, u"/lead/"_s), (QList<QJsonObject>{{{u"name"_s, u"Renamed"_s}}}));
    RecordTable *leads = m_fixture->session().leads();
    QCOMPARE(leads->valueAt(u"shown_name"_s, quint32(leads->rowOf(id))).toString(), u"Renamed"_s);
}

void LeadFormTest::untouchedEditSendsNothing()
{
    for (quint32 row = 0; row < 12; ++row) {
        LeadForm *form = openEdit(m_fixture->session().leads()->idAt(row));
        QVERIFY(form);
        QCOMPARE(form->leadForm()->dirtyKeys(), QStringList());
        QPointer<LeadForm> guard(form);
        form->save(RecordDialog::After::Close);
        QTRY_VERIFY(!guard);
    }
    QVERIFY(m_server.requests(u"PUT"_s, u"/lead/"_s).isEmpty());
}

void LeadFormTest::staysOnCtrlS()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    QSignalSpy created(form, &RecordDialog::created);
    QSignalSpy saved(form, &RecordDialog::saved);
    FormFixture::type(form, u"Company name"_s, u"Stay"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    QVERIFY(form->isVisible());
    QCOMPARE(form->windowTitle(), u"Edit Lead"_s);
    QTRY_VERIFY(!FormFixture::control(form, u"Contact name"_s));
    FormFixture::type(form, u"Description"_s, u"more"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(m_fixture->bodies(u"PUT"_s, u"/lead/"_s), (QList<QJsonObject>{{{u"description"_s, u"more"_s}}}));
}

void LeadFormTest::movesEntriesWithKeys()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    FieldEditor *emails = form->contactForms().first()->editor(u"emails"_s);
    FormFixture::type(form, u"Contact email"_s, u"a@one.example"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Insert, Qt::AltModifier);
    QCOMPARE(form->focusWidget()->accessibleName(), u"Contact email 2"_s);
    QTest::keyClicks(form->focusWidget(), u"b@two.example"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Up, Qt::AltModifier);
    const auto addresses = [&] {
        QStringList list;
        for (const EmailAddress &each : emails->value().value<QList<EmailAddress>>())
            list.append(each.email);
        return list;
    };
    QCOMPARE(addresses(), (QStringList{u"b@two.example"_s, u"a@one.example"_s}));
    QCOMPARE(form->focusWidget()->accessibleName(), u"Contact email"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(addresses(), QStringList{u"a@one.example"_s});
}

void LeadFormTest::takesSeveralAddresses()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    QSignalSpy created(form, &RecordDialog::created);
    FormFixture::type(form, u"Company name"_s, u"Two Sites Ltd"_s);
    QVERIFY(FormFixture::clickAction(form, u"Add address"_s));
    FormFixture::type(form, u"Address: Street"_s, u"Kaistr. 1"_s);
    FormFixture::type(form, u"Address: City"_s, u"Kiel"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Insert, Qt::AltModifier);
    QCOMPARE(form->focusWidget()->accessibleName(), u"Address 2: Street"_s);
    FormFixture::type(form, u"Address 2: City"_s, u"Ulm"_s);
    FormFixture::type(form, u"Address 2: Country (DE)"_s, u"de"_s);
    form->save(RecordDialog::After::Close);
    QTRY_COMPARE(created.count(), 1);
    const QJsonArray sent = m_fixture->bodies(u"POST"_s, u"/lead/"_s).first().value("addresses"_L1).toArray();
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent.at(0)["address_1"_L1].toString(), u"Kaistr. 1"_s);
    QCOMPARE(sent.at(0)["city"_L1].toString(), u"Kiel"_s);
    QCOMPARE(sent.at(1)["city"_L1].toString(), u"Ulm"_s);
    QCOMPARE(sent.at(1)["country"_L1].toString(), u"DE"_s);
    // One of them goes again on the lead.
    form = openEdit(created.first().at(1).toString());
    QVERIFY(form);
    QSignalSpy saved(form, &RecordDialog::saved);
    QTRY_COMPARE(FormFixture::textOf(form, u"Address: City"_s), u"Kiel"_s);
    FormFixture::control(form, u"Address: City"_s)->setFocus();
    QTest::keyClick(form->focusWidget(), Qt::Key_Delete, Qt::ControlModifier);
    form->save(RecordDialog::After::Close);
    QTRY_COMPARE(saved.count(), 1);
    const QJsonObject body = m_fixture->bodies(u"PUT"_s, u"/lead/"_s).first();
    QCOMPARE(body.keys(), QStringList{u"addresses"_s});
    QCOMPARE(body.value("addresses"_L1).toArray().size(), 1);
    QCOMPARE(body["addresses"_L1][0]["city"_L1].toString(), u"Ulm"_s);
}

void LeadFormTest::offersRetry()
{
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"status"_s, 500},
                               {u"times"_s, 1}}));
    LeadForm *form = openEdit(anyLead());
    QVERIFY(form);
    QSignalSpy saved(form, &RecordDialog::saved);
    FormFixture::type(form, u"Company name"_s, u"Second try"_s);
    form->save(RecordDialog::After::Close);
    QTRY_COMPARE(FormFixture::actionsOf(form->messageBar()), QStringList{u"Retry"_s});
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Retry"_s));
    QTRY_COMPARE(saved.count(), 1);
}

void LeadFormTest::readOnlyRunSendsNothing()
{
    m_fixture = std::make_unique<FormFixture>(m_server);
    QVERIFY(m_fixture->start(true));
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Nowhere"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(form->focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!form->primaryButton()->isEnabled());
    QVERIFY(form->messageBar()->text().contains(u"read-only"_s));
    QVERIFY(m_server.requests(u"POST"_s, u"/lead/"_s).isEmpty());
}

void LeadFormTest::survivesEndOfSession()
{
    QPointer<LeadForm> form(openNew());
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Signed out"_s);
    form->save(RecordDialog::After::Stay);
    m_fixture->endSession();
    QTRY_VERIFY(!form);
}

/// With LEADLINE_PICTURES set to a folder, pictures of the form to look at.
void LeadFormTest::pictures()
{
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme->setMode(mode);
        LeadForm *form = openNew();
        QVERIFY(form);
        FormFixture::type(form, u"Contact email"_s, u"uta@bergmann"_s);
        FormFixture::type(form, u"Website"_s, u"bergmann-praezision.example"_s);
        FormFixture::type(form, u"Company name"_s, u"Bergman Pr\u00e4zision"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QPixmap both = m_fixture->window().grab();
        {
            QPainter painter(&both);
            painter.drawPixmap(form->pos() - m_fixture->window().pos(), form->grab());
        }
        QVERIFY(!both.isNull());
        if (!folder.isEmpty())
            QVERIFY(both.save(
                folder + (mode == Theme::Mode::Light ? u"/new-lead-light.png"_s : u"/new-lead-dark.png"_s)));
        form->reject();
        delete form;
    }
    m_theme->setMode(Theme::Mode::Light);
}

LEADLINE_TEST(tst_leadform, QTEST_MAIN, LeadFormTest)

} // namespace tst_leadform

#include "tst_leadform.moc"

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "button.h"
#include "contactform.h"
#include "draftkeeper.h"
#include "duplicatepanel.h"
#include "formfixture.h"
#include "formopener.h"
#include "leadeditor.h"
#include "leadform.h"
#include "mergedialog.h"
#include "messagebar.h"
#include "outbox.h"
#include "recordform.h"
#include "signedin.h"
#include "testprogram.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>

namespace tst_duplicatepanel {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// No lead is made twice: what the form of a new lead shows of those that are there.
class DuplicatePanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void foundInWhatIsLoaded();
    void foundOnCloseThoughNotLoaded();
    void nothingFoundShowsNothing();
    void opensItInstead();
    void addsTheContactThere();
    void newContactIsKnownAlready();
    void mergesAfterSayingWhatHappens();
    void mergeThatFailsKeepsBoth();
    void mergesOnlyWhatCloseHas();
    void pictures();

private:
    LeadForm *openNew();
    static DuplicatePanel *panel(const RecordDialog *form);
    static QStringList texts(const QWidget *parent);
    static bool press(const QWidget *parent, const QString &text);
    QString makeBergmann();

    DemoServer m_server;
    Theme *m_theme = nullptr;
    std::unique_ptr<FormFixture> m_fixture;
};

void DuplicatePanelTest::initTestCase()
{
    m_theme = new Theme(qApp, this);
    m_theme->setMode(Theme::Mode::Light);
    QVERIFY2(m_server.start({u"--leads"_s, u"40"_s}).isValid(), qPrintable(m_server.errorText()));
}

void DuplicatePanelTest::init()
{
    QVERIFY(m_server.reset());
    m_fixture = std::make_unique<FormFixture>(m_server);
    QVERIFY(m_fixture->start());
}

void DuplicatePanelTest::cleanup()
{
    m_fixture.reset();
}

LeadForm *DuplicatePanelTest::openNew()
{
    auto *form = new LeadForm(m_fixture->context(), &m_fixture->window());
    form->open();
    return Test::waitFor([form] { return QApplication::activeWindow() == form; }) ? form : nullptr;
}

DuplicatePanel *DuplicatePanelTest::panel(const RecordDialog *form)
{
    return form->findChild<DuplicatePanel *>();
}

QStringList DuplicatePanelTest::texts(const QWidget *parent)
{
    QStringList list;
    for (const QLabel *label : parent->findChildren<QLabel *>()) {
        if (label->isVisible())
            list.append(label->text());
    }
    return list;
}

bool DuplicatePanelTest::press(const QWidget *parent, const QString &text)
{
    for (QAbstractButton *button : parent->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == text) {
            button->click();
            return true;
        }
    }
    return false;
}

/// Somebody else makes a lead that this session has not loaded.
QString DuplicatePanelTest::makeBergmann()
{
    const QJsonObject uta{
        {u"name"_s, u"Uta Bergmann"_s},
        {u"emails"_s, QJsonArray{QJsonObject{{u"email"_s, u"uta@bergmann-praezision.example"_s},
                                             {u"type"_s, u"office"_s}}}}};
    const QJsonObject made =
        m_server
            .exchange("POST", u"/lead/"_s,
                      {{u"name"_s, u"Bergmann Präzision AG"_s},
                       {u"url"_s, u"https://bergmann-praezision.example"_s},
                       {u"contacts"_s, QJsonArray{uta, QJsonObject{{u"name"_s, u"Max Frei"_s}}}}})
            .object();
    const QString id = made["id"_L1].toString();
    m_server.exchange("POST", u"/opportunity/"_s,
                      {{u"lead_id"_s, id}, {u"value"_s, 11200000}, {u"value_period"_s, u"one_time"_s}});
    m_server.clearRequests();
    return id;
}

void DuplicatePanelTest::foundInWhatIsLoaded()
{
    const RecordTable *leads = m_fixture->session().leads();
    const QString name = leads->valueAt(u"shown_name"_s, 3).toString();
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"path"_s, u"/data/search/"_s}}}, {u"status"_s, 500}, {u"times"_s, -1}}));
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, name);
    QTRY_VERIFY(panel(form) && panel(form)->isVisible());
    QTRY_VERIFY(texts(panel(form)).contains(name));
    QVERIFY(texts(panel(form)).contains(u"Possible duplicate"_s) ||
            texts(panel(form)).contains(u"Possible duplicates"_s));
    // Nobody is kept from making it all the same.
    QVERIFY(form->messageBar()->text().isEmpty());
}

void DuplicatePanelTest::foundOnCloseThoughNotLoaded()
{
    const QString id = makeBergmann();
    QVERIFY(!m_fixture->session().leads()->contains(id));
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Website"_s, u"bergmann-praezision.example"_s);
    QTRY_VERIFY(panel(form));
    QTRY_VERIFY(texts(panel(form)).contains(u"Bergmann Präzision AG"_s));
    QCOMPARE(m_server.requests(u"POST"_s, u"/data/search/"_s).size(), 1);
    QVERIFY(texts(panel(form)).join(u' ').contains(u"Same website."_s));
    QVERIFY(m_server.requests(u"POST"_s, u"/lead/"_s).isEmpty());
}

void DuplicatePanelTest::nothingFoundShowsNothing()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Xyzzy Quux Unheard"_s);
    QTRY_COMPARE(m_server.requests(u"POST"_s, u"/data/search/"_s).size(), 1);
    QTRY_COMPARE(m_server.requests(u"POST"_s, u"/data/search/"_s).last()["status"_L1].toInt(), 200);
    QVERIFY(!panel(form));
}

void DuplicatePanelTest::opensItInstead()
{
    const QString id = makeBergmann();
    LeadForm *form = openNew();
    QVERIFY(form);
    QSignalSpy opened(form, &RecordDialog::openRequested);
    QPointer<LeadForm> guard(form);
    FormFixture::type(form, u"Company name"_s, u"Bergmann Prazision"_s);
    QTRY_VERIFY(panel(form) && texts(panel(form)).contains(u"Bergmann Präzision AG"_s));
    QVERIFY(press(panel(form), u"Open it"_s));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(1).toString(), id);
    QTRY_VERIFY(!guard);
    // What was typed is offered again.
    const QList<KeptDraft> drafts = m_fixture->session().drafts()->unattended();
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(drafts.first().parts.first().typed.value(u"name"_s), u"Bergmann Prazision"_s);
    m_fixture->session().drafts()->remove(drafts.first().id);
    QVERIFY(m_server.requests(u"POST"_s, u"/lead/"_s).isEmpty());
}

void DuplicatePanelTest::addsTheContactThere()
{
    const QString id = makeBergmann();
    auto clock = [] { return QDateTime::currentDateTime(); };
    FormOpener opener(m_fixture->session(), *m_fixture->context().statuses, m_fixture->window(), clock);
    opener.newLead();
    auto *form = qobject_cast<LeadForm *>(QApplication::activeModalWidget());
    QVERIFY(form);
    QTRY_COMPARE(QApplication::activeWindow(), form);
    FormFixture::type(form, u"Company name"_s, u"Bergmann Prazision"_s);
    FormFixture::type(form, u"Contact name"_s, u"Ida Neu"_s);
    FormFixture::type(form, u"Contact email"_s, u"ida@bergmann-praezision.example"_s);
    QTRY_VERIFY(panel(form) && texts(panel(form)).contains(u"Bergmann Präzision AG"_s));
    QVERIFY(press(panel(form), u"Add contact there"_s));
    ContactForm *contact = nullptr;
    QTRY_VERIFY((contact = qobject_cast<ContactForm *>(QApplication::activeModalWidget())) != nullptr);
    QCOMPARE(FormFixture::textOf(contact, u"Contact name"_s), u"Ida Neu"_s);
    QVERIFY(contact->isDirty());
    contact->save(RecordDialog::After::Close);
    QTRY_COMPARE(m_fixture->bodies(u"POST"_s, u"/contact/"_s).size(), 1);
    const QJsonObject sent = m_fixture->bodies(u"POST"_s, u"/contact/"_s).first();
    QCOMPARE(sent["lead_id"_L1].toString(), id);
    QCOMPARE(sent["name"_L1].toString(), u"Ida Neu"_s);
    QCOMPARE(sent["emails"_L1][0]["email"_L1].toString(), u"ida@bergmann-praezision.example"_s);
    QVERIFY(m_server.requests(u"POST"_s, u"/lead/"_s).isEmpty());
}

/// A person with that email address is on another lead: the contact can go there instead.
void DuplicatePanelTest::newContactIsKnownAlready()
{
    const QString id = makeBergmann();
    const QString lead = m_fixture->session().leads()->idAt(2);
    auto *form = new ContactForm(m_fixture->context(), ContactForm::NewOn{lead}, &m_fixture->window());
    form->open();
    QTRY_COMPARE(QApplication::activeWindow(), form);
    QSignalSpy created(form, &RecordDialog::created);
    FormFixture::type(form, u"Contact name"_s, u"Uta B."_s);
    FormFixture::type(form, u"Contact email"_s, u"uta@bergmann-praezision.example"_s);
    QTRY_VERIFY(panel(form) && texts(panel(form)).contains(u"Bergmann Präzision AG"_s));
    QVERIFY(texts(panel(form)).join(u' ').contains(u"Same email address."_s));
    if (const QString folder = qEnvironmentVariable("LEADLINE_PICTURES"); !folder.isEmpty())
        QVERIFY(form->grab().save(folder + u"/new-contact.png"_s));
    QVERIFY(press(panel(form), u"Add contact there"_s));
    QCOMPARE(form->form()->value(u"lead_id"_s).toString(), id);
    QCOMPARE(FormFixture::textOf(form, u"Lead"_s), u"Bergmann Präzision AG"_s);
    // It is the contact's lead now: there is nothing to be added there any more.
    QVERIFY(!press(panel(form), u"Add contact there"_s));
    QVERIFY(m_server.requests(u"POST"_s, u"/contact/"_s).isEmpty());
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/contact/"_s).first()["lead_id"_L1].toString(), id);
}

void DuplicatePanelTest::mergesAfterSayingWhatHappens()
{
    Session &session = m_fixture->session();
    const QString source = session.leads()->idAt(0);
    const QString into = session.leads()->idAt(1);
    const auto contacts =
        session.contacts()->rowsOfLead(source).size() + session.contacts()->rowsOfLead(into).size();
    auto *dialog = new MergeDialog(m_fixture->context(), source, {}, &m_fixture->window());
    QPointer<MergeDialog> guard(dialog);
    QSignalSpy merged(dialog, &MergeDialog::merged);
    dialog->open();
    // Nothing without a lead that stays, and not into itself.
    QVERIFY(!dialog->primaryButton()->isEnabled());
    LeadEditor *editor = dialog->findChild<LeadEditor *>();
    editor->setValue(source);
    QVERIFY(dialog->destination().isEmpty());
    editor->setValue(into);
    Q_EMIT editor->changed();
    QVERIFY(dialog->consequences().contains(session.nameOf(RecordKind::Lead, source)));
    QVERIFY(dialog->consequences().contains(session.nameOf(RecordKind::Lead, into)));
    QVERIFY(dialog->consequences().contains(u"cannot take this back"_s));
    // All of it can be read.
    const auto labels = dialog->findChildren<QLabel *>();
    const auto text = std::find_if(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->text() == dialog->consequences();
    });
    QVERIFY(text != labels.end());
    QTRY_VERIFY((*text)->height() >= (*text)->heightForWidth((*text)->width()));
    if (const QString folder = qEnvironmentVariable("LEADLINE_PICTURES"); !folder.isEmpty())
        QVERIFY(dialog->grab().save(folder + u"/merge.png"_s));
    dialog->primaryButton()->click();
    QTRY_COMPARE(merged.size(), 1);
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/lead/merge/"_s),
             (QList<QJsonObject>{{{u"source"_s, source}, {u"destination"_s, into}}}));
    QTRY_VERIFY(!guard);
    QVERIFY(!session.leads()->contains(source));
    QTRY_COMPARE(session.contacts()->rowsOfLead(into).size(), contacts);
}

void DuplicatePanelTest::mergeThatFailsKeepsBoth()
{
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"path"_s, u"/lead/merge/"_s}}},
                               {u"status"_s, 403},
                               {u"times"_s, 1},
                               {u"body"_s, QJsonObject{{u"error"_s, u"Not you."_s}}}}));
    Session &session = m_fixture->session();
    const QString source = session.leads()->idAt(0);
    auto *dialog =
        new MergeDialog(m_fixture->context(), source, session.leads()->idAt(1), &m_fixture->window());
    dialog->open();
    dialog->primaryButton()->click();
    QTRY_VERIFY(dialog->messageBar()->text().contains(u"Not you."_s));
    QVERIFY(session.leads()->contains(source));
    QVERIFY(dialog->isVisible());
    dialog->reject();
}

/// Neither without the network nor while something of one of them waits.
void DuplicatePanelTest::mergesOnlyWhatCloseHas()
{
    Session &session = m_fixture->session();
    const QString source = session.leads()->idAt(0);
    const QString into = session.leads()->idAt(1);
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"path"_s, u"/activity/note/"_s}}},
                               {u"status"_s, 402},
                               {u"body"_s, QJsonObject{{u"error"_s, u"Not in your plan."_s}}}}));
    auto *dialog = new MergeDialog(m_fixture->context(), source, into, &m_fixture->window());
    dialog->open();
    QVERIFY(dialog->primaryButton()->isEnabled());
    session.outbox()->addNote({.leadId = into, .note = u"Said before"_s}, {});
    QTRY_VERIFY(session.outbox()->stopped());
    QVERIFY(!dialog->primaryButton()->isEnabled());
    QVERIFY2(dialog->consequences().contains(u"have not reached Close"_s),
             qPrintable(dialog->consequences()));
    QVERIFY(m_server.clearFaults());
    session.outbox()->retry();
    QTRY_VERIFY(session.outbox()->isEmpty());
    QVERIFY(dialog->primaryButton()->isEnabled());

    m_server.stop();
    session.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!session.isOnline(), 30000);
    QVERIFY(!dialog->primaryButton()->isEnabled());
    QVERIFY2(dialog->consequences().startsWith(u"Merging needs the network"_s),
             qPrintable(dialog->consequences()));
    dialog->reject();
    QVERIFY(m_server.start({u"--leads"_s, u"40"_s}).isValid());
}

/// With LEADLINE_PICTURES set to a folder, pictures of the form to look at.
void DuplicatePanelTest::pictures()
{
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    const QString id = makeBergmann();
    QVERIFY(Test::syncNow(m_fixture->session()));
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme->setMode(mode);
        LeadForm *form = openNew();
        QVERIFY(form);
        FormFixture::type(form, u"Contact email"_s, u"uta@bergmann"_s);
        FormFixture::type(form, u"Website"_s, u"bergmann-praezision.example"_s);
        FormFixture::type(form, u"Company name"_s, u"Bergman Präzision"_s);
        QTRY_VERIFY(panel(form) && texts(panel(form)).contains(u"Bergmann Präzision AG"_s));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QTRY_VERIFY(panel(form)->height() > 100);
        QPixmap both = m_fixture->window().grab();
        {
            QPainter painter(&both);
            painter.drawPixmap(form->pos() - m_fixture->window().pos(), form->grab());
        }
        QVERIFY(!both.isNull());
        if (!folder.isEmpty())
            QVERIFY(both.save(
                folder + (mode == Theme::Mode::Light ? u"/new-lead-light.png"_s : u"/new-lead-dark.png"_s)));
        form->discard();
    }
    m_theme->setMode(Theme::Mode::Light);
    QVERIFY(!id.isEmpty());
}

LEADLINE_TEST(tst_duplicatepanel, QTEST_MAIN, DuplicatePanelTest)

} // namespace tst_duplicatepanel

#include "tst_duplicatepanel.moc"

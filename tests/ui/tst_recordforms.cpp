// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "button.h"
#include "contactform.h"
#include "fieldtext.h"
#include "formfixture.h"
#include "messagebar.h"
#include "opportunityform.h"
#include "recordform.h"
#include "statusmenu.h"
#include "testprogram.h"

#include <QJsonArray>
#include <QPainter>
#include <QSignalSpy>

namespace tst_recordforms {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// The forms of opportunities and contacts and the status menu, against the real demo server; and the texts
/// that fields read.
class RecordFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void readsDays_data();
    void readsDays();
    void judgesAddresses_data();
    void judgesAddresses();
    void createsOpportunity();
    void readsGermanMoney();
    void choosesLeadByTyping();
    void editsOpportunity();
    void untouchedOpportunityIsNotSent();
    void createsContact();
    void editsContact();
    void lostAnswerMakesOneRecord_data();
    void lostAnswerMakesOneRecord();
    void changesStatusOfSeveral();
    void pictures();

private:
    QString leadWith(RecordTable *table) const;
    template <typename Form>
    bool isOpen(Form *form) const;

    DemoServer m_server;
    Theme *m_theme = nullptr;
    std::unique_ptr<FormFixture> m_fixture;
};

void RecordFormsTest::initTestCase()
{
    m_theme = new Theme(qApp, this);
    m_theme->setMode(Theme::Mode::Light);
    QVERIFY2(m_server.start({u"--leads"_s, u"40"_s}).isValid(), qPrintable(m_server.errorText()));
}

void RecordFormsTest::init()
{
    QVERIFY(m_server.reset());
    m_fixture = std::make_unique<FormFixture>(m_server);
    QVERIFY(m_fixture->start());
}

void RecordFormsTest::cleanup()
{
    m_fixture.reset();
}

/// A lead that the first record of \a table hangs on.
QString RecordFormsTest::leadWith(RecordTable *table) const
{
    return table->leadIdAt(0);
}

template <typename Form>
bool RecordFormsTest::isOpen(Form *form) const
{
    form->open();
    return Test::waitFor(
        [form] { return QApplication::activeWindow() == form && form->primaryButton()->isEnabled(); });
}

void RecordFormsTest::readsDays_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("day");
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const QLocale german(QLocale::German, QLocale::Germany);
    QTest::newRow("today") << english << u"today"_s << QDate(2026, 3, 2);
    QTest::newRow("tomorrow") << english << u"Tomorrow"_s << QDate(2026, 3, 3);
    QTest::newRow("two weeks") << english << u"+2w"_s << QDate(2026, 3, 16);
    QTest::newRow("a month ago") << english << u"-1m"_s << QDate(2026, 2, 2);
    QTest::newRow("weekday") << english << u"friday"_s << QDate(2026, 3, 6);
    QTest::newRow("same weekday") << english << u"monday"_s << QDate(2026, 3, 9);
    QTest::newRow("German weekday") << german << u"Freitag"_s << QDate(2026, 3, 6);
    QTest::newRow("ISO") << english << u"2026-12-31"_s << QDate(2026, 12, 31);
    QTest::newRow("US") << english << u"4/5/2026"_s << QDate(2026, 4, 5);
    QTest::newRow("German") << german << u"05.04.2026"_s << QDate(2026, 4, 5);
    QTest::newRow("German, short year") << german << u"05.04.26"_s << QDate(2026, 4, 5);
    QTest::newRow("words") << english << u"5 Apr 2026"_s << QDate(2026, 4, 5);
    QTest::newRow("nonsense") << english << u"soon"_s << QDate();
    QTest::newRow("no such day") << german << u"31.02.2026"_s << QDate();
}

void RecordFormsTest::readsDays()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QFETCH(QDate, day);
    const FieldText reader(u"EUR"_s, locale, QDate(2026, 3, 2));
    QCOMPARE(reader.readDay(text).value_or(QDate()), day);
    const Field field{.key = u"d"_s, .type = FieldType::Date};
    if (day.isValid())
        QCOMPARE(reader.read(field, reader.write(field, day)).value.toDate(), day);
    else
        QVERIFY(!reader.read(field, text).problem.isEmpty());
}

void RecordFormsTest::judgesAddresses_data()
{
    QTest::addColumn<QString>("problem");
    QTest::addColumn<bool>("good");
    QTest::newRow("email") << emailProblem(u"uta@bergmann.example"_s) << true;
    QTest::newRow("email, plus and umlaut") << emailProblem(u"u.b+x@b\u00fcro.de"_s) << true;
    QTest::newRow("email without ending") << emailProblem(u"uta@bergmann"_s) << false;
    QTest::newRow("email without at") << emailProblem(u"bergmann.de"_s) << false;
    QTest::newRow("two emails") << emailProblem(u"a@b.de, c@d.de"_s) << false;
    QTest::newRow("phone") << phoneProblem(u"+49 (711) 555-0142 ext. 3"_s) << true;
    QTest::newRow("words") << phoneProblem(u"ask Uta"_s) << false;
    QTest::newRow("too short") << phoneProblem(u"12"_s) << false;
    QTest::newRow("link") << linkProblem(u"bergmann.example/shop?q=1"_s) << true;
    QTest::newRow("link with scheme") << linkProblem(u"http://bergmann.example"_s) << true;
    QTest::newRow("other scheme") << linkProblem(u"javascript://a.de/%0aalert(1)"_s) << false;
    QTest::newRow("one word") << linkProblem(u"bergmann"_s) << false;
}

void RecordFormsTest::judgesAddresses()
{
    QFETCH(QString, problem);
    QFETCH(bool, good);
    QCOMPARE(problem.isEmpty(), good);
}

void RecordFormsTest::createsOpportunity()
{
    const QString lead = leadWith(m_fixture->session().contacts());
    auto *form =
        new OpportunityForm(m_fixture->context(), OpportunityForm::NewOn{lead}, &m_fixture->window());
    QVERIFY(isOpen(form));
    QSignalSpy created(form, &RecordDialog::created);
    FormFixture::type(form, u"Value"_s, u"900/mo"_s);
    FormFixture::type(form, u"Confidence"_s, u"140"_s);
    FormFixture::type(form, u"Expected close"_s, u"+2w"_s);
    QVERIFY(!form->form()->error(u"confidence"_s).isEmpty());
    FormFixture::type(form, u"Confidence"_s, u"60"_s);
    FormFixture::type(form, u"Note"_s, u"Two lots"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    const Directory &directory = m_fixture->session().directory();
    const QJsonObject body{{u"lead_id"_s, lead},
                           {u"status_id"_s, directory.organization().pipelines.first().statuses.first().id},
                           {u"value"_s, 90000},
                           {u"value_period"_s, u"monthly"_s},
                           {u"confidence"_s, 60},
                           {u"date_won"_s, u"2026-03-16"_s},
                           {u"note"_s, u"Two lots"_s},
                           {u"user_id"_s, directory.currentUser().id}};
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/opportunity/"_s), QList<QJsonObject>{body});
    QVERIFY(m_fixture->session().opportunities()->contains(created.first().at(1).toString()));
}

void RecordFormsTest::readsGermanMoney()
{
    m_fixture->context().locale = QLocale(QLocale::German, QLocale::Germany);
    const QString lead = leadWith(m_fixture->session().contacts());
    auto *form =
        new OpportunityForm(m_fixture->context(), OpportunityForm::NewOn{lead}, &m_fixture->window());
    QVERIFY(isOpen(form));
    QSignalSpy created(form, &RecordDialog::created);
    FormFixture::type(form, u"Value"_s, u"$ 12"_s);
    FormFixture::type(form, u"Note"_s, u"x"_s);
    QCOMPARE(form->form()->error(u"value"_s), u"Amounts here are in EUR."_s);
    FormFixture::type(form, u"Value"_s, u"12.500,50"_s);
    form->save(RecordDialog::After::Close);
    QTRY_COMPARE(created.count(), 1);
    const QJsonObject body = m_fixture->bodies(u"POST"_s, u"/opportunity/"_s).first();
    QCOMPARE(body.value("value"_L1).toInteger(), 1250050);
    QCOMPARE(body.value("value_period"_L1).toString(), u"one_time"_s);
}

void RecordFormsTest::choosesLeadByTyping()
{
    const RecordTable *leads = m_fixture->session().leads();
    const QString name = leads->valueAt(u"shown_name"_s, 5).toString();
    auto *form = new OpportunityForm(m_fixture->context(), OpportunityForm::NewOn{}, &m_fixture->window());
    QVERIFY(isOpen(form));
    FormFixture::type(form, u"Lead"_s, u"zzzz no such"_s);
    form->save(RecordDialog::After::Close);
    QCOMPARE(form->form()->error(u"lead_id"_s), u"No lead has this name."_s);
    FormFixture::type(form, u"Lead"_s, name.toUpper());
    form->form()->commit();
    QCOMPARE(form->form()->value(u"lead_id"_s).toString(), leads->idAt(5));
    QCOMPARE(FormFixture::textOf(form, u"Lead"_s), name);
}

void RecordFormsTest::editsOpportunity()
{
    const QString id = m_fixture->session().opportunities()->idAt(2);
    auto *form = new OpportunityForm(m_fixture->context(), id, &m_fixture->window());
    QVERIFY(isOpen(form));
    QSignalSpy saved(form, &RecordDialog::saved);
    FormFixture::type(form, u"Confidence"_s, u"35"_s);
    form->save(RecordDialog::After::Close);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(m_fixture->bodies(u"PUT"_s, u"/opportunity/"_s), (QList<QJsonObject>{{{u"confidence"_s, 35}}}));
    const RecordTable *table = m_fixture->session().opportunities();
    QCOMPARE(table->valueAt(u"confidence"_s, quint32(table->rowOf(id))).toInt(), 35);
}

void RecordFormsTest::untouchedOpportunityIsNotSent()
{
    for (quint32 row = 0; row < 8; ++row) {
        auto *form = new OpportunityForm(
            m_fixture->context(), m_fixture->session().opportunities()->idAt(row), &m_fixture->window());
        QVERIFY(isOpen(form));
        QCOMPARE(form->form()->dirtyKeys(), QStringList());
        form->reject();
    }
}

void RecordFormsTest::createsContact()
{
    const QString lead = m_fixture->session().leads()->idAt(4);
    auto *form = new ContactForm(m_fixture->context(), ContactForm::NewOn{lead}, &m_fixture->window());
    QVERIFY(isOpen(form));
    QSignalSpy created(form, &RecordDialog::created);
    FormFixture::type(form, u"Contact name"_s, u"Jo Berg"_s);
    FormFixture::type(form, u"Web addresses"_s, u"berg.example"_s);
    form->save(RecordDialog::After::Close);
    QTRY_COMPARE(created.count(), 1);
    const QJsonObject url{{u"url"_s, u"https://berg.example"_s}, {u"type"_s, u"url"_s}};
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/contact/"_s),
             (QList<QJsonObject>{
                 {{u"lead_id"_s, lead}, {u"name"_s, u"Jo Berg"_s}, {u"urls"_s, QJsonArray{url}}}}));
    QVERIFY(m_fixture->session().contacts()->contains(created.first().at(1).toString()));
}

void RecordFormsTest::editsContact()
{
    const QString id = m_fixture->session().contacts()->idAt(1);
    auto *form = new ContactForm(m_fixture->context(), id, &m_fixture->window());
    QVERIFY(isOpen(form));
    QCOMPARE(form->form()->dirtyKeys(), QStringList());
    QSignalSpy saved(form, &RecordDialog::saved);
    FormFixture::type(form, u"Contact title"_s, u"Chief"_s);
    form->save(RecordDialog::After::Close);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(m_fixture->bodies(u"PUT"_s, u"/contact/"_s), (QList<QJsonObject>{{{u"title"_s, u"Chief"_s}}}));
}

void RecordFormsTest::lostAnswerMakesOneRecord_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("arrived");
    for (const char *kind : {"opportunity", "contact"}) {
        QTest::addRow("%s, arrived", kind) << QString::fromLatin1(kind) << true;
        QTest::addRow("%s, lost", kind) << QString::fromLatin1(kind) << false;
    }
}

/// The connection dies after Close has taken the creation, or before: one record is there in the end.
void RecordFormsTest::lostAnswerMakesOneRecord()
{
    QFETCH(QString, kind);
    QFETCH(bool, arrived);
    const QString path = u"/%1/"_s.arg(kind);
    const QString lead = leadWith(m_fixture->session().opportunities());
    const QString list = kind == "contact"_L1 ? u"contacts"_s : u"opportunities"_s;
    const auto count = [&] { return m_server.get(u"/lead/%1/"_s.arg(lead)).value(list).toArray().size(); };
    const qsizetype before = count();
    m_fixture->context().lookEvery = std::chrono::milliseconds(20);
    m_fixture->context().lookFor = std::chrono::milliseconds(arrived ? 60000 : 100);
    QJsonObject fault{{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, path}}},
                      {u"times"_s, 1},
                      {u"cut_after"_s, 0}};
    if (arrived)
        fault.insert(u"applied"_s, true);
    else
        fault.insert(u"status"_s, 502);
    QVERIFY(m_server.addFault(fault));
    RecordDialog *form = nullptr;
    if (kind == "contact"_L1)
        form = new ContactForm(m_fixture->context(), ContactForm::NewOn{lead}, &m_fixture->window());
    else
        form = new OpportunityForm(m_fixture->context(), OpportunityForm::NewOn{lead}, &m_fixture->window());
    QVERIFY(isOpen(form));
    FormFixture::type(form, kind == "contact"_L1 ? u"Contact name"_s : u"Note"_s, u"Only once"_s);
    QSignalSpy created(form, &RecordDialog::created);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    if (arrived) {
        QTRY_VERIFY(form->messageBar()->text().startsWith(u"Close has it"_s));
        QVERIFY(FormFixture::clickAction(form->messageBar(), u"Open It"_s));
    } else {
        QTRY_VERIFY(FormFixture::actionsOf(form->messageBar()).contains(u"Send Again"_s));
        QVERIFY(FormFixture::clickAction(form->messageBar(), u"Send Again"_s));
    }
    QTRY_COMPARE(created.count(), 1);
    QCOMPARE(m_server.requests(u"POST"_s, path).size(), arrived ? 1 : 2);
    QCOMPARE(count(), before + 1);
}

void RecordFormsTest::changesStatusOfSeveral()
{
    Session &session = m_fixture->session();
    const Status wanted = session.directory().organization().leadStatuses.at(2);
    QStringList ids;
    QStringList before;
    for (quint32 row = 0; ids.size() < 3 && row < session.leads()->rows(); ++row) {
        const QString status = session.leads()->valueAt(u"status_id"_s, row).toString();
        if (status == wanted.id)
            continue;
        ids.append(session.leads()->idAt(row));
        before.append(status);
    }
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"path"_s, QString(u"/lead/"_s + ids.at(1))}}},
         {u"status"_s, 403},
         {u"times"_s, 1},
         {u"body"_s, QJsonObject{{u"error"_s, u"Not yours."_s}}}}));
    StatusMenu *menu =
        StatusMenu::popupFor(m_fixture->context(), RecordKind::Lead, ids,
                             m_fixture->window().mapToGlobal(QPoint(300, 300)), &m_fixture->window());
    QCOMPARE(menu->actions().size(), session.directory().organization().leadStatuses.size());
    if (const QString folder = qEnvironmentVariable("LEADLINE_PICTURES"); !folder.isEmpty())
        QVERIFY(menu->grab().save(folder + u"/status-menu.png"_s));
    menu->actions().at(2)->trigger();
    menu->close();
    MessageBar *bar = m_fixture->window().messageBar();
    QTRY_VERIFY(!bar->text().isEmpty());
    QVERIFY2(bar->text().contains(u"Not yours."_s), qPrintable(bar->text()));
    const auto statusOf = [&](const QString &id) {
        return session.leads()->valueAt(u"status_id"_s, quint32(session.leads()->rowOf(id))).toString();
    };
    QCOMPARE(statusOf(ids.at(0)), wanted.id);
    QCOMPARE(statusOf(ids.at(1)), before.at(1));
    QCOMPARE(statusOf(ids.at(2)), wanted.id);
    QVERIFY(FormFixture::clickAction(bar, u"Undo"_s));
    QTRY_COMPARE(statusOf(ids.at(0)), before.at(0));
    QTRY_COMPARE(statusOf(ids.at(2)), before.at(2));
    for (const QJsonObject &body : m_fixture->bodies(u"PUT"_s, u"/lead/"_s))
        QCOMPARE(body.keys(), QStringList{u"status_id"_s});
}

/// With LEADLINE_PICTURES set to a folder, pictures of the forms to look at.
void RecordFormsTest::pictures()
{
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    const QString lead = leadWith(m_fixture->session().contacts());
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme->setMode(mode);
        const QString suffix = mode == Theme::Mode::Light ? u"-light.png"_s : u"-dark.png"_s;
        const QList<std::pair<QString, RecordDialog *>> dialogs{
            {u"/new-opportunity"_s,
             new OpportunityForm(m_fixture->context(), OpportunityForm::NewOn{lead}, &m_fixture->window())},
            {u"/edit-contact"_s,
             new ContactForm(m_fixture->context(), m_fixture->session().contacts()->idAt(1),
                             &m_fixture->window())}};
        for (const auto &[name, form] : dialogs) {
            QVERIFY(isOpen(form));
            const QPixmap picture = form->grab();
            QVERIFY(!picture.isNull());
            if (!folder.isEmpty())
                QVERIFY(picture.save(folder + name + suffix));
            form->reject();
        }
    }
    m_theme->setMode(Theme::Mode::Light);
}

LEADLINE_TEST(tst_recordforms, QTEST_MAIN, RecordFormsTest)

} // namespace tst_recordforms

#include "tst_recordforms.moc"

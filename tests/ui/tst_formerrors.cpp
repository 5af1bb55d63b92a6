// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "button.h"
#include "contactform.h"
#include "fieldtext.h"
#include "formfixture.h"
#include "leadform.h"
#include "messagebar.h"
#include "opportunityform.h"
#include "recordform.h"
#include "testprogram.h"

#include <QScrollArea>
#include <QSignalSpy>

namespace tst_formerrors {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// What is wrong with a field, in the program's words on leaving it and in Close's after a 400.
class FormErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();

    void judgesTexts_data();
    void judgesTexts();
    void marksWhatCloseRefuses_data();
    void marksWhatCloseRefuses();
    void marksSeveralAtOnce();
    void checksDates();
    void followsTheStatus();
    void movesToAnotherPipeline();

private:
    template <typename Form>
    Form *opened(Form *form);
    RecordDialog *filled(const QString &kind);
    OpportunityForm *newOpportunity();

    DemoServer m_server;
    std::unique_ptr<FormFixture> m_fixture;
};

namespace {

const QString Refusal = u"Close does not like this."_s;

/// The levels in which Close wraps the errors of nested lists.
QJsonValue nested(const QStringList &path)
{
    if (path.isEmpty())
        return Refusal;
    const QJsonObject inner{{path.first(), nested(path.mid(1))}};
    bool isIndex = false;
    path.first().toInt(&isIndex);
    return QJsonObject{{isIndex ? u"errors"_s : u"field-errors"_s, inner}};
}

QJsonObject fieldErrors(const QString &key)
{
    const bool isCustom = key.startsWith(u"custom."_s);
    const QStringList path = isCustom ? QStringList{key} : key.split(u'.');
    return {{path.first(), nested(path.mid(1))}};
}

} // namespace

void FormErrorsTest::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"30"_s}).isValid(), qPrintable(m_server.errorText()));
    m_fixture = std::make_unique<FormFixture>(m_server);
    QVERIFY(m_fixture->start());
}

void FormErrorsTest::cleanupTestCase()
{
    m_fixture.reset();
}

void FormErrorsTest::cleanup()
{
    for (RecordDialog *dialog : m_fixture->window().findChildren<RecordDialog *>())
        delete dialog;
    QVERIFY(m_server.clearFaults());
    QVERIFY(m_server.clearRequests());
}

template <typename Form>
Form *FormErrorsTest::opened(Form *form)
{
    form->open();
    const bool isOpen = Test::waitFor(
        [form] { return QApplication::activeWindow() == form && form->primaryButton()->isEnabled(); });
    return isOpen ? form : nullptr;
}

OpportunityForm *FormErrorsTest::newOpportunity()
{
    const QString lead = m_fixture->session().contacts()->leadIdAt(0);
    return opened(
        new OpportunityForm(m_fixture->context(), OpportunityForm::NewOn{lead}, &m_fixture->window()));
}

void FormErrorsTest::judgesTexts_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](FieldType type, const QString &text, const QString &problem) {
        QTest::newRow(qPrintable(text.left(40))) << type << text << problem;
    };
    const QString example = u" Example: name@company.com"_s;
    row(FieldType::Emails, u"uta@bergmann"_s, u"This address has no domain ending."_s + example);
    row(FieldType::Emails, u"uta"_s, u"An email address has an @."_s + example);
    row(FieldType::Emails, u"uta b@x.example"_s, u"An email address has no spaces."_s + example);
    row(FieldType::Emails, u"a@b@x.example"_s, u"This is not an email address."_s + example);
    row(FieldType::Emails, QString(250, u'a') + u"@x.example"_s,
        u"An email address has 254 characters at most."_s);
    row(FieldType::Emails, u"uta@bergmann.example"_s, {});
    row(FieldType::Phones, u"call me"_s, u"This is not a phone number. Example: +49 711 555 0142"_s);
    row(FieldType::Phones, QString(22, u'1'), u"This is not a phone number. Example: +49 711 555 0142"_s);
    row(FieldType::Phones, u"+49 711 5550142"_s, {});
    row(FieldType::Link, u"bergmann"_s, u"This web address has no domain ending. Example: company.com"_s);
    row(FieldType::Link, u"ftp://bergmann.example"_s, u"A web address begins with https:// or http://."_s);
    row(FieldType::Link, u"two words.example"_s, u"This is not a web address. Example: company.com"_s);
    row(FieldType::Link, u"x.example/"_s + QString(2048, u'a'),
        u"A web address has 2048 characters at most."_s);
    row(FieldType::Percent, u"101"_s, u"A whole number from 0 to 100."_s);
    row(FieldType::Percent, u"-1"_s, u"A whole number from 0 to 100."_s);
    row(FieldType::Percent, u"50.5"_s, u"A whole number from 0 to 100."_s);
    row(FieldType::Percent, u"100 %"_s, {});
    row(FieldType::Percent, u"0"_s, {});
    row(FieldType::Number, u"12 or so"_s, u"This is not a number. Example: 1,250.5"_s);
    row(FieldType::Number, u"1e300"_s, u"This number is too large."_s);
    row(FieldType::Number, u"9,007,199,254,740,992"_s, u"This number is too large."_s);
    row(FieldType::Number, u"-1,250.5"_s, {});
    row(FieldType::Date, u"soon"_s, u"This is not a day. Examples: 3/2/2026, tomorrow, +2w"_s);
    row(FieldType::Date, u"2/30/2026"_s, u"This is not a day. Examples: 3/2/2026, tomorrow, +2w"_s);
    row(FieldType::Moment, u"tomorrow"_s, u"A day and a time. Example: 3/2/2026 14:30"_s);
    row(FieldType::Money, u"1,200k"_s, u"This amount can be read in two ways. Example: 12,500.50"_s);
    row(FieldType::Money, u"$ 5"_s, u"Amounts here are in EUR."_s);
    row(FieldType::Money, u"1.2k"_s, {});
}

void FormErrorsTest::judgesTexts()
{
    QFETCH(FieldType, type);
    QFETCH(QString, text);
    const FieldText reader(u"EUR"_s, QLocale(QLocale::English), QDate(2026, 3, 2));
    const QString problem = type == FieldType::Emails   ? emailProblem(text)
                            : type == FieldType::Phones ? phoneProblem(text)
                                                        : reader.read({.type = type}, text).problem;
    QTEST(problem, "problem");
}

/// A form of that kind with something in every field that a row below is about.
RecordDialog *FormErrorsTest::filled(const QString &kind)
{
    const QString lead = m_fixture->session().contacts()->leadIdAt(0);
    MainWindow *window = &m_fixture->window();
    const auto type = [](RecordDialog *dialog, const QString &name, const QString &text) {
        FormFixture::type(dialog, name, text);
    };
    if (kind == "opportunity"_L1) {
        OpportunityForm *form = newOpportunity();
        type(form, u"Value"_s, u"1200"_s);
        type(form, u"Note"_s, u"A note"_s);
        return form;
    }
    if (kind == "contact"_L1) {
        auto *form = opened(new ContactForm(m_fixture->context(), ContactForm::NewOn{lead}, window));
        type(form, u"Contact name"_s, u"Uta Bergmann"_s);
        type(form, u"Contact email"_s, u"uta@bergmann.example"_s);
        type(form, u"Web addresses"_s, u"bergmann.example"_s);
        return form;
    }
    auto *form = opened(new LeadForm(m_fixture->context(), window));
    type(form, u"Company name"_s, u"Bergmann Tools"_s);
    FormFixture::clickAction(form, u"Add address"_s);
    type(form, u"Address: City"_s, u"Stuttgart"_s);
    type(form, u"Contact name"_s, u"Uta Bergmann"_s);
    type(form, u"Contact email"_s, u"uta@bergmann.example"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Insert, Qt::AltModifier);
    QTest::keyClicks(form->focusWidget(), u"u@bergmann.example"_s);
    type(form, u"Contact phone"_s, u"+49 711 5550142"_s);
    return form;
}

void FormErrorsTest::marksWhatCloseRefuses_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("focus");
    const auto row = [](const char *kind, const QString &key, const QString &focus) {
        QTest::addRow("%s: %s", kind, qPrintable(key)) << QString::fromLatin1(kind) << key << focus;
    };
    row("lead", u"name"_s, u"Company name"_s);
    row("lead", u"url"_s, u"Website"_s);
    row("lead", u"status"_s, u"Status"_s);
    row("lead", u"status_id"_s, u"Status"_s);
    row("lead", u"description"_s, u"Description"_s);
    row("lead", u"addresses"_s, u"Address: Street"_s);
    row("lead", u"addresses.0.country"_s, u"Address: Country (DE)"_s);
    row("lead", u"custom.Seats"_s, u"Seats"_s);
    row("lead", u"contacts.0.name"_s, u"Contact name"_s);
    row("lead", u"contacts.0.title"_s, u"Contact title"_s);
    row("lead", u"contacts.0.emails.0"_s, u"Contact email"_s);
    row("lead", u"contacts.0.emails.1.email"_s, u"Contact email 2"_s);
    row("lead", u"contacts.0.phones.0.phone"_s, u"Contact phone"_s);
    row("contact", u"name"_s, u"Contact name"_s);
    row("contact", u"lead"_s, u"Lead"_s);
    row("contact", u"lead_id"_s, u"Lead"_s);
    row("contact", u"emails.0"_s, u"Contact email"_s);
    row("contact", u"urls.0.url"_s, u"Web addresses"_s);
    row("contact", u"custom.Profile"_s, u"Profile"_s);
    row("opportunity", u"lead"_s, u"Lead"_s);
    row("opportunity", u"status"_s, u"Status"_s);
    row("opportunity", u"pipeline"_s, u"Pipeline"_s);
    row("opportunity", u"contact"_s, u"Contact"_s);
    row("opportunity", u"contact_id"_s, u"Contact"_s);
    row("opportunity", u"user"_s, u"Owner"_s);
    row("opportunity", u"value"_s, u"Value"_s);
    row("opportunity", u"value_period"_s, u"Period"_s);
    row("opportunity", u"confidence"_s, u"Confidence"_s);
    row("opportunity", u"date_won"_s, u"Expected close"_s);
    row("opportunity", u"note"_s, u"Note"_s);
    row("opportunity", u"custom.Units"_s, u"Units"_s);
}

void FormErrorsTest::marksWhatCloseRefuses()
{
    QFETCH(QString, kind);
    QFETCH(QString, key);
    QFETCH(QString, focus);
    const QString path = u"/%1/"_s.arg(kind);
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, path}}},
         {u"status"_s, 400},
         {u"times"_s, 1},
         {u"body"_s, QJsonObject{{u"errors"_s, QJsonArray()}, {u"field-errors"_s, fieldErrors(key)}}}}));
    RecordDialog *dialog = filled(kind);
    QVERIFY(dialog);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_server.requests(u"POST"_s, path).size(), 1);
    QTRY_VERIFY(!dialog->isSaving());
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->focusWidget()->accessibleName(), focus);
    QCOMPARE(dialog->focusWidget()->property("invalid").toBool(), true);
    // Nothing else is framed, and what was refused can be seen.
    for (const QWidget *each : dialog->findChildren<QWidget *>())
        QVERIFY2(each == dialog->focusWidget() || !each->property("invalid").toBool(),
                 qPrintable(each->accessibleName()));
    const QWidget *port = dialog->findChild<QScrollArea *>()->viewport();
    const auto isSeen = [&] {
        const QWidget *now = dialog->focusWidget();
        return port->rect().contains(QRect(now->mapTo(port, QPoint()), now->size()));
    };
    QTRY_VERIFY(isSeen());
    QVERIFY(dialog->messageBar()->text().isEmpty());

    // Every keystroke is there, and goes the second time.
    QSignalSpy created(dialog, &RecordDialog::created);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    const QList<QJsonObject> bodies = m_fixture->bodies(u"POST"_s, path);
    QCOMPARE(bodies.size(), 2);
    QCOMPARE(bodies.at(1), bodies.at(0));
}

/// The keyboard goes to the first one in the form's order, whatever order Close names them in.
void FormErrorsTest::marksSeveralAtOnce()
{
    QJsonObject errors = fieldErrors(u"contacts.0.emails.1.email"_s);
    errors.insert(u"url"_s, Refusal);
    errors.insert(u"no_such_field"_s, u"Whatever."_s);
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
         {u"status"_s, 400},
         {u"times"_s, 1},
         {u"body"_s, QJsonObject{{u"errors"_s, QJsonArray()}, {u"field-errors"_s, errors}}}}));
    auto *form = qobject_cast<LeadForm *>(filled(u"lead"_s));
    QVERIFY(form);
    form->save(RecordDialog::After::Close);
    QTRY_COMPARE(form->leadForm()->error(u"url"_s), Refusal);
    QCOMPARE(form->contactForms().first()->error(u"emails"_s), Refusal);
    QCOMPARE(form->focusWidget()->accessibleName(), u"Website"_s);
    QVERIFY2(form->messageBar()->text().contains(u"Whatever."_s), qPrintable(form->messageBar()->text()));
    // Mending one takes its mark away and leaves the other.
    FormFixture::type(form, u"Website"_s, u"bergmann.example"_s);
    QCOMPARE(form->leadForm()->error(u"url"_s), QString());
    QCOMPARE(form->contactForms().first()->error(u"emails"_s), Refusal);
}

void FormErrorsTest::checksDates()
{
    OpportunityForm *form = newOpportunity();
    QVERIFY(form);
    FormFixture::type(form, u"Expected close"_s, u"-3d"_s);
    FormFixture::type(form, u"Note"_s, u"x"_s);
    QCOMPARE(form->form()->error(u"date_won"_s),
             u"This day is past. A deal is expected to close today or later."_s);
    // A deal that is won was won on a day that is past.
    QVERIFY(FormFixture::choose(form, u"Status"_s, u"Won"_s));
    QCOMPARE(form->form()->error(u"date_won"_s), QString());
    FormFixture::type(form, u"Won date"_s, u"+2w"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(form->form()->error(u"date_won"_s), u"A deal that is won was not won in the future."_s);
    QVERIFY(m_server.requests(u"POST"_s, u"/opportunity/"_s).isEmpty());
    FormFixture::type(form, u"Won date"_s, u"yesterday"_s);
    QSignalSpy created(form, &RecordDialog::created);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/opportunity/"_s).first().value("date_won"_L1).toString(),
             u"2026-03-01"_s);
}

void FormErrorsTest::followsTheStatus()
{
    OpportunityForm *form = newOpportunity();
    QVERIFY(form);
    QVERIFY(FormFixture::control(form, u"Expected close"_s));
    QVERIFY(FormFixture::choose(form, u"Status"_s, u"Won"_s));
    QVERIFY(FormFixture::control(form, u"Won date"_s));
    QVERIFY(FormFixture::choose(form, u"Status"_s, u"Lost"_s));
    QVERIFY(FormFixture::control(form, u"Close date"_s));
    QVERIFY(FormFixture::choose(form, u"Status"_s, u"Contract"_s));
    QVERIFY(FormFixture::control(form, u"Expected close"_s));
}

void FormErrorsTest::movesToAnotherPipeline()
{
    const QString id = m_fixture->session().opportunities()->idAt(1);
    auto *form = opened(new OpportunityForm(m_fixture->context(), id, &m_fixture->window()));
    QVERIFY(form);
    // Whose it is stands there and cannot be changed.
    const QString lead = FormFixture::textOf(form, u"Lead"_s);
    QCOMPARE(lead, m_fixture->session().opportunities()->valueAt(u"lead_name"_s, 1).toString());
    FormFixture::type(form, u"Lead"_s, u"Other"_s);
    QCOMPARE(FormFixture::textOf(form, u"Lead"_s), lead);

    const bool isSales = FormFixture::textOf(form, u"Pipeline"_s) == "Sales"_L1;
    QVERIFY(FormFixture::choose(form, u"Pipeline"_s, isSales ? u"Renewals"_s : u"Sales"_s));
    QCOMPARE(FormFixture::textOf(form, u"Status"_s), isSales ? u"Upcoming"_s : u"Demo booked"_s);
    QVERIFY(FormFixture::choose(form, u"Status"_s, isSales ? u"In talks"_s : u"Contract"_s));
    const QString status = form->form()->value(u"status_id"_s).toString();
    QSignalSpy saved(form, &RecordDialog::saved);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(m_fixture->bodies(u"PUT"_s, u"/opportunity/"_s),
             (QList<QJsonObject>{{{u"status_id"_s, status}}}));
    const QJsonObject held = m_server.get(u"/opportunity/%1/"_s.arg(id));
    QCOMPARE(held.value("pipeline_name"_L1).toString(), isSales ? u"Renewals"_s : u"Sales"_s);
}

LEADLINE_TEST(tst_formerrors, QTEST_MAIN, FormErrorsTest)

} // namespace tst_formerrors

#include "tst_formerrors.moc"

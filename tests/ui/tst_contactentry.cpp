// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "button.h"
#include "contactform.h"
#include "formfixture.h"
#include "leadform.h"
#include "recordform.h"
#include "testprogram.h"

#include <QClipboard>
#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QTranslator>

namespace tst_contactentry {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// What is pasted and typed into a contact and finds its field by itself.
class ContactEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();

    void pastesSignature();
    void undoesPasteAtOnce();
    void pasteKeepsWhatIsThere();
    void pastesNamesAsText();
    void pastesFromTheMenu();
    void typesByContent();
    void sortsBeforeSaving();
    void addsManyOfEach();
    void wordsOfTypesAreTranslated();

private:
    LeadForm *openNew();
    ContactForm *openContact();
    static void pasteInto(QWidget *dialog, const QString &name, const QString &text);

    DemoServer m_server;
    std::unique_ptr<FormFixture> m_fixture;
};

namespace {

const QString Signature = u"Best regards\n\nUta Bergmann\nManaging Director\nBergmann Tools GmbH\n"
                          "Tel: +49 711 555 0142\nMobil: +49 170 555 9988\nuta@bergmann.example\n"
                          "www.bergmann.example\n"_s;

QJsonObject entry(const QString &key, const QString &text, const QString &type)
{
    return {{key, text}, {u"type"_s, type}};
}

} // namespace

void ContactEntryTest::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"20"_s}).isValid(), qPrintable(m_server.errorText()));
    m_fixture = std::make_unique<FormFixture>(m_server);
    QVERIFY(m_fixture->start());
}

void ContactEntryTest::cleanupTestCase()
{
    m_fixture.reset();
}

void ContactEntryTest::cleanup()
{
    for (RecordDialog *dialog : m_fixture->window().findChildren<RecordDialog *>())
        delete dialog;
    QVERIFY(m_server.clearRequests());
}

LeadForm *ContactEntryTest::openNew()
{
    auto *form = new LeadForm(m_fixture->context(), &m_fixture->window());
    form->open();
    return Test::waitFor([form] { return QApplication::activeWindow() == form; }) ? form : nullptr;
}

ContactForm *ContactEntryTest::openContact()
{
    const QString lead = m_fixture->session().leads()->idAt(4);
    auto *form = new ContactForm(m_fixture->context(), ContactForm::NewOn{lead}, &m_fixture->window());
    form->open();
    return Test::waitFor([form] { return QApplication::activeWindow() == form; }) ? form : nullptr;
}

void ContactEntryTest::pasteInto(QWidget *dialog, const QString &name, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    QWidget *control = FormFixture::control(dialog, name);
    QVERIFY2(control, qPrintable(name));
    control->setFocus();
    QTest::keyClick(control, Qt::Key_V, Qt::ControlModifier);
}

void ContactEntryTest::pastesSignature()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Bergmann Tools"_s);
    pasteInto(form, u"Contact name"_s, Signature);
    QCOMPARE(FormFixture::textOf(form, u"Contact name"_s), u"Uta Bergmann"_s);
    QCOMPARE(FormFixture::textOf(form, u"Contact phone 2"_s), u"+49 170 555 9988"_s);
    QCOMPARE(form->focusWidget()->accessibleName(), u"Contact name"_s);
    QSignalSpy created(form, &RecordDialog::created);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    const QJsonObject contact{
        {u"name"_s, u"Uta Bergmann"_s},
        {u"title"_s, u"Managing Director"_s},
        {u"emails"_s, QJsonArray{entry(u"email"_s, u"uta@bergmann.example"_s, u"office"_s)}},
        {u"phones"_s, QJsonArray{entry(u"phone"_s, u"+49 711 555 0142"_s, u"office"_s),
                                 entry(u"phone"_s, u"+49 170 555 9988"_s, u"mobile"_s)}},
        {u"urls"_s, QJsonArray{entry(u"url"_s, u"https://www.bergmann.example"_s, u"url"_s)}}};
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/lead/"_s).first().value("contacts"_L1), QJsonArray{contact});
}

void ContactEntryTest::undoesPasteAtOnce()
{
    ContactForm *form = openContact();
    QVERIFY(form);
    FormFixture::type(form, u"Contact name"_s, u"Somebody"_s);
    FormFixture::type(form, u"Contact email"_s, u"old@bergmann.example"_s);
    const QVariantMap before = form->form()->values();
    pasteInto(form, u"Contact name"_s, Signature);
    QVERIFY(form->form()->values() != before);
    QTest::keyClick(form->focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(form->form()->values(), before);
    QCOMPARE(FormFixture::textOf(form, u"Contact name"_s), u"Somebody"_s);
    // What was typed since is never taken back with it.
    pasteInto(form, u"Contact name"_s, Signature);
    FormFixture::type(form, u"Contact title"_s, u"Owner"_s);
    QWidget *name = FormFixture::control(form, u"Contact name"_s);
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(FormFixture::textOf(form, u"Contact title"_s), u"Owner"_s);
    QCOMPARE(FormFixture::textOf(form, u"Contact phone"_s), u"+49 711 555 0142"_s);
}

void ContactEntryTest::pasteKeepsWhatIsThere()
{
    ContactForm *form = openContact();
    QVERIFY(form);
    FormFixture::type(form, u"Contact title"_s, u"Owner"_s);
    FormFixture::type(form, u"Contact email"_s, u"UTA@bergmann.example"_s);
    FormFixture::type(form, u"Contact phone"_s, u"+49 30 555 0100"_s);
    pasteInto(form, u"Contact name"_s, Signature);
    QCOMPARE(FormFixture::textOf(form, u"Contact title"_s), u"Owner"_s);
    QCOMPARE(FormFixture::textOf(form, u"Contact email"_s), u"UTA@bergmann.example"_s);
    QVERIFY(!FormFixture::control(form, u"Contact email 2"_s));
    QCOMPARE(FormFixture::textOf(form, u"Contact phone"_s), u"+49 30 555 0100"_s);
    QCOMPARE(FormFixture::textOf(form, u"Contact phone 3"_s), u"+49 170 555 9988"_s);
}

void ContactEntryTest::pastesNamesAsText()
{
    ContactForm *form = openContact();
    QVERIFY(form);
    FormFixture::type(form, u"Contact name"_s, u"Uta "_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_End);
    pasteInto(form, u"Contact name"_s, u"Bergmann"_s);
    QCOMPARE(FormFixture::textOf(form, u"Contact name"_s), u"Uta Bergmann"_s);
    // In other fields a text is a text.
    pasteInto(form, u"Contact title"_s, u"A <a@b.example>"_s);
    QCOMPARE(FormFixture::textOf(form, u"Contact title"_s), u"A <a@b.example>"_s);
    QCOMPARE(FormFixture::textOf(form, u"Contact email"_s), QString());
}

void ContactEntryTest::pastesFromTheMenu()
{
    ContactForm *form = openContact();
    QVERIFY(form);
    QGuiApplication::clipboard()->setText(u"Uta Bergmann <uta@bergmann.example>"_s);
    QWidget *name = FormFixture::control(form, u"Contact name"_s);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), name->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(name, &event);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QAction *action = menu->actions().last();
    QCOMPARE(action->text(), u"Paste as Contact"_s);
    action->trigger();
    menu->close();
    QCOMPARE(FormFixture::textOf(form, u"Contact email"_s), u"uta@bergmann.example"_s);
}

/// A number and an address of the web typed into the box for e-mails go where they belong, hidden or not.
void ContactEntryTest::typesByContent()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    QVERIFY(!FormFixture::control(form, u"Web addresses"_s));
    FormFixture::type(form, u"Contact email"_s, u"+49 711 555 0142"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
    QCOMPARE(FormFixture::textOf(form, u"Contact email"_s), QString());
    QCOMPARE(FormFixture::textOf(form, u"Contact phone"_s), u"+49 711 555 0142"_s);
    FormFixture::type(form, u"Contact email"_s, u"linkedin.com/in/uta"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
    QCOMPARE(FormFixture::textOf(form, u"Web addresses"_s), u"https://linkedin.com/in/uta"_s);
    QCOMPARE(FormFixture::textOf(form, u"Web addresses type"_s), u"linkedin"_s);
    FormFixture::type(form, u"Contact email"_s, u"uta@bergmann"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
    QCOMPARE(FormFixture::textOf(form, u"Contact email"_s), u"uta@bergmann"_s);
    QVERIFY(!form->contactForms().first()->error(u"emails"_s).isEmpty());
    QVERIFY(form->contactForms().first()->error(u"phones"_s).isEmpty());
}

void ContactEntryTest::sortsBeforeSaving()
{
    ContactForm *form = openContact();
    QVERIFY(form);
    FormFixture::type(form, u"Contact phone"_s, u"uta@bergmann.example"_s);
    QSignalSpy created(form, &RecordDialog::created);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    const QJsonObject body = m_fixture->bodies(u"POST"_s, u"/contact/"_s).first();
    QVERIFY(!body.contains(u"phones"_s));
    QCOMPARE(body.value("emails"_L1),
             QJsonValue(QJsonArray{entry(u"email"_s, u"uta@bergmann.example"_s, u"office"_s)}));
}

/// Any number of contacts with any number of entries, in one request.
void ContactEntryTest::addsManyOfEach()
{
    LeadForm *form = openNew();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Many Hands"_s);
    QVERIFY(FormFixture::clickAction(form, u"More fields"_s));
    for (int person = 1; person <= 3; ++person) {
        const QString prefix = person == 1 ? u"Contact "_s : u"Contact %1: "_s.arg(person);
        const auto name = [&](const QString &first, const QString &later) {
            return person == 1 ? first : prefix + later;
        };
        if (person > 1) {
            QVERIFY(FormFixture::clickAction(form, u"Add another contact"_s));
            QTRY_VERIFY(FormFixture::control(form, name(u"Contact name"_s, u"Name"_s)));
        }
        FormFixture::type(form, name(u"Contact name"_s, u"Name"_s), u"Person %1"_s.arg(person));
        FormFixture::type(form, name(u"Contact email"_s, u"Email"_s), u"a%1@x.example"_s.arg(person));
        QTest::keyClick(form->focusWidget(), Qt::Key_Insert, Qt::AltModifier);
        QTest::keyClicks(form->focusWidget(), u"b%1@x.example"_s.arg(person));
        FormFixture::type(form, name(u"Contact phone"_s, u"Phone"_s), u"+43 1 555 010%1"_s.arg(person));
        QTest::keyClick(form->focusWidget(), Qt::Key_Insert, Qt::AltModifier);
        QTest::keyClicks(form->focusWidget(), u"+43 1 555 020%1"_s.arg(person));
        QVERIFY(FormFixture::choose(form, name(u"Contact phone 2"_s, u"Phone 2"_s) + u" type"_s, u"fax"_s));
        FormFixture::type(form, name(u"Web addresses"_s, u"Web addresses"_s), u"x%1.example"_s.arg(person));
    }
    QSignalSpy created(form, &RecordDialog::created);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    QJsonArray people;
    for (int person = 1; person <= 3; ++person) {
        const QString n = QString::number(person);
        people.append(
            QJsonObject{{u"name"_s, QString(u"Person "_s + n)},
                        {u"emails"_s, QJsonArray{entry(u"email"_s, u"a%1@x.example"_s.arg(n), u"office"_s),
                                                 entry(u"email"_s, u"b%1@x.example"_s.arg(n), u"office"_s)}},
                        {u"phones"_s, QJsonArray{entry(u"phone"_s, u"+43 1 555 010%1"_s.arg(n), u"mobile"_s),
                                                 entry(u"phone"_s, u"+43 1 555 020%1"_s.arg(n), u"fax"_s)}},
                        {u"urls"_s, QJsonArray{entry(u"url"_s, u"https://x%1.example"_s.arg(n), u"url"_s)}}});
    }
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/lead/"_s).first().value("contacts"_L1), QJsonValue(people));
}

namespace {

/// Marks what the program has a word of its own for.
class MarkingTranslator : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QByteArrayView(context) == "EntryListEditor" ? u"<%1>"_s.arg(QLatin1StringView(text))
                                                            : QString();
    }
};

} // namespace

/// Close's words for what an entry is are shown in one's own language; names of companies are not.
void ContactEntryTest::wordsOfTypesAreTranslated()
{
    MarkingTranslator translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    ContactForm *form = openContact();
    QVERIFY(form);
    for (const QString &list : {u"Contact email type"_s, u"Contact phone type"_s, u"Web addresses type"_s}) {
        const auto *types = qobject_cast<QComboBox *>(FormFixture::control(form, list));
        QVERIFY2(types && types->count() > 3, qPrintable(list));
        for (int i = 0; i < types->count(); ++i) {
            const QString word = types->itemText(i);
            QVERIFY2(word.startsWith(u'<') || word == "linkedin"_L1 || word == "twitter"_L1,
                     qPrintable(word));
        }
    }
}

LEADLINE_TEST(tst_contactentry, QTEST_MAIN, ContactEntryTest)

} // namespace tst_contactentry

#include "tst_contactentry.moc"

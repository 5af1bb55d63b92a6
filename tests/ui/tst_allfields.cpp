// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "button.h"
#include "contactform.h"
#include "formfixture.h"
#include "leadform.h"
#include "opportunityform.h"
#include "recordform.h"
#include "testprogram.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>

namespace tst_allfields {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

/// What a person enters in a field, and what Close holds then.
struct Entry
{
    QString typed;
    QJsonValue held;
    /// Of several values one alone is taken away as such: what somebody else added meanwhile stays.
    bool isRemoval = false;
};

/// A custom field of the demo's organization, and two values for it.
struct FieldCase
{
    QString kind;
    QString title;
    Entry first;
    Entry second;
};

QJsonValue moment(const QDate &day, const QTime &time)
{
    return QDateTime(day, time).toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz+00:00"_s);
}

QJsonArray several(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

/// Every type of close.com's custom fields on every record that has them. Of several values "typed" are the
/// ones that are switched.
QList<FieldCase> fieldCases()
{
    const QDate day(2026, 4, 5);
    const Entry number{u"1,250.5"_s, 1250.5};
    const Entry whole{u"-3"_s, -3};
    const Entry date{u"4/5/2026"_s, u"2026-04-05"_s};
    const Entry later{u"+2w"_s, u"2026-03-16"_s};
    const Entry meeting{u"4/5/2026 14:30"_s, moment(day, QTime(14, 30))};
    const Entry earlier{u"tomorrow 9:05"_s, moment(QDate(2026, 3, 3), QTime(9, 5))};
    const Entry ana{u"Ana Reyes"_s, u"Ana Reyes"_s};
    const Entry ida{u"Ida Berg"_s, u"Ida Berg"_s};
    const Entry uta{u"Uta Kern"_s, u"Uta Kern"_s};
    const Entry bo{u"Bo Lind"_s, u"Bo Lind"_s};
    const Entry users{u"Ana Reyes|Ida Berg"_s, several({u"Ana Reyes"_s, u"Ida Berg"_s})};
    const Entry otherUsers{u"Ana Reyes|Wen Wei"_s, several({u"Ida Berg"_s, u"Wen Wei"_s})};
    const Entry people{u"Uta Kern|Bo Lind"_s, several({u"Uta Kern"_s, u"Bo Lind"_s})};
    const Entry otherPeople{u"Bo Lind"_s, several({u"Uta Kern"_s}), true};
    const Entry lines{u"Two\nlines"_s, u"Two\nlines"_s};
    const Entry line{u"One"_s, u"One"_s};
    return {
        {u"lead"_s, u"Industry"_s, {u"Energy"_s, u"Energy"_s}, {u"Optics & Lab"_s, u"Optics & Lab"_s}},
        {u"lead"_s, u"Seats"_s, number, whole},
        {u"lead"_s, u"Renewal date"_s, date, later},
        {u"lead"_s, u"Source"_s, {u"A \"fair\""_s, u"A \"fair\""_s}, {u"12345"_s, u"12345"_s}},
        {u"lead"_s,
         u"Tags"_s,
         {u"Priority|Partner"_s, several({u"Priority"_s, u"Partner"_s})},
         {u"Priority|Expansion"_s, several({u"Partner"_s, u"Expansion"_s})}},
        {u"lead"_s, u"Next demo"_s, meeting, earlier},
        {u"lead"_s, u"Main contact"_s, uta, bo},
        {u"lead"_s, u"Site contacts"_s, people, otherPeople},
        {u"lead"_s, u"Account owner"_s, ana, ida},
        {u"lead"_s, u"Team"_s, users, otherUsers},
        {u"lead"_s, u"Internal notes"_s, lines, line},
        {u"contact"_s,
         u"Buying role"_s,
         {u"Champion|User"_s, several({u"Champion"_s, u"User"_s})},
         {u"Champion"_s, several({u"User"_s}), true}},
        {u"contact"_s, u"Language"_s, {u"Deutsch"_s, u"Deutsch"_s}, {u"日本語"_s, u"日本語"_s}},
        {u"contact"_s, u"Years in role"_s, number, whole},
        {u"contact"_s, u"Known since"_s, date, later},
        {u"contact"_s, u"Profile"_s, {u"https://uta.example"_s, u"https://uta.example"_s}, line},
        {u"contact"_s, u"Next meeting"_s, meeting, earlier},
        {u"contact"_s, u"Reports to"_s, uta, bo},
        {u"contact"_s, u"Works with"_s, people, otherPeople},
        {u"contact"_s, u"Looked after by"_s, ana, ida},
        {u"contact"_s, u"Team"_s, users, otherUsers},
        {u"contact"_s, u"Internal notes"_s, lines, line},
        {u"opportunity"_s, u"Contract link"_s, {u"http://c.example"_s, u"http://c.example"_s}, line},
        {u"opportunity"_s,
         u"Competitors"_s,
         {u"In-house|Optera"_s, several({u"In-house"_s, u"Optera"_s})},
         {u"Optera"_s, several({u"In-house"_s}), true}},
        {u"opportunity"_s, u"Loss reason"_s, {u"Price"_s, u"Price"_s}, {u"Timing"_s, u"Timing"_s}},
        {u"opportunity"_s, u"Units"_s, number, whole},
        {u"opportunity"_s, u"Trial start"_s, date, later},
        {u"opportunity"_s, u"Decision call"_s, meeting, earlier},
        {u"opportunity"_s, u"Champion"_s, uta, bo},
        {u"opportunity"_s, u"Stakeholders"_s, people, otherPeople},
        {u"opportunity"_s, u"Account owner"_s, ana, ida},
        {u"opportunity"_s, u"Team"_s, users, otherUsers},
        {u"opportunity"_s, u"Internal notes"_s, lines, line},
    };
}

} // namespace

/// Every type of custom field on leads, contacts and opportunities through the real forms: set, changed,
/// cleared, and what Close was sent.
class AllFieldsTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();

    void coversEveryType();
    void setsChangesAndClears_data();
    void setsChangesAndClears();
    void createsWithEveryField_data();
    void createsWithEveryField();
    void keepsSchemaOrder();
    void showsWhatCannotBeEdited();
    void neverShowsHiddenFields();
    void asksForRequiredFields();
    void tellsWhatAFieldIsFor();
    void opensLinks();

private:
    struct Opened
    {
        RecordDialog *dialog = nullptr;
        RecordForm *form = nullptr;
    };

    Opened openEdit(const QString &kind);
    Opened openNew(const QString &kind);
    bool isReady(RecordDialog *dialog) const;
    const FieldList &fieldsOf(const QString &kind) const;
    const Field *field(const QString &kind, const QString &title) const;
    void enter(RecordDialog *dialog, const Field &field, const QString &typed);
    void toggle(RecordDialog *dialog, const Field &field, const QStringList &texts);
    QJsonValue resolved(const Field &field, const QJsonValue &named) const;
    void saveAndCompare(const Opened &opened, const QString &kind, const QJsonObject &body);

    DemoServer m_server;
    QMap<QString, QString> m_ids; ///< of "lead", "contact", "opportunity", of people and users by name
    QList<QUrl> m_opened;
    std::unique_ptr<FormFixture> m_fixture;
};

void AllFieldsTest::initTestCase()
{
    QVERIFY2(m_server.start({u"--leads"_s, u"20"_s}).isValid(), qPrintable(m_server.errorText()));
    const auto create = [&](const QString &path, const QJsonObject &body) {
        return m_server.exchange("POST", path, body).object().value("id"_L1).toString();
    };
    const QString lead = create(u"/lead/"_s, {{u"name"_s, u"Kern Instruments"_s}});
    m_ids.insert(u"lead"_s, lead);
    for (const QString &name : {u"Uta Kern"_s, u"Bo Lind"_s, u"Eva Roth"_s})
        m_ids.insert(name, create(u"/contact/"_s, {{u"lead_id"_s, lead}, {u"name"_s, name}}));
    m_ids.insert(u"contact"_s, m_ids.value(u"Eva Roth"_s));
    m_ids.insert(u"opportunity"_s, create(u"/opportunity/"_s, {{u"lead_id"_s, lead}, {u"value"_s, 5000}}));
    for (const QJsonValue &each :
         m_server.get(u"/custom_field_schema/lead/"_s).value("fields"_L1).toArray()) {
        if (each["name"_L1].toString() == "Seats"_L1)
            QCOMPARE(m_server
                         .exchange("PUT", u"/custom_field/lead/%1/"_s.arg(each["id"_L1].toString()),
                                   {{u"description"_s, u"Licensed, not used ones."_s}})
                         .status,
                     200);
    }
    m_fixture = std::make_unique<FormFixture>(m_server);
    QVERIFY(m_fixture->start());
    for (const User &user : m_fixture->session().directory().organization().users)
        m_ids.insert(user.name(), user.id);
}

void AllFieldsTest::cleanupTestCase()
{
    m_fixture.reset();
}

void AllFieldsTest::cleanup()
{
    for (RecordDialog *dialog : m_fixture->window().findChildren<RecordDialog *>())
        delete dialog;
}

bool AllFieldsTest::isReady(RecordDialog *dialog) const
{
    dialog->open();
    return Test::waitFor(
        [dialog] { return QApplication::activeWindow() == dialog && dialog->primaryButton()->isEnabled(); });
}

AllFieldsTest::Opened AllFieldsTest::openEdit(const QString &kind)
{
    const QString id = m_ids.value(kind);
    MainWindow *window = &m_fixture->window();
    Opened opened;
    if (kind == "lead"_L1) {
        auto *dialog = new LeadForm(m_fixture->context(), id, window);
        opened = {dialog, dialog->leadForm()};
    } else if (kind == "contact"_L1) {
        auto *dialog = new ContactForm(m_fixture->context(), id, window);
        opened = {dialog, dialog->form()};
    } else {
        auto *dialog = new OpportunityForm(m_fixture->context(), id, window);
        opened = {dialog, dialog->form()};
    }
    return isReady(opened.dialog) ? opened : Opened{};
}

AllFieldsTest::Opened AllFieldsTest::openNew(const QString &kind)
{
    const QString lead = m_ids.value(u"lead"_s);
    MainWindow *window = &m_fixture->window();
    Opened opened;
    if (kind == "lead"_L1) {
        auto *dialog = new LeadForm(m_fixture->context(), window);
        opened = {dialog, dialog->leadForm()};
    } else if (kind == "contact"_L1) {
        auto *dialog = new ContactForm(m_fixture->context(), ContactForm::NewOn{lead}, window);
        opened = {dialog, dialog->form()};
    } else {
        auto *dialog = new OpportunityForm(m_fixture->context(), OpportunityForm::NewOn{lead}, window);
        opened = {dialog, dialog->form()};
    }
    return isReady(opened.dialog) ? opened : Opened{};
}

const FieldList &AllFieldsTest::fieldsOf(const QString &kind) const
{
    const SchemaPointer schema = m_fixture->session().schema();
    return kind == "lead"_L1      ? schema->leads.list()
           : kind == "contact"_L1 ? schema->contacts.list()
                                  : schema->opportunities.list();
}

const Field *AllFieldsTest::field(const QString &kind, const QString &title) const
{
    for (const Field &each : fieldsOf(kind)) {
        if (each.flags.testFlag(FieldFlag::Custom) && each.title == title)
            return &each;
    }
    return nullptr;
}

/// Switches entries of a list of several, as a person does in its menu.
void AllFieldsTest::toggle(RecordDialog *dialog, const Field &field, const QStringList &texts)
{
    QWidget *box = FormFixture::control(dialog, field.accessibleName());
    QVERIFY2(box, qPrintable(field.title));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    for (const QString &text : texts) {
        const QList<QAction *> actions = menu->actions();
        const auto found = std::find_if(actions.begin(), actions.end(),
                                        [&](const QAction *action) { return action->text() == text; });
        QVERIFY2(found != actions.end(), qPrintable(text));
        menu->setActiveAction(*found);
        QTest::keyClick(menu, Qt::Key_Space);
    }
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    // No window manager offscreen gives the window below a menu its keyboard back.
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget *>(dialog));
}

void AllFieldsTest::enter(RecordDialog *dialog, const Field &field, const QString &typed)
{
    switch (field.type) {
    case FieldType::Choices:
    case FieldType::Users:
    case FieldType::Contacts:
        toggle(dialog, field, typed.split(u'|'));
        return;
    case FieldType::Choice:
    case FieldType::User:
    case FieldType::Contact:
        QVERIFY2(FormFixture::choose(dialog, field.accessibleName(), typed), qPrintable(typed));
        return;
    default:
        break;
    }
    QWidget *control = FormFixture::control(dialog, field.accessibleName());
    QVERIFY2(control, qPrintable(field.title));
    control->setFocus();
    QTest::keyClick(control, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(control, Qt::Key_Delete);
    for (const QChar c : typed) {
        if (c == u'\n')
            QTest::keyClick(control, Qt::Key_Return);
        else
            QTest::keyClick(control, c.toLatin1());
    }
}

/// The ids behind the names of people and users.
QJsonValue AllFieldsTest::resolved(const Field &field, const QJsonValue &named) const
{
    switch (field.type) {
    case FieldType::User:
    case FieldType::Contact:
        return m_ids.value(named.toString());
    case FieldType::Users:
    case FieldType::Contacts: {
        QJsonArray ids;
        for (const QJsonValue &name : named.toArray())
            ids.append(m_ids.value(name.toString()));
        return ids;
    }
    default:
        return named;
    }
}

void AllFieldsTest::saveAndCompare(const Opened &opened, const QString &kind, const QJsonObject &body)
{
    QVERIFY(m_server.clearRequests());
    QSignalSpy saved(opened.dialog, &RecordDialog::saved);
    QTest::keyClick(opened.dialog->focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(saved.count(), 1);
    const QString path = u"/%1/"_s.arg(kind);
    QCOMPARE(m_fixture->bodies(u"PUT"_s, path), QList<QJsonObject>{body});
    const QJsonObject held = m_server.get(path + m_ids.value(kind) + u'/');
    for (auto value = body.begin(); value != body.end(); ++value) {
        if (value.key().endsWith(".remove"_L1))
            QVERIFY(!held.value(value.key().chopped(7)).toArray().contains(*value));
        else if (value->isNull())
            QVERIFY2(!held.contains(value.key()), qPrintable(value.key()));
        else if (value->isString() && value->toString().endsWith("+00:00"_L1))
            QCOMPARE(QDateTime::fromString(held.value(value.key()).toString(), Qt::ISODateWithMs),
                     QDateTime::fromString(value->toString(), Qt::ISODateWithMs));
        else
            QCOMPARE(held.value(value.key()), *value);
    }
}

/// The demo has every type on every record, and the table above has them all.
void AllFieldsTest::coversEveryType()
{
    QSet<QString> covered;
    for (const FieldCase &each : fieldCases())
        covered.insert(each.kind + each.title);
    for (const QString &kind : {u"lead"_s, u"contact"_s, u"opportunity"_s}) {
        QSet<FieldType> types;
        for (const Field &each : fieldsOf(kind)) {
            if (!each.flags.testFlag(FieldFlag::Custom))
                continue;
            types.insert(each.type);
            if (each.flags.testFlag(FieldFlag::Editable))
                QVERIFY2(covered.contains(kind + each.title), qPrintable(kind + each.title));
        }
        const QSet<FieldType> all{FieldType::Text,    FieldType::LongText, FieldType::Number,
                                  FieldType::Date,    FieldType::Moment,   FieldType::Choice,
                                  FieldType::Choices, FieldType::User,     FieldType::Users,
                                  FieldType::Contact, FieldType::Contacts, FieldType::CustomObject,
                                  FieldType::Hidden};
        QCOMPARE(types, all);
    }
}

void AllFieldsTest::setsChangesAndClears_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("title");
    for (const FieldCase &each : fieldCases())
        QTest::addRow("%s: %s", qPrintable(each.kind), qPrintable(each.title)) << each.kind << each.title;
}

void AllFieldsTest::setsChangesAndClears()
{
    QFETCH(QString, kind);
    QFETCH(QString, title);
    const QList<FieldCase> cases = fieldCases();
    const FieldCase &one = *std::find_if(cases.begin(), cases.end(), [&](const FieldCase &each) {
        return each.kind == kind && each.title == title;
    });
    const Field *own = field(kind, title);
    QVERIFY(own);
    const Opened opened = openEdit(kind);
    QVERIFY(opened.dialog);
    QCOMPARE(opened.form->dirtyKeys(), QStringList());

    enter(opened.dialog, *own, one.first.typed);
    saveAndCompare(opened, kind, {{own->key, resolved(*own, one.first.held)}});
    QCOMPARE(opened.form->dirtyKeys(), QStringList());
    enter(opened.dialog, *own, one.second.typed);
    if (one.second.isRemoval) {
        const QString gone = m_ids.value(one.second.typed, one.second.typed);
        saveAndCompare(opened, kind, {{own->key + u".remove"_s, gone}});
    } else {
        saveAndCompare(opened, kind, {{own->key, resolved(*own, one.second.held)}});
    }

    // Of several, what is still chosen is switched off.
    const QString left =
        one.second.held.isArray() ? one.second.held.toVariant().toStringList().join(u'|') : QString();
    enter(opened.dialog, *own, left);
    saveAndCompare(opened, kind, {{own->key, QJsonValue::Null}});

    QVERIFY(m_server.clearRequests());
    QTest::keyClick(opened.dialog->focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!opened.dialog->isSaving());
    QVERIFY(m_server.requests(u"PUT"_s, u"/"_s).isEmpty());
}

void AllFieldsTest::createsWithEveryField_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"lead", "contact", "opportunity"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void AllFieldsTest::createsWithEveryField()
{
    QFETCH(QString, kind);
    const Opened opened = openNew(kind);
    QVERIFY(opened.dialog);
    QJsonObject expected;
    if (kind == "lead"_L1) {
        FormFixture::type(opened.dialog, u"Company name"_s, u"All Fields"_s);
        expected = {{u"name"_s, u"All Fields"_s},
                    {u"status_id"_s, opened.form->value(u"status_id"_s).toString()}};
        QVERIFY(FormFixture::clickAction(opened.dialog, u"More fields"_s));
    } else {
        expected = {{u"lead_id"_s, m_ids.value(u"lead"_s)}};
    }
    if (kind == "opportunity"_L1) {
        expected.insert(u"status_id"_s, opened.form->value(u"status_id"_s).toString());
        expected.insert(u"user_id"_s, m_ids.value(u"Ana Reyes"_s));
    }
    for (const FieldCase &each : fieldCases()) {
        const Field *own = field(kind, each.title);
        if (each.kind != kind || !own->flags.testFlag(FieldFlag::Creatable))
            continue;
        enter(opened.dialog, *own, each.first.typed);
        expected.insert(own->key, resolved(*own, each.first.held));
    }
    QVERIFY(expected.size() >= 10);
    QVERIFY(m_server.clearRequests());
    QSignalSpy created(opened.dialog, &RecordDialog::created);
    QTest::keyClick(opened.dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/%1/"_s.arg(kind)), QList<QJsonObject>{expected});
}

/// Close's order, own fields and shared ones.
void AllFieldsTest::keepsSchemaOrder()
{
    for (const QString &kind : {u"lead"_s, u"contact"_s, u"opportunity"_s}) {
        const Opened opened = openEdit(kind);
        QVERIFY(opened.dialog);
        const QJsonArray schema =
            m_server.get(u"/custom_field_schema/%1/"_s.arg(kind)).value("fields"_L1).toArray();
        int above = -1;
        int shown = 0;
        for (const QJsonValue &each : schema) {
            QWidget *control = FormFixture::control(opened.dialog, each["name"_L1].toString());
            if (!control)
                continue;
            const int y = control->mapTo(opened.form, QPoint()).y();
            QVERIFY2(y > above, qPrintable(each["name"_L1].toString()));
            above = y;
            ++shown;
        }
        QVERIFY(shown >= 12);
        delete opened.dialog;
    }
}

void AllFieldsTest::showsWhatCannotBeEdited()
{
    const Field *number = field(u"lead"_s, u"Customer number"_s);
    const Field *devices = field(u"lead"_s, u"Devices"_s);
    QVERIFY(!number->flags.testFlag(FieldFlag::Editable));
    const QString path = u"/lead/"_s + m_ids.value(u"lead"_s) + u'/';
    QCOMPARE(m_server
                 .exchange("PUT", path,
                           {{number->key, u"C-7"_s}, {devices->key, QJsonArray{u"coobj_1"_s, u"coobj_2"_s}}})
                 .status,
             200);
    const Opened opened = openEdit(u"lead"_s);
    QVERIFY(opened.dialog);
    QTRY_COMPARE(FormFixture::textOf(opened.dialog, u"Customer number"_s), u"C-7"_s);
    QCOMPARE(FormFixture::textOf(opened.dialog, u"Devices"_s), u"coobj_1, coobj_2"_s);
    for (const QString &name : {u"Customer number"_s, u"Devices"_s}) {
        FormFixture::type(opened.dialog, name, u"mine"_s);
        QVERIFY(!FormFixture::textOf(opened.dialog, name).contains(u"mine"_s));
        QVERIFY(!FormFixture::control(opened.dialog, name)->accessibleDescription().isEmpty());
        QVERIFY(FormFixture::control(opened.dialog, name)->property("locked").toBool());
    }
    // Nor after a save, which takes the lock off what can be edited.
    FormFixture::type(opened.dialog, u"Source"_s, u"Fair"_s);
    saveAndCompare(opened, u"lead"_s, {{field(u"lead"_s, u"Source"_s)->key, u"Fair"_s}});
    FormFixture::type(opened.dialog, u"Customer number"_s, u"mine"_s);
    QCOMPARE(FormFixture::textOf(opened.dialog, u"Customer number"_s), u"C-7"_s);
    QCOMPARE(opened.form->dirtyKeys(), QStringList());
    // A new record has nothing to show there.
    const Opened fresh = openNew(u"lead"_s);
    QVERIFY(fresh.form);
    QVERIFY(!fresh.form->has(number->key));
    QVERIFY(!fresh.form->has(devices->key));
}

void AllFieldsTest::neverShowsHiddenFields()
{
    for (const QString &kind : {u"lead"_s, u"contact"_s, u"opportunity"_s}) {
        const QString title = kind == "lead"_L1 ? u"Import ID"_s : u"Legacy key"_s;
        QCOMPARE(field(kind, title)->type, FieldType::Hidden);
        for (const Opened &opened : {openEdit(kind), openNew(kind)}) {
            QVERIFY(opened.form && !opened.form->has(field(kind, title)->key));
            delete opened.dialog;
        }
    }
}

void AllFieldsTest::asksForRequiredFields()
{
    const QString id = m_server
                           .exchange("POST", u"/custom_field/shared/"_s,
                                     {{u"name"_s, u"Budget year"_s}, {u"type"_s, u"number"_s}})
                           .object()
                           .value("id"_L1)
                           .toString();
    for (const QString &kind : {u"lead"_s, u"opportunity"_s})
        QCOMPARE(m_server
                     .exchange("POST", u"/custom_field/shared/%1/association/"_s.arg(id),
                               {{u"object_type"_s, kind}, {u"required"_s, kind == "lead"_L1}})
                     .status,
                 201);
    m_fixture = std::make_unique<FormFixture>(m_server);
    QVERIFY(m_fixture->start());
    const QString key = u"custom."_s + id;
    QVERIFY(!field(u"opportunity"_s, u"Budget year"_s)->flags.testFlag(FieldFlag::Required));

    Opened opened = openNew(u"lead"_s);
    QVERIFY(opened.dialog);
    FormFixture::type(opened.dialog, u"Company name"_s, u"Needs a year"_s);
    QTest::keyClick(opened.dialog->focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(opened.form->error(key), u"Budget year is missing."_s);
    QCOMPARE(opened.dialog->focusWidget()->accessibleName(), u"Budget year"_s);
    QVERIFY(m_server.requests(u"POST"_s, u"/lead/"_s).isEmpty());
    QSignalSpy created(opened.dialog, &RecordDialog::created);
    FormFixture::type(opened.dialog, u"Budget year"_s, u"2026"_s);
    QTest::keyClick(opened.dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(created.count(), 1);
    QCOMPARE(m_fixture->bodies(u"POST"_s, u"/lead/"_s).first().value(key).toDouble(), 2026.0);

    // Nor can it be emptied.
    opened = openEdit(u"lead"_s);
    QVERIFY(opened.dialog);
    QTest::keyClick(opened.dialog->focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(opened.form->error(key), u"Budget year is missing."_s);
}

/// What the organization says of a field is told by pointing at it and to a screen reader, and gives way to
/// what is wrong with it.
void AllFieldsTest::tellsWhatAFieldIsFor()
{
    const Opened opened = openEdit(u"lead"_s);
    QVERIFY(opened.dialog);
    QWidget *seats = FormFixture::control(opened.dialog, u"Seats"_s);
    QVERIFY(seats);
    QCOMPARE(seats->accessibleDescription(), u"Licensed, not used ones."_s);
    const FieldEditor *editor = opened.form->editor(field(u"lead"_s, u"Seats"_s)->key);
    QVERIFY2(editor->toolTip().contains(u"Licensed, not used ones."_s), qPrintable(editor->toolTip()));
    FormFixture::type(opened.dialog, u"Seats"_s, u"many"_s);
    FormFixture::control(opened.dialog, u"Source"_s)->setFocus();
    QVERIFY(seats->accessibleDescription().startsWith(u"This is not a number."_s));
    FormFixture::type(opened.dialog, u"Seats"_s, u"7"_s);
    QCOMPARE(seats->accessibleDescription(), u"Licensed, not used ones."_s);
}

void AllFieldsTest::opensLinks()
{
    const QString path = u"/contact/"_s + m_ids.value(u"contact"_s) + u'/';
    const QString key = field(u"contact"_s, u"Profile"_s)->key;
    QCOMPARE(m_server.exchange("PUT", path, {{key, u"https://uta.example/me"_s}}).status, 200);
    const Opened opened = openEdit(u"contact"_s);
    QVERIFY(opened.dialog);
    QTRY_COMPARE(FormFixture::textOf(opened.dialog, u"Profile"_s), u"https://uta.example/me"_s);
    QWidget *edit = FormFixture::control(opened.dialog, u"Profile"_s);
    QDesktopServices::setUrlHandler(u"https"_s, this, "openUrl");
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://uta.example/me"_s)});
    // What is no web address offers nothing.
    FormFixture::type(opened.dialog, u"Profile"_s, u"ask Uta"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(m_opened.size(), 1);
    QDesktopServices::unsetUrlHandler(u"https"_s);
}

LEADLINE_TEST(tst_allfields, QTEST_MAIN, AllFieldsTest)

} // namespace tst_allfields

#include "tst_allfields.moc"

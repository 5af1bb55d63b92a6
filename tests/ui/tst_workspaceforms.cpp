// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "button.h"
#include "contactform.h"
#include "duplicatepanel.h"
#include "formfixture.h"
#include "formopener.h"
#include "leadform.h"
#include "mergedialog.h"
#include "opportunityform.h"
#include "statusmenu.h"
#include "tcpproxy.h"
#include "testprogram.h"
#include "theme.h"
#include "workspacefixture.h"

#include <QAccessible>
#include <QTemporaryDir>

namespace tst_workspaceforms {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

using F = WorkspaceFixture;

/// Changing what is there, in the real window against the real demo server; and what the window says when
/// nothing can be changed or reached.
class WorkspaceFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void newLeadStandsSelected();
    void newLeadAfterNewLead();
    void newLeadInSpiteOfAnother();
    void newContactByKey();
    void newLeadIsShownInSpiteOfFilters();
    void editLeadSendsWhatChanged();
    void statusByKey();
    void newOpportunityStandsSelected();
    void dialogClosedMidSave();
    void workspaceEndsUnderAForm();
    void fewRights();
    void readOnly();
    void offlineAndBack();
    void names();
    void namesInForms();

private:
    bool start(const std::shared_ptr<Session> &session);
    template <typename Form>
    Form *openForm() const;
    QList<QJsonObject> bodies(const QString &method, const QString &path) const;
    RecordListPage *leads() const { return m_f->leads(); }

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceFixture> m_f;
};

namespace {

/// "role name" of all that a screen reader meets below \a interface, the cells of tables aside.
void collectNames(QAccessibleInterface *interface, QSet<std::pair<QAccessible::Role, QString>> &names)
{
    for (int i = 0; i < interface->childCount(); ++i) {
        QAccessibleInterface *child = interface->child(i);
        if (!child || child->state().invisible)
            continue;
        names.insert({child->role(), child->text(QAccessible::Name)});
        if (child->role() != QAccessible::Table)
            collectNames(child, names);
    }
}

QSet<std::pair<QAccessible::Role, QString>> namesIn(QWidget *window)
{
    QSet<std::pair<QAccessible::Role, QString>> names;
    collectNames(QAccessible::queryAccessibleInterface(window), names);
    return names;
}

#define VERIFY_NAMED(names, role, text)                                                                      \
    QVERIFY2((names).contains({QAccessible::role, QString::fromUtf8(text)}), #role " named " text)

} // namespace

void WorkspaceFormsTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    auto *theme = new Theme(qApp, this);
    theme->setMode(Theme::Mode::Light);
    theme->apply();
    QVERIFY2(m_server.start({u"--leads"_s, u"60"_s}).isValid(), qPrintable(m_server.errorText()));
}

void WorkspaceFormsTest::init()
{
    QVERIFY(m_server.reset());
    QVERIFY(m_server.configure({{u"latency_ms"_s, 0}}));
    m_folder = std::make_unique<QTemporaryDir>();
}

void WorkspaceFormsTest::cleanup()
{
    m_f.reset();
}

bool WorkspaceFormsTest::start(const std::shared_ptr<Session> &session)
{
    if (!session)
        return false;
    m_f = std::make_unique<WorkspaceFixture>(session, m_folder->filePath(u"settings.ini"_s));
    return m_f->open() && m_server.clearRequests();
}

/// The form that is open, once it can be written in.
template <typename Form>
Form *WorkspaceFormsTest::openForm() const
{
    Form *form = nullptr;
    const bool open = waitFor([&] {
        form = m_f->window.findChild<Form *>();
        return form && QApplication::activeWindow() == form && form->primaryButton()->isEnabled();
    });
    return open ? form : nullptr;
}

QList<QJsonObject> WorkspaceFormsTest::bodies(const QString &method, const QString &path) const
{
    QList<QJsonObject> list;
    for (const QJsonValue &request : m_server.requests(method, path))
        list.append(request["body"_L1].toObject());
    return list;
}

void WorkspaceFormsTest::newLeadStandsSelected()
{
    QVERIFY(start(signedIn(m_server)));
    QVERIFY(F::press(m_f->window.toolbar(), u"New Lead"_s));
    auto *form = openForm<LeadForm>();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Zephyr Works"_s);
    FormFixture::type(form, u"Contact name"_s, u"Ada Wind"_s);
    QVERIFY(F::press(form, u"Create Lead"_s));
    QTRY_COMPARE_WITH_TIMEOUT(F::cell(leads(), 0, u"shown_name"_s), u"Zephyr Works"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(leads()->currentId(), leads()->model()->idAt(0), Patience);
    QCOMPARE(leads()->selectedIds(), QStringList{leads()->currentId()});
    QCOMPARE(leads()->countText(), u"61 of 61 leads, 1 selected"_s);
    QCOMPARE(bodies(u"POST"_s, u"/lead/"_s).size(), 1);
    QTRY_VERIFY(m_f->window.findChildren<LeadForm *>().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_f->workspace->pane()->lead().name, u"Zephyr Works"_s, Patience);
}

/// Saved and begun anew with one key, as often as one likes.
void WorkspaceFormsTest::newLeadAfterNewLead()
{
    QVERIFY(start(signedIn(m_server)));
    QTest::keyClick(&m_f->window, Qt::Key_N, Qt::ControlModifier);
    for (const QString &name : {u"Zephyr One"_s, u"Zephyr Two"_s}) {
        auto *form = openForm<LeadForm>();
        QVERIFY(form);
        QCOMPARE(FormFixture::textOf(form, u"Company name"_s), QString());
        FormFixture::type(form, u"Company name"_s, name);
        QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
        const QPointer<LeadForm> first(form);
        QTRY_VERIFY_WITH_TIMEOUT(!first, Patience);
    }
    QCOMPARE(bodies(u"POST"_s, u"/lead/"_s).size(), 2);
    QVERIFY(openForm<LeadForm>());
}

/// Made although it is there already: merging is one press away, while Close can be asked.
void WorkspaceFormsTest::newLeadInSpiteOfAnother()
{
    QVERIFY(start(signedIn(m_server)));
    const QString known = leads()->model()->idAt(3);
    const QString name = m_f->session().nameOf(RecordKind::Lead, known);
    MessageBar *bar = m_f->window.messageBar();
    const auto make = [&](const QString &called) {
        m_f->workspace->forms()->newLead();
        QPointer<LeadForm> form = openForm<LeadForm>();
        if (!form)
            return false;
        FormFixture::type(form, u"Company name"_s, called);
        if (called == name && !waitFor([&] { return form->findChild<DuplicatePanel *>() != nullptr; }))
            return false;
        QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        return waitFor([&] { return !form && bar->text() == u"“%1” was created."_s.arg(called); }, Patience);
    };
    QVERIFY(make(u"Zephyr Works"_s));
    QCOMPARE(FormFixture::actionsOf(bar), QStringList{u"Undo"_s});
    QVERIFY(make(name));
    const QString made = leads()->currentId();
    QVERIFY(made != known);
    QCOMPARE(FormFixture::actionsOf(bar), (QStringList{u"Undo"_s, u"Merge with “%1”…"_s.arg(name)}));
    QVERIFY(FormFixture::clickAction(bar, FormFixture::actionsOf(bar).last()));
    QPointer<MergeDialog> dialog;
    QTRY_VERIFY((dialog = m_f->window.findChild<MergeDialog *>()) != nullptr);
    QCOMPARE(dialog->destination(), known);
    QTRY_VERIFY(dialog->primaryButton()->isEnabled());
    dialog->primaryButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
    QCOMPARE(bodies(u"POST"_s, u"/lead/merge/"_s),
             (QList<QJsonObject>{{{u"source"_s, made}, {u"destination"_s, known}}}));
}

/// On the lead that is selected.
void WorkspaceFormsTest::newContactByKey()
{
    QVERIFY(start(signedIn(m_server)));
    QVERIFY(leads()->select(leads()->model()->idAt(2)));
    const QString lead = leads()->currentId();
    QTest::keyClick(&m_f->window, Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
    auto *form = openForm<ContactForm>();
    QVERIFY(form);
    FormFixture::type(form, u"Contact name"_s, u"Ada Wind"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(bodies(u"POST"_s, u"/contact/"_s).size(), 1, Patience);
    QCOMPARE(bodies(u"POST"_s, u"/contact/"_s),
             (QList<QJsonObject>{{{u"lead_id"_s, lead}, {u"name"_s, u"Ada Wind"_s}}}));
}

void WorkspaceFormsTest::newLeadIsShownInSpiteOfFilters()
{
    QVERIFY(start(signedIn(m_server)));
    Filter filter{.key = u"shown_name"_s, .op = FilterOperator::Contains};
    filter.text = u"nothing has this name"_s;
    leads()->model()->setFilters({filter});
    m_f->search()->setFocus();
    QTest::keyClicks(m_f->search(), u"qqq"_s);
    QCOMPARE(leads()->model()->rowCount(), 0);
    QTest::keyClick(&m_f->window, Qt::Key_N, Qt::ControlModifier);
    auto *form = openForm<LeadForm>();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Zephyr Works"_s);
    QVERIFY(F::press(form, u"Create Lead"_s));
    QTRY_VERIFY_WITH_TIMEOUT(leads()->model()->rowCount() > 0, Patience);
    QTRY_COMPARE(leads()->table()->currentIndex().data(RecordIdRole).toString(), leads()->currentId());
    QCOMPARE(F::cell(leads(), leads()->table()->currentIndex().row(), u"shown_name"_s), u"Zephyr Works"_s);
    QVERIFY(leads()->table()->isVisible());
    QVERIFY(m_f->search()->text().isEmpty());
}

void WorkspaceFormsTest::editLeadSendsWhatChanged()
{
    QVERIFY(start(signedIn(m_server)));
    QVERIFY(leads()->select(leads()->model()->idAt(4)));
    const QString id = leads()->currentId();
    QTest::keyClick(leads()->table(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_f->workspace->leadPage()->view()->isWhole(), Patience);
    QVERIFY(F::press(m_f->workspace->leadPage(), u"Edit Lead"_s));
    auto *form = openForm<LeadForm>();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Renamed Here"_s);
    QVERIFY(F::press(form, u"Save"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_f->workspace->leadPage()->view()->lead().name, u"Renamed Here"_s, Patience);
    QCOMPARE(bodies(u"PUT"_s, u"/lead/"_s), (QList<QJsonObject>{{{u"name"_s, u"Renamed Here"_s}}}));
    const int row = leads()->model()->rowOf(id);
    QVERIFY(row >= 0);
    QCOMPARE(F::cell(leads(), row, u"shown_name"_s), u"Renamed Here"_s);
    QTRY_VERIFY(m_f->window.windowTitle().contains(u"Renamed Here"_s));

    // Nothing changed: nothing sent.
    QTRY_VERIFY(m_f->window.findChildren<LeadForm *>().isEmpty());
    QVERIFY(m_server.clearRequests());
    QVERIFY(F::press(m_f->workspace->leadPage(), u"Edit Lead"_s));
    form = openForm<LeadForm>();
    QVERIFY(form);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(form, Qt::Key_Escape);
    QTRY_VERIFY(m_f->window.findChildren<LeadForm *>().isEmpty());
    QVERIFY(bodies(u"PUT"_s, QString()).isEmpty());
}

void WorkspaceFormsTest::statusByKey()
{
    QVERIFY(start(signedIn(m_server)));
    QVERIFY(leads()->select(leads()->model()->idAt(2)));
    const QString id = leads()->currentId();
    const QString before = F::cell(leads(), 2, u"status_id"_s);
    const QString after = before == "Customer"_L1 ? u"Qualified"_s : u"Customer"_s;
    QTest::keyClick(leads()->table(), Qt::Key_S);
    QVERIFY(F::choose(after));
    const auto status = [&] { return F::cell(leads(), leads()->model()->rowOf(id), u"status_id"_s); };
    QTRY_COMPARE_WITH_TIMEOUT(status(), after, Patience);
    const QList<QJsonObject> sent = bodies(u"PUT"_s, u"/lead/"_s + id);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().keys(), QStringList{u"status_id"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_f->window.messageBar()->current(), u"changed"_s, Patience);
    QVERIFY(m_f->window.messageBar()->text().endsWith(u"is now %1."_s.arg(after)));
    QVERIFY(F::press(m_f->window.messageBar(), u"Undo"_s));
    QTRY_COMPARE_WITH_TIMEOUT(status(), before, Patience);
}

void WorkspaceFormsTest::newOpportunityStandsSelected()
{
    QVERIFY(start(signedIn(m_server)));
    QVERIFY(leads()->select(leads()->model()->idAt(1)));
    const QString lead = leads()->currentId();
    QTest::keyClick(&m_f->window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    auto *form = openForm<OpportunityForm>();
    QVERIFY(form);
    FormFixture::type(form, u"Value"_s, u"4321"_s);
    FormFixture::type(form, u"Note"_s, u"A first order"_s);
    QVERIFY(F::press(form, u"Create Opportunity"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_f->window.currentPage(), u"opportunities"_s, Patience);
    RecordListPage *page = m_f->page(RecordKind::Opportunity);
    QCOMPARE(page->currentLeadId(), lead);
    QCOMPARE(page->selectedIds().size(), 1);
    const QList<QJsonObject> sent = bodies(u"POST"_s, u"/opportunity/"_s);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().value("value"_L1).toInteger(), 432100);
    QCOMPARE(sent.first().value("lead_id"_L1).toString(), lead);
    const QJsonObject held = m_server.get(u"/opportunity/%1/"_s.arg(page->currentId()));
    QCOMPARE(held.value("note"_L1).toString(), u"A first order"_s);
}

void WorkspaceFormsTest::dialogClosedMidSave()
{
    QVERIFY(start(signedIn(m_server)));
    QVERIFY(F::press(m_f->window.toolbar(), u"New Lead"_s));
    auto *form = openForm<LeadForm>();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Closed Too Soon"_s);
    QVERIFY(m_server.configure({{u"latency_ms"_s, 400}}));
    QVERIFY(F::press(form, u"Create Lead"_s));
    QVERIFY(form->isSaving());
    QTest::keyClick(form, Qt::Key_Escape);
    QVERIFY(!form->isVisible());
    QCOMPARE(leads()->model()->rowCount(), 60);
    QTRY_COMPARE_WITH_TIMEOUT(leads()->model()->rowCount(), 61, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_f->window.findChildren<LeadForm *>().isEmpty(), Patience);
    QVERIFY(F::column(leads(), u"shown_name"_s).contains(u"Closed Too Soon"_s));
    QCOMPARE(bodies(u"POST"_s, u"/lead/"_s).size(), 1);
}

void WorkspaceFormsTest::workspaceEndsUnderAForm()
{
    QVERIFY(start(signedIn(m_server)));
    QVERIFY(F::press(m_f->window.toolbar(), u"New Lead"_s));
    auto *form = openForm<LeadForm>();
    QVERIFY(form);
    FormFixture::type(form, u"Company name"_s, u"Left Behind"_s);
    QVERIFY(m_server.configure({{u"latency_ms"_s, 200}}));
    QVERIFY(F::press(form, u"Create Lead"_s));
    m_f->session().refresh();
    m_f->workspace.reset();
    QVERIFY(!m_f->window.page(u"leads"_s));
    QVERIFY(m_f->window.messageBar()->current().isEmpty());
    QVERIFY(!m_f->window.history()->canGoBack());
    // The same window takes the next session.
    QVERIFY(m_server.configure({{u"latency_ms"_s, 0}}));
    const auto next = signedIn(m_server);
    QVERIFY(next);
    m_f->workspace = std::make_unique<Workspace>(next, m_f->window, m_f->settings,
                                                 [] { return QDateTime::currentDateTime(); });
    QVERIFY(syncNow(*next));
    QVERIFY(leads()->model()->rowCount() >= 60);
}

void WorkspaceFormsTest::fewRights()
{
    QVERIFY(start(signedIn(m_server, DemoServer::restrictedKey())));
    QVERIFY(!m_f->session().mayDo(u"delete_leads"_s));
    F::clickCell(leads(), 1, u"shown_name"_s);
    const QPoint at = F::centre(leads(), 1, u"shown_name"_s);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, leads()->table()->viewport()->mapToGlobal(at));
    QApplication::sendEvent(leads()->table()->viewport(), &event);
    QMenu *menu = F::menu();
    QVERIFY(menu);
    QVERIFY(F::action(menu, u"Open"_s));
    // Merging deletes one of the two.
    for (const QAction *action : menu->actions())
        QVERIFY2(!action->text().contains("Delete"_L1) && !action->text().contains("Merge"_L1),
                 qPrintable(action->text()));
    menu->close();
}

void WorkspaceFormsTest::readOnly()
{
    QVERIFY(start(signedIn(m_server, DemoServer::key(), true)));
    QVERIFY(!F::button(m_f->window.toolbar(), u"New Lead"_s));
    QVERIFY(!F::button(m_f->window.toolbar(), u"New Opportunity"_s));
    QCOMPARE(m_f->window.messageBar()->current(), u"read-only"_s);
    QTest::keyClick(&m_f->window, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_f->window.findChildren<LeadForm *>().isEmpty());
    QVERIFY(leads()->select(leads()->model()->idAt(0)));
    QTest::keyClick(leads()->table(), Qt::Key_S);
    QVERIFY(m_f->window.findChildren<StatusMenu *>().isEmpty());
    QTest::keyClick(leads()->table(), Qt::Key_Return);
    QCOMPARE(m_f->window.currentPage(), u"lead"_s);
    QVERIFY(!F::button(m_f->workspace->leadPage(), u"Edit Lead"_s));
}

void WorkspaceFormsTest::offlineAndBack()
{
    TcpProxy proxy(m_server.port());
    QVERIFY(start(signedIn(proxy.url(u"/api/v1"_s))));
    MessageBar *messages = m_f->window.messageBar();
    proxy.setFault(TcpProxy::Fault::Close);
    QVERIFY(F::press(m_f->window.toolbar(), u"Refresh"_s));
    // After five tries with growing waits.
    QTRY_COMPARE_WITH_TIMEOUT(messages->current(), u"sync"_s, 45000);
    QCOMPARE(messages->text(), u"Close cannot be reached. What is loaded stays usable."_s);
    QCOMPARE(leads()->model()->rowCount(), 60);
    QVERIFY(!m_f->session().isOnline());
    VERIFY_NAMED(namesIn(&m_f->window), StaticText, "Offline");
    // What is loaded can be searched.
    m_f->search()->setFocus();
    QTest::keyClicks(m_f->search(), F::typeable(leads(), u"shown_name"_s, 5));
    QVERIFY(leads()->model()->rowCount() > 0 && leads()->model()->rowCount() < 60);

    proxy.setFault(TcpProxy::Fault::None);
    QVERIFY(F::press(messages, u"Try Again"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_f->session().syncState().phase == SyncState::Phase::UpToDate, 45000);
    QVERIFY(m_f->session().isOnline());
    QVERIFY(messages->current().isEmpty());
    VERIFY_NAMED(namesIn(&m_f->window), StaticText, "Up to date");
}

void WorkspaceFormsTest::names()
{
    QVERIFY(start(signedIn(m_server)));
    auto names = namesIn(&m_f->window);
    VERIFY_NAMED(names, Table, "Leads");
    VERIFY_NAMED(names, List, "Sections");
    for (const char *section : {"Leads", "Contacts", "Opportunities", "Pipeline"})
        QVERIFY2(names.contains({QAccessible::ListItem, QString::fromLatin1(section)}), section);
    VERIFY_NAMED(names, EditableText, "Search");
    for (const char *button : {"New Lead", "New Opportunity", "Refresh"})
        QVERIFY2(names.contains({QAccessible::Button, QString::fromLatin1(button)}), button);
    VERIFY_NAMED(names, StaticText, "60 of 60 leads");
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(leads()->table());
    QVERIFY(table && table->tableInterface());
    QCOMPARE(table->tableInterface()->rowCount(), 60);
    QTest::keyClick(&m_f->window, Qt::Key_2, Qt::ControlModifier);
    VERIFY_NAMED(namesIn(&m_f->window), Table, "Contacts");
    QTest::keyClick(&m_f->window, Qt::Key_3, Qt::ControlModifier);
    VERIFY_NAMED(namesIn(&m_f->window), Table, "Opportunities");

    m_f->workspace.reset();
    m_f->window.showSignIn();
    names = namesIn(&m_f->window);
    VERIFY_NAMED(names, EditableText, "API key");
    VERIFY_NAMED(names, Button, "Verify and Sign In");
    VERIFY_NAMED(names, Button, "Try the Demo");
}

void WorkspaceFormsTest::namesInForms()
{
    QVERIFY(start(signedIn(m_server)));
    const auto check = [](QWidget *form, const QStringList &fields, const QStringList &buttons) {
        QStringList missing;
        QSet<QString> named;
        QSet<QString> pressable;
        for (const auto &[role, name] : namesIn(form)) {
            if (role == QAccessible::Button)
                pressable.insert(name);
            else if (role != QAccessible::StaticText)
                named.insert(name);
        }
        for (const QString &field : fields) {
            if (!named.contains(field))
                missing.append(field);
        }
        for (const QString &button : buttons) {
            if (!pressable.contains(button))
                missing.append(button);
        }
        return missing;
    };
    QVERIFY(F::press(m_f->window.toolbar(), u"New Lead"_s));
    auto *lead = openForm<LeadForm>();
    QVERIFY(lead);
    QCOMPARE(check(lead,
                   {u"Company name"_s, u"Website"_s, u"Description"_s, u"Status"_s, u"Contact name"_s,
                    u"Contact title"_s, u"Contact email"_s, u"Contact phone"_s},
                   {u"Create Lead"_s, u"Cancel"_s}),
             QStringList());
    QVERIFY(F::press(lead, u"Cancel"_s));
    QTRY_VERIFY(m_f->window.findChildren<LeadForm *>().isEmpty());

    QVERIFY(F::press(m_f->window.toolbar(), u"New Opportunity"_s));
    auto *deal = openForm<OpportunityForm>();
    QVERIFY(deal);
    QCOMPARE(check(deal, {u"Lead"_s, u"Status"_s, u"Value"_s, u"Confidence"_s, u"Note"_s},
                   {u"Create Opportunity"_s, u"Cancel"_s}),
             QStringList());
    QVERIFY(F::press(deal, u"Cancel"_s));
    QTRY_VERIFY(m_f->window.findChildren<OpportunityForm *>().isEmpty());

    m_f->workspace->forms()->editLead(leads()->model()->idAt(0));
    lead = openForm<LeadForm>();
    QVERIFY(lead);
    QCOMPARE(check(lead, {u"Company name"_s, u"Website"_s, u"Description"_s, u"Status"_s},
                   {u"Save"_s, u"Cancel"_s}),
             QStringList());
}

LEADLINE_TEST(tst_workspaceforms, QTEST_MAIN, WorkspaceFormsTest)

} // namespace tst_workspaceforms

#include "tst_workspaceforms.moc"

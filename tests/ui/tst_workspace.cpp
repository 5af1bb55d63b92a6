// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "filterpopup.h"
#include "statuspalette.h"
#include "testprogram.h"
#include "theme.h"
#include "workspacefixture.h"

#include <QClipboard>
#include <QCollator>
#include <QListWidget>
#include <QMimeData>
#include <QTemporaryDir>

namespace tst_workspace {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

using F = WorkspaceFixture;

/// Looking at what is there, in the real window against the real demo server: browse, search, filter, sort,
/// Smart Views, the ways between pages.
class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void browses();
    void searchNarrowsAtOnce();
    void sortsByHeader();
    void filtersByStatus();
    void statusesAreColoredInOrder();
    void askingCloseCanBeLeft();
    void askingCloseFromALeadShowsTheAnswer();
    void badQueryIsSaid();
    void smartView();
    void leavesSmartViewForTheSection();
    void lateSmartViewDoesNotFollow();
    void contactLeadsToItsLead();
    void narrowsToOneLead();
    void stepsThroughTheList();
    void backAndForward();
    void sectionIsReachedFromALead();
    void copiesSelection();
    void keepsColumns();
    void countsInTheSidebar();

private:
    QString settingsFile() const { return m_folder->filePath(u"settings.ini"_s); }
    static Chip *chip(const RecordListPage *page, const QString &start);
    Chip *chip(const QString &start) const { return chip(leads(), start); }
    RecordListPage *leads() const { return m_f->leads(); }

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceFixture> m_f;
};

void WorkspaceTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    auto *theme = new Theme(qApp, this);
    theme->setMode(Theme::Mode::Light);
    theme->apply();
    QVERIFY2(m_server.start({u"--leads"_s, u"120"_s}).isValid(), qPrintable(m_server.errorText()));
}

void WorkspaceTest::init()
{
    QVERIFY(m_server.reset());
    QVERIFY(m_server.configure({{u"latency_ms"_s, 0}}));
    m_folder = std::make_unique<QTemporaryDir>();
    const auto session = signedIn(m_server);
    QVERIFY(session);
    m_f = std::make_unique<WorkspaceFixture>(session, settingsFile());
    QVERIFY(m_f->open());
}

void WorkspaceTest::cleanup()
{
    m_f.reset();
}

/// A chip of the page that begins so. One that was replaced is hidden until the event loop deletes it.
Chip *WorkspaceTest::chip(const RecordListPage *page, const QString &start)
{
    for (Chip *found : page->findChildren<Chip *>()) {
        if (found->isVisible() && found->text().startsWith(start))
            return found;
    }
    return nullptr;
}

void WorkspaceTest::browses()
{
    QCOMPARE(leads()->model()->rowCount(), 120);
    QVERIFY(leads()->table()->isVisible());
    F::clickCell(leads(), 3, u"shown_name"_s);
    const QString id = leads()->currentId();
    QCOMPARE(id, leads()->model()->idAt(3));
    QVERIFY(m_f->window.isRecordPaneVisible());
    QTRY_COMPARE_WITH_TIMEOUT(m_f->workspace->pane()->leadId(), id, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_f->workspace->pane()->isWhole(), Patience);
    QCOMPARE(m_f->workspace->pane()->lead().name, F::cell(leads(), 3, u"shown_name"_s));
    QCOMPARE(leads()->countText(), u"120 of 120 leads, 1 selected"_s);

    // Down and Enter: the next one as a page.
    QTest::keyClick(leads()->table(), Qt::Key_Down);
    QTest::keyClick(leads()->table(), Qt::Key_Return);
    QCOMPARE(m_f->window.currentPage(), u"lead"_s);
    QCOMPARE(m_f->workspace->leadPage()->view()->leadId(), leads()->model()->idAt(4));
}

void WorkspaceTest::searchNarrowsAtOnce()
{
    const QString start = F::typeable(leads(), u"shown_name"_s, 4);
    QVERIFY(m_server.clearRequests());
    m_f->search()->setFocus();
    QTest::keyClicks(m_f->search(), start);
    const QStringList left = F::column(leads(), u"shown_name"_s);
    QVERIFY(left.size() > 0 && left.size() < 120);
    QVERIFY(std::any_of(left.cbegin(), left.cend(),
                        [&](const QString &name) { return name.startsWith(start, Qt::CaseInsensitive); }));
    QVERIFY(m_server.requests(u"GET"_s, u"/lead/?"_s).isEmpty());
    QTest::keyClicks(m_f->search(), u"qqqzz"_s);
    QCOMPARE(leads()->model()->rowCount(), 0);
    QVERIFY(!leads()->table()->isVisible());
    // The page says so and offers the way out.
    QVERIFY(F::press(leads(), u"Clear"_s));
    QCOMPARE(leads()->model()->rowCount(), 120);
    QVERIFY2(m_f->search()->text().isEmpty(), "the box still holds what does not narrow any more");
}

void WorkspaceTest::sortsByHeader()
{
    F::clickHeader(leads(), u"shown_name"_s);
    QStringList names = F::column(leads(), u"shown_name"_s);
    QStringList expected = names;
    QCollator collator(leads()->model()->formatter().locale());
    std::stable_sort(expected.begin(), expected.end(),
                     [&](const QString &a, const QString &b) { return collator.compare(a, b) < 0; });
    QCOMPARE(names, expected);
    const QString first = names.first();
    F::clickHeader(leads(), u"shown_name"_s);
    names = F::column(leads(), u"shown_name"_s);
    QCOMPARE(names.last(), first);

    F::clickHeader(leads(), u"contact_count"_s);
    qint64 before = -1;
    for (int row = 0; row < 120; ++row) {
        const QModelIndex index =
            leads()->model()->index(row, leads()->model()->columnOf(u"contact_count"_s));
        const QVariant value = index.data(SortRole);
        if (!value.isValid())
            continue;
        QVERIFY(value.toLongLong() >= before);
        before = value.toLongLong();
    }
    QVERIFY(before > 0);
}

void WorkspaceTest::filtersByStatus()
{
    const QStringList statuses = F::column(leads(), u"status_id"_s);
    const auto customers = statuses.count(u"Customer"_s);
    QVERIFY(customers > 0 && customers < 120);

    QTest::mouseClick(chip(u"+ Filter"_s), Qt::LeftButton);
    QVERIFY(F::choose(u"Status"_s));
    auto *popup = m_f->window.findChild<FilterPopup *>();
    QTRY_VERIFY(popup && popup->isVisible());
    auto *list = popup->findChild<QListWidget *>();
    QVERIFY(list);
    QListWidgetItem *item = nullptr;
    for (int i = 0; i < list->count(); ++i) {
        if (list->item(i)->text().startsWith("Customer ("_L1))
            item = list->item(i);
    }
    QVERIFY(item);
    QCOMPARE(item->text(), u"Customer (%1)"_s.arg(customers));
    list->setFocus();
    list->setCurrentItem(item);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(leads()->model()->rowCount(), int(customers));
    QCOMPARE(F::column(leads(), u"status_id"_s).count(u"Customer"_s), customers);

    QTest::keyClick(popup, Qt::Key_Escape);
    QTRY_VERIFY(!m_f->window.findChild<FilterPopup *>());
    Chip *status = chip(u"Status"_s);
    QVERIFY(status);
    QCOMPARE(status->text(), u"Status: Customer"_s);
    // Together with the text.
    QTest::keyClicks(m_f->search(), F::typeable(leads(), u"shown_name"_s, 5));
    QVERIFY(leads()->model()->rowCount() >= 1);
    QVERIFY(leads()->model()->rowCount() < customers);
    m_f->search()->clear();
    QCOMPARE(leads()->model()->rowCount(), int(customers));

    QTest::keyClick(chip(u"Status"_s), Qt::Key_Delete);
    QCOMPARE(leads()->model()->rowCount(), 120);
    QTRY_VERIFY(!chip(u"Status"_s));
}

void WorkspaceTest::statusesAreColoredInOrder()
{
    StatusPalette tones(&m_f->settings);
    QList<Tone> ofLeads;
    for (const Status &status : m_f->session().directory().organization().leadStatuses)
        ofLeads.append(tones.tone(StatusPalette::Kind::Lead, status.id));
    QCOMPARE(ofLeads, (QList{Tone::Grey, Tone::Accent, Tone::Good, Tone::Warn, Tone::Bad, Tone::Violet}));
    QList<Tone> found;
    for (const Status &stage : m_f->session().directory().organization().pipelines.first().statuses) {
        if (stage.type == "active"_L1)
            found.append(tones.tone(StatusPalette::Kind::ActiveOpportunity, stage.id));
    }
    QCOMPARE(found, (QList{Tone::Grey, Tone::Warn, Tone::Accent, Tone::Violet}));
}

void WorkspaceTest::askingCloseCanBeLeft()
{
    QVERIFY(m_server.clearRequests());
    m_f->search()->setFocus();
    QTest::keyClicks(m_f->search(), u"lead_status:Customer"_s);
    QTest::keyClick(m_f->search(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(leads()->hasResult(), Patience);
    const QStringList shown = F::column(leads(), u"status_id"_s);
    QVERIFY(shown.size() > 0 && shown.size() < 120);
    QCOMPARE(shown.count(u"Customer"_s), shown.size());
    Chip *from = chip(u"From Close"_s);
    QVERIFY(from);
    QCOMPARE(from->text(), u"From Close: lead_status:Customer"_s);
    QCOMPARE(leads()->countText(), u"%1 of 120 leads"_s.arg(shown.size()));
    QTest::keyClick(from, Qt::Key_Delete);
    QCOMPARE(leads()->model()->rowCount(), 120);
    QVERIFY(!leads()->hasResult());
}

void WorkspaceTest::askingCloseFromALeadShowsTheAnswer()
{
    // Out of a Smart View, so that the window is in two minds where it is.
    QVERIFY(F::clickPlace(m_f->window.sidebar()->smartViews(), u"Customers in DACH"_s));
    QTRY_VERIFY_WITH_TIMEOUT(leads()->hasResult(), Patience);
    QVERIFY(leads()->select(leads()->model()->idAt(0)));
    QTest::keyClick(leads()->table(), Qt::Key_Return);
    QCOMPARE(m_f->window.currentPage(), u"lead"_s);
    m_f->search()->setFocus();
    QTest::keyClicks(m_f->search(), u"lead_status:Qualified"_s);
    QTest::keyClick(m_f->search(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(leads()->resultTitle(), u"From Close: lead_status:Qualified"_s, Patience);
    QCOMPARE(m_f->window.currentPage(), u"leads"_s);
    QVERIFY(m_f->window.sidebar()->smartViews()->active().isEmpty());
    QCOMPARE(m_f->window.sidebar()->sections()->active(), u"leads"_s);
}

void WorkspaceTest::badQueryIsSaid()
{
    m_f->search()->setFocus();
    QTest::keyClicks(m_f->search(), u"(lead_status:"_s);
    QTest::keyClick(m_f->search(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_f->window.messageBar()->current(), u"search"_s, Patience);
    QVERIFY(m_f->window.messageBar()->text().startsWith("Close did not accept this:"_L1));
    QCOMPARE(m_f->search()->text(), u"(lead_status:"_s);
}

void WorkspaceTest::smartView()
{
    NavigationList *views = m_f->window.sidebar()->smartViews();
    QCOMPARE(views->count(), 6);
    QVERIFY(F::clickPlace(views, u"Customers in DACH"_s));
    QTRY_VERIFY_WITH_TIMEOUT(leads()->hasResult(), Patience);
    QCOMPARE(leads()->resultTitle(), u"Smart View: Customers in DACH"_s);
    const int shown = leads()->model()->rowCount();
    QVERIFY(shown > 0 && shown < 120);
    QCOMPARE(F::column(leads(), u"status_id"_s).count(u"Customer"_s), shown);
    QCOMPARE(m_f->window.sidebar()->sections()->active(), QString());
    // The chip leads back to all.
    QTest::keyClick(chip(u"Smart View"_s), Qt::Key_Delete);
    QCOMPARE(leads()->model()->rowCount(), 120);
    QCOMPARE(m_f->window.sidebar()->sections()->active(), u"leads"_s);
}

void WorkspaceTest::leavesSmartViewForTheSection()
{
    QVERIFY(F::clickPlace(m_f->window.sidebar()->smartViews(), u"Customers in DACH"_s));
    QTRY_VERIFY_WITH_TIMEOUT(leads()->hasResult(), Patience);
    QVERIFY(F::clickPlace(m_f->window.sidebar()->sections(), u"Leads"_s));
    QCOMPARE(leads()->model()->rowCount(), 120);
    QVERIFY(!chip(u"Smart View"_s));
}

void WorkspaceTest::lateSmartViewDoesNotFollow()
{
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/data/search/"_s}}},
         {u"delay_ms"_s, 300}}));
    QVERIFY(F::clickPlace(m_f->window.sidebar()->smartViews(), u"Customers in DACH"_s));
    QVERIFY(F::clickPlace(m_f->window.sidebar()->sections(), u"Leads"_s));
    // Asked later and answered later: then the first answer has been there.
    bool answered = false;
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"GET"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"delay_ms"_s, 900}}));
    m_f->session().searchLeads(u"lead_status:Customer"_s, this,
                               [&answered](const Result<LeadSearchAnswer> &) { answered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(answered, Patience);
    QVERIFY(!leads()->hasResult());
    QCOMPARE(m_f->window.sidebar()->sections()->active(), u"leads"_s);
}

void WorkspaceTest::contactLeadsToItsLead()
{
    QVERIFY(F::clickPlace(m_f->window.sidebar()->sections(), u"Contacts"_s));
    RecordListPage *contacts = m_f->page(RecordKind::Contact);
    QCOMPARE(m_f->window.currentPage(), u"contacts"_s);
    QCOMPARE(contacts->model()->rowCount(), int(m_f->session().contacts()->count()));
    const QModelIndex link = contacts->model()->index(2, contacts->model()->columnOf(u"lead_name"_s));
    const QString lead = link.data(LeadIdRole).toString();
    contacts->table()->scrollTo(link);
    const QRect cell = contacts->table()->visualRect(link);
    QTest::mouseClick(contacts->table()->viewport(), Qt::LeftButton, Qt::NoModifier,
                      QPoint(cell.left() + 20, cell.center().y()));
    QCOMPARE(m_f->window.currentPage(), u"lead"_s);
    QCOMPARE(m_f->workspace->leadPage()->view()->leadId(), lead);
    QTRY_COMPARE_WITH_TIMEOUT(m_f->workspace->leadPage()->view()->lead().displayName, link.data().toString(),
                              Patience);
}

void WorkspaceTest::narrowsToOneLead()
{
    RecordListPage *contacts = m_f->page(RecordKind::Contact);
    const int all = contacts->model()->rowCount();
    const QString lead = contacts->model()->index(0, 0).data(LeadIdRole).toString();
    QVERIFY(leads()->select(lead));
    Q_EMIT leads()->rowMenuRequested({lead}, m_f->window.mapToGlobal(QPoint(400, 300)));
    QVERIFY(F::choose(u"Its contacts"_s));
    QTRY_COMPARE(m_f->window.currentPage(), u"contacts"_s);
    QVERIFY(contacts->model()->rowCount() < all);
    for (int row = 0; row < contacts->model()->rowCount(); ++row)
        QCOMPARE(contacts->model()->index(row, 0).data(LeadIdRole).toString(), lead);
    // The chip says so, and leads back.
    QVERIFY(chip(contacts, u"Lead: "_s));
    QTest::keyClick(chip(contacts, u"Lead: "_s), Qt::Key_Delete);
    QTRY_COMPARE(contacts->model()->rowCount(), all);
}

void WorkspaceTest::stepsThroughTheList()
{
    QVERIFY(leads()->select(leads()->model()->idAt(0)));
    QTest::keyClick(leads()->table(), Qt::Key_Return);
    LeadPage *page = m_f->workspace->leadPage();
    QTRY_COMPARE(m_f->window.currentPage(), u"lead"_s);
    QVERIFY(F::button(page, u"Previous record"_s));
    QVERIFY(!F::button(page, u"Previous record"_s)->isEnabled());
    QVERIFY(F::button(page, u"Next record"_s)->isEnabled());
    QWidget *focus = QApplication::focusWidget();
    QVERIFY(focus);
    QTest::keyClick(focus, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(page->view()->leadId(), leads()->model()->idAt(1));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(page->view()->leadId(), leads()->model()->idAt(2));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(page->view()->leadId(), leads()->model()->idAt(1));
    // Up on the first one stays there.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(page->view()->leadId(), leads()->model()->idAt(0));
    QCOMPARE(leads()->currentId(), leads()->model()->idAt(0));
}

void WorkspaceTest::backAndForward()
{
    QVERIFY(leads()->select(leads()->model()->idAt(5)));
    const QString id = leads()->currentId();
    QTest::keyClick(leads()->table(), Qt::Key_Return);
    QVERIFY(F::clickPlace(m_f->window.sidebar()->sections(), u"Opportunities"_s));
    QCOMPARE(m_f->window.currentPage(), u"opportunities"_s);
    QTest::keyClick(&m_f->window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_f->window.currentPage(), u"lead"_s);
    QCOMPARE(m_f->workspace->leadPage()->view()->leadId(), id);
    QVERIFY(F::press(m_f->window.toolbar(), u"Back"_s));
    QCOMPARE(m_f->window.currentPage(), u"leads"_s);
    QCOMPARE(leads()->currentId(), id);
    QVERIFY(!F::button(m_f->window.toolbar(), u"Back"_s)->isEnabled());
    QVERIFY(F::press(m_f->window.toolbar(), u"Forward"_s));
    QTest::keyClick(&m_f->window, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_f->window.currentPage(), u"opportunities"_s);
    QVERIFY(!F::button(m_f->window.toolbar(), u"Forward"_s)->isEnabled());
}

void WorkspaceTest::sectionIsReachedFromALead()
{
    QVERIFY(leads()->select(leads()->model()->idAt(5)));
    QTest::keyClick(leads()->table(), Qt::Key_Return);
    QCOMPARE(m_f->window.currentPage(), u"lead"_s);
    QVERIFY(F::clickPlace(m_f->window.sidebar()->sections(), u"Leads"_s));
    QCOMPARE(m_f->window.currentPage(), u"leads"_s);
}

void WorkspaceTest::copiesSelection()
{
    F::clickCell(leads(), 1, u"shown_name"_s);
    F::clickCell(leads(), 3, u"shown_name"_s, Qt::ControlModifier);
    QCOMPARE(leads()->selectedIds().size(), 2);
    QTest::keyClick(leads()->table(), Qt::Key_C, Qt::ControlModifier);
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    const QStringList lines = copied->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QStringList cells;
    const QHeaderView *header = leads()->table()->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        if (const int logical = header->logicalIndex(visual); !header->isSectionHidden(logical))
            cells.append(leads()->model()->index(3, logical).data().toString().simplified());
    }
    QCOMPARE(lines.at(1), cells.join(u'\t'));
    QVERIFY(copied->html().contains(cells.first().toHtmlEscaped()));
}

void WorkspaceTest::keepsColumns()
{
    // The header's menu: one away, a custom field in.
    const Field *custom = nullptr;
    for (const Field &field : leads()->model()->table()->fields()) {
        if (!custom && field.flags.testFlag(FieldFlag::Custom) && field.flags.testFlag(FieldFlag::Column))
            custom = &field;
    }
    QVERIFY(custom);
    const QString customKey = custom->key;
    const QString customTitle = custom->title;
    QHeaderView *header = leads()->table()->horizontalHeader();
    const auto isHidden = [](const RecordListPage *page, const QString &key) {
        return page->table()->horizontalHeader()->isSectionHidden(page->table()->columnOf(key));
    };
    QVERIFY(!isHidden(leads(), u"city"_s));
    QVERIFY(isHidden(leads(), customKey));
    const auto toggle = [&](const QString &title) {
        Q_EMIT header->customContextMenuRequested(QPoint(30, 10));
        return F::choose(title);
    };
    QVERIFY(toggle(u"City"_s));
    QVERIFY(isHidden(leads(), u"city"_s));
    QVERIFY(toggle(customTitle));
    QVERIFY(!isHidden(leads(), customKey));
    const int status = leads()->table()->columnOf(u"status_id"_s);
    header->resizeSection(status, 177);
    header->moveSection(header->visualIndex(leads()->table()->columnOf(u"primary_contact"_s)), 0);
    F::clickHeader(leads(), u"shown_name"_s);
    const QStringList names = F::column(leads(), u"shown_name"_s);

    const auto session = signedIn(m_server);
    QVERIFY(session);
    m_f.reset();
    m_f = std::make_unique<WorkspaceFixture>(session, settingsFile());
    QVERIFY(m_f->open());
    header = leads()->table()->horizontalHeader();
    QVERIFY(isHidden(leads(), u"city"_s));
    QVERIFY(!isHidden(leads(), customKey));
    QCOMPARE(header->sectionSize(leads()->table()->columnOf(u"status_id"_s)), 177);
    QCOMPARE(header->visualIndex(leads()->table()->columnOf(u"primary_contact"_s)), 0);
    QCOMPARE(leads()->model()->sortKey(), u"shown_name"_s);
    QCOMPARE(F::column(leads(), u"shown_name"_s), names);
    // Other pages have their own.
    QVERIFY(!m_f->settings.contains(u"pages/contacts/layout"_s));
}

void WorkspaceTest::countsInTheSidebar()
{
    const auto description = [this](const QString &text) {
        const auto found = m_f->window.sidebar()->sections()->findItems(text, Qt::MatchExactly);
        return found.size() == 1 ? found.first()->data(Qt::AccessibleDescriptionRole).toString() : QString();
    };
    QCOMPARE(description(u"Leads"_s), u"120 leads"_s);
    QCOMPARE(description(u"Contacts"_s),
             QLocale().toString(m_f->session().contacts()->count()) + u" contacts"_s);
    const QString id = leads()->model()->idAt(0);
    QCOMPARE(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(id)).status, 200);
    QVERIFY(F::press(m_f->window.toolbar(), u"Refresh"_s));
    QTRY_COMPARE_WITH_TIMEOUT(description(u"Leads"_s), u"119 leads"_s, Patience);
    QVERIFY(leads()->model()->rowOf(id) < 0);
}

LEADLINE_TEST(tst_workspace, QTEST_MAIN, WorkspaceTest)

} // namespace tst_workspace

#include "tst_workspace.moc"

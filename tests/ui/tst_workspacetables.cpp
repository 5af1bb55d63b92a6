// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "filterpopup.h"
#include "skeletonrows.h"
#include "testprogram.h"
#include "theme.h"
#include "workspacefixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QTemporaryDir>

namespace tst_workspacetables {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

using F = WorkspaceFixture;

/// What can be done with the rows of a table, in the real window against the real demo server: filters of every
/// kind, the row's menu, the way from record to record.
class WorkspaceTablesTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void takeUrl(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void filtersByDateRange();
    void filtersByUserAndChoice();
    void filtersByWhatIsMissing();
    void filtersByAmountAndNumber();
    void keepsFiltersOfAPage();
    void menuLeadsToCloseAndItsPeople();
    void menuCopiesOfSeveral();
    void stepsThroughContacts();
    void rowMenuByKeyboard();
    void columnsByKeyboard();
    void searchCloseIsAButton();
    void firstLoadShowsRowsToCome();
    void rowsStandWhereTheScrollBarSays();
    void hiddenPageIsInOrderWhenShown();

private:
    /// Adds a filter by the menu of "+ Filter"; its popup.
    FilterPopup *addFilter(const QString &field);
    /// Chooses an entry of a box in the popup with keys, as a person without a mouse does.
    static bool chooseWithKeys(const FilterPopup *popup, const QString &box, const QString &entry);
    static bool tick(const FilterPopup *popup, const QString &start);
    void close(FilterPopup *popup);
    QStringList chips(const RecordListPage *page) const;
    bool openRowMenu(const RecordListPage *page, int row);
    RecordListPage *leads() const { return m_f->leads(); }

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceFixture> m_f;
    QList<QUrl> m_opened;
};

void WorkspaceTablesTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    auto *theme = new Theme(qApp, this);
    theme->setMode(Theme::Mode::Light);
    theme->apply();
    for (const QString &scheme : {u"https"_s, u"mailto"_s, u"tel"_s})
        QDesktopServices::setUrlHandler(scheme, this, "takeUrl");
    QVERIFY2(m_server.start({u"--leads"_s, u"200"_s}).isValid(), qPrintable(m_server.errorText()));
}

void WorkspaceTablesTest::init()
{
    QVERIFY(m_server.reset());
    m_opened.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    const auto session = signedIn(m_server);
    QVERIFY(session);
    m_f = std::make_unique<WorkspaceFixture>(session, m_folder->filePath(u"settings.ini"_s));
    QVERIFY(m_f->open());
}

void WorkspaceTablesTest::cleanup()
{
    m_f.reset();
}

void WorkspaceTablesTest::cleanupTestCase()
{
    for (const QString &scheme : {u"https"_s, u"mailto"_s, u"tel"_s})
        QDesktopServices::unsetUrlHandler(scheme);
}

FilterPopup *WorkspaceTablesTest::addFilter(const QString &field)
{
    for (Chip *chip : leads()->findChildren<Chip *>()) {
        if (chip->isVisible() && chip->text() == "+ Filter"_L1) {
            QTest::mouseClick(chip, Qt::LeftButton);
            break;
        }
    }
    if (!F::choose(field))
        return nullptr;
    FilterPopup *popup = nullptr;
    const bool open = waitFor([&] {
        popup = m_f->window.findChild<FilterPopup *>();
        return popup && popup->isVisible();
    });
    return open ? popup : nullptr;
}

bool WorkspaceTablesTest::chooseWithKeys(const FilterPopup *popup, const QString &box, const QString &entry)
{
    for (auto *found : popup->findChildren<QComboBox *>()) {
        if (found->accessibleName() != box)
            continue;
        found->setFocus();
        QTest::keyClick(found, Qt::Key_Home);
        for (int i = 0; i < found->count() && found->currentText() != entry; ++i)
            QTest::keyClick(found, Qt::Key_Down);
        return found->currentText() == entry;
    }
    return false;
}

bool WorkspaceTablesTest::tick(const FilterPopup *popup, const QString &start)
{
    auto *list = popup->findChild<QListWidget *>();
    for (int i = 0; list && i < list->count(); ++i) {
        if (!list->item(i)->text().startsWith(start))
            continue;
        list->setCurrentRow(i);
        QTest::keyClick(list, Qt::Key_Space);
        return list->item(i)->checkState() == Qt::Checked;
    }
    return false;
}

void WorkspaceTablesTest::close(FilterPopup *popup)
{
    QTest::keyClick(popup, Qt::Key_Escape);
    QTRY_VERIFY(!m_f->window.findChild<FilterPopup *>());
}

QStringList WorkspaceTablesTest::chips(const RecordListPage *page) const
{
    QStringList texts;
    for (const Chip *chip : page->findChildren<Chip *>()) {
        if (chip->isVisible())
            texts.append(chip->text());
    }
    return texts;
}

bool WorkspaceTablesTest::openRowMenu(const RecordListPage *page, int row)
{
    const QPoint at = F::centre(page, row, page->model()->field(0).key);
    QWidget *viewport = page->table()->viewport();
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::NoModifier, at);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, viewport->mapToGlobal(at));
    QApplication::sendEvent(viewport, &event);
    return F::menu() != nullptr;
}

void WorkspaceTablesTest::filtersByDateRange()
{
    const int column = leads()->model()->columnOf(u"date_created"_s);
    const auto created = [&](int row) {
        return leads()->model()->index(row, column).data(SortRole).toDateTime().toLocalTime().date();
    };
    // The window's clock stands on 20 November 2026.
    const auto within = [&](const QDate &first, const QDate &last) {
        int count = 0;
        for (int row = 0; row < leads()->model()->rowCount(); ++row)
            count += created(row) >= first && created(row) <= last;
        return count;
    };
    const int lastYear = within(QDate(2025, 1, 1), QDate(2025, 12, 31));
    const int thisQuarter = within(QDate(2026, 10, 1), QDate(2026, 12, 31));
    QVERIFY(lastYear > 0 && thisQuarter > 0 && lastYear != thisQuarter);

    FilterPopup *popup = addFilter(u"Created"_s);
    QVERIFY(popup);
    QVERIFY(chooseWithKeys(popup, u"Range"_s, u"last year"_s));
    QCOMPARE(leads()->model()->rowCount(), lastYear);
    QCOMPARE(within(QDate(2025, 1, 1), QDate(2025, 12, 31)), lastYear);
    QVERIFY(chooseWithKeys(popup, u"Range"_s, u"this quarter"_s));
    QCOMPARE(leads()->model()->rowCount(), thisQuarter);
    close(popup);
    QCOMPARE(chips(leads()), (QStringList{u"Created: this quarter"_s, u"+ Filter"_s}));
}

void WorkspaceTablesTest::filtersByUserAndChoice()
{
    const QStringList creators = F::column(leads(), u"created_by"_s);
    const auto byAna = creators.count(u"Ana Reyes"_s);
    QVERIFY(byAna > 0 && byAna < 200);
    FilterPopup *popup = addFilter(u"Created by"_s);
    QVERIFY(popup);
    QVERIFY(tick(popup, u"Ana Reyes ("_s));
    QCOMPARE(leads()->model()->rowCount(), int(byAna));
    close(popup);

    // A custom field of choices together with it, the other way round.
    popup = addFilter(u"Industry"_s);
    QVERIFY(popup);
    const QString industry = popup->findChild<QListWidget *>()->item(0)->text().section(" ("_L1, 0, 0);
    QVERIFY(tick(popup, industry));
    const int withIt = leads()->model()->rowCount();
    QVERIFY(withIt > 0 && withIt < byAna);
    QVERIFY(chooseWithKeys(popup, u"Condition"_s, u"is none of"_s));
    QCOMPARE(leads()->model()->rowCount(), int(byAna) - withIt);
    close(popup);
    QCOMPARE(chips(leads()).size(), 3);
}

void WorkspaceTablesTest::filtersByWhatIsMissing()
{
    const auto without = F::column(leads(), u"city"_s).count(QString());
    QVERIFY(without > 0 && without < 200);
    FilterPopup *popup = addFilter(u"City"_s);
    QVERIFY(popup);
    QVERIFY(chooseWithKeys(popup, u"Condition"_s, u"has no value"_s));
    QCOMPARE(leads()->model()->rowCount(), int(without));
    QVERIFY(chooseWithKeys(popup, u"Condition"_s, u"has a value"_s));
    QCOMPARE(leads()->model()->rowCount(), 200 - int(without));
    close(popup);
    QCOMPARE(chips(leads()).first(), u"City: any"_s);
}

void WorkspaceTablesTest::filtersByAmountAndNumber()
{
    const auto openAgain = [this](int chip) {
        QTest::mouseClick(leads()->findChildren<Chip *>().at(chip), Qt::LeftButton);
        FilterPopup *popup = nullptr;
        [&] { QTRY_VERIFY((popup = m_f->window.findChild<FilterPopup *>()) && popup->isVisible()); }();
        return popup;
    };
    const auto edit = [](FilterPopup *popup, const QString &name) {
        for (auto *found : popup->findChildren<QLineEdit *>()) {
            if (found->accessibleName() == name)
                return found;
        }
        return static_cast<QLineEdit *>(nullptr);
    };
    FilterPopup *popup = addFilter(u"Open value"_s);
    QVERIFY(popup);
    QTest::keyClicks(edit(popup, u"From"_s), u"1,234,567.50"_s);
    close(popup);
    QCOMPARE(leads()->model()->filterSet().filters.first().from, QVariant(123456750LL));
    // What was typed stands there again, whole.
    popup = openAgain(0);
    QCOMPARE(edit(popup, u"From"_s)->text(), u"1,234,567.50"_s);
    edit(popup, u"From"_s)->selectAll();
    QTest::keyClicks(edit(popup, u"From"_s), u"12500"_s);
    close(popup);
    const int amount = leads()->model()->columnOf(u"open_value"_s);
    QVERIFY(leads()->model()->rowCount() > 0 && leads()->model()->rowCount() < 100);
    for (int row = 0; row < leads()->model()->rowCount(); ++row)
        QVERIFY(!leads()->model()->index(row, amount).data().toString().isEmpty());
    popup = addFilter(u"Seats"_s);
    QVERIFY(popup);
    QTest::keyClicks(edit(popup, u"To"_s), u"1234567"_s);
    close(popup);
    popup = openAgain(1);
    QCOMPARE(edit(popup, u"To"_s)->text(), u"1,234,567"_s);
    close(popup);
}

void WorkspaceTablesTest::keepsFiltersOfAPage()
{
    FilterPopup *popup = addFilter(u"City"_s);
    QVERIFY(popup);
    QVERIFY(chooseWithKeys(popup, u"Condition"_s, u"has no value"_s));
    close(popup);
    const int rows = leads()->model()->rowCount();
    QVERIFY(rows < 200);
    m_f->search()->setFocus();
    QTest::keyClicks(m_f->search(), u"a"_s);

    const auto session = signedIn(m_server);
    QVERIFY(session);
    m_f.reset();
    m_f = std::make_unique<WorkspaceFixture>(session, m_folder->filePath(u"settings.ini"_s));
    QVERIFY(m_f->open());
    QCOMPARE(leads()->model()->rowCount(), rows);
    QCOMPARE(chips(leads()), (QStringList{u"City: none"_s, u"+ Filter"_s}));
    // The text is not kept, and other pages have filters of their own.
    QVERIFY(m_f->search()->text().isEmpty());
    const RecordListPage *contacts = m_f->page(RecordKind::Contact);
    QCOMPARE(contacts->model()->rowCount(), int(m_f->session().contacts()->count()));
}

void WorkspaceTablesTest::menuLeadsToCloseAndItsPeople()
{
    QVERIFY(F::clickPlace(m_f->window.sidebar()->sections(), u"Contacts"_s));
    const RecordListPage *contacts = m_f->page(RecordKind::Contact);
    int row = 0;
    while (row < contacts->model()->rowCount() &&
           (F::cell(contacts, row, u"emails"_s).isEmpty() || F::cell(contacts, row, u"phones"_s).isEmpty()))
        ++row;
    const QString email = F::cell(contacts, row, u"emails"_s).section(", "_L1, 0, 0);
    const QString phone = F::cell(contacts, row, u"phones"_s).section(", "_L1, 0, 0);
    const QString lead = contacts->model()->index(row, 0).data(LeadIdRole).toString();
    QVERIFY(email.contains(u'@') && !phone.isEmpty() && !lead.isEmpty());
    const QString link = u"https://app.close.com/lead/%1/"_s.arg(lead);

    QVERIFY(openRowMenu(contacts, row));
    QVERIFY(F::choose(u"Open in Close"_s));
    QTRY_COMPARE(m_opened, QList<QUrl>{QUrl(link)});
    QVERIFY(openRowMenu(contacts, row));
    QVERIFY(F::choose(u"Copy link"_s));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), link);
    QVERIFY(openRowMenu(contacts, row));
    QVERIFY(F::choose(u"Copy email address"_s));
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(email));
    QVERIFY(openRowMenu(contacts, row));
    QVERIFY(F::choose(u"Write email"_s));
    QTRY_COMPARE(m_opened.size(), 2);
    QCOMPARE(m_opened.last().scheme(), u"mailto"_s);
    QVERIFY(m_opened.last().path().startsWith(email));
    QVERIFY(openRowMenu(contacts, row));
    QVERIFY(F::choose(u"Call %1"_s.arg(phone)));
    QTRY_COMPARE(m_opened.size(), 3);
    QCOMPARE(m_opened.last().scheme(), u"tel"_s);
    QVERIFY(openRowMenu(contacts, row));
    QVERIFY(F::choose(u"Open"_s));
    QTRY_COMPARE(m_f->window.currentPage(), u"lead"_s);
    QCOMPARE(m_f->workspace->leadPage()->view()->leadId(), lead);
}

void WorkspaceTablesTest::menuCopiesOfSeveral()
{
    F::clickCell(leads(), 2, u"shown_name"_s);
    F::clickCell(leads(), 4, u"shown_name"_s, Qt::ShiftModifier);
    QCOMPARE(leads()->selectedIds().size(), 3);
    const QPoint at = F::centre(leads(), 3, u"shown_name"_s);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, leads()->table()->viewport()->mapToGlobal(at));
    QApplication::sendEvent(leads()->table()->viewport(), &event);
    QVERIFY(F::menu());
    // One record can be edited at a time.
    QVERIFY(!F::action(F::menu(), u"Edit…"_s));
    QVERIFY(F::choose(u"Copy link"_s));
    QTRY_COMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), 3);
    for (const QString &id : leads()->selectedIds())
        QVERIFY(QGuiApplication::clipboard()->text().contains(id));
}

void WorkspaceTablesTest::stepsThroughContacts()
{
    QVERIFY(F::clickPlace(m_f->window.sidebar()->sections(), u"Contacts"_s));
    RecordListPage *contacts = m_f->page(RecordKind::Contact);
    const auto leadAt = [&](int row) { return contacts->model()->index(row, 0).data(LeadIdRole).toString(); };
    // The first row whose neighbour belongs to another lead.
    int row = 0;
    while (leadAt(row) == leadAt(row + 1))
        ++row;
    QVERIFY(contacts->select(contacts->model()->idAt(row)));
    QTest::keyClick(contacts->table(), Qt::Key_Return);
    LeadPage *page = m_f->workspace->leadPage();
    QTRY_COMPARE(m_f->window.currentPage(), u"lead"_s);
    QCOMPARE(page->view()->leadId(), leadAt(row));
    QVERIFY(F::button(page, u"Next record"_s)->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(page->view()->leadId(), leadAt(row + 1));
    QCOMPARE(contacts->currentId(), contacts->model()->idAt(row + 1));
    QVERIFY(F::press(page, u"Previous record"_s));
    QCOMPARE(page->view()->leadId(), leadAt(row));
}

void WorkspaceTablesTest::rowMenuByKeyboard()
{
    leads()->table()->setFocus(Qt::TabFocusReason);
    QVERIFY(leads()->select(leads()->model()->idAt(1)));
    QTest::keyClick(leads()->table(), Qt::Key_F10, Qt::ShiftModifier);
    QMenu *menu = F::menu();
    QVERIFY(menu && F::action(menu, u"Open"_s));
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    // In a text field it is that field's.
    m_f->search()->setFocus();
    QTest::keyClick(m_f->search(), Qt::Key_F10, Qt::ShiftModifier);
    menu = F::menu();
    QVERIFY(menu && !F::action(menu, u"Open"_s));
    QTest::keyClick(menu, Qt::Key_Escape);
}

void WorkspaceTablesTest::columnsByKeyboard()
{
    TableView *table = leads()->table();
    table->setFocus(Qt::TabFocusReason);
    QVERIFY(leads()->select(leads()->model()->idAt(0)));
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QMenu *menu = F::menu();
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(leads()->model()->sortColumn(), leads()->model()->columnOf(u"shown_name"_s));
    QCOMPARE(leads()->model()->sortDirection(), Qt::AscendingOrder);

    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    menu = F::menu();
    QAction *city = F::action(menu, u"City"_s);
    QVERIFY(city && city->isChecked());
    while (menu->activeAction() != city)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(table->isColumnHidden(leads()->model()->columnOf(u"city"_s)));
}

void WorkspaceTablesTest::searchCloseIsAButton()
{
    QVERIFY(!F::button(m_f->search(), u"Search Close"_s));
    m_f->search()->setFocus();
    QTest::keyClicks(m_f->search(), u"lead_status:Customer"_s);
    auto *ask = m_f->search()->findChild<QAction *>(u"searchClose"_s);
    QVERIFY(ask && ask->isVisible());
    ask->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(leads()->resultTitle(), u"From Close: lead_status:Customer"_s, Patience);
    QVERIFY(!ask->isVisible());
}

void WorkspaceTablesTest::firstLoadShowsRowsToCome()
{
    const auto session = signedIn(m_server);
    QVERIFY(session);
    QVERIFY(m_server.configure({{u"latency_ms"_s, 400}}));
    m_f = std::make_unique<WorkspaceFixture>(session, m_folder->filePath(u"settings.ini"_s));
    QVERIFY(QTest::qWaitForWindowActive(&m_f->window));
    auto *skeleton = leads()->findChild<SkeletonRows *>();
    QVERIFY(skeleton);
    QVERIFY(!skeleton->isWaiting());
    QElapsedTimer waited;
    waited.start();
    session->refresh();
    // The page is blank at first: a quick answer would make it flicker.
    QVERIFY(skeleton->isVisible() && !leads()->table()->isVisible());
    QVERIFY(!skeleton->areRowsShown());
    QVERIFY(waitFor([&] { return skeleton->areRowsShown(); }));
    QVERIFY(waited.elapsed() >= SkeletonRows::Delay - 10);
    QCOMPARE(leads()->model()->rowCount(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(leads()->table()->isVisible(), Patience);
    QVERIFY(!skeleton->isVisible() && !skeleton->areRowsShown());
    QVERIFY(m_server.configure({{u"latency_ms"_s, 0}}));
    QVERIFY(syncNow(*session));

    // A table that has rows keeps them while it is read anew.
    QVERIFY(m_server.configure({{u"latency_ms"_s, 400}}));
    QVERIFY(F::press(m_f->window.toolbar(), u"Refresh"_s));
    QTRY_VERIFY(session->syncState().phase == SyncState::Phase::Loading);
    QVERIFY(leads()->table()->isVisible() && !skeleton->isWaiting());
    QVERIFY(m_server.configure({{u"latency_ms"_s, 0}}));
}

LEADLINE_TEST(tst_workspacetables, QTEST_MAIN, WorkspaceTablesTest)

/// Whatever a filter hides and a sync brings.
void WorkspaceTablesTest::rowsStandWhereTheScrollBarSays()
{
    TableView *table = leads()->table();
    RecordTableModel *model = leads()->model();
    const auto standRight = [&] {
        const int height = table->verticalHeader()->defaultSectionSize();
        const int last = model->rowCount() - 1;
        return table->verticalHeader()->count() == model->rowCount() &&
               table->rowViewportPosition(last) == last * height - table->verticalScrollBar()->value();
    };
    QVERIFY(standRight());
    model->sortBy(u"shown_name"_s, Qt::AscendingOrder);
    table->verticalScrollBar()->setValue(40 * 32);
    table->setCurrentIndex(model->index(45, 0));
    const QString current = model->idAt(45);
    for (const QString &name : {u"Aaa"_s, u"Mmm"_s, u"Zzz"_s})
        QCOMPARE(m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, name}}).status, 200);
    QVERIFY(syncNow(m_f->session()));
    QTRY_COMPARE(model->rowCount(), 203);
    QVERIFY(standRight());
    QCOMPARE(model->idAt(table->currentIndex().row()), current);
    QTRY_VERIFY(table->viewport()->rect().contains(table->visualRect(table->currentIndex()).center()));
    model->setSearchText(u"an"_s);
    QVERIFY(model->rowCount() > 0 && model->rowCount() < 203);
    QVERIFY(standRight());
    model->setSearchText(QString());
    QVERIFY(standRight());
}

/// While nobody looks what comes has no place yet.
void WorkspaceTablesTest::hiddenPageIsInOrderWhenShown()
{
    const RecordListPage *contacts = m_f->page(RecordKind::Contact);
    const int before = contacts->model()->rowCount();
    const QString lead = m_f->session().contacts()->leadIdAt(7);
    const QString changed = m_f->session().contacts()->idAt(9);
    const auto born = m_server.exchange("POST", u"/contact/"_s, {{u"lead_id"_s, lead}, {u"name"_s, u"New One"_s}});
    QCOMPARE(born.status, 200);
    QCOMPARE(m_server.exchange("PUT", u"/contact/%1/"_s.arg(changed), {{u"title"_s, u"Chief"_s}}).status, 200);
    QVERIFY(syncNow(m_f->session()));
    QTRY_COMPARE(contacts->model()->rowCount(), before + 1);
    m_f->workspace->go(u"contacts"_s);
    QTRY_VERIFY(contacts->isVisible());
    QStringList newest{contacts->model()->idAt(0), contacts->model()->idAt(1)};
    newest.sort();
    QStringList wanted{changed, born.object().value("id"_L1).toString()};
    wanted.sort();
    QCOMPARE(newest, wanted);
}

} // namespace tst_workspacetables

#include "tst_workspacetables.moc"

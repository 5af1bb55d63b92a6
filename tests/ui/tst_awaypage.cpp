// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "awaylog.h"
#include "awaymodel.h"
#include "awaypage.h"
#include "emptystate.h"
#include "rowfades.h"
#include "style.h"
#include "testprogram.h"
#include "theme.h"
#include "workspacefixture.h"

#include <QListView>
#include <QScrollBar>
#include <QTemporaryDir>

namespace tst_awaypage {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// What others change, in the window: the list of it, and the table that it arrives in. The session is the
/// restricted member's; whoever changes something is the administrator.
class AwayPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void quietWhileNothingIsNew();
    void footerLeadsToTheList();
    void opensWhatChanged();
    void spaceIsSeen();
    void keysAndSearch();
    void changedRowFades();
    void stillWhereMotionIsReduced();
    void firstLoadDoesNotFade();
    void tableStaysUnderSync();

private:
    using F = WorkspaceFixture;
    RecordListPage *leads() const { return m_f->leads(); }
    AwayPage *page() const { return m_f->workspace->awayPage(); }
    NavigationList *footer() const { return m_f->window.sidebar()->footer(); }
    void open();
    QString nameOf(const QString &leadId) const;
    void change(const QString &leadId, const QString &name);
    /// Leaves the window, lets others do something, comes back and syncs.
    void beAway(const std::function<void()> &others);
    QColor ground(int row) const;

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceFixture> m_f;
};

void AwayPageTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    auto *theme = new Theme(qApp, this);
    theme->setMode(Theme::Mode::Light);
    QVERIFY2(m_server.start({u"--leads"_s, u"120"_s}).isValid(), qPrintable(m_server.errorText()));
}

void AwayPageTest::init()
{
    QVERIFY(m_server.reset());
    m_folder = std::make_unique<QTemporaryDir>();
    const auto session = signedIn(m_server, DemoServer::restrictedKey());
    QVERIFY(session);
    m_f = std::make_unique<WorkspaceFixture>(session, m_folder->filePath(u"settings.ini"_s));
}

void AwayPageTest::cleanup()
{
    m_f.reset();
}

void AwayPageTest::open()
{
    QVERIFY(m_f->open());
    QTRY_VERIFY(!page()->model()->sinceText().isEmpty());
}

void AwayPageTest::change(const QString &leadId, const QString &name)
{
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(leadId), {{u"name"_s, name}}).status, 200);
}

void AwayPageTest::beAway(const std::function<void()> &others)
{
    QVERIFY(syncNow(m_f->session()));
    m_f->window.showMinimized();
    others();
    m_f->window.showNormal();
    m_f->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_f->window));
    QVERIFY(syncNow(m_f->session()));
}

QString AwayPageTest::nameOf(const QString &leadId) const
{
    return m_f->session().nameOf(RecordKind::Lead, leadId);
}

/// Of a row, between the letters.
QColor AwayPageTest::ground(int row) const
{
    const TableView *table = leads()->table();
    const QRect cell =
        table->visualRect(leads()->model()->index(row, leads()->model()->columnOf(u"shown_name"_s)));
    const QImage image = table->viewport()->grab().toImage();
    return image.pixelColor(cell.left() + 4, cell.center().y());
}

void AwayPageTest::quietWhileNothingIsNew()
{
    open();
    QVERIFY(footer()->isHidden());
    QTest::keyClick(&m_f->window, Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(m_f->window.currentPage(), u"changes"_s);
    const auto *empty = page()->findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    // One is there: the sidebar says where.
    QVERIFY(footer()->isVisible());
    QCOMPARE(footer()->active(), Sidebar::changesId());
    QTest::keyClick(&m_f->window, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(footer()->isHidden());
}

void AwayPageTest::footerLeadsToTheList()
{
    open();
    const QString lead = leads()->model()->idAt(3);
    const QString name = nameOf(lead);
    beAway([&] { change(lead, u"Magpie Metals"_s); });
    QTRY_VERIFY(footer()->isVisible());
    QVERIFY(footer()->item(0)->data(Qt::AccessibleDescriptionRole).toString().startsWith(u"1 change"_s));
    QTest::mouseClick(footer()->viewport(), Qt::LeftButton, Qt::NoModifier,
                      footer()->visualItemRect(footer()->item(0)).center());
    QCOMPARE(m_f->window.currentPage(), u"changes"_s);
    QVERIFY(page()->list()->hasFocus());
    QCOMPARE(page()->model()->rowCount(), 1);
    const QString said = page()->model()->index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.startsWith(u"Magpie Metals, Lead; Name: from %1 to Magpie Metals; Ana Reyes, "_s.arg(name)),
             qPrintable(said));
    // All seen: nothing is left, and nothing in the sidebar once one has gone elsewhere.
    QVERIFY(F::press(page(), u"Mark All as Seen"_s));
    QCOMPARE(page()->model()->rowCount(), 0);
    QTest::keyClick(&m_f->window, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(footer()->isHidden());
}

void AwayPageTest::opensWhatChanged()
{
    open();
    const QString deal = m_f->session().opportunities()->idAt(2);
    const QString lead = m_f->session().opportunities()->leadIdAt(2);
    beAway([&] {
        m_server.exchange("PUT", u"/opportunity/%1/"_s.arg(deal), {{u"confidence"_s, 33}});
        change(lead, u"Magpie Metals"_s);
        change(leads()->model()->idAt(0) == lead ? leads()->model()->idAt(1) : leads()->model()->idAt(0),
               u"Other"_s);
    });
    QTRY_COMPARE(page()->model()->unseenCount(), 3);
    m_f->workspace->go(Sidebar::changesId());
    page()->list()->setCurrentIndex(page()->model()->index(page()->model()->rowOf(deal)));
    QTest::keyClick(page()->list(), Qt::Key_Return);
    QCOMPARE(m_f->window.currentPage(), u"lead"_s);
    QCOMPARE(m_f->workspace->leadPage()->view()->leadId(), lead);
    // What is on its page is seen with it.
    QTRY_COMPARE(page()->model()->unseenCount(), 1);
    QTest::keyClick(&m_f->window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_f->window.currentPage(), u"changes"_s);
    QCOMPARE(page()->list()->currentIndex().data(RecordIdRole).toString(), deal);
    QVERIFY(footer()->item(0)->data(Qt::AccessibleDescriptionRole).toString().startsWith(u"1 change"_s));
}

void AwayPageTest::spaceIsSeen()
{
    open();
    beAway([&] {
        change(leads()->model()->idAt(0), u"Magpie Metals"_s);
        change(leads()->model()->idAt(1), u"Jackdaw Joinery"_s);
    });
    QTRY_COMPARE(page()->model()->unseenCount(), 2);
    m_f->workspace->go(Sidebar::changesId());
    QTest::keyClick(page()->list(), Qt::Key_Space);
    QCOMPARE(page()->model()->unseenCount(), 1);
    QVERIFY(page()->model()->entryAt(0).isSeen);
    QTest::keyClick(page()->list(), Qt::Key_Space);
    QCOMPARE(page()->model()->unseenCount(), 2);
    QTest::keyClick(page()->list(), Qt::Key_Space, Qt::ShiftModifier);
    QCOMPARE(page()->model()->rowCount(), 0);
}

void AwayPageTest::keysAndSearch()
{
    open();
    beAway([&] {
        change(leads()->model()->idAt(0), u"Magpie Metals"_s);
        change(leads()->model()->idAt(1), u"Jackdaw Joinery"_s);
    });
    QTRY_COMPARE(page()->model()->unseenCount(), 2);
    QTest::keyClick(&m_f->window, Qt::Key_6, Qt::ControlModifier);
    QTest::keyClick(&m_f->window, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(m_f->search(), u"JACK"_s);
    int shown = 0;
    for (int row = 0; row < 2; ++row)
        shown += page()->list()->isRowHidden(row) ? 0 : 1;
    QCOMPARE(shown, 1);
    QTest::keyClick(m_f->search(), Qt::Key_Escape);
    QVERIFY(!page()->list()->isRowHidden(0) && !page()->list()->isRowHidden(1));
}

void AwayPageTest::changedRowFades()
{
    open();
    leads()->model()->sortBy(u"date_created"_s, Qt::AscendingOrder);
    const QString lead = leads()->model()->idAt(2);
    const QColor plain = ground(2);
    const auto *fades = leads()->table()->findChild<RowFades *>();
    QVERIFY(fades);
    // Looked at when it begins: a sync may well take longer than the fade.
    QColor marked;
    QColor beside;
    connect(fades, &RowFades::stepped, this, [&](int row) {
        if (row != 2 || marked.isValid())
            return;
        marked = ground(2);
        beside = ground(3);
    });
    change(lead, u"Magpie Metals"_s);
    QVERIFY(syncNow(m_f->session()));
    QCOMPARE(leads()->model()->rowOf(lead), 2);
    QTRY_VERIFY(marked.isValid());
    QVERIFY(marked != plain);
    QCOMPARE(beside, plain);
    QTRY_VERIFY(fades->isEmpty());
    QCOMPARE(ground(2), plain);
    disconnect(fades, nullptr, this, nullptr);
}

void AwayPageTest::stillWhereMotionIsReduced()
{
    open();
    auto *style = qobject_cast<Style *>(QApplication::style());
    QVERIFY(style);
    style->setReducedMotion(true);
    const auto moving = qScopeGuard([style] { style->setReducedMotion(false); });
    leads()->model()->sortBy(u"date_created"_s, Qt::AscendingOrder);
    const QColor plain = ground(2);
    // One colour, then none.
    QSet<QRgb> colors;
    const auto *fades = leads()->table()->findChild<RowFades *>();
    QVERIFY(fades);
    connect(fades, &RowFades::stepped, this, [&](int row) {
        if (row == 2)
            colors.insert(ground(2).rgb());
    });
    change(leads()->model()->idAt(2), u"Magpie Metals"_s);
    QVERIFY(syncNow(m_f->session()));
    QTRY_VERIFY(!colors.isEmpty() && fades->isEmpty());
    disconnect(fades, nullptr, this, nullptr);
    QCOMPARE(colors.size(), 2);
    QVERIFY(colors.contains(plain.rgb()));
}

void AwayPageTest::firstLoadDoesNotFade()
{
    QSignalSpy arrived(&m_f->session(), &Session::recordsArrived);
    open();
    QCOMPARE(arrived.count(), 0);
}

/// Selection, current row and what stands in the window stay, whatever comes, goes and moves above it.
void AwayPageTest::tableStaysUnderSync()
{
    open();
    TableView *table = leads()->table();
    leads()->model()->sortBy(u"shown_name"_s, Qt::AscendingOrder);
    const QString current = leads()->model()->idAt(60);
    QVERIFY(leads()->select(current));
    table->verticalScrollBar()->setValue(50 * 32 + 11);
    const auto top = [&] {
        return table->visualRect(leads()->model()->index(leads()->model()->rowOf(current), 0)).top();
    };
    const int before = top();
    QVERIFY(before > 0);
    // Above it: one comes, two go, one moves there from below and one the other way.
    QCOMPARE(m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, u"!! First of all"_s}}).status, 200);
    QCOMPARE(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(leads()->model()->idAt(10))).status, 200);
    QCOMPARE(m_server.exchange("DELETE", u"/lead/%1/"_s.arg(leads()->model()->idAt(20))).status, 200);
    change(leads()->model()->idAt(100), u"!! From below"_s);
    change(leads()->model()->idAt(5), u"zz From above"_s);
    change(leads()->model()->idAt(55), u"zz Out of the window"_s);
    QVERIFY(syncNow(m_f->session()));
    QCOMPARE(m_f->session().leads()->count(), 119U);
    QCOMPARE(top(), before);
    QCOMPARE(leads()->currentId(), current);
    QCOMPARE(leads()->selectedIds(), QStringList{current});
    // At the top one sees what is new.
    table->verticalScrollBar()->setValue(0);
    QCOMPARE(m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, u"!! Before all"_s}}).status, 200);
    QVERIFY(syncNow(m_f->session()));
    QCOMPARE(table->verticalScrollBar()->value(), 0);
    QCOMPARE(F::cell(leads(), 0, u"shown_name"_s), u"!! Before all"_s);
}

LEADLINE_TEST(tst_awaypage, QTEST_MAIN, AwayPageTest)

} // namespace tst_awaypage

#include "tst_awaypage.moc"

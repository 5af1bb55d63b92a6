// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "elidedlabel.h"
#include "testprogram.h"
#include "theme.h"
#include "workspacefixture.h"

#include <QTemporaryDir>

namespace tst_syncstatus {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// What the window says of the sync, and what it leaves out.
class SyncStatusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void saysHowFarItIsAndPauses();
    void saysOnceThatItIsOffline();
    void saysThatActivityNeedsTheNetwork();

private:
    using F = WorkspaceFixture;
    void open(const QStringList &options);
    bool says(const QWidget *parent, const QString &text) const;

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceFixture> m_f;
};

void SyncStatusTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    auto *theme = new Theme(qApp, this);
    theme->setMode(Theme::Mode::Light);
}

void SyncStatusTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void SyncStatusTest::cleanup()
{
    m_f.reset();
    m_server.stop();
}

void SyncStatusTest::open(const QStringList &options)
{
    QVERIFY2(m_server.start(options).isValid(), qPrintable(m_server.errorText()));
    const auto session = signedIn(m_server);
    QVERIFY(session);
    m_f = std::make_unique<WorkspaceFixture>(session, m_folder->filePath(u"settings.ini"_s));
    QVERIFY(QTest::qWaitForWindowActive(&m_f->window));
}

/// Whether a label that can be seen has all of these words.
bool SyncStatusTest::says(const QWidget *parent, const QString &words) const
{
    for (const QLabel *label : parent->findChildren<QLabel *>()) {
        const QStringList wanted = words.split(u'|');
        if (label->isVisible() && std::all_of(wanted.begin(), wanted.end(), [label](const QString &word) {
                return label->text().contains(word);
            }))
            return true;
    }
    return false;
}

void SyncStatusTest::saysHowFarItIsAndPauses()
{
    open({u"--leads"_s, u"6000"_s, u"--rate-limit"_s, u"10"_s});
    m_f->session().refresh();
    const StatusStrip *strip = m_f->window.statusStrip();
    QTRY_VERIFY_WITH_TIMEOUT(says(strip, u" of 6,000 leads|/s|left"_s), 30000);
    QVERIFY(F::press(strip, u"Pause"_s));
    QCOMPARE(m_f->session().syncState().phase, SyncState::Phase::Paused);
    QVERIFY(says(strip, u" of 6,000 leads"_s));
    QVERIFY(!says(strip, u"left"_s));
    QVERIFY(F::press(strip, u"Go On"_s));
    QCOMPARE(m_f->session().syncState().phase, SyncState::Phase::Loading);
    QVERIFY(m_server.configure({{u"rate_limit"_s, 0}}));
    QVERIFY(isSynced(m_f->session(), 60000));
    QTRY_VERIFY(says(strip, u"Synced"_s));
    QVERIFY(!F::button(strip, u"Pause"_s));
}

void SyncStatusTest::saysOnceThatItIsOffline()
{
    open({u"--leads"_s, u"120"_s});
    QVERIFY(syncNow(m_f->session()));
    const int rows = m_f->leads()->model()->rowCount();
    m_server.stop();
    for (int round = 0; round < 3; ++round) {
        m_f->session().refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_f->session().syncState().phase, SyncState::Phase::Stopped, 30000);
    }
    QVERIFY(!m_f->session().isOnline());
    // One message, however often it was tried; the tables are as they were.
    QCOMPARE(m_f->window.messageBar()->current(), u"sync"_s);
    QCOMPARE(m_f->window.messageBar()->waiting(), 0);
    QVERIFY(says(m_f->window.statusStrip(), u"Shown as of"_s));
    QCOMPARE(m_f->leads()->model()->rowCount(), rows);
}

void SyncStatusTest::saysThatActivityNeedsTheNetwork()
{
    open({u"--leads"_s, u"120"_s});
    QVERIFY(syncNow(m_f->session()));
    m_server.stop();
    m_f->workspace->openLead(m_f->leads()->model()->idAt(40));
    QTRY_VERIFY_WITH_TIMEOUT(
        says(m_f->workspace->leadPage(), u"The activity of this lead needs the network"_s), 30000);
}

LEADLINE_TEST(tst_syncstatus, QTEST_MAIN, SyncStatusTest)

} // namespace tst_syncstatus

#include "tst_syncstatus.moc"

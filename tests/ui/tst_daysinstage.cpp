// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "memorykeychain.h"
#include "pipelinemodel.h"
#include "pipelinepage.h"
#include "programstart.h"
#include "testprogram.h"
#include "theme.h"
#include "workspacefixture.h"

#include <QDirIterator>

namespace tst_daysinstage {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// The pipeline's days in stage after a start from the local copy, which leaves the status changes on the
/// disk until the pipeline is looked at.
class DaysInStageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void areToldOnceThePipelineIsShown();

private:
    using Days = QMap<QString, std::optional<int>>;

    /// A window over the copy, in step with Close, with the leads in front.
    std::unique_ptr<WorkspaceFixture> start();
    static Days daysOf(const WorkspaceFixture &window);
    static bool showPipeline(const WorkspaceFixture &window);
    int snapshots() const;

    Theme *m_theme = nullptr;
    DemoServer m_server;
    MemoryKeychain m_keychain;
    QTemporaryDir m_folder;
};

void DaysInStageTest::initTestCase()
{
    m_theme = new Theme(qApp, this);
    QVERIFY2(m_server.start({u"--leads"_s, u"120"_s, u"--today"_s, u"2026-11-20"_s}).isValid(),
             qPrintable(m_server.errorText()));
}

std::unique_ptr<WorkspaceFixture> DaysInStageTest::start()
{
    ProgramStart program(m_keychain, m_server.baseUrl(), m_folder.path());
    std::shared_ptr<Session> session = program.sessionAfter([](SignIn &signIn) {
        signIn.verify(Secret(DemoServer::key().toLatin1()), Secret(), KeySource::Typed);
    });
    if (!session)
        return {};
    auto window = std::make_unique<WorkspaceFixture>(std::move(session), m_folder.filePath(u"window.ini"_s));
    QSignalSpy begun(&window->session(), &Session::syncStateChanged);
    window->session().refresh();
    const bool isOpen = QTest::qWaitForWindowActive(&window->window) &&
                        waitFor([&begun] { return !begun.isEmpty(); }) && isSynced(window->session());
    return isOpen ? std::move(window) : nullptr;
}

DaysInStageTest::Days DaysInStageTest::daysOf(const WorkspaceFixture &window)
{
    Days days;
    const PipelineModel *model = window.window.findChild<PipelinePage *>()->model();
    for (int group = 0; group < model->groupCount(); ++group) {
        for (int row = 0; row < model->groupSize(group); ++row)
            days.insert(model->idAt(group, row), model->card(group, row).daysInStage);
    }
    return days;
}

bool DaysInStageTest::showPipeline(const WorkspaceFixture &window)
{
    return WorkspaceFixture::clickPlace(window.window.sidebar()->sections(), u"Pipeline"_s);
}

/// How many tables the copy has.
int DaysInStageTest::snapshots() const
{
    int found = 0;
    QDirIterator it(m_folder.filePath(u"copies"_s), {u"*.columns"_s}, QDir::Files,
                    QDirIterator::Subdirectories);
    for (; it.hasNext(); it.next())
        ++found;
    return found;
}

void DaysInStageTest::areToldOnceThePipelineIsShown()
{
    Days expected;
    {
        const auto window = start();
        QVERIFY(window && showPipeline(*window));
        expected = daysOf(*window);
        // What is over stands in no stage.
        QVERIFY(expected.size() - expected.values().count(std::nullopt) > 20);
        QTRY_COMPARE_WITH_TIMEOUT(snapshots(), 5, 15000);
    }
    const auto window = start();
    QVERIFY(window);
    const RecordTable *changes = window->session().statusChanges();
    QVERIFY(!changes->isWhole());
    // None rather than wrong ones, until all changes are there.
    Days before;
    connect(changes, &RecordTable::wholeWanted, this, [&] { before = daysOf(*window); });
    QVERIFY(showPipeline(*window));
    QCOMPARE(before.keys(), expected.keys());
    for (const auto &days : std::as_const(before))
        QVERIFY(!days);
    QTRY_VERIFY(changes->isWhole());
    QTRY_COMPARE(daysOf(*window), expected);
}

LEADLINE_TEST(tst_daysinstage, QTEST_MAIN, DaysInStageTest)

} // namespace tst_daysinstage

#include "tst_daysinstage.moc"

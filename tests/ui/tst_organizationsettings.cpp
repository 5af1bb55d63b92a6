// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "demoserver.h"
#include "pipelinepage.h"
#include "testprogram.h"
#include "theme.h"
#include "workspacefixture.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace tst_organizationsettings {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

using F = WorkspaceFixture;

/// One window over one organization after the other, with the same settings.
class TestOrganizationSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void filtersStayWithTheirOrganization();
    void pipelineStaysWithItsOrganization();
    void columnsStartAsTheOtherOnes();

private:
    std::unique_ptr<WorkspaceFixture> open(const DemoServer &server) const;
    static QByteArray statusFilter(const DemoServer &server);

    DemoServer m_halden;
    DemoServer m_lumen;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOrganizationSettings::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    auto *theme = new Theme(qApp, this);
    theme->setMode(Theme::Mode::Light);
    theme->apply();
    QVERIFY2(m_halden.start({u"--leads"_s, u"40"_s}).isValid(), qPrintable(m_halden.errorText()));
    QVERIFY2(m_lumen.start({u"--leads"_s, u"40"_s, u"--organization"_s, u"Lumen Optics"_s}).isValid(),
             qPrintable(m_lumen.errorText()));
}

void TestOrganizationSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<WorkspaceFixture> TestOrganizationSettings::open(const DemoServer &server) const
{
    auto opened = std::make_unique<WorkspaceFixture>(signedIn(server), m_folder->filePath(u"settings.ini"_s));
    return opened->open() ? std::move(opened) : nullptr;
}

/// What the settings hold for leads of the organization's first status.
QByteArray TestOrganizationSettings::statusFilter(const DemoServer &server)
{
    const QString status = server.get(u"/status/lead/"_s)["data"_L1][0]["id"_L1].toString();
    const FilterSet set{
        .filters = {{.key = u"status_id"_s, .op = FilterOperator::IsAnyOf, .values = {status}}}};
    return QJsonDocument(set.toJson()).toJson(QJsonDocument::Compact);
}

void TestOrganizationSettings::filtersStayWithTheirOrganization()
{
    {
        // As it was kept before there were several organizations.
        QSettings settings(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
        settings.setValue(u"pages/leads/filters"_s, statusFilter(m_halden));
    }
    {
        const auto halden = open(m_halden);
        QVERIFY(halden);
        QCOMPARE(halden->leads()->model()->filterSet().filters.size(), 1);
        QVERIFY(!halden->settings.contains(u"pages/leads/filters"_s));
    }
    {
        const auto lumen = open(m_lumen);
        QVERIFY(lumen);
        QCOMPARE(lumen->window.windowTitle(), u"Leads – Lumen Optics"_s);
        QVERIFY(lumen->leads()->model()->filterSet().isEmpty());
        QCOMPARE(lumen->leads()->model()->rowCount(), 40);
    }
    {
        const auto halden = open(m_halden);
        QVERIFY(halden);
        QCOMPARE(halden->leads()->model()->filterSet().filters.size(), 1);
        const QList<Chip *> chips = halden->leads()->findChildren<Chip *>();
        const auto status = std::find_if(chips.cbegin(), chips.cend(), [](const Chip *chip) {
            return chip->isVisible() && chip->text().startsWith(u"Status"_s);
        });
        QVERIFY(status != chips.cend());
        QTest::keyClick(*status, Qt::Key_Delete);
        QVERIFY(halden->leads()->model()->filterSet().isEmpty());
    }
    const auto halden = open(m_halden);
    QVERIFY(halden);
    QVERIFY(halden->leads()->model()->filterSet().isEmpty());
}

void TestOrganizationSettings::pipelineStaysWithItsOrganization()
{
    const QString renewals = m_halden.get(u"/pipeline/"_s)["data"_L1][1]["id"_L1].toString();
    QVERIFY(!renewals.isEmpty());
    {
        const auto halden = open(m_halden);
        QVERIFY(halden);
        halden->workspace->pipelinePage()->setPipeline(renewals);
        halden->workspace->pipelinePage()->setView(PipelinePage::View::List);
    }
    {
        const auto lumen = open(m_lumen);
        QVERIFY(lumen);
        QVERIFY(lumen->workspace->pipelinePage()->pipeline() != renewals);
        // How one looks at it is no matter of ids.
        QCOMPARE(lumen->workspace->pipelinePage()->view(), PipelinePage::View::List);
    }
    const auto halden = open(m_halden);
    QVERIFY(halden);
    QCOMPARE(halden->workspace->pipelinePage()->pipeline(), renewals);
}

void TestOrganizationSettings::columnsStartAsTheOtherOnes()
{
    const auto width = [](const WorkspaceFixture &f, int set = 0) {
        TableView *table = f.leads()->table();
        const int column = table->columnOf(u"status_id"_s);
        if (set > 0)
            table->horizontalHeader()->resizeSection(column, set);
        return table->horizontalHeader()->sectionSize(column);
    };
    {
        const auto halden = open(m_halden);
        QVERIFY(halden);
        QCOMPARE(width(*halden, 177), 177);
    }
    {
        const auto lumen = open(m_lumen);
        QVERIFY(lumen);
        QCOMPARE(width(*lumen), 177);
        QCOMPARE(width(*lumen, 201), 201);
    }
    const auto halden = open(m_halden);
    QVERIFY(halden);
    QCOMPARE(width(*halden), 177);
}

LEADLINE_TEST(tst_organizationsettings, QTEST_MAIN, TestOrganizationSettings)

} // namespace tst_organizationsettings

#include "tst_organizationsettings.moc"

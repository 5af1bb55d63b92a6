// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tableexporter.h"
#include "testprogram.h"
#include "theme.h"
#include "workspacefixture.h"

#include <QFileDialog>
#include <QTemporaryDir>
#include <QTest>

namespace tst_tableexport {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;
using F = WorkspaceFixture;

/// A table as a file, from the menus to what is in it.
class TableExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void writesWhatIsShown();
    void writesChosenRows();
    void saysWhyNot();
    void thinksBetterOfIt();
    void endsWithItsPage();

private:
    /// The menu of the header, by its key.
    bool chooseExport(const QString &entry);
    bool chooseFile(const QString &path);
    QFileDialog *dialog() const { return m_f->window.findChild<QFileDialog *>(); }
    /// Its lines, once it is there.
    QStringList linesOf(const QString &path) const;
    RecordListPage *leads() const { return m_f->leads(); }

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<F> m_f;
};

void TableExportTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    auto *theme = new Theme(qApp, this);
    theme->setMode(Theme::Mode::Light);
    theme->apply();
    QVERIFY2(m_server.start({u"--leads"_s, u"60"_s}).isValid(), qPrintable(m_server.errorText()));
}

void TableExportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto session = signedIn(m_server);
    QVERIFY(session);
    m_f = std::make_unique<F>(session, m_folder->filePath(u"settings.ini"_s));
    QVERIFY(m_f->open());
}

void TableExportTest::cleanup()
{
    m_f.reset();
}

bool TableExportTest::chooseExport(const QString &entry)
{
    leads()->table()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(leads()->table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QMenu *menu = F::menu();
    if (!menu)
        return false;
    QTest::keyClick(menu, Qt::Key_End);
    if (!menu->activeAction() || menu->activeAction()->text() != entry)
        return false;
    QTest::keyClick(menu, Qt::Key_Return);
    return waitFor([this] { return dialog() && dialog()->isVisible(); });
}

bool TableExportTest::chooseFile(const QString &path)
{
    dialog()->selectFile(path);
    return QMetaObject::invokeMethod(dialog(), "accept") && waitFor([this] { return !dialog(); });
}

QStringList TableExportTest::linesOf(const QString &path) const
{
    QFile file(path);
    if (!waitFor([&] { return m_f->window.messageBar()->text().startsWith(u"Written to"_s); }) ||
        !file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll().mid(3)).split(u"\r\n"_s, Qt::SkipEmptyParts);
}

void TableExportTest::writesWhatIsShown()
{
    F::clickHeader(leads(), u"shown_name"_s);
    m_f->search()->setFocus();
    QTest::keyClicks(m_f->search(), u"an"_s);
    QTRY_VERIFY(leads()->model()->rowCount() < 60);
    leads()->table()->setColumnHidden(leads()->table()->columnOf(u"city"_s), true);
    QVERIFY(chooseExport(u"Export as CSV…"_s));
    QCOMPARE(dialog()->selectedFiles().value(0).section(u'/', -1), u"Leads.csv"_s);
    const QString path = m_folder->filePath(u"out.csv"_s);
    QVERIFY(chooseFile(path));

    const QStringList lines = linesOf(path);
    QCOMPARE(lines.size(), leads()->model()->rowCount() + 1);
    const QStringList titles = lines.first().split(u',');
    QCOMPARE(titles.first(), u"Name"_s);
    QVERIFY(!titles.contains(u"City"_s));
    for (int row = 0; row < leads()->model()->rowCount(); ++row) {
        const QString name = F::cell(leads(), row, u"shown_name"_s);
        QVERIFY2(lines.at(row + 1).startsWith(name) || lines.at(row + 1).startsWith(u'"' + name.left(1)),
                 qPrintable(lines.at(row + 1)));
    }
}

void TableExportTest::writesChosenRows()
{
    F::clickCell(leads(), 2, u"shown_name"_s);
    F::clickCell(leads(), 4, u"shown_name"_s, Qt::ShiftModifier);
    const QPoint at = F::centre(leads(), 3, u"shown_name"_s);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, leads()->table()->viewport()->mapToGlobal(at));
    QApplication::sendEvent(leads()->table()->viewport(), &event);
    QVERIFY(F::choose(u"Export 3 row(s) as CSV…"_s)); // the English words for numbers are in a translation
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    const QString path = m_folder->filePath(u"three.csv"_s);
    QVERIFY(chooseFile(path));
    QCOMPARE(linesOf(path).size(), 4);
}

void TableExportTest::saysWhyNot()
{
    auto *exporter = leads()->findChild<TableExporter *>();
    QVERIFY(exporter);
    const QString path = m_folder->filePath(u"no/such/folder.csv"_s);
    exporter->write({}, path);
    QTRY_VERIFY(m_f->window.messageBar()->text().startsWith(path + u" could not be written: "_s));
    QVERIFY(!QFile::exists(path));
}

void TableExportTest::thinksBetterOfIt()
{
    QVERIFY(chooseExport(u"Export as CSV…"_s));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QVERIFY(m_f->window.messageBar()->text().isEmpty());
}

/// Signing out does not wait for a table that is being written, and leaves no half of one.
void TableExportTest::endsWithItsPage()
{
    const QString path = m_folder->filePath(u"late.csv"_s);
    leads()->findChild<TableExporter *>()->write({}, path);
    m_f->workspace.reset();
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        QCOMPARE(file.readAll().count("\r\n"), 61);
    QCOMPARE(QDir(m_folder->path()).entryList({u"late.csv*"_s}).size(), file.isOpen() ? 1 : 0);
}

LEADLINE_TEST(tst_tableexport, QTEST_MAIN, TableExportTest)

} // namespace tst_tableexport

#include "tst_tableexport.moc"

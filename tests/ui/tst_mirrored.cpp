// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "formfixture.h"
#include "leadsection.h"
#include "pipelineboard.h"
#include "pipelinepage.h"
#include "testprogram.h"
#include "workspacefixture.h"

#include <QDialog>
#include <QLabel>
#include <QTemporaryDir>

namespace tst_mirrored {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;
using F = WorkspaceFixture;

namespace {

/// Where something is painted on a widget whose ground is plain.
QRect inkOf(QWidget *widget)
{
    const QImage image = widget->grab().toImage().convertToFormat(QImage::Format_RGB32);
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != image.pixel(0, 0))
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

bool isAtRight(QWidget *widget)
{
    const QRect ink = inkOf(widget);
    return ink.isValid() && ink.left() > widget->grab().toImage().width() / 2;
}

} // namespace

/// The window of somebody who reads from right to left: begins at the right, whatever language its words are
/// in.
class MirroredTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void tableBeginsAtTheRight();
    void boardBeginsAtTheRight();
    void leadPageBeginsAtTheRight();
    void formHasItsLabelsAtTheRight();

private:
    DemoServer m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFixture> m_f;
};

void MirroredTest::initTestCase()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QVERIFY2(m_server.start({u"--leads"_s, u"20"_s}).isValid(), qPrintable(m_server.errorText()));
    m_f = std::make_unique<WorkspaceFixture>(signedIn(m_server), m_folder.filePath(u"settings.ini"_s));
    QVERIFY(m_f->open());
}

void MirroredTest::cleanupTestCase()
{
    m_f.reset();
}

void MirroredTest::tableBeginsAtTheRight()
{
    const TableView *table = m_f->leads()->table();
    const RecordTableModel *model = m_f->leads()->model();
    const QRect name = table->visualRect(model->index(0, model->columnOf(u"shown_name"_s)));
    const QRect status = table->visualRect(model->index(0, model->columnOf(u"status_id"_s)));
    QVERIFY(name.isValid() && status.isValid());
    QVERIFY(name.left() > status.right());
    QCOMPARE(name.right(), table->viewport()->rect().right());
    // And so does the window around it.
    QVERIFY(m_f->window.sidebar()->mapTo(&m_f->window, QPoint()).x() >
            table->mapTo(&m_f->window, QPoint()).x());
}

void MirroredTest::boardBeginsAtTheRight()
{
    m_f->workspace->go(u"pipeline"_s);
    const PipelineBoard *board = m_f->window.findChild<PipelineBoard *>();
    QVERIFY(board && board->isVisible());
    QTRY_VERIFY(board->model()->groupCount() > 1 && board->columnRect(0).isValid());
    QVERIFY(board->columnRect(0).left() > board->columnRect(1).right());
}

void MirroredTest::leadPageBeginsAtTheRight()
{
    // One without a task: the section says so.
    const RecordTable *tasks = m_f->session().tasks();
    QString id;
    for (quint32 row = 0; row < m_f->session().leads()->rows() && id.isEmpty(); ++row) {
        const QString lead = m_f->session().leads()->idAt(row);
        bool hasTask = false;
        for (const quint32 task : tasks->rowsOfLead(lead))
            hasTask = hasTask || !tasks->valueAt(u"is_complete"_s, task).toBool();
        if (!hasTask)
            id = lead;
    }
    QVERIFY(!id.isEmpty());
    m_f->workspace->openLead(id);
    LeadView *view = m_f->workspace->leadPage()->view();
    QTRY_VERIFY(view->isWhole());
    const auto section = [view](const QString &name) {
        const auto all = view->findChildren<LeadSection *>();
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const LeadSection *each) { return each->accessibleName() == name; });
        return found == all.end() ? nullptr : *found;
    };
    LeadSection *details = section(u"Details"_s);
    LeadSection *todo = section(u"Tasks"_s);
    QVERIFY(details && todo);
    QTRY_VERIFY(todo->isVisible());
    QVERIFY(details->mapTo(view, QPoint()).x() > todo->mapTo(view, QPoint()).x());
    QLabel *hint = nullptr;
    for (QLabel *label : todo->findChildren<QLabel *>())
        hint = label->text() == "Nothing to be done."_L1 ? label : hint;
    QVERIFY(hint && hint->isVisible());
    QVERIFY(isAtRight(hint));
}

void MirroredTest::formHasItsLabelsAtTheRight()
{
    QTest::keyClick(&m_f->window, Qt::Key_N, Qt::ControlModifier);
    QDialog *form = nullptr;
    QTRY_VERIFY((form = qobject_cast<QDialog *>(QApplication::activeModalWidget())) != nullptr);
    const QWidget *name = FormFixture::control(form, u"Company name"_s);
    QVERIFY(name);
    const QLabel *label = nullptr;
    for (const QLabel *each : form->findChildren<QLabel *>())
        label = each->isVisible() && each->buddy() && each->buddy()->accessibleName() == "Company name"_L1
                    ? each
                    : label;
    QVERIFY(label);
    QVERIFY(label->mapTo(form, QPoint()).x() > name->mapTo(form, QPoint()).x());
    form->reject();
}

LEADLINE_TEST(tst_mirrored, QTEST_MAIN, MirroredTest)

} // namespace tst_mirrored

#include "tst_mirrored.moc"

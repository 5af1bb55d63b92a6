// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "button.h"
#include "contactform.h"
#include "elidedlabel.h"
#include "formfixture.h"
#include "formrow.h"
#include "leadform.h"
#include "linkbutton.h"
#include "opportunityform.h"
#include "recordform.h"
#include "resources.h"
#include "testprogram.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QToolButton>
#include <QTranslator>

namespace tst_formlayout {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// Forms in German, whose words are long: at every width, and with the keyboard alone.
class FormLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();

    void fitsEveryWidth_data();
    void fitsEveryWidth();
    void standsBelowWhenNarrow();
    void tabsThroughLongForms_data();
    void tabsThroughLongForms();
    void givesEachLabelItsLetter_data();
    void givesEachLabelItsLetter();
    void savesAndBeginsAnother();

private:
    RecordDialog *open(const QString &name);

    DemoServer m_server;
    Theme *m_theme = nullptr;
    QTranslator m_german;
    std::unique_ptr<FormFixture> m_fixture;
};

namespace {

const QStringList &forms()
{
    static const QStringList names{u"new-lead"_s,     u"edit-lead"_s,       u"new-contact"_s,
                                   u"edit-contact"_s, u"new-opportunity"_s, u"edit-opportunity"_s};
    return names;
}

/// All that a person reads or works with, below \a parent.
QList<QWidget *> controlsOf(QWidget *parent)
{
    QList<QWidget *> list;
    for (QWidget *widget : parent->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget) ||
                               qobject_cast<QPlainTextEdit *>(widget) ||
                               qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLabel *>(widget);
        if (isControl && widget->isVisible() && widget->window() == parent)
            list.append(widget);
    }
    return list;
}

/// Whether a button shows its whole text.
bool showsText(const QAbstractButton *button)
{
    return qobject_cast<const QToolButton *>(button) || button->text().isEmpty() ||
           button->width() >= button->sizeHint().width();
}

} // namespace

void FormLayoutTest::initTestCase()
{
    initResources();
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QVERIFY(m_german.load(QLocale(QLocale::German), u"leadline"_s, u"_"_s, u":/i18n"_s));
    QVERIFY(QCoreApplication::installTranslator(&m_german));
    m_theme = new Theme(qApp, this);
    m_theme->setMode(Theme::Mode::Light);
    QVERIFY2(m_server.start({u"--leads"_s, u"30"_s}).isValid(), qPrintable(m_server.errorText()));
    m_fixture = std::make_unique<FormFixture>(m_server);
    QVERIFY(m_fixture->start());
    m_fixture->context().locale = QLocale(QLocale::German, QLocale::Germany);
}

void FormLayoutTest::cleanupTestCase()
{
    m_fixture.reset();
}

void FormLayoutTest::cleanup()
{
    for (RecordDialog *dialog : m_fixture->window().findChildren<RecordDialog *>())
        delete dialog;
    QVERIFY(m_server.clearRequests());
}

RecordDialog *FormLayoutTest::open(const QString &name)
{
    const FormContext &context = m_fixture->context();
    MainWindow *window = &m_fixture->window();
    const QString lead = m_fixture->session().contacts()->leadIdAt(0);
    RecordDialog *dialog = nullptr;
    if (name == "new-lead"_L1)
        dialog = new LeadForm(context, window);
    else if (name == "edit-lead"_L1)
        dialog = new LeadForm(context, lead, window);
    else if (name == "new-contact"_L1)
        dialog = new ContactForm(context, ContactForm::NewOn{lead}, window);
    else if (name == "edit-contact"_L1)
        dialog = new ContactForm(context, m_fixture->session().contacts()->idAt(0), window);
    else if (name == "new-opportunity"_L1)
        dialog = new OpportunityForm(context, OpportunityForm::NewOn{lead}, window);
    else
        dialog = new OpportunityForm(context, m_fixture->session().opportunities()->idAt(0), window);
    dialog->open();
    const bool isOpen = Test::waitFor(
        [dialog] { return QApplication::activeWindow() == dialog && dialog->primaryButton()->isEnabled(); });
    return isOpen ? dialog : nullptr;
}

void FormLayoutTest::fitsEveryWidth_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("width");
    for (const QString &name : forms()) {
        for (const int width : {900, 700, 500})
            QTest::addRow("%s at %d", qPrintable(name), width) << name << width;
    }
}

/// Nothing sticks out, nothing lies over another, no button is cut. With LEADLINE_PICTURES set to a folder,
/// pictures to look at.
void FormLayoutTest::fitsEveryWidth()
{
    QFETCH(QString, name);
    QFETCH(int, width);
    RecordDialog *dialog = open(name);
    QVERIFY(dialog);
    if (auto *link = FormFixture::control(dialog, u"Weitere Felder"_s))
        static_cast<QAbstractButton *>(link)->click();
    dialog->resize(width, 800);
    const auto *scroll = dialog->findChild<QScrollArea *>();
    const FormRow *first = dialog->findChild<FormRow *>();
    const auto isStacked = [&] {
        return first->label()->y() + first->label()->height() <= first->editor()->y();
    };
    QTRY_COMPARE(isStacked(), first->width() < FormRow::StackBelow);
    QCOMPARE(scroll->widget()->width(), scroll->viewport()->width());
    QCOMPARE(dialog->width(), width);
    for (const QWidget *each : controlsOf(dialog)) {
        const QRect place(each->mapTo(dialog, QPoint()), each->size());
        const QString what =
            each->accessibleName() + u' ' + QString::fromLatin1(each->metaObject()->className());
        QVERIFY2(place.left() >= 0 && place.right() < width, qPrintable(what));
        if (const auto *button = qobject_cast<const QAbstractButton *>(each))
            QVERIFY2(showsText(button), qPrintable(button->text()));
        if (const auto *box = qobject_cast<const QComboBox *>(each);
            box && box->minimumWidth() == box->maximumWidth())
            QVERIFY2(box->width() >= box->fontMetrics().horizontalAdvance(box->currentText()) + 40,
                     qPrintable(box->currentText()));
        if (qobject_cast<const QLineEdit *>(each) && each->isEnabled())
            QVERIFY2(place.width() >= 90, qPrintable(what));
    }
    for (const FormRow *row : dialog->findChildren<FormRow *>()) {
        QVERIFY2(!static_cast<ElidedLabel *>(row->label())->isElided(), qPrintable(row->labelText()));
        const QRect label = row->label()->geometry();
        const QRect editor(row->editor()->mapTo(row, QPoint()), row->editor()->size());
        QVERIFY2(!row->isVisible() || !label.intersects(editor), qPrintable(row->labelText()));
    }
    if (const QString folder = qEnvironmentVariable("LEADLINE_PICTURES"); !folder.isEmpty())
        QVERIFY(dialog->grab().save(u"%1/%2-%3-de.png"_s.arg(folder, name).arg(width)));
}

/// The labels above their editors, the panel below the rows.
void FormLayoutTest::standsBelowWhenNarrow()
{
    RecordDialog *dialog = open(u"new-contact"_s);
    QVERIFY(dialog);
    auto *panel = new QLabel(u"Panel"_s);
    panel->setFixedHeight(60);
    dialog->setSidePanel(panel);
    const auto *scroll = dialog->findChild<QScrollArea *>();
    dialog->resize(900, 700);
    QTRY_VERIFY(panel->mapTo(dialog, QPoint()).x() > scroll->geometry().right());
    const FormRow *row = dialog->findChild<FormRow *>();
    QVERIFY(row->label()->geometry().right() < row->editor()->mapTo(row, QPoint()).x());
    dialog->resize(700, 700);
    QTRY_VERIFY(panel->mapTo(dialog, QPoint()).y() > scroll->geometry().bottom());
    QVERIFY(row->label()->geometry().right() < row->editor()->mapTo(row, QPoint()).x());
    dialog->resize(500, 700);
    QTRY_VERIFY(row->label()->geometry().bottom() < row->editor()->mapTo(row, QPoint()).y());
    dialog->resize(900, 700);
    QTRY_VERIFY(row->label()->geometry().right() < row->editor()->mapTo(row, QPoint()).x());
}

void FormLayoutTest::tabsThroughLongForms_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : forms())
        QTest::newRow(qPrintable(name)) << name;
}

/// Tab reaches every control once, from the top down, and each is seen when it has the keyboard.
void FormLayoutTest::tabsThroughLongForms()
{
    QFETCH(QString, name);
    RecordDialog *dialog = open(name);
    QVERIFY(dialog);
    dialog->resize(dialog->width(), 420);
    const auto *scroll = dialog->findChild<QScrollArea *>();
    QWidget *first = dialog->focusWidget();
    QList<QWidget *> visited;
    int above = -1;
    for (int i = 0; i < 120; ++i) {
        QWidget *now = dialog->focusWidget();
        QVERIFY(now);
        if (visited.contains(now))
            break;
        visited.append(now);
        if (scroll->widget()->isAncestorOf(now)) {
            const QRect seen(now->mapTo(scroll->viewport(), QPoint()), now->size());
            QVERIFY2(scroll->viewport()->rect().contains(seen), qPrintable(now->accessibleName()));
            const int y = now->mapTo(scroll->widget(), QPoint()).y();
            QVERIFY2(y >= above || now->mapTo(scroll->widget(), QPoint()).y() <
                                       first->mapTo(scroll->widget(), QPoint()).y(),
                     qPrintable(now->accessibleName()));
            above = y;
        }
        QTest::keyClick(now, Qt::Key_Tab);
    }
    for (QWidget *each : controlsOf(dialog)) {
        const bool isStop = each->focusPolicy() & Qt::TabFocus && each->isEnabled();
        QVERIFY2(!isStop || visited.contains(each), qPrintable(each->accessibleName()));
    }
    // And back again.
    for (qsizetype i = visited.size() - 1; i > 0; --i) {
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(dialog->focusWidget(), visited.at(i));
    }
}

void FormLayoutTest::givesEachLabelItsLetter_data()
{
    tabsThroughLongForms_data();
}

void FormLayoutTest::givesEachLabelItsLetter()
{
    QFETCH(QString, name);
    RecordDialog *dialog = open(name);
    QVERIFY(dialog);
    QSet<QChar> letters;
    for (const FormRow *row : dialog->findChildren<FormRow *>()) {
        if (!row->isVisible())
            continue;
        const QString text = row->label()->text().remove(u"&&"_s);
        const qsizetype mark = text.indexOf(u'&');
        if (mark < 0)
            continue;
        const QChar letter = text.at(mark + 1).toUpper();
        QVERIFY2(!letters.contains(letter), qPrintable(row->labelText()));
        letters.insert(letter);
        if (letter.unicode() >= 0x80)
            continue;
        dialog->cancelButton()->setFocus();
        QTest::keyClick(dialog->focusWidget(), letter.toLatin1(), Qt::AltModifier);
        QCOMPARE(dialog->focusWidget(), row->control());
    }
    QVERIFY(letters.size() >= 5);
}

void FormLayoutTest::savesAndBeginsAnother()
{
    for (const QString &name : {u"new-contact"_s, u"edit-contact"_s}) {
        RecordDialog *dialog = open(name);
        QVERIFY(dialog);
        QSignalSpy another(dialog, &RecordDialog::anotherRequested);
        QSignalSpy finished(dialog, &QDialog::finished);
        FormFixture::type(dialog, u"Position des Kontakts"_s, u"Chefin"_s);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(another.count(), 1);
        QCOMPARE(another.first().at(0).value<RecordKind>(), RecordKind::Contact);
        QCOMPARE(another.first().at(1).toString(), m_fixture->session().contacts()->leadIdAt(0));
    }
}

LEADLINE_TEST(tst_formlayout, QTEST_MAIN, FormLayoutTest)

} // namespace tst_formlayout

#include "tst_formlayout.moc"

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "button.h"
#include "conflictdialog.h"
#include "contactform.h"
#include "conflictpresenter.h"
#include "formfixture.h"
#include "leadform.h"
#include "messagebar.h"
#include "recordform.h"
#include "statusmenu.h"
#include "testprogram.h"

#include <QRadioButton>
#include <QSignalSpy>

namespace tst_conflicts {

using namespace Leadline;
using namespace Qt::StringLiterals;

/// Nothing of somebody else's is overwritten unseen: a second client changes the records under the forms.
class ConflictsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void otherFieldsAreMergedSilently();
    void sameFieldIsAskedAbout_data();
    void sameFieldIsAskedAbout();
    void cancelSendsNothingAndKeepsTheText();
    void changedAgainWhileAsking();
    void statusMenuAsksToo();
    void lateAnswerIsNobodyElsesChange();
    void pictures();

private:
    LeadForm *openEdit();
    ConflictDialog *dialog() const;
    static bool choose(const ConflictDialog *dialog, const QString &start);
    void changeElsewhere(const QJsonObject &body);
    QJsonObject onClose() const { return m_server.get(u"/lead/%1/"_s.arg(m_lead)); }

    DemoServer m_server;
    Theme *m_theme = nullptr;
    std::unique_ptr<FormFixture> m_fixture;
    std::unique_ptr<ConflictPresenter> m_presenter;
    QString m_lead;
};

void ConflictsTest::initTestCase()
{
    m_theme = new Theme(qApp, this);
    m_theme->setMode(Theme::Mode::Light);
    QVERIFY2(m_server.start({u"--leads"_s, u"20"_s}).isValid(), qPrintable(m_server.errorText()));
}

void ConflictsTest::init()
{
    QVERIFY(m_server.reset());
    m_fixture = std::make_unique<FormFixture>(m_server);
    QVERIFY(m_fixture->start());
    m_presenter = std::make_unique<ConflictPresenter>(m_fixture->context(), &m_fixture->window());
    m_lead = m_fixture->session().leads()->idAt(0);
}

void ConflictsTest::cleanup()
{
    m_presenter.reset();
    m_fixture.reset();
}

LeadForm *ConflictsTest::openEdit()
{
    auto *form = new LeadForm(m_fixture->context(), m_lead, &m_fixture->window());
    form->open();
    const bool ready = Test::waitFor([&] {
        return QApplication::activeWindow() == form && form->primaryButton()->isEnabled() &&
               m_fixture->session().knownLead(m_lead);
    });
    return ready ? form : nullptr;
}

ConflictDialog *ConflictsTest::dialog() const
{
    ConflictDialog *found = nullptr;
    [&] {
        QTRY_VERIFY((found = qobject_cast<ConflictDialog *>(QApplication::activeModalWidget())) != nullptr);
    }();
    return found;
}

bool ConflictsTest::choose(const ConflictDialog *dialog, const QString &start)
{
    for (QRadioButton *button : dialog->findChildren<QRadioButton *>()) {
        if (button->text().startsWith(start)) {
            button->click();
            return true;
        }
    }
    return false;
}

void ConflictsTest::changeElsewhere(const QJsonObject &body)
{
    QCOMPARE(m_server.exchange("PUT", u"/lead/%1/"_s.arg(m_lead), body).status, 200);
    m_server.clearRequests();
}

void ConflictsTest::otherFieldsAreMergedSilently()
{
    LeadForm *form = openEdit();
    QVERIFY(form);
    QSignalSpy saved(form, &RecordDialog::saved);
    changeElsewhere({{u"description"_s, u"Theirs"_s}});
    FormFixture::type(form, u"Company name"_s, u"Mine"_s);
    form->save(RecordDialog::After::Close);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(m_fixture->bodies(u"PUT"_s, u"/lead/"_s), (QList<QJsonObject>{{{u"name"_s, u"Mine"_s}}}));
    QCOMPARE(onClose()["description"_L1].toString(), u"Theirs"_s);
}

void ConflictsTest::sameFieldIsAskedAbout_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("kept");
    QTest::newRow("mine") << u"Mine"_s << u"My name"_s;
    QTest::newRow("theirs") << u"Theirs"_s << u"Their name"_s;
    QTest::newRow("before") << u"Before"_s << QString();
}

void ConflictsTest::sameFieldIsAskedAbout()
{
    QFETCH(QString, choice);
    QFETCH(QString, kept);
    const QString before = onClose()["name"_L1].toString();
    LeadForm *form = openEdit();
    QVERIFY(form);
    QSignalSpy saved(form, &RecordDialog::saved);
    changeElsewhere({{u"name"_s, u"Their name"_s}});
    FormFixture::type(form, u"Company name"_s, u"My name"_s);
    FormFixture::type(form, u"Description"_s, u"Mine alone"_s);
    form->save(RecordDialog::After::Close);
    ConflictDialog *asked = dialog();
    QVERIFY(asked);
    QVERIFY(m_server.requests(u"PUT"_s, u"/lead/"_s).isEmpty());
    QVERIFY(choose(asked, choice));
    QTest::keyClick(asked, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(m_fixture->bodies(u"PUT"_s, u"/lead/"_s).size(), 1);
    const QJsonObject sent = m_fixture->bodies(u"PUT"_s, u"/lead/"_s).first();
    QVERIFY(sent["description"_L1].toString().contains(u"Mine alone"_s));
    QCOMPARE(sent.contains("name"_L1), choice != u"Theirs"_s);
    QCOMPARE(onClose()["name"_L1].toString(), kept.isEmpty() ? before : kept);
}

void ConflictsTest::cancelSendsNothingAndKeepsTheText()
{
    LeadForm *form = openEdit();
    QVERIFY(form);
    changeElsewhere({{u"name"_s, u"Their name"_s}});
    FormFixture::type(form, u"Company name"_s, u"My name"_s);
    form->save(RecordDialog::After::Close);
    ConflictDialog *asked = dialog();
    QVERIFY(asked);
    QTest::keyClick(asked, Qt::Key_Escape);
    QTRY_VERIFY(!form->isSaving());
    QVERIFY(form->isVisible());
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"My name"_s);
    QVERIFY(m_server.requests(u"PUT"_s, u"/lead/"_s).isEmpty());
    QCOMPARE(onClose()["name"_L1].toString(), u"Their name"_s);
}

/// The choice took its time, and somebody was faster again.
void ConflictsTest::changedAgainWhileAsking()
{
    LeadForm *form = openEdit();
    QVERIFY(form);
    QSignalSpy saved(form, &RecordDialog::saved);
    changeElsewhere({{u"name"_s, u"Their name"_s}});
    FormFixture::type(form, u"Company name"_s, u"My name"_s);
    form->save(RecordDialog::After::Close);
    QPointer<ConflictDialog> first(dialog());
    QVERIFY(first);
    changeElsewhere({{u"name"_s, u"Their third name"_s}});
    QTest::keyClick(first, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!first);
    ConflictDialog *second = dialog();
    QVERIFY(second);
    QVERIFY(m_server.requests(u"PUT"_s, u"/lead/"_s).isEmpty());
    QVERIFY(choose(second, u"Theirs: Their third name"_s));
    QTest::keyClick(second, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(onClose()["name"_L1].toString(), u"Their third name"_s);
}

void ConflictsTest::statusMenuAsksToo()
{
    const QList<Status> &statuses = m_fixture->session().directory().organization().leadStatuses;
    QVERIFY(statuses.size() > 2);
    const QString held = onClose()["status_id"_L1].toString();
    QStringList others;
    for (const Status &status : statuses) {
        if (status.id != held)
            others.append(status.id);
    }
    changeElsewhere({{u"status_id"_s, others.at(0)}});
    StatusMenu::changeStatus(m_fixture->context(), RecordKind::Lead, {m_lead}, others.at(1));
    ConflictDialog *asked = dialog();
    QVERIFY(asked);
    QTest::keyClick(asked, Qt::Key_Escape);
    QTRY_VERIFY(m_fixture->window().messageBar()->text().contains(u"changed elsewhere"_s));
    QVERIFY(m_server.requests(u"PUT"_s, u"/lead/"_s).isEmpty());
    QCOMPARE(onClose()["status_id"_L1].toString(), others.at(0));
}

/// With LEADLINE_PICTURES set to a folder, a picture to look at.
/// A read of the record that is under way while it is saved comes back with what stood there before.
void ConflictsTest::lateAnswerIsNobodyElsesChange()
{
    Session &session = m_fixture->session();
    const quint32 row = session.contacts()->rowsOfLead(m_lead).front();
    const QString id = session.contacts()->idAt(row);
    bool known = false;
    session.loadLead(m_lead, this, [&](const Result<Lead> &lead) { known = lead.has_value(); });
    QTRY_VERIFY(known);

    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"GET"_s}, {u"path"_s, u"/lead/"_s + m_lead}}},
                               {u"delay_ms"_s, 600}}));
    auto *form = new ContactForm(m_fixture->context(), id, &m_fixture->window());
    form->open();
    QTRY_VERIFY(QApplication::activeWindow() == form && form->primaryButton()->isEnabled());
    QTRY_COMPARE(m_server.requests(u"GET"_s, u"/lead/"_s + m_lead).size(), 2);
    QSignalSpy saved(form, &RecordDialog::saved);
    FormFixture::type(form, u"Contact title"_s, u"Buyer"_s);
    form->save(RecordDialog::After::Stay);
    QTRY_COMPARE(saved.count(), 1);

    // The late one, the one after the save, and the late one's second try.
    QTRY_COMPARE(m_server.requests(u"GET"_s, u"/lead/"_s + m_lead).size(), 4);
    bool settled = false;
    session.loadLead(m_lead, this, [&](const Result<Lead> &lead) { settled = lead.has_value(); });
    QTRY_VERIFY(settled);
    QCOMPARE(FormFixture::textOf(form, u"Contact title"_s), u"Buyer"_s);
    QCOMPARE(session.contacts()->valueAt(u"title"_s, quint32(session.contacts()->rowOf(id))).toString(), u"Buyer"_s);
    FormFixture::type(form, u"Contact title"_s, u"Owner"_s);
    form->save(RecordDialog::After::Stay);
    QTRY_COMPARE(saved.count(), 2);
}

void ConflictsTest::pictures()
{
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme->setMode(mode);
        changeElsewhere({{u"name"_s, u"Bergmann Präzision SE"_s}, {u"url"_s, u"https://bergmann.example"_s}});
        auto conflict = std::make_shared<EditConflict>(
            RecordKind::Lead, m_lead,
            QList<FieldConflict>{{*m_fixture->session().schema()->leads.list().find(u"name"_s),
                                  u"Bergmann AG"_s, u"Bergmann Präzision AG"_s, u"Bergmann Präzision SE"_s},
                                 {*m_fixture->session().schema()->leads.list().find(u"url"_s),
                                  {},
                                  u"https://bergmann.example"_s,
                                  u"https://bergmann-praezision.example"_s}});
        conflict->changedBy = m_fixture->session().directory().organization().users.first().id;
        conflict->changedAt = QDateTime(QDate(2026, 3, 2), QTime(9, 30), Qt::UTC);
        auto *shown = new ConflictDialog(m_fixture->context(), conflict, &m_fixture->window());
        shown->open();
        QVERIFY(QTest::qWaitForWindowExposed(shown));
        const QPixmap picture = shown->grab();
        QVERIFY(!picture.isNull());
        if (!folder.isEmpty())
            QVERIFY(picture.save(
                folder + (mode == Theme::Mode::Light ? u"/conflict-light.png"_s : u"/conflict-dark.png"_s)));
        shown->reject();
    }
    m_theme->setMode(Theme::Mode::Light);
}

LEADLINE_TEST(tst_conflicts, QTEST_MAIN, ConflictsTest)

} // namespace tst_conflicts

#include "tst_conflicts.moc"

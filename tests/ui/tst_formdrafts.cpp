// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activitymodel.h"
#include "button.h"
#include "composer.h"
#include "conflictdialog.h"
#include "contactform.h"
#include "draftkeeper.h"
#include "formfixture.h"
#include "formopener.h"
#include "leadform.h"
#include "memorykeychain.h"
#include "opportunityform.h"
#include "recordform.h"
#include "smalldisk.h"
#include "testprogram.h"
#include "workspacefixture.h"

#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace tst_formdrafts {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

using F = WorkspaceFixture;

/// What was typed into a form and not saved: kept over the end of the program, offered again, gone when it is
/// saved or thrown away. The real window over the real local copy.
class FormDraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void comesBackAfterTheEnd();
    void closingAsks();
    void escTwiceKeepsEverything();
    void discardedIsGone();
    void savedIsGone();
    void undoneTypingIsNoDraft();
    void severalAreListed();
    void offeredInTheSameForm();
    void typingFirstIsADraftOfItsOwn();
    void editMeetsAnothersChange();
    void opportunityKeepsItsChoices();
    void refusedKeyKeepsTheForm();
    void unansweredCreationIsLookedFor();
    void fieldThatHasGone();
    void offerCanBeDiscarded();
    void readOnlyRunLeavesThem();
    void withoutACopyItIsSaid();
    void fullDiskIsSaid();
    void fullDiskHoldsACreationBack();
    void fullDiskHoldsANoteBack();
    void ofAnotherOrganizationStays();
    void composersComeBack();
    void unsureNoteAsksFirst();
    void noteIsDiscardedFromTheBar();

private:
    bool start(KeySource source = KeySource::Typed, bool readOnly = false);
    void end();
    template <typename Form>
    Form *openForm() const;
    LeadForm *openNewLead();
    static QString noise();
    static bool isHintShown(const QWidget *form, const QString &text);
    static void type(RecordDialog *form, const QString &name, const QString &text);
    static void press(RecordDialog *form, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    MessageBar *bar() const { return m_f->window.messageBar(); }
    DraftKeeper *keeper() const { return m_f->session().drafts(); }
    QAbstractButton *strip() const;
    Composer *composer(const QString &name) const;
    bool selectLeadWithAPhone();
    void picture(const QString &name) const;
    QList<QJsonObject> bodies(const QString &method, const QString &path) const;

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    MemoryKeychain m_keychain;
    std::unique_ptr<WorkspaceFixture> m_f;
    QString m_lead;
};

void FormDraftsTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    auto *theme = new Theme(qApp, this);
    theme->setMode(qEnvironmentVariable("LEADLINE_THEME") == "dark"_L1 ? Theme::Mode::Dark
                                                                       : Theme::Mode::Light);
    theme->apply();
    QVERIFY2(m_server.start({u"--leads"_s, u"30"_s}).isValid(), qPrintable(m_server.errorText()));
}

void FormDraftsTest::init()
{
    QVERIFY(m_server.reset());
    m_keychain.entries().clear();
    m_keychain.setError({});
    m_folder = std::make_unique<QTemporaryDir>();
}

void FormDraftsTest::cleanup()
{
    end();
}

/// The next start of the program.
bool FormDraftsTest::start(KeySource source, bool readOnly)
{
    QSettings settings(m_folder->filePath(u"accounts.ini"_s), QSettings::IniFormat);
    AccountList accounts(settings);
    SignIn signIn(m_keychain, accounts,
                  {m_server.baseUrl(), readOnly, m_folder->filePath(u"copies"_s), quickPacing()});
    std::shared_ptr<Session> session;
    connect(&signIn, &SignIn::signedIn, &signIn,
            [&session](const std::shared_ptr<Session> &made) { session = made; });
    signIn.verify(Secret(DemoServer::key().toLatin1()), Secret(), source);
    if (!waitFor([&session] { return session != nullptr; }, Patience))
        return false;
    m_f = std::make_unique<WorkspaceFixture>(session, m_folder->filePath(u"settings.ini"_s));
    session.reset();
    return m_f->open() && waitFor([this] { return keeper()->isLoaded(); }) && m_server.clearRequests();
}

/// As a quit, or a crash a second after the last letter: no form is asked.
void FormDraftsTest::end()
{
    m_f.reset();
}

template <typename Form>
Form *FormDraftsTest::openForm() const
{
    Form *form = nullptr;
    const bool open = waitFor([&] {
        form = m_f->window.findChild<Form *>();
        return form && QApplication::activeWindow() == form && form->primaryButton()->isEnabled();
    });
    return open ? form : nullptr;
}

LeadForm *FormDraftsTest::openNewLead()
{
    m_f->workspace->forms()->newLead();
    return openForm<LeadForm>();
}

bool FormDraftsTest::isHintShown(const QWidget *form, const QString &text)
{
    return waitFor([form, &text] {
        const auto labels = form->findChildren<QWidget *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QWidget *label) {
            return label->isVisible() && label->property("text").toString() == text;
        });
    });
}

void FormDraftsTest::type(RecordDialog *form, const QString &name, const QString &text)
{
    FormFixture::type(form, name, text);
}

void FormDraftsTest::press(RecordDialog *form, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(form->focusWidget(), key, modifiers);
}

/// The way to the drafts in the status strip; null when it is not there.
QAbstractButton *FormDraftsTest::strip() const
{
    for (QAbstractButton *button : m_f->window.statusStrip()->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().contains(u"draft"_s))
            return button;
    }
    return nullptr;
}

QList<QJsonObject> FormDraftsTest::bodies(const QString &method, const QString &path) const
{
    QList<QJsonObject> list;
    for (const QJsonValue &request : m_server.requests(method, path))
        list.append(request["body"_L1].toObject());
    return list;
}

/// For the eye, where a folder is given: the window with the form over it.
void FormDraftsTest::picture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("LEADLINE_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(100); // layouts that are still on their way
    QPixmap picture = m_f->window.grab();
    QPainter painter(&picture);
    for (const RecordDialog *form : m_f->window.findChildren<RecordDialog *>()) {
        if (form->isVisible())
            painter.drawPixmap(m_f->window.mapFromGlobal(form->mapToGlobal(QPoint())),
                               const_cast<RecordDialog *>(form)->grab());
    }
    if (QWidget *popup = QApplication::activePopupWidget())
        painter.drawPixmap(m_f->window.mapFromGlobal(popup->pos()), popup->grab());
    QVERIFY(picture.save(u"%1/%2.png"_s.arg(folder, name)));
}

void FormDraftsTest::comesBackAfterTheEnd()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Bergmann Tools"_s);
    type(form, u"Website"_s, u"bergmann.example"_s);
    QVERIFY(FormFixture::choose(form, u"Status"_s, u"Qualified"_s));
    type(form, u"Contact name"_s, u"Uta Bergmann"_s);
    QVERIFY(FormFixture::clickAction(form, u"Add another contact"_s));
    QTRY_VERIFY(FormFixture::control(form, u"Contact 2: Email"_s));
    type(form, u"Contact 2: Email"_s, u"ole@"_s);
    QVERIFY(FormFixture::clickAction(form, u"Add address"_s));
    type(form, u"Address: City"_s, u"Stuttgart"_s);
    QVERIFY(FormFixture::clickAction(form, u"More fields"_s));
    type(form, u"Seats"_s, u"12 or so"_s);
    QVERIFY(isHintShown(form, u"Draft saved"_s));
    // What was typed last is kept by the end alone.
    type(form, u"Description"_s, u"Met at the fair"_s);
    end();

    QVERIFY(start());
    QCOMPARE(bar()->current(), u"drafts"_s);
    QVERIFY2(bar()->text().startsWith(u"New lead “Bergmann Tools” from "_s), qPrintable(bar()->text()));
    QVERIFY(strip());
    QVERIFY(strip()->text().startsWith(u"1 draft"_s));
    picture(u"offered"_s);
    QVERIFY(FormFixture::clickAction(bar(), u"Continue"_s));
    form = openForm<LeadForm>();
    QVERIFY(form);
    QVERIFY(!strip());
    QVERIFY(bar()->current() != u"drafts"_s);
    QVERIFY(form->messageBar()->current().isEmpty());
    for (const auto &[name, text] :
         QList<std::pair<QString, QString>>{{u"Company name"_s, u"Bergmann Tools"_s},
                                            {u"Website"_s, u"https://bergmann.example"_s},
                                            {u"Status"_s, u"Qualified"_s},
                                            {u"Description"_s, u"Met at the fair"_s},
                                            {u"Contact name"_s, u"Uta Bergmann"_s},
                                            {u"Contact 2: Email"_s, u"ole@"_s},
                                            {u"Address: City"_s, u"Stuttgart"_s},
                                            {u"Seats"_s, u"12 or so"_s}})
        QCOMPARE(FormFixture::textOf(form, name), text);

    picture(u"continued"_s);
    // What was wrong is still wrong.
    press(form, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(form->focusWidget()->accessibleName(), u"Seats"_s);
    QVERIFY(m_server.requests(u"POST"_s, u"/lead/"_s).isEmpty());
    type(form, u"Seats"_s, u"12"_s);
    press(form, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!form->contactForms().at(1)->error(u"emails"_s).isEmpty());
    type(form, u"Contact 2: Email"_s, u"ole@bergmann.example"_s);
    press(form, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_server.requests(u"POST"_s, u"/lead/"_s).size(), 1);
    const QJsonObject body = bodies(u"POST"_s, u"/lead/"_s).first();
    QCOMPARE(body["name"_L1].toString(), u"Bergmann Tools"_s);
    QCOMPARE(body["url"_L1].toString(), u"https://bergmann.example"_s);
    QCOMPARE(body["contacts"_L1].toArray().size(), 2);
    QCOMPARE(body["contacts"_L1][1]["emails"_L1][0]["email"_L1].toString(), u"ole@bergmann.example"_s);
    QCOMPARE(body["addresses"_L1][0]["city"_L1].toString(), u"Stuttgart"_s);
    QTRY_VERIFY(keeper()->drafts().isEmpty());
    end();
    QVERIFY(start());
    QVERIFY(keeper()->drafts().isEmpty());
    QVERIFY(bar()->current() != u"drafts"_s);
}

void FormDraftsTest::closingAsks()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Put aside"_s);
    press(form, Qt::Key_Escape);
    QCOMPARE(form->messageBar()->text(), u"Keep what you typed as a draft?"_s);
    QCOMPARE(FormFixture::actionsOf(form->messageBar()),
             (QStringList{u"Keep Draft"_s, u"Discard"_s, u"Go On Editing"_s}));
    picture(u"closing"_s);
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Go On Editing"_s));
    QVERIFY(form->isVisible());
    QCOMPARE(form->focusWidget()->accessibleName(), u"Company name"_s);
    press(form, Qt::Key_Escape);
    // Enter keeps.
    QPointer<LeadForm> guard(form);
    press(form, Qt::Key_Return);
    QTRY_VERIFY(!guard);
    QTRY_VERIFY(strip());
    QVERIFY(strip()->text().startsWith(u"1 draft"_s));
    QVERIFY(bar()->current() != u"drafts"_s);
    QTest::mouseClick(strip(), Qt::LeftButton);
    QMenu *menu = F::menu();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 1);
    QVERIFY(menu->actions().first()->text().startsWith(u"New lead “Put aside” – "_s));
    menu->actions().first()->trigger();
    menu->close();
    form = openForm<LeadForm>();
    QVERIFY(form);
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"Put aside"_s);
    QCOMPARE(keeper()->drafts().size(), 1);
}

void FormDraftsTest::escTwiceKeepsEverything()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Precious"_s);
    for (int i = 0; i < 6; ++i) {
        press(form, Qt::Key_Escape);
        QVERIFY(form->isVisible());
        QCOMPARE(form->messageBar()->current().isEmpty(), i % 2 == 1);
    }
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"Precious"_s);
    QCOMPARE(form->focusWidget()->accessibleName(), u"Company name"_s);
}

void FormDraftsTest::discardedIsGone()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Not this"_s);
    QVERIFY(isHintShown(form, u"Draft saved"_s));
    QCOMPARE(keeper()->drafts().size(), 1);
    form->cancelButton()->click();
    QPointer<LeadForm> guard(form);
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Discard"_s));
    QTRY_VERIFY(!guard);
    QVERIFY(keeper()->drafts().isEmpty());
    end();
    QVERIFY(start());
    QVERIFY(keeper()->drafts().isEmpty());
}

void FormDraftsTest::savedIsGone()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Kept until saved"_s);
    QVERIFY(isHintShown(form, u"Draft saved"_s));
    press(form, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(isHintShown(form, u"Saved"_s));
    QVERIFY(keeper()->drafts().isEmpty());
    // It stays and edits from here on: a draft of that lead.
    type(form, u"Description"_s, u"More"_s);
    QVERIFY(isHintShown(form, u"Draft saved"_s));
    QCOMPARE(keeper()->drafts().size(), 1);
    QCOMPARE(keeper()->drafts().first().recordId, form->recordId());
    QCOMPARE(keeper()->drafts().first().parts.size(), 1);
}

void FormDraftsTest::undoneTypingIsNoDraft()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"x"_s);
    QVERIFY(isHintShown(form, u"Draft saved"_s));
    press(form, Qt::Key_Backspace);
    QTRY_VERIFY(keeper()->drafts().isEmpty());
    press(form, Qt::Key_Escape);
    QTRY_VERIFY(!m_f->window.findChild<LeadForm *>());
}

void FormDraftsTest::severalAreListed()
{
    QVERIFY(start());
    for (const QString &name : {u"First & Sons"_s, u"Second"_s}) {
        LeadForm *form = openNewLead();
        QVERIFY(form);
        type(form, u"Company name"_s, name);
        form->keepAndClose();
        QTRY_VERIFY(!m_f->window.findChild<LeadForm *>());
    }
    end();
    QVERIFY(start());
    QCOMPARE(bar()->current(), u"drafts"_s);
    QVERIFY2(bar()->text().contains(u" are kept, the last from "_s), qPrintable(bar()->text()));
    QVERIFY(strip()->text().startsWith(u"2 draft"_s));
    QVERIFY(FormFixture::clickAction(bar(), u"Show"_s));
    QMenu *menu = F::menu();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    picture(u"several"_s);
    QVERIFY(menu->actions().at(0)->text().startsWith(u"New lead “Second”"_s));
    QVERIFY(menu->actions().at(1)->text().startsWith(u"New lead “First && Sons”"_s));
    menu->actions().at(1)->trigger();
    menu->close();
    LeadForm *form = openForm<LeadForm>();
    QVERIFY(form);
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"First & Sons"_s);
    QVERIFY(strip()->text().startsWith(u"1 draft"_s));
}

void FormDraftsTest::offeredInTheSameForm()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    QVERIFY(form->messageBar()->current().isEmpty());
    type(form, u"Company name"_s, u"Begun"_s);
    form->keepAndClose();
    QTRY_VERIFY(!m_f->window.findChild<LeadForm *>());

    form = openNewLead();
    QVERIFY(form);
    QVERIFY2(form->messageBar()->text().startsWith(u"An unfinished form from "_s),
             qPrintable(form->messageBar()->text()));
    picture(u"same-form"_s);
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Start Anew"_s));
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), QString());
    form->reject();
    QTRY_VERIFY(!m_f->window.findChild<LeadForm *>());
    // Beginning anew throws nothing away.
    form = openNewLead();
    QVERIFY(form);
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Continue"_s));
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"Begun"_s);
    QVERIFY(form->isDirty());
    form->discard();
    QTRY_VERIFY(!m_f->window.findChild<LeadForm *>());
    QVERIFY(keeper()->drafts().isEmpty());
}

void FormDraftsTest::typingFirstIsADraftOfItsOwn()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Older"_s);
    form->keepAndClose();
    QTRY_VERIFY(!m_f->window.findChild<LeadForm *>());
    form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Newer"_s);
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Continue"_s));
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"Older"_s);
    QCOMPARE(keeper()->drafts().size(), 2);
    QCOMPARE(keeper()->unattended().size(), 1);
    QCOMPARE(keeper()->unattended().first().parts.first().typed.value(u"name"_s), u"Newer"_s);
}

/// The draft of an edit whose record somebody else has changed since: as with any save, it is asked.
void FormDraftsTest::editMeetsAnothersChange()
{
    QVERIFY(start());
    const QString lead = m_f->leads()->model()->idAt(0);
    m_f->workspace->forms()->editLead(lead);
    auto *form = openForm<LeadForm>();
    QVERIFY(form);
    type(form, u"Company name"_s, u"My name for it"_s);
    type(form, u"Description"_s, u"Mine alone"_s);
    QVERIFY(isHintShown(form, u"Draft saved"_s));
    end();
    QCOMPARE(m_server
                 .exchange("PUT", u"/lead/%1/"_s.arg(lead),
                           {{u"name"_s, u"Their name for it"_s}, {u"url"_s, u"https://theirs.example"_s}})
                 .status,
             200);

    QVERIFY(start());
    m_f->workspace->forms()->editLead(lead);
    form = openForm<LeadForm>();
    QVERIFY(form);
    QVERIFY(form->messageBar()->text().startsWith(u"Unsaved changes from "_s));
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Continue"_s));
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"My name for it"_s);
    // What only they changed follows, whether the lead is read before or after.
    QTRY_COMPARE(FormFixture::textOf(form, u"Website"_s), u"https://theirs.example"_s);
    press(form, Qt::Key_Return, Qt::ControlModifier);
    ConflictDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = qobject_cast<ConflictDialog *>(QApplication::activeModalWidget())) != nullptr);
    QVERIFY(bodies(u"PUT"_s, u"/lead/"_s).isEmpty());
    dialog->reject();
    QTRY_VERIFY(form->isVisible() && !form->isSaving());
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"My name for it"_s);
    QCOMPARE(keeper()->drafts().size(), 1);
}

void FormDraftsTest::opportunityKeepsItsChoices()
{
    QVERIFY(start());
    const QString lead = m_f->session().contacts()->leadIdAt(0);
    m_f->workspace->forms()->newOpportunity(lead);
    auto *form = openForm<OpportunityForm>();
    QVERIFY(form);
    QVERIFY(FormFixture::choose(form, u"Pipeline"_s, u"Renewals"_s));
    QVERIFY(FormFixture::choose(form, u"Status"_s, u"Contract"_s) ||
            FormFixture::choose(form, u"Status"_s, u"In talks"_s));
    type(form, u"Confidence"_s, u"35"_s);
    const QVariantMap before = form->form()->values();
    // The field is not left, so that the period is not told yet.
    type(form, u"Value"_s, u"1200/mo"_s);
    QVERIFY(isHintShown(form, u"Draft saved"_s));
    end();
    QVERIFY(start());
    QVERIFY2(bar()->text().startsWith(u"New opportunity with “"_s), qPrintable(bar()->text()));
    QVERIFY(FormFixture::clickAction(bar(), u"Continue"_s));
    form = openForm<OpportunityForm>();
    QVERIFY(form);
    QCOMPARE(FormFixture::textOf(form, u"Value"_s), u"1200/mo"_s);
    FormFixture::control(form, u"Value"_s)->setFocus();
    press(form, Qt::Key_Tab);
    QVariantMap after = form->form()->values();
    QCOMPARE(after.take(u"value"_s), 120000);
    QCOMPARE(after.take(u"value_period"_s), u"monthly"_s);
    after.insert(u"value_period"_s, before.value(u"value_period"_s));
    QCOMPARE(after, before);
    QCOMPARE(form->form()->value(u"lead_id"_s), lead);
}

void FormDraftsTest::refusedKeyKeepsTheForm()
{
    QVERIFY(start());
    QSignalSpy wanted(m_f->workspace.get(), &Workspace::signInRequested);
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Typed with an old key"_s);
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"status"_s, 401},
                               {u"times"_s, 1}}));
    press(form, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(form->messageBar()->text().contains(u"Sign in again"_s));
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"Typed with an old key"_s);
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Sign In"_s));
    QCOMPARE(wanted.count(), 1);
    const QString id = wanted.first().first().toString();
    QVERIFY(keeper()->find(id));
    QVERIFY(!keeper()->find(id)->attempt);
    QTRY_VERIFY(!m_f->window.findChild<LeadForm *>());
    // The next session goes on with it, as Application has it do.
    end();
    QVERIFY(start());
    m_f->workspace->forms()->continueDraft(id);
    form = openForm<LeadForm>();
    QVERIFY(form);
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"Typed with an old key"_s);
    press(form, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(keeper()->drafts().isEmpty());
}

/// The program ends while a creation is unanswered: the next start does not send it a second time.
void FormDraftsTest::unansweredCreationIsLookedFor()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Only once"_s);
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/lead/"_s}}},
                               {u"times"_s, 1},
                               {u"delay_ms"_s, 20000}}));
    press(form, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(form->isSaving());
    QTRY_VERIFY(keeper()->drafts().size() == 1 && keeper()->drafts().first().attempt);
    QTRY_COMPARE(m_server.requests(u"POST"_s, u"/lead/"_s).size(), 1);
    end();
    QVERIFY(m_server.clearFaults());
    // Whether the server had applied it or not, the lead is there now.
    const QJsonArray found =
        m_server.get(u"/lead/?query=name:%22Only%20once%22"_s).value("data"_L1).toArray();
    if (found.isEmpty())
        QCOMPARE(m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, u"Only once"_s}}).status, 200);

    QVERIFY(start());
    QVERIFY2(bar()->text().contains(u" was sent, and no answer came."_s), qPrintable(bar()->text()));
    QVERIFY(FormFixture::clickAction(bar(), u"Look in Close"_s));
    form = m_f->window.findChild<LeadForm *>();
    QVERIFY(form);
    QTRY_COMPARE_WITH_TIMEOUT(form->messageBar()->text(), u"Close has it: “Only once” was created."_s,
                              Patience);
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Open It"_s));
    QTRY_VERIFY(keeper()->drafts().isEmpty());
    QVERIFY(bodies(u"POST"_s, u"/lead/"_s).isEmpty());
    QCOMPARE(m_server.get(u"/lead/?query=name:%22Only%20once%22"_s).value("data"_L1).toArray().size(), 1);
}

void FormDraftsTest::fieldThatHasGone()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"With a source"_s);
    QVERIFY(FormFixture::clickAction(form, u"More fields"_s));
    type(form, u"Source"_s, u"The Hannover fair"_s);
    form->keepAndClose();
    end();
    QString field;
    for (const QJsonValue &each :
         m_server.get(u"/custom_field_schema/lead/"_s).value("fields"_L1).toArray()) {
        if (each["name"_L1].toString() == "Source"_L1)
            field = each["id"_L1].toString();
    }
    QCOMPARE(m_server.exchange("DELETE", u"/custom_field/lead/%1/"_s.arg(field)).status / 100, 2);

    QVERIFY(start());
    QTRY_VERIFY(!m_f->session().schema()->leads.list().find(u"custom."_s + field));
    QVERIFY(FormFixture::clickAction(bar(), u"Continue"_s));
    form = openForm<LeadForm>();
    QVERIFY(form);
    QCOMPARE(FormFixture::textOf(form, u"Company name"_s), u"With a source"_s);
    QVERIFY(form->messageBar()->text().contains(u"The Hannover fair"_s));
    // It is left out of the form and not of the draft.
    form->messageBar()->clearAll();
    type(form, u"Description"_s, u"More"_s);
    form->keepAndClose();
    QCOMPARE(keeper()->drafts().first().parts.first().typed.value(u"custom."_s + field),
             u"The Hannover fair"_s);
}

void FormDraftsTest::offerCanBeDiscarded()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Obsolete"_s);
    form->keepAndClose();
    end();
    QVERIFY(start());
    QVERIFY(FormFixture::clickAction(bar(), u"Discard"_s));
    QVERIFY(keeper()->drafts().isEmpty());
    QVERIFY(!strip());
    QCOMPARE(bar()->text(), u"New lead “Obsolete” was discarded."_s);
    QVERIFY(FormFixture::clickAction(bar(), u"Undo"_s));
    QCOMPARE(keeper()->drafts().size(), 1);
    QVERIFY(strip());
}

void FormDraftsTest::readOnlyRunLeavesThem()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"For later"_s);
    form->keepAndClose();
    end();
    QVERIFY(start(KeySource::Typed, true));
    QVERIFY(bar()->current() != u"drafts"_s);
    QVERIFY(!strip());
    QCOMPARE(keeper()->drafts().size(), 1);
    end();
    QVERIFY(start());
    QVERIFY(strip());
}

void FormDraftsTest::withoutACopyItIsSaid()
{
    QVERIFY(start(KeySource::Demo));
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Fleeting"_s);
    QVERIFY(isHintShown(form, u"Drafts end with the program."_s));
    press(form, Qt::Key_Escape);
    QCOMPARE(form->messageBar()->text(), u"Keep what you typed until the program ends?"_s);
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Keep Draft"_s));
    QTRY_VERIFY(strip());
    end();
    m_keychain.setError(CredentialError{CredentialError::Kind::NoBackend, u"none"_s});
    QVERIFY(start(KeySource::Environment));
    QVERIFY(keeper()->drafts().isEmpty());
    form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Fleeting"_s);
    QVERIFY(isHintShown(form, u"Without a keychain drafts end with the program."_s));
    end();
    QVERIFY(!QDir(m_folder->filePath(u"copies"_s)).exists());
}

/// As much as SQLite's own files have no room for on a full disk; in lines, of which only the visible ones are laid out.
QString FormDraftsTest::noise()
{
    QStringList lines;
    for (int i = 0; i < 16'000; ++i) {
        std::array<quint32, 16> line;
        QRandomGenerator::global()->fillRange(line.data(), line.size());
        lines.append(QString::fromLatin1(QByteArray::fromRawData(reinterpret_cast<char *>(line.data()), 64).toBase64()));
    }
    return lines.join(u'\n');
}

/// What does not get to the disk is said beside the form, and kept as soon as there is room.
void FormDraftsTest::fullDiskIsSaid()
{
    SmallDisk disk(m_folder->filePath(u"copies"_s), "8m");
    if (!disk.isThere())
        QSKIP("only root on Linux can mount");
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    QVERIFY(disk.fill());
    type(form, u"Company name"_s, u"Where there is no room"_s);
    auto *description = qobject_cast<QPlainTextEdit *>(FormFixture::control(form, u"Description"_s));
    QVERIFY(description);
    description->setPlainText(noise());
    QVERIFY(isHintShown(form, u"The draft could not be written to the disk."_s));
    QVERIFY(disk.free());
    type(form, u"Company name"_s, u"Where there is room"_s);
    QVERIFY(isHintShown(form, u"Draft saved"_s));
    end();
    QVERIFY(start());
    QTRY_COMPARE(keeper()->drafts().size(), 1);
    QCOMPARE(keeper()->drafts().first().parts.first().typed.value(u"name"_s), u"Where there is room"_s);
}

/// What a crash would make forget was sent is not sent: it could be sent twice.
void FormDraftsTest::fullDiskHoldsACreationBack()
{
    SmallDisk disk(m_folder->filePath(u"copies"_s), "8m");
    if (!disk.isThere())
        QSKIP("only root on Linux can mount");
    QVERIFY(start());
    QPointer<LeadForm> form = openNewLead();
    QVERIFY(form);
    QVERIFY(disk.fill());
    type(form, u"Company name"_s, u"Made Once"_s);
    auto *description = qobject_cast<QPlainTextEdit *>(FormFixture::control(form, u"Description"_s));
    QVERIFY(description);
    description->setPlainText(noise());
    press(form, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(form->messageBar()->text().startsWith(u"Nothing was sent: there is no room on the disk"_s));
    QVERIFY(form->isVisible() && !form->isSaving());
    QVERIFY(!keeper()->drafts().first().attempt);
    QVERIFY(m_server.requests(u"POST"_s, u"/lead/"_s).isEmpty());
    picture(u"no-room"_s);
    QVERIFY(disk.free());
    QVERIFY(FormFixture::clickAction(form->messageBar(), u"Retry"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!form, Patience);
    QCOMPARE(bodies(u"POST"_s, u"/lead/"_s).size(), 1);
    QVERIFY(keeper()->drafts().isEmpty());
}

void FormDraftsTest::fullDiskHoldsANoteBack()
{
    SmallDisk disk(m_folder->filePath(u"copies"_s), "8m");
    if (!disk.isThere())
        QSKIP("only root on Linux can mount");
    QVERIFY(start());
    QVERIFY(selectLeadWithAPhone());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N);
    Composer *note = composer(u"New note"_s);
    QVERIFY(note);
    QVERIFY(disk.fill());
    auto *text = qobject_cast<QPlainTextEdit *>(FormFixture::control(note, u"Note"_s));
    QVERIFY(text);
    text->setPlainText(noise());
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(note->error().startsWith(u"Nothing was sent: there is no room on the disk"_s));
    QVERIFY(m_server.requests(u"POST"_s, u"/activity/note/"_s).isEmpty());
    QVERIFY(!keeper()->drafts().first().attempt);
    QVERIFY(disk.free());
    QVERIFY(F::press(note, u"Try Again"_s));
    QTRY_VERIFY_WITH_TIMEOUT(keeper()->drafts().isEmpty(), Patience);
    QCOMPARE(m_server.requests(u"POST"_s, u"/activity/note/"_s).size(), 1);
}

void FormDraftsTest::ofAnotherOrganizationStays()
{
    QVERIFY(start());
    LeadForm *form = openNewLead();
    QVERIFY(form);
    type(form, u"Company name"_s, u"Theirs"_s);
    form->keepAndClose();
    end();
    DemoServer other;
    QVERIFY(other.start({u"--leads"_s, u"5"_s, u"--organization"_s, u"Lumen Optics"_s}).isValid());
    QSettings settings(m_folder->filePath(u"accounts.ini"_s), QSettings::IniFormat);
    AccountList accounts(settings);
    SignIn signIn(m_keychain, accounts,
                  {other.baseUrl(), false, m_folder->filePath(u"copies"_s), quickPacing()});
    std::shared_ptr<Session> session;
    connect(&signIn, &SignIn::signedIn, &signIn,
            [&session](const std::shared_ptr<Session> &made) { session = made; });
    signIn.verify(Secret(DemoServer::key().toLatin1()), Secret(), KeySource::Typed);
    QTRY_VERIFY_WITH_TIMEOUT(session && session->drafts()->isLoaded(), Patience);
    QVERIFY(session->drafts()->isKept());
    QVERIFY(session->drafts()->drafts().isEmpty());
}

Composer *FormDraftsTest::composer(const QString &name) const
{
    for (Composer *found : m_f->workspace->pane()->findChildren<Composer *>()) {
        if (found->isVisible() && found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

/// Shows the lead of m_lead, or the first one with two people of whom one has a phone, beside the table. Not
/// the one that stands there at a start: what it has unsaved is shown then, and not offered.
bool FormDraftsTest::selectLeadWithAPhone()
{
    for (const QJsonValue &lead : m_server.get(u"/lead/?_limit=30"_s)["data"_L1].toArray()) {
        const QJsonArray contacts = lead["contacts"_L1].toArray();
        if (m_lead.isEmpty() && contacts.size() > 1 && !contacts.last()["phones"_L1].toArray().isEmpty() &&
            lead["id"_L1].toString() != m_f->leads()->model()->idAt(0))
            m_lead = lead["id"_L1].toString();
    }
    m_f->leads()->select(m_lead);
    m_f->leads()->table()->setFocus();
    const LeadView *pane = m_f->workspace->pane();
    return waitFor(
        [&] { return pane->leadId() == m_lead && pane->isWhole() && pane->activities()->rowCount() > 0; },
        Patience);
}

/// Notes, calls and tasks stand open on their lead again, with whom the call was.
void FormDraftsTest::composersComeBack()
{
    QVERIFY(start());
    QVERIFY(selectLeadWithAPhone());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N);
    QVERIFY(composer(u"New note"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"Wants two lots"_s);
    m_f->leads()->table()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_C);
    Composer *call = composer(u"Log a call"_s);
    QVERIFY(call);
    auto *people = qobject_cast<QComboBox *>(FormFixture::control(call, u"With"_s));
    QVERIFY(people && people->count() > 2);
    const QString person = people->itemText(people->count() - 2);
    QVERIFY(FormFixture::choose(call, u"With"_s, person));
    FormFixture::type(m_f->workspace->pane(), u"Duration"_s, u"4:3"_s);
    end();

    QVERIFY(start());
    QVERIFY2(bar()->text().contains(u" are kept, the last from "_s), qPrintable(bar()->text()));
    QVERIFY(selectLeadWithAPhone());
    QTRY_VERIFY(composer(u"New note"_s));
    QCOMPARE(FormFixture::textOf(composer(u"New note"_s), u"Note"_s), u"Wants two lots"_s);
    call = composer(u"Log a call"_s);
    QVERIFY(call);
    QTRY_COMPARE(FormFixture::textOf(call, u"With"_s), person);
    QCOMPARE(FormFixture::textOf(call, u"Duration"_s), u"4:3"_s);
    // Shown, they need not be looked for.
    QTRY_VERIFY(!strip());
    QTest::keyClick(FormFixture::control(composer(u"New note"_s), u"Note"_s), Qt::Key_Return,
                    Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(keeper()->drafts().size(), 1, Patience);
    QCOMPARE(m_server.requests(u"POST"_s, u"/activity/note/"_s).size(), 1);
    end();
    QVERIFY(start());
    QVERIFY2(bar()->text().startsWith(u"Call with “"_s), qPrintable(bar()->text()));
    QVERIFY(FormFixture::clickAction(bar(), u"Continue"_s));
    QTRY_VERIFY(FormFixture::control(&m_f->window, u"Log a call"_s));
}

/// A note was sent, and the program ended before the answer: Close is asked before it is sent again.
void FormDraftsTest::unsureNoteAsksFirst()
{
    QVERIFY(start());
    QVERIFY(selectLeadWithAPhone());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N);
    QVERIFY(composer(u"New note"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"Said once"_s);
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"method"_s, u"POST"_s}, {u"path"_s, u"/activity/note/"_s}}},
         {u"times"_s, 1},
         {u"delay_ms"_s, 20000}}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_server.requests(u"POST"_s, u"/activity/note/"_s).size(), 1);
    QTRY_VERIFY(keeper()->drafts().size() == 1 && keeper()->drafts().first().attempt);
    const QDateTime sent = keeper()->drafts().first().attempt->sent;
    QVERIFY(sent.isValid());
    end();
    QVERIFY(m_server.clearFaults());

    QVERIFY(start());
    QTRY_COMPARE(keeper()->drafts().size(), 1);
    QCOMPARE(keeper()->drafts().first().attempt->sent, sent);
    QVERIFY(selectLeadWithAPhone());
    QTRY_VERIFY(composer(u"New note"_s));
    Composer *note = composer(u"New note"_s);
    QCOMPARE(note->error(), u"No answer came before Leadline ended. “Try Again” asks Close first."_s);
    QVERIFY(F::press(note, u"Try Again"_s));
    QTRY_VERIFY_WITH_TIMEOUT(keeper()->drafts().isEmpty(), Patience);
    QVERIFY(m_server.requests(u"POST"_s, u"/activity/note/"_s).isEmpty());
    const QJsonArray notes = m_server.get(u"/activity/note/?lead_id=%1"_s.arg(m_lead))["data"_L1].toArray();
    QCOMPARE(
        std::count_if(notes.begin(), notes.end(),
                      [](const QJsonValue &each) { return each["note"_L1].toString() == "Said once"_L1; }),
        1);
}

void FormDraftsTest::noteIsDiscardedFromTheBar()
{
    QVERIFY(start());
    QVERIFY(selectLeadWithAPhone());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N);
    QVERIFY(composer(u"New note"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"Never mind"_s);
    end();
    QVERIFY(start());
    QVERIFY(FormFixture::clickAction(bar(), u"Discard"_s));
    QVERIFY(keeper()->drafts().isEmpty());
    QVERIFY(FormFixture::clickAction(bar(), u"Undo"_s));
    QCOMPARE(keeper()->drafts().size(), 1);
    QVERIFY(selectLeadWithAPhone());
    QTRY_VERIFY(composer(u"New note"_s));
    QCOMPARE(FormFixture::textOf(composer(u"New note"_s), u"Note"_s), u"Never mind"_s);
    end();
    QVERIFY(start());
    QVERIFY(FormFixture::clickAction(bar(), u"Discard"_s));
    QVERIFY(selectLeadWithAPhone());
    QVERIFY(!composer(u"New note"_s));
    QVERIFY(keeper()->drafts().isEmpty());
}

LEADLINE_TEST(tst_formdrafts, QTEST_MAIN, FormDraftsTest)

} // namespace tst_formdrafts

#include "tst_formdrafts.moc"

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recorddialog.h"

#include "button.h"
#include "drafttext.h"
#include "fieldeditor.h"
#include "formdraft.h"
#include "messagebar.h"
#include "outbox.h"
#include "recordform.h"

#include <QApplication>
#include <QShortcut>
#include <QTimer>

#include <algorithm>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

const QString SaveMessage = u"save"_s;

/// What happened to a save and what to do, in the person's words.
QString wordsFor(const ApiError &error)
{
    using enum ApiError::Kind;
    const auto withDetails = [&](const QString &text) {
        return error.message.isEmpty() ? text : text + u' ' + error.message;
    };
    switch (error.kind) {
    case Offline:
        return RecordDialog::tr("No connection to Close. What you typed is still here.");
    case Timeout:
        return RecordDialog::tr("Close did not answer in time. What you typed is still here.");
    case Tls:
        return RecordDialog::tr("The connection to Close is not trusted, so nothing was sent.");
    case Unauthorized:
        return RecordDialog::tr(
            "Close no longer accepts this key. Sign in again; what you typed stays here.");
    case PaymentRequired:
        return withDetails(RecordDialog::tr("Your organization's plan does not include this."));
    case Forbidden:
        return withDetails(RecordDialog::tr("You are not allowed to save this."));
    case NotFound:
        return RecordDialog::tr("Close no longer has this record. Somebody may have deleted or merged it.");
    case RateLimited:
        return RecordDialog::tr("Close asks for a pause. Try again in a moment.");
    case Server:
        return RecordDialog::tr("Close has a fault just now. What you typed is still here.");
    case Malformed:
        return RecordDialog::tr("Close gave an answer that cannot be read. What you typed is still here.");
    case Cancelled:
        return RecordDialog::tr("The save was given up. What you typed is still here.");
    case Validation:
        break;
    }
    return error.message.isEmpty() ? RecordDialog::tr("Close did not take this.") : error.message;
}

/// The last change that is known, by Close's clock: this machine's may be wrong.
QDateTime newestChange(const RecordTable &leads)
{
    const int field = leads.fields().indexOf(u"date_updated"_s);
    qint64 newest = NoInteger;
    for (quint32 row = 0; row < leads.rows(); ++row) {
        if (leads.isLive(row))
            newest = qMax(newest, leads.integerAt(field, row));
    }
    return newest == NoInteger ? QDateTime() : QDateTime::fromMSecsSinceEpoch(newest, Qt::UTC);
}

bool isWorthRetrying(ApiError::Kind kind)
{
    using enum ApiError::Kind;
    return kind == Offline || kind == Timeout || kind == RateLimited || kind == Server || kind == Malformed ||
           kind == Cancelled || kind == Tls;
}

} // namespace

RecordDialog::RecordDialog(const FormContext &context, RecordKind kind, const QString &title, QWidget *parent)
    : FormDialog(title, parent)
    , m_context(context)
    , m_kind(kind)
    , m_draft(std::make_unique<FormDraft>(
          *context.session, [this] { return draft(); }, nullptr))
{
    watchDraft();
    connect(this, &FormDialog::primaryTriggered, this, [this] { save(After::Close); });
    auto *stay = new QShortcut(QKeySequence(QKeySequence::Save), this);
    connect(stay, &QShortcut::activated, this, [this] { save(After::Stay); });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *another =
            new QShortcut(QKeySequence(QKeyCombination(Qt::ControlModifier | Qt::AltModifier, key)), this);
        connect(another, &QShortcut::activated, this, [this] { save(After::New); });
    }
    const auto keys = [](Qt::KeyboardModifiers modifiers, Qt::Key key) {
        return QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence::NativeText);
    };
    primaryButton()->setToolTip(tr("%1 saves and stays, %2 saves and begins another")
                                    .arg(keys(Qt::ControlModifier, Qt::Key_S),
                                         keys(Qt::ControlModifier | Qt::AltModifier, Qt::Key_Enter)));
    // Signing out ends the session, and with it every form over its records.
    connect(m_context.session.data(), &QObject::destroyed, this, [this] {
        // A field that loses the keyboard says what was typed, which others look up in the session.
        for (FieldEditor *editor : findChildren<FieldEditor *>())
            editor->blockSignals(true);
        hide();
        deleteLater();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now)
            ensureVisible(now);
    });
}

RecordDialog::~RecordDialog() = default;

void RecordDialog::finishLayout()
{
    QString taken;
    for (RecordForm *form : forms()) {
        form->assignMnemonics(&taken);
        follow(form);
    }
    // What was typed elsewhere and goes on here.
    if (isDirty())
        m_draft->noteChange();
    if (!m_id.isEmpty() && session().mayDelete(m_kind)) {
        auto *button = new Button(tr("Delete…"), this);
        addFooterButton(button);
        connect(button, &QPushButton::clicked, this, &RecordDialog::deleteRequested);
    }
    fitContent(642);
    if (session().isReadOnly()) {
        post(u"read-only"_s, tr("This run is read-only: nothing can be saved."), {}, false);
        primaryButton()->setEnabled(false);
    }
}

void RecordDialog::showEvent(QShowEvent *event)
{
    FormDialog::showEvent(event);
    if (!focusWidget() || focusWidget() == this || qobject_cast<QPushButton *>(focusWidget()))
        forms().first()->focusFirst();
}

bool RecordDialog::isDirty() const
{
    const QList<RecordForm *> all = forms();
    return std::any_of(all.begin(), all.end(), [](const RecordForm *form) { return form->isDirty(); });
}

void RecordDialog::post(const QString &id, const QString &text, const QList<Action> &actions, bool isError)
{
    MessageBar::Message message{
        id, isError ? MessageBar::Kind::Error : MessageBar::Kind::Info, text, {}, true};
    for (const auto &[label, run] : actions)
        message.actions.append({label, run, true});
    messageBar()->post(message);
}

bool RecordDialog::validate()
{
    bool good = true;
    const QList<RecordForm *> all = forms();
    // From the last to the first, so that the keyboard ends at the first problem.
    for (auto form = all.rbegin(); form != all.rend(); ++form) {
        if (isLeftOut(*form))
            (*form)->clearErrors();
        else
            good = (*form)->validate() && good;
    }
    return good;
}

void RecordDialog::save(After after)
{
    if (m_saving || m_loading || session().isReadOnly())
        return;
    messageBar()->clear(ClosingMessage);
    if (!validate())
        return;
    m_after = after;
    if (!m_id.isEmpty() && !isDirty()) {
        if (after == After::Stay)
            setHint(tr("Nothing has changed."));
        else
            leave();
        return;
    }
    if (m_unanswered)
        startLooking();
    else if (mustWait())
        saveWhenOnline();
    else if (!session().isOnline())
        explain({.kind = ApiError::Kind::Offline});
    else
        trySending();
}

/// Something else has to be in Close before this can be.
bool RecordDialog::mustWait() const
{
    const QList<RecordForm *> all = forms();
    return (!m_id.isEmpty() && session().outbox()->mustWait(m_id)) ||
           std::any_of(all.begin(), all.end(), [](const RecordForm *form) {
               return namesLocalId(QJsonObject::fromVariantMap(form->values()));
           });
}

void RecordDialog::saveWhenOnline()
{
    messageBar()->clear(SaveMessage);
    const bool isNew = m_id.isEmpty();
    const QString id = queue();
    m_strays.clear();
    m_draft->remove();
    for (RecordForm *form : forms())
        form->setBase(form->values());
    m_id = id;
    if (isNew)
        Q_EMIT created(m_kind, id);
    if (m_after != After::Stay) {
        leave();
        return;
    }
    becomeEdit(id);
    setHint(session().isOnline() ? tr("Not in Close yet") : tr("Waits until you are online"));
}

void RecordDialog::trySending()
{
    messageBar()->clear(SaveMessage);
    for (RecordForm *form : forms())
        form->clearErrors();
    if (m_id.isEmpty())
        m_before = similarRecords();
    if (m_id.isEmpty())
        m_newestBefore = newestChange(*session().leads());
    setSaving(true);
    // That something was sent has to be known after a crash, too: else it would be sent twice.
    if (m_id.isEmpty()) {
        m_draft->keepNow([this](bool isSafe) { isSafe ? send() : holdBack(); });
        return;
    }
    m_draft->keepNow();
    send();
}

/// Nothing is sent that a crash would make forget was sent.
void RecordDialog::holdBack()
{
    setSaving(false);
    if (!isVisible())
        open();
    m_draft->keepNow(); // as what was not sent
    post(SaveMessage, noRoomText(), {retrying()});
}

void RecordDialog::setSaving(bool saving)
{
    m_saving = saving;
    setBusy(saving);
    setHint(saving ? tr("Saving…") : QString());
    for (RecordForm *form : forms())
        form->setReadOnly(saving);
}

void RecordDialog::succeeded(const QString &id)
{
    const bool isNew = m_id.isEmpty();
    m_unanswered = false;
    m_strays.clear();
    m_draft->remove();
    setSaving(false);
    m_id = id;
    if (isNew)
        Q_EMIT created(m_kind, id);
    else
        Q_EMIT saved(m_kind, id);
    if (m_after != After::Stay || !isVisible()) {
        leave();
        return;
    }
    becomeEdit(id);
    setHint(tr("Saved"));
}

/// All is saved: closes, and asks for the next form where the person wants one.
void RecordDialog::leave()
{
    const bool wantsAnother = m_after == After::New && isVisible();
    const QString lead = leadId();
    finish(QDialog::Accepted);
    if (wantsAnother)
        Q_EMIT anotherRequested(m_kind, lead);
}

void RecordDialog::failed(const ApiError &error)
{
    setSaving(false);
    // It was closed in the belief that all is well.
    if (!isVisible())
        open();
    m_unanswered = m_id.isEmpty() && error.maybeApplied;
    m_draft->keepNow();
    if (m_unanswered) {
        startLooking();
        return;
    }
    explain(error);
}

RecordDialog::Action RecordDialog::retrying()
{
    return {tr("Retry"), [this] {
                if (validate())
                    trySending();
            }};
}

QMap<QString, QString> RecordDialog::markErrors(const QMap<QString, QString> &errors)
{
    QMap<QString, QString> rest = errors;
    const QList<RecordForm *> all = forms();
    for (auto form = all.begin(); form != all.end() && !rest.isEmpty(); ++form)
        rest = (*form)->setErrors(rest);
    return rest;
}

void RecordDialog::explain(const ApiError &error)
{
    QString text = wordsFor(error);
    if (!error.fieldErrors.isEmpty()) {
        const QMap<QString, QString> rest = markErrors(error.fieldErrors);
        if (rest.isEmpty() && error.kind == ApiError::Kind::Validation)
            return;
        QStringList lines;
        for (auto each = rest.cbegin(); each != rest.cend(); ++each)
            lines.append(tr("%1: %2").arg(each.key(), each.value()));
        if (!lines.isEmpty())
            text = lines.join(u' ');
    }
    QList<Action> actions;
    if (error.kind == ApiError::Kind::Unauthorized)
        actions.append({tr("Sign In"), [this] {
                            const QString id = keepAndClose();
                            Q_EMIT signInNeeded(id);
                        }});
    else if (isWorthRetrying(error.kind))
        actions.append(retrying());
    // What may have arrived is not sent a second time unasked; a change that did is seen to be there.
    const bool mayWait = error.kind == ApiError::Kind::Offline || error.kind == ApiError::Kind::Timeout;
    if (mayWait && !session().isReadOnly())
        actions.append({tr("Save When Online"), [this] {
                            if (validate())
                                saveWhenOnline();
                        }});
    post(SaveMessage, text, actions);
}

/// A creation that is sent twice makes two records: first the program looks whether it arrived.
void RecordDialog::startLooking()
{
    if (m_looking)
        return;
    m_looking = true;
    m_lookedSince.start();
    post(SaveMessage,
         tr("Close may have received this. Leadline looks for it there before anything is sent again."), {},
         false);
    setHint(tr("Looking…"));
    look();
}

void RecordDialog::lookAgainOrAsk(bool couldLook)
{
    if (m_lookedSince.elapsed() >= context().lookFor.count()) {
        askWhetherToSendAgain(couldLook);
        return;
    }
    QTimer::singleShot(context().lookEvery, this, [this] {
        if (m_looking && context().session)
            look();
    });
}

void RecordDialog::askWhetherToSendAgain(bool couldLook)
{
    m_looking = false;
    setHint({});
    post(SaveMessage,
         couldLook ? tr("Close does not show it after a minute, so it did probably not arrive.")
                   : tr("Close cannot be reached, so nobody can tell whether it arrived."),
         {{tr("Look Again"), [this] { startLooking(); }}, {tr("Send Again"), [this] {
                                                               m_unanswered = false;
                                                               trySending();
                                                           }}});
}

void RecordDialog::found(const QString &id, const QString &name)
{
    m_looking = false;
    setHint({});
    post(SaveMessage, tr("Close has it: “%1” was created.").arg(name),
         {{tr("Open It"),
           [this, id] {
               m_unanswered = false;
               m_id = id;
               Q_EMIT created(m_kind, id);
               Q_EMIT openRequested(m_kind, id);
               finish(QDialog::Accepted);
           }}},
         false);
}

void RecordDialog::notFound()
{
    lookAgainOrAsk(true);
}

void RecordDialog::lookFailed()
{
    lookAgainOrAsk(false);
}

bool RecordDialog::isNewcomer(const QString &id, const QString &author, const QDateTime &created) const
{
    const bool isOurs = author.isEmpty() || author == session().directory().currentUser().id;
    const bool isNew = !created.isValid() || !m_newestBefore.isValid() || created >= m_newestBefore;
    return isOurs && isNew && !m_before.contains(id);
}

void RecordDialog::setLoading(bool loading)
{
    m_loading = loading;
    setBusy(loading || session().isReadOnly());
    setHint(loading ? tr("Reading…") : QString());
    for (RecordForm *form : forms())
        form->setReadOnly(loading);
}

void RecordDialog::loadingFailed(const ApiError &error)
{
    setHint({});
    post(u"load"_s, wordsFor(error), {});
}

void RecordDialog::reject()
{
    if (m_saving) {
        hide();
        return;
    }
    if (m_discarding || !isDirty()) {
        finish(QDialog::Rejected);
        return;
    }
    // The second Esc takes the question away, never the text.
    if (messageBar()->current() == ClosingMessage) {
        messageBar()->clear(ClosingMessage);
        returnToField();
        return;
    }
    askWhatToKeep();
}

void RecordDialog::discard()
{
    m_discarding = true;
    reject();
}

void RecordDialog::openInstead(const QString &leadId)
{
    Q_EMIT openRequested(RecordKind::Lead, leadId);
    if (isDirty())
        keepAndClose();
    else
        discard();
}

void RecordDialog::finish(int result)
{
    m_draft->end();
    done(result);
    deleteLater();
}

} // namespace Leadline

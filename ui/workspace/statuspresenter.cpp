// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "statuspresenter.h"

#include "apierrortext.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "session.h"
#include "sidebar.h"
#include "statusstrip.h"
#include "toolbar.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const QString SyncMessage = u"sync"_s;

QString ago(const QDateTime &moment, const QDateTime &now)
{
    const qint64 seconds = moment.secsTo(now);
    if (seconds < 5)
        return StatusPresenter::tr("just now");
    if (seconds < 60)
        return StatusPresenter::tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return StatusPresenter::tr("%1 min ago").arg(seconds / 60);
    return StatusPresenter::tr("%1 h ago").arg(seconds / 3600);
}

/// "1,200 of 98,410 leads, 400/s, about 4 min left"
QString progress(const SyncState &state, const QLocale &locale)
{
    QString text = StatusPresenter::tr("%1 of %2 leads")
                       .arg(locale.toString(state.loaded), locale.toString(state.expected.value_or(0)));
    if (const auto seconds = state.secondsLeft()) {
        text = StatusPresenter::tr("%1, %2/s").arg(text, locale.toString(qRound64(*state.rate)));
        text = *seconds < 60
                   ? StatusPresenter::tr("%1, about %n s left", nullptr, int(*seconds)).arg(text)
                   : StatusPresenter::tr("%1, about %n min left", nullptr, int((*seconds + 30) / 60)).arg(text);
    }
    return text;
}

/// The time of today, else the day too.
QString asOf(const QDateTime &moment, const QDateTime &now, const QLocale &locale)
{
    const QDateTime here = moment.toLocalTime();
    return here.date() == now.toLocalTime().date() ? locale.toString(here.time(), QLocale::ShortFormat)
                                                   : locale.toString(here, QLocale::ShortFormat);
}

} // namespace

StatusPresenter::StatusPresenter(Session &session, MainWindow &window, std::function<QDateTime()> clock,
                                 QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_now(std::move(clock))
{
    connect(&m_session, &Session::syncStateChanged, this, &StatusPresenter::updateState);
    connect(&m_session, &Session::onlineChanged, this, &StatusPresenter::updateState);
    connect(&m_session, &Session::rateBudgetChanged, this, &StatusPresenter::updateBudget);
    for (RecordTable *table :
         {m_session.leads(), m_session.contacts(), m_session.opportunities(), m_session.tasks()}) {
        connect(table, &RecordTable::changed, this, &StatusPresenter::updateCounts);
        connect(table, &RecordTable::wasReset, this, &StatusPresenter::updateCounts);
        connect(table, &RecordTable::wasRenumbered, this, &StatusPresenter::updateCounts);
    }
    connect(m_window.statusStrip(), &StatusStrip::syncActionTriggered, this, [this] {
        if (m_session.syncState().phase == SyncState::Phase::Paused)
            m_session.resumeSync();
        else
            m_session.pauseSync();
    });
    m_clock.setInterval(5000);
    connect(&m_clock, &QTimer::timeout, this, &StatusPresenter::updateSyncText);
    m_clock.start();
    updateState();
    updateCounts();
    updateBudget(m_session.rateBudget());
}

void StatusPresenter::updateState()
{
    const SyncState state = m_session.syncState();
    Toolbar *toolbar = m_window.toolbar();
    if (!m_session.isOnline())
        toolbar->setSyncState(tr("Offline"), Tone::Warn);
    else if (state.phase == SyncState::Phase::Loading)
        toolbar->setSyncState(tr("Loading"), Tone::Accent);
    else if (state.phase == SyncState::Phase::Paused)
        toolbar->setSyncState(tr("Paused"), Tone::Grey);
    else if (state.phase == SyncState::Phase::Stopped)
        toolbar->setSyncState(tr("Not up to date"), Tone::Warn);
    else
        toolbar->setSyncState(tr("Up to date"), Tone::Good);
    showTrouble();
    updateSyncText();
    updateSyncAction();
}

void StatusPresenter::updateSyncAction()
{
    const SyncState state = m_session.syncState();
    // A round that follows is over before one could pause it.
    const bool isPass = state.phase == SyncState::Phase::Loading && state.expected && state.loaded < *state.expected;
    m_window.statusStrip()->setSyncAction(state.phase == SyncState::Phase::Paused ? tr("Go On")
                                          : isPass                                ? tr("Pause")
                                                                                  : QString());
}

void StatusPresenter::showTrouble()
{
    const SyncState state = m_session.syncState();
    if (state.phase != SyncState::Phase::Stopped || !state.error) {
        m_window.messageBar()->clear(SyncMessage);
        return;
    }
    // The key is asked for elsewhere.
    if (state.error->kind == ApiError::Kind::Unauthorized)
        return;
    m_window.messageBar()->post({.id = SyncMessage,
                                 .kind = MessageBar::Kind::Warning,
                                 .text = apiErrorText(*state.error),
                                 .actions = {{.text = tr("Try Again"), .run = [this] { m_session.refresh(); }}}});
}

void StatusPresenter::updateSyncText()
{
    const SyncState state = m_session.syncState();
    const QLocale locale;
    QString text;
    const bool isPass = state.phase == SyncState::Phase::Loading || state.phase == SyncState::Phase::Paused;
    if (isPass && state.expected && state.loaded < *state.expected)
        text = progress(state, locale);
    else if (!m_session.isOnline() && state.finished.isValid())
        text = tr("Shown as of %1").arg(asOf(state.finished, m_now(), locale));
    else if (state.finished.isValid())
        text = tr("Synced %1").arg(ago(state.finished, m_now()));
    m_window.statusStrip()->setSyncText(text);
}

void StatusPresenter::updateCounts()
{
    const QLocale locale;
    const auto set = [&](const QString &section, const RecordTable *table, const QString &description) {
        const QString count = locale.toString(table->count());
        m_window.sidebar()->setCount(section, count, description.arg(count));
    };
    set(u"leads"_s, m_session.leads(), tr("%1 leads"));
    set(u"contacts"_s, m_session.contacts(), tr("%1 contacts"));
    set(u"opportunities"_s, m_session.opportunities(), tr("%1 opportunities"));
    set(u"tasks"_s, m_session.tasks(), tr("%1 tasks"));
}

void StatusPresenter::updateBudget(int percent)
{
    m_window.statusStrip()->setBudgetText(tr("API budget %1 %").arg(percent));
}

} // namespace Leadline

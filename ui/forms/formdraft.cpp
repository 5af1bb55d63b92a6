// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "formdraft.h"

#include "draftkeeper.h"
#include "session.h"

#include <chrono>
#include <utility>

namespace Leadline {

namespace {

/// From the first letter that is not kept yet, so that a crash takes no more than a second's typing.
constexpr std::chrono::milliseconds keepAfter{1000};

} // namespace

FormDraft::FormDraft(Session &session, std::function<KeptDraft()> read, QObject *parent)
    : QObject(parent)
    , m_keeper(session.drafts())
    , m_read(std::move(read))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(keepAfter);
    connect(&m_timer, &QTimer::timeout, this, [this] { keepNow(); });
    connect(&session, &Session::draftsWanted, this, [this] { keepNow(); });
}

FormDraft::~FormDraft()
{
    if (m_keeper && !m_id.isEmpty())
        m_keeper->setAttended(m_id, false);
}

bool FormDraft::isKept() const
{
    return m_keeper && m_keeper->isKept();
}

void FormDraft::takeOver(const KeptDraft &draft)
{
    if (!m_keeper)
        return;
    if (!m_id.isEmpty())
        m_keeper->setAttended(m_id, false);
    m_id = draft.id;
    m_keeper->setAttended(m_id, true);
}

void FormDraft::noteChange()
{
    // Not anew with every letter: somebody may type without a pause.
    if (!m_isOver && !m_timer.isActive())
        m_timer.start();
    Q_EMIT noted();
}

void FormDraft::keepNow(std::function<void(bool isSafe)> then)
{
    m_timer.stop();
    KeptDraft draft = m_isOver || !m_keeper ? KeptDraft() : m_read();
    if (draft.parts.isEmpty()) {
        if (!m_isOver)
            remove();
        if (then)
            then(true);
        return;
    }
    const KeptDraft *before = m_id.isEmpty() ? nullptr : m_keeper->find(m_id);
    if (before && before->isSameText(draft) && !then)
        return;
    if (m_id.isEmpty()) {
        m_id = DraftKeeper::makeId();
        m_keeper->setAttended(m_id, true);
    }
    draft.id = m_id;
    const bool waits = then && m_keeper->isKept();
    m_keeper->keep(draft, this, [this, waits, then](bool isWritten) {
        if (isKept())
            Q_EMIT written(isWritten);
        if (waits)
            then(isWritten);
    });
    if (then && !waits)
        then(true);
}

void FormDraft::remove()
{
    m_timer.stop();
    if (m_keeper && !m_id.isEmpty())
        m_keeper->remove(m_id);
    m_id.clear();
}

QString FormDraft::letGo()
{
    keepNow();
    const QString id = m_id;
    finish();
    return id;
}

void FormDraft::end()
{
    remove();
    finish();
}

void FormDraft::finish()
{
    m_timer.stop();
    m_isOver = true;
    if (m_keeper && !m_id.isEmpty())
        m_keeper->setAttended(std::exchange(m_id, QString()), false);
}

} // namespace Leadline

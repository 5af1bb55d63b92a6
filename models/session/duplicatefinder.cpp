// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "duplicatefinder.h"

#include <chrono>

namespace Leadline {

namespace {

using namespace std::chrono_literals;

/// A letter typed costs nothing before the pause; a scan of a million leads takes about a frame.
constexpr auto PauseHere = 60ms;
constexpr auto PauseThere = 450ms;
constexpr qsizetype MostDuplicates = 5;

} // namespace

DuplicateFinder::DuplicateFinder(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(&session)
{
    m_here.setSingleShot(true);
    m_here.setInterval(PauseHere);
    m_there.setSingleShot(true);
    m_there.setInterval(PauseThere);
    connect(&m_here, &QTimer::timeout, this, &DuplicateFinder::lookHere);
    connect(&m_there, &QTimer::timeout, this, &DuplicateFinder::askClose);
}

void DuplicateFinder::setQuery(const DuplicateQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_request.reset();
    m_here.start();
    m_there.start();
}

void DuplicateFinder::lookHere()
{
    if (!m_session)
        return;
    const QList<PossibleDuplicate> before =
        std::exchange(m_found, findDuplicates(*m_session->leads(), m_query, MostDuplicates));
    const auto isSame = [](const PossibleDuplicate &a, const PossibleDuplicate &b) {
        return a.leadId == b.leadId && a.reason == b.reason;
    };
    if (!std::equal(before.begin(), before.end(), m_found.begin(), m_found.end(), isSame))
        Q_EMIT changed();
}

void DuplicateFinder::askClose()
{
    if (!m_session || m_query.isEmpty())
        return;
    m_request = std::make_unique<QObject>();
    m_session->searchDuplicates(m_query, m_request.get(), [this](const Result<LeadSearchAnswer> &answer) {
        // Without an answer what is loaded has to do: nobody waits for this.
        if (answer && !answer->leadIds.isEmpty())
            lookHere();
    });
}

} // namespace Leadline

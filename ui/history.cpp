// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "history.h"

namespace Leadline {

namespace {
constexpr qsizetype Limit = 200;
}

History::History(QObject *parent)
    : QObject(parent)
{
}

void History::visit(const QString &place)
{
    if (m_at >= 0 && m_places.at(m_at) == place)
        return;
    m_places.resize(m_at + 1);
    m_places.append(place);
    if (m_places.size() > Limit)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
    Q_EMIT changed();
}

void History::goBack()
{
    if (!canGoBack())
        return;
    --m_at;
    Q_EMIT changed();
    Q_EMIT revisited(m_places.at(m_at));
}

void History::goForward()
{
    if (!canGoForward())
        return;
    ++m_at;
    Q_EMIT changed();
    Q_EMIT revisited(m_places.at(m_at));
}

void History::clear()
{
    m_places.clear();
    m_at = -1;
    Q_EMIT changed();
}

} // namespace Leadline

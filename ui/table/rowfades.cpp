// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "rowfades.h"

#include <algorithm>

namespace Leadline {

namespace {

constexpr int StepMilliseconds = 50;
/// The mark stands still for so long before it fades.
constexpr qreal HeldMilliseconds = 400;

} // namespace

RowFades::RowFades(QObject *parent)
    : QObject(parent)
{
    m_steps.setInterval(StepMilliseconds);
    connect(&m_steps, &QTimer::timeout, this, &RowFades::step);
}

void RowFades::begin(const QModelIndex &row, bool isStill)
{
    if (!m_steps.isActive()) {
        m_clock.start();
        m_steps.start();
    }
    std::erase_if(m_fades, [&row](const Fade &fade) { return fade.row.row() == row.row(); });
    m_fades.push_back({row, m_clock.elapsed(), isStill});
    Q_EMIT stepped(row.row());
}

qreal RowFades::strength(int row) const
{
    const auto found = std::find_if(m_fades.begin(), m_fades.end(),
                                    [row](const Fade &fade) { return fade.row.row() == row; });
    if (found == m_fades.end())
        return 0;
    if (found->isStill)
        return 1;
    const qreal age = qreal(m_clock.elapsed() - found->since) - HeldMilliseconds;
    return std::clamp(1 - age / (Milliseconds - HeldMilliseconds), 0.0, 1.0);
}

void RowFades::step()
{
    const qint64 now = m_clock.elapsed();
    std::vector<int> rows;
    for (const Fade &fade : m_fades)
        rows.push_back(fade.row.row());
    std::erase_if(
        m_fades, [now](const Fade &fade) { return !fade.row.isValid() || now - fade.since >= Milliseconds; });
    if (m_fades.empty())
        m_steps.stop();
    for (const int row : rows)
        Q_EMIT stepped(row);
}

} // namespace Leadline

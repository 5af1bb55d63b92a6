// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "windowplan.h"

#include <QDateTime>

#include <algorithm>

namespace Leadline {

namespace {

/// No record of Close is older than Close.
constexpr qint64 Beginning = 1'293'840'000'000; // 2011-01-01
constexpr qint64 PageRecords = 200;

QJsonValue edge(qint64 at, qint64 open)
{
    return at == open ? QJsonValue() : QJsonValue(double(at));
}

qint64 edge(const QJsonValue &value, qint64 open)
{
    return value.isDouble() ? qint64(value.toDouble()) : open;
}

/// Where the window's records probably end, going by how much time its last page covered.
qint64 probableStart(const SyncWindow &window)
{
    const qint64 floor = std::max(window.from, Beginning);
    if (!window.left || !window.pace)
        return floor;
    const double reach = double(*window.pace) * double(*window.left) / PageRecords;
    return reach < double(window.to - floor) ? window.to - qint64(reach) : floor;
}

} // namespace

WindowPlan WindowPlan::whole()
{
    return since(SyncWindow::Always);
}

WindowPlan WindowPlan::since(qint64 from)
{
    WindowPlan plan;
    plan.put(0, {.from = from});
    return plan;
}

WindowPlan WindowPlan::fromJson(const QJsonArray &json)
{
    WindowPlan plan;
    for (const QJsonValue &value : json) {
        const int id = value[0].toInt();
        plan.put(id, {.from = edge(value[1], SyncWindow::Always), .to = edge(value[2], SyncWindow::Now)});
        plan.m_nextId = std::max(plan.m_nextId, id + 1);
    }
    return plan;
}

QJsonArray WindowPlan::toJson() const
{
    QJsonArray json;
    for (auto it = m_windows.begin(); it != m_windows.end(); ++it)
        json.append(QJsonArray{it.key(), edge(it->from, SyncWindow::Always), edge(it->to, SyncWindow::Now)});
    return json;
}

std::optional<qint64> WindowPlan::left() const
{
    qint64 sum = 0;
    for (const SyncWindow &window : m_windows) {
        if (!window.left)
            return {};
        sum += *window.left;
    }
    return sum;
}

void WindowPlan::reached(int id, qint64 to)
{
    const auto window = m_windows.find(id);
    if (window != m_windows.end())
        window->to = std::min(window->to, to);
}

std::optional<int> WindowPlan::split(qint64 least)
{
    int largest = -1;
    for (auto it = m_windows.begin(); it != m_windows.end(); ++it) {
        if (it->isCounted && it->left.value_or(0) > least && it->to != SyncWindow::Now) {
            largest = it.key();
            least = *it->left;
        }
    }
    if (largest < 0)
        return {};
    SyncWindow &newer = m_windows[largest];
    const qint64 start = probableStart(newer);
    const qint64 middle = start + (newer.to - start) / 2;
    if (middle <= newer.from || middle >= newer.to)
        return {};
    SyncWindow older = newer;
    older.to = middle;
    older.isCounted = false;
    newer.from = middle;
    newer.left = *newer.left / 2;
    older.left = newer.left;
    const int id = m_nextId++;
    m_windows.insert(id, older);
    m_newerHalf.insert(id, largest);
    return id;
}

void WindowPlan::counted(int id, qint64 left)
{
    const auto window = m_windows.find(id);
    if (window == m_windows.end())
        return;
    const auto newer = m_newerHalf.contains(id) ? m_windows.find(m_newerHalf.take(id)) : m_windows.end();
    if (newer != m_windows.end() && newer->left && window->left)
        newer->left = std::max<qint64>(0, *newer->left + *window->left - left);
    window->left = left;
    window->isCounted = true;
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "closeclient.h"
#include "tablefeed.h"

namespace Leadline {

/// Asks Close how many leads, opportunities and tasks there are and compares with the tables.
class CountCheck : public QObject
{
    Q_OBJECT

public:
    CountCheck(CloseClient &client, const TableFeed &feed, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void finished(bool isEqual);
    void failed(const Leadline::ApiError &error);

private:
    template <typename R>
    void ask(const RecordTable *table);

    CloseClient &m_client;
    const TableFeed &m_feed;
    int m_open = 0;
    bool m_isEqual = true;
    bool m_isOver = false;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "countcheck.h"

#include "recordrequests.h"

using namespace Qt::StringLiterals;

namespace Leadline {

CountCheck::CountCheck(CloseClient &client, const TableFeed &feed, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_feed(feed)
{
}

void CountCheck::start()
{
    m_open = 3;
    ask<Lead>(m_feed.tables().leads);
    ask<Opportunity>(m_feed.tables().opportunities);
    ask<Task>(m_feed.tables().tasks);
}

template <typename R>
void CountCheck::ask(const RecordTable *table)
{
    ListRequest<R> request;
    request.fields = {u"id"_s};
    request.limit = 1;
    m_client.send(
        request, this,
        [this, table](const auto &page) {
            if (!page) {
                if (!std::exchange(m_isOver, true))
                    Q_EMIT failed(page.error());
                return;
            }
            if (page->total && *page->total != table->count() - table->madeCount())
                m_isEqual = false;
            if (--m_open == 0 && !m_isOver)
                Q_EMIT finished(m_isEqual);
        },
        Priority::Background);
}

} // namespace Leadline

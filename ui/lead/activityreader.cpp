// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activityreader.h"

#include "activitymodel.h"
#include "outbox.h"

using namespace Qt::StringLiterals;

namespace Leadline {

ActivityReader::ActivityReader(ActivityModel *model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(model, &QAbstractItemModel::rowsInserted, this, &ActivityReader::changed);
    connect(model, &QAbstractItemModel::modelReset, this, &ActivityReader::changed);
}

void ActivityReader::setSession(Session *session)
{
    if (m_session) {
        disconnect(m_session->outbox(), nullptr, this, nullptr);
        disconnect(m_session, nullptr, this, nullptr);
    }
    m_session = session;
    m_known.clear();
    if (!session)
        return;
    connect(session->outbox(), &Outbox::changed, this, &ActivityReader::showWaiting);
    connect(session, &Session::activitySaved, this, [this](const Activity &activity) {
        if (activity.leadId == m_leadId)
            m_model->merge({activity});
    });
}

void ActivityReader::setLead(const QString &id)
{
    stop();
    m_leadId = id;
    m_types.clear();
    m_hasFailed = false;
    m_model->clear();
    m_model->setTypes({});
    if (id.isEmpty() || !m_session)
        return;
    if (const ActivityPage *known = m_known.object(id))
        m_model->merge(known->activities);
    showWaiting();
}

void ActivityReader::setTypes(const QStringList &types)
{
    m_types = types;
    m_model->setTypes(types);
    load();
}

void ActivityReader::load()
{
    ask(0);
}

void ActivityReader::loadMore()
{
    if (m_hasMore && !m_isLoading)
        ask(m_skip);
}

void ActivityReader::stop()
{
    m_request.reset();
    m_pinnedRequest.reset();
    m_isLoading = false;
    m_hasMore = false;
}

void ActivityReader::ask(int skip)
{
    if (!m_session || m_leadId.isEmpty())
        return;
    m_request = std::make_unique<QObject>();
    m_isLoading = true;
    m_hasFailed = false;
    ActivityQuery query;
    query.leadId = m_leadId;
    query.types = m_types;
    query.skip = skip;
    m_session->loadActivities(query, m_request.get(),
                              [this, skip](Result<ActivityPage> page) { take(std::move(page), skip); });
    Q_EMIT changed();
}

void ActivityReader::take(Result<ActivityPage> page, int skip)
{
    m_isLoading = false;
    if (!page) {
        m_hasFailed = page.error().kind != ApiError::Kind::NotFound;
        m_hasMore = false;
        Q_EMIT changed();
        return;
    }
    // A page that says there is more and holds nothing would be asked for without end.
    m_hasMore = page->hasMore && !page->activities.isEmpty();
    m_skip = skip + int(page->activities.size());
    const bool isNewest = skip == 0 && !isFiltered();
    if (isNewest && m_hasMore)
        askPinned();
    m_model->merge(page->activities);
    if (isNewest)
        m_known.insert(m_leadId, new ActivityPage(*std::move(page)));
    Q_EMIT changed();
}

/// Pinned notes stand on top however old they are; Close lists them in their place in time.
void ActivityReader::askPinned()
{
    ActivityQuery query;
    query.leadId = m_leadId;
    query.types = {u"Note"_s};
    m_pinnedRequest = std::make_unique<QObject>();
    m_session->loadActivities(query, m_pinnedRequest.get(), [this](const Result<ActivityPage> &notes) {
        if (!notes)
            return;
        QList<Activity> pinned = notes->activities;
        pinned.removeIf([](const Activity &note) { return !note.isPinned; });
        m_model->merge(pinned);
    });
}

void ActivityReader::showWaiting()
{
    if (!m_leadId.isEmpty())
        m_model->setWaiting(m_session->outbox()->activitiesOf(m_leadId));
}

} // namespace Leadline

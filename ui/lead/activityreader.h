// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "activity.h"
#include "session.h"

#include <QCache>
#include <QPointer>

#include <memory>

namespace Leadline {

class ActivityModel;

/// Fills a list with the activity of a lead: what was read before at once, what waits to be sent, and page after page
/// from Close.
class ActivityReader : public QObject
{
    Q_OBJECT

public:
    /// \a model is not owned.
    ActivityReader(ActivityModel *model, QObject *parent);

    /// Not owned; nullptr while nobody is signed in.
    void setSession(Session *session);
    /// Shows what is known of the activity of a lead, of all types; a blank id shows none.
    void setLead(const QString &id);
    /// Only these types, all if empty, from now on.
    void setTypes(const QStringList &types);
    /// Reads the newest page again.
    void load();
    /// Reads the next page, if there is one and none is on its way.
    void loadMore();
    /// Nothing that is on its way is shown any more.
    void stop();

    bool isLoading() const { return m_isLoading; }
    /// Whether the last page could not be read.
    bool hasFailed() const { return m_hasFailed; }
    /// Whether only some types are shown.
    bool isFiltered() const { return !m_types.isEmpty(); }

Q_SIGNALS:
    /// The list, or how far it has been read.
    void changed();

private:
    void ask(int skip);
    void take(Result<ActivityPage> page, int skip);
    void askPinned();
    void showWaiting();

    ActivityModel *m_model;
    QPointer<Session> m_session;
    QString m_leadId;
    QStringList m_types;
    QCache<QString, ActivityPage> m_known{64}; ///< newest pages, by lead
    std::unique_ptr<QObject> m_request;        ///< ends with the lead or the types it was made for
    std::unique_ptr<QObject> m_pinnedRequest;
    int m_skip = 0;
    bool m_hasMore = false;
    bool m_isLoading = false;
    bool m_hasFailed = false;
};

} // namespace Leadline

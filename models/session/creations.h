// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "activity.h"
#include "drafts.h"
#include "task.h"

#include <QCache>
#include <QObject>

#include <array>
#include <chrono>
#include <functional>

namespace Leadline {

class CloseClient;

/// Makes notes, calls and tasks, each once: where no answer comes, the lead is looked through for the record
/// before anything is sent again.
class Creations : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Callback = std::function<void(Result<T>)>;
    using Looks = std::array<std::chrono::milliseconds, 3>;

    /// \a client is not owned. \a userId is who creates. \a looks: when the lead is looked through after an
    /// attempt without an answer, each counted from the one before.
    Creations(CloseClient &client, QString userId, const Looks &looks);

    void createNote(const NoteDraft &draft, const CreationPointer &creation, Callback<Activity> callback);
    void createCall(const CallDraft &draft, const CreationPointer &creation, Callback<Activity> callback);
    /// \a knownIds are the lead's tasks that are known, if all are.
    void createTask(const TaskDraft &draft, std::optional<QSet<QString>> knownIds,
                    const CreationPointer &creation, Callback<Task> callback);
    /// Activities of a lead that were read, newest first.
    void remember(const QString &leadId, const ActivityPage &page);

private:
    template <typename Request>
    void createActivity(const Request &request, const QString &type,
                        std::function<bool(const Activity &)> isSame, const CreationPointer &creation,
                        Callback<Activity> callback);

    CloseClient &m_client;
    QString m_userId;
    Looks m_looks;
    QCache<QString, QSet<QString>> m_knownActivities; ///< by lead
};

} // namespace Leadline

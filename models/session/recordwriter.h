// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recordkind.h"
#include "result.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QVariantMap>

#include <functional>
#include <optional>

namespace Leadline {

class CloseClient;
class Session;
struct ThreeWayMerge;

/// The one way by which records are written: forms, status menus, inline edits and undo alike. Before a
/// change the record is read; where somebody else changed the same fields meanwhile, Session::conflictFound()
/// asks. An answer reaches the session's tables though whoever asked has gone.
class RecordWriter : public QObject
{
    Q_OBJECT

public:
    template <typename R>
    using Callback = std::function<void(Result<R>)>;

    /// Neither is owned; both outlive this.
    RecordWriter(CloseClient &client, Session &session);

    template <typename R>
    void create(const QJsonObject &body, QObject *context, Callback<R> callback);
    template <typename R>
    void update(const QString &id, const QVariantMap &before, const QVariantMap &after, QObject *context,
                Callback<R> callback);
    /// What an answer to a creation is handed to: the record goes to its table and can be undone.
    template <typename R>
    Callback<R> creating(QObject *context, Callback<R> callback);
    /// Deletes for good.
    void remove(RecordKind kind, const QString &id,
                std::function<void(const std::optional<ApiError> &)> done);

private:
    template <typename R>
    struct Edit
    {
        QString id;
        QVariantMap before;
        QVariantMap after;
        QPointer<QObject> context;
        Callback<R> callback;
    };

    template <typename R, typename Request>
    void sendAndKeep(const Request &request, Callback<R> callback);
    template <typename R>
    void readFirst(const Edit<R> &edit);
    template <typename R>
    void layOver(const Edit<R> &edit, const R &theirs);
    template <typename R>
    void ask(const Edit<R> &edit, const R &theirs, const QVariantMap &held, const ThreeWayMerge &merge);
    template <typename R>
    void put(const Edit<R> &edit, const QJsonObject &body);
    template <typename R>
    Callback<R> saving(QPointer<QObject> context, Callback<R> callback,
                       std::function<void(const R &)> note = {});
    template <typename R>
    void fail(const Edit<R> &edit, const ApiError &error);
    template <typename R>
    void removeAs(const QString &id, std::function<void(const std::optional<ApiError> &)> done);

    CloseClient &m_client;
    Session &m_session;
};

} // namespace Leadline

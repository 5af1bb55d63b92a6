// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apibase.h"
#include "apicall.h"
#include "clientoptions.h"
#include "ratelimiter.h"
#include "result.h"
#include "transfer.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Leadline {

/// A request value: knows what goes over the wire and how to read what comes back. `read` is pure and
/// callable on any thread.
template <typename T>
concept ApiRequest = requires(const T &request, const QByteArray &body)
{
    typename T::Answer;
    {
        request.call()
        } -> std::same_as<ApiCall>;
    {
        T::read(body)
        } -> std::same_as<Result<typename T::Answer>>;
};

class CloseClient;

/// A request that was handed in. Copies mean the same request; losing it changes nothing.
class ApiHandle
{
public:
    ApiHandle() = default;
    /// Gives the request up, silently: its callback will not run. A write may have been carried out already.
    void cancel();
    /// Whether the callback is still to come.
    bool isActive() const;

private:
    friend class CloseClient;
    ApiHandle(CloseClient *client, quint64 id);

    QPointer<CloseClient> m_client;
    quint64 m_id = 0;
};

/// Speaks HTTP with Close: signs requests, paces them, repeats what may be repeated and reads errors. Lives
/// in one thread; contexts have to live there too.
class CloseClient : public QObject
{
    Q_OBJECT

public:
    using RawCallback = std::function<void(Result<QByteArray>)>;

    /// `apiBase` as validatedApiBase() gives it (others make every request fail). The password of Close's
    /// keys is empty (developer.close.com/api/overview/api-key-authentication).
    CloseClient(const QUrl &apiBase, const QByteArray &apiKey, const QByteArray &password = {},
                const ClientOptions &options = {}, QObject *parent = nullptr);
    ~CloseClient() override;

    /// Sends a request; `callback(Result<Answer>)` runs later in this thread, once, and never after `context`
    /// is gone. When the context goes, a read is given up; a write that was asked for is still carried out.
    template <ApiRequest R, typename Callback>
    ApiHandle send(const R &request, QObject *context, Callback callback,
                   Priority priority = Priority::Interactive);

    /// The same, handing over the undecoded body, so that another thread can R::read() it.
    template <ApiRequest R>
    ApiHandle sendRaw(const R &request, QObject *context, RawCallback callback,
                      Priority priority = Priority::Interactive)
    {
        return sendRaw(request.call(), context, std::move(callback), priority);
    }
    ApiHandle sendRaw(const ApiCall &call, QObject *context, RawCallback callback,
                      Priority priority = Priority::Interactive);

    /// Gives everything up: callbacks get Kind::Cancelled (writes under way with maybeApplied).
    void cancelAll();

    QUrl apiBase() const { return m_base; }
    bool isReadOnly() const { return m_options.readOnly; }
    /// Whether the last attempt reached the server. True before the first.
    bool isOnline() const { return m_online; }
    /// What is left of the tightest rate limit, in percent.
    int rateBudget() const { return m_budget; }

Q_SIGNALS:
    void onlineChanged(bool online);
    void rateBudgetChanged(int percent);

private:
    friend class ApiHandle;
    using TimePoint = RateLimiter::TimePoint;
    using Milliseconds = RateLimiter::Milliseconds;

    /// A request from send() to its callback, over all its tries.
    struct Exchange
    {
        quint64 id = 0;
        ApiCall call;
        QString group; // of its rate limit
        Priority priority = Priority::Interactive;
        QPointer<QObject> context;
        RawCallback callback; // empty: nobody listens any more
        QMetaObject::Connection contextWatch;
        int tries = 0;
        int redirects = 0;
        QUrl redirectedTo;
        TimePoint notBefore;
        TimePoint sentAt;
        bool mayHaveArrived = false;  // one of the tries so far
        Transfer *transfer = nullptr; // set while one is under way
    };
    using ExchangePtr = std::shared_ptr<Exchange>;

    std::optional<ApiError> refusal(const ApiCall &call) const;
    void contextGone(quint64 id);
    void cancel(quint64 id);
    ExchangePtr find(quint64 id) const;

    void wakeIn(Milliseconds wait);
    void dispatch();
    bool hasPlace(Priority priority, TimePoint now);
    bool mayStart(const Exchange &exchange, TimePoint now, Milliseconds &wait);
    void startWaiting(Priority priority, Milliseconds &wait);
    int mostInFlight() const;
    void start(const ExchangePtr &exchange, TimePoint now);
    QNetworkRequest networkRequest(const Exchange &exchange, QByteArray &verb, QByteArray &body) const;

    void handle(const ExchangePtr &exchange, const TransferResult &result);
    void handleFailure(const ExchangePtr &exchange, ApiError error, bool mayHaveArrived);
    void handleAnswer(const ExchangePtr &exchange, const TransferResult &result);
    void handleThrottled(const ExchangePtr &exchange, const TransferResult &result);
    void handleRedirect(const ExchangePtr &exchange, const TransferResult &result);
    void again(const ExchangePtr &exchange, Milliseconds wait);
    void finish(const ExchangePtr &exchange, Result<QByteArray> result);

    void setOnline(bool online);
    void updateBudget();

    const QUrl m_base;
    const ClientOptions m_options;
    QByteArray m_authorization;
    std::optional<ApiError> m_baseError;
    std::optional<QSslConfiguration> m_tls; // where it differs from the default
    QNetworkAccessManager m_network;
    RateLimiter m_limiter;
    std::vector<ExchangePtr> m_exchanges; // in the order they were handed in
    quint64 m_lastId = 0;
    int m_inFlight = 0;
    int m_backgroundInFlight = 0;
    bool m_http2 = false;
    QTimer m_wake;
    QTimer m_budgetTimer;
    TimePoint m_lastAnswer;
    bool m_online = true;
    int m_budget = 100;
};

template <ApiRequest R, typename Callback>
ApiHandle CloseClient::send(const R &request, QObject *context, Callback callback, Priority priority)
{
    ApiCall call = request.call();
    const bool writes = !call.isRead();
    return sendRaw(
        call, context,
        [callback = std::move(callback), writes](Result<QByteArray> body) mutable {
            using Answer = typename R::Answer;
            if (!body) {
                callback(Result<Answer>(tl::unexpected(std::move(body.error()))));
                return;
            }
            Result<Answer> answer = R::read(*body);
            if (!answer && writes) {
                // Accepted, but what it made cannot be read.
                answer.error().maybeApplied = true;
            }
            callback(std::move(answer));
        },
        priority);
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "closeclient.h"

#include "errorparser.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QSysInfo>

#include <algorithm>

namespace Leadline {

namespace {

Q_LOGGING_CATEGORY(lcNet, "leadline.net", QtWarningMsg)

using Kind = ApiError::Kind;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

// What QNetworkAccessManager opens a host at most over HTTP/1.1 (observed with Qt 6.4), and a number of
// streams every HTTP/2 server grants.
constexpr int mostConnections = 6;
constexpr int mostStreams = 20;

// Longer ones go as a POST (developer.close.com/api/overview: "URLs over about 2000 characters").
constexpr qsizetype longestUrl = 2000;

constexpr int mostRedirects = 5;

QByteArray userAgent()
{
    return QByteArrayLiteral("Leadline/" LEADLINE_VERSION " (") + QSysInfo::productType().toLatin1() +
           "; Qt " + qVersion() + ')';
}

// Hours east of UTC, decimal: "-4", "5.75" (developer.close.com/api/overview/timezone-offsets).
QByteArray zoneOffset()
{
    return QByteArray::number(QDateTime::currentDateTime().offsetFromUtc() / 3600.0, 'g', 5);
}

// {"_params": {...}} of x-http-method-override; a parameter given twice becomes a list.
QByteArray overrideBody(const QueryItems &items)
{
    QJsonObject params;
    for (const auto &[key, value] : items) {
        if (!params.contains(key)) {
            params.insert(key, value);
            continue;
        }
        QJsonArray several =
            params.value(key).isArray() ? params.value(key).toArray() : QJsonArray{params.value(key)};
        several.append(value);
        params.insert(key, several);
    }
    return ApiCall().withBody({{QStringLiteral("_params"), params}}).body;
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) {
        return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace

ApiHandle::ApiHandle(CloseClient *client, quint64 id)
    : m_client(client)
    , m_id(id)
{
}

void ApiHandle::cancel()
{
    if (m_client) {
        m_client->cancel(m_id);
    }
}

bool ApiHandle::isActive() const
{
    const auto exchange = m_client ? m_client->find(m_id) : nullptr;
    return exchange && exchange->callback;
}

CloseClient::CloseClient(const QUrl &apiBase, const QByteArray &apiKey, const QByteArray &password,
                         const ClientOptions &options, QObject *parent)
    : QObject(parent)
    , m_base(validatedApiBase(apiBase.toString()).value_or(apiBase))
    , m_options(options)
    , m_authorization("Basic " + (apiKey + ':' + password).toBase64())
    , m_limiter({.assumedRate = options.assumedRate, .yieldFor = options.yieldFor})
{
    const Result<QUrl> checked = validatedApiBase(apiBase.toString());
    if (!checked) {
        m_baseError = checked.error();
    }
    if (!options.extraCertificates.isEmpty()) {
        // Once: reading the system's certificates takes a tenth of a second.
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setCaCertificates(QSslConfiguration::systemCaCertificates() + options.extraCertificates);
    }
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, &CloseClient::dispatch);
    m_budgetTimer.setInterval(500);
    connect(&m_budgetTimer, &QTimer::timeout, this, &CloseClient::updateBudget);
}

CloseClient::~CloseClient()
{
    for (const ExchangePtr &exchange : m_exchanges) {
        disconnect(exchange->contextWatch);
        delete exchange->transfer;
    }
}

std::optional<ApiError> CloseClient::refusal(const ApiCall &call) const
{
    if (m_baseError) {
        return m_baseError;
    }
    if (m_options.readOnly && !call.isRead()) {
        return ApiError{.kind = Kind::Forbidden, .message = tr("Leadline was started read-only")};
    }
    return std::nullopt;
}

ApiHandle CloseClient::sendRaw(const ApiCall &call, QObject *context, RawCallback callback, Priority priority)
{
    Q_ASSERT(context && context->thread() == thread());
    Q_ASSERT(!call.path.startsWith(QLatin1Char('/')) && call.path.endsWith(QLatin1Char('/')));
    auto exchange = std::make_shared<Exchange>();
    exchange->id = ++m_lastId;
    exchange->call = call;
    exchange->group = call.rateGroup();
    exchange->priority = priority;
    exchange->context = context;
    exchange->callback = std::move(callback);
    exchange->contextWatch =
        connect(context, &QObject::destroyed, this, [this, id = exchange->id] { contextGone(id); });
    m_exchanges.push_back(exchange);
    if (const auto error = refusal(call)) {
        qCDebug(lcNet) << call.verbName().constData() << call.path << "refused:" << error->message;
        exchange->notBefore = TimePoint::max();
        QTimer::singleShot(0, this, [this, exchange, error] { finish(exchange, tl::unexpected(*error)); });
    } else {
        wakeIn(Milliseconds{0});
    }
    return ApiHandle(this, exchange->id);
}

CloseClient::ExchangePtr CloseClient::find(quint64 id) const
{
    const auto found = std::find_if(m_exchanges.begin(), m_exchanges.end(),
                                    [id](const ExchangePtr &exchange) { return exchange->id == id; });
    return found == m_exchanges.end() ? nullptr : *found;
}

void CloseClient::contextGone(quint64 id)
{
    const ExchangePtr exchange = find(id);
    if (exchange && exchange->call.isRead()) {
        cancel(id);
    } else if (exchange) {
        exchange->callback = nullptr;
    }
}

void CloseClient::cancel(quint64 id)
{
    if (const ExchangePtr exchange = find(id)) {
        exchange->callback = nullptr;
        finish(exchange, tl::unexpected(ApiError{.kind = Kind::Cancelled}));
    }
}

void CloseClient::cancelAll()
{
    const QPointer<CloseClient> self(this); // a callback may delete the client
    const std::vector<ExchangePtr> all = m_exchanges;
    for (const ExchangePtr &exchange : all) {
        if (!self) {
            return;
        }
        const bool open = !exchange->call.isRead() && (exchange->transfer || exchange->mayHaveArrived);
        finish(exchange, tl::unexpected(ApiError{
                             .kind = Kind::Cancelled, .message = tr("Given up."), .maybeApplied = open}));
    }
}

void CloseClient::wakeIn(Milliseconds wait)
{
    if (!m_wake.isActive() || m_wake.remainingTimeAsDuration() > wait) {
        m_wake.start(wait);
    }
}

int CloseClient::mostInFlight() const
{
    return m_http2 ? mostStreams : mostConnections;
}

bool CloseClient::hasPlace(Priority priority, TimePoint now)
{
    const int most = mostInFlight();
    if (priority == Priority::Interactive) {
        return m_inFlight < most;
    }
    // With all of them a person's next request waits for a place: a sixth of the time of an answer.
    return m_inFlight < most && m_backgroundInFlight < (m_limiter.isYielding(now) ? most / 3 : most);
}

/// Where a place is free. If not, \a wait is no longer than until there may be one.
bool CloseClient::mayStart(const Exchange &exchange, TimePoint now, Milliseconds &wait)
{
    if (exchange.notBefore > now) {
        wait = std::min(wait, duration_cast<milliseconds>(exchange.notBefore - now) + milliseconds(1));
        return false;
    }
    // What waits for a place in flight is looked at again when a request ends.
    if (exchange.priority == Priority::Background &&
        m_limiter.inFlight(exchange.group) >= m_limiter.concurrency(exchange.group, mostInFlight())) {
        return false;
    }
    const Milliseconds limited = m_limiter.waitBefore(exchange.group, exchange.priority, now);
    if (limited.count() > 0) {
        wait = std::min(wait, limited);
        return false;
    }
    return true;
}

void CloseClient::dispatch()
{
    constexpr Milliseconds never{60000};
    Milliseconds wait = never;
    startWaiting(Priority::Interactive, wait);
    startWaiting(Priority::Background, wait);
    if (wait < never) {
        wakeIn(wait);
    }
    updateBudget();
}

/// Thousands may wait for their turn, so none is looked at once no other one may start.
void CloseClient::startWaiting(Priority priority, Milliseconds &wait)
{
    const std::vector<ExchangePtr> all = m_exchanges;
    QStringList full;
    for (const ExchangePtr &exchange : all) {
        if (exchange->priority != priority || exchange->transfer || exchange->notBefore == TimePoint::max() ||
            full.contains(exchange->group)) {
            continue;
        }
        const TimePoint now = RateLimiter::Clock::now();
        if (!hasPlace(priority, now)) {
            return;
        }
        if (mayStart(*exchange, now, wait)) {
            start(exchange, now);
        } else if (exchange->notBefore <= now) {
            full.append(exchange->group);
        }
    }
}

QNetworkRequest CloseClient::networkRequest(const Exchange &exchange, QByteArray &verb,
                                            QByteArray &body) const
{
    const ApiCall &call = exchange.call;
    const QByteArray query = call.encodedQuery();
    QByteArray address = m_base.toEncoded() + call.path.toLatin1() + (query.isEmpty() ? "" : "?" + query);
    verb = call.verbName();
    body = call.body;
    const bool overridden = call.verb == Verb::Get && address.size() > longestUrl;
    if (overridden) {
        address = m_base.toEncoded() + call.path.toLatin1();
        verb = QByteArrayLiteral("POST");
        body = overrideBody(call.query);
    }
    QNetworkRequest request(exchange.redirectedTo.isEmpty() ? QUrl::fromEncoded(address)
                                                            : exchange.redirectedTo);
    if (overridden) {
        request.setRawHeader("x-http-method-override", "GET");
    }
    if (!body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    }
    request.setRawHeader("authorization", m_authorization);
    request.setRawHeader("accept", "application/json");
    request.setRawHeader("x-tz-offset", zoneOffset());
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Over plain http Qt would ask for an upgrade in the clear; only TLS negotiates without a detour.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, m_base.scheme() == QLatin1String("https"));
    if (m_tls) {
        request.setSslConfiguration(*m_tls);
    }
    return request;
}

void CloseClient::start(const ExchangePtr &exchange, TimePoint now)
{
    QByteArray verb;
    QByteArray body;
    const QNetworkRequest request = networkRequest(*exchange, verb, body);
    ++exchange->tries;
    exchange->sentAt = now;
    ++m_inFlight;
    m_backgroundInFlight += exchange->priority == Priority::Background ? 1 : 0;
    m_limiter.sent(exchange->group, exchange->priority, now);
    exchange->transfer = new Transfer(&m_network, request, verb, body, m_options.transferTimeout, this);
    connect(exchange->transfer, &Transfer::finished, this,
            [this, exchange](const TransferResult &result) { handle(exchange, result); });
}

void CloseClient::handle(const ExchangePtr &exchange, const TransferResult &result)
{
    const TimePoint now = RateLimiter::Clock::now();
    const auto took = duration_cast<milliseconds>(now - exchange->sentAt);
    exchange->transfer->deleteLater();
    exchange->transfer = nullptr;
    --m_inFlight;
    m_backgroundInFlight -= exchange->priority == Priority::Background ? 1 : 0;
    qCDebug(lcNet) << exchange->call.verbName().constData() << exchange->call.path << "try" << exchange->tries
                   << "status" << result.status << took.count() << "ms"
                   << (result.failure ? result.failure->message : QString());
    const QPointer<CloseClient> self(this); // a callback may delete the client
    if (result.failure) {
        m_limiter.lost(exchange->group);
        handleFailure(exchange, *result.failure, result.mayHaveArrived);
    } else {
        m_limiter.answered(exchange->group, exchange->priority, result.rateLimit, took, now);
        m_lastAnswer = now;
        m_http2 = result.http2;
        setOnline(true);
        handleAnswer(exchange, result);
    }
    if (self) {
        wakeIn(Milliseconds{0});
    }
}

void CloseClient::handleFailure(const ExchangePtr &exchange, ApiError error, bool mayHaveArrived)
{
    exchange->mayHaveArrived = exchange->mayHaveArrived || mayHaveArrived;
    // One slow answer among quick ones does not mean that the network is gone.
    if (error.kind == Kind::Offline || (error.kind == Kind::Timeout && m_lastAnswer < exchange->sentAt)) {
        setOnline(false);
    }
    if (RetryPolicy::isWorthwhile(exchange->call, error) && exchange->tries < m_options.retry.tries) {
        again(exchange, m_options.retry.wait(exchange->tries, QRandomGenerator::global()->generateDouble()));
        return;
    }
    error.maybeApplied = !exchange->call.isRead() && exchange->mayHaveArrived;
    finish(exchange, tl::unexpected(error));
}

void CloseClient::handleAnswer(const ExchangePtr &exchange, const TransferResult &result)
{
    if (result.status >= 200 && result.status < 300) {
        finish(exchange, result.body);
        return;
    }
    if (result.status == 429) {
        handleThrottled(exchange, result);
        return;
    }
    if (result.status >= 300 && result.status < 400) {
        handleRedirect(exchange, result);
        return;
    }
    if (result.status == 404 && exchange->call.verb == Verb::Delete && exchange->mayHaveArrived) {
        // An earlier try did it, only its answer was lost.
        finish(exchange, QByteArray());
        return;
    }
    ApiError error = errorFromAnswer(result.status, result.reason, result.body);
    const Milliseconds asked = result.rateLimit.retryAfter.value_or(Milliseconds{0});
    if (RetryPolicy::isWorthwhile(exchange->call, error) && exchange->tries < m_options.retry.tries &&
        asked <= m_options.retry.longestPause) {
        exchange->mayHaveArrived = true;
        const Milliseconds wait =
            m_options.retry.wait(exchange->tries, QRandomGenerator::global()->generateDouble());
        again(exchange, std::max(wait, asked));
        return;
    }
    error.retryAfter = asked;
    error.maybeApplied = !exchange->call.isRead() && leavesWriteOpen(error);
    finish(exchange, tl::unexpected(error));
}

void CloseClient::handleThrottled(const ExchangePtr &exchange, const TransferResult &result)
{
    const Milliseconds wait = m_limiter.pause(exchange->group, result.rateLimit,
                                              rateResetFromBody(result.body), RateLimiter::Clock::now());
    if (exchange->tries < m_options.retry.tries && wait <= m_options.retry.longestPause) {
        again(exchange, wait);
        return;
    }
    ApiError error = errorFromAnswer(result.status, result.reason, result.body);
    error.retryAfter = wait;
    finish(exchange, tl::unexpected(error));
}

void CloseClient::handleRedirect(const ExchangePtr &exchange, const TransferResult &result)
{
    const QUrl from = m_base.resolved(QUrl(exchange->call.path));
    const QUrl target = from.resolved(QUrl::fromEncoded(result.location));
    ApiError error{.kind = Kind::Malformed, .status = result.status};
    if (result.location.isEmpty() || !target.isValid()) {
        error = errorFromAnswer(result.status, result.reason, result.body);
    } else if (!sameOrigin(target, m_base)) {
        error.message = tr("The server pointed to another address (%1). Leadline does not follow, so that "
                           "your key goes nowhere else.")
                            .arg(target.scheme() + QLatin1String("://") + target.authority());
    } else if (exchange->call.verb != Verb::Get || ++exchange->redirects > mostRedirects) {
        error.message = tr("The server pointed elsewhere instead of answering.");
    } else {
        exchange->redirectedTo = target;
        --exchange->tries;
        again(exchange, Milliseconds{0});
        return;
    }
    finish(exchange, tl::unexpected(error));
}

void CloseClient::again(const ExchangePtr &exchange, Milliseconds wait)
{
    exchange->notBefore = RateLimiter::Clock::now() + wait;
    wakeIn(wait);
}

void CloseClient::finish(const ExchangePtr &exchange, Result<QByteArray> result)
{
    const auto found = std::find(m_exchanges.begin(), m_exchanges.end(), exchange);
    if (found == m_exchanges.end()) {
        return; // given up meanwhile
    }
    m_exchanges.erase(found);
    disconnect(exchange->contextWatch);
    if (exchange->transfer) {
        exchange->transfer->disconnect(this);
        exchange->transfer->deleteLater();
        exchange->transfer = nullptr;
        --m_inFlight;
        m_backgroundInFlight -= exchange->priority == Priority::Background ? 1 : 0;
        m_limiter.lost(exchange->group);
        wakeIn(Milliseconds{0});
    }
    const RawCallback callback = std::move(exchange->callback);
    if (callback && exchange->context) {
        callback(std::move(result));
    }
}

void CloseClient::setOnline(bool online)
{
    if (m_online != online) {
        m_online = online;
        Q_EMIT onlineChanged(online);
    }
}

void CloseClient::updateBudget()
{
    const int percent = m_limiter.budgetPercent(RateLimiter::Clock::now());
    if (percent < 100 && !m_budgetTimer.isActive()) {
        m_budgetTimer.start(); // the budget recovers with time alone
    } else if (percent == 100) {
        m_budgetTimer.stop();
    }
    if (percent != m_budget) {
        m_budget = percent;
        Q_EMIT rateBudgetChanged(percent);
    }
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "server.h"

#include "api.h"
#include "gzip.h"

#include <httplib.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <thread>

namespace Leadline::Demo {

namespace {

constexpr std::string_view ApiRoot = "/api/v1";
constexpr std::string_view DemoRoot = "/_demo";
constexpr std::size_t LogLength = 5000;
constexpr std::size_t SmallestZipped = 512;

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

std::optional<Json> parse(const std::string &body)
{
    Json parsed = Json::parse(body, nullptr, false);
    return parsed.is_discarded() ? std::nullopt : std::optional(std::move(parsed));
}

/// What is listed of records, in another order each time. The log, and what has an order of its own, keep
/// theirs.
void shuffleRecords(const Request &request, Json &body)
{
    static const std::vector<std::string> lists{"lead", "contact", "opportunity", "task", "activity", "data"};
    const bool isList = std::find(lists.begin(), lists.end(), request.segment(0)) != lists.end() &&
                        body.is_object() && member(body, "data").is_array();
    if (!isList || request.has("_group_by"))
        return;
    std::minstd_rand random(static_cast<std::uint32_t>(request.number));
    std::shuffle(body["data"].begin(), body["data"].end(), random);
}

/// A fixed number of threads each hold one connection: room for several clients with six connections each.
constexpr std::size_t Threads = 64;

} // namespace

DemoServer::DemoServer(const Options &options)
    : m_options(options)
    , m_server(std::make_unique<httplib::Server>())
    , m_workspace(std::make_unique<Workspace>(options))
    , m_limiter(options.rateLimit)
{
    m_server->new_task_queue = [] { return new httplib::ThreadPool(Threads); };
    m_server->set_tcp_nodelay(true);
    m_server->set_keep_alive_max_count(1'000'000);
    m_server->set_keep_alive_timeout(75);
    m_server->set_read_timeout(60, 0);
    m_server->set_write_timeout(60, 0);
    const auto handler = [this](const httplib::Request &in, httplib::Response &out) { handle(in, out); };
    m_server->Get("/.*", handler)
        .Post("/.*", handler)
        .Put("/.*", handler)
        .Delete("/.*", handler)
        .Patch("/.*", handler);
}

DemoServer::~DemoServer() = default;

int DemoServer::bind()
{
    if (m_options.port == 0)
        return m_server->bind_to_any_port("127.0.0.1");
    return m_server->bind_to_port("127.0.0.1", m_options.port) ? m_options.port : -1;
}

bool DemoServer::run()
{
    return m_server->listen_after_bind();
}

void DemoServer::stop()
{
    m_server->stop();
}

void DemoServer::handle(const httplib::Request &in, httplib::Response &out)
{
    Answer answer;
    try {
        if (startsWith(in.path, ApiRoot))
            answer = answerApi(in, in.path.substr(ApiRoot.size()));
        else if (startsWith(in.path, DemoRoot))
            answer = answerDemo(in, in.path.substr(DemoRoot.size()));
        else
            answer = {404, toText({{"error", "Not Found"}})};
    } catch (const HttpError &error) {
        answer.status = error.status;
        answer.body = toText(error.body);
    }
    if (answer.delayMs > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(answer.delayMs));
    send(in, out, std::move(answer));
}

/// 0 when the key is not known. The API key is the user name, the password always empty
/// (developer.close.com/topics/api-key-authentication).
std::uint16_t DemoServer::authenticate(const httplib::Request &in, std::string &key) const
{
    const std::string header = in.get_header_value("Authorization");
    if (header.compare(0, 6, "Basic ") != 0)
        return NoUser;
    const std::string pair = decodeBase64(std::string_view(header).substr(6));
    if (pair.empty() || pair.back() != ':') // no colon, or a password
        return NoUser;
    key = pair.substr(0, pair.size() - 1);
    if (key == m_options.key)
        return Ana;
    if (key == m_options.restrictedKey)
        return Wei;
    if (key == m_options.forbiddenKey)
        throwError(403, "Access to this organization is not allowed.");
    return NoUser;
}

Request DemoServer::requestOf(const httplib::Request &in, const std::string &path, std::uint16_t user)
{
    Request request;
    request.method = in.method;
    request.path = path;
    request.segments = splitText(path, '/');
    request.user = user;
    request.number = ++m_requests;
    request.id = makeId("req", request.number);
    if (m_workspace->untidyPages > 0)
        request.shift = request.number * 7919 % (static_cast<std::size_t>(m_workspace->untidyPages) + 1);
    for (const auto &[name, value] : in.params)
        request.params[name] = value;
    const std::string offset = in.get_header_value("x-tz-offset");
    if (!offset.empty())
        request.tzOffset = std::strtod(offset.c_str(), nullptr);
    const bool writes = in.method == "POST" || in.method == "PUT" || in.method == "PATCH";
    if (!writes || (in.body.empty() && in.method != "POST"))
        return request;
    if (in.get_header_value("Content-Type").compare(0, 16, "application/json") != 0)
        throwError(415, "Unsupported Media Type");
    auto body = parse(in.body);
    if (!body)
        throwError(400, "The request contains invalid JSON.");
    request.body = std::move(*body);
    // POST + x-http-method-override: GET + {"_params": {...}} is that GET
    // (developer.close.com/topics/filter-parameters)
    if (in.method == "POST" && in.get_header_value("x-http-method-override") == "GET") {
        request.method = "GET";
        for (const auto &[name, value] : member(request.body, "_params").items())
            request.params[name] = value.is_string() ? value.get<std::string>() : toText(value);
    }
    return request;
}

DemoServer::Answer DemoServer::perform(const httplib::Request &in, const std::string &path,
                                       std::uint16_t user)
{
    Answer answer;
    try {
        if (user == NoUser)
            throwError(401, "Unauthorized");
        if (path.empty() || path.back() != '/')
            throwError(
                404, "Not Found"); // every path ends in a slash; the forgiving answer would hide the mistake
        if (in.method == "PATCH")
            throwError(405, "Method Not Allowed");
        const Request request = requestOf(in, path, user);
        Reply reply = dispatch(*m_workspace, request);
        if (m_workspace->untidyPages > 0)
            shuffleRecords(request, reply.body);
        answer.status = reply.status;
        answer.headers = reply.headers;
        if (reply.hasBody)
            answer.body = toText(reply.body, reply.shuffleKeys ? request.number : 0);
    } catch (const HttpError &error) {
        answer.status = error.status;
        answer.body = toText(error.body);
    } catch (const Json::exception &) { // a value of another type than anybody would send
        answer.status = 400;
        answer.body = toText({{"error", "The request contains invalid JSON."}});
    }
    return answer;
}

DemoServer::Answer DemoServer::answerApi(const httplib::Request &in, const std::string &path)
{
    const std::lock_guard lock(m_mutex);
    Answer answer;
    std::string key;
    if (const auto fault = m_faults.take(in.method, path)) {
        if (fault->status == 0)
            answer = perform(in, path, authenticate(in, key));
        else if (fault->applied)
            perform(in, path, authenticate(in, key));
        if (fault->status != 0)
            answer = answerFault(*fault);
        answer.delayMs = fault->delayMs;
        answer.cutAfter = fault->cutAfter;
        logRequest(in, path, answer.status);
        return answer;
    }
    std::uint16_t user = NoUser;
    try {
        user = authenticate(in, key);
        if (user == NoUser)
            throwError(401, "Unauthorized");
    } catch (const HttpError &error) {
        logRequest(in, path, error.status);
        throw;
    }
    const bool reads = in.method == "GET" || path == "/data/search/";
    const std::string group = path.substr(0, path.find('/', 1)) + (reads ? " read" : " write");
    const RateLimiter::Verdict verdict = m_limiter.ask(key, group);
    if (verdict.allowed) {
        answer = perform(in, path, user);
    } else {
        answer.status = 429;
        answer.body = toText({{"error",
                               {{"message", "API call count exceeded for this period"},
                                {"rate_limit", verdict.limit},
                                {"rate_limit_type", "key"},
                                {"rate_reset", verdict.reset},
                                {"rate_window", 1}}}});
        answer.headers.emplace_back("retry-after",
                                    std::to_string(static_cast<int>(std::ceil(verdict.reset))));
    }
    if (m_limiter.isOn()) {
        for (auto &header :
             rateLimitHeaders(m_options.rateLimitStyle, verdict.limit, verdict.remaining, verdict.reset))
            answer.headers.push_back(std::move(header));
    }
    answer.delayMs = m_options.latencyMs;
    logRequest(in, path, answer.status);
    return answer;
}

DemoServer::Answer DemoServer::answerFault(const Fault &fault)
{
    Answer answer;
    answer.status = fault.status;
    if (fault.body)
        answer.body = toText(*fault.body);
    if (!fault.raw.empty()) {
        answer.body = fault.raw;
        answer.type = "text/html";
    }
    if (fault.retryAfter)
        answer.headers.emplace_back("retry-after",
                                    std::to_string(static_cast<int>(std::ceil(*fault.retryAfter))));
    for (auto &header : rateLimitHeaders(fault.rateLimitStyle, 100, 0, fault.retryAfter.value_or(1)))
        answer.headers.push_back(std::move(header));
    if (!fault.location.empty())
        answer.headers.emplace_back("Location", fault.location);
    return answer;
}

void DemoServer::logRequest(const httplib::Request &in, const std::string &path, int status)
{
    Json headers = Json::object();
    for (const auto &[name, value] : in.headers) {
        std::string lower = name;
        for (char &c : lower)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (lower != "authorization" && lower != "remote_addr" && lower != "remote_port" &&
            lower != "local_addr" && lower != "local_port")
            headers[lower] = value;
    }
    Json params = Json::object();
    for (const auto &[name, value] : in.params)
        params[name] = value;
    const auto mark = in.target.find('?');
    const auto body = parse(in.body);
    m_log.push_back({{"method", in.method},
                     {"path", path},
                     {"query", mark == std::string::npos ? "" : in.target.substr(mark + 1)},
                     {"params", std::move(params)},
                     {"headers", std::move(headers)},
                     {"body", body              ? *body
                              : in.body.empty() ? Json()
                                                : Json(in.body)},
                     {"status", status}});
    if (m_log.size() > LogLength)
        m_log.pop_front();
}

void DemoServer::applySettings(const Json &settings)
{
    if (member(settings, "latency_ms").is_number())
        m_options.latencyMs = settings["latency_ms"];
    if (member(settings, "cursor_seconds").is_number())
        m_workspace->options.cursorSeconds = settings["cursor_seconds"];
    if (member(settings, "stale_reads").is_number())
        m_workspace->staleReads = settings["stale_reads"];
    if (member(settings, "untidy_pages").is_number())
        m_workspace->untidyPages = settings["untidy_pages"];
    if (member(settings, "event_delay_ms").is_number())
        m_workspace->eventDelayMs = settings["event_delay_ms"];
    if (member(settings, "ratelimit_style").is_string())
        m_options.rateLimitStyle = settings["ratelimit_style"];
    if (member(settings, "rate_limit").is_number()) {
        m_options.rateLimit = settings["rate_limit"];
        m_limiter = RateLimiter(m_options.rateLimit);
    }
}

DemoServer::Answer DemoServer::answerDemo(const httplib::Request &in, const std::string &path)
{
    const std::lock_guard lock(m_mutex);
    const Json body = parse(in.body).value_or(Json::object());
    if (path == "/faults" && in.method == "POST") {
        m_faults.add(body);
    } else if (path == "/faults" && in.method == "DELETE") {
        m_faults.clear();
    } else if (path == "/requests" && in.method == "GET") {
        return {200, toText(Json(std::vector<Json>(m_log.begin(), m_log.end())))};
    } else if (path == "/requests" && in.method == "DELETE") {
        m_log.clear();
    } else if (path == "/settings" && in.method == "POST") {
        applySettings(body);
    } else if (path == "/reset" && in.method == "POST") {
        m_workspace = std::make_unique<Workspace>(m_options);
        m_faults.clear();
        m_log.clear();
    } else {
        throwError(404, "Not Found");
    }
    return {200, "{}"};
}

void DemoServer::send(const httplib::Request &in, httplib::Response &out, Answer answer)
{
    out.status = answer.status;
    for (const auto &[name, value] : answer.headers)
        out.set_header(name.c_str(), value);
    if (answer.body.empty()) {
        out.set_content("", answer.type.c_str());
        return;
    }
    // Zipped here and sent through a content provider: left to the library, a client that also accepts brotli
    // would wait for its slowest setting.
    const bool zip = answer.body.size() >= SmallestZipped && answer.cutAfter < 0 &&
                     in.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
    auto bytes = std::make_shared<const std::string>(zip ? gzip(answer.body) : std::move(answer.body));
    if (zip)
        out.set_header("Content-Encoding", "gzip");
    const int cutAfter = answer.cutAfter;
    out.set_content_provider(
        bytes->size(), answer.type.c_str(),
        [bytes, cutAfter](std::size_t offset, std::size_t length, httplib::DataSink &sink) {
            if (cutAfter < 0)
                return sink.write(bytes->data() + offset, length);
            sink.write(bytes->data(),
                       std::min<std::size_t>(static_cast<std::size_t>(cutAfter), bytes->size()));
            return false; // the connection ends in the middle of the body
        });
}

} // namespace Leadline::Demo

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "faults.h"
#include "ratelimit.h"
#include "workspace.h"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>

namespace httplib {
class Server;
struct Request;
struct Response;
} // namespace httplib

namespace Leadline::Demo {

/// The HTTP face of the workspace: authentication, headers, faults, the log of requests. Below /api/v1 it
/// answers as Close does; below /_demo tests steer it:
///   POST /_demo/faults    adds a fault (faults.h names the keys)
///   GET  /_demo/requests  the last requests, oldest first; DELETE empties the log
///   POST /_demo/settings  {"latency_ms", "rate_limit", "ratelimit_style", "stale_reads", "cursor_seconds",
///                          "event_delay_ms", "untidy_pages"}
///   POST /_demo/reset     the data as at the start, no faults, an empty log
class DemoServer
{
public:
    explicit DemoServer(const Options &options);
    ~DemoServer();

    /// Binds 127.0.0.1; the port in use, or -1.
    int bind();
    /// Serves until stop(); false when listening failed.
    bool run();
    void stop();

private:
    struct Answer
    {
        int status = 200;
        std::string body = {};
        std::string type = "application/json";
        Headers headers = {};
        int delayMs = 0;
        int cutAfter = -1;
    };

    void handle(const httplib::Request &in, httplib::Response &out);
    Answer answerApi(const httplib::Request &in, const std::string &path);
    Answer answerDemo(const httplib::Request &in, const std::string &path);
    Answer answerFault(const Fault &fault);
    Answer perform(const httplib::Request &in, const std::string &path, std::uint16_t user);
    Request requestOf(const httplib::Request &in, const std::string &path, std::uint16_t user);
    std::uint16_t authenticate(const httplib::Request &in, std::string &key) const;
    void logRequest(const httplib::Request &in, const std::string &path, int status);
    void applySettings(const Json &settings);
    static void send(const httplib::Request &in, httplib::Response &out, Answer answer);

    Options m_options;
    std::unique_ptr<httplib::Server> m_server;
    std::mutex m_mutex; ///< guards everything below
    std::unique_ptr<Workspace> m_workspace;
    Faults m_faults;
    RateLimiter m_limiter;
    std::deque<Json> m_log;
    std::uint64_t m_requests = 0;
};

} // namespace Leadline::Demo

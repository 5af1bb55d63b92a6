// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "measure.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Leadline {

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

void Times::measure(const std::function<void()> &work)
{
    const auto used = [] { return double(std::clock()) * 1000 / CLOCKS_PER_SEC; };
    const double before = used();
    wall.push_back(milliseconds(work));
    processor.push_back(used() - before);
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

namespace {

/// Waits for a double on \a pipe; nothing on a time-out or when the writer went.
std::optional<double> readNumber(int pipe, int timeoutMs)
{
    pollfd waiting{pipe, POLLIN, 0};
    if (poll(&waiting, 1, timeoutMs) <= 0)
        return {};
    double number = 0;
    return read(pipe, &number, sizeof number) == ssize_t(sizeof number) ? std::optional(number)
                                                                        : std::nullopt;
}

} // namespace

Rival measureRival(const std::function<double(const std::function<void()> &)> &work, double capMs)
{
    int ends[2];
    if (pipe(ends) != 0)
        return {{}, 0};
    const pid_t child = fork();
    if (child == 0) {
        const auto send = [&](double number) { return write(ends[1], &number, sizeof number) > 0; };
        const double ms = work([&] { send(0); });
        _exit(send(ms) ? 0 : 1);
    }
    Rival rival{{}, capMs};
    constexpr int ReadyMs = 300'000;
    if (readNumber(ends[0], ReadyMs))
        rival.ms = readNumber(ends[0], int(capMs));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(ends[0]);
    close(ends[1]);
    return rival;
}

void print(const Figure &figure)
{
    const auto rounded = [](double value) { return std::round(value * 1000) / 1000; };
    const double middle = median(figure.times.wall);
    QJsonObject line{
        {u"figure"_s, figure.name},
        {u"rows"_s, figure.rows},
        {u"n"_s, int(figure.times.wall.size())},
        {u"unit"_s, figure.unit},
        {u"median"_s, rounded(middle)},
        {u"worst"_s, rounded(*std::max_element(figure.times.wall.begin(), figure.times.wall.end()))}};
    if (!figure.times.processor.empty())
        line.insert("processor"_L1, rounded(median(figure.times.processor)));
    if (figure.target) {
        line.insert("target"_L1, *figure.target);
        line.insert("met"_L1, middle <= *figure.target);
    }
    if (figure.rival) {
        const double theirs = figure.rival->ms.value_or(figure.rival->capMs);
        const QString more = figure.rival->ms ? QString() : u">"_s;
        line.insert("proxy"_L1, more + QString::number(theirs, 'f', 1));
        line.insert("ratio"_L1, more + QString::number(theirs / std::max(middle, 0.001), 'f', 1));
    }
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace Leadline

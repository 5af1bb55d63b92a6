// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "measure.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

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

/// The next line it says; empty when it said none in time.
QByteArray readLine(QProcess &process, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    while (!process.canReadLine() && process.waitForReadyRead(int(deadline.remainingTime()))) { }
    return process.canReadLine() ? process.readLine().trimmed() : QByteArray();
}

} // namespace

Rival measureRival(const QString &program, const QStringList &arguments, double capMs)
{
    constexpr int ReadyMs = 300'000;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments, QIODevice::ReadOnly);
    Rival rival{{}, capMs};
    if (readLine(process, ReadyMs) == "ready") {
        bool isNumber = false;
        const double ms = readLine(process, int(capMs)).toDouble(&isNumber);
        if (isNumber)
            rival.ms = ms;
    } else {
        std::fprintf(stderr, "%s did not get ready.\n", qPrintable(program));
    }
    process.kill();
    process.waitForFinished();
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

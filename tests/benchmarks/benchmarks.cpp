// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "copybenchmark.h"
#include "formbenchmark.h"
#include "pagebenchmark.h"
#include "piecearray.h"
#include "pipelinebenchmarks.h"
#include "startbenchmark.h"
#include "syncbenchmark.h"
#include "tablebenchmarks.h"

#include <QCommandLineParser>

#include <cstdio>

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

constexpr int Starts = 7;
/// The pipeline is measured at one size, whatever the number of leads.
constexpr int Opportunities = 20'000;

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    letLargeBlocksGrow(); // as the program itself does
    TimedApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures the tables; one line of JSON a figure."_s);
    parser.addHelpOption();
    const QCommandLineOption rows(u"rows"_s, u"Number of leads; several times for several sizes."_s, u"N"_s);
    const QCommandLineOption only(
        u"only"_s,
        u"Only this: load, sort_name, sort_date, keystroke_order, clear_filter, frames, "
        "merge_page, memory, pipeline, form, copy, pages, sync, hold, start."_s,
        u"name"_s);
    const QCommandLineOption alone(u"no-proxy"_s, u"Leave out the comparison with QSortFilterProxyModel."_s);
    parser.addOptions({rows, only, alone});
    parser.process(application);
    const QStringList wanted = parser.values(only);
    if (wanted == QStringList{u"form"_s})
        return measureForm() ? 0 : 1;
    if (wanted.isEmpty() || wanted.contains(u"pipeline"_s))
        measurePipeline(Opportunities);
    if (wanted == QStringList(u"pipeline"_s))
        return 0;
    const QStringList sizes =
        parser.isSet(rows) ? parser.values(rows) : QStringList{u"100000"_s, u"1000000"_s};
    for (const QString &size : sizes) {
        bool valid = false;
        const int count = size.toInt(&valid);
        if (!valid || count < 1) {
            std::fputs("--rows takes a number of leads.\n", stderr);
            return 2;
        }
        measureTables(count, wanted, !parser.isSet(alone));
        if (wanted.isEmpty() || wanted.contains(u"copy"_s))
            measureCopy(count);
        if (wanted.contains(u"pages"_s))
            measurePages(application, count);
        if (wanted.contains(u"sync"_s))
            measureSyncRate(count);
        if (wanted.contains(u"hold"_s))
            measureHold(application, count);
        // Only when asked for: it needs a keychain.
        if (wanted.contains(u"start"_s))
            measureStarts(count, Starts);
    }
    return wanted.isEmpty() && !measureForm() ? 1 : 0;
}

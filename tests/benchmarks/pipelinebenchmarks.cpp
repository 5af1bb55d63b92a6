// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinebenchmarks.h"

#include "measure.h"
#include "opportunity.h"
#include "pipelineboard.h"
#include "pipelinemodel.h"
#include "stageclock.h"
#include "statuschange.h"
#include "statuspalette.h"
#include "task.h"

#include <QPixmap>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int Rounds = 15;
const QDate Today(2026, 11, 23);

Directory directory()
{
    Organization organization;
    organization.currency = u"EUR"_s;
    Pipeline sales{u"pipe_1"_s, u"Sales"_s, {}};
    for (const QString &name : {u"Demo"_s, u"Trial"_s, u"Proposal"_s, u"Contract"_s})
        sales.statuses.append({u"stat_"_s + name, name, u"active"_s});
    sales.statuses.append({u"stat_won"_s, u"Won"_s, u"won"_s});
    sales.statuses.append({u"stat_lost"_s, u"Lost"_s, u"lost"_s});
    organization.pipelines = {sales};
    for (int i = 0; i < 12; ++i)
        organization.users.append({u"user_%1"_s.arg(i), {}, u"Person"_s, QString::number(i), true});
    return Directory(organization, Me());
}

QList<Opportunity> opportunities(int rows, const QList<Status> &statuses)
{
    QList<Opportunity> made;
    made.reserve(rows);
    for (int i = 0; i < rows; ++i) {
        Opportunity one;
        one.id = u"oppo_%1"_s.arg(i);
        one.leadId = u"lead_%1"_s.arg(i / 3);
        one.leadName = QStringList{u"Anders Optik "_s, u"Bergmann "_s, u"Kestrel "_s}.at(i % 3) + QString::number(i);
        one.statusId = statuses.at(i * 7 % statuses.size()).id;
        one.pipelineId = u"pipe_1"_s;
        one.userId = u"user_%1"_s.arg(i % 12);
        one.value = (i * 7919) % 10'000'000;
        one.valuePeriod = periodKey(ValuePeriod(i % 3));
        one.confidence = i % 101;
        if (i % 9 != 0)
            one.dateWon = Today.addDays(i % 180 - 20);
        one.dateUpdated = QDateTime(Today.addDays(-(i % 60)), QTime(9, 0), Qt::UTC);
        made.append(one);
    }
    return made;
}

/// Two of each opportunity, the second to the status it has.
QList<StatusChange> statusChanges(const QList<Opportunity> &opportunities)
{
    QList<StatusChange> made;
    made.reserve(2 * opportunities.size());
    for (qsizetype i = 0; i < opportunities.size(); ++i) {
        for (const int step : {0, 1}) {
            StatusChange one;
            one.id = u"acti_%1_%2"_s.arg(i).arg(step);
            one.opportunityId = opportunities.at(i).id;
            one.newStatusId = step == 0 ? u"stat_Demo"_s : opportunities.at(i).statusId;
            one.dateCreated = QDateTime(Today.addDays(-(i % 60) - 40 * (1 - step)), QTime(9, 0), Qt::UTC);
            made.append(one);
        }
    }
    return made;
}

QList<Task> tasks(int rows)
{
    QList<Task> made;
    made.reserve(rows / 3);
    for (int i = 0; i < rows / 3; ++i) {
        Task one;
        one.id = u"task_%1"_s.arg(i);
        one.leadId = u"lead_%1"_s.arg(i);
        one.text = u"Call back about the offer"_s;
        one.date = Today.addDays(i % 40 - 10);
        made.append(one);
    }
    return made;
}

void measureModel(RecordTableModel &source, int rows)
{
    Times built;
    for (int i = 0; i < Rounds; ++i)
        built.measure([&] { PipelineModel once(&source); });
    print({.name = u"pipeline_build"_s, .rows = rows, .times = built, .target = 30});
    PipelineModel model(&source);
    for (const PipelineGrouping grouping :
         {PipelineGrouping::Owner, PipelineGrouping::CloseMonth, PipelineGrouping::Status}) {
        Times regrouped;
        for (int i = 0; i < Rounds; ++i) {
            model.setGrouping(PipelineGrouping::CloseQuarter);
            regrouped.measure([&] { model.setGrouping(grouping); });
        }
        print({.name = u"pipeline_regroup_by_"_s + groupingKey(grouping),
               .rows = rows,
               .times = regrouped,
               .target = 30});
    }
    const QString word = u"anders"_s;
    Times typed;
    for (int i = 0; i < 2 * Rounds; ++i) {
        const QString text = word.left(i % int(word.size()) + 1);
        typed.measure([&] { source.setSearchText(text); });
    }
    print({.name = u"pipeline_keystroke"_s, .rows = rows, .times = typed, .target = 3});
    source.setSearchText(QString());
}

/// With all that cards can say.
void measureBoard(RecordTableModel &source, StageClock &stages, RecordTable &tasks, int rows)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    StatusPalette tones(&settings);
    PipelineModel model(&source);
    model.setPipeline(u"pipe_1"_s);
    model.setRelated(nullptr, &tasks);
    model.setStageClock(&stages);
    PipelineBoard board(&model, tones);
    board.resize(1192, 668);
    QPixmap frame(board.size());
    board.render(&frame);
    Times scrolled;
    for (int i = 0; i < Rounds; ++i) {
        board.select(model.idAt(0, (i + 1) * model.groupSize(0) / (Rounds + 1)));
        scrolled.measure([&] { board.render(&frame); });
    }
    print({.name = u"pipeline_scroll_frame"_s, .rows = rows, .times = scrolled, .target = 8});
    const QString moving = model.idAt(0, 0);
    const QString there = model.groupKey(1);
    const QString here = model.groupKey(0);
    Times moved;
    for (int i = 0; i < Rounds; ++i) {
        moved.measure([&] {
            model.setShownValues(moving, {{u"status_id"_s, i % 2 == 0 ? there : here}});
            board.render(&frame);
        });
    }
    print({.name = u"pipeline_move_to_frame"_s, .rows = rows, .times = moved, .target = 8});
}

} // namespace

void measurePipeline(int rows)
{
    RecordTable table(builtInFields<Opportunity>().list());
    const Directory names = directory();
    table.setLocale(QLocale(u"en_US"_s));
    table.setDirectory(names);
    const QList<Opportunity> records = opportunities(rows, names.organization().pipelines.first().statuses);
    table.merge(columnBlock(builtInFields<Opportunity>(), records));
    RecordTable changes(builtInFields<StatusChange>().list());
    changes.merge(columnBlock(builtInFields<StatusChange>(), statusChanges(records)));
    StageClock stages(&table, &changes);
    stages.setWhole(true);
    RecordTable nextTasks(builtInFields<Task>().list());
    nextTasks.merge(columnBlock(builtInFields<Task>(), tasks(rows)));
    RecordTableModel source(&table);
    source.setFormatter(CellFormatter(names, QLocale(u"en_US"_s), [] { return QDateTime(Today, QTime(10, 0)); }));
    source.sortBy(u"date_won"_s, Qt::AscendingOrder);
    measureModel(source, rows);
    measureBoard(source, stages, nextTasks, rows);
}

} // namespace Leadline

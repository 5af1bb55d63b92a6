// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelineoptions.h"

#include "pipelineboard.h"
#include "pipelinelist.h"
#include "pipelinepage.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

struct PipelineOptions
{
    Q_DECLARE_TR_FUNCTIONS(Leadline::PipelineOptions)
};

/// One of several choices.
void addChoice(QMenu *menu, QActionGroup *group, const QString &text, bool chosen, const std::function<void()> &choose)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(chosen);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, menu, choose);
}

void addGroupings(QMenu *menu, PipelinePage &page)
{
    auto *group = new QActionGroup(menu);
    const bool isForecast = page.view() == PipelinePage::View::Forecast;
    menu->addSection(isForecast ? PipelineOptions::tr("Columns are") : PipelineOptions::tr("Group by"));
    for (const PipelineGrouping grouping : pipelineGroupings()) {
        if (isForecast && !ClosePeriods::isPeriod(grouping))
            continue;
        const bool chosen = grouping == (isForecast ? page.period() : page.grouping());
        addChoice(menu, group, groupingName(grouping), chosen, [&page, grouping, isForecast] {
            isForecast ? page.setPeriod(grouping) : page.setGrouping(grouping);
        });
    }
}

void addDensity(QMenu *menu, PipelinePage &page)
{
    auto *density = new QActionGroup(menu);
    menu->addSection(PipelineOptions::tr("Density"));
    for (const bool compact : {false, true}) {
        addChoice(menu, density,
                  compact ? PipelineOptions::tr("Compact") : PipelineOptions::tr("Comfortable"),
                  page.board()->cardStyle().isCompact == compact, [&page, compact] {
                      CardStyle changed = page.board()->cardStyle();
                      changed.isCompact = compact;
                      page.setCardStyle(changed);
                  });
    }
}

void addCardParts(QMenu *menu, PipelinePage &page)
{
    const CardStyle style = page.board()->cardStyle();
    QMenu *shown = menu->addMenu(PipelineOptions::tr("Show on Cards"));
    const auto add = [&](const QString &text, bool CardStyle::*part) {
        QAction *action = shown->addAction(text);
        action->setCheckable(true);
        action->setChecked(style.*part);
        QObject::connect(action, &QAction::triggered, menu, [&page, part](bool on) {
            CardStyle changed = page.board()->cardStyle();
            changed.*part = on;
            page.setCardStyle(changed);
        });
    };
    add(PipelineOptions::tr("Confidence"), &CardStyle::showsConfidence);
    add(PipelineOptions::tr("Owner"), &CardStyle::showsOwner);
    add(PipelineOptions::tr("Days in stage"), &CardStyle::showsStage);
    add(PipelineOptions::tr("Expected close"), &CardStyle::showsClose);
    add(PipelineOptions::tr("Next task"), &CardStyle::showsTask);
}

} // namespace

QMenu *pipelineOptionsMenu(PipelinePage &page, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addGroupings(menu, page);
    addDensity(menu, page);
    menu->addSeparator();
    if (page.view() == PipelinePage::View::List)
        page.list()->addColumnActions(menu->addMenu(PipelineOptions::tr("Columns")));
    else
        addCardParts(menu, page);
    menu->addSeparator();
    QObject::connect(menu->addAction(PipelineOptions::tr("Export as CSV…")), &QAction::triggered, &page,
                     [&page] { page.exportAs(u"csv"_s); });
    QObject::connect(menu->addAction(PipelineOptions::tr("Export as PDF…")), &QAction::triggered, &page,
                     [&page] { page.exportAs(u"pdf"_s); });
    return menu;
}

QStringList defaultPipelineColumns()
{
    return {u"lead"_s,  u"value"_s, u"confidence"_s, u"expected"_s,
            u"close"_s, u"stage"_s, u"task"_s,       u"owner"_s};
}

} // namespace Leadline

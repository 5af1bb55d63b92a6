// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tourstops.h"

#include "activitymodel.h"
#include "formopener.h"
#include "leadpage.h"
#include "leadview.h"
#include "mainwindow.h"
#include "pipelinepage.h"
#include "recordlistpage.h"
#include "recordtablemodel.h"
#include "workspace.h"

#include <QDialog>
#include <QTimer>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr std::chrono::milliseconds LookAgain{20};
constexpr int LooksAtRest = 15;
/// The row whose record the pictures show; the first one carries the mark of the keyboard anyway.
constexpr int PicturedRow = 9;

/// Calls `then` once `isReady` holds, which is asked again and again: what a page waits for has no one signal.
void whenReady(QObject *context, std::function<bool()> isReady, std::function<void()> then)
{
    if (isReady()) {
        then();
        return;
    }
    QTimer::singleShot(LookAgain, context, [context, isReady = std::move(isReady), then = std::move(then)] {
        whenReady(context, isReady, then);
    });
}

/// True once the session has asked for nothing for a while, so that the rate budget in the picture is whole.
std::function<bool()> isAtRest(Workspace &workspace)
{
    return [&workspace, looks = std::make_shared<int>(0)] {
        *looks = workspace.session().rateBudget() == 100 ? *looks + 1 : 0;
        return *looks > LooksAtRest;
    };
}

bool isComplete(const LeadView *view)
{
    return view->isWhole() && view->activities()->rowCount() > 0;
}

Tour::Stop listStop(const QString &name, RecordKind kind, MainWindow &window, Workspace &workspace)
{
    const auto open = [&window, &workspace, kind](const Tour::Shown &shown) {
        RecordListPage *page = workspace.listPage(kind);
        workspace.go(RecordListPage::sectionOf(kind));
        whenReady(
            &workspace,
            [page, &workspace] {
                return page->model()->rowCount() > PicturedRow
                    && workspace.session().syncState().phase == SyncState::Phase::UpToDate;
            },
            [page, &window, &workspace, shown] {
                page->select(page->model()->idAt(PicturedRow));
                whenReady(
                    &workspace,
                    [page, &workspace, atRest = isAtRest(workspace)] {
                        return workspace.pane()->leadId() == page->currentLeadId()
                            && isComplete(workspace.pane()) && atRest();
                    },
                    [&window, shown] { shown(&window); });
            });
    };
    return {name, open, {}};
}

Tour::Stop leadStop(MainWindow &window, Workspace &workspace)
{
    const auto open = [&window, &workspace](const Tour::Shown &shown) {
        workspace.openLead(workspace.listPage(RecordKind::Lead)->currentId());
        whenReady(
            &workspace,
            [&workspace, atRest = isAtRest(workspace)] {
                return isComplete(workspace.leadPage()->view()) && atRest();
            },
            [&window, shown] { shown(&window); });
    };
    return {u"lead"_s, open, {}};
}

Tour::Stop pipelineStop(const QString &name, PipelinePage::View view, MainWindow &window, Workspace &workspace)
{
    const auto open = [&window, &workspace, view](const Tour::Shown &shown) {
        workspace.go(u"pipeline"_s);
        workspace.pipelinePage()->setView(view);
        whenReady(
            &workspace,
            [&workspace, atRest = isAtRest(workspace)] {
                return workspace.pipelinePage()->source()->rowCount() > 0 && atRest();
            },
            [&window, shown] { shown(&window); });
    };
    return {name, open, {}};
}

Tour::Stop formStop(MainWindow &window, Workspace &workspace)
{
    const auto form = [&window] {
        const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
        return dialogs.isEmpty() ? nullptr : dialogs.last();
    };
    const auto open = [&workspace, form](const Tour::Shown &shown) {
        workspace.go(u"leads"_s);
        workspace.forms()->newLead();
        whenReady(
            &workspace,
            [form, atRest = isAtRest(workspace)] { return form() && form()->isVisible() && atRest(); },
            [form, shown] { shown(form()); });
    };
    const auto leave = [form] {
        if (QDialog *dialog = form())
            dialog->reject();
    };
    return {u"new-lead"_s, open, leave};
}

Tour::Stop signInStop(MainWindow &window)
{
    const auto open = [&window](const Tour::Shown &shown) {
        window.showSignIn();
        shown(&window);
    };
    return {u"sign-in"_s, open, [&window] { window.showWorkspace(); }};
}

} // namespace

QList<Tour::Stop> tourStops(MainWindow &window, Workspace &workspace)
{
    return {
        listStop(u"leads"_s, RecordKind::Lead, window, workspace),
        leadStop(window, workspace),
        listStop(u"contacts"_s, RecordKind::Contact, window, workspace),
        listStop(u"opportunities"_s, RecordKind::Opportunity, window, workspace),
        pipelineStop(u"pipeline"_s, PipelinePage::View::Board, window, workspace),
        pipelineStop(u"pipeline-list"_s, PipelinePage::View::List, window, workspace),
        pipelineStop(u"pipeline-forecast"_s, PipelinePage::View::Forecast, window, workspace),
        formStop(window, workspace),
        signInStop(window),
    };
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "reportrun.h"

#include "demoprocess.h"
#include "pipelinemodel.h"
#include "pipelinereport.h"
#include "session.h"
#include "signin.h"
#include "signincontroller.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace Leadline {

ReportRun::ReportRun(const CommandLine &commandLine, std::optional<EnvironmentCredentials> environment)
    : m_commandLine(commandLine)
    , m_accounts(m_settings)
    , m_environment(std::move(environment))
{
}

ReportRun::~ReportRun() = default;

void ReportRun::fail(const QString &message)
{
    if (std::exchange(m_isOver, true))
        return;
    Q_EMIT finished(1, u"leadline: %1\n"_s.arg(message.simplified()).toLocal8Bit());
}

void ReportRun::start()
{
    if (m_commandLine.demo) {
        startDemo();
        return;
    }
    signInTo(m_commandLine.apiUrl.isEmpty() ? QUrl(u"https://api.close.com/api/v1/"_s) : m_commandLine.apiUrl);
    if (m_environment)
        m_signIn->verify(std::move(m_environment->apiKey), std::move(m_environment->apiPassword),
                         KeySource::Environment);
    else
        m_signIn->start();
}

void ReportRun::startDemo()
{
    m_demo = std::make_unique<DemoProcess>();
    connect(m_demo.get(), &DemoProcess::failed, this, &ReportRun::fail);
    connect(m_demo.get(), &DemoProcess::ready, this, [this] {
        signInTo(m_demo->apiUrl());
        m_signIn->verify(Secret(DemoProcess::apiKey()), Secret(), KeySource::Demo);
    });
    m_demo->start(m_commandLine.demoLeads, QDateTime::currentDateTime());
}

void ReportRun::signInTo(const QUrl &apiUrl)
{
    // Nothing is written, whatever the key may do.
    m_signIn = std::make_unique<SignIn>(m_credentials, m_accounts, SignIn::Options{apiUrl, true});
    connect(m_signIn.get(), &SignIn::keyNeeded, this, [this] {
        fail(tr("no key is known here; sign in once, or set CLOSE_API_KEY"));
    });
    connect(m_signIn.get(), &SignIn::problemOccurred, this,
            [this](const SignInProblem &problem) { fail(SignInController::problemText(problem)); });
    connect(m_signIn.get(), &SignIn::signedIn, this, &ReportRun::load);
}

void ReportRun::load(std::shared_ptr<Session> session)
{
    m_session = std::move(session);
    connect(m_session.get(), &Session::syncStateChanged, this, &ReportRun::look);
    m_session->refresh();
}

void ReportRun::look()
{
    const SyncState state = m_session->syncState();
    if (m_isOver || state.phase == SyncState::Phase::Loading)
        return;
    if (state.phase == SyncState::Phase::Stopped) {
        fail(tr("not all could be loaded: %1").arg(state.error ? state.error->message : QString()));
        return;
    }
    m_isOver = true;
    RecordTableModel source(m_session->opportunities());
    PipelineModel model(&source);
    model.setRelated(m_session->leads(), m_session->tasks());
    model.setGrouping(groupingFromKey(m_commandLine.groupBy).value_or(PipelineGrouping::Status));
    const QByteArray text =
        pipelineReport(model, reportFormatFromKey(m_commandLine.reportFormat).value_or(ReportFormat::Csv));
    Q_EMIT finished(0, text);
}

} // namespace Leadline

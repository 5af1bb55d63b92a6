// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinefixture.h"

#include "closeclient.h"
#include "organizationrequests.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Leadline {

PipelineWindow::PipelineWindow(std::unique_ptr<Session> opened, StatusPalette &tones, QSettings &settings)
    : session(std::move(opened))
{
    messages = new MessageBar(&widget);
    page = new PipelinePage(
        *session, tones, settings, messages, [] { return PipelineTest::now(); }, &widget);
    auto *column = new QVBoxLayout(&widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(messages);
    column->addWidget(page, 1);
    // The centre of a window of 1440x900.
    widget.resize(1224, 820);
    widget.setBackgroundRole(QPalette::Base); // as the window's pages stand on
    widget.setAutoFillBackground(true);
    session->refresh();
}

QModelIndex PipelineWindow::firstCard() const
{
    for (int group = 0; group < model()->groupCount(); ++group) {
        if (!board()->isFolded(group) && model()->groupSize(group) > 0)
            return model()->index(0, 0, model()->index(group, 0));
    }
    return {};
}

QPoint PipelineWindow::centreOf(const QString &id) const
{
    const QModelIndex at = model()->indexOf(id);
    return board()->cardRect(at.parent().row(), at.row()).center();
}

int PipelineWindow::groupOfType(const QString &type) const
{
    for (int group = 0; group < model()->groupCount(); ++group) {
        if (model()->groupType(group) == type)
            return group;
    }
    return -1;
}

bool PipelineWindow::clickAction(const QString &text) const
{
    for (QAbstractButton *button : messages->findChildren<QAbstractButton *>()) {
        if (button->text() == text && button->isVisible()) {
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

void PipelineWindow::drag(const QPoint &from, const QPoint &to) const
{
    QWidget *view = board()->viewport();
    QTest::mousePress(view, Qt::LeftButton, {}, from);
    QTest::mouseMove(view, from + QPoint(20, 0));
    QTest::mouseMove(view, to);
}

void PipelineWindow::drop(const QPoint &at) const
{
    QTest::mouseRelease(board()->viewport(), Qt::LeftButton, {}, at);
}

bool PipelineTest::start()
{
    QLocale::setDefault(QLocale(u"en_GB"_s));
    m_theme = new Theme(qApp, this);
    m_theme->setMode(Theme::Mode::Light);
    const bool isListening =
        m_server.start({u"--leads"_s, u"120"_s, u"--today"_s, now().date().toString(Qt::ISODate)}).isValid();
    if (!isListening)
        qWarning() << m_server.errorText();
    return isListening && m_folder.isValid();
}

bool PipelineTest::reset()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_settings->clear();
    m_tones = std::make_unique<StatusPalette>(m_settings.get());
    return m_server.reset();
}

std::unique_ptr<Session> PipelineTest::makeSession(const DemoServer &server, bool readOnly)
{
    ClientOptions options;
    options.retry.tries = 1;
    options.readOnly = readOnly;
    options.assumedRate = 1000;
    auto client =
        std::make_unique<CloseClient>(server.baseUrl(), DemoServer::key().toUtf8(), QByteArray(), options);
    std::optional<Result<Me>> me;
    client->send(MeRequest{}, this, [&me](Result<Me> answer) { me = std::move(answer); });
    if (!Test::waitFor([&me] { return me.has_value(); }) || !me->has_value())
        return {};
    Account account{server.baseUrl(), (*me)->organizations.first().id, {}, (*me)->user.id, {}};
    return std::make_unique<Session>(std::move(client), **me, account);
}

std::unique_ptr<PipelineWindow> PipelineTest::open(bool readOnly)
{
    auto session = makeSession(m_server, readOnly);
    if (!session)
        return {};
    auto window = std::make_unique<PipelineWindow>(std::move(session), *m_tones, *m_settings);
    window->widget.show();
    const bool shown = QTest::qWaitForWindowActive(&window->widget);
    const bool loaded = Test::waitFor(
        [&] {
            return window->session->syncState().phase != SyncState::Phase::Loading &&
                   window->firstCard().isValid();
        },
        15'000);
    if (!shown || !loaded) {
        const SyncState state = window->session->syncState();
        qWarning() << "shown" << shown << "phase" << int(state.phase) << "of" << state.loaded << "groups"
                   << window->model()->groupCount() << "opportunities"
                   << window->model()->source()->rowCount()
                   << (state.error ? state.error->message : QString());
    }
    window->board()->setFocus();
    m_server.clearRequests();
    return shown && loaded ? std::move(window) : nullptr;
}

QJsonValue PipelineTest::atClose(const QString &id, const QString &key) const
{
    return m_server.get(u"/opportunity/"_s + id + u'/').value(key);
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "demoserver.h"
#include "messagebar.h"
#include "pipelineboard.h"
#include "pipelinemodel.h"
#include "pipelinepage.h"
#include "session.h"
#include "statuspalette.h"
#include "theme.h"
#include "waiting.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QWidget>

namespace Leadline {

/// The pipeline's page in a window of its own, with a message bar, against the demo server.
struct PipelineWindow
{
    PipelineWindow(std::unique_ptr<Session> opened, StatusPalette &tones, QSettings &settings);

    PipelineModel *model() const { return page->model(); }
    PipelineBoard *board() const { return page->board(); }
    /// The first card of the first column that has one and whose neighbour is shown too.
    QModelIndex firstCard() const;
    QPoint centreOf(const QString &id) const;
    int groupOfType(const QString &type) const;
    int groupOf(const QString &id) const { return model()->indexOf(id).parent().row(); }
    /// Clicks the message bar's action; false when there is none of that name.
    bool clickAction(const QString &text) const;
    /// Presses the button on \a from and moves to \a to; the button stays down.
    void drag(const QPoint &from, const QPoint &to) const;
    void drop(const QPoint &at) const;

    std::unique_ptr<Session> session;
    QWidget widget;
    MessageBar *messages = nullptr;
    PipelinePage *page = nullptr;
};

/// What tests of the pipeline's page stand on: the demo server, settings of their own, and the page.
class PipelineTest : public QObject
{
public:
    /// The demo's dates hang on this day.
    static QDateTime now() { return QDateTime(QDate(2026, 11, 23), QTime(10, 0)); }

protected:
    /// Once. False when the server did not start.
    bool start();
    /// Before each test: the data as at the start, blank settings.
    bool reset();
    std::unique_ptr<Session> makeSession(const DemoServer &server, bool readOnly = false);
    /// The window, shown, with everything loaded; null when that fails.
    std::unique_ptr<PipelineWindow> open(bool readOnly = false);
    /// The changes that Close was sent.
    QJsonArray sent() const
    {
        return m_server.requests(QStringLiteral("PUT"), QStringLiteral("/opportunity/"));
    }
    /// An opportunity's value as Close has it.
    QJsonValue atClose(const QString &id, const QString &key) const;

    DemoServer m_server;
    Theme *m_theme = nullptr;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<StatusPalette> m_tones;
};

} // namespace Leadline

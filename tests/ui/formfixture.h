// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "credentialstore.h"
#include "demoserver.h"
#include "formcontext.h"
#include "mainwindow.h"
#include "session.h"
#include "statuspalette.h"
#include "theme.h"
#include "waiting.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Leadline {

class RecordDialog;

/// A session over the demo server and the program's window, for tests of the forms.
class FormFixture
{
public:
    explicit FormFixture(DemoServer &server);
    ~FormFixture();

    /// Signs in, reads everything and shows the window. False when any of it fails.
    bool start(bool readOnly = false);

    Session &session() const { return *m_session; }
    MainWindow &window() const { return *m_window; }
    FormContext &context() { return m_context; }
    /// Ends the session under whatever is open.
    void endSession() { m_session.reset(); }

    /// The visible control of \a dialog with that accessible name.
    static QWidget *control(const QWidget *dialog, const QString &name);
    static QString textOf(const QWidget *dialog, const QString &name);
    /// Goes to the control and types, as a person does.
    static void type(QWidget *dialog, const QString &name, const QString &text);
    /// Chooses an entry of a combo box by its text.
    static bool choose(QWidget *dialog, const QString &name, const QString &text);
    static QStringList actionsOf(const QWidget *bar);
    static bool clickAction(const QWidget *bar, const QString &text);
    /// The bodies of the requests with that method and path.
    QList<QJsonObject> bodies(const QString &method, const QString &path) const;

private:
    DemoServer &m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<StatusPalette> m_statuses;
    std::unique_ptr<MainWindow> m_window;
    std::shared_ptr<Session> m_session;
    FormContext m_context;
};

} // namespace Leadline

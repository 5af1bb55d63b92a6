// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "demoserver.h"
#include "keychaincredentialstore.h"
#include "mainwindow.h"
#include "session.h"
#include "signin.h"
#include "signincontroller.h"
#include "signinpage.h"
#include "waiting.h"

#include <QAbstractButton>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

namespace Leadline::Test {

/// One start of the program up to the workspace: the window with its sign-in page, and what signs in. A
/// second one over the same settings is the next start.
class SignInDesk
{
public:
    SignInDesk(const QUrl &apiUrl, const QString &settingsFile)
        : m_settings(settingsFile, QSettings::IniFormat)
        , accounts(m_settings)
        , signIn(credentials, accounts, {apiUrl, false})
        , controller(signIn, window.signInPage())
        , signedIn(&controller, &SignInController::signedIn)
        , importedFrom(&controller, &SignInController::importedFrom)
        , keyNeeded(&signIn, &SignIn::keyNeeded)
        , problems(&signIn, &SignIn::problemOccurred)
    {
        window.showSignIn();
        window.resize(1200, 800);
        window.show();
    }

    SignInPage *page() const { return window.signInPage(); }

    QAbstractButton *button(const QString &text) const
    {
        for (QAbstractButton *found : page()->findChildren<QAbstractButton *>()) {
            if (found->text() == text)
                return found;
        }
        return nullptr;
    }

    void type(const QString &key) const
    {
        page()->keyEdit()->setFocus();
        page()->keyEdit()->selectAll();
        QTest::keyClick(page()->keyEdit(), Qt::Key_Delete);
        QTest::keyClicks(page()->keyEdit(), key);
    }

    void press(const QString &text) const
    {
        QAbstractButton *pressed = button(text);
        QVERIFY2(pressed && pressed->isVisible() && pressed->isEnabled(), qPrintable(text));
        QTest::mouseClick(pressed, Qt::LeftButton);
    }

    void verify() const { press(QStringLiteral("Verify and Sign In")); }

    /// Through the button and its file dialog.
    void import(const QString &path) const
    {
        press(QStringLiteral("Import from .env…"));
        auto *dialog = page()->findChild<QFileDialog *>();
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        QVERIFY(name);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    }

    std::shared_ptr<Session> session() const
    {
        return signedIn.isEmpty() ? nullptr : signedIn.last().at(0).value<std::shared_ptr<Session>>();
    }
    bool isNewKey() const { return !signedIn.isEmpty() && signedIn.last().at(1).toBool(); }
    SignInProblem problem() const { return problems.last().at(0).value<SignInProblem>(); }
    void sync() { m_settings.sync(); }

private:
    QSettings m_settings;

public:
    AccountList accounts;
    KeychainCredentialStore credentials;
    MainWindow window;
    SignIn signIn;
    SignInController controller;
    QSignalSpy signedIn;
    QSignalSpy importedFrom;
    QSignalSpy keyNeeded;
    QSignalSpy problems;
};

inline bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace Leadline::Test

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "signincontroller.h"

#include "messagebar.h"
#include "signinpage.h"

#include <QDesktopServices>
#include <QFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Where a person makes a key in Close.
const QUrl KeysPage(u"https://app.close.com/settings/developer/api-keys/"_s);
/// A .env file is a few lines; anything far larger is not one.
constexpr qint64 LargestEnvironmentFile = 1024 * 1024;

bool isAboutTheKey(SignInProblem::Kind kind)
{
    return kind == SignInProblem::Kind::WrongKey || kind == SignInProblem::Kind::NotAllowed;
}

} // namespace

SignInController::SignInController(SignIn &signIn, SignInPage *page, QObject *parent)
    : QObject(parent)
    , m_signIn(signIn)
    , m_page(page)
{
    connect(page, &SignInPage::verifyRequested, this, &SignInController::verifyTyped);
    connect(page, &SignInPage::importRequested, this, &SignInController::importFile);
    connect(page, &SignInPage::demoRequested, this, &SignInController::demoRequested);
    connect(page, &SignInPage::openKeysPageRequested, this, [] { QDesktopServices::openUrl(KeysPage); });
    connect(page->keyEdit(), &KeyEdit::keyChanged, this, [this] {
        // What was verified is not what stands there now.
        m_canContinue = false;
        m_page->setSessionOnlyOffered(false);
    });
    connect(&m_signIn, &SignIn::busyChanged, page, &SignInPage::setBusy);
    connect(&m_signIn, &SignIn::problemOccurred, this, &SignInController::showProblem);
    connect(&m_signIn, &SignIn::signedIn, this, [this](const std::shared_ptr<Session> &session) {
        m_page->reset();
        Q_EMIT signedIn(session, m_signIn.isKeyKept());
        // Without a keychain the file stays the only place that has the key.
        const QString path = std::exchange(m_importPath, {});
        if (!path.isEmpty() && m_signIn.isKeyKept())
            Q_EMIT importedFrom(path);
    });
}

void SignInController::start(std::optional<EnvironmentCredentials> environment)
{
    if (environment)
        m_signIn.verify(std::move(environment->apiKey), std::move(environment->apiPassword),
                        KeySource::Environment);
    else
        m_signIn.start();
}

void SignInController::startDemo(const QByteArray &key)
{
    m_signIn.verify(Secret(QByteArray(key.constData(), key.size())), Secret(), KeySource::Demo);
}

void SignInController::verifyTyped(const QString &key)
{
    if (m_canContinue && m_page->isSessionOnly()) {
        m_signIn.continueWithoutKeychain();
        return;
    }
    m_importPath.clear();
    m_signIn.verify(Secret(key.toUtf8()), Secret(), KeySource::Typed);
}

void SignInController::importFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_page->showError(tr("This file cannot be read: %1").arg(file.errorString()));
        return;
    }
    if (file.size() > LargestEnvironmentFile) {
        m_page->showError(tr("This file is too large for a .env file."));
        return;
    }
    auto credentials = parseEnvironmentFile(file.readAll());
    if (!credentials) {
        m_page->showError(credentials.error().message());
        return;
    }
    m_importPath = path;
    m_signIn.verify(std::move(credentials->apiKey), std::move(credentials->apiPassword), KeySource::File);
}

void SignInController::showProblem(const SignInProblem &problem)
{
    m_canContinue = problem.canContinue();
    m_page->setSessionOnlyOffered(m_canContinue);
    m_page->showError(problemText(problem), isAboutTheKey(problem.kind) ? tr("Open that page") : QString());
}

QString SignInController::problemText(const SignInProblem &problem)
{
    using Kind = SignInProblem::Kind;
    switch (problem.kind) {
    case Kind::WrongKey:
        return tr("Close does not know this key. Keys are made in Close under Settings, Developer, API Keys.");
    case Kind::NotAllowed:
        return tr("Close knows this key but does not let it in. Ask an administrator of your organization, or "
                  "make another key under Settings, Developer, API Keys.");
    case Kind::Offline:
        return tr("Close cannot be reached. Check the network and try again.");
    case Kind::Certificate:
        return tr("The connection to Close is not trusted: its certificate was not accepted. A proxy or a wrong "
                  "clock on this computer can be the reason.");
    case Kind::Unavailable:
        return tr("Close does not answer right now. Try again in a minute.");
    case Kind::NoKeychain:
        return tr("The key is right, but this desktop has no keychain to keep it in. Install one (GNOME Keyring, "
                  "KWallet, KeePassXC), or keep the key for this session only.");
    case Kind::KeychainLocked:
        return tr("The key is right, but the keychain is locked or refused it. Unlock it and try again, or keep "
                  "the key for this session only.");
    case Kind::KeychainUnread:
        return tr("The keychain is locked, so the key in it cannot be read. Unlock it and start again, or type the "
                  "key.");
    case Kind::KeychainFailed:
        return tr("The key is right, but the keychain did not take it: %1").arg(problem.details);
    case Kind::Unexpected:
        break;
    }
    return tr("This answer is not one of Close's. Check the address the program was started with. (%1)")
        .arg(problem.details);
}

} // namespace Leadline

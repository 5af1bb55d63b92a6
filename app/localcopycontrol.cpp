// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "localcopycontrol.h"

#include "messagebar.h"
#include "session.h"
#include "signin.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const QString copyMessage = u"local-copy"_s;

} // namespace

LocalCopyControl::LocalCopyControl(MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_messages(messages)
{
}

QString LocalCopyControl::textOf(const CopyState &state)
{
    using Kind = CopyState::Kind;
    switch (state.kind) {
    case Kind::Off:
    case Kind::Kept:
    case Kind::Removed:
        break;
    case Kind::BegunAnew:
        return tr("The local copy could not be read. It is made anew from Close.");
    case Kind::NoKeychain:
        return tr("Without a keychain nothing is kept on this computer: the next start loads everything again.");
    case Kind::KeyUnread:
        return tr("The keychain did not give the key of the local copy, so that it stays closed: everything is "
                  "loaded again, and kept for this session only.");
    case Kind::NewerVersion:
        return tr("A newer version of Leadline wrote the local copy. This one leaves it alone and keeps nothing.");
    case Kind::InUse:
        return tr("Another window of Leadline has the local copy open. This one keeps nothing.");
    case Kind::DiskFull:
        return tr("The disk is full: nothing is kept on this computer until there is room.");
    case Kind::Failed:
        return tr("The local copy cannot be used: %1").arg(state.details);
    }
    return {};
}

void LocalCopyControl::show(const Session &session)
{
    if (const QString text = textOf(session.copyState()); !text.isEmpty())
        m_messages.post({copyMessage,
                         session.copyState().isKept() ? MessageBar::Kind::Info : MessageBar::Kind::Warning,
                         text,
                         {}});
}

void LocalCopyControl::askBeforeErasing(Session &session, const QString &action, std::function<void()> goOn)
{
    session.countUnsent(this, [this, action, goOn = std::move(goOn)](qint64 unsent) {
        if (unsent == 0) {
            goOn();
            return;
        }
        m_messages.post({copyMessage,
                         MessageBar::Kind::Warning,
                         tr("%n draft(s) or change(s) have not reached Close and would be lost.", nullptr, int(unsent)),
                         {{action, goOn}}});
    });
}

void LocalCopyControl::remove(Session &session, SignIn &signIn)
{
    connect(
        &signIn, &SignIn::copyRemoved, this,
        [this] {
            m_messages.post({copyMessage,
                             MessageBar::Kind::Info,
                             tr("Nothing of this organization is on this computer any more, but the sign-in. The next "
                                "start makes a new copy."),
                             {}});
        },
        Qt::SingleShotConnection);
    const Account account = session.account();
    session.closeCopy(&signIn, [&signIn, account] { signIn.removeCopy(account); });
}

} // namespace Leadline

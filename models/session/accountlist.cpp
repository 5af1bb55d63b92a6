// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "accountlist.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSettings>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace Leadline {

namespace {

const QString arrayName = QStringLiteral("accounts");
const QString apiUrlKey = QStringLiteral("apiUrl");
const QString organizationIdKey = QStringLiteral("organizationId");
const QString organizationNameKey = QStringLiteral("organizationName");
const QString userIdKey = QStringLiteral("userId");
const QString userNameKey = QStringLiteral("userName");
const QString colourKey = QStringLiteral("colour");
const QString saltKey = QStringLiteral("environmentKeys/salt");
const QString keysGroup = QStringLiteral("environmentKeys/");
const QString placeKey = QStringLiteral("place");

bool isSame(const Account &one, const Account &other)
{
    return one.apiUrl == other.apiUrl && one.organizationId == other.organizationId;
}

/// The first colour that no account has.
int freeColour(const QList<Account> &accounts)
{
    int colour = 0;
    const auto hasIt = [&colour](const Account &account) { return account.colour == colour; };
    while (std::any_of(accounts.cbegin(), accounts.cend(), hasIt))
        ++colour;
    return colour;
}

} // namespace

AccountList::AccountList(QSettings &settings)
    : m_settings(settings)
{
}

QList<Account> AccountList::accounts() const
{
    QList<Account> accounts;
    const int count = m_settings.beginReadArray(arrayName);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        Account account{QUrl(m_settings.value(apiUrlKey).toString(), QUrl::StrictMode),
                        m_settings.value(organizationIdKey).toString(),
                        m_settings.value(organizationNameKey).toString(),
                        m_settings.value(userIdKey).toString(), m_settings.value(userNameKey).toString()};
        // Lists written before there were places: the last one was added first.
        account.place = m_settings.value(placeKey, count - i).toInt();
        account.colour = m_settings.value(colourKey, account.place - 1).toInt();
        if (account.apiUrl.isValid() && !account.organizationId.isEmpty())
            accounts.append(std::move(account));
    }
    m_settings.endArray();
    return accounts;
}

QList<Account> AccountList::accountsAt(const QUrl &apiUrl) const
{
    QList<Account> found = accounts();
    found.removeIf([&apiUrl](const Account &account) { return account.apiUrl != apiUrl; });
    std::sort(found.begin(), found.end(),
              [](const Account &one, const Account &other) { return one.place < other.place; });
    return found;
}

void AccountList::remember(Account account)
{
    QList<Account> known = accounts();
    const auto same = [&account](const Account &other) { return isSame(account, other); };
    const auto before = std::find_if(known.cbegin(), known.cend(), same);
    if (before != known.cend()) {
        account.colour = before->colour;
        account.place = before->place;
        known.removeIf(same);
    } else {
        account.colour = freeColour(known);
        account.place = 1;
        for (const Account &other : std::as_const(known))
            account.place = qMax(account.place, other.place + 1);
    }
    known.prepend(std::move(account));
    save(known);
}

void AccountList::setColour(const QUrl &apiUrl, const QString &organizationId, int colour)
{
    QList<Account> known = accounts();
    for (Account &account : known) {
        if (account.apiUrl == apiUrl && account.organizationId == organizationId)
            account.colour = colour;
    }
    save(known);
}

void AccountList::forget(const QUrl &apiUrl, const QString &organizationId)
{
    QList<Account> known = accounts();
    known.removeIf([&](const Account &account) {
        return account.apiUrl == apiUrl && account.organizationId == organizationId;
    });
    save(known);
    m_settings.beginGroup(QStringLiteral("environmentKeys"));
    for (const QString &hash : m_settings.childKeys()) {
        if (m_settings.value(hash).toStringList().value(0) == organizationId)
            m_settings.remove(hash);
    }
    m_settings.endGroup();
}

void AccountList::rememberKey(const QByteArray &key, const Account &account)
{
    if (m_settings.value(saltKey).toByteArray().isEmpty()) {
        QByteArray salt(32, Qt::Uninitialized);
        QRandomGenerator::system()->generate(salt.begin(), salt.end());
        m_settings.setValue(saltKey, salt.toHex());
    }
    m_settings.setValue(
        keysGroup + hashOf(key, account.apiUrl),
        QStringList{account.organizationId, account.organizationName, account.userId, account.userName});
}

std::optional<Account> AccountList::accountOf(const QByteArray &key, const QUrl &apiUrl) const
{
    const QStringList known = m_settings.value(keysGroup + hashOf(key, apiUrl)).toStringList();
    if (known.size() != 4)
        return {};
    return Account{apiUrl, known.at(0), known.at(1), known.at(2), known.at(3)};
}

/// A key has 128 random bits or more, so that nobody can find it by trying, however quick the hash is.
QString AccountList::hashOf(const QByteArray &key, const QUrl &apiUrl) const
{
    const QByteArray salt = m_settings.value(saltKey).toByteArray();
    const QByteArray text = apiUrl.toEncoded() + ' ' + key;
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(text, salt, QCryptographicHash::Sha256).toHex().first(32));
}

void AccountList::save(const QList<Account> &accounts)
{
    m_settings.remove(arrayName);
    m_settings.beginWriteArray(arrayName, static_cast<int>(accounts.size()));
    for (int i = 0; i < accounts.size(); ++i) {
        const Account &account = accounts.at(i);
        m_settings.setArrayIndex(i);
        m_settings.setValue(apiUrlKey, account.apiUrl.toString());
        m_settings.setValue(organizationIdKey, account.organizationId);
        m_settings.setValue(organizationNameKey, account.organizationName);
        m_settings.setValue(userIdKey, account.userId);
        m_settings.setValue(userNameKey, account.userName);
        m_settings.setValue(colourKey, account.colour);
        m_settings.setValue(placeKey, account.place);
    }
    m_settings.endArray();
}

} // namespace Leadline

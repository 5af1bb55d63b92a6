// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "accountlist.h"
#include "testprogram.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace tst_accountlist {

using namespace Leadline;
using namespace Qt::StringLiterals;

class TestAccountList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesARestart();
    void oneEntryPerUrlAndOrganization();
    void forgets();
    void placesStay();
    void coloursDiffer();
    void listOfAnEarlierVersion();
};

namespace {

const QUrl closeUrl(u"https://api.close.com/api/v1"_s);
const QUrl loopback(u"http://127.0.0.1:8080/api/v1"_s);

Account account(const QUrl &url, const QString &id, const QString &name)
{
    return {url, id, name, u"user_1"_s, u"Ada Łovelace"_s};
}

QStringList names(const AccountList &list)
{
    QStringList names;
    for (const Account &known : list.accounts())
        names.append(known.organizationName);
    return names;
}

} // namespace

void TestAccountList::survivesARestart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    {
        QSettings settings(path, QSettings::IniFormat);
        AccountList(settings).remember(account(closeUrl, u"orga_1"_s, u"Bluth & Söhne"_s));
    }
    QSettings settings(path, QSettings::IniFormat);
    const QList<Account> accounts = AccountList(settings).accounts();
    QCOMPARE(accounts.size(), 1);
    QCOMPARE(accounts.first().apiUrl, closeUrl);
    QCOMPARE(accounts.first().organizationId, u"orga_1"_s);
    QCOMPARE(accounts.first().organizationName, u"Bluth & Söhne"_s);
    QCOMPARE(accounts.first().userId, u"user_1"_s);
    QCOMPARE(accounts.first().userName, u"Ada Łovelace"_s);
}

void TestAccountList::oneEntryPerUrlAndOrganization()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    AccountList list(settings);
    list.remember(account(closeUrl, u"orga_1"_s, u"one"_s));
    list.remember(account(closeUrl, u"orga_2"_s, u"two"_s));
    list.remember(account(loopback, u"orga_1"_s, u"one here"_s));
    QCOMPARE(names(list), (QStringList{u"one here"_s, u"two"_s, u"one"_s}));
    list.remember(account(closeUrl, u"orga_1"_s, u"one renamed"_s));
    QCOMPARE(names(list), (QStringList{u"one renamed"_s, u"one here"_s, u"two"_s}));
}

void TestAccountList::forgets()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    AccountList list(settings);
    list.remember(account(closeUrl, u"orga_1"_s, u"one"_s));
    list.remember(account(loopback, u"orga_1"_s, u"one here"_s));
    list.forget(loopback, u"orga_1"_s);
    QCOMPARE(names(list), QStringList{u"one"_s});
    list.forget(closeUrl, u"orga_1"_s);
    QCOMPARE(names(list), QStringList());
    for (const QString &key : settings.allKeys())
        QVERIFY2(!settings.value(key).toString().contains(u"orga"_s), qPrintable(key));
}

void TestAccountList::placesStay()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    AccountList list(settings);
    for (const QString &id : {u"1"_s, u"2"_s, u"3"_s})
        list.remember(account(closeUrl, u"orga_"_s + id, id));
    list.remember(account(loopback, u"orga_1"_s, u"here"_s));
    const auto order = [&list] {
        QStringList names;
        for (const Account &known : list.accountsAt(closeUrl))
            names.append(known.organizationName);
        return names.join(u' ');
    };
    QCOMPARE(order(), u"1 2 3"_s);
    // Signing in again changes which one was used last, and nothing else.
    list.remember(account(closeUrl, u"orga_1"_s, u"1"_s));
    QCOMPARE(names(list).first(), u"1"_s);
    QCOMPARE(order(), u"1 2 3"_s);
    list.forget(closeUrl, u"orga_2"_s);
    list.remember(account(closeUrl, u"orga_2"_s, u"2"_s));
    QCOMPARE(order(), u"1 3 2"_s);
}

void TestAccountList::coloursDiffer()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    AccountList list(settings);
    const auto colours = [&list] {
        QList<int> all;
        for (const Account &known : list.accountsAt(closeUrl))
            all.append(known.colour);
        return all;
    };
    for (const QString &id : {u"orga_1"_s, u"orga_2"_s, u"orga_3"_s})
        list.remember(account(closeUrl, id, id));
    QCOMPARE(colours(), (QList<int>{0, 1, 2}));
    list.forget(closeUrl, u"orga_2"_s);
    list.remember(account(closeUrl, u"orga_4"_s, u"4"_s));
    QCOMPARE(colours(), (QList<int>{0, 2, 1}));
    list.setColour(closeUrl, u"orga_3"_s, 4);
    list.remember(account(closeUrl, u"orga_3"_s, u"3"_s));
    QCOMPARE(colours(), (QList<int>{0, 4, 1}));
}

void TestAccountList::listOfAnEarlierVersion()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    settings.beginWriteArray(u"accounts"_s, 2);
    for (int i = 0; i < 2; ++i) {
        settings.setArrayIndex(i);
        settings.setValue(u"apiUrl"_s, closeUrl.toString());
        settings.setValue(u"organizationId"_s, u"orga_%1"_s.arg(i));
        settings.setValue(u"organizationName"_s, QString::number(i));
    }
    settings.endArray();
    AccountList list(settings);
    QCOMPARE(names(list), (QStringList{u"0"_s, u"1"_s}));
    QCOMPARE(list.accountsAt(closeUrl).first().organizationName, u"1"_s);
    QCOMPARE(list.accountsAt(closeUrl).first().colour, 0);
    QCOMPARE(list.accountsAt(closeUrl).last().colour, 1);
}

LEADLINE_TEST(tst_accountlist, QTEST_GUILESS_MAIN, TestAccountList)

} // namespace tst_accountlist

#include "tst_accountlist.moc"

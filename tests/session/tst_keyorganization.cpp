// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "signedin.h"
#include "tcpproxy.h"
#include "testprogram.h"

#include <QSignalSpy>

namespace tst_keyorganization {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// A person can belong to several organizations; /me/ names them all, and a key opens one.
class TestKeyOrganization : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOneThatIsListed();
    void noneOfThePersons();
    void refused();

private:
    /// A server whose lists are of that organization; blank: it refuses to list.
    void serve(TcpProxy &server, const QString &organization) const;
};

void TestKeyOrganization::serve(TcpProxy &server, const QString &organization) const
{
    server.setAnswer([organization](const TcpProxy::Request &request) {
        if (request.target.startsWith("/api/v1/me/"))
            return TcpProxy::answer(200, R"({"id":"user_1","first_name":"Ana","organizations":[
                {"id":"orga_1","name":"Lumen Optics"},{"id":"orga_2","name":"Halden"}]})"_ba);
        if (request.target.startsWith("/api/v1/status/lead/") && !organization.isEmpty())
            return TcpProxy::answer(
                200, R"({"data":[{"id":"stat_1","label":"New","organization_id":"%1"}]})"_L1.arg(organization)
                         .toUtf8());
        return TcpProxy::answer(403, R"({"error":"No."})"_ba);
    });
}

void TestKeyOrganization::theOneThatIsListed()
{
    for (const QString &id : {u"orga_1"_s, u"orga_2"_s}) {
        TcpProxy server;
        serve(server, id);
        const std::shared_ptr<Session> session = signedIn(server.url(), u"api_x"_s);
        QVERIFY(session);
        QCOMPARE(session->account().organizationId, id);
        QCOMPARE(session->account().organizationName, id == "orga_1"_L1 ? u"Lumen Optics"_s : u"Halden"_s);
        QCOMPARE(session->directory().organization().id, id);
    }
}

void TestKeyOrganization::noneOfThePersons()
{
    TcpProxy server;
    serve(server, u"orga_3"_s);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    UnusedKeychain keychain;
    AccountList accounts(settings);
    SignIn signIn(keychain, accounts, {server.url(), false});
    QSignalSpy problems(&signIn, &SignIn::problemOccurred);
    signIn.verify(Secret("api_x"_ba), Secret(), KeySource::Typed);
    QTRY_COMPARE(problems.size(), 1);
    QCOMPARE(problems.first().first().value<SignInProblem>().kind, SignInProblem::Kind::Unexpected);
    QVERIFY(accounts.accounts().isEmpty());
}

void TestKeyOrganization::refused()
{
    TcpProxy server;
    serve(server, QString());
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    UnusedKeychain keychain;
    AccountList accounts(settings);
    SignIn signIn(keychain, accounts, {server.url(), false});
    QSignalSpy problems(&signIn, &SignIn::problemOccurred);
    signIn.verify(Secret("api_x"_ba), Secret(), KeySource::Typed);
    QTRY_COMPARE(problems.size(), 1);
    QCOMPARE(problems.first().first().value<SignInProblem>().kind, SignInProblem::Kind::NotAllowed);
}

LEADLINE_TEST(tst_keyorganization, QTEST_GUILESS_MAIN, TestKeyOrganization)

} // namespace tst_keyorganization

#include "tst_keyorganization.moc"

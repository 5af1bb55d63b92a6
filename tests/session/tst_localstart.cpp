// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "demoserver.h"
#include "memorykeychain.h"
#include "session.h"
#include "signedin.h"
#include "signin.h"
#include "sortorders.h"
#include "testprogram.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_localstart {

using namespace Qt::StringLiterals;
using namespace Leadline;
using namespace Leadline::Test;

/// Starting from the local copy: at once, without a network, and never with what is not one's own.
class TestLocalStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstSignInMakesACopy();
    void startsWithoutTheNetwork();
    void catchesUpWithTheServer();
    void goesOnWhereAFirstPassWasCut();
    void showsTheFirstScreenFirst();
    void asksForTheKeyOverTheTables();
    void saysWhenTheKeyIsAnothersByNow();
    void opensTheCopyOfTheEnvironmentsKey();
    void opensALeadWithoutTheNetwork();
    void keepsNothingWithoutAKeychain();
    void keepsNothingOfTheDemo();
    void beginsAnewWithAnotherKey();
    void beginsAnewWithATornFile();
    void leavesANewerCopyAlone();
    void signingInAgainTakesTheCopyOver();
    void signingOutErases();
    void removingErases();
    void nothingIsReadable();

private:
    std::shared_ptr<Session> signIn(KeySource source = KeySource::Typed);
    std::shared_ptr<Session> start();
    std::shared_ptr<Session> next(const std::function<void()> &ask);
    void fillCopy();
    void anew();
    void overwriteDocuments(qint64 at, const QByteArray &bytes);
    QStringList files() const;
    bool hasSnapshots() const;

    DemoServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    MemoryKeychain m_keychain;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<AccountList> m_accounts;
    std::unique_ptr<SignIn> m_signIn;
};

void TestLocalStart::init()
{
    m_signIn.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_keychain.setError({});
    m_keychain.entries().clear();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_accounts = std::make_unique<AccountList>(*m_settings);
    QVERIFY2(m_server.start({u"--leads"_s, u"150"_s}).isValid(), qPrintable(m_server.errorText()));
    anew();
}

/// What another start of the program begins with.
void TestLocalStart::anew()
{
    m_signIn = std::make_unique<SignIn>(
        m_keychain, *m_accounts,
        SignIn::Options{m_server.baseUrl(), false, m_folder->filePath(u"copies"_s), quickPacing()});
}

std::shared_ptr<Session> TestLocalStart::next(const std::function<void()> &ask)
{
    std::shared_ptr<Session> session;
    const auto connection = connect(m_signIn.get(), &SignIn::signedIn, this,
                                    [&session](const std::shared_ptr<Session> &made) { session = made; });
    ask();
    const bool done = waitFor([&session] { return session != nullptr; }, 15000);
    disconnect(connection);
    return done ? session : nullptr;
}

std::shared_ptr<Session> TestLocalStart::signIn(KeySource source)
{
    return next([this, source] { m_signIn->verify(Secret(DemoServer::key().toLatin1()), Secret(), source); });
}

std::shared_ptr<Session> TestLocalStart::start()
{
    anew();
    return next([this] { m_signIn->start(); });
}

QStringList TestLocalStart::files() const
{
    QStringList files;
    QDirIterator it(m_folder->filePath(u"copies"_s), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    return files;
}

bool TestLocalStart::hasSnapshots() const
{
    return files().filter(u".columns"_s).size() == 5;
}

/// A first start that has loaded everything and kept it.
void TestLocalStart::fillCopy()
{
    const std::shared_ptr<Session> session = signIn();
    QVERIFY(session);
    QVERIFY(session->copyState().isKept());
    session->leads()->orders().order(session->leads()->fields().indexOf(u"shown_name"_s));
    QVERIFY(syncNow(*session));
    QTRY_VERIFY_WITH_TIMEOUT(hasSnapshots(), 15000);
}

void TestLocalStart::firstSignInMakesACopy()
{
    fillCopy();
    QCOMPARE(m_keychain.entries().size(), 2);
    for (const QByteArray &secret : std::as_const(m_keychain.entries()))
        QVERIFY(!secret.isEmpty());
    QVERIFY(!files().filter(u"documents.db"_s).isEmpty());
}

void TestLocalStart::startsWithoutTheNetwork()
{
    fillCopy();
    m_server.stop();
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    QSignalSpy refused(session.get(), &Session::keyRefused);
    QCOMPARE(session->copyState().kind, CopyState::Kind::Kept);
    QTRY_COMPARE(session->leads()->count(), 150U);
    QTRY_VERIFY(session->contacts()->count() > 100);
    QTRY_VERIFY(session->opportunities()->count() > 20);
    QTRY_VERIFY(session->tasks()->count() > 20);
    QVERIFY(!session->smartViews().isEmpty());
    QVERIFY(!session->directory().currentUser().name().isEmpty());
    // What a Close that is not there leaves: the tables, and that it is said.
    session->refresh();
    QTRY_VERIFY(!session->isOnline());
    QCOMPARE(session->leads()->count(), 150U);
    QCOMPARE(refused.count(), 0);
}

void TestLocalStart::catchesUpWithTheServer()
{
    fillCopy();
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    session->refresh(); // while the copy is being read
    QTRY_COMPARE(session->leads()->count(), 150U);
    QCOMPARE(m_server.exchange("POST", u"/lead/"_s, {{u"name"_s, u"Grackle Works"_s}}).status, 200);
    QVERIFY(isSynced(*session));
    QVERIFY(syncNow(*session));
    QCOMPARE(session->leads()->count(), 151U);
}

/// Quit in the middle of a first pass: the next start reads what is left, and no more.
void TestLocalStart::goesOnWhereAFirstPassWasCut()
{
    m_server.stop();
    QVERIFY2(m_server.start({u"--leads"_s, u"1600"_s, u"--latency"_s, u"60"_s}).isValid(),
             qPrintable(m_server.errorText()));
    anew();
    std::shared_ptr<Session> session = signIn();
    QVERIFY(session && session->copyState().isKept());
    session->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(session->leads()->count() >= 800, 30000);
    session.reset();

    QVERIFY(m_server.clearRequests());
    session = start();
    QVERIFY(session && session->copyState().isKept());
    session->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(session->leads()->count(), 1600U, 30000);
    QVERIFY(isSynced(*session));
    QVERIFY(session->statusChanges()->count() > 0);
    QCOMPARE(qint64(session->opportunities()->count()),
             m_server.get(u"/opportunity/?_limit=1"_s).value("total_results"_L1).toInteger());
    // A pass that began anew would ask for all of time.
    const QJsonArray searches = m_server.requests(u"POST"_s, u"/data/search/"_s);
    QVERIFY(!searches.isEmpty());
    for (const QJsonValue &search : searches) {
        const QByteArray query = QJsonDocument(search["body"_L1]["query"_L1].toObject()).toJson();
        QVERIFY2(query.contains("moment_range"), query.constData());
    }

    // Another start has everything, and asks for the changes alone.
    session.reset();
    QVERIFY(m_server.clearRequests());
    session = start();
    QVERIFY(session);
    session->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(session->leads()->count(), 1600U, 30000);
    QVERIFY(isSynced(*session));
    QVERIFY(m_server.requests(u"POST"_s, u"/data/search/"_s).size() <= 1);
}

void TestLocalStart::showsTheFirstScreenFirst()
{
    fillCopy();
    m_server.stop();
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    // Before anything else has had time to come: both ends of the last order, which is most of so few.
    QVERIFY(session->leads()->count() >= 120);
    QTRY_COMPARE(session->leads()->count(), 150U);
}

void TestLocalStart::asksForTheKeyOverTheTables()
{
    fillCopy();
    QVERIFY(m_server.addFault({{u"match"_s, QJsonObject{{u"path"_s, u"/me/"_s}}}, {u"status"_s, 401}}));
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    QSignalSpy refused(session.get(), &Session::keyRefused);
    QTRY_COMPARE(refused.count(), 1);
    QTRY_COMPARE(session->leads()->count(), 150U);
}

void TestLocalStart::saysWhenTheKeyIsAnothersByNow()
{
    fillCopy();
    QJsonObject me = m_server.get(u"/me/"_s);
    me.insert(u"id"_s, u"user_somebodyelse"_s);
    QVERIFY(m_server.addFault(
        {{u"match"_s, QJsonObject{{u"path"_s, u"/me/"_s}}}, {u"status"_s, 200}, {u"body"_s, me}}));
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    QSignalSpy changed(session.get(), &Session::userChanged);
    QTRY_COMPARE(changed.count(), 1);
}

void TestLocalStart::opensTheCopyOfTheEnvironmentsKey()
{
    {
        const std::shared_ptr<Session> session = signIn(KeySource::Environment);
        QVERIFY(session);
        QVERIFY(session->copyState().isKept());
        QVERIFY(syncNow(*session));
        QTRY_VERIFY_WITH_TIMEOUT(hasSnapshots(), 15000);
    }
    // The key itself is not kept: the entry is the copy's.
    QCOMPARE(m_keychain.entries().size(), 1);
    QVERIFY(!m_keychain.entries().values().contains(DemoServer::key().toLatin1()));
    m_settings->sync();
    QFile settings(m_settings->fileName());
    QVERIFY(settings.open(QFile::ReadOnly));
    QVERIFY(!settings.readAll().contains(DemoServer::key().toLatin1()));

    m_server.stop();
    anew();
    const std::shared_ptr<Session> again = signIn(KeySource::Environment);
    QVERIFY(again);
    QTRY_COMPARE(again->leads()->count(), 150U);
    // Another key is not taken for it.
    anew();
    QSignalSpy problems(m_signIn.get(), &SignIn::problemOccurred);
    m_signIn->verify(Secret("api_another"), Secret(), KeySource::Environment);
    QTRY_COMPARE_WITH_TIMEOUT(problems.count(), 1, 30000);
}

void TestLocalStart::opensALeadWithoutTheNetwork()
{
    QString id;
    qsizetype activities = 0;
    {
        const std::shared_ptr<Session> session = signIn();
        QVERIFY(session);
        QVERIFY(syncNow(*session));
        QTRY_VERIFY_WITH_TIMEOUT(hasSnapshots(), 15000);
        id = session->leads()->idAt(3);
        bool answered = false;
        session->loadActivities({id, {}, 0}, this, [&](const Result<ActivityPage> &page) {
            answered = page.has_value();
            activities = page ? page->activities.size() : 0;
        });
        QTRY_VERIFY(answered);
        QVERIFY(activities > 0);
        // The program ends at once: they are kept all the same.
    }
    m_server.stop();
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    QTRY_COMPARE(session->leads()->count(), 150U);
    std::optional<Result<ActivityPage>> page;
    session->loadActivities({id, {}, 0}, this, [&](Result<ActivityPage> read) { page = std::move(read); });
    QTRY_VERIFY_WITH_TIMEOUT(page.has_value(), 30000);
    QVERIFY(page->has_value());
    QCOMPARE((*page)->activities.size(), activities);
    // One that was never opened needs the network.
    page.reset();
    session->loadActivities({session->leads()->idAt(4), {}, 0}, this,
                            [&](Result<ActivityPage> read) { page = std::move(read); });
    QTRY_VERIFY_WITH_TIMEOUT(page.has_value(), 30000);
    QVERIFY(!page->has_value());
    QCOMPARE(page->error().kind, ApiError::Kind::Offline);
}

void TestLocalStart::keepsNothingWithoutAKeychain()
{
    m_keychain.setError(CredentialError{CredentialError::Kind::NoBackend, u"none"_s});
    const std::shared_ptr<Session> session = signIn(KeySource::Environment);
    QVERIFY(session);
    QCOMPARE(session->copyState().kind, CopyState::Kind::NoKeychain);
    QVERIFY(syncNow(*session));
    QCOMPARE(session->leads()->count(), 150U);
    QCOMPARE(files(), QStringList());
}

void TestLocalStart::keepsNothingOfTheDemo()
{
    const std::shared_ptr<Session> session = signIn(KeySource::Demo);
    QVERIFY(session);
    QCOMPARE(session->copyState().kind, CopyState::Kind::Off);
    QVERIFY(syncNow(*session));
    QCOMPARE(files(), QStringList());
    QVERIFY(m_keychain.entries().isEmpty());
}

void TestLocalStart::beginsAnewWithAnotherKey()
{
    fillCopy();
    for (QByteArray &secret : m_keychain.entries()) {
        if (secret.size() == 32)
            secret = QByteArray(32, 'x');
    }
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    QCOMPARE(session->copyState().kind, CopyState::Kind::BegunAnew);
    QCOMPARE(session->leads()->count(), 0U);
    QVERIFY(syncNow(*session));
    QCOMPARE(session->leads()->count(), 150U);
}

void TestLocalStart::overwriteDocuments(qint64 at, const QByteArray &bytes)
{
    QFile file(files().filter(u"documents.db"_s).value(0));
    QVERIFY(file.open(QFile::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestLocalStart::beginsAnewWithATornFile()
{
    fillCopy();
    m_signIn.reset();
    overwriteDocuments(0, QByteArray(100000, 'x'));
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    QCOMPARE(session->copyState().kind, CopyState::Kind::BegunAnew);
    QVERIFY(syncNow(*session));
    QCOMPARE(session->leads()->count(), 150U);
}

void TestLocalStart::leavesANewerCopyAlone()
{
    fillCopy();
    m_signIn.reset();
    overwriteDocuments(60, QByteArray("\0\0\0\x63", 4)); // user_version (sqlite.org/fileformat.html, 1.3)
    const auto bytes = [this] {
        QFile file(files().filter(u"documents.db"_s).value(0));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    QVERIFY(!before.isEmpty());
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    QCOMPARE(session->copyState().kind, CopyState::Kind::NewerVersion);
    QVERIFY(syncNow(*session));
    QCOMPARE(session->leads()->count(), 150U);
    QVERIFY(bytes() == before);
}

void TestLocalStart::signingInAgainTakesTheCopyOver()
{
    const std::shared_ptr<Session> first = signIn();
    QVERIFY(first);
    QVERIFY(syncNow(*first));
    const std::shared_ptr<Session> second = signIn();
    QVERIFY(second);
    QCOMPARE(second->copyState().kind, CopyState::Kind::Kept);
    QVERIFY(!first->copyState().isKept());
    QCOMPARE(first->leads()->count(), 150U);
}

void TestLocalStart::signingOutErases()
{
    fillCopy();
    std::shared_ptr<Session> session = start();
    QVERIFY(session);
    const Account account = session->account();
    connect(m_signIn.get(), &SignIn::signedOut, this, [&session] { session.reset(); });
    QSignalSpy signedOut(m_signIn.get(), &SignIn::signedOut);
    m_signIn->signOut(account);
    QTRY_COMPARE(signedOut.count(), 1);
    QCOMPARE(files(), QStringList());
    QVERIFY(m_keychain.entries().isEmpty());
}

void TestLocalStart::removingErases()
{
    fillCopy();
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    QTRY_COMPARE(session->leads()->count(), 150U);
    std::optional<qint64> unsent;
    session->countUnsent(this, [&](qint64 count) { unsent = count; });
    QTRY_COMPARE(unsent, 0);
    QSignalSpy removed(m_signIn.get(), &SignIn::copyRemoved);
    session->closeCopy(m_signIn.get(), [this, &session] { m_signIn->removeCopy(session->account()); });
    QTRY_COMPARE(removed.count(), 1);
    QCOMPARE(files(), QStringList());
    QCOMPARE(m_keychain.entries().size(), 1);
    // The session goes on.
    QVERIFY(syncNow(*session));
    QCOMPARE(session->leads()->count(), 150U);
    QCOMPARE(files(), QStringList());
}

void TestLocalStart::nothingIsReadable()
{
    fillCopy();
    const std::shared_ptr<Session> session = start();
    QVERIFY(session);
    QTRY_COMPARE(session->leads()->count(), 150U);
    QByteArrayList planted{DemoServer::key().toUtf8(), "lead_"};
    for (quint32 row = 0; row < 150; row += 10) {
        planted.append(session->leads()->valueAt(u"shown_name"_s, row).toString().toUtf8());
        planted.append(session->leads()->idAt(row).toUtf8());
    }
    planted.append(session->account().organizationId.toUtf8());
    // One of the demo's names is a single letter, which is in every file.
    planted.removeIf([](const QByteArray &text) { return text.size() < 5; });
    QVERIFY(planted.size() > 20);
    for (const QString &path : files()) {
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        for (const QByteArray &text : std::as_const(planted))
            QVERIFY2(!bytes.contains(text), text.constData());
        QVERIFY(!path.contains(session->account().organizationId));
    }
}

LEADLINE_TEST(tst_localstart, QTEST_GUILESS_MAIN, TestLocalStart)

} // namespace tst_localstart

#include "tst_localstart.moc"

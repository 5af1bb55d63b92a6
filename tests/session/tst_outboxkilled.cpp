// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "killable.h"
#include "outboxdesk.h"
#include "testprogram.h"

#include <QRandomGenerator>

namespace tst_outboxkilled {

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

/// The program is killed while somebody writes without a network, and while that is sent.
class OutboxKilledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsInCloseOnce();

private:
    void write(const QString &label);
    void send(bool isKilled);
    QStringList textsIn(const QString &path, const QStringList &keys) const;

    OutboxDesk m_desk;
    QRandomGenerator m_random{4};
    QStringList m_written;                ///< labels of what the program said is on the disk
    QMap<QString, QStringList> m_changed; ///< the descriptions that were written, by lead
};

/// A program without a network, killed after a few entries: between two of them or within one.
void OutboxKilledTest::write(const QString &label)
{
    KillableProcess runner;
    QVERIFY(runner.start(QStringLiteral(OUTBOX_RUNNER), {m_desk.folder(), m_desk.url().toString(),
                                                         m_desk.keychain.toArgument(), u"write"_s, label}));
    const int enough = 1 + m_random.bounded(14);
    QVERIFY(QTest::qWaitFor([&] { return runner.lines().size() >= enough || !runner.isRunning(); }, 30000));
    QVERIFY(runner.kill());
    for (const QByteArray &line : runner.lines()) {
        const QStringList words = QString::fromUtf8(line).split(u' ');
        QCOMPARE(words.first(), u"wrote"_s);
        if (words.at(1) == "change"_L1)
            m_changed[words.at(3)].append(u"change "_s + words.at(2));
        else
            m_written.append(words.at(1));
    }
}

/// A program with the network, killed at a moment of its writing to Close, or left alone until all is sent.
void OutboxKilledTest::send(bool isKilled)
{
    m_desk.mendNetwork();
    KillableProcess runner;
    QVERIFY(runner.start(QStringLiteral(OUTBOX_RUNNER), {m_desk.folder(), m_desk.url().toString(),
                                                         m_desk.keychain.toArgument(), u"send"_s}));
    if (!isKilled) {
        QVERIFY2(runner.waitFor("empty", 120000), runner.lines().value(0).constData());
        QVERIFY(runner.kill());
        return;
    }
    // When a creation or a change has come as far as the network, or a moment after.
    const auto writes = [this] {
        return std::count_if(m_desk.proxy->requests().begin(), m_desk.proxy->requests().end(),
                             [](const auto &request) {
                                 return request.method == "PUT" ||
                                        (request.method == "POST" && !request.target.contains("search"));
                             });
    };
    const auto enough = writes() + 1 + m_random.bounded(4);
    const int moment = m_random.bounded(2) == 0 ? 0 : m_random.bounded(60);
    const auto isDone = [&runner] { return !runner.lines().isEmpty() || !runner.isRunning(); };
    QVERIFY(QTest::qWaitFor([&] { return writes() >= enough || isDone(); }, 60000));
    QTest::qWait(moment);
    QVERIFY(runner.kill());
    m_desk.cutNetwork();
    for (const QByteArray &line : runner.lines())
        QVERIFY2(line == "empty", line.constData());
}

/// Every text under one of the keys of the records there.
QStringList OutboxKilledTest::textsIn(const QString &path, const QStringList &keys) const
{
    QStringList texts;
    for (int skip = 0;; skip += 100) {
        const QJsonObject page = m_desk.server.get(u"%1?_limit=100&_skip=%2"_s.arg(path).arg(skip));
        for (const QJsonValue &record : page.value("data"_L1).toArray()) {
            for (const QString &key : keys)
                texts.append(record[key].toString());
        }
        if (!page.value("has_more"_L1).toBool())
            return texts;
    }
}

void OutboxKilledTest::eachIsInCloseOnce()
{
    QVERIFY2(m_desk.setUp({u"--leads"_s, u"60"_s, u"--latency"_s, u"15"_s}),
             qPrintable(m_desk.server.errorText()));
    QVERIFY(m_desk.signIn());
    m_desk.quit();
    m_desk.cutNetwork();
    for (int round = 0; round < 6; ++round) {
        write(u"r%1a"_s.arg(round));
        write(u"r%1b"_s.arg(round));
        send(true);
        send(true);
    }
    QVERIFY(m_written.size() > 20);
    QVERIFY(!m_changed.isEmpty());
    send(false);

    const QStringList texts = textsIn(u"/lead/"_s, {u"name"_s}) + textsIn(u"/contact/"_s, {u"name"_s}) +
                              textsIn(u"/opportunity/"_s, {u"note"_s}) + textsIn(u"/task/"_s, {u"text"_s}) +
                              textsIn(u"/activity/note/"_s, {u"note"_s}) +
                              textsIn(u"/activity/call/"_s, {u"note"_s});
    const QStringList kinds{u"lead"_s, u"note"_s, u"opportunity"_s, u"task"_s, u"call"_s};
    for (const QString &label : std::as_const(m_written)) {
        const QString kind = kinds.at(label.section(u'.', 1).toInt() % 6);
        QCOMPARE(label + u": %1"_s.arg(texts.count(kind + u' ' + label)), label + u": 1"_s);
        if (kind == "lead"_L1)
            QCOMPARE(texts.count(u"person "_s + label), 1);
    }
    // What was on its way to the disk when the program was killed is there or not, and never twice.
    for (const QString &text : texts) {
        if (kinds.contains(text.section(u' ', 0, 0)) && text.section(u' ', 1).startsWith(u'r'))
            QVERIFY2(texts.count(text) == 1, qPrintable(text));
    }
    for (auto change = m_changed.cbegin(); change != m_changed.cend(); ++change) {
        const QString held = m_desk.serverValue(u"/lead/%1/"_s.arg(change.key()), u"description"_s);
        QVERIFY2(held.startsWith("change r"_L1) && !change->mid(0, change->size() - 1).contains(held),
                 qPrintable(held));
    }
    // Nothing is left on the disk either, nor shown as waiting.
    QVERIFY(m_desk.start());
    QVERIFY(m_desk.session->outbox()->isEmpty());
}

LEADLINE_TEST(tst_outboxkilled, QTEST_GUILESS_MAIN, OutboxKilledTest)

} // namespace tst_outboxkilled

#include "tst_outboxkilled.moc"

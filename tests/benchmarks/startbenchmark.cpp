// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "startbenchmark.h"

#include "demoserver.h"
#include "leadgenerator.h"
#include "measure.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int FillPatience = 40 * 60 * 1000;
constexpr int FillQuiet = 60 * 1000;
constexpr int StartPatience = 60 * 1000;

double nowMs()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// The program as a process, with what it says of its start.
class Started
{
public:
    explicit Started(const QUrl &api)
        : Started(QStringLiteral(LEADLINE_EXECUTABLE), {u"--api-url"_s, api.toString()})
    {
    }
    Started(const QString &program, const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"QT_LOGGING_RULES"_s, u"leadline.start.debug=true"_s);
        environment.insert(u"CLOSE_API_KEY"_s, DemoServer::key());
        m_process.setProcessEnvironment(environment);
        m_begin = nowMs();
        m_process.start(program, arguments);
    }
    ~Started()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Milliseconds from the start to this mark; below 0 when it did not come.
    double waitFor(const QString &mark, int patience)
    {
        const bool came = QTest::qWaitFor(
            [this, &mark] {
                read();
                return m_marks.contains(mark) || m_process.state() == QProcess::NotRunning;
            },
            patience);
        return came && m_marks.contains(mark) ? m_marks.value(mark) - keychainMs() : -1;
    }

    /// Whether \a mark came, and \a last did not for so long: the first sync writes several times.
    bool waitForLast(const QString &mark, const QString &last, int quietMs, int patience)
    {
        return waitFor(mark, patience) >= 0 &&
               QTest::qWaitFor(
                   [&] {
                       read();
                       return nowMs() - m_begin - std::max(m_marks.value(mark), m_marks.value(last)) > quietMs;
                   },
                   patience);
    }

    /// How many leads there were when the leads were whole; 0 before.
    int leads() const { return m_leads; }

    /// Proportional set size in megabytes; 0 where the system does not tell.
    double memory() const
    {
        QFile file(u"/proc/%1/smaps_rollup"_s.arg(m_process.processId()));
        if (!file.open(QFile::ReadOnly))
            return 0;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("Pss:"))
                return line.mid(4).trimmed().split(' ').first().toDouble() / 1000;
        }
        return 0;
    }

private:
    void read()
    {
        m_process.setReadChannel(QProcess::StandardError);
        while (m_process.canReadLine()) {
            // "leadline.start: first rows painted @123456789"
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            const qsizetype at = line.lastIndexOf(u'@');
            if (!line.startsWith("leadline.start: "_L1) || at < 0)
                continue;
            const double ms = line.mid(at + 1).toDouble() / 1e6 - m_begin;
            const QString mark = line.mid(16, at - 17).section(u": "_s, 0, 0);
            if (mark == "leads whole"_L1)
                m_leads = line.mid(16, at - 17).section(u": "_s, 1).toInt();
            m_marks.insert(mark, ms);
        }
    }

    /// The keychain is another program, whose answer is not this one's to hasten.
    double keychainMs() const
    {
        return m_marks.value(u"keychain answered"_s) - m_marks.value(u"keychain asked"_s);
    }

    QProcess m_process;
    double m_begin = 0;
    int m_leads = 0;
    QMap<QString, double> m_marks;
};

/// What the table of leads shows, in a plain file.
bool writeLeads(const QString &path, int leads)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"rival"_s);
    database.setDatabaseName(path);
    if (!database.open() || !database.transaction())
        return false;
    QSqlQuery query(database);
    bool isGood = query.exec(u"CREATE TABLE leads (name, status, contact, email, phone, value INTEGER, contacts INTEGER, "
                             "updated, city, description)"_s) &&
                  query.prepare(u"INSERT INTO leads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    LeadGenerator generator;
    for (int number = 0; number < leads && isGood; ++number) {
        const Lead lead = generator.lead(number);
        const Contact contact = lead.contacts.value(0);
        query.addBindValue(lead.name);
        query.addBindValue(lead.statusLabel);
        query.addBindValue(contact.name);
        query.addBindValue(contact.emails.value(0).email);
        query.addBindValue(contact.phones.value(0).phone);
        query.addBindValue(lead.opportunities.value(0).value.value_or(0));
        query.addBindValue(int(lead.contacts.size()));
        query.addBindValue(lead.dateUpdated);
        query.addBindValue(lead.addresses.value(0).city);
        query.addBindValue(lead.description);
        isGood = query.exec();
    }
    return isGood && database.commit();
}

/// The usual way, over as many rows.
void measureRivalStarts(int leads, int starts)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"leads.db"_s);
    const bool isWritten = writeLeads(path, leads);
    QSqlDatabase::removeDatabase(u"rival"_s);
    if (!isWritten) {
        std::fputs("start: the rival's rows were not written\n", stderr);
        return;
    }
    Times painted;
    Times whole;
    Times sorted;
    Times memory;
    for (int i = 0; i < starts; ++i) {
        Started next(QStringLiteral(SQL_RIVAL_EXECUTABLE), {path});
        const double all = next.waitFor(u"sorted"_s, StartPatience);
        if (all < 0) {
            std::fputs("start: the rival did not come up\n", stderr);
            return;
        }
        painted.wall.push_back(next.waitFor(u"first rows painted"_s, 0));
        whole.wall.push_back(next.waitFor(u"leads whole"_s, 0));
        sorted.wall.push_back(all);
        memory.wall.push_back(next.memory());
    }
    print({.name = u"rival_start_first_rows"_s, .rows = leads, .times = painted});
    print({.name = u"rival_start_leads_whole"_s, .rows = leads, .times = whole});
    print({.name = u"rival_start_sorted"_s, .rows = leads, .times = sorted});
    print({.name = u"rival_memory_pss_leads_alone"_s, .rows = leads, .times = memory, .unit = u"MB"_s});
}

} // namespace

void measureStarts(int leads, int starts)
{
    DemoServer server;
    if (!server.start({u"--leads"_s, QString::number(leads)}).isValid()) {
        std::fprintf(stderr, "start: %s\n", qPrintable(server.errorText()));
        return;
    }
    {
        Started first(server.baseUrl());
        if (!first.waitForLast(u"everything read"_s, u"snapshots written"_s, FillQuiet, FillPatience)) {
            std::fputs("start: no local copy was made, or not in time; is there a keychain? See packaging/session.sh.\n",
                       stderr);
            return;
        }
    }
    Times painted;
    Times leadsWhole;
    Times allWhole;
    Times memory;
    for (int i = 0; i < starts; ++i) {
        // Without Close, so that a sync does not get into the measure.
        Started next(QUrl(server.baseUrl()));
        const double whole = next.waitFor(u"tables whole"_s, StartPatience);
        const double rows = next.waitFor(u"first rows painted"_s, StartPatience);
        if (whole < 0 || rows < 0 || next.leads() < leads) {
            std::fprintf(stderr, "start: %d of %d leads were in the copy\n", next.leads(), leads);
            return;
        }
        painted.wall.push_back(rows);
        leadsWhole.wall.push_back(next.waitFor(u"leads whole"_s, 0));
        allWhole.wall.push_back(whole);
        memory.wall.push_back(next.memory());
    }
    const bool isLarge = leads >= 1'000'000;
    print(
        {.name = u"start_first_rows"_s, .rows = leads, .times = painted, .target = isLarge ? 150.0 : 130.0});
    print({.name = u"start_leads_whole"_s,
           .rows = leads,
           .times = leadsWhole,
           .target = isLarge ? 2000.0 : 220.0});
    print({.name = u"start_tables_whole"_s, .rows = leads, .times = allWhole});
    print({.name = u"memory_pss"_s,
           .rows = leads,
           .times = memory,
           .target = isLarge ? 1100.0 : 160.0,
           .unit = u"MB"_s});
    measureRivalStarts(leads, starts);
}

} // namespace Leadline

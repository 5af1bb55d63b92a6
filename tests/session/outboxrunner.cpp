// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "editconflict.h"
#include "memorykeychain.h"
#include "outbox.h"
#include "programstart.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <cstdio>

using namespace Leadline;
using namespace Leadline::Test;
using namespace Qt::StringLiterals;

namespace {

void say(const QString &what)
{
    std::puts(what.toUtf8().constData());
    std::fflush(stdout);
}

/// Somebody who writes one thing after the other, as fast as the disk takes it.
class Writer : public QObject
{
public:
    Writer(const std::shared_ptr<Session> &session, QString label)
        : m_session(session)
        , m_label(std::move(label))
    {
    }

    void writeNext()
    {
        const QString text = u"%1.%2"_s.arg(m_label).arg(m_count);
        const RecordTable &leads = *m_session->leads();
        const quint32 row = quint32(m_count) % leads.rows();
        const QString lead = leads.idAt(row);
        Outbox &outbox = *m_session->outbox();
        switch (m_count++ % 6) {
        case 0:
            m_made = outbox
                         .find(outbox.addCreation(RecordKind::Lead,
                                                  m_session->leadBody({{u"name"_s, u"lead "_s + text}},
                                                                      {{{u"name"_s, u"person "_s + text}}})))
                         ->recordId;
            break;
        case 1:
            outbox.addNote({.leadId = m_made, .note = u"note "_s + text}, {});
            break;
        case 2:
            outbox.addCreation(
                RecordKind::Opportunity,
                {{u"lead_id"_s, m_made}, {u"value"_s, 4200}, {u"note"_s, u"opportunity "_s + text}});
            break;
        case 3:
            outbox.addTask({.leadId = lead, .text = u"task "_s + text}, {});
            break;
        case 4:
            outbox.addCall({.leadId = lead,
                            .direction = u"outbound"_s,
                            .status = u"completed"_s,
                            .note = u"call "_s + text,
                            .duration = 65},
                           {});
            break;
        default:
            outbox.addChange(RecordKind::Lead, lead,
                             {{u"description"_s, leads.valueAt(u"description"_s, row)}},
                             {{u"description"_s, u"change "_s + text}});
        }
        const QString written = m_count % 6 == 0 ? u"change %1 %2"_s.arg(text, lead) : text;
        // The worker answers behind what it has written.
        m_session->countUnsent(this, [this, written](qint64) {
            say(u"wrote "_s + written);
            writeNext();
        });
    }

private:
    std::shared_ptr<Session> m_session;
    QString m_label;
    QString m_made;
    int m_count = 0;
};

} // namespace

/// outbox_runner FOLDER API-URL KEYCHAIN write LABEL | send: a start of the program without its window, in
/// which somebody writes without a network, or what was written is sent. Works until it is killed. Says
/// "wrote LABEL.N" once that is on the disk, "empty" when all is sent, and what keeps it from that.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5)
        return 2;
    MemoryKeychain keychain;
    keychain.takeArgument(arguments.at(3));
    ProgramStart start(keychain, QUrl(arguments.at(2)), arguments.at(1));
    const std::shared_ptr<Session> session = start.sessionAfter([](SignIn &signIn) { signIn.start(); });
    Outbox *outbox = session ? session->outbox() : nullptr;
    const auto isRead = [&] { return outbox->isLoaded() && session->leads()->count() > 1; };
    if (!outbox || !QTest::qWaitFor(isRead, 30000))
        return 3;
    // Long enough for an index that lags, short enough for what never left.
    outbox->setLooking(std::chrono::seconds(2), std::chrono::milliseconds(100));
    if (arguments.at(4) == "write"_L1) {
        // What stands there first is the last snapshot's: the changes since are what one edits.
        session->refresh();
        if (!QTest::qWaitFor([&] { return session->syncState().phase != SyncState::Phase::Loading; }, 30000))
            return 3;
        Writer writer(session, arguments.value(5));
        writer.writeNext();
        return QCoreApplication::exec();
    }
    // As above: what is sent has to be off the disk, too.
    const auto tell = [&application, session, outbox] {
        session->countUnsent(&application, [outbox](qint64) {
            if (outbox->isEmpty())
                say(u"empty"_s);
        });
    };
    QObject::connect(outbox, &Outbox::emptied, &application, tell);
    QObject::connect(outbox, &Outbox::stoppedAt, &application, [](const OutboxEntry &entry) {
        say(u"stopped at %1: %2"_s.arg(entry.name, entry.error->message));
    });
    // Nobody else is there: it would be one with oneself.
    QObject::connect(
        session.get(), &Session::conflictFound, &application, [](const EditConflictPointer &conflict) {
            const FieldConflict &field = conflict->fields().first();
            say(u"conflict over %1: started from %2, wants %3, Close has %4"_s.arg(
                field.field.key, field.before.toString(), field.mine.toString(), field.theirs.toString()));
            conflict->giveUp();
        });
    session->refresh();
    tell();
    return QCoreApplication::exec();
}

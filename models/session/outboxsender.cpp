// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "outboxsender.h"

#include "closeclient.h"
#include "recordrequests.h"
#include "recordwriter.h"
#include "session.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

using Action = OutboxEntry::Action;

/// So much this machine's clock may differ from Close's.
constexpr qint64 ClockSeconds = 15 * 60;

QString firstEmail(const QJsonObject &body)
{
    return body["emails"_L1][0]["email"_L1].toString().toLower();
}

bool isSame(const Lead &lead, const QJsonObject &body)
{
    return lead.name.simplified() == body["name"_L1].toString().simplified();
}

bool isSame(const Contact &contact, const QJsonObject &body)
{
    const QString email = contact.emails.isEmpty() ? QString() : contact.emails.first().email.toLower();
    return contact.name.simplified() == body["name"_L1].toString().simplified() && email == firstEmail(body);
}

bool isSame(const Opportunity &opportunity, const QJsonObject &body)
{
    return opportunity.value.value_or(0) == body["value"_L1].toInteger() &&
           opportunity.note.simplified() == body["note"_L1].toString().simplified();
}

QStringList idsOnLead(const RecordTable &table, const QString &leadId)
{
    QStringList ids;
    for (const quint32 row : table.rowsOfLead(leadId))
        ids.append(table.idAt(row));
    return ids;
}

} // namespace

OutboxSender::OutboxSender(CloseClient &client, RecordWriter &writer, Session &session)
    : m_client(client)
    , m_writer(writer)
    , m_session(session)
{
}

void OutboxSender::setLooking(std::chrono::milliseconds lookFor, std::chrono::milliseconds every)
{
    m_lookFor = lookFor;
    m_lookEvery = every;
}

void OutboxSender::send(const OutboxEntry &entry, const Done &done)
{
    if (entry.action == Action::Note || entry.action == Action::Call) {
        createActivity(entry, done);
        return;
    }
    if (entry.action == Action::Delete) {
        m_writer.remove(entry.kind, entry.recordId, [done](const std::optional<ApiError> &error) {
            if (error)
                done(tl::make_unexpected(*error));
            else
                done({});
        });
        return;
    }
    const bool isChange = entry.action == Action::Change;
    switch (entry.kind) {
    case RecordKind::Lead:
        isChange ? change<Lead>(entry, done) : create<Lead>(entry, done);
        break;
    case RecordKind::Contact:
        isChange ? change<Contact>(entry, done) : create<Contact>(entry, done);
        break;
    case RecordKind::Opportunity:
        isChange ? change<Opportunity>(entry, done) : create<Opportunity>(entry, done);
        break;
    case RecordKind::Task:
        isChange ? change<Task>(entry, done) : createTask(entry, done);
        break;
    }
}

template <typename R>
void OutboxSender::change(const OutboxEntry &entry, const Done &done)
{
    const FieldTable<R> &fields = fieldsOf<R>(*m_session.schema());
    m_writer.update<R>(entry.recordId, bodyValues(fields, entry.before), bodyValues(fields, entry.body), this,
                       [done](const Result<R> &record) {
                           if (record)
                               done({});
                           else
                               done(tl::make_unexpected(record.error()));
                       });
}

/// What an answer to a creation is handed to.
template <typename R>
std::function<void(Result<R>)> OutboxSender::made(const OutboxEntry &entry, const Done &done)
{
    return [entry, done](const Result<R> &record) {
        if (!record) {
            done(tl::make_unexpected(record.error()));
            return;
        }
        QHash<QString, QString> ids{{entry.recordId, record->id}};
        if constexpr (std::is_same_v<R, Lead>) {
            for (qsizetype i = 0; i < qMin(entry.contactIds.size(), record->contacts.size()); ++i)
                ids.insert(entry.contactIds.at(i), record->contacts.at(i).id);
        }
        done(ids);
    };
}

template <typename R>
void OutboxSender::create(const OutboxEntry &entry, const Done &done)
{
    if (entry.isAttempted)
        look<R>(entry, done);
    else
        post<R>(entry, done);
}

template <typename R>
void OutboxSender::post(const OutboxEntry &entry, const Done &done)
{
    m_writer.create<R>(entry.body, this, made<R>(entry, done));
}

template <typename R>
void OutboxSender::look(const OutboxEntry &entry, const Done &done)
{
    if constexpr (std::is_same_v<R, Lead>) {
        QString quoted = entry.body["name"_L1].toString();
        quoted.replace(u'"', u' ');
        ListRequest<Lead> request;
        request.filter.query = u"name:\"%1\""_s.arg(quoted);
        m_client.send(request, this, [this, entry, done](Result<Page<Lead>> page) {
            takeFound<Lead>(entry, page.map([](const Page<Lead> &found) { return found.records; }), done);
        });
    } else {
        m_client.send(GetRequest<Lead>{entry.body["lead_id"_L1].toString()}, this,
                      [this, entry, done](Result<Lead> lead) {
                          takeFound<R>(entry, lead.map([](const Lead &found) {
                              if constexpr (std::is_same_v<R, Contact>)
                                  return found.contacts;
                              else
                                  return found.opportunities;
                          }),
                                       done);
                      });
    }
}

/// What was found is taken; what is not there after a minute is sent again.
template <typename R>
void OutboxSender::takeFound(const OutboxEntry &entry, const Result<QList<R>> &found, const Done &done)
{
    if (!found) {
        // Not even looking was possible, so that it is as unsure as before.
        ApiError error = found.error();
        error.maybeApplied = true;
        done(tl::make_unexpected(std::move(error)));
        return;
    }
    const QString me = m_session.directory().currentUser().id;
    const QDateTime earliest = entry.firstSent.addSecs(-ClockSeconds);
    for (const R &record : *found) {
        const bool isOurs = record.createdBy.isEmpty() || record.createdBy == me;
        const bool isNew = entry.known ? !entry.known->contains(record.id)
                                       : !record.dateCreated.isValid() || record.dateCreated >= earliest;
        if (isOurs && isNew && isSame(record, entry.body)) {
            m_writer.creating<R>(this, made<R>(entry, done))(record);
            return;
        }
    }
    if (entry.firstSent.msecsTo(QDateTime::currentDateTimeUtc()) >= m_lookFor.count())
        post<R>(entry, done);
    else
        QTimer::singleShot(m_lookEvery, this, [this, entry, done] { look<R>(entry, done); });
}

CreationPointer OutboxSender::creationOf(const OutboxEntry &entry) const
{
    auto creation = std::make_shared<Creation>();
    creation->isUnsure = entry.isAttempted;
    creation->firstSent = entry.firstSent;
    if (entry.known)
        creation->knownIds = QSet<QString>(entry.known->begin(), entry.known->end());
    return creation;
}

void OutboxSender::createTask(const OutboxEntry &entry, const Done &done)
{
    const QJsonObject &body = entry.body;
    m_session.createTask({.leadId = body["lead_id"_L1].toString(),
                          .text = body["text"_L1].toString(),
                          .date = QDate::fromString(body["date"_L1].toString(), Qt::ISODate),
                          .assignedTo = body["assigned_to"_L1].toString()},
                         creationOf(entry), this, made<Task>(entry, done));
}

void OutboxSender::createActivity(const OutboxEntry &entry, const Done &done)
{
    const QJsonObject &body = entry.body;
    const auto text = [&body](QLatin1StringView key) { return body[key].toString(); };
    const auto answered = [done](const Result<Activity> &activity) {
        if (activity)
            done({});
        else
            done(tl::make_unexpected(activity.error()));
    };
    if (entry.action == Action::Note)
        m_session.createNote(
            {.leadId = text("lead_id"_L1), .note = text("note"_L1), .isPinned = body["pinned"_L1].toBool()},
            creationOf(entry), this, answered);
    else
        m_session.createCall({.leadId = text("lead_id"_L1),
                              .contactId = text("contact_id"_L1),
                              .phone = text("phone"_L1),
                              .direction = text("direction"_L1),
                              .status = text("status"_L1),
                              .outcomeId = text("outcome_id"_L1),
                              .note = text("note"_L1),
                              .duration = body["duration"_L1].toInt()},
                             creationOf(entry), this, answered);
}

/// Of a lead's notes and calls nothing is in the tables: Close is asked.
void OutboxSender::findSimilar(const OutboxEntry &entry,
                               const std::function<void(std::optional<QStringList>)> &done)
{
    if (entry.action == Action::Create) {
        done(similarRecords(entry));
        return;
    }
    const QString type = entry.action == Action::Note ? u"Note"_s : u"Call"_s;
    m_session.loadActivities({entry.recordId, {type}, 0}, this, [done](const Result<ActivityPage> &page) {
        if (!page) {
            done({});
            return;
        }
        QStringList ids;
        for (const Activity &activity : page->activities)
            ids.append(activity.id);
        done(ids);
    });
}

std::optional<QStringList> OutboxSender::similarRecords(const OutboxEntry &entry) const
{
    if (!m_session.syncState().finished.isValid())
        return {};
    if (entry.kind != RecordKind::Lead)
        return idsOnLead(*m_session.table(entry.kind), entry.body["lead_id"_L1].toString());
    const RecordTable &leads = *m_session.leads();
    const int name = leads.fields().indexOf(u"shown_name"_s);
    QStringList ids;
    for (quint32 row = 0; row < leads.rows(); ++row) {
        if (leads.isLive(row) && leads.textAt(name, row) == entry.body["name"_L1].toString())
            ids.append(leads.idAt(row));
    }
    return ids;
}

} // namespace Leadline

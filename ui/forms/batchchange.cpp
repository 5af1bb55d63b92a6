// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "batchchange.h"

#include "messagebar.h"
#include "session.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// More failures than these are counted, not listed.
constexpr int FailuresListed = 3;

QString reasonOf(const ApiError &error)
{
    if (!error.fieldErrors.isEmpty())
        return error.fieldErrors.first();
    return error.kind == ApiError::Kind::Offline ? BatchChange::tr("no connection to Close") : error.message;
}

BatchChange::Changes turnedBack(const BatchChange::Changes &changes)
{
    BatchChange::Changes back;
    for (auto change = changes.cbegin(); change != changes.cend(); ++change)
        back.insert(change.key(), {change->after, change->before});
    return back;
}

QString undoneSentence(const QStringList &names)
{
    return names.size() == 1
               ? BatchChange::tr("%1 is as it was before.").arg(names.first())
               : BatchChange::tr("%n record(s) are as they were before.", nullptr, int(names.size()));
}

QVariant taskValue(const FormContext &context, const QString &id, const QString &key)
{
    const RecordTable *tasks = context.session->tasks();
    const int row = tasks->rowOf(id);
    return row < 0 ? QVariant() : tasks->valueAt(key, quint32(row));
}

} // namespace

void BatchChange::send(const FormContext &context, RecordKind kind, const Changes &changes,
                       std::function<QString(const QStringList &)> sentence, std::function<void()> finished)
{
    if (changes.isEmpty() || !context.session)
        return;
    auto *batch = new BatchChange(context, kind);
    batch->m_changes = changes;
    batch->m_sentence = std::move(sentence);
    batch->m_finished = std::move(finished);
    batch->m_waiting = changes.size();
    for (auto change = changes.cbegin(); change != changes.cend(); ++change)
        batch->sendOne(change.key(), *change);
}

BatchChange::BatchChange(const FormContext &context, RecordKind kind)
    : QObject(context.session)
    , m_context(context)
    , m_kind(kind)
{
}

void BatchChange::sendOne(const QString &id, const Change &change)
{
    m_context.session->change(m_kind, id, change.before, change.after, this,
                              [this, id](const Result<Written> &written) { take(id, written); });
}

void BatchChange::take(const QString &id, const Result<Written> &written)
{
    if (!written)
        m_failures.insert(id, reasonOf(written.error()));
    else if (*written == Written::Waits)
        m_waits.insert(id);
    if (--m_waiting > 0)
        return;
    report();
    if (m_finished)
        m_finished();
    deleteLater();
}

void BatchChange::report()
{
    if (!m_context.messages)
        return;
    Changes done;
    Changes failed;
    QStringList names;
    QStringList reasons;
    for (auto change = m_changes.cbegin(); change != m_changes.cend(); ++change) {
        // The outbox has told of it.
        if (m_waits.contains(change.key()))
            continue;
        const QString name = m_context.session->nameOf(m_kind, change.key());
        if (const auto failure = m_failures.constFind(change.key()); failure != m_failures.cend()) {
            failed.insert(change.key(), *change);
            reasons.append(tr("%1: %2").arg(name, *failure));
        } else {
            done.insert(change.key(), *change);
            names.append(name);
        }
    }
    if (names.isEmpty() && reasons.isEmpty())
        return;
    QStringList parts;
    if (!names.isEmpty())
        parts.append(m_sentence(names));
    if (!reasons.isEmpty())
        parts.append(tr("Not changed: %1").arg(reasons.mid(0, FailuresListed).join(u"; "_s)));
    if (reasons.size() > FailuresListed)
        parts.append(tr("and %n more.", nullptr, int(reasons.size()) - FailuresListed));
    MessageBar::Message message;
    message.id = u"changed"_s;
    message.kind = reasons.isEmpty() ? MessageBar::Kind::Info : MessageBar::Kind::Error;
    message.text = parts.join(u' ');
    const auto action = [this](const Changes &changes, const auto &sentence) {
        return [context = m_context, kind = m_kind, changes, sentence] {
            send(context, kind, changes, sentence);
        };
    };
    if (!done.isEmpty())
        message.actions.append({tr("Undo"), action(turnedBack(done), undoneSentence)});
    if (!failed.isEmpty())
        message.actions.append({tr("Try Again"), action(failed, m_sentence)});
    m_context.messages->post(message);
}

void setTasksDone(const FormContext &context, const QStringList &ids, bool done,
                  std::function<void()> finished)
{
    BatchChange::Changes changes;
    for (const QString &id : ids)
        changes.insert(id, {{{u"is_complete"_s, !done}}, {{u"is_complete"_s, done}}});
    const auto sentence = [done](const QStringList &names) {
        if (names.size() == 1)
            return (done ? BatchChange::tr("Done: %1") : BatchChange::tr("To be done again: %1"))
                .arg(names.first());
        return done ? BatchChange::tr("%n task(s) done.", nullptr, int(names.size()))
                    : BatchChange::tr("%n task(s) to be done again.", nullptr, int(names.size()));
    };
    BatchChange::send(context, RecordKind::Task, changes, sentence, std::move(finished));
}

void rescheduleTasks(const FormContext &context, const QStringList &ids, const QDate &day)
{
    BatchChange::Changes changes;
    for (const QString &id : ids) {
        const QVariant before = taskValue(context, id, u"date"_s);
        if (before.toDate() != day)
            changes.insert(id, {{{u"date"_s, before}}, {{u"date"_s, day}}});
    }
    const QString when = context.locale.toString(day, QLocale::ShortFormat);
    const auto sentence = [when](const QStringList &names) {
        return names.size() == 1
                   ? BatchChange::tr("%1 is due on %2.").arg(names.first(), when)
                   : BatchChange::tr("%n task(s) are due on %1.", nullptr, int(names.size())).arg(when);
    };
    BatchChange::send(context, RecordKind::Task, changes, sentence);
}

} // namespace Leadline

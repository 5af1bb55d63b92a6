// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "cardmover.h"

#include "messagebar.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int MostFailures = 3; ///< named one by one

QString refusalOf(const ApiError &error)
{
    if (!error.fieldErrors.isEmpty())
        return error.fieldErrors.first();
    return error.kind == ApiError::Kind::Offline ? CardMover::tr("no connection to Close") : error.message;
}

} // namespace

CardMover::CardMover(PipelineModel *model, const FormContext &context, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_context(context)
{
}

QString CardMover::nameOf(const QString &id) const
{
    const RecordTable *table = m_context.session->opportunities();
    const int row = table->rowOf(id);
    return row < 0 ? id : table->valueAt(u"lead_name"_s, quint32(row)).toString();
}

/// What Close has, or will have once it has answered all that was sent.
CardMover::Values CardMover::heldValues(const QString &id, const QStringList &keys) const
{
    const RecordTable *table = m_context.session->opportunities();
    const int row = table->rowOf(id);
    Values values;
    for (const QString &key : keys) {
        values.insert(key, table->valueAt(key, quint32(row)));
        for (const Move &move : m_pending.value(id)) {
            if (move.after.contains(key))
                values.insert(key, move.after.value(key));
        }
    }
    return values;
}

/// Nothing for an opportunity that has gone, or has these values.
std::optional<CardMover::Move> CardMover::moveOf(const QString &id, const Values &after) const
{
    if (after.isEmpty() || !m_context.session->opportunities()->contains(id))
        return {};
    const Values before = heldValues(id, after.keys());
    // One that is won on the very day it was expected is moved nevertheless.
    return before == after ? std::nullopt : std::optional(Move{id, before, after, 0});
}

bool CardMover::isForbidden()
{
    if (!m_context.session || !m_context.session->isReadOnly())
        return !m_context.session;
    if (m_context.messages)
        m_context.messages->post({u"move"_s,
                                  MessageBar::Kind::Warning,
                                  tr("Read-only: nothing is changed in Close."),
                                  {},
                                  true});
    return true;
}

void CardMover::move(const QStringList &ids, const QString &statusId)
{
    if (isForbidden())
        return;
    Values after{{u"status_id"_s, statusId}};
    if (m_context.session->directory().statusType(statusId) == "won"_L1)
        after.insert(u"date_won"_s, m_context.today());
    QList<Move> moves;
    for (const QString &id : ids) {
        if (heldValues(id, {u"status_id"_s}).value(u"status_id"_s) == statusId)
            continue;
        if (const auto move = moveOf(id, after))
            moves.append(*move);
    }
    start(moves, {.target = statusId});
}

void CardMover::moveToGroup(const QStringList &ids, const QString &groupKey)
{
    const int group = m_model->groupOfKey(groupKey);
    if (group < 0 || isForbidden())
        return;
    QList<Move> moves;
    for (const QString &id : ids) {
        if (const auto move = moveOf(id, m_model->moveValues(id, group).value_or(Values())))
            moves.append(*move);
    }
    start(moves, {.target = groupKey});
}

void CardMover::change(const QStringList &ids, const QVariantMap &values)
{
    if (isForbidden())
        return;
    QList<Move> moves;
    for (const QString &id : ids) {
        if (const auto move = moveOf(id, values))
            moves.append(*move);
    }
    start(moves, {});
}

void CardMover::start(const QList<Move> &moves, const Batch &batch)
{
    if (moves.isEmpty())
        return;
    const int number = m_nextBatch++;
    Batch shown = batch;
    shown.waiting = int(moves.size());
    m_batches.insert(number, shown);
    for (Move move : moves) {
        move.batch = number;
        QList<Move> &waiting = m_pending[move.id];
        waiting.append(move);
        show(move.id);
        if (waiting.size() == 1)
            send(move);
    }
    shown.done = moves;
    Q_EMIT announced(movedText(shown));
}

/// What the card will be when Close has answered all.
void CardMover::show(const QString &id)
{
    Values values;
    for (const Move &move : m_pending.value(id))
        values.insert(move.after);
    m_model->setShownValues(id, values);
}

void CardMover::send(const Move &move)
{
    Values before = move.before;
    // Said even where it is the expected close already, so that Close does not keep its own guess.
    if (move.after.contains(u"date_won"_s) &&
        move.before.value(u"date_won"_s) == move.after.value(u"date_won"_s))
        before.insert(u"date_won"_s, QVariant());
    m_context.session->change(RecordKind::Opportunity, move.id, before, move.after, this,
                              [this, move](const Result<Written> &written) { onAnswer(move, written); });
}

void CardMover::onAnswer(const Move &move, const Result<Written> &written)
{
    QList<Move> &waiting = m_pending[move.id];
    waiting.removeFirst();
    QList<int> over{move.batch};
    Batch &batch = m_batches[move.batch];
    if (!written) {
        batch.failures.append(tr("%1: %2").arg(nameOf(move.id), refusalOf(written.error())));
        // What was to follow stood on this move.
        for (const Move &dropped : std::as_const(waiting)) {
            m_batches[dropped.batch].failures.append(
                tr("%1: the move before it failed").arg(nameOf(dropped.id)));
            over.append(dropped.batch);
        }
        waiting.clear();
    } else if (*written == Written::Sent) {
        batch.done.append(move);
    }
    if (waiting.isEmpty()) {
        m_pending.remove(move.id);
        m_model->setShownValues(move.id, {});
    } else {
        show(move.id);
        send(Move(waiting.first()));
    }
    for (const int number : over) {
        if (--m_batches[number].waiting == 0)
            report(m_batches.take(number));
    }
}

QString CardMover::titleOf(const QString &target) const
{
    const int group = m_model->groupOfKey(target);
    return group < 0 ? m_context.session->directory().nameOf(target) : m_model->groupTitle(group);
}

QString CardMover::movedText(const Batch &batch) const
{
    const QString what =
        batch.done.size() == 1 ? nameOf(batch.done.first().id) : m_model->countText(int(batch.done.size()));
    if (batch.isUndo)
        return batch.target.isEmpty() ? tr("%1: the change is undone.").arg(what)
                                      : tr("%1: the move is undone.").arg(what);
    if (batch.target.isEmpty()) {
        QStringList names;
        for (const QString &key : batch.done.first().after.keys()) {
            if (const Field *field = m_context.session->opportunities()->fields().find(key))
                names.append(field->accessibleName());
        }
        return tr("Changed %1: %2.").arg(what, names.join(u", "_s));
    }
    const int group = m_model->groupOfKey(batch.target);
    if (group < 0)
        return tr("Moved %1 to %2.").arg(what, titleOf(batch.target));
    const PipelineTotals &totals = m_model->groupTotals(group);
    return tr("Moved %1 to %2: %3, %4.")
        .arg(what, titleOf(batch.target), m_model->countText(m_model->groupSize(group)),
             m_model->headline(totals.headlineValue(), totals.headlinePeriod()));
}

/// A deal that is won has a day and a value worth a look, one that is lost a reason worth a note.
void CardMover::addDetails(const Batch &batch, QList<std::pair<QString, std::function<void()>>> *actions)
{
    const QString type = m_context.session->directory().statusType(batch.target);
    if (type != "won"_L1 && type != "lost"_L1)
        return;
    QStringList ids;
    for (const Move &move : batch.done)
        ids.append(move.id);
    const bool isWon = type == "won"_L1;
    const QString text = isWon ? tr("Date and Value…") : tr("Add a Note…");
    const QString title = isWon ? tr("Won: date and value") : tr("Lost: what was the reason?");
    const QStringList keys = isWon ? QStringList{u"date_won"_s, u"value"_s} : QStringList{u"note"_s};
    actions->append({text, [mover = QPointer<CardMover>(this), ids, title, keys] {
                         if (mover)
                             Q_EMIT mover->detailsOffered(ids, title, keys);
                     }});
}

void CardMover::report(const Batch &batch)
{
    // Of moves that wait in the outbox that tells.
    if (!m_context.messages || !m_context.session || (batch.done.isEmpty() && batch.failures.isEmpty()))
        return;
    QStringList parts;
    if (!batch.done.isEmpty())
        parts.append(movedText(batch));
    if (!batch.failures.isEmpty())
        parts.append(tr("Moved back: %1").arg(batch.failures.mid(0, MostFailures).join(u"; "_s)));
    if (batch.failures.size() > MostFailures)
        parts.append(tr("and %1 more.").arg(batch.failures.size() - MostFailures));
    if (!batch.failures.isEmpty())
        Q_EMIT announced(parts.join(u' '));
    MessageBar::Message message{u"move"_s,
                                batch.failures.isEmpty() ? MessageBar::Kind::Info : MessageBar::Kind::Error,
                                parts.join(u' '),
                                {},
                                true};
    QList<std::pair<QString, std::function<void()>>> actions;
    if (!batch.done.isEmpty() && !batch.isUndo) {
        addDetails(batch, &actions);
        actions.append({tr("Undo"), [mover = QPointer<CardMover>(this), batch] {
                            if (!mover)
                                return;
                            QList<Move> back;
                            for (const Move &move : batch.done)
                                back.append({move.id, move.after, move.before, 0});
                            mover->start(back, {.target = batch.target, .isUndo = true});
                        }});
    }
    for (const auto &[text, run] : actions)
        message.actions.append({text, run});
    m_context.messages->post(message);
}

} // namespace Leadline

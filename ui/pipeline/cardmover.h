// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "pipelinemodel.h"
#include "session.h"

#include <QObject>
#include <QPointer>

namespace Leadline {

/// Moves opportunities to another group, or changes some of their values: at once on the screen, then at Close;
/// back again, with the reason, when Close refuses. What was changed can be undone from the message bar. Changes
/// of one card go to Close one after the other, so that the last one wins.
class CardMover : public QObject
{
    Q_OBJECT

public:
    /// Nothing is owned; all of it outlives this.
    CardMover(PipelineModel *model, const FormContext &context, QObject *parent = nullptr);

    /// To another status. To a won one with today as date_won: in Close that field holds the expected close of
    /// an open deal, which would stay there otherwise (observed: opportunity-active-date-won.json).
    void move(const QStringList &ids, const QString &statusId);
    /// To another group of the model, whatever it is grouped by.
    void moveToGroup(const QStringList &ids, const QString &groupKey);
    /// Gives all of them the same values, by field key.
    void change(const QStringList &ids, const QVariantMap &values);
    /// Whether an answer is awaited.
    bool isBusy() const { return !m_pending.isEmpty(); }
    /// Whether one about this opportunity is.
    bool isBusy(const QString &id) const { return m_pending.contains(id); }

Q_SIGNALS:
    /// "Moved Acme to Proposal sent: 12 opportunities, € 84,000.": for the screen reader and the status line.
    void announced(const QString &text);
    /// More of opportunities that were won or lost is worth asking: fields by key.
    void detailsOffered(const QStringList &ids, const QString &title, const QStringList &keys);

private:
    /// The values a move changes, by field key.
    using Values = QVariantMap;
    struct Move
    {
        QString id;
        Values before;
        Values after;
        int batch = 0;
    };
    struct Batch
    {
        int waiting = 0;
        QString target;       ///< the group's key; blank for a change of values
        bool isUndo = false;
        QList<Move> done{};
        QStringList failures{};
    };

    bool isForbidden();
    Values heldValues(const QString &id, const QStringList &keys) const;
    std::optional<Move> moveOf(const QString &id, const Values &after) const;
    void start(const QList<Move> &moves, const Batch &batch);
    void show(const QString &id);
    void send(const Move &move);
    void onAnswer(const Move &move, const Result<Written> &written);
    void report(const Batch &batch);
    void addDetails(const Batch &batch, QList<std::pair<QString, std::function<void()>>> *actions);
    QString nameOf(const QString &id) const;
    QString movedText(const Batch &batch) const;
    QString titleOf(const QString &target) const;

    PipelineModel *m_model;
    FormContext m_context;
    QHash<QString, QList<Move>> m_pending; ///< by card: the one at Close, then those that wait for its answer
    QHash<int, Batch> m_batches;
    int m_nextBatch = 1;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "formcontext.h"
#include "recordkind.h"
#include "result.h"
#include "written.h"

#include <QMap>
#include <QObject>
#include <QSet>
#include <QVariantMap>


namespace Leadline {

/// The same change of one or several records: sends each, counts the answers and says in the window's message
/// bar what came of it, record by record where something failed, with Undo and Try Again. It deletes itself.
class BatchChange : public QObject
{
    Q_OBJECT

public:
    struct Change
    {
        QVariantMap before{}; ///< of the fields that change, by key
        QVariantMap after{};
    };
    using Changes = QMap<QString, Change>; ///< by record id

    /// \a sentence says what was done to the records with these names. \a finished runs behind the last
    /// answer.
    static void send(const FormContext &context, RecordKind kind, const Changes &changes,
                     std::function<QString(const QStringList &names)> sentence,
                     std::function<void()> finished = {});

private:
    BatchChange(const FormContext &context, RecordKind kind);
    void sendOne(const QString &id, const Change &change);
    void take(const QString &id, const Result<Written> &written);
    void report();

    FormContext m_context;
    RecordKind m_kind;
    Changes m_changes;
    std::function<QString(const QStringList &)> m_sentence;
    std::function<void()> m_finished;
    QMap<QString, QString> m_failures; ///< why, by record
    QSet<QString> m_waits;             ///< records whose change is in the outbox
    qsizetype m_waiting = 0;
};

/// Completes or reopens tasks. \a finished runs behind the last answer.
void setTasksDone(const FormContext &context, const QStringList &ids, bool done,
                  std::function<void()> finished = {});
/// Gives tasks another day.
void rescheduleTasks(const FormContext &context, const QStringList &ids, const QDate &day);

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace Leadline {

class LocalCopy;
struct CopyError;

/// The one thread behind the screen: decodes answers and owns the local copy. Work is done in the order it is
/// handed in. Ending it waits for the piece under way and for what has to be done; the rest is dropped.
class Worker : public QObject
{
    Q_OBJECT

public:
    /// What becomes of a job that is still waiting when the worker ends.
    enum class AtEnd {
        Drop,
        Do, ///< such as a person's text on its way to the disk; who asked is not told any more
    };

    explicit Worker(QObject *parent = nullptr);
    ~Worker() override;

    /// Opens the copy that later jobs are given; the answer says why there is none.
    void openCopy(const QString &folder, const QByteArray &key, QObject *context,
                  std::function<void(std::optional<CopyError>)> done);
    /// Closes it; later jobs are given none.
    void closeCopy(QObject *context, std::function<void()> done);

    /// Runs `work` on the worker's thread and then `done(result)` on this object's thread, unless `context`,
    /// which lives on this object's thread, has gone by then. `work` touches only what it was given. It may
    /// take a LocalCopy *, which is null where there is none.
    template <typename Work, typename Done>
    void run(Work work, QObject *context, Done done, AtEnd atEnd = AtEnd::Drop)
    {
        using Answer = decltype(invoke(work));
        // `done` waits here: were a copy of it destroyed in the thread, it could take this worker with it there.
        const quint64 ticket = await([guard = QPointer<QObject>(context), done = std::move(done)](void *answer) mutable {
            if (guard)
                done(std::move(**static_cast<Answer *>(answer)));
        });
        post(atEnd, [this, ticket, work = std::move(work)]() mutable {
            auto answer = invoke(work);
            QMetaObject::invokeMethod(this, [this, ticket, answer]() mutable { finish(ticket, &answer); });
        });
    }

private:
    struct InThread;

    template <typename Work>
    auto invoke(Work &work)
    {
        if constexpr (std::is_invocable_v<Work &, LocalCopy *>)
            return std::make_shared<std::invoke_result_t<Work &, LocalCopy *>>(work(copy()));
        else
            return std::make_shared<std::invoke_result_t<Work &>>(work());
    }

    LocalCopy *copy() const;
    void post(AtEnd atEnd, std::function<void()> job);
    quint64 await(std::function<void(void *)> taker);
    void finish(quint64 ticket, void *answer);

    QThread m_thread;
    std::atomic_bool m_isEnding = false;
    InThread *m_inThread = nullptr;
    quint64 m_lastTicket = 0;
    std::unordered_map<quint64, std::function<void(void *)>> m_awaited; ///< what takes the answers, by ticket
};

} // namespace Leadline

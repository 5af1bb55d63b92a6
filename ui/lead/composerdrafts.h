// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "keptdraft.h"
#include "session.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <tuple>

class QKeyEvent;
class QWidget;

namespace Leadline {

/// The small writes about a lead.
enum class ComposerKind { Note, Call, Task };

/// N writes a note, C logs a call, T adds a task: wherever a lead is current and no text is typed.
std::optional<ComposerKind> composerKindOf(const QKeyEvent &event);

/// What is written: on which lead, what, and, where it is there already, which task.
struct ComposerKey
{
    QString leadId{};
    ComposerKind kind = ComposerKind::Note;
    QString taskId{};

    bool operator==(const ComposerKey &) const = default;
    friend bool operator<(const ComposerKey &a, const ComposerKey &b)
    {
        return std::tie(a.leadId, a.kind, a.taskId) < std::tie(b.leadId, b.kind, b.taskId);
    }
};

/// What a kept draft of a note, call or task is about.
ComposerKey composerKeyOf(const KeptDraft &draft);

/// What was typed and is not in Close yet.
struct ComposerDraft
{
    QVariantMap values{}; ///< as the composer holds them
    QVariantMap before{}; ///< of the task that is changed
    bool isSending = false;
    bool isFolded = false; ///< put aside, not thrown away
    QString error{};       ///< why the last attempt failed
    /// An attempt may have arrived: what was sent must not be altered until Close was asked.
    bool isUnsure = false;
    CreationPointer creation = std::make_shared<Creation>();
    QString keptId{}; ///< under which it is kept; blank until it is
};

/// All drafts of notes, calls and tasks, by lead. They outlive the lead that is shown, and the requests are
/// theirs: an answer that comes when another lead is shown still finds the text it is about. They are kept
/// like those of forms, soon after something was typed, and are there again after the next start.
class ComposerDrafts : public QObject
{
    Q_OBJECT

public:
    explicit ComposerDrafts(const FormContext &context, QObject *parent = nullptr);
    ~ComposerDrafts() override;

    /// Nothing when there is no such draft.
    const ComposerDraft *find(const ComposerKey &key) const;
    /// The drafts of a lead, those put aside included.
    QList<ComposerKey> keysOf(const QString &leadId) const;
    bool isEmpty() const { return m_drafts.isEmpty(); }

    /// Holds what was typed. \a before is of a task that is changed.
    void keep(const ComposerKey &key, const QVariantMap &values, const QVariantMap &before = {});
    void setFolded(const ComposerKey &key, bool folded);
    /// Throws a draft away; the message bar offers it back.
    void discard(const ComposerKey &key);
    void forget(const ComposerKey &key);
    /// Sends what is held, or leaves it to the outbox where Close cannot be reached.
    void send(const ComposerKey &key);
    /// While \a composer is visible it says what becomes of the draft, else the message bar does.
    void setShownBy(const ComposerKey &key, QWidget *composer, bool shown);

Q_SIGNALS:
    void changed(const Leadline::ComposerKey &key);
    /// It stands in Close or in the outbox, and the draft is gone.
    void saved(const Leadline::ComposerKey &key);

private:
    void follow();
    void restore();
    void noteChange(const ComposerKey &key);
    void keepNow();
    void handIn(const ComposerKey &key, std::function<void(bool isSafe)> then = {});
    void unkeep(const QString &keptId);
    void sendNow(const ComposerKey &key);
    void sendNote(const ComposerKey &key, const ComposerDraft &draft);
    void sendCall(const ComposerKey &key, const ComposerDraft &draft);
    bool mustWait(const ComposerKey &key, const ComposerDraft &draft) const;
    void queue(const ComposerKey &key, const ComposerDraft &draft);
    void sendTask(const ComposerKey &key, const ComposerDraft &draft);
    void take(const ComposerKey &key, const std::optional<ApiError> &error);
    void holdBack(const ComposerKey &key, bool isFirst);
    void explain(const ComposerKey &key, const QString &text);
    QString errorText(const ComposerDraft &draft, const ApiError &error) const;
    QString nameOf(const ComposerKey &key) const;
    bool isSeen(const ComposerKey &key) const;

    FormContext m_context;
    QMap<ComposerKey, ComposerDraft> m_drafts;
    QMultiMap<ComposerKey, QPointer<QWidget>> m_composers;
    QList<ComposerKey> m_unkept; ///< changed since they were kept
    QTimer m_keepTimer;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keptdraft.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace Leadline {

class DraftKeeper;
class Session;

/// The draft of one open form: kept soon after something was typed, and at once where the form is about to
/// go. One sealed document per form.
class FormDraft : public QObject
{
    Q_OBJECT

public:
    /// \a read gives what stands in the form now; without parts when nothing is worth keeping. The keeper of
    /// \a session is not owned.
    FormDraft(Session &session, std::function<KeptDraft()> read, QObject *parent);
    ~FormDraft() override;

    /// Goes on under the name of a draft that was kept before; what is held under another one stays there.
    void takeOver(const KeptDraft &draft);
    /// Something was typed.
    void noteChange();
    /// Keeps what stands there, or takes the draft away where that is nothing. \a then is told false where it
    /// could not be put on the disk, and true once it is there, or is not wanted there at all.
    void keepNow(std::function<void(bool isSafe)> then = {});
    /// What was typed is in Close, or thrown away on purpose.
    void remove();
    /// Keeps it and ends: from here on it is offered again. Answers with the draft's id, blank without one.
    QString letGo();
    /// Removes it and ends.
    void end();

    /// Whether drafts are there again after the program has ended.
    bool isKept() const;

Q_SIGNALS:
    /// Something was typed.
    void noted();
    /// It is on disk, or, with false, could not be put there.
    void written(bool isWritten);

private:
    void finish();

    QPointer<DraftKeeper> m_keeper;
    std::function<KeptDraft()> m_read;
    QString m_id; ///< blank while there is nothing to keep
    QTimer m_timer;
    bool m_isOver = false;
};

} // namespace Leadline

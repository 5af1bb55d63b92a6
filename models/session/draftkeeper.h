// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keptdraft.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace Leadline {

class Worker;

/// The drafts of an organization: sealed in its local copy, where there is one, and in memory. The screen
/// never waits for the disk; what was handed in reaches it also when the program ends meanwhile.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    /// Reads what is there. \a worker is not owned and outlives this; \a isKept says whether it has a copy
    /// open.
    DraftKeeper(Worker &worker, bool isKept, QObject *parent = nullptr);

    /// Whether drafts are there again after the program has ended.
    bool isKept() const { return m_isKept; }
    /// The local copy has gone: from now on drafts are in memory only.
    void setNotKept();
    /// Whether what was there has been read.
    bool isLoaded() const { return m_isLoaded; }

    /// All of them, the one that was changed last at the end.
    const QList<KeptDraft> &drafts() const { return m_drafts; }
    const KeptDraft *find(const QString &id) const;
    /// Those that nobody is typing in.
    QList<KeptDraft> unattended() const;
    /// Whether somebody is typing in the draft with \a id; it need not be there yet.
    void setAttended(const QString &id, bool attended);

    /// Takes the draft in place of the one with its id. \a done, if any, is told whether it is on disk.
    void keep(KeptDraft draft, QObject *context = nullptr, std::function<void(bool)> done = {});
    void remove(const QString &id);
    /// Takes those over that are not here: of the session before, which is about the same organization.
    void adopt(const QList<KeptDraft> &drafts);

    static QString makeId();

Q_SIGNALS:
    void loaded();
    void changed();

private:
    void load();
    bool take(const KeptDraft &draft);

    Worker &m_worker;
    bool m_isKept;
    bool m_isLoaded = false;
    QList<KeptDraft> m_drafts;
    QSet<QString> m_attended;
    QSet<QString> m_removed; ///< while the others are being read
};

} // namespace Leadline

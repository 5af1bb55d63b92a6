// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "duplicates.h"
#include "session.h"

#include <QTimer>

namespace Leadline {

/// Looks for the leads that a form may be about to make a second time: at once in what is loaded, and, when
/// nobody has typed for a moment, on Close, whose answer goes into the table. Belongs to its form.
class DuplicateFinder : public QObject
{
    Q_OBJECT

public:
    /// The session is not owned and may end first.
    explicit DuplicateFinder(Session &session, QObject *parent = nullptr);

    void setQuery(const DuplicateQuery &query);
    const QList<PossibleDuplicate> &found() const { return m_found; }

Q_SIGNALS:
    /// What was found is another list now.
    void changed();

private:
    void lookHere();
    void askClose();

    QPointer<Session> m_session;
    DuplicateQuery m_query;
    QList<PossibleDuplicate> m_found;
    QTimer m_here;
    QTimer m_there;
    std::unique_ptr<QObject> m_request; ///< what is under way ends with the query it was made for
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>

namespace Leadline {

/// Where the window has been, for back and forward. A place is a string its owner understands
/// ("leads", "lead/lead_abc", "view/save_x").
class History : public QObject
{
    Q_OBJECT

public:
    explicit History(QObject *parent = nullptr);

    /// The window went to \a place by itself; what lay forward is forgotten. The same place twice is one.
    void visit(const QString &place);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_places.size(); }
    void goBack();
    void goForward();
    QString current() const { return m_places.value(m_at); }
    void clear();

Q_SIGNALS:
    /// goBack() or goForward() leads to \a place: show it.
    void revisited(const QString &place);
    void changed();

private:
    QStringList m_places;
    qsizetype m_at = -1;
};

} // namespace Leadline

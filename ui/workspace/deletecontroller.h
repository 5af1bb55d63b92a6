// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pendingdeletes.h"
#include "session.h"

#include <QObject>

namespace Leadline {

class MainWindow;

/// Deleting records: says what goes with them, asks, and lets the person take it back until it is sent.
class DeleteController : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    DeleteController(Session &session, MainWindow &window, QObject *parent = nullptr);

    /// Asks, over \a over or the window; \a confirmed runs when the answer is yes.
    void ask(RecordKind kind, const QStringList &ids, QWidget *over = nullptr,
             const std::function<void()> &confirmed = {});
    /// Takes back what waits to be deleted; false when nothing does.
    bool takeBack();
    /// False, and a question is asked, while something waits to be deleted.
    bool mayClose();

private:
    QString question(RecordKind kind, const QStringList &ids) const;
    QString consequences(RecordKind kind, const QStringList &ids) const;
    QString called(const PendingDeletes::Entry &entry) const;
    void tellWaiting();
    void tellFailure(const PendingDeletes::Entry &entry, const ApiError &error);
    void deleteAndClose();

    Session &m_session;
    MainWindow &m_window;
    bool m_closing = false;
};

} // namespace Leadline

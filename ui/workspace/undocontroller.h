// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "messagebar.h"
#include "session.h"
#include "undostack.h"

#include <QObject>
#include <QTimer>

namespace Leadline {

class DeleteController;
class MainWindow;

/// Ctrl+Z and the Undo of the message bar: takes back a deletion that waits, else the last save.
class UndoController : public QObject
{
    Q_OBJECT

public:
    /// None is owned.
    UndoController(Session &session, MainWindow &window, DeleteController &deleter,
                   QObject *parent = nullptr);

    void undoLast();
    /// Says what was saved, with the way back.
    void offer(RecordKind kind, const QString &id);
    /// The same, with what may be done next.
    void offerWith(const QString &id, const QList<MessageBar::Action> &next);

Q_SIGNALS:
    /// A record that waits to be made is not wanted.
    void dropRequested(const QString &outboxEntryId);

private:
    void undo(const UndoStack::Entry &entry);
    QString called(const UndoStack::Entry &entry) const;

    Session &m_session;
    MainWindow &m_window;
    DeleteController &m_deleter;
    QTimer m_fade;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "editconflict.h"
#include "formcontext.h"

#include <QObject>

namespace Leadline {

/// Asks about saves that met somebody else's change, one after the other, over the form or the window.
class ConflictPresenter : public QObject
{
    Q_OBJECT

public:
    /// Nothing is owned.
    ConflictPresenter(const FormContext &context, QWidget *window, QObject *parent = nullptr);

private:
    void showNext();

    FormContext m_context;
    QWidget *m_window;
    QList<EditConflictPointer> m_waiting;
    bool m_shown = false;
};

} // namespace Leadline

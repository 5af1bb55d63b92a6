// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "conflictpresenter.h"

#include "conflictdialog.h"
#include "session.h"

#include <QApplication>

namespace Leadline {

ConflictPresenter::ConflictPresenter(const FormContext &context, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_window(window)
{
    connect(m_context.session.data(), &Session::conflictFound, this,
            [this](const EditConflictPointer &conflict) {
                m_waiting.append(conflict);
                showNext();
            });
}

void ConflictPresenter::showNext()
{
    if (m_shown || m_waiting.isEmpty() || !m_context.session)
        return;
    m_shown = true;
    QWidget *form = QApplication::activeModalWidget();
    auto *dialog = new ConflictDialog(m_context, m_waiting.takeFirst(), form ? form : m_window);
    connect(dialog, &QObject::destroyed, this, [this] {
        m_shown = false;
        showNext();
    });
    dialog->open();
}

} // namespace Leadline

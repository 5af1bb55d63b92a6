// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "formdialog.h"

class QLabel;

namespace Leadline {

class LeadEditor;

/// Merges a lead into another: says what becomes of both before anything is sent, because Close cannot take
/// it back. Shown with open(); deletes itself.
class MergeDialog : public FormDialog
{
    Q_OBJECT

public:
    /// With a blank \a destination the person chooses one.
    MergeDialog(const FormContext &context, const QString &source, const QString &destination,
                QWidget *parent);

    QString destination() const;
    /// What merging does, or why it cannot be done now, as it stands in the dialog.
    QString consequences() const;

Q_SIGNALS:
    void merged(const QString &destination);

private:
    QString obstacle() const;
    void updateText();
    void merge();

    FormContext m_context;
    QString m_source;
    LeadEditor *m_editor;
    QLabel *m_text;
};

} // namespace Leadline

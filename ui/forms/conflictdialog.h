// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "editconflict.h"
#include "formcontext.h"
#include "formdialog.h"

class QButtonGroup;

namespace Leadline {

/// Field by field: my change, what somebody else made of it meanwhile, or what stood there before. Nothing is
/// chosen beforehand in a field's favour but one's own; Cancel sends nothing. Deletes itself when done.
class ConflictDialog : public FormDialog
{
    Q_OBJECT

public:
    ConflictDialog(const FormContext &context, EditConflictPointer conflict, QWidget *parent);

    void reject() override;

private:
    void addLeadIn();
    void addField(const FieldConflict &field);
    QString textOf(const FieldConflict &field, const QVariant &value) const;
    void decide();

    FormContext m_context;
    EditConflictPointer m_conflict;
    QMap<QString, QButtonGroup *> m_choices;
};

} // namespace Leadline

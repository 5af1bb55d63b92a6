// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldeditor.h"

class QLineEdit;

namespace Leadline {

/// The only e-mail address, phone number or web address of a contact, in one line. Its type stays; cleared,
/// the list is empty.
class OneEntryEditor : public FieldEditor
{
    Q_OBJECT

public:
    OneEntryEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);

    /// Whether it edits fields of that type. Of a list with several entries it must not be given one.
    static bool isFor(FieldType type);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    FieldProblem problem() const override;
    void commit() override;

private:
    QString text() const;
    bool isEdited() const;

    QLineEdit *m_edit;
    QVariant m_held;
    QString m_shown;
};

} // namespace Leadline

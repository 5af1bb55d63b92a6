// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "composer.h"

class QCheckBox;

namespace Leadline {

class FieldEditor;

/// A note: its text, and whether it is pinned to the top.
class NoteComposer : public Composer
{
    Q_OBJECT

public:
    explicit NoteComposer(const FormContext &context, QWidget *parent = nullptr);

    QVariantMap values() const override;
    void setValues(const QVariantMap &values) override;
    bool isBlank() const override;
    bool check() override;

private:
    FieldEditor *m_note;
    QCheckBox *m_pinned;
};

} // namespace Leadline

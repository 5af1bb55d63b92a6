// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "composer.h"

namespace Leadline {

class FieldEditor;

/// A task, new or one that is there: what is to be done, when, by whom. Enter saves, too.
class TaskComposer : public Composer
{
    Q_OBJECT

public:
    explicit TaskComposer(const FormContext &context, QWidget *parent = nullptr);

    QVariantMap values() const override;
    void setValues(const QVariantMap &values) override;
    bool isBlank() const override;
    bool check() override;
    /// What a new task begins with.
    QVariantMap fresh() const;
    void setIsNew(bool isNew);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FormContext m_context;
    FieldEditor *m_text;
    FieldEditor *m_date;
    FieldEditor *m_assignee;
};

} // namespace Leadline

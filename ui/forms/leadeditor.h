// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldeditor.h"

class QLineEdit;
class QStandardItemModel;

namespace Leadline {

/// A lead, found by its name as one types: case and accents do not matter, names that begin with what was
/// typed come first.
class LeadEditor : public FieldEditor
{
    Q_OBJECT

public:
    LeadEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QString unreadText() const override;
    void restoreText(const QString &text) override;
    FieldProblem problem() const override;
    void commit() override;
    void setReadOnly(bool readOnly) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer(const QString &typed);
    void choose(const QString &id);
    QString nameOf(const QString &id) const;

    QLineEdit *m_edit;
    QStandardItemModel *m_offers;
    QString m_id;
};

} // namespace Leadline

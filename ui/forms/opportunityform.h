// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recorddialog.h"

namespace Leadline {

/// New Opportunity, on a given lead or on one that is chosen, and Edit Opportunity.
class OpportunityForm : public RecordDialog
{
    Q_OBJECT

public:
    struct NewOn
    {
        QString leadId{};   ///< blank: the person chooses the lead
        QString statusId{}; ///< blank: the first one of the first pipeline
    };

    OpportunityForm(const FormContext &context, const NewOn &on, QWidget *parent);
    /// The opportunity with \a id; its lead is read while the form is open.
    OpportunityForm(const FormContext &context, const QString &id, QWidget *parent);

    RecordForm *form() const { return m_form; }

protected:
    QString leadId() const override;
    QList<RecordForm *> forms() const override { return {m_form}; }
    void send() override;
    QString queue() override;
    void look() override;
    QStringList similarRecords() const override;
    void becomeEdit(const QString &id) override;

private:
    void build(const QStringList &front, FieldFlag use);
    void read(const QString &id);
    void take(const Lead &lead, const QString &id);
    QString statusType() const;
    void updateDateLabel();
    QString dateProblem() const;
    QVariantMap valuesOf(const Opportunity &opportunity) const;
    QVariantMap sentValues() const;

    RecordForm *m_form = nullptr;
    QString m_leadId;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recorddialog.h"

namespace Leadline {

class DuplicateFinder;
class DuplicatePanel;

/// New Contact on a lead, and Edit Contact.
class ContactForm : public RecordDialog
{
    Q_OBJECT

public:
    struct NewOn
    {
        QString leadId{};     ///< blank: the person chooses the lead
        QVariantMap typed{}; ///< what was typed elsewhere, by field key
    };

    ContactForm(const FormContext &context, const NewOn &lead, QWidget *parent);
    /// The contact with \a id; its lead is read while the form is open.
    ContactForm(const FormContext &context, const QString &id, QWidget *parent);

    ~ContactForm() override;

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
    void watchForDuplicates();
    void lookForDuplicates();
    void showDuplicates();
    void build(const QStringList &front, FieldFlag use);
    void read(const QString &id);
    void take(const Lead &lead, const QString &id);

    RecordForm *m_form = nullptr;
    DuplicateFinder *m_finder = nullptr; ///< of a new contact
    DuplicatePanel *m_duplicates = nullptr;
    QString m_leadId;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "recorddialog.h"

namespace Leadline {

class DuplicateFinder;
class DuplicatePanel;
class LinkButton;

/// New Lead, with any number of contacts and addresses, and Edit Lead, with the lead's own fields: contacts
/// are records of their own once they exist (developer.close.com/resources/leads).
class LeadForm : public RecordDialog
{
    Q_OBJECT

public:
    /// A new lead. \a values are what it begins with.
    explicit LeadForm(const FormContext &context, QWidget *parent, const QVariantMap &values = {});
    /// The lead with \a id; it is read again while the form is open.
    LeadForm(const FormContext &context, const QString &id, QWidget *parent);

    ~LeadForm() override;

    RecordForm *leadForm() const { return m_lead; }
    /// Of a new lead, in order.
    QList<RecordForm *> contactForms() const;
    /// The lead that the new one surely is as well, by an email, phone, website or name; blank for none.
    QString surestDuplicate() const;

Q_SIGNALS:
    /// What was typed of contacts belongs to a lead that is there already; the form has closed.
    void addContactRequested(const QString &leadId, const QList<QVariantMap> &typed);

protected:
    QList<RecordForm *> forms() const override;
    bool isLeftOut(const RecordForm *form) const override;
    void send() override;
    QString queue() override;
    QMap<QString, QString> markErrors(const QMap<QString, QString> &errors) override;
    void look() override;
    QStringList similarRecords() const override;
    void becomeEdit(const QString &id) override;
    void makeRoomFor(qsizetype parts) override;

private:
    struct Block
    {
        QWidget *section = nullptr;
        RecordForm *form = nullptr;
    };

    void buildLead(FieldFlag use);
    void buildLinks();
    void rebuildLinks();
    void addContact();
    void showMore();
    void read(const QString &id);
    void take(const Lead &lead);
    void watchForDuplicates();
    void lookForDuplicates();
    void showDuplicates();
    void addContactInstead(const QString &leadId);
    QList<QVariantMap> typedContacts() const;

    DuplicateFinder *m_finder = nullptr; ///< of a new lead
    DuplicatePanel *m_duplicates = nullptr;
    RecordForm *m_lead = nullptr;
    QList<Block> m_contacts;
    QList<int> m_sent; ///< which contacts went into the request: blank ones do not
    QWidget *m_links = nullptr;
    LinkButton *m_more = nullptr;
    QStringList m_hidden; ///< fields that "More fields" shows
};

} // namespace Leadline

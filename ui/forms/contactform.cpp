// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "contactform.h"

#include "contactpaste.h"
#include "duplicatefinder.h"
#include "duplicatepanel.h"
#include "flowlayout.h"
#include "linkbutton.h"
#include "outbox.h"
#include "recordform.h"

namespace Leadline {

using namespace Qt::StringLiterals;

ContactForm::ContactForm(const FormContext &context, const NewOn &lead, QWidget *parent)
    : RecordDialog(context, RecordKind::Contact, tr("New Contact"), parent)
    , m_leadId(lead.leadId)
{
    setPrimaryText(tr("Create Contact"));
    build({u"lead_id"_s}, FieldFlag::Creatable);
    m_form->setBase(m_leadId.isEmpty() ? QVariantMap() : QVariantMap{{u"lead_id"_s, m_leadId}});
    watchForDuplicates();
    m_form->fill(lead.typed);
    finishLayout();
    if (!m_leadId.isEmpty())
        m_form->editor(u"name"_s)->setFocus(Qt::OtherFocusReason);
}

ContactForm::ContactForm(const FormContext &context, const QString &id, QWidget *parent)
    : RecordDialog(context, RecordKind::Contact, tr("Edit Contact"), parent)
{
    setPrimaryText(tr("Save"));
    setRecordId(id);
    build({u"lead_id"_s}, FieldFlag::Editable);
    const RecordTable *contacts = session().contacts();
    if (const int row = contacts->rowOf(id); row >= 0)
        m_leadId = contacts->leadIdAt(quint32(row));
    setLoading(true);
    if (const auto known = session().knownLead(m_leadId)) {
        for (const Contact &contact : known->contacts) {
            if (contact.id == id) {
                m_form->setBase(session().schema()->contacts.values(contact));
                setLoading(false);
            }
        }
    }
    read(id);
    finishLayout();
}

ContactForm::~ContactForm()
{
    // Fields that go may still tell of a change, when this is no form any more.
    m_form->disconnect(this);
}

void ContactForm::build(const QStringList &front, FieldFlag use)
{
    const FieldList &fields = session().schema()->contacts.list();
    QStringList keys = front + QStringList{u"name"_s, u"title"_s, u"emails"_s, u"phones"_s, u"urls"_s};
    for (const Field &field : fields) {
        if (isShownInForm(field, use))
            keys.append(field.key);
    }
    m_form = new RecordForm(context(), fields, keys, use, this);
    addForm(m_form);
    new ContactPaste(m_form);
    auto *links = new QWidget(this);
    auto *flow = new FlowLayout(11, false, links);
    flow->setContentsMargins(0, 0, 0, 0);
    const QList<std::pair<QString, QString>> adds{
        {tr("Add email"), u"emails"_s}, {tr("Add phone"), u"phones"_s}, {tr("Add web address"), u"urls"_s}};
    for (const auto &[text, key] : adds) {
        auto *button = new LinkButton(text, links);
        flow->addWidget(button);
        connect(button, &QAbstractButton::clicked, this,
                [this, own = key] { m_form->editor(own)->addEntry(); });
    }
    addUnderFields(links);
}

void ContactForm::watchForDuplicates()
{
    m_finder = new DuplicateFinder(session(), this);
    connect(m_form, &RecordForm::changed, this, &ContactForm::lookForDuplicates);
    connect(m_finder, &DuplicateFinder::changed, this, &ContactForm::showDuplicates);
}

/// By email and phone: many people are called the same.
void ContactForm::lookForDuplicates()
{
    if (!recordId().isEmpty())
        return;
    DuplicateQuery query;
    addContactDetails(&query, m_form->values());
    m_finder->setQuery(query);
    if (m_duplicates && m_duplicates->currentLead() != leadId())
        showDuplicates();
}

void ContactForm::showDuplicates()
{
    if (!recordId().isEmpty())
        return;
    QList<PossibleDuplicate> found = m_finder->found();
    // That colleagues share a domain is no news.
    found.removeIf([lead = leadId()](const PossibleDuplicate &each) {
        return each.leadId == lead && each.reason == PossibleDuplicate::Reason::SameDomain;
    });
    if (!m_duplicates && found.isEmpty())
        return;
    if (!m_duplicates) {
        m_duplicates = new DuplicatePanel(context(), this);
        connect(m_duplicates, &DuplicatePanel::openRequested, this, &ContactForm::openInstead);
        connect(m_duplicates, &DuplicatePanel::addContactRequested, this, [this](const QString &lead) {
            m_form->fill({{u"lead_id"_s, lead}});
        });
        setSidePanel(m_duplicates);
    }
    m_duplicates->setCurrentLead(leadId());
    m_duplicates->setFound(found);
}

QString ContactForm::leadId() const
{
    return m_form->value(u"lead_id"_s).toString();
}

void ContactForm::send()
{
    const auto answered = [this](const Result<Contact> &contact) {
        if (!contact) {
            failed(contact.error());
            return;
        }
        m_form->setBase(session().schema()->contacts.values(*contact));
        succeeded(contact->id);
    };
    if (recordId().isEmpty())
        session().createContact(m_form->values(), this, answered);
    else
        session().updateContact(recordId(), m_form->base(), m_form->values(), this, answered);
}

QString ContactForm::queue()
{
    Outbox &outbox = *session().outbox();
    if (!recordId().isEmpty()) {
        outbox.addChange(kind(), recordId(), m_form->base(), m_form->values());
        return recordId();
    }
    const QJsonObject body = createdBody(session().schema()->contacts.list(), m_form->values());
    return outbox.find(outbox.addCreation(kind(), body))->recordId;
}

void ContactForm::look()
{
    const QString name = m_form->value(u"name"_s).toString();
    session().loadLead(m_form->value(u"lead_id"_s).toString(), this, [this, name](const Result<Lead> &lead) {
        if (!lead) {
            lookFailed();
            return;
        }
        for (const Contact &contact : lead->contacts) {
            if (contact.name == name && isNewcomer(contact.id, contact.createdBy, contact.dateCreated)) {
                found(contact.id, contact.displayName);
                return;
            }
        }
        notFound();
    });
}

QStringList ContactForm::similarRecords() const
{
    const RecordTable *contacts = session().contacts();
    QStringList ids;
    for (const quint32 row : contacts->rowsOfLead(m_form->value(u"lead_id"_s).toString()))
        ids.append(contacts->idAt(row));
    return ids;
}

void ContactForm::becomeEdit(const QString &)
{
    setTitle(tr("Edit Contact"));
    setPrimaryText(tr("Save"));
    setSidePanel(nullptr);
    m_duplicates = nullptr;
    m_form->lock(u"lead_id"_s);
}

void ContactForm::read(const QString &id)
{
    // The local copy answers sooner, and without the network.
    session().readLead(m_leadId, this, [this, id](const std::optional<Lead> &lead) {
        if (lead && m_form->base().isEmpty())
            take(*lead, id);
    });
    session().loadLead(m_leadId, this, [this, id](const Result<Lead> &lead) {
        if (lead)
            take(*lead, id);
        else if (m_form->base().isEmpty())
            loadingFailed(lead.error());
    });
}

void ContactForm::take(const Lead &lead, const QString &id)
{
    for (const Contact &contact : lead.contacts) {
        if (contact.id != id || isSaving())
            continue;
        const QVariantMap values = session().schema()->contacts.values(contact);
        if (!m_form->base().isEmpty()) {
            m_form->rebase(values);
            return;
        }
        m_form->setBase(values);
        setLoading(false);
        m_form->focusFirst();
        return;
    }
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "opportunityform.h"

#include "fieldtext.h"
#include "formrow.h"
#include "outbox.h"
#include "recordform.h"

namespace Leadline {

using namespace Qt::StringLiterals;

OpportunityForm::OpportunityForm(const FormContext &context, const NewOn &on, QWidget *parent)
    : RecordDialog(context, RecordKind::Opportunity, tr("New Opportunity"), parent)
    , m_leadId(on.leadId)
{
    setPrimaryText(tr("Create Opportunity"));
    build({u"lead_id"_s}, FieldFlag::Creatable);
    const Directory &directory = session().directory();
    const QList<Pipeline> &pipelines = directory.organization().pipelines;
    QVariantMap base{{u"value_period"_s, periodKey(ValuePeriod::OneTime)},
                     {u"user_id"_s, directory.currentUser().id}};
    if (!m_leadId.isEmpty())
        base.insert(u"lead_id"_s, m_leadId);
    if (!pipelines.isEmpty()) {
        const QString known = directory.pipelineOf(on.statusId);
        base.insert(u"pipeline_id"_s, known.isEmpty() ? pipelines.first().id : known);
        const QList<Status> &statuses = pipelines.first().statuses;
        if (!known.isEmpty())
            base.insert(u"status_id"_s, on.statusId);
        else if (!statuses.isEmpty())
            base.insert(u"status_id"_s, statuses.first().id);
    }
    m_form->setBase(base);
    updateDateLabel();
    finishLayout();
    if (!m_leadId.isEmpty())
        m_form->editor(u"value"_s)->setFocus(Qt::OtherFocusReason);
}

OpportunityForm::OpportunityForm(const FormContext &context, const QString &id, QWidget *parent)
    : RecordDialog(context, RecordKind::Opportunity, tr("Edit Opportunity"), parent)
{
    setPrimaryText(tr("Save"));
    setRecordId(id);
    build({u"lead_id"_s}, FieldFlag::Editable);
    const RecordTable *opportunities = session().opportunities();
    if (const int row = opportunities->rowOf(id); row >= 0)
        m_leadId = opportunities->leadIdAt(quint32(row));
    setLoading(true);
    if (const auto known = session().knownLead(m_leadId)) {
        for (const Opportunity &opportunity : known->opportunities) {
            if (opportunity.id == id) {
                m_form->setBase(valuesOf(opportunity));
                setLoading(false);
            }
        }
    }
    updateDateLabel();
    read(id);
    finishLayout();
}

void OpportunityForm::build(const QStringList &front, FieldFlag use)
{
    const FieldList &fields = session().schema()->opportunities.list();
    QStringList keys = front;
    // It is only there to choose the status by: Close takes it from the status.
    if (session().directory().organization().pipelines.size() > 1)
        keys.append(u"pipeline_id"_s);
    keys += {u"status_id"_s, u"value"_s,      u"confidence"_s, u"date_won"_s,
             u"note"_s,      u"contact_id"_s, u"user_id"_s};
    for (const Field &field : fields) {
        if (isShownInForm(field, use))
            keys.append(field.key);
    }
    m_form = new RecordForm(context(), fields, keys, use, this);
    addForm(m_form);
    m_form->setRule(u"date_won"_s, [this] { return dateProblem(); });
    connect(m_form, &RecordForm::changed, this, &OpportunityForm::updateDateLabel);
}

/// "active", "won" or "lost".
QString OpportunityForm::statusType() const
{
    return session().directory().statusType(m_form->value(u"status_id"_s).toString());
}

/// Close keeps the day a deal is expected to be won on and the day it was in one field.
void OpportunityForm::updateDateLabel()
{
    const QString type = statusType();
    m_form->row(u"date_won"_s)
        ->setLabel(type == "won"_L1    ? tr("Won date")
                   : type == "lost"_L1 ? tr("Close date")
                                       : tr("Expected close"));
}

/// What was put in here is judged, not what an older record holds.
QString OpportunityForm::dateProblem() const
{
    const QDate day = m_form->value(u"date_won"_s).toDate();
    const QStringList dirty = m_form->dirtyKeys();
    const bool isTyped = dirty.contains(u"date_won"_s);
    if (!day.isValid() || !(isTyped || dirty.contains(u"status_id"_s)))
        return {};
    const QString type = statusType();
    if (type == "active"_L1 && !isTyped)
        return {};
    return closeDayProblem(type, day, context().today());
}

/// With the pipeline, which older records do not carry themselves, and the lead.
QVariantMap OpportunityForm::valuesOf(const Opportunity &opportunity) const
{
    QVariantMap values = session().schema()->opportunities.values(opportunity);
    if (!values.contains(u"pipeline_id"_s))
        values.insert(u"pipeline_id"_s, session().directory().pipelineOf(opportunity.statusId));
    return values;
}

QVariantMap OpportunityForm::sentValues() const
{
    QVariantMap values = m_form->values();
    // The period of no amount is no news.
    if (!values.contains(u"value"_s) && recordId().isEmpty())
        values.remove(u"value_period"_s);
    return values;
}

QString OpportunityForm::leadId() const
{
    return m_form->value(u"lead_id"_s).toString();
}

void OpportunityForm::send()
{
    const auto answered = [this](const Result<Opportunity> &opportunity) {
        if (!opportunity) {
            failed(opportunity.error());
            return;
        }
        m_form->setBase(valuesOf(*opportunity));
        succeeded(opportunity->id);
    };
    if (recordId().isEmpty())
        session().createOpportunity(sentValues(), this, answered);
    else
        session().updateOpportunity(recordId(), m_form->base(), sentValues(), this, answered);
}

QString OpportunityForm::queue()
{
    Outbox &outbox = *session().outbox();
    if (!recordId().isEmpty()) {
        outbox.addChange(kind(), recordId(), m_form->base(), sentValues());
        return recordId();
    }
    const QJsonObject body = createdBody(session().schema()->opportunities.list(), sentValues());
    return outbox.find(outbox.addCreation(kind(), body))->recordId;
}

void OpportunityForm::look()
{
    const QVariantMap values = sentValues();
    session().loadLead(values.value(u"lead_id"_s).toString(), this, [this, values](const Result<Lead> &lead) {
        if (!lead) {
            lookFailed();
            return;
        }
        for (const Opportunity &each : lead->opportunities) {
            const bool isSame = each.value.value_or(0) == values.value(u"value"_s).toLongLong() &&
                                each.note == values.value(u"note"_s).toString();
            if (isSame && isNewcomer(each.id, each.createdBy, each.dateCreated)) {
                found(each.id, each.leadName.isEmpty() ? lead->displayName : each.leadName);
                return;
            }
        }
        notFound();
    });
}

QStringList OpportunityForm::similarRecords() const
{
    const RecordTable *opportunities = session().opportunities();
    QStringList ids;
    for (const quint32 row : opportunities->rowsOfLead(m_form->value(u"lead_id"_s).toString()))
        ids.append(opportunities->idAt(row));
    return ids;
}

void OpportunityForm::becomeEdit(const QString &)
{
    setTitle(tr("Edit Opportunity"));
    setPrimaryText(tr("Save"));
    m_form->lock(u"lead_id"_s);
}

void OpportunityForm::read(const QString &id)
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

void OpportunityForm::take(const Lead &lead, const QString &id)
{
    for (const Opportunity &opportunity : lead.opportunities) {
        if (opportunity.id != id || isSaving())
            continue;
        if (!m_form->base().isEmpty()) {
            m_form->rebase(valuesOf(opportunity));
            return;
        }
        m_form->setBase(valuesOf(opportunity));
        updateDateLabel();
        setLoading(false);
        m_form->focusFirst();
        return;
    }
}

} // namespace Leadline

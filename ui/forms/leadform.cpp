// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadform.h"

#include "contactpaste.h"
#include "duplicatefinder.h"
#include "duplicatepanel.h"
#include "flowlayout.h"
#include "formrow.h"
#include "linkbutton.h"
#include "outbox.h"
#include "recordform.h"

#include <QTimer>

#include <utility>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int FirstCustomFields = 1;

/// And what Close would not take a contact without.
QStringList contactKeys(const FieldList &fields)
{
    QStringList keys{u"name"_s, u"title"_s, u"emails"_s, u"phones"_s, u"urls"_s};
    for (const Field &field : fields) {
        if (field.flags.testFlag(FieldFlag::Required) && isShownInForm(field, FieldFlag::Creatable))
            keys.append(field.key);
    }
    return keys;
}

} // namespace

LeadForm::LeadForm(const FormContext &context, QWidget *parent, const QVariantMap &values)
    : RecordDialog(context, RecordKind::Lead, tr("New Lead"), parent)
{
    setPrimaryText(tr("Create Lead"));
    buildLead(FieldFlag::Creatable);
    QVariantMap base = values;
    const QList<Status> &statuses = session().directory().organization().leadStatuses;
    if (!base.contains(u"status_id"_s) && !statuses.isEmpty())
        base.insert(u"status_id"_s, statuses.first().id);
    m_lead->setBase(base);
    addContact();
    buildLinks();
    watchForDuplicates();
    finishLayout();
}

LeadForm::LeadForm(const FormContext &context, const QString &id, QWidget *parent)
    : RecordDialog(context, RecordKind::Lead, tr("Edit Lead"), parent)
{
    setPrimaryText(tr("Save"));
    setRecordId(id);
    buildLead(FieldFlag::Editable);
    m_lead->setGiven(u"lead_id"_s, id);
    buildLinks();
    if (const auto known = session().knownLead(id))
        m_lead->setBase(session().schema()->leads.values(*known));
    else
        setLoading(true);
    read(id);
    finishLayout();
}

LeadForm::~LeadForm()
{
    // Fields that go may still tell of a change, when this is no form any more.
    for (RecordForm *form : forms())
        form->disconnect(this);
}

/// The lead's own fields: name, website and status, the custom fields a lead cannot be without and the first
/// one more, the description; what is asked for less often stands behind "More fields" on a new lead.
void LeadForm::buildLead(FieldFlag use)
{
    const FieldList &fields = session().schema()->leads.list();
    QStringList front{u"name"_s, u"url"_s, u"status_id"_s};
    QStringList back;
    int first = 0;
    for (const Field &field : fields) {
        if (!isShownInForm(field, use))
            continue;
        if (field.flags.testFlag(FieldFlag::Required) ||
            (field.flags.testFlag(use) && first++ < FirstCustomFields))
            front.append(field.key);
        else
            back.append(field.key);
    }
    m_lead = new RecordForm(context(), fields, front + QStringList{u"description"_s, u"addresses"_s} + back,
                            use, this);
    addForm(m_lead);
    if (use == FieldFlag::Creatable) {
        m_hidden = back;
        m_lead->setFieldVisible(u"addresses"_s, false);
        for (const QString &key : std::as_const(m_hidden))
            m_lead->setFieldVisible(key, false);
    }
}

void LeadForm::addContact()
{
    Block block;
    const qsizetype number = m_contacts.size() + 1;
    block.section = addSection(number == 1 ? tr("Primary contact") : tr("Contact %1").arg(number));
    const FieldList &fields = session().schema()->contacts.list();
    block.form = new RecordForm(context(), fields, contactKeys(fields), FieldFlag::Creatable, this);
    block.form->setBase({});
    new ContactPaste(block.form);
    block.form->setFieldVisible(u"urls"_s, m_hidden.isEmpty());
    if (number > 1)
        block.form->setAccessiblePrefix(tr("Contact %1").arg(number));
    addForm(block.form);
    connect(block.form, &RecordForm::changed, this, &LeadForm::lookForDuplicates);
    follow(block.form);
    m_contacts.append(block);
}

void LeadForm::buildLinks()
{
    m_links = new QWidget(this);
    auto *flow = new FlowLayout(11, false, m_links);
    flow->setContentsMargins(0, 0, 0, 0);
    const auto link = [&](const QString &text, auto action) {
        auto *button = new LinkButton(text, m_links);
        flow->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, action);
        return button;
    };
    if (!m_contacts.isEmpty()) {
        link(tr("Add another contact"), [this] {
            addContact();
            rebuildLinks();
            QWidget *name = m_contacts.last().form->editor(u"name"_s);
            // It has its place once the rows have been laid out.
            QTimer::singleShot(0, name, [name] { name->setFocus(Qt::OtherFocusReason); });
        });
    }
    link(tr("Add address"), [this] {
        m_lead->setFieldVisible(u"addresses"_s, true);
        m_lead->editor(u"addresses"_s)->addEntry();
    });
    if (!m_hidden.isEmpty())
        m_more = link(tr("More fields"), [this] { showMore(); });
    addUnderFields(m_links);
}

/// The links stay below the last contact.
void LeadForm::rebuildLinks()
{
    delete m_links;
    buildLinks();
}

void LeadForm::makeRoomFor(qsizetype parts)
{
    if (!recordId().isEmpty() || parts <= forms().size())
        return;
    while (forms().size() < parts)
        addContact();
    rebuildLinks();
}

void LeadForm::showMore()
{
    const QStringList keys = std::exchange(m_hidden, {});
    for (const QString &key : keys)
        m_lead->setFieldVisible(key, true);
    m_more->hide();
    for (const Block &block : std::as_const(m_contacts))
        block.form->setFieldVisible(u"urls"_s, true);
    if (!keys.isEmpty() && m_lead->editor(keys.first()))
        m_lead->editor(keys.first())->setFocus(Qt::OtherFocusReason);
}

QList<RecordForm *> LeadForm::contactForms() const
{
    QList<RecordForm *> list;
    for (const Block &block : m_contacts)
        list.append(block.form);
    return list;
}

QList<RecordForm *> LeadForm::forms() const
{
    return QList<RecordForm *>{m_lead} + contactForms();
}

/// A contact that nobody has begun with is not sent, so that nothing is missing from it.
bool LeadForm::isLeftOut(const RecordForm *form) const
{
    return form != m_lead && !form->isDirty();
}

void LeadForm::send()
{
    const auto answered = [this](const Result<Lead> &lead) {
        if (!lead) {
            failed(lead.error());
            return;
        }
        const QVariantMap now = session().schema()->leads.values(*lead);
        m_lead->setBase(now);
        succeeded(lead->id);
    };
    if (!recordId().isEmpty()) {
        session().updateLead(recordId(), m_lead->base(), m_lead->values(), this, answered);
        return;
    }
    m_sent.clear();
    for (int i = 0; i < m_contacts.size(); ++i) {
        if (!m_contacts.at(i).form->values().isEmpty())
            m_sent.append(i);
    }
    session().createLead(m_lead->values(), typedContacts(), this, answered);
}

QString LeadForm::queue()
{
    Outbox &outbox = *session().outbox();
    if (!recordId().isEmpty()) {
        outbox.addChange(kind(), recordId(), m_lead->base(), m_lead->values());
        return recordId();
    }
    return outbox.find(outbox.addCreation(kind(), session().leadBody(m_lead->values(), typedContacts())))->recordId;
}

QMap<QString, QString> LeadForm::markErrors(const QMap<QString, QString> &errors)
{
    QMap<QString, QString> own;
    QMap<int, QMap<QString, QString>> people;
    for (auto error = errors.cbegin(); error != errors.cend(); ++error) {
        bool isNumber = false;
        const int sent = error.key().section(u'.', 1, 1).toInt(&isNumber);
        const int block = isNumber ? m_sent.value(sent, -1) : -1;
        if (error.key().startsWith("contacts."_L1) && block >= 0)
            people[block].insert(error.key().section(u'.', 2), error.value());
        else
            own.insert(error.key(), error.value());
    }
    QMap<QString, QString> rest;
    const QList<int> blocks = people.keys();
    // From the last to the first, so that the keyboard ends at the first one.
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block)
        rest.insert(m_contacts.at(*block).form->setErrors(people.value(*block)));
    rest.insert(m_lead->setErrors(own));
    return rest;
}

void LeadForm::look()
{
    const QString name = m_lead->value(u"name"_s).toString();
    QString quoted = name;
    quoted.replace(u'"', u' ');
    session().searchLeads(
        u"name:\"%1\""_s.arg(quoted), this, [this, name](const Result<LeadSearchAnswer> &answer) {
            if (!answer) {
                lookFailed();
                return;
            }
            const RecordTable *leads = session().leads();
            for (const QString &id : answer->leadIds) {
                const int row = leads->rowOf(id);
                if (row < 0 || leads->valueAt(u"shown_name"_s, quint32(row)).toString() != name)
                    continue;
                if (isNewcomer(id, leads->valueAt(u"created_by"_s, quint32(row)).toString(),
                               leads->valueAt(u"date_created"_s, quint32(row)).toDateTime())) {
                    found(id, name);
                    return;
                }
            }
            notFound();
        });
}

QStringList LeadForm::similarRecords() const
{
    const RecordTable *leads = session().leads();
    const int nameField = leads->fields().indexOf(u"shown_name"_s);
    const QString name = m_lead->value(u"name"_s).toString();
    QStringList ids;
    for (quint32 row = 0; row < leads->rows(); ++row) {
        if (leads->isLive(row) && leads->textAt(nameField, row) == name)
            ids.append(leads->idAt(row));
    }
    return ids;
}

void LeadForm::becomeEdit(const QString &id)
{
    setTitle(tr("Edit Lead"));
    setPrimaryText(tr("Save"));
    for (const Block &block : std::as_const(m_contacts)) {
        block.section->hide();
        block.form->hide();
        block.form->deleteLater();
    }
    m_contacts.clear();
    rebuildLinks();
    setSidePanel(nullptr);
    m_duplicates = nullptr;
    read(id);
}

void LeadForm::read(const QString &id)
{
    session().readLead(id, this, [this](const std::optional<Lead> &lead) {
        if (lead && m_lead->base().isEmpty())
            take(*lead);
    });
    session().loadLead(id, this, [this](const Result<Lead> &lead) {
        if (lead)
            take(*lead);
        else if (!primaryButton() || m_lead->base().isEmpty())
            loadingFailed(lead.error());
    });
}

void LeadForm::take(const Lead &lead)
{
    const QVariantMap values = session().schema()->leads.values(lead);
    if (m_lead->base().isEmpty()) {
        m_lead->setBase(values);
        setLoading(false);
        m_lead->focusFirst();
    } else if (!isSaving()) {
        m_lead->rebase(values);
    }
}

void LeadForm::watchForDuplicates()
{
    m_finder = new DuplicateFinder(session(), this);
    connect(m_lead, &RecordForm::changed, this, &LeadForm::lookForDuplicates);
    connect(m_finder, &DuplicateFinder::changed, this, &LeadForm::showDuplicates);
}

void LeadForm::lookForDuplicates()
{
    if (!m_finder || !recordId().isEmpty())
        return;
    DuplicateQuery query{
        m_lead->value(u"name"_s).toString().trimmed(), m_lead->value(u"url"_s).toString(), {}, {}};
    for (const QVariantMap &person : typedContacts())
        addContactDetails(&query, person);
    m_finder->setQuery(query);
}

void LeadForm::showDuplicates()
{
    if (!recordId().isEmpty())
        return;
    if (!m_duplicates) {
        m_duplicates = new DuplicatePanel(context(), this);
        connect(m_duplicates, &DuplicatePanel::openRequested, this, &LeadForm::openInstead);
        connect(m_duplicates, &DuplicatePanel::addContactRequested, this, &LeadForm::addContactInstead);
        setSidePanel(m_duplicates);
    }
    m_duplicates->setFound(m_finder->found());
}

QString LeadForm::surestDuplicate() const
{
    const QList<PossibleDuplicate> found = m_finder ? m_finder->found() : QList<PossibleDuplicate>();
    const auto surest = std::find_if(found.begin(), found.end(), [this](const PossibleDuplicate &duplicate) {
        return duplicate.leadId != recordId() && duplicate.reason <= PossibleDuplicate::Reason::SameName;
    });
    return surest == found.end() ? QString() : surest->leadId;
}

void LeadForm::addContactInstead(const QString &leadId)
{
    const QList<QVariantMap> typed = typedContacts();
    discard();
    Q_EMIT addContactRequested(leadId, typed);
}

QList<QVariantMap> LeadForm::typedContacts() const
{
    QList<QVariantMap> people;
    for (const Block &block : m_contacts) {
        if (const QVariantMap person = block.form->values(); !person.isEmpty())
            people.append(person);
    }
    return people;
}

} // namespace Leadline

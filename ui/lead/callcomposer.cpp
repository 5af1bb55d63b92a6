// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "callcomposer.h"

#include "callduration.h"
#include "choicebox.h"
#include "fieldeditor.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int PhoneRole = Qt::UserRole + 8;

void select(ChoiceBox *box, const QString &id)
{
    box->setCurrentIndex(qMax(0, box->findData(id, ChoiceBox::IdRole)));
}

QHBoxLayout *rowOf(QWidget *left, QWidget *right)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(left, 1);
    row->addWidget(right, 1);
    return row;
}

} // namespace

CallComposer::CallComposer(const FormContext &context, QWidget *parent)
    : Composer(tr("Log a call"), tr("Log Call"), parent)
    , m_context(context)
    , m_direction(new ChoiceBox(fieldArea()))
    , m_status(new ChoiceBox(fieldArea()))
    , m_person(new ChoiceBox(fieldArea()))
    , m_duration(new QLineEdit(fieldArea()))
    , m_outcome(new ChoiceBox(fieldArea()))
    , m_note(createFieldEditor({.key = u"note"_s, .title = tr("Note"), .type = FieldType::LongText}, context,
                               fieldArea()))
{
    createBoxes();
    arrange();
    // Before edited() is sent.
    connect(m_person, &QComboBox::activated, this, [this] { m_wantedContact.clear(); });
    for (ChoiceBox *box : {m_direction, m_status, m_person, m_outcome})
        connect(box, &QComboBox::activated, this, &Composer::edited);
    connect(m_duration, &QLineEdit::textEdited, this, &Composer::edited);
    connect(m_note, &FieldEditor::changed, this, &Composer::edited);
    fillOutcomes({});
    m_context.session->loadCallOutcomes(this, [this](const Result<QList<CallOutcome>> &outcomes) {
        // Without them the call is logged all the same.
        if (outcomes)
            fillOutcomes(*outcomes);
    });
}

void CallComposer::createBoxes()
{
    m_direction->setAccessibleName(tr("Direction"));
    m_direction->addItem(tr("Outgoing"), u"outbound"_s);
    m_direction->addItem(tr("Incoming"), u"inbound"_s);
    m_status->setAccessibleName(tr("How it went"));
    m_status->addItem(tr("Answered"), u"completed"_s);
    m_status->addItem(tr("No answer"), u"no-answer"_s);
    m_status->addItem(tr("Busy"), u"busy"_s);
    m_status->addItem(tr("Failed"), u"failed"_s);
    m_person->setAccessibleName(tr("With"));
    m_duration->setAccessibleName(tr("Duration"));
    m_duration->setPlaceholderText(tr("Minutes, or 4:30"));
    m_outcome->setAccessibleName(tr("Outcome"));
    m_note->setAccessibleNames(tr("Call note"));
    m_note->focusProxy()->setProperty("placeholderText", tr("What was said"));
}

void CallComposer::arrange()
{
    fields()->addLayout(rowOf(m_direction, m_status));
    fields()->addWidget(m_person);
    fields()->addLayout(rowOf(m_duration, m_outcome));
    fields()->addWidget(m_note);
    fieldArea()->setFocusProxy(m_direction);
    // As the eye goes; the order of creation is another one.
    const QList<QWidget *> order{m_direction, m_status,  m_person,
                                 m_duration,  m_outcome, m_note->focusProxy()};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void CallComposer::setLead(const QString &leadId)
{
    const QString id = contactId();
    const QString number = phone();
    m_leadId = leadId;
    fillPeople();
    selectPerson(id, number);
}

QString CallComposer::contactId() const
{
    return m_wantedContact.isEmpty() ? m_person->currentId() : m_wantedContact;
}

QString CallComposer::phone() const
{
    return m_wantedContact.isEmpty() ? m_person->currentData(PhoneRole).toString() : m_wantedPhone;
}

/// The first one where nobody such is there; a draft's person is waited for until the lead has been read.
void CallComposer::selectPerson(const QString &contactId, const QString &phone)
{
    m_person->setCurrentIndex(0);
    m_wantedContact.clear();
    for (int i = 0; i < m_person->count(); ++i) {
        if (m_person->itemData(i, ChoiceBox::IdRole) == contactId &&
            m_person->itemData(i, PhoneRole) == phone) {
            m_person->setCurrentIndex(i);
            return;
        }
    }
    if (m_context.session && !m_context.session->knownLead(m_leadId)) {
        m_wantedContact = contactId;
        m_wantedPhone = phone;
    }
}

/// Each of the lead's people with each number; the first is the likeliest, none the last.
void CallComposer::fillPeople()
{
    const QSignalBlocker quiet(m_person);
    m_person->clear();
    const auto add = [this](const QString &text, const QString &id, const QString &phone) {
        m_person->addItem(text, id);
        m_person->setItemData(m_person->count() - 1, phone, PhoneRole);
    };
    const std::optional<Lead> lead =
        m_context.session ? m_context.session->knownLead(m_leadId) : std::nullopt;
    for (const Contact &contact : lead ? lead->contacts : QList<Contact>()) {
        const QString name = contact.name.isEmpty() ? tr("Contact without a name") : contact.name;
        for (const PhoneNumber &phone : contact.phones)
            add(tr("%1, %2").arg(name, phone.formatted.isEmpty() ? phone.phone : phone.formatted), contact.id,
                phone.phone);
        if (contact.phones.isEmpty())
            add(name, contact.id, {});
    }
    add(tr("Nobody of the contacts"), {}, {});
}

void CallComposer::fillOutcomes(const QList<CallOutcome> &outcomes)
{
    const QString chosen = m_wantedOutcome.isEmpty() ? m_outcome->currentId() : m_wantedOutcome;
    m_outcome->clear();
    m_outcome->addItem(tr("No outcome"), QString());
    for (const CallOutcome &outcome : outcomes)
        m_outcome->addItem(outcome.name, outcome.id);
    m_outcome->setVisible(!outcomes.isEmpty());
    select(m_outcome, chosen);
}

QVariantMap CallComposer::values() const
{
    return {{u"direction"_s, m_direction->currentId()},
            {u"status"_s, m_status->currentId()},
            {u"contact_id"_s, contactId()},
            {u"phone"_s, phone()},
            {u"duration_text"_s, m_duration->text()},
            {u"outcome_id"_s, m_outcome->currentId()},
            {u"note"_s, m_note->value()}};
}

void CallComposer::setValues(const QVariantMap &values)
{
    select(m_direction, values.value(u"direction"_s).toString());
    select(m_status, values.value(u"status"_s).toString());
    m_person->setCurrentIndex(0);
    m_wantedContact.clear();
    if (values.contains(u"contact_id"_s))
        selectPerson(values.value(u"contact_id"_s).toString(), values.value(u"phone"_s).toString());
    m_duration->setText(values.value(u"duration_text"_s).toString());
    m_wantedOutcome = values.value(u"outcome_id"_s).toString();
    select(m_outcome, m_wantedOutcome);
    m_note->setValue(values.value(u"note"_s));
    setInvalid(m_duration, false);
}

bool CallComposer::isBlank() const
{
    return Leadline::isBlank(m_note->value()) && m_duration->text().trimmed().isEmpty() &&
           m_outcome->currentId().isEmpty();
}

bool CallComposer::check()
{
    const bool wrong = !callDuration(m_duration->text());
    setInvalid(m_duration, wrong);
    setProblem(wrong ? tr("This is no duration. Examples: 12 or 4:30.") : QString());
    if (wrong)
        m_duration->setFocus();
    return !wrong;
}

} // namespace Leadline

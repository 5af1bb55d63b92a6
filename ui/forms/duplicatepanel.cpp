// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "duplicatepanel.h"

#include "button.h"
#include "card.h"
#include "cellformatter.h"
#include "contactdetails.h"
#include "elidedlabel.h"
#include "flowlayout.h"
#include "pill.h"
#include "statuspalette.h"

#include <QVBoxLayout>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

QString reasonText(PossibleDuplicate::Reason reason)
{
    switch (reason) {
    case PossibleDuplicate::Reason::SameEmail:
        return DuplicatePanel::tr("Same email address.");
    case PossibleDuplicate::Reason::SamePhone:
        return DuplicatePanel::tr("Same phone number.");
    case PossibleDuplicate::Reason::SameWebsite:
        return DuplicatePanel::tr("Same website.");
    case PossibleDuplicate::Reason::SameName:
        return DuplicatePanel::tr("Same name.");
    case PossibleDuplicate::Reason::SameDomain:
        return DuplicatePanel::tr("Email addresses of the same company.");
    case PossibleDuplicate::Reason::SimilarName:
        break;
    }
    return DuplicatePanel::tr("Similar name.");
}

int openOpportunities(const RecordTable *opportunities, const QString &leadId)
{
    const std::vector<quint32> rows = opportunities->rowsOfLead(leadId);
    return int(std::count_if(rows.begin(), rows.end(), [&](quint32 row) {
        return opportunities->valueAt(u"status_type"_s, row) == u"active"_s;
    }));
}

} // namespace

DuplicatePanel::DuplicatePanel(const FormContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_cards(new QVBoxLayout)
{
    setTextRole(m_title, TextRole::Strong);
    setTextRole(m_hint, TextRole::Secondary);
    m_hint->setWordWrap(true);
    m_cards->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(5);
    column->addWidget(m_hint);
    column->addSpacing(12);
    column->addLayout(m_cards);
    column->addStretch(1);
    setFound({});
}

void DuplicatePanel::setFound(const QList<PossibleDuplicate> &found)
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        // The click that brings another list may still be on its way through one of them.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_title->setText(found.size() > 1 ? tr("Possible duplicates") : tr("Possible duplicate"));
    m_title->setVisible(!found.isEmpty());
    m_hint->setText(found.isEmpty() ? tr("No lead like this is known.")
                                    : tr("Found while you type, here and on Close."));
    setAccessibleName(m_title->text());
    for (const PossibleDuplicate &duplicate : found)
        m_cards->addWidget(cardFor(duplicate));
}

QWidget *DuplicatePanel::cardFor(const PossibleDuplicate &duplicate)
{
    const RecordTable *leads = m_context.session->leads();
    const int row = leads->rowOf(duplicate.leadId);
    const QString name = row < 0 ? QString() : leads->valueAt(u"shown_name"_s, quint32(row)).toString();
    auto *card = new Card(this);
    auto *title = new ElidedLabel(name, card);
    setTextRole(title, TextRole::Strong);
    card->column()->addWidget(title);
    const QString status = row < 0 ? QString() : leads->valueAt(u"status_id"_s, quint32(row)).toString();
    if (const QString label = m_context.session->directory().nameOf(status); !label.isEmpty()) {
        auto *pill = new PillLabel(card);
        pill->setPill(label, m_context.statuses->tone(StatusPalette::Kind::Lead, status));
        card->column()->addWidget(pill, 0, Qt::AlignLeft);
    }
    auto *text = new QLabel(textOf(duplicate, m_context), card);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    setTextRole(text, TextRole::Secondary);
    card->column()->addSpacing(4);
    card->column()->addWidget(text);
    card->column()->addSpacing(8);
    auto *buttons = new QWidget(card);
    auto *flow = new FlowLayout(4, false, buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &label, const QString &fullName,
                         void (DuplicatePanel::*asked)(const QString &)) {
        auto *button = new Button(label, buttons);
        button->setAutoDefault(false);
        button->setAccessibleName(fullName);
        flow->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, asked, id = duplicate.leadId] {
            Q_EMIT(this->*asked)(id);
        });
    };
    add(tr("Open it"), tr("Open “%1”").arg(name), &DuplicatePanel::openRequested);
    if (duplicate.leadId != m_currentLead)
        add(tr("Add contact there"), tr("Add the contact to “%1”").arg(name),
            &DuplicatePanel::addContactRequested);
    card->column()->addWidget(buttons);
    return card;
}

QString DuplicatePanel::textOf(const PossibleDuplicate &duplicate, const FormContext &context)
{
    const Session &session = *context.session;
    const RecordTable *leads = session.leads();
    QStringList facts;
    if (const auto contacts = session.contacts()->rowsOfLead(duplicate.leadId).size(); contacts > 0)
        facts.append(tr("%n contact(s)", nullptr, int(contacts)));
    if (const int open = openOpportunities(session.opportunities(), duplicate.leadId); open > 0) {
        const int row = leads->rowOf(duplicate.leadId);
        const CellFormatter formatter(session.directory(), context.locale);
        const QString worth =
            row < 0 || leads->isBlank(leads->fields().indexOf(u"open_value"_s), quint32(row))
                ? QString()
                : formatter.text(leads->data(), leads->fields().indexOf(u"open_value"_s), quint32(row));
        const QString count = tr("%n open opportunity(s)", nullptr, open);
        facts.append(worth.isEmpty() ? count : tr("%1 worth %2").arg(count, worth));
    }
    const QString reason = reasonText(duplicate.reason);
    return facts.isEmpty() ? reason : tr("%1 %2.").arg(reason, facts.join(u", "_s));
}

void addContactDetails(DuplicateQuery *query, const QVariantMap &contact)
{
    for (const EmailAddress &email : contact.value(u"emails"_s).value<QList<EmailAddress>>())
        query->emails.append(email.email);
    for (const PhoneNumber &phone : contact.value(u"phones"_s).value<QList<PhoneNumber>>())
        query->phones.append(phone.phone);
    query->emails.removeAll(QString());
    query->phones.removeAll(QString());
}

} // namespace Leadline

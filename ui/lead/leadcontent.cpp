// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadcontent.h"

#include "activitytext.h"
#include "addresseseditor.h"
#include "cellformatter.h"
#include "htmltext.h"
#include "inlinefield.h"
#include "leadlinks.h"
#include "session.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// The cells of a table's row by field key, and its id, which has no column.
QVariantMap cellsOf(const RecordTable &table, quint32 row)
{
    QVariantMap values{{u"id"_s, table.idAt(row)}};
    for (const Field &field : table.fields()) {
        if (storageOf(field.type) == Storage::None)
            continue;
        if (QVariant value = table.valueAt(field.key, row); !isBlank(value))
            values.insert(field.key, value);
    }
    return values;
}

Contact contactFrom(const QVariantMap &cells)
{
    Contact contact;
    contact.id = cells.value(u"id"_s).toString();
    contact.leadId = cells.value(u"lead_id"_s).toString();
    contact.name = cells.value(u"shown_name"_s).toString();
    contact.title = cells.value(u"title"_s).toString();
    return contact;
}

Opportunity opportunityFrom(const QVariantMap &cells, const Directory &directory)
{
    Opportunity opportunity;
    opportunity.id = cells.value(u"id"_s).toString();
    opportunity.leadId = cells.value(u"lead_id"_s).toString();
    opportunity.statusId = cells.value(u"status_id"_s).toString();
    opportunity.statusType = directory.statusType(opportunity.statusId);
    opportunity.userId = cells.value(u"user_id"_s).toString();
    opportunity.valuePeriod = cells.value(u"value_period"_s).toString();
    opportunity.note = cells.value(u"note"_s).toString();
    opportunity.dateWon = cells.value(u"date_won"_s).toDate();
    opportunity.dateLost = cells.value(u"date_lost"_s).toDateTime();
    if (const auto value = cells.constFind(u"value"_s); value != cells.constEnd())
        opportunity.value = value->toLongLong();
    if (const auto confidence = cells.constFind(u"confidence"_s); confidence != cells.constEnd())
        opportunity.confidence = confidence->toLongLong();
    return opportunity;
}

int rankOf(const Opportunity &opportunity)
{
    if (opportunity.statusType == "won"_L1)
        return 1;
    return opportunity.statusType == "lost"_L1 ? 2 : 0;
}

QString nameIn(const QList<Contact> &contacts, const QString &id)
{
    for (const Contact &contact : contacts) {
        if (contact.id == id)
            return contact.name.isEmpty() ? contact.displayName : contact.name;
    }
    return {};
}

} // namespace

LeadContent LeadText::contentOf(const Lead &lead, const Schema &schema)
{
    return {lead, schema.leads.values(lead), true};
}

std::optional<LeadContent> LeadText::contentFromTables(const Session &session, const QString &leadId)
{
    const int row = session.leads()->rowOf(leadId);
    if (row < 0)
        return std::nullopt;
    LeadContent content;
    content.values = cellsOf(*session.leads(), quint32(row));
    Lead &lead = content.lead;
    lead.id = leadId;
    lead.name = content.values.value(u"shown_name"_s).toString();
    lead.url = content.values.value(u"url"_s).toString();
    lead.statusId = content.values.value(u"status_id"_s).toString();
    lead.statusLabel = session.directory().nameOf(lead.statusId);
    for (const quint32 at : session.contacts()->rowsOfLead(leadId))
        lead.contacts.append(contactFrom(cellsOf(*session.contacts(), at)));
    for (const quint32 at : session.opportunities()->rowsOfLead(leadId))
        lead.opportunities.append(
            opportunityFrom(cellsOf(*session.opportunities(), at), session.directory()));
    return content;
}

QString LeadText::nameOf(const Lead &lead)
{
    const QString name = tidyText(lead.displayName.isEmpty() ? lead.name : lead.displayName).simplified();
    return name.isEmpty() ? tr("Untitled lead") : name;
}

QString LeadText::detailText(const Field &field, const LeadContent &content, const CellFormatter &formatter)
{
    const QVariant value = content.values.value(field.key);
    if (isBlank(value))
        return {};
    if (field.type == FieldType::Contact || field.type == FieldType::Contacts) {
        QStringList names;
        for (const QString &id : value.toStringList()) {
            if (const QString name = nameIn(content.lead.contacts, id); !name.isEmpty())
                names.append(name);
        }
        return names.join(u", "_s);
    }
    if (field.type == FieldType::Moment)
        return formatter.exact(value.toDateTime());
    return tidyText(formatter.text(field, value));
}

void LeadText::addAddresses(QList<DetailLine> *lines, const Field &field, const LeadContent &content)
{
    if (content.lead.addresses.isEmpty()) {
        // A row of the table holds the text only.
        if (const QString text = content.values.value(field.key).toString(); !text.isEmpty())
            lines->append({field.key, field.title, tidyText(text)});
        return;
    }
    for (const PostalAddress &address : content.lead.addresses) {
        const QString text = tidyText(address.display()).simplified();
        if (text.isEmpty())
            continue;
        const bool isPlain = content.lead.addresses.size() == 1 || address.label.isEmpty();
        lines->append(
            {field.key, isPlain ? field.title : tr("Address (%1)").arg(addressLabel(address.label)), text});
    }
}

QList<DetailLine> LeadText::detailsOf(const LeadContent &content, const Schema &schema,
                                      const CellFormatter &formatter)
{
    QList<DetailLine> custom;
    QList<DetailLine> own;
    for (const Field &field : schema.leads.list()) {
        if (!field.flags.testFlag(FieldFlag::Detail))
            continue;
        QList<DetailLine> &lines = field.flags.testFlag(FieldFlag::Custom) ? custom : own;
        if (field.type == FieldType::Addresses) {
            // Above the description, which may be long.
            QList<DetailLine> addresses;
            addAddresses(&addresses, field, content);
            own = addresses + own;
            continue;
        }
        const QString text = detailText(field, content, formatter);
        if (text.isEmpty())
            continue;
        const bool isLink =
            field.type == FieldType::Link || text.startsWith("https://"_L1) || text.startsWith("http://"_L1);
        const bool isOneWord = !text.contains(u' ') && !text.contains(u'\n');
        lines.append({field.key, field.title, text, isLink && isOneWord ? websiteUrl(text) : QUrl()});
    }
    return custom + own;
}

QList<DetailLine> LeadText::emptyDetailsOf(const LeadContent &content, const Schema &schema)
{
    QList<DetailLine> custom;
    QList<DetailLine> own;
    for (const Field &field : schema.leads.list()) {
        // The name and the status always stand above, the website only when there is one.
        const bool isDetail = field.flags.testFlag(FieldFlag::Detail) || field.key == "url"_L1;
        if (!isDetail || !InlineField::isEditable(field) || !isBlank(content.values.value(field.key)))
            continue;
        QList<DetailLine> &lines = field.flags.testFlag(FieldFlag::Custom) ? custom : own;
        lines.append({field.key, field.title, tr("Empty"), {}, true});
    }
    return custom + own;
}

QList<Opportunity> LeadText::inOrder(QList<Opportunity> opportunities)
{
    std::stable_sort(opportunities.begin(), opportunities.end(),
                     [](const Opportunity &a, const Opportunity &b) {
                         if (rankOf(a) != rankOf(b))
                             return rankOf(a) < rankOf(b);
                         if (a.dateWon.isValid() != b.dateWon.isValid())
                             return a.dateWon.isValid();
                         return rankOf(a) == 0 ? a.dateWon < b.dateWon : a.dateWon > b.dateWon;
                     });
    return opportunities;
}

OpportunityLines LeadText::linesOf(const Opportunity &opportunity, const CellFormatter &formatter)
{
    const QDate today = formatter.now().date();
    const auto day = [&](const QDate &date) {
        return shortDay(date, today, formatter.locale());
    };
    OpportunityLines lines;
    lines.id = opportunity.id;
    if (!opportunity.value)
        lines.value = tr("No value");
    else if (opportunity.valueCurrency.isEmpty())
        lines.value = formatter.money(*opportunity.value, opportunity.valuePeriod);
    else
        lines.value = formatMoney(*opportunity.value, opportunity.valueCurrency, opportunity.period(),
                                  formatter.locale());

    const int rank = rankOf(opportunity);
    if (rank == 1) {
        lines.date = opportunity.dateWon.isValid() ? tr("won %1").arg(day(opportunity.dateWon)) : tr("won");
        lines.dateTone = Tone::Good;
    } else if (rank == 2) {
        const QDate lost = opportunity.dateLost.toLocalTime().date();
        lines.date = lost.isValid() ? tr("lost %1").arg(day(lost)) : tr("lost");
        lines.dateTone = Tone::Bad;
    } else if (opportunity.dateWon.isValid()) {
        const bool isLate = opportunity.dateWon < today;
        lines.date = (isLate ? tr("overdue, %1") : tr("closes %1")).arg(day(opportunity.dateWon));
        lines.dateTone = isLate ? Tone::Bad : Tone::Grey;
    }

    const Directory &directory = formatter.directory();
    const auto named = [&directory](const QString &id, const QString &sent) {
        const QString known = directory.nameOf(id);
        return tidyText(known.isEmpty() ? sent : known).simplified();
    };
    QStringList parts{named(opportunity.statusId, opportunity.statusLabel)};
    if (opportunity.confidence)
        parts << formatter.locale().toString(*opportunity.confidence) + QChar(0x00A0) +
                     formatter.locale().percent();
    parts << named(opportunity.userId, opportunity.userName);
    parts.removeAll(QString());
    lines.detail = parts.join(u" · "_s);
    lines.note = tidyText(opportunity.note).left(500);
    if (opportunity.confidence && rank == 0)
        lines.confidence = int(std::clamp<qint64>(*opportunity.confidence, 0, 100));
    return lines;
}

QString LeadText::taskText(const Task &task)
{
    const QString text = tidyText(task.text);
    if (!text.isEmpty())
        return text;
    static const QHash<QString, const char *> kinds{{u"outgoing_call"_s, QT_TR_NOOP("Call")},
                                                    {u"incoming_email"_s, QT_TR_NOOP("Answer an email")},
                                                    {u"email_followup"_s, QT_TR_NOOP("Follow up an email")},
                                                    {u"missed_call"_s, QT_TR_NOOP("Missed call")},
                                                    {u"voicemail"_s, QT_TR_NOOP("Voicemail")},
                                                    {u"opportunity_due"_s, QT_TR_NOOP("Opportunity is due")},
                                                    {u"incoming_sms"_s, QT_TR_NOOP("Answer a text message")}};
    const char *kind = kinds.value(task.type);
    return kind ? tr(kind) : tr("Task");
}

bool LeadText::isOverdue(const Task &task, const CellFormatter &formatter)
{
    return !task.isDateless && task.date.isValid() && task.date < formatter.now().date();
}

QString LeadText::dueText(const Task &task, const CellFormatter &formatter)
{
    if (task.isDateless || !task.date.isValid())
        return {};
    const QDate today = formatter.now().date();
    const QString day = shortDay(task.date, today, formatter.locale());
    if (task.date < today)
        return tr("overdue since %1").arg(day);
    if (task.date == today)
        return tr("due today");
    return task.date == today.addDays(1) ? tr("due tomorrow") : tr("due %1").arg(day);
}

} // namespace Leadline

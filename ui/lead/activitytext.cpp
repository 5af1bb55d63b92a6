// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "activitytext.h"

#include "cellformatter.h"
#include "htmltext.h"
#include "plaintext.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QString iconOf(const QString &type)
{
    static const QHash<QString, QString> icons{{u"Note"_s, u"note"_s},
                                               {u"Call"_s, u"phone"_s},
                                               {u"Email"_s, u"mail"_s},
                                               {u"EmailThread"_s, u"mail"_s},
                                               {u"SMS"_s, u"phone"_s},
                                               {u"WhatsAppMessage"_s, u"phone"_s},
                                               {u"Meeting"_s, u"calendar"_s},
                                               {u"TaskCompleted"_s, u"check"_s},
                                               {u"LeadStatusChange"_s, u"status"_s},
                                               {u"OpportunityStatusChange"_s, u"status"_s},
                                               {u"Created"_s, u"plus"_s},
                                               {u"LeadMerge"_s, u"link"_s}};
    return icons.value(type, u"info"_s);
}

/// "Ida Marek" of "Ida Marek <ida@polarstern.example>".
QString senderName(const QString &sender)
{
    const qsizetype bracket = sender.indexOf(u'<');
    QString name = (bracket > 0 ? sender.left(bracket) : sender).trimmed();
    if (name.size() > 1 && name.startsWith(u'"') && name.endsWith(u'"'))
        name = name.mid(1, name.size() - 2);
    return name;
}

QString oneLine(const QString &text)
{
    return tidyText(text).simplified();
}

} // namespace

QString ActivityText::duration(qint64 seconds)
{
    if (seconds < 60)
        return tr("%1 s").arg(qMax<qint64>(seconds, 0));
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    if (minutes % 60 == 0)
        return tr("%1 h").arg(minutes / 60);
    return tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString ActivityText::callText(const Activity &activity)
{
    QStringList parts{activity.direction == "inbound"_L1    ? tr("Incoming call")
                      : activity.direction == "outbound"_L1 ? tr("Outgoing call")
                                                            : tr("Call")};
    if (activity.duration > 0)
        parts << duration(activity.duration);
    static const QHash<QString, const char *> words{{u"answered"_s, QT_TR_NOOP("answered")},
                                                    {u"no-answer"_s, QT_TR_NOOP("no answer")},
                                                    {u"vm-answer"_s, QT_TR_NOOP("voicemail")},
                                                    {u"vm-left"_s, QT_TR_NOOP("voicemail left")},
                                                    {u"busy"_s, QT_TR_NOOP("busy")},
                                                    {u"blocked"_s, QT_TR_NOOP("blocked")},
                                                    {u"error"_s, QT_TR_NOOP("did not connect")},
                                                    {u"abandoned"_s, QT_TR_NOOP("abandoned")}};
    if (const char *word = words.value(activity.disposition))
        parts << tr(word);
    else if (!activity.disposition.isEmpty())
        parts << oneLine(activity.disposition).replace(u'-', u' ');
    return parts.join(u", "_s);
}

QString ActivityText::noteOf(const Activity &activity)
{
    // The reduced form keeps lists and links that Close's own plain text loses.
    const QString reduced = plainTextOf(activity.noteHtml);
    return reduced.isEmpty() ? tidyText(activity.note) : reduced;
}

/// What an e-mail says, as plain text; some come as HTML only.
QString ActivityText::bodyOf(const Activity &activity)
{
    if (!activity.bodyText.isEmpty())
        return tidyText(activity.bodyText);
    const QString reduced = plainTextOf(activity.bodyHtml);
    return reduced.isEmpty() ? tidyText(activity.bodyPreview) : reduced;
}

QString ActivityText::sentence(const Activity &activity)
{
    const QString &type = activity.type;
    const QString title = oneLine(activity.title);
    if (type == "Note"_L1) {
        const QString note = noteOf(activity);
        if (title.isEmpty())
            return note.isEmpty() ? tr("Empty note") : note;
        return note.isEmpty() ? title : title + u'\n' + note;
    }
    if (type == "Call"_L1)
        return callText(activity);
    if (type == "Email"_L1 || type == "EmailThread"_L1) {
        const QString subject = oneLine(activity.subject);
        return subject.isEmpty() ? tr("Email without a subject") : subject;
    }
    if (type == "SMS"_L1 || type == "WhatsAppMessage"_L1) {
        const QString text = tidyText(activity.text);
        if (!text.isEmpty())
            return text;
        return type == "SMS"_L1 ? tr("Text message") : tr("WhatsApp message");
    }
    if (type == "Meeting"_L1) {
        const QString name = title.isEmpty() ? tr("Meeting") : title;
        return activity.duration > 0 ? tr("%1, %2").arg(name, duration(activity.duration)) : name;
    }
    if (type == "LeadStatusChange"_L1 || type == "OpportunityStatusChange"_L1) {
        const QString before = oneLine(activity.oldStatusLabel);
        const QString after = oneLine(activity.newStatusLabel);
        const QString change = before.isEmpty() ? after : before + u" → "_s + after;
        return type == "LeadStatusChange"_L1 ? change : tr("Opportunity: %1").arg(change);
    }
    if (type == "TaskCompleted"_L1) {
        const QString text = oneLine(activity.text);
        return text.isEmpty() ? tr("Task done") : tr("Task done: %1").arg(text);
    }
    if (type == "Created"_L1) {
        if (activity.source == "import"_L1)
            return tr("Lead created by an import");
        if (activity.source == "api"_L1)
            return tr("Lead created through the API");
        return activity.source == "email"_L1 ? tr("Lead created from an email") : tr("Lead created");
    }
    if (type == "LeadMerge"_L1)
        return tr("Another lead was merged into this one");
    if (type == "FormSubmission"_L1)
        return tr("Form submitted");
    return title.isEmpty() ? tr("Other activity") : title;
}

QString ActivityText::detailOf(const Activity &activity)
{
    if (activity.type == "Email"_L1 || activity.type == "EmailThread"_L1) {
        QStringList lines;
        if (!activity.sender.isEmpty())
            lines << tr("From %1").arg(oneLine(activity.sender));
        if (!activity.to.isEmpty())
            lines << tr("To %1").arg(oneLine(activity.to.join(u", "_s)));
        const QString body = bodyOf(activity);
        if (!body.isEmpty()) {
            if (!lines.isEmpty())
                lines << QString();
            lines << body;
        }
        return lines.join(u'\n');
    }
    if (activity.type == "Call"_L1 || activity.type == "Meeting"_L1)
        return noteOf(activity);
    return {};
}

ActivityEntry ActivityText::entryOf(const Activity &activity)
{
    ActivityEntry entry;
    entry.id = activity.id;
    entry.type = activity.type;
    entry.iconName = activity.isWaiting ? u"clock"_s : iconOf(activity.type);
    entry.text = sentence(activity);
    entry.detail = detailOf(activity);
    entry.at = activity.at;
    entry.isPinned = activity.isPinned;
    entry.isWaiting = activity.isWaiting;
    // The user of an incoming e-mail is whose mailbox it came to, not who wrote it.
    entry.author = oneLine(activity.direction == "incoming"_L1 && !activity.sender.isEmpty()
                               ? senderName(activity.sender)
                               : activity.userName);
    return entry;
}

QList<ActivityEntry> ActivityText::entriesOf(const QList<Activity> &activities)
{
    QHash<QString, qsizetype> last;
    for (qsizetype i = 0; i < activities.size(); ++i)
        last.insert(activities.at(i).id, i);
    QList<ActivityEntry> entries;
    entries.reserve(last.size());
    for (qsizetype i = 0; i < activities.size(); ++i) {
        if (last.value(activities.at(i).id) == i)
            entries.append(entryOf(activities.at(i)));
    }
    std::stable_sort(entries.begin(), entries.end(), [](const ActivityEntry &a, const ActivityEntry &b) {
        if (a.isPinned != b.isPinned)
            return a.isPinned;
        return a.at > b.at;
    });
    return entries;
}

QList<ActivityChoice> ActivityText::filters()
{
    return {{QString(), tr("All activity"), {}},
            {u"notes"_s, tr("Notes"), {u"Note"_s}},
            {u"calls"_s, tr("Calls"), {u"Call"_s}},
            {u"emails"_s, tr("Emails"), {u"Email"_s}},
            {u"messages"_s, tr("Messages"), {u"SMS"_s, u"WhatsAppMessage"_s}},
            {u"meetings"_s, tr("Meetings"), {u"Meeting"_s}},
            {u"tasks"_s, tr("Tasks done"), {u"TaskCompleted"_s}},
            {u"statuses"_s, tr("Status changes"), {u"LeadStatusChange"_s, u"OpportunityStatusChange"_s}}};
}

QString ActivityText::ago(const QDateTime &moment, const QDateTime &now, const QLocale &locale)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    const QDateTime current = now.toLocalTime();
    const qint64 minutes = local.secsTo(current) / 60;
    const qint64 days = local.date().daysTo(current.date());
    if (minutes < -5)
        return days == -1  ? tr("tomorrow")
               : days == 0 ? tr("today")
                           : shortDay(local.date(), current.date(), locale);
    if (minutes < 1)
        return tr("just now");
    if (minutes < 60)
        return tr("%1 min ago").arg(minutes);
    if (minutes < 4 * 60)
        return tr("%1 h ago").arg(minutes / 60);
    if (days == 0)
        return tr("today");
    if (days == 1)
        return tr("yesterday");
    if (days < 7)
        return tr("%1 days ago").arg(days);
    if (days < 14)
        return tr("last week");
    if (days < 28)
        return tr("%1 weeks ago").arg(days / 7);
    return shortDay(local.date(), current.date(), locale);
}

QString ActivityText::byLine(const ActivityEntry &entry, const QDateTime &now, const QLocale &locale)
{
    QStringList parts{isolated(entry.author), ago(entry.at, now, locale)};
    parts.removeAll(QString());
    const QString line = parts.join(u", "_s);
    if (entry.isWaiting)
        return tr("Not in Close yet · %1").arg(line);
    return entry.isPinned ? tr("Pinned · %1").arg(line) : line;
}

} // namespace Leadline

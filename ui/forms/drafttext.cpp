// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "drafttext.h"

#include "session.h"

#include <QCoreApplication>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

/// Sentences about drafts, in a translation context of their own.
struct DraftText
{
    Q_DECLARE_TR_FUNCTIONS(Leadline::DraftText)
};

/// The record's name, also where it is not loaded.
QString recordName(const KeptDraft &draft, RecordKind kind, const FormContext &context)
{
    if (context.session && context.session->table(kind)->rowOf(draft.recordId) >= 0)
        return context.session->nameOf(kind, draft.recordId);
    if (kind == RecordKind::Opportunity)
        return draft.leadName;
    const QVariantMap base = draft.parts.isEmpty() ? QVariantMap() : draft.parts.first().base;
    return base.value(u"name"_s).toString();
}

QString leadName(const KeptDraft &draft, const FormContext &context)
{
    const QString name = knownLeadName(draft.leadId, context);
    return name.isEmpty() ? draft.leadName : name;
}

QString typedName(const KeptDraft &draft)
{
    return draft.parts.isEmpty() ? QString() : draft.parts.first().typed.value(u"name"_s).toString();
}

/// The first where there is a name, else the second.
QString named(const QString &withName, const QString &without, const QString &name)
{
    return name.isEmpty() ? without : withName.arg(name);
}

template <typename T>
QStringList parts(const QVariant &value, QString T::*member)
{
    QStringList texts;
    for (const T &item : value.value<QList<T>>())
        texts.append(item.*member);
    return texts;
}

} // namespace

QString knownLeadName(const QString &leadId, const FormContext &context)
{
    const bool isKnown = context.session && context.session->leads()->rowOf(leadId) >= 0;
    return isKnown ? context.session->nameOf(RecordKind::Lead, leadId) : QString();
}

QString draftTitle(const KeptDraft &draft, const FormContext &context)
{
    const QString changes = DraftText::tr("Changes to “%1”");
    const bool isNew = draft.recordId.isEmpty();
    switch (draft.kind) {
    case KeptDraft::Kind::Lead:
        return isNew ? named(DraftText::tr("New lead “%1”"), DraftText::tr("New lead"), typedName(draft))
                     : named(changes, DraftText::tr("Changes to a lead"),
                             recordName(draft, RecordKind::Lead, context));
    case KeptDraft::Kind::Contact:
        return isNew
                   ? named(DraftText::tr("New contact “%1”"), DraftText::tr("New contact"), typedName(draft))
                   : named(changes, DraftText::tr("Changes to a contact"),
                           recordName(draft, RecordKind::Contact, context));
    case KeptDraft::Kind::Opportunity:
        return isNew ? named(DraftText::tr("New opportunity with “%1”"), DraftText::tr("New opportunity"),
                             leadName(draft, context))
                     : named(DraftText::tr("Changes to an opportunity with “%1”"),
                             DraftText::tr("Changes to an opportunity"),
                             recordName(draft, RecordKind::Opportunity, context));
    case KeptDraft::Kind::Note:
        return named(DraftText::tr("Note about “%1”"), DraftText::tr("Note"), leadName(draft, context));
    case KeptDraft::Kind::Call:
        return named(DraftText::tr("Call with “%1”"), DraftText::tr("Call"), leadName(draft, context));
    case KeptDraft::Kind::Task:
        break;
    }
    return isNew ? named(DraftText::tr("Task for “%1”"), DraftText::tr("Task"), leadName(draft, context))
                 : named(DraftText::tr("Changes to a task for “%1”"), DraftText::tr("Changes to a task"),
                         leadName(draft, context));
}

QString draftTime(const KeptDraft &draft, const FormContext &context)
{
    const QDateTime here = draft.changedAt.toLocalTime();
    return here.date() == context.today() ? context.locale.toString(here.time(), QLocale::ShortFormat)
                                          : context.locale.toString(here, QLocale::ShortFormat);
}

QString valueText(const QVariant &value, const FormContext &context)
{
    switch (value.typeId()) {
    case QMetaType::QDate:
        return context.locale.toString(value.toDate(), QLocale::ShortFormat);
    case QMetaType::QDateTime:
        return context.locale.toString(value.toDateTime().toLocalTime(), QLocale::ShortFormat);
    case QMetaType::Double:
        return context.locale.toString(value.toDouble());
    case QMetaType::QStringList:
        return value.toStringList().join(u", "_s);
    default:
        break;
    }
    const QStringList entries = parts(value, &EmailAddress::email) + parts(value, &PhoneNumber::phone) +
                                parts(value, &WebAddress::url) + parts(value, &PostalAddress::city);
    return entries.isEmpty() ? value.toString() : entries.join(u", "_s);
}

QString noRoomText()
{
    return DraftText::tr(
        "Nothing was sent: there is no room on the disk to note what is being sent, without which "
        "it could be sent twice.");
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "untoldchange.h"

#include "codec.h"
#include "localcopy.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

std::optional<RecordKind> recordKind(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Lead:
        return RecordKind::Lead;
    case DocumentKind::Opportunity:
        return RecordKind::Opportunity;
    case DocumentKind::Task:
        return RecordKind::Task;
    default:
        return {}; // not told of
    }
}

void readContacts(UntoldChange &change, const Lead &former, const Lead &now, const Schema &schema)
{
    const auto isIn = [](const QList<Contact> &contacts, const QString &id) {
        return std::any_of(contacts.begin(), contacts.end(), [&id](const Contact &c) { return c.id == id; });
    };
    QList<Contact> kept;
    for (const Contact &contact : former.contacts) {
        if (isIn(now.contacts, contact.id))
            kept.append(contact);
        else
            change.leftContacts.append({contact.id, columnBlock(schema.contacts, QList<Contact>{contact})});
    }
    for (const Contact &contact : now.contacts) {
        if (!isIn(former.contacts, contact.id))
            change.newContacts.append(contact.id);
    }
    change.formerContacts = columnBlock(schema.contacts, kept);
    change.contacts = columnBlock(schema.contacts, now.contacts);
}

template <typename R>
void readRecord(UntoldChange &change, const QByteArray &formerJson, const QByteArray &json,
                const Schema &schema)
{
    const Result<R> now = decodeRecord<R>(json);
    if (!now)
        return;
    change.now = columnBlock(fieldsOf<R>(schema), QList<R>{*now});
    const Result<R> former =
        formerJson.isEmpty() ? tl::make_unexpected(ApiError()) : decodeRecord<R>(formerJson);
    if (!former)
        return;
    change.former = columnBlock(fieldsOf<R>(schema), QList<R>{*former});
    if constexpr (std::is_same_v<R, Lead>)
        readContacts(change, *former, *now, schema);
}

UntoldChange readOne(LocalCopy &copy, const Document &former, const Schema &schema)
{
    UntoldChange change;
    change.keptId = former.key.id;
    const DocumentKey of{DocumentKind(former.key.id.section(u'/', 1, 1).toInt()),
                         former.key.id.section(u'/', 2)};
    const auto kind = recordKind(of.kind);
    const auto json = kind ? copy.document(of) : std::nullopt;
    if (!json)
        return change;
    change.kind = *kind;
    change.id = of.id;
    if (kind == RecordKind::Lead)
        readRecord<Lead>(change, former.json, *json, schema);
    else if (kind == RecordKind::Opportunity)
        readRecord<Opportunity>(change, former.json, *json, schema);
    else
        readRecord<Task>(change, former.json, *json, schema);
    return change;
}

} // namespace

QStringList UntoldChange::keepFormer(LocalCopy &copy, CopyChange &change)
{
    QStringList ids;
    QList<Document> formers;
    // Of one record there may be several until the list is written.
    const QString prefix = QString::number(copy.position());
    for (const Document &document : std::as_const(change.put)) {
        if (!recordKind(document.key.kind))
            continue;
        const QByteArray former = copy.document(document.key).value_or(QByteArray());
        if (former == document.json)
            continue;
        ids.append(u"%1/%2/%3"_s.arg(prefix).arg(int(document.key.kind)).arg(document.key.id));
        formers.append({{DocumentKind::Untold, ids.last()}, former});
    }
    change.put += formers;
    return ids;
}

QList<UntoldChange> UntoldChange::readAll(LocalCopy &copy, const Schema &schema)
{
    QList<Document> formers;
    copy.forEach(DocumentKind::Untold, [&formers](const Document &former) {
        formers.append(former);
        return true;
    });
    QList<UntoldChange> changes;
    for (const Document &former : std::as_const(formers))
        changes.append(readOne(copy, former, schema));
    return changes;
}

} // namespace Leadline

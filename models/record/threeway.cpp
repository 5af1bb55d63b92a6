// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "threeway.h"

#include "codec.h"

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

bool isSame(const Field &field, const QVariant &one, const QVariant &other)
{
    return one == other || encodeValue(field, one) == encodeValue(field, other);
}

bool isCustomList(const Field &field)
{
    return field.flags.testFlag(FieldFlag::Custom) &&
           (field.type == FieldType::Choices || field.type == FieldType::Users ||
            field.type == FieldType::Contacts);
}

QStringList without(const QStringList &list, const QStringList &others)
{
    QStringList rest;
    for (const QString &each : list) {
        if (!others.contains(each))
            rest.append(each);
    }
    return rest;
}

void mergeList(const Field &field, const QStringList &before, const QStringList &after,
               const QStringList &theirs, ThreeWayMerge *merge)
{
    const QStringList added = without(without(after, before), theirs);
    const QStringList removed = without(before, after);
    // An order of one's own holds as long as nobody else touched the list.
    const QStringList merged = theirs == before ? after : without(theirs, removed) + added;
    if (merged == theirs)
        return;
    merge->values.insert(field.key, merged);
    if (merged == theirs + added && added.size() == 1)
        merge->body.insert(field.key + ".add"_L1, added.first());
    else if (!merged.isEmpty() && removed.size() == 1 && merged == without(theirs, removed))
        merge->body.insert(field.key + ".remove"_L1, removed.first());
    else
        merge->body.insert(field.key, encodeValue(field, merged));
}

} // namespace

QStringList changedKeys(const FieldList &fields, const QVariantMap &before, const QVariantMap &after)
{
    return changedBody(fields, before, after).keys();
}

ThreeWayMerge mergeThreeWays(const FieldList &fields, const QVariantMap &before, const QVariantMap &after,
                             const QVariantMap &theirs)
{
    ThreeWayMerge merge;
    const QStringList changed = changedKeys(fields, before, after);
    for (const Field &field : fields) {
        if (!changed.contains(field.key))
            continue;
        const QVariant was = before.value(field.key);
        const QVariant mine = after.value(field.key);
        const QVariant other = theirs.value(field.key);
        if (isCustomList(field)) {
            mergeList(field, was.toStringList(), mine.toStringList(), other.toStringList(), &merge);
        } else if (isSame(field, was, other)) {
            merge.body.insert(field.key, encodeValue(field, mine));
            merge.values.insert(field.key, mine);
        } else if (!isSame(field, mine, other)) {
            merge.conflicts.append({field, was, mine, other});
        }
    }
    return merge;
}

} // namespace Leadline

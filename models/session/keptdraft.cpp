// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "keptdraft.h"

#include "fieldvaluejson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// The kinds' names on disk, in their order.
const QStringList &draftKinds()
{
    static const QStringList names{u"lead"_s, u"contact"_s, u"opportunity"_s,
                                   u"note"_s, u"call"_s,    u"task"_s};
    return names;
}

QJsonObject partToJson(const KeptDraft::Part &part)
{
    QJsonObject texts;
    for (auto text = part.texts.cbegin(); text != part.texts.cend(); ++text)
        texts.insert(text.key(), *text);
    return {{"base"_L1, fieldValuesToJson(part.base)},
            {"typed"_L1, fieldValuesToJson(part.typed)},
            {"texts"_L1, texts}};
}

KeptDraft::Part partFromJson(const QJsonObject &json)
{
    KeptDraft::Part part{fieldValuesFromJson(json.value("base"_L1).toObject()),
                         fieldValuesFromJson(json.value("typed"_L1).toObject()),
                         {}};
    const QJsonObject texts = json.value("texts"_L1).toObject();
    for (auto text = texts.constBegin(); text != texts.constEnd(); ++text)
        part.texts.insert(text.key(), text.value().toString());
    return part;
}

QJsonValue momentToJson(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toMSecsSinceEpoch()) : QJsonValue();
}

QDateTime momentFromJson(const QJsonValue &json)
{
    return json.isDouble() ? QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC) : QDateTime();
}

} // namespace

bool KeptDraft::isSameText(const KeptDraft &other) const
{
    return kind == other.kind && recordId == other.recordId && leadId == other.leadId &&
           parts == other.parts && attempt == other.attempt;
}

QByteArray draftToJson(const KeptDraft &draft)
{
    QJsonArray parts;
    for (const KeptDraft::Part &part : draft.parts)
        parts.append(partToJson(part));
    QJsonObject json{{"kind"_L1, draftKinds().at(int(draft.kind))},
                     {"record"_L1, draft.recordId},
                     {"lead"_L1, draft.leadId},
                     {"lead_name"_L1, draft.leadName},
                     {"changed"_L1, momentToJson(draft.changedAt)},
                     {"parts"_L1, parts}};
    if (draft.attempt) {
        QJsonObject attempt{{"newest"_L1, momentToJson(draft.attempt->newest)},
                            {"sent"_L1, momentToJson(draft.attempt->sent)}};
        if (draft.attempt->known)
            attempt.insert("known"_L1, QJsonArray::fromStringList(*draft.attempt->known));
        json.insert("attempt"_L1, attempt);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<KeptDraft> draftFromJson(const QString &id, const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const qsizetype kind = draftKinds().indexOf(object.value("kind"_L1).toString());
    if (kind < 0)
        return {};
    KeptDraft draft{.id = id,
                    .kind = KeptDraft::Kind(kind),
                    .recordId = object.value("record"_L1).toString(),
                    .leadId = object.value("lead"_L1).toString(),
                    .leadName = object.value("lead_name"_L1).toString(),
                    .changedAt = momentFromJson(object.value("changed"_L1))};
    for (const QJsonValueConstRef part : object.value("parts"_L1).toArray())
        draft.parts.append(partFromJson(part.toObject()));
    if (const QJsonValue attempt = object.value("attempt"_L1); attempt.isObject()) {
        draft.attempt =
            KeptDraft::Attempt{{}, momentFromJson(attempt["newest"_L1]), momentFromJson(attempt["sent"_L1])};
        if (const QJsonValue known = attempt["known"_L1]; known.isArray())
            draft.attempt->known = known.toVariant().toStringList();
    }
    return draft;
}

} // namespace Leadline

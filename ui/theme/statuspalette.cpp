// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "statuspalette.h"

#include <QSettings>

#include <array>
#include <span>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<Tone, 6> LeadRow{Tone::Grey, Tone::Accent, Tone::Good,
                                      Tone::Warn, Tone::Bad,    Tone::Violet};
constexpr std::array<Tone, 4> ActiveRow{Tone::Grey, Tone::Warn, Tone::Accent, Tone::Violet};
constexpr std::array<Tone, 1> WonRow{Tone::Good};
constexpr std::array<Tone, 1> LostRow{Tone::Bad};

std::span<const Tone> row(StatusPalette::Kind kind)
{
    switch (kind) {
    case StatusPalette::Kind::Lead:
        return LeadRow;
    case StatusPalette::Kind::ActiveOpportunity:
        return ActiveRow;
    case StatusPalette::Kind::WonOpportunity:
        return WonRow;
    case StatusPalette::Kind::LostOpportunity:
        return LostRow;
    }
    return LeadRow;
}

QString group(StatusPalette::Kind kind)
{
    switch (kind) {
    case StatusPalette::Kind::Lead:
        return u"statusTones/lead"_s;
    case StatusPalette::Kind::ActiveOpportunity:
        return u"statusTones/active"_s;
    case StatusPalette::Kind::WonOpportunity:
        return u"statusTones/won"_s;
    case StatusPalette::Kind::LostOpportunity:
        return u"statusTones/lost"_s;
    }
    return u"statusTones"_s;
}

constexpr std::array<std::pair<Tone, QLatin1StringView>, 6> Words{{
    {Tone::Grey, "grey"_L1},
    {Tone::Warn, "warn"_L1},
    {Tone::Accent, "accent"_L1},
    {Tone::Violet, "violet"_L1},
    {Tone::Good, "good"_L1},
    {Tone::Bad, "bad"_L1},
}};

} // namespace

StatusPalette::StatusPalette(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    for (const Kind kind : {Kind::Lead, Kind::ActiveOpportunity, Kind::WonOpportunity, Kind::LostOpportunity})
        load(kind);
}

void StatusPalette::load(Kind kind)
{
    m_settings->beginGroup(group(kind));
    const QStringList ids = m_settings->childKeys();
    for (const QString &id : ids) {
        const QString word = m_settings->value(id).toString();
        for (const auto &[tone, name] : Words) {
            if (word == name)
                m_tones[int(kind)].insert(id, tone);
        }
    }
    m_settings->endGroup();
}

Tone StatusPalette::tone(Kind kind, const QString &statusId)
{
    if (statusId.isEmpty())
        return Tone::Grey;
    const auto &known = m_tones[int(kind)];
    const auto it = known.constFind(statusId);
    if (it != known.cend())
        return *it;
    const auto tones = row(kind);
    const Tone chosen = tones[std::size_t(known.size()) % tones.size()];
    store(kind, statusId, chosen);
    return chosen;
}

void StatusPalette::setTone(Kind kind, const QString &statusId, Tone tone)
{
    store(kind, statusId, tone);
    Q_EMIT toneChanged(statusId);
}

void StatusPalette::store(Kind kind, const QString &statusId, Tone tone)
{
    m_tones[int(kind)].insert(statusId, tone);
    for (const auto &[each, name] : Words) {
        if (each == tone)
            m_settings->setValue(group(kind) + u'/' + statusId, QString(name));
    }
}

} // namespace Leadline

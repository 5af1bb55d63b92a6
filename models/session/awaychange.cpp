// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "awaychange.h"

#include <QDataStream>
#include <QIODevice>

namespace Leadline {

namespace {

constexpr quint8 AwayVersion = 1;
constexpr auto StreamVersion = QDataStream::Qt_6_4;

QDataStream &operator<<(QDataStream &out, const FormerValue &former)
{
    return out << former.value << former.userId;
}

QDataStream &operator>>(QDataStream &in, FormerValue &former)
{
    return in >> former.value >> former.userId;
}

QDataStream &operator<<(QDataStream &out, const AwayChange &change)
{
    out << quint8(change.kind) << change.id << quint8(change.what) << change.leadId << change.name
        << change.mergedInto << change.userId << change.at << change.isSeen << quint32(change.former.size());
    for (auto it = change.former.begin(); it != change.former.end(); ++it)
        out << it.key() << *it;
    return out;
}

QDataStream &operator>>(QDataStream &in, AwayChange &change)
{
    quint8 kind = 0;
    quint8 what = 0;
    quint32 fields = 0;
    in >> kind >> change.id >> what >> change.leadId >> change.name >> change.mergedInto >> change.userId >>
        change.at >> change.isSeen >> fields;
    change.kind = RecordKind(kind);
    change.what = AwayChange::What(what);
    for (quint32 i = 0; i < fields && in.status() == QDataStream::Ok; ++i) {
        QString key;
        in >> key;
        in >> change.former[key];
    }
    return in;
}

} // namespace

QByteArray AwayState::toBytes() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(StreamVersion);
    out << AwayVersion << since << sinceFollowed << dropped << quint32(changes.size());
    for (const AwayChange &change : changes)
        out << change;
    return bytes;
}

AwayState AwayState::fromBytes(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(StreamVersion);
    quint8 version = 0;
    in >> version;
    if (version != AwayVersion)
        return {};
    AwayState state;
    quint32 count = 0;
    in >> state.since >> state.sinceFollowed >> state.dropped >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        AwayChange change;
        in >> change;
        state.changes.append(change);
    }
    return in.status() == QDataStream::Ok ? state : AwayState();
}

} // namespace Leadline

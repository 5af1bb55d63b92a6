// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "piecestream.h"

#include <algorithm>
#include <unordered_map>

namespace Leadline {

namespace {

constexpr size_t IdSize = std::tuple_size_v<PackedId>;
/// So many rows tell whether it is worth the while to look at all of them.
constexpr size_t ProbeRows = 256;

/// Rows that share what they hold.
struct Sharing
{
    std::vector<quint16> slotOf;        ///< by row; none when nothing is shared
    std::vector<std::string_view> held; ///< by slot
};

/// Nothing is shared where it saves less than an eighth.
Sharing sharingOf(const std::vector<std::string_view> &values)
{
    Sharing sharing;
    std::unordered_map<std::string_view, quint16> slots;
    slots.reserve(values.size());
    size_t bytes = 0;
    size_t saved = 0;
    for (size_t row = 0; row < values.size(); ++row) {
        if (row == ProbeRows && sharing.held.size() > ProbeRows * 3 / 4)
            break;
        const auto [slot, isNew] = slots.try_emplace(values[row], quint16(sharing.held.size()));
        if (isNew)
            sharing.held.push_back(values[row]);
        else
            saved += values[row].size();
        bytes += values[row].size();
        sharing.slotOf.push_back(slot->second);
    }
    const size_t cost = values.size() * sizeof(quint16);
    if (sharing.slotOf.size() == values.size() && saved > cost + bytes / 8)
        return sharing;
    return {{}, values};
}

/// False where one of them is no slot.
bool areSlots(std::span<const quint16> slotOf, size_t slots, quint32 rows)
{
    return slotOf.empty() ||
           (slotOf.size() == rows && slots > 0 && *std::max_element(slotOf.begin(), slotOf.end()) < slots);
}

} // namespace

void writeTexts(ByteWriter &out, const std::vector<std::string_view> &texts)
{
    const Sharing sharing = sharingOf(texts);
    TextEnds ends;
    quint32 end = 0;
    for (const std::string_view text : sharing.held) {
        end += quint32(text.size());
        ends.append(end);
    }
    if (end == 0)
        ends = {};
    out.array(end == 0 ? std::span<const quint16>() : sharing.slotOf);
    out.array(ends.bases());
    out.array(ends.offsets());
    out.array(ends.wide());
    out.number(end);
    for (const std::string_view text : sharing.held)
        out.bytes(text);
}

TextPiece readTexts(ByteReader &in, quint32 rows, const std::shared_ptr<char> &block)
{
    const std::span<const quint16> slotOf = in.array<quint16>();
    const std::span<const quint32> bases = in.array<quint32>();
    const std::span<const quint16> offsets = in.array<quint16>();
    const std::span<const quint32> wide = in.array<quint32>();
    const std::string_view text = in.bytes(in.number());
    constexpr size_t GroupSlots = size_t(1) << TextEnds::GroupShift;
    const bool hasBases = bases.size() == (offsets.size() + GroupSlots - 1) / GroupSlots;
    TextEnds ends({bases, block}, {offsets, block}, {wide, block});
    const size_t slots = hasBases && (offsets.empty() || wide.empty()) ? ends.size() : 0;
    const bool isGood = slots == 0 ? text.empty() && offsets.empty() && wide.empty() && slotOf.empty()
                                   : (slotOf.empty() ? slots == rows : areSlots(slotOf, slots, rows)) &&
                                         ends[slots - 1] == text.size();
    if (!isGood) {
        in.fail();
        return {};
    }
    return {PieceArray<char>(text, block), std::move(ends), {slotOf, block}, rows};
}

void writeIds(ByteWriter &out, const IdPiece &ids)
{
    out.number(ids.isPacked() ? 1 : 0);
    if (!ids.isPacked()) {
        std::vector<IdText> texts;
        for (size_t row = 0; row < ids.size(); ++row)
            texts.push_back(ids.at(row));
        writeTexts(out, {texts.begin(), texts.end()});
        return;
    }
    std::vector<std::string_view> packed;
    const auto *bytes = reinterpret_cast<const char *>(ids.packed().data());
    for (size_t at = 0; at < ids.packed().size(); at += IdSize)
        packed.emplace_back(bytes + at, IdSize);
    const Sharing sharing = sharingOf(packed);
    out.number(quint32(ids.prefix().size()));
    out.bytes(ids.prefix());
    out.array(sharing.slotOf);
    out.number(quint32(sharing.held.size()));
    for (const std::string_view id : sharing.held)
        out.bytes(id);
}

std::shared_ptr<IdPiece> readIds(ByteReader &in, quint32 rows, const std::shared_ptr<char> &block)
{
    if (in.number() == 0)
        return std::make_shared<IdPiece>(readTexts(in, rows, block));
    const std::string_view prefix = in.bytes(in.number());
    const std::span<const quint16> slotOf = in.array<quint16>();
    const size_t slots = in.number();
    const std::string_view bytes = in.bytes(slots * IdSize);
    if (slotOf.empty() ? slots != 0 && slots != rows : !areSlots(slotOf, slots, rows)) {
        in.fail();
        return std::make_shared<IdPiece>();
    }
    const std::span packed(reinterpret_cast<const quint8 *>(bytes.data()), bytes.size());
    return std::make_shared<IdPiece>(prefix, PieceArray<quint8>(packed, block), PieceArray<quint16>(slotOf, block), rows);
}

void writeIntegers(ByteWriter &out, const IntegerPiece &integers)
{
    out.number(integers.width());
    out.array(integers.raw());
}

IntegerPiece readIntegers(ByteReader &in, quint32 rows, const std::shared_ptr<char> &block)
{
    const quint32 width = in.number();
    const std::span<const quint8> bytes = in.array<quint8>();
    if (!IntegerPiece::isWidth(width) || (!bytes.empty() && bytes.size() != size_t(rows) * width))
        in.fail();
    return {PieceArray<quint8>(bytes, block), quint8(width), rows};
}

void writeReals(ByteWriter &out, const RealPiece &reals)
{
    out.array(reals.raw());
}

RealPiece readReals(ByteReader &in, quint32 rows, const std::shared_ptr<char> &block)
{
    const std::span<const double> values = in.array<double>();
    if (!values.empty() && values.size() != rows)
        in.fail();
    return {PieceArray<double>(values, block), rows};
}

} // namespace Leadline

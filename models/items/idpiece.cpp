// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "idpiece.h"

#include <QHashFunctions>

#include <algorithm>
#include <cstring>

namespace Leadline {

namespace {

constexpr std::string_view Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr quint8 End = 63; ///< behind the last digit; alone, the blank id
constexpr size_t PackedSize = std::tuple_size_v<PackedId>;
constexpr size_t MostDigits = PackedSize * 8 / 6;
constexpr size_t MostPrefix = 8;

constexpr std::array<quint8, 256> makeCodes()
{
    std::array<quint8, 256> codes{};
    codes.fill(End);
    for (size_t i = 0; i < Digits.size(); ++i)
        codes[quint8(Digits[i])] = quint8(i);
    return codes;
}

/// By byte: its place among the digits, or End.
constexpr std::array<quint8, 256> Codes = makeCodes();

/// Nothing when there is another character, or one too many.
std::optional<PackedId> packedDigits(std::string_view digits)
{
    if (digits.size() > MostDigits)
        return {};
    std::array<quint8, MostDigits> codes;
    codes.fill(End);
    for (size_t i = 0; i < digits.size(); ++i) {
        codes[i] = Codes[quint8(digits[i])];
        if (codes[i] == End)
            return {};
    }
    PackedId packed;
    for (size_t i = 0; i < PackedSize / 3; ++i) {
        const quint8 *four = codes.data() + 4 * i;
        const quint32 bits = quint32(four[0]) << 18 | quint32(four[1]) << 12 | quint32(four[2]) << 6 | four[3];
        packed[3 * i] = quint8(bits >> 16);
        packed[3 * i + 1] = quint8(bits >> 8);
        packed[3 * i + 2] = quint8(bits);
    }
    return packed;
}

size_t hashOf(const quint8 *packed)
{
    return qHashBits(packed, PackedSize);
}

} // namespace

IdKey::IdKey(std::string_view id)
    : m_text(id)
{
    const size_t underscore = id.find('_');
    if (underscore >= MostPrefix || underscore + 1 == id.size())
        return;
    m_prefixSize = underscore + 1;
    m_packed = packedDigits(id.substr(underscore + 1));
}

size_t IdKey::hash() const
{
    return m_packed ? hashOf(m_packed->data()) : qHashBits(m_text.data(), m_text.size());
}

IdText::IdText(std::string_view prefix, const quint8 *packed)
{
    if (packed[0] >> 2 == End)
        return;
    char *to = std::copy(prefix.begin(), prefix.end(), m_own.data());
    for (size_t i = 0; i < PackedSize / 3; ++i, packed += 3) {
        const quint32 bits = quint32(packed[0]) << 16 | quint32(packed[1]) << 8 | packed[2];
        for (int shift = 18; shift >= 0; shift -= 6) {
            const quint32 code = bits >> shift & 63;
            if (code >= Digits.size()) {
                m_size = quint8(to - m_own.data());
                return;
            }
            *to++ = Digits[code];
        }
    }
    m_size = quint8(to - m_own.data());
}

IdPiece::IdPiece(const IdPiece &other)
    : m_prefix(other.m_prefix)
    , m_packed(other.m_packed)
    , m_slotOf(other.m_slotOf)
    , m_rows(other.m_rows)
    , m_texts(other.m_texts ? std::make_unique<TextPiece>(*other.m_texts) : nullptr)
{
}

IdText IdPiece::at(size_t row) const
{
    if (m_texts)
        return IdText(m_texts->at(row));
    return m_packed.size() == 0 ? IdText() : IdText(m_prefix, bytesAt(row));
}

bool IdPiece::isBlank(size_t row) const
{
    if (m_texts)
        return m_texts->at(row).empty();
    return m_packed.size() == 0 || bytesAt(row)[0] >> 2 == End;
}

bool IdPiece::isSame(size_t row, const IdKey &key) const
{
    if (m_texts)
        return m_texts->at(row) == key.text();
    if (!key.packed())
        return key.text().empty() && isBlank(row);
    return m_packed.size() > 0 && std::memcmp(bytesAt(row), key.packed()->data(), PackedSize) == 0 &&
           key.prefix() == m_prefix;
}

size_t IdPiece::hash(size_t row) const
{
    if (!m_texts && !isBlank(row))
        return hashOf(bytesAt(row));
    return IdKey(at(row)).hash();
}

/// False when \a id has to be kept as text.
bool IdPiece::pack(std::string_view id, PackedId &packed)
{
    packed.fill(0xFF);
    if (id.empty())
        return true;
    const IdKey key(id);
    if (!key.packed() || (!m_prefix.empty() && m_prefix != key.prefix()))
        return false;
    m_prefix = key.prefix();
    packed = *key.packed();
    return true;
}

void IdPiece::unpackAll()
{
    auto texts = std::make_unique<TextPiece>();
    for (size_t row = 0; row < m_rows; ++row)
        texts->append(at(row));
    m_texts = std::move(texts);
    m_packed = {};
    m_slotOf = {};
}

/// Gives every row an id of its own.
void IdPiece::unshare()
{
    if (m_slotOf.size() == 0)
        return;
    std::vector<quint8> packed;
    packed.reserve((m_rows + 1) * PackedSize);
    for (size_t row = 0; row < m_rows; ++row)
        packed.insert(packed.end(), bytesAt(row), bytesAt(row) + PackedSize);
    m_packed = PieceArray<quint8>(std::move(packed));
    m_slotOf = {};
}

void IdPiece::append(std::string_view id)
{
    unshare();
    PackedId packed;
    if (!m_texts && !pack(id, packed))
        unpackAll();
    if (m_texts) {
        m_texts->append(id);
    } else if (m_packed.size() > 0 || !id.empty()) {
        std::vector<quint8> &bytes = m_packed.own();
        bytes.resize(m_rows * PackedSize, 0xFF);
        bytes.insert(bytes.end(), packed.begin(), packed.end());
    }
    ++m_rows;
}

void IdPiece::set(size_t row, std::string_view id)
{
    unshare();
    PackedId packed;
    if (!m_texts && !pack(id, packed))
        unpackAll();
    if (m_texts) {
        m_texts->set(row, id);
    } else if (m_packed.size() > 0 || !id.empty()) {
        std::vector<quint8> &bytes = m_packed.own();
        bytes.resize(m_rows * PackedSize, 0xFF);
        std::copy(packed.begin(), packed.end(), bytes.begin() + std::ptrdiff_t(row * PackedSize));
    }
}

void IdPiece::shrink()
{
    if (m_texts)
        m_texts->shrink();
    else if (m_packed.size() > 0)
        m_packed.own().shrink_to_fit();
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "numberpiece.h"

#include <algorithm>
#include <array>

namespace Leadline {

namespace {

constexpr std::array<quint8, 5> Widths{1, 2, 4, 6, 8};

/// The least width in which \a value is not taken for the blank.
quint8 widthFor(qint64 value)
{
    if (value == NoInteger)
        return 1;
    for (const quint8 width : Widths) {
        const qint64 most = width == 8 ? std::numeric_limits<qint64>::max() : (qint64(1) << (8 * width - 1)) - 1;
        if (value >= -most && value <= most)
            return width;
    }
    return 8;
}

} // namespace

bool IntegerPiece::isWidth(quint32 width)
{
    return std::find(Widths.begin(), Widths.end(), width) != Widths.end();
}

void IntegerPiece::write(quint8 *at, qint64 value) const
{
    const quint64 bits = value == NoInteger ? quint64(1) << (8 * m_width - 1) : quint64(value);
    for (quint8 i = 0; i < m_width; ++i)
        at[i] = quint8(bits >> (8 * i));
}

void IntegerPiece::widenFor(qint64 value)
{
    const quint8 needed = widthFor(value);
    if (needed <= m_width)
        return;
    const IntegerPiece before = *this;
    m_width = needed;
    if (before.isBlank())
        return;
    std::vector<quint8> bytes(size_t(m_rows) * m_width);
    for (size_t row = 0; row < m_rows; ++row)
        write(bytes.data() + row * m_width, before[row]);
    m_bytes = PieceArray<quint8>(std::move(bytes));
}

/// The bytes, for a value of which some is to be written.
std::vector<quint8> &IntegerPiece::written(qint64 value)
{
    widenFor(value);
    const bool wasBlank = isBlank();
    std::vector<quint8> &bytes = m_bytes.own();
    if (wasBlank) {
        bytes.resize(size_t(m_rows) * m_width);
        for (size_t row = 0; row < m_rows; ++row)
            write(bytes.data() + row * m_width, NoInteger);
    }
    return bytes;
}

void IntegerPiece::push_back(qint64 value)
{
    if (!isBlank() || value != NoInteger) {
        std::vector<quint8> &bytes = written(value);
        bytes.resize(bytes.size() + m_width);
        write(bytes.data() + bytes.size() - m_width, value);
    }
    ++m_rows;
}

void IntegerPiece::set(size_t row, qint64 value)
{
    if (!isBlank() || value != NoInteger)
        write(written(value).data() + row * m_width, value);
}

void IntegerPiece::shrink()
{
    if (!isBlank())
        m_bytes.own().shrink_to_fit();
}

std::vector<double> &RealPiece::written()
{
    std::vector<double> &values = m_values.own();
    if (values.empty())
        values.assign(m_rows, std::nan(""));
    return values;
}

void RealPiece::push_back(double value)
{
    if (m_values.size() > 0 || !std::isnan(value))
        written().push_back(value);
    ++m_rows;
}

void RealPiece::set(size_t row, double value)
{
    if (m_values.size() > 0 || !std::isnan(value))
        written()[row] = value;
}

} // namespace Leadline

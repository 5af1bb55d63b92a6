// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnblock.h"
#include "piecearray.h"

#include <QtEndian>

#include <cmath>

namespace Leadline {

/// The whole numbers of one piece of a column, each in as many bytes as the largest of them needs: counts and
/// amounts are small as a rule. While all are blank, only their number is kept.
class IntegerPiece
{
public:
    IntegerPiece() = default;
    /// As raw() and width() gave them; no bytes when all of \a rows are blank.
    IntegerPiece(PieceArray<quint8> bytes, quint8 width, quint32 rows)
        : m_bytes(std::move(bytes))
        , m_rows(rows)
        , m_width(width)
    {
    }
    static bool isWidth(quint32 width);

    size_t size() const { return m_rows; }
    qint64 operator[](size_t row) const
    {
        if (isBlank())
            return NoInteger;
        const quint8 *at = m_bytes.data() + row * m_width;
        switch (m_width) {
        case 1:
            return valueOf<qint8>(at);
        case 2:
            return valueOf<qint16>(at);
        case 4:
            return valueOf<qint32>(at);
        case 6: {
            const qint64 high = qFromLittleEndian<qint16>(at + 4);
            const qint64 value = high * (qint64(1) << 32) + qFromLittleEndian<quint32>(at);
            return value == BlankOfSix ? NoInteger : value;
        }
        default:
            return qFromLittleEndian<qint64>(at);
        }
    }
    void push_back(qint64 value);
    void set(size_t row, qint64 value);
    /// The piece has all its rows: gives back what it holds in reserve.
    void shrink();
    size_t bytes() const { return m_bytes.bytes(); }
    std::span<const quint8> raw() const { return m_bytes.span(); }
    quint8 width() const { return m_width; }

private:
    static constexpr qint64 BlankOfSix = -(qint64(1) << 47);

    /// The least number of a width stands for no value.
    template <typename T>
    static qint64 valueOf(const quint8 *at)
    {
        const T value = qFromLittleEndian<T>(at);
        return value == std::numeric_limits<T>::min() ? NoInteger : value;
    }
    bool isBlank() const { return m_bytes.size() == 0; }
    void widenFor(qint64 value);
    void write(quint8 *at, qint64 value) const;
    std::vector<quint8> &written(qint64 value);

    PieceArray<quint8> m_bytes;
    quint32 m_rows = 0;
    quint8 m_width = 1;
};

/// The symbols of one piece; 0 is the blank.
class SymbolPiece
{
public:
    SymbolPiece() = default;
    explicit SymbolPiece(IntegerPiece values)
        : m_values(std::move(values))
    {
    }
    quint32 at(size_t row) const
    {
        const qint64 value = m_values[row];
        return value == NoInteger ? 0 : quint32(value);
    }
    void push_back(quint32 symbol) { m_values.push_back(valueOf(symbol)); }
    void set(size_t row, quint32 symbol) { m_values.set(row, valueOf(symbol)); }
    void shrink() { m_values.shrink(); }
    size_t bytes() const { return m_values.bytes(); }
    const IntegerPiece &values() const { return m_values; }

private:
    static qint64 valueOf(quint32 symbol) { return symbol == 0 ? NoInteger : qint64(symbol); }

    IntegerPiece m_values;
};

/// The real numbers of one piece. While all are blank, only their number is kept.
class RealPiece
{
public:
    RealPiece() = default;
    /// No values when all of \a rows are blank.
    RealPiece(PieceArray<double> values, quint32 rows)
        : m_values(std::move(values))
        , m_rows(rows)
    {
    }
    size_t size() const { return m_rows; }
    double operator[](size_t row) const { return m_values.size() == 0 ? std::nan("") : m_values[row]; }
    void push_back(double value);
    void set(size_t row, double value);
    size_t bytes() const { return m_values.bytes(); }
    std::span<const double> raw() const { return m_values.span(); }

private:
    std::vector<double> &written();

    PieceArray<double> m_values;
    quint32 m_rows = 0;
};

} // namespace Leadline

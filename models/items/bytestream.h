// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringList>

#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace Leadline {

/// Numbers, arrays and texts end to end, as this processor has them in memory: for bytes that stay on this
/// machine.
class ByteWriter
{
public:
    void number(quint32 value) { m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value); }
    void bytes(std::string_view bytes) { m_bytes.append(bytes.data(), qsizetype(bytes.size())); }
    /// At an address that fits T, counted from the beginning.
    template <typename T>
    void array(std::span<const T> values)
    {
        static_assert(std::is_arithmetic_v<T>);
        number(quint32(values.size()));
        while (m_bytes.size() % qsizetype(alignof(T)) != 0)
            m_bytes.append('\0');
        m_bytes.append(reinterpret_cast<const char *>(values.data()), qsizetype(values.size() * sizeof(T)));
    }
    void texts(const QStringList &texts)
    {
        number(quint32(texts.size()));
        for (const QString &text : texts) {
            const QByteArray utf8 = text.toUtf8();
            number(quint32(utf8.size()));
            m_bytes.append(utf8);
        }
    }
    template <typename T>
    void array(const std::vector<T> &values)
    {
        array(std::span<const T>(values));
    }
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what ByteWriter wrote. What goes beyond the end is blank, and isGood() no longer holds.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes)
        : m_rest(bytes)
        , m_begin(bytes.data())
    {
    }
    bool isGood() const { return m_isGood; }
    void fail() { m_isGood = false; }

    std::string_view bytes(size_t size)
    {
        if (size > m_rest.size()) {
            fail();
            return {};
        }
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }
    quint32 number()
    {
        quint32 value = 0;
        const std::string_view raw = bytes(sizeof value);
        if (!raw.empty())
            std::memcpy(&value, raw.data(), sizeof value);
        return value;
    }
    /// The values where they are, which has to be at an address that fits every number.
    template <typename T>
    std::span<const T> array()
    {
        const size_t count = number();
        const size_t beyond = size_t(m_rest.data() - m_begin) % alignof(T);
        bytes(beyond == 0 ? 0 : alignof(T) - beyond);
        const std::string_view raw = bytes(count * sizeof(T));
        return {reinterpret_cast<const T *>(raw.data()), raw.size() / sizeof(T)};
    }
    QStringList texts()
    {
        QStringList texts;
        for (quint32 left = number(); left > 0 && m_isGood; --left) {
            const std::string_view text = bytes(number());
            texts.append(QString::fromUtf8(text.data(), qsizetype(text.size())));
        }
        return texts;
    }

private:
    std::string_view m_rest;
    const char *m_begin;
    bool m_isGood = true;
};

} // namespace Leadline

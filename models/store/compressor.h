// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace Leadline {

/// Compresses many small texts that are alike. The first ones teach it a dictionary, with which each of the
/// others takes an eighth of its size instead of a third.
class Compressor
{
public:
    Compressor();
    ~Compressor();

    QByteArray compress(QByteArrayView plain);
    /// Nothing for what compress() has not made, or with a dictionary that is not here.
    std::optional<QByteArray> decompress(QByteArrayView frame);

    /// Adds a dictionary; the last one is that of all further texts. False for bytes that are none.
    bool addDictionary(const QByteArray &bytes);
    bool hasDictionary() const { return m_compressing != nullptr; }
    /// A text to learn from, while there is no dictionary.
    void learn(QByteArrayView plain);
    /// The dictionary that the learned texts make, once they are enough; nothing before.
    std::optional<QByteArray> trainedDictionary();

private:
    struct Deleter
    {
        void operator()(ZSTD_CCtx_s *context) const;
        void operator()(ZSTD_DCtx_s *context) const;
        void operator()(ZSTD_CDict_s *dictionary) const;
        void operator()(ZSTD_DDict_s *dictionary) const;
    };

    std::unique_ptr<ZSTD_CCtx_s, Deleter> m_compression;
    std::unique_ptr<ZSTD_DCtx_s, Deleter> m_decompression;
    std::unique_ptr<ZSTD_CDict_s, Deleter> m_compressing;
    std::unordered_map<unsigned, std::unique_ptr<ZSTD_DDict_s, Deleter>> m_dictionaries; ///< by zstd's own id
    QByteArray m_samples;
    std::vector<size_t> m_sampleSizes;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "compressor.h"

#include <zdict.h>
#include <zstd.h>

namespace Leadline {

namespace {

/// The quickest level loses little with a dictionary.
constexpr int Level = 1;
constexpr size_t DictionaryBytes = 64 * 1024;
constexpr size_t SamplesWanted = 600;
constexpr qsizetype SampleBytesWanted = 4 * 1024 * 1024;
/// A sealed text was written by this program, but no text is that long.
constexpr unsigned long long LongestText = 1ULL << 30;

} // namespace

void Compressor::Deleter::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

void Compressor::Deleter::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

void Compressor::Deleter::operator()(ZSTD_CDict_s *dictionary) const
{
    ZSTD_freeCDict(dictionary);
}

void Compressor::Deleter::operator()(ZSTD_DDict_s *dictionary) const
{
    ZSTD_freeDDict(dictionary);
}

Compressor::Compressor()
    : m_compression(ZSTD_createCCtx())
    , m_decompression(ZSTD_createDCtx())
{
}

Compressor::~Compressor() = default;

QByteArray Compressor::compress(QByteArrayView plain)
{
    QByteArray frame(qsizetype(ZSTD_compressBound(size_t(plain.size()))), Qt::Uninitialized);
    const size_t size =
        m_compressing ? ZSTD_compress_usingCDict(m_compression.get(), frame.data(), size_t(frame.size()),
                                                 plain.data(), size_t(plain.size()), m_compressing.get())
                      : ZSTD_compressCCtx(m_compression.get(), frame.data(), size_t(frame.size()),
                                          plain.data(), size_t(plain.size()), Level);
    // Given room for the worst case, it fails for want of memory only.
    if (ZSTD_isError(size))
        qFatal("zstd: %s", ZSTD_getErrorName(size));
    frame.resize(qsizetype(size));
    return frame;
}

std::optional<QByteArray> Compressor::decompress(QByteArrayView frame)
{
    const unsigned long long bytes = ZSTD_getFrameContentSize(frame.data(), size_t(frame.size()));
    if (bytes == ZSTD_CONTENTSIZE_ERROR || bytes == ZSTD_CONTENTSIZE_UNKNOWN || bytes > LongestText)
        return {};
    QByteArray plain(qsizetype(bytes), Qt::Uninitialized);
    const unsigned id = ZSTD_getDictID_fromFrame(frame.data(), size_t(frame.size()));
    const auto dictionary = m_dictionaries.find(id);
    if (id != 0 && dictionary == m_dictionaries.end())
        return {};
    const size_t size =
        id != 0 ? ZSTD_decompress_usingDDict(m_decompression.get(), plain.data(), size_t(plain.size()),
                                             frame.data(), size_t(frame.size()), dictionary->second.get())
                : ZSTD_decompressDCtx(m_decompression.get(), plain.data(), size_t(plain.size()), frame.data(),
                                      size_t(frame.size()));
    if (ZSTD_isError(size) || size != bytes)
        return {};
    return plain;
}

bool Compressor::addDictionary(const QByteArray &bytes)
{
    const unsigned id = ZDICT_getDictID(bytes.constData(), size_t(bytes.size()));
    if (id == 0)
        return false;
    m_dictionaries[id].reset(ZSTD_createDDict(bytes.constData(), size_t(bytes.size())));
    m_compressing.reset(ZSTD_createCDict(bytes.constData(), size_t(bytes.size()), Level));
    m_samples = QByteArray();
    m_sampleSizes = {};
    return true;
}

void Compressor::learn(QByteArrayView plain)
{
    if (hasDictionary() || plain.isEmpty() || plain.size() > SampleBytesWanted / 8)
        return;
    m_samples.append(plain);
    m_sampleSizes.push_back(size_t(plain.size()));
}

std::optional<QByteArray> Compressor::trainedDictionary()
{
    if (hasDictionary() || (m_sampleSizes.size() < SamplesWanted && m_samples.size() < SampleBytesWanted))
        return {};
    QByteArray dictionary(qsizetype(DictionaryBytes), Qt::Uninitialized);
    const size_t size = ZDICT_trainFromBuffer(dictionary.data(), DictionaryBytes, m_samples.constData(),
                                              m_sampleSizes.data(), unsigned(m_sampleSizes.size()));
    m_samples = QByteArray();
    m_sampleSizes = {};
    // Too few or too different: the next ones may do.
    if (ZDICT_isError(size))
        return {};
    dictionary.resize(qsizetype(size));
    return dictionary;
}

} // namespace Leadline

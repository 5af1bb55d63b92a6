// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "gzip.h"

#include <zlib.h>

namespace Leadline::Demo {

std::string gzip(const std::string &bytes)
{
    z_stream stream{};
    constexpr int gzipWrapper = 15 + 16;
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzipWrapper, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace Leadline::Demo

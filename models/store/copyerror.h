// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace Leadline {

/// Why the local copy cannot be used, or not any more.
struct CopyError
{
    enum class Kind {
        WrongKey,    ///< sealed with another key: erased and begun anew
        Damaged,     ///< torn, or not ours
        NewerFormat, ///< written by a later version
        DiskFull,
        NotWritable, ///< the folder cannot be made or written
        Busy,        ///< another process has it open
        Other,
    };

    Kind kind = Kind::Other;
    QString message; ///< technical, for details and logs; plain text, nothing of a record
};

template <typename T>
using CopyResult = tl::expected<T, CopyError>;

} // namespace Leadline

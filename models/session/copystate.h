// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Leadline {

/// Whether this session's records are kept on this machine, and if not, why.
struct CopyState
{
    enum class Kind {
        Off,          ///< not wanted: the demo
        Kept,         ///< in the local copy
        BegunAnew,    ///< kept; what was there could not be read and is loaded again
        NoKeychain,   ///< this desktop has no keychain to hold the copy's key
        KeyUnread,    ///< the keychain is locked or failed
        NewerVersion, ///< a later version of the program wrote it
        InUse,        ///< another window of the program has it open
        DiskFull,
        Failed, ///< anything else; details say what
        Removed ///< by the person
    };

    Kind kind = Kind::Off;
    QString details{}; ///< the system's own words; plain text

    bool isKept() const { return kind == Kind::Kept || kind == Kind::BegunAnew; }
    /// Whether what is handed to it can get there, be it once there is room.
    bool isOpen() const { return isKept() || kind == Kind::DiskFull; }
    /// Whether there may be files that this program can erase, be they of use or not.
    bool mayBeOnDisk() const
    {
        return kind != Kind::Off && kind != Kind::NoKeychain && kind != Kind::InUse && kind != Kind::Removed;
    }
};

} // namespace Leadline

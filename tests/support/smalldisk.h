// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QFile>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

namespace Leadline::Test {

/// A disk with little room, in a folder. Only root on Linux can have one.
class SmallDisk
{
public:
    /// \a size is "1200k", "4m" and the like.
    SmallDisk(const QString &folder, const char *size)
        : m_folder(folder)
    {
        QDir().mkpath(folder);
        m_isThere = mount(size, 0);
    }
    ~SmallDisk()
    {
#ifdef Q_OS_LINUX
        if (m_isThere)
            umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
#endif
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isThere() const
    {
        return m_isThere;
    }
    QString folder() const
    {
        return m_folder;
    }
    bool resize(const char *size)
    {
#ifdef Q_OS_LINUX
        return mount(size, MS_REMOUNT);
#else
        Q_UNUSED(size)
        return false;
#endif
    }
    /// Leaves no room at all, until free().
    bool fill()
    {
        QFile filler(m_folder + QStringLiteral("/filler"));
        if (!filler.open(QFile::WriteOnly | QFile::Append | QFile::Unbuffered))
            return false;
        for (const QByteArray &block : {QByteArray(1 << 16, 'x'), QByteArray(512, 'x')}) {
            while (filler.write(block) == block.size()) {
            }
        }
        return true;
    }
    bool free()
    {
        return QFile::remove(m_folder + QStringLiteral("/filler"));
    }

private:
    bool mount(const char *size, unsigned long flags)
    {
#ifdef Q_OS_LINUX
        const QByteArray place = QFile::encodeName(m_folder);
        return ::mount("tmpfs", place.constData(), "tmpfs", flags,
                       (QByteArray("size=") + size).constData()) == 0;
#else
        Q_UNUSED(size)
        Q_UNUSED(flags)
        return false;
#endif
    }

    QString m_folder;
    bool m_isThere = false;
};

} // namespace Leadline::Test

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "copychanges.h"

#include <cstdio>

using namespace Leadline;
using namespace Leadline::Test;

/// copy_writer FOLDER: goes on where the copy in FOLDER ends, ten leads a change, and says each number once
/// it is committed. Ends when it is killed, or when nothing can be written any more.
int main(int argc, char *argv[])
{
    if (argc != 2)
        return 2;
    const auto copy = LocalCopy::open(QString::fromLocal8Bit(argv[1]), testKey());
    if (!copy)
        return 3;
    int next = (*copy)->mark(QStringLiteral("written")).value_or("0").toInt();
    while ((*copy)->commit(leadsChange(next, next + 10))) {
        next += 10;
        std::printf("%d\n", next);
        std::fflush(stdout);
    }
    return 1;
}

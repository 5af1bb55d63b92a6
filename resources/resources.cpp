// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "resources.h"

#include <QtCore/qglobal.h>

// Q_INIT_RESOURCE declares a function, which must be outside of any namespace.
static void registerFiles()
{
    Q_INIT_RESOURCE(leadline);
}

namespace Leadline {

void initResources()
{
    registerFiles();
}

} // namespace Leadline

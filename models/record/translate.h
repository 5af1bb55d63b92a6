// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace Leadline {

/// The translation of a text outside of any class, in the context lupdate gives to such texts.
inline QString tr(const char *text)
{
    return QCoreApplication::translate("Leadline", text);
}

} // namespace Leadline

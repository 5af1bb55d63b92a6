// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QSettings;

namespace Leadline {

/// Where the settings keep `key` for one organization: whatever holds ids, which mean nothing in another one,
/// such as filters by status, and the columns of custom fields.
QString organizationKey(const QString &organizationId, const QString &key);

/// Gives this organization the filters and the pipeline that were kept before there could be several. The
/// first one to be opened is the one they were made in.
void adoptUnownedSettings(QSettings &settings, const QString &organizationId);

} // namespace Leadline

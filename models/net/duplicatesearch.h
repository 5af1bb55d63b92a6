// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace Leadline {

/// The query tree for leads that share a name, a web address, an e-mail address or a phone number with what
/// is given (developer.close.com/resources/advanced-filtering); empty when all is blank.
QJsonObject duplicateQuery(const QString &name, const QString &host, const QStringList &emails,
                           const QStringList &phones);

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QJsonObject>

namespace Leadline {

/// A saved search of the organization; Close's users know it as Smart View
/// (developer.close.com/resources/smart-views). Either the text or the tree is set.
struct SmartView
{
    QString id{};
    QString name{};
    QString type{};       ///< "lead", "contact", "opportunity" ...
    QString query{};      ///< in Close's text query language
    QJsonObject sQuery{}; ///< {"query": tree, "results_limit": n, "sort": []}
    bool isShared = false;
};

Result<QList<SmartView>> decodeSmartViews(const QByteArray &body);

} // namespace Leadline

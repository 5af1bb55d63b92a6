// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "smartview.h"

#include "qjson.h"

using namespace Qt::StringLiterals;

namespace Leadline {

Result<QList<SmartView>> decodeSmartViews(const QByteArray &body)
{
    const Result<QList<QJsonObject>> list = jsonList(body);
    if (!list)
        return tl::make_unexpected(list.error());
    QList<SmartView> views;
    for (const QJsonObject &item : *list) {
        views.append({.id = item.value("id"_L1).toString(),
                      .name = item.value("name"_L1).toString(),
                      .type = item.value("type"_L1).toString(),
                      .query = item.value("query"_L1).toString(),
                      .sQuery = item.value("s_query"_L1).toObject(),
                      .isShared = item.value("is_shared"_L1).toBool()});
    }
    return views;
}

} // namespace Leadline

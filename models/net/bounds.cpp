// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "bounds.h"

namespace Leadline {

QString wireText(const QDate &day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

QString wireText(const QDateTime &moment)
{
    // Not the "Z" that Qt writes: this is the form Close's own answers have.
    return moment.isValid()
               ? moment.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) + QLatin1String("+00:00")
               : QString();
}

void addOneOrSeveral(ApiCall &call, const QString &key, const QStringList &values)
{
    call.with(values.size() > 1 ? key + QLatin1String("__in") : key, values);
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "contactdetails.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Leadline {

QString PostalAddress::display() const
{
    // Postal codes stand before the city where there is no state, behind it where there is one.
    QString place = city;
    if (!state.isEmpty())
        place = QStringList{city, u"%1 %2"_s.arg(state, zipcode).trimmed()}.join(u", "_s);
    else if (!zipcode.isEmpty())
        place = u"%1 %2"_s.arg(zipcode, city).trimmed();
    QStringList parts{address1, address2, place};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace Leadline

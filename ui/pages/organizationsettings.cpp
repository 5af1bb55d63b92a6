// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "organizationsettings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Leadline {

QString organizationKey(const QString &organizationId, const QString &key)
{
    return u"organizations/%1/%2"_s.arg(organizationId, key);
}

void adoptUnownedSettings(QSettings &settings, const QString &organizationId)
{
    QStringList unowned{u"pages/pipeline/pipeline"_s, u"pages/pipeline/folds"_s};
    for (const QString &page : {u"leads"_s, u"contacts"_s, u"opportunities"_s, u"tasks"_s})
        unowned.append(u"pages/%1/filters"_s.arg(page));
    const QString pipelineFilters = u"pages/pipeline/filters"_s;
    settings.beginGroup(pipelineFilters);
    for (const QString &pipeline : settings.childKeys())
        unowned.append(pipelineFilters + u'/' + pipeline);
    settings.endGroup();
    for (const QString &key : std::as_const(unowned)) {
        if (!settings.contains(key))
            continue;
        const QString own = organizationKey(organizationId, key);
        if (!settings.contains(own))
            settings.setValue(own, settings.value(key));
        settings.remove(key);
    }
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadlinks.h"

#include <QDesktopServices>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

bool isWebScheme(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
}

} // namespace

QUrl websiteUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    QUrl url(trimmed, QUrl::TolerantMode);
    // "shop.example:8080/x" parses as scheme "shop.example": a scheme of the web has no dot.
    if (url.scheme().isEmpty() || url.scheme().contains(u'.'))
        url = QUrl(u"https://"_s + trimmed, QUrl::TolerantMode);
    if (!url.isValid() || !isWebScheme(url) || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    return url;
}

QString websiteText(const QString &text)
{
    QString shown = text.trimmed();
    for (const auto scheme : {"https://"_L1, "http://"_L1}) {
        if (shown.startsWith(scheme, Qt::CaseInsensitive)) {
            shown.remove(0, scheme.size());
            break;
        }
    }
    if (shown.endsWith(u'/'))
        shown.chop(1);
    return shown;
}

QUrl mailUrl(const QString &address)
{
    const QString trimmed = address.trimmed();
    if (!trimmed.contains(u'@'))
        return {};
    QUrl url;
    url.setScheme(u"mailto"_s);
    // As a decoded path: "?" in an address must not begin a subject or a copy to somebody.
    url.setPath(trimmed, QUrl::DecodedMode);
    return url;
}

QUrl phoneUrl(const QString &number)
{
    QString digits;
    for (const QChar c : number) {
        if (c.isDigit() || (c == u'+' && digits.isEmpty()))
            digits += c;
    }
    if (digits.size() < 2)
        return {};
    QUrl url;
    url.setScheme(u"tel"_s);
    url.setPath(digits);
    return url;
}

QUrl closePageUrl(const QString &htmlUrl)
{
    const QUrl url(htmlUrl.trimmed(), QUrl::StrictMode);
    const bool isClose = url.host() == "app.close.com"_L1 || url.host() == "app.close.io"_L1;
    if (!url.isValid() || url.scheme() != "https"_L1 || !isClose || !url.userInfo().isEmpty() ||
        url.port(443) != 443)
        return {};
    return url;
}

QUrl closeLeadUrl(const QString &leadId)
{
    QUrl url(u"https://app.close.com/"_s);
    url.setPath(u"/lead/%1/"_s.arg(leadId));
    return url;
}

bool openLink(const QUrl &url)
{
    const QStringList allowed{u"http"_s, u"https"_s, u"mailto"_s, u"tel"_s};
    return url.isValid() && allowed.contains(url.scheme()) && QDesktopServices::openUrl(url);
}

} // namespace Leadline

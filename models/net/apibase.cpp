// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "apibase.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace Leadline {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("Leadline::ApiBase", text);
}

tl::unexpected<ApiError> refused(const QString &message)
{
    return tl::unexpected(ApiError{.kind = ApiError::Kind::Validation, .message = message});
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

Result<QUrl> validatedApiBase(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return refused(sentence(QT_TRANSLATE_NOOP("Leadline::ApiBase", "This is not an internet address.")));
    }
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http")) {
        return refused(
            sentence(QT_TRANSLATE_NOOP("Leadline::ApiBase", "The address must begin with https://.")));
    }
    if (url.scheme() == QLatin1String("http") && !isLoopback(url.host())) {
        return refused(sentence(
            QT_TRANSLATE_NOOP("Leadline::ApiBase",
                              "The address must begin with https:// (http:// only works on this machine).")));
    }
    if (!url.userInfo().isEmpty()) {
        return refused(
            sentence(QT_TRANSLATE_NOOP("Leadline::ApiBase", "The address must not hold a user or a key.")));
    }
    if (url.hasQuery() || url.hasFragment()) {
        return refused(sentence(
            QT_TRANSLATE_NOOP("Leadline::ApiBase", "The address must not hold a query or a fragment.")));
    }
    if (!url.path().endsWith(QLatin1Char('/'))) {
        url.setPath(url.path() + QLatin1Char('/'));
    }
    return url;
}

QUrl closeApiBase()
{
    return QUrl(QStringLiteral("https://api.close.com/api/v1/"));
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace Leadline {

/// The address behind a website field; one without a scheme is taken for https. Invalid for anything but http
/// and https, such as "javascript:" or "file:".
QUrl websiteUrl(const QString &text);
/// What a person reads of it: without scheme and trailing slash.
QString websiteText(const QString &text);
QUrl mailUrl(const QString &address);
/// tel: with the digits of a number.
QUrl phoneUrl(const QString &number);
/// A record's own page in Close: https on app.close.com or app.close.io only, else invalid.
QUrl closePageUrl(const QString &htmlUrl);
/// A lead's page in Close's own app (the form of html_url; observed: lead.json).
QUrl closeLeadUrl(const QString &leadId);
/// Hands an address to the desktop; only http, https, mailto and tel ever leave. False for others.
bool openLink(const QUrl &url);

} // namespace Leadline

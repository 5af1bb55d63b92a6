// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "fieldtext.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

/// 2^53 - 1: beyond it JSON's readers lose digits.
constexpr double LargestNumber = 9007199254740991.0;
constexpr qsizetype LongestEmail = 254; // RFC 5321, 4.5.3.1.3
constexpr qsizetype LongestLink = 2048;

/// The locale's short day with four digits of the year, so that what is written is read back.
QString fullYear(QString format)
{
    if (!format.contains("yyyy"_L1))
        format.replace("yy"_L1, "yyyy"_L1);
    return format;
}

bool isMail(const QString &text)
{
    static const QRegularExpression plausible(uR"(^[^\s@<>,;:"()\[\]]+@[^\s@<>,;:"()\[\]]+$)"_s);
    return plausible.match(text).hasMatch();
}

} // namespace

FieldText::FieldText(QString currency, QLocale locale, QDate today)
    : m_currency(std::move(currency))
    , m_locale(std::move(locale))
    , m_today(today)
    , m_dayFormat(fullYear(m_locale.dateFormat(QLocale::ShortFormat)))
{
}

TypedValue FieldText::read(const Field &field, const QString &typed) const
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    switch (field.type) {
    case FieldType::Link:
        return {withScheme(text), linkProblem(withScheme(text))};
    case FieldType::Integer:
        return readInteger(text);
    case FieldType::Percent:
        return readPercent(text);
    case FieldType::Number:
        return readNumber(text);
    case FieldType::Money:
        return readMoney(text);
    case FieldType::Date:
        return readDate(text);
    case FieldType::Moment:
        return readMoment(text);
    default:
        return {text};
    }
}

QString FieldText::write(const Field &field, const QVariant &value) const
{
    if (isBlank(value))
        return {};
    QLocale plain = m_locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Percent:
        return plain.toString(value.toLongLong());
    case FieldType::Number:
        return plain.toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case FieldType::Money:
        return formatMoney(value.toLongLong(), QString(), ValuePeriod::OneTime, m_locale);
    case FieldType::Date:
        return m_locale.toString(value.toDate(), m_dayFormat);
    case FieldType::Moment: {
        const QDateTime local = value.toDateTime().toLocalTime();
        return m_locale.toString(local.date(), m_dayFormat) + u' ' + local.toString(u"HH:mm"_s);
    }
    default:
        return value.toString();
    }
}

TypedValue FieldText::readInteger(const QString &text) const
{
    bool ok = false;
    const qlonglong number = m_locale.toLongLong(text, &ok);
    if (!ok)
        return {{}, tr("This is not a whole number. Example: %1").arg(m_locale.toString(1250))};
    return {number};
}

TypedValue FieldText::readPercent(const QString &text) const
{
    QString digits = text;
    if (digits.endsWith(u'%'))
        digits = digits.chopped(1).trimmed();
    bool ok = false;
    const qlonglong number = m_locale.toLongLong(digits, &ok);
    if (!ok || number < 0 || number > 100)
        return {{}, tr("A whole number from 0 to 100.")};
    return {number};
}

TypedValue FieldText::readNumber(const QString &text) const
{
    bool ok = false;
    const double number = m_locale.toDouble(text, &ok);
    if (!ok || !std::isfinite(number))
        return {{}, tr("This is not a number. Example: %1").arg(m_locale.toString(1250.5, 'f', 1))};
    if (std::abs(number) > LargestNumber)
        return {{}, tr("This number is too large.")};
    return {number};
}

TypedValue FieldText::readMoney(const QString &text) const
{
    MoneyParser parser(m_currency, m_locale);
    if (!parser.parse(text))
        return {{}, parser.problemText()};
    return {qlonglong(parser.result().minor), {}, parser.result().period};
}

TypedValue FieldText::readDate(const QString &text) const
{
    if (const auto day = readDay(text))
        return {*day};
    return {
        {},
        tr("This is not a day. Examples: %1, tomorrow, +2w").arg(m_locale.toString(m_today, m_dayFormat))};
}

TypedValue FieldText::readMoment(const QString &text) const
{
    const qsizetype space = text.lastIndexOf(u' ');
    const QString clock = text.mid(space + 1);
    QTime time = m_locale.toTime(clock, QLocale::ShortFormat);
    for (const QString &format : {u"H:mm"_s, u"H:mm:ss"_s}) {
        if (!time.isValid())
            time = QTime::fromString(clock, format);
    }
    const auto day = space > 0 ? readDay(text.left(space)) : std::nullopt;
    if (!day || !time.isValid())
        return {{}, tr("A day and a time. Example: %1 14:30").arg(m_locale.toString(m_today, m_dayFormat))};
    return {QDateTime(*day, time).toUTC()};
}

std::optional<QDate> FieldText::readDay(const QString &typed) const
{
    const QString text = typed.simplified();
    if (const auto day = readRelativeDay(text))
        return day;
    if (const QDate iso = QDate::fromString(text, Qt::ISODate); iso.isValid())
        return iso;
    const QStringList formats{m_dayFormat,       m_locale.dateFormat(QLocale::LongFormat),
                              u"d MMM yyyy"_s,   u"d MMMM yyyy"_s,
                              u"d. MMMM yyyy"_s, u"MMM d, yyyy"_s};
    for (const QString &format : formats) {
        if (const QDate day = m_locale.toDate(text, format); day.isValid() && day.year() > 999)
            return day;
    }
    // "27.2.26": the years are of this century, which Qt reads as of the last.
    const QDate shortDay = m_locale.toDate(text, m_locale.dateFormat(QLocale::ShortFormat));
    if (shortDay.isValid())
        return shortDay.year() < 1970 ? shortDay.addYears(100) : shortDay;
    return {};
}

std::optional<QDate> FieldText::readRelativeDay(const QString &text) const
{
    const QString word = text.toLower();
    if (word == tr("today") || word == "today"_L1)
        return m_today;
    if (word == tr("tomorrow") || word == "tomorrow"_L1)
        return m_today.addDays(1);
    if (word == tr("yesterday") || word == "yesterday"_L1)
        return m_today.addDays(-1);
    for (int day = 1; day <= 7; ++day) {
        if (word == m_locale.dayName(day).toLower())
            return m_today.addDays((day - m_today.dayOfWeek() + 6) % 7 + 1);
    }
    static const QRegularExpression ahead(uR"(^([+-])\s?(\d{1,4})\s?([dwmy])$)"_s);
    const auto match = ahead.match(word);
    if (!match.hasMatch())
        return {};
    const int count = match.captured(2).toInt() * (match.captured(1) == "-"_L1 ? -1 : 1);
    switch (match.captured(3).at(0).unicode()) {
    case 'd':
        return m_today.addDays(count);
    case 'w':
        return m_today.addDays(7 * count);
    case 'm':
        return m_today.addMonths(count);
    default:
        return m_today.addYears(count);
    }
}

QString emailProblem(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    const QString example = FieldText::tr(" Example: name@company.com");
    if (!text.contains(u'@'))
        return FieldText::tr("An email address has an @.") + example;
    if (text.contains(u' '))
        return FieldText::tr("An email address has no spaces.") + example;
    if (text.size() > LongestEmail)
        return FieldText::tr("An email address has 254 characters at most.");
    const QString domain = text.mid(text.lastIndexOf(u'@') + 1);
    if (!isMail(text))
        return FieldText::tr("This is not an email address.") + example;
    const qsizetype dot = domain.lastIndexOf(u'.');
    if (dot <= 0 || domain.size() - dot < 3 || domain.contains(".."_L1))
        return FieldText::tr("This address has no domain ending.") + example;
    return {};
}

QString phoneProblem(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    static const QRegularExpression plausible(
        uR"(^[+0-9\s().\-/]*[0-9][+0-9\s().\-/]*(?:(?:ext\.?|x|#)\s?[0-9]{1,6})?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto digits = std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    if (!plausible.match(text).hasMatch() || digits < 3 || digits > 21)
        return FieldText::tr("This is not a phone number. Example: +49 711 555 0142");
    return {};
}

QString closeDayProblem(const QString &statusType, const QDate &day, const QDate &today)
{
    if (statusType == "won"_L1 && day > today)
        return FieldText::tr("A deal that is won was not won in the future.");
    if (statusType == "active"_L1 && day < today)
        return FieldText::tr("This day is past. A deal is expected to close today or later.");
    return {};
}

QString withScheme(const QString &typed)
{
    const QString text = typed.trimmed();
    static const QRegularExpression scheme(uR"(^[a-z][a-z0-9+.-]*://)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return text.isEmpty() || scheme.match(text).hasMatch() ? text : u"https://"_s + text;
}

QString linkProblem(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    if (text.size() > LongestLink)
        return FieldText::tr("A web address has 2048 characters at most.");
    const QUrl url(withScheme(text), QUrl::StrictMode);
    const QString host = url.host();
    if (text.contains(u' ') || !url.isValid() || host.isEmpty())
        return FieldText::tr("This is not a web address. Example: company.com");
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return FieldText::tr("A web address begins with https:// or http://.");
    const qsizetype dot = host.lastIndexOf(u'.');
    if (dot <= 0 || host.size() - dot < 3)
        return FieldText::tr("This web address has no domain ending. Example: company.com");
    return {};
}

} // namespace Leadline

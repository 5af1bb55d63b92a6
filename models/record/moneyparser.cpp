// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "money.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// 2^53 - 1: the largest whole number that every reader of JSON keeps.
constexpr qint64 LargestMinor = 9007199254740991;

bool isMinus(QStringView text)
{
    return text.startsWith(u'-') || text.startsWith(QChar(0x2212));
}

/// Whether \a groups are the digits of one number: threes behind a first group of one to three, or the twos
/// and a three of Indian grouping. A first group that begins with 0 groups nothing.
bool areDigitGroups(const QStringList &groups, bool indian)
{
    if (groups.first().isEmpty() || groups.first().size() > 3 || groups.first().at(0).digitValue() == 0)
        return false;
    const auto middle = groups.mid(1);
    const bool threes =
        std::all_of(middle.begin(), middle.end(), [](const QString &group) { return group.size() == 3; });
    const bool twos =
        indian && groups.first().size() <= 2 && groups.last().size() == 3 &&
        std::all_of(middle.begin(), middle.end() - 1, [](const QString &group) { return group.size() == 2; });
    return threes || twos;
}

/// The other of the two characters that part numbers in one country and group them in the next.
QChar counterpart(QChar separator)
{
    return separator == u',' ? u'.' : u',';
}

/// Puts one space in place of all that groups digits by distance: spaces, apostrophes.
void unifySpaces(QString *text)
{
    for (QChar &c : *text) {
        if (c.isSpace() || c == u'\'' || c == QChar(0x2019))
            c = u' ';
    }
}

/// Takes \a name from either end of \a text, unless it is only part of a word there.
bool takeName(QString *text, const QString &name)
{
    const qsizetype size = name.size();
    if (text->startsWith(name, Qt::CaseInsensitive) &&
        !(name.back().isLetter() && text->size() > size && text->at(size).isLetter())) {
        *text = text->mid(size).trimmed();
        return true;
    }
    if (text->endsWith(name, Qt::CaseInsensitive) &&
        !(name.front().isLetter() && text->size() > size && text->at(text->size() - size - 1).isLetter())) {
        text->chop(size);
        *text = text->trimmed();
        return true;
    }
    return false;
}

} // namespace

MoneyParser::MoneyParser(QString currency, QLocale locale)
    : m_currency(std::move(currency))
    , m_locale(std::move(locale))
{
    m_names = {m_currency, currencySymbol(m_currency)};
    if (m_currency == "USD"_L1)
        m_names.append(u"US$"_s);
    if (m_currency == "EUR"_L1)
        m_names.append(u"Euro"_s);
    // "$" is a Canadian dollar in Canada.
    if (m_locale.currencySymbol(QLocale::CurrencyIsoCode) == m_currency)
        m_names.append(m_locale.currencySymbol());
    // A symbol that reads as a multiplier ("K" in Zambia) would make "5k" five.
    m_names.removeIf([](const QString &name) {
        return name.isEmpty() || name.compare(u'k', Qt::CaseInsensitive) == 0 ||
               name.compare(u'm', Qt::CaseInsensitive) == 0;
    });
    std::sort(m_names.begin(), m_names.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

bool MoneyParser::fail(MoneyProblem problem)
{
    m_result = {};
    m_problem = problem;
    return false;
}

bool MoneyParser::parse(const QString &typed)
{
    m_result = {};
    QString text = typed.normalized(QString::NormalizationForm_KC).simplified();
    if (std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); }))
        return fail(MoneyProblem::NotANumber);
    takePeriod(&text);
    if (isMinus(text))
        return fail(MoneyProblem::Negative);
    for (const QString &name : std::as_const(m_names)) {
        if (takeName(&text, name))
            break;
    }
    if (isMinus(text))
        return fail(MoneyProblem::Negative);
    const int scale = takeMultiplier(&text);
    static const QRegularExpression foreign(uR"(\p{Sc}|(?<!\pL)(?:[A-Z]{3}|kr|Kč|zł|Ft|lei|Fr)\.?(?!\pL))"_s,
                                            QRegularExpression::UseUnicodePropertiesOption |
                                                QRegularExpression::CaseInsensitiveOption);
    if (foreign.match(text).hasMatch())
        return fail(MoneyProblem::OtherCurrency);
    return readNumber(text, scale);
}

void MoneyParser::takePeriod(QString *text)
{
    static const QRegularExpression monthly(
        uR"(\s*(?:/\s*|per\s|pro\s|im\s)(?:mo|mon|month|mth|monat|m)\.?$|\s+(?:monthly|monatlich|mtl\.)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression annual(
        uR"(\s*(?:/\s*|per\s|pro\s|im\s)(?:yr|year|y|annum|jahr|j|a)\.?$|\s+(?:yearly|annual|annually|jährlich|p\.\s?a\.)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = monthly.match(*text); match.hasMatch()) {
        m_result.period = ValuePeriod::Monthly;
        text->truncate(match.capturedStart());
    } else if (const auto yearly = annual.match(*text); yearly.hasMatch()) {
        m_result.period = ValuePeriod::Annual;
        text->truncate(yearly.capturedStart());
    }
}

int MoneyParser::takeMultiplier(QString *text)
{
    static const QRegularExpression word(uR"(\s*(?<!\pL)(?:(k|tsd\.?|thousand)|m|mn|mio\.?|million)$)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = word.match(*text);
    if (!match.hasMatch())
        return 0;
    text->truncate(match.capturedStart());
    return match.capturedStart(1) >= 0 ? 3 : 6;
}

/// Takes the separators out of the digits in front of the decimal point.
bool MoneyParser::takeGroups(QString *whole, bool hasPoint, bool isScaled) const
{
    const QChar point = m_locale.decimalPoint().at(0);
    const QString groupText = m_locale.groupSeparator();
    QList<QChar> separators{u' '};
    if (const QChar group = groupText.isEmpty() ? u' ' : groupText.at(0);
        !group.isSpace() && group != u'\'' && group != QChar(0x2019))
        separators.append(group);
    // Where the point has been found, its counterpart can only group: "12.500,50" in France. Austria groups
    // amounts, unlike other numbers, with a point.
    if (hasPoint || (m_locale.language() == QLocale::German && point == u','))
        separators.append(counterpart(point));
    for (const QChar separator : std::as_const(separators)) {
        if (!whole->contains(separator))
            continue;
        if (!areDigitGroups(whole->split(separator), groupsInIndianWay(m_locale)))
            return false;
        // "1,200k": 1.2 thousand to some, 1200 thousand to others.
        if (isScaled && !hasPoint && separator != u' ' && whole->count(separator) == 1)
            return false;
        whole->remove(separator);
    }
    return true;
}

bool MoneyParser::readNumber(QString text, int scale)
{
    unifySpaces(&text);
    const QChar point = m_locale.decimalPoint().at(0);
    const qsizetype pointAt = text.indexOf(point);
    QString whole = pointAt < 0 ? text : text.left(pointAt);
    QString fraction = pointAt < 0 ? QString() : text.mid(pointAt + 1);
    const qsizetype typedLength = whole.size();
    const bool isNumber = std::all_of(text.cbegin(), text.cend(), [&](QChar c) {
        return c.isDigit() || c == point || m_locale.groupSeparator().contains(c) || u" ,."_s.contains(c);
    });
    if (!isNumber || !std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); }))
        return fail(MoneyProblem::NotANumber);
    if (!takeGroups(&whole, pointAt >= 0, scale > 0))
        return fail(MoneyProblem::Ambiguous);
    const bool isGrouped = whole.size() != typedLength;
    const QString typedDigits = whole + fraction;
    // A separator that is left has no place in this locale's numbers, or stands where none can.
    if (!std::all_of(typedDigits.cbegin(), typedDigits.cend(), [](QChar c) { return c.isDigit(); }))
        return fail(MoneyProblem::Ambiguous);
    // "1.200": to this locale 1.2, to the neighbour's 1200. Nobody writes tenths of cents.
    if (!isGrouped && fraction.size() == 3 && areDigitGroups({whole, fraction}, false))
        return fail(MoneyProblem::Ambiguous);
    const int decimals = scale + 2;
    while (fraction.size() > decimals && fraction.back().digitValue() == 0)
        fraction.chop(1);
    if (fraction.size() > decimals)
        return fail(MoneyProblem::TooManyDecimals);
    qint64 minor = 0;
    const QString digits = whole + fraction.leftJustified(decimals, u'0');
    for (const QChar c : digits) {
        if (minor > (LargestMinor - c.digitValue()) / 10)
            return fail(MoneyProblem::TooLarge);
        minor = minor * 10 + c.digitValue();
    }
    m_result.minor = minor;
    return true;
}

QString MoneyParser::problemText() const
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Leadline::MoneyParser", text); };
    switch (m_problem) {
    case MoneyProblem::Ambiguous:
        return tr("This amount can be read in two ways. Example: %1").arg(m_locale.toString(12500.5, 'f', 2));
    case MoneyProblem::OtherCurrency:
        return tr("Amounts here are in %1.").arg(m_currency);
    case MoneyProblem::TooManyDecimals:
        return tr("Two decimal places at most.");
    case MoneyProblem::TooLarge:
        return tr("This amount is too large.");
    case MoneyProblem::Negative:
        return tr("An amount cannot be negative.");
    case MoneyProblem::NotANumber:
        break;
    }
    return tr("This is not an amount. Example: %1").arg(m_locale.toString(12500.5, 'f', 2));
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "persontext.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr auto Flags =
    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
constexpr qsizetype LongestText = 4000;
constexpr qsizetype LongestName = 60;
constexpr qsizetype LongestTitle = 80;

const QRegularExpression &emailPattern()
{
    static const QRegularExpression pattern(uR"((?:mailto:)?([\w.%+'&-]+@[\w-]+(?:\.[\w-]+)+))"_s, Flags);
    return pattern;
}

const QRegularExpression &webPattern()
{
    static const QRegularExpression pattern(uR"((?:https?://|www\.)[^\s<>()|,;]+[^\s<>()|,;.])"_s, Flags);
    return pattern;
}

/// A domain that stands alone, perhaps with a path. Its ending is in small letters: "Dr.Kern" is none.
bool isBareDomain(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-z]{2,24}(?:/\S*)?$)"_s);
    return pattern.match(text).hasMatch();
}

/// A word before a number that says what kind it is, and the number. One letter counts when a colon, a point
/// or a space parts it from the number.
const QRegularExpression &phonePattern()
{
    static const QRegularExpression pattern(
        uR"((?:(?<![\w])(?<label>tel(?:efon|ephone|\.)?|phone|office|büro|zentrale|direct|direkt|durchwahl|)"
        uR"(mobile?|mobil|mob|cell|handy|fax|telefax|[tpmdcfo])\s*[:.]*\s*)?)"
        uR"((?<number>(?:\+|\(|\b)\d[\d ().\/\x{2013}-]{4,24}\d(?:\s?(?:ext\.?|x|dw)\s?\d{1,6})?))"_s,
        Flags);
    return pattern;
}

QString phoneType(const QString &label)
{
    const QString word = label.toLower();
    if (word.startsWith("mob"_L1) || word == "m"_L1 || word == "c"_L1 || word == "cell"_L1 ||
        word == "handy"_L1)
        return u"mobile"_s;
    if (word.startsWith("fax"_L1) || word == "telefax"_L1 || word == "f"_L1)
        return u"fax"_s;
    if (word.startsWith("dire"_L1) || word == "durchwahl"_L1 || word == "d"_L1)
        return u"direct"_s;
    return u"office"_s;
}

qsizetype digitsIn(const QString &text)
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

bool isDay(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^(?:\d{1,2}([.\/-])\d{1,2}\1(?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2})$)"_s);
    return pattern.match(text).hasMatch();
}

bool hasLetter(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); });
}

/// Words at the end of a company's name.
bool isCompany(const QString &text)
{
    static const QRegularExpression pattern(
        uR"((?:^|[\s,])(?:gmbh|mbh|ag|kg|ohg|e\.?\s?k\.?|inc\.?|llc|ltd\.?|plc|corp\.?|limited|s\.?a\.?|)"
        uR"(s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?|a\/s|aps|ab|oyj?|sarl|sas|group|holding|company)\.?$)"_s,
        Flags);
    return pattern.match(text).hasMatch();
}

bool isGreeting(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^(?:(?:best|kind|warm|many)\s+(?:regards|wishes|thanks)|regards|cheers|sincerely|yours\b.*|thanks|)"
        uR"(thank you|mit (?:freundlichen|besten|herzlichen) grü(?:ß|ss)en|mfg|lg|vg|danke|)"
        uR"((?:viele|beste|liebe|schöne|freundliche|herzliche) grü(?:ß|ss)e.*|cordialement|bien à vous|)"
        uR"(saludos(?: cordiales)?|atentamente|(?:hi|hello|hallo|dear|bonjour|hola|guten tag|)"
        uR"(liebe[rs]?|sehr geehrte[rs]?)\b.*|sent from my.*|von meinem .* gesendet|[-_=*\s]+)[,.!]*$)"_s,
        Flags);
    return pattern.match(text).hasMatch();
}

/// Words that make a line a position. Without one, a line below a name may as well be the company.
bool isPosition(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(\b(?:c[efiot]o|coo|cmo|cro|vp|vice|president|chair\w*|chief|officer|head|lead|leader|director\w*|)"
        uR"(directeur|directrice|direktor\w*|manag\w+|founder|cofounder|owner|partner|principal|engineer\w*|)"
        uR"(consultant|developer|architect|analyst|assistant\w*|specialist|coordinator|representative|buyer|)"
        uR"(sales|marketing|purchasing|procurement|account|executive|supervisor|researcher|professor|scientist|)"
        uR"(secretary|accountant|attorney|counsel|designer|editor|administrator|advisor|adviser|expert|)"
        uR"(\w*leit(?:er|erin|ung)|geschäftsführ\w+|inhaber\w*|prokurist\w*|referent\w*|berater\w*|)"
        uR"(entwickler\w*|ingenieur\w*|vorstand\w*|vertrieb\w*|einkauf\w*|einkäufer\w*|assistenz|sachbearbeiter\w*|)"
        uR"(gérante?|responsable|chef\w*|jefe|jefa|gerente|directora?|vendedor\w*|fondateur|fondatrice)\b)"_s,
        Flags);
    return pattern.match(text).hasMatch();
}

/// "PhD", "Jr.": behind a name and part of it.
bool isNameSuffix(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^(?:ph\.?\s?d|m\.?d|mba|jr|sr|i{2,3}|iv|esq|m\.?\s?sc|b\.?\s?sc|m\.?a|b\.?a|ll\.?m|dipl\.?-?\w+|mag|dr)\.?$)"_s,
        Flags);
    return pattern.match(text.trimmed()).hasMatch();
}

/// One word, perhaps with a particle in small letters: "von Bergmann".
bool isFamilyName(const QString &text)
{
    const qsizetype space = text.lastIndexOf(u' ');
    const QString before = text.left(qMax<qsizetype>(space, 0));
    return before == before.toLower();
}

bool looksLikeName(const QString &text)
{
    if (text.isEmpty() || text.size() > LongestName || digitsIn(text) > 0 || !hasLetter(text))
        return false;
    static const QRegularExpression foreign(uR"([@:\\{}=<>#!?])"_s);
    return text.count(u' ') < 6 && !foreign.match(text).hasMatch() && !isGreeting(text) && !isCompany(text);
}

QString unquoted(QString text)
{
    text = text.simplified();
    while (text.size() > 1 && ((text.startsWith(u'"') && text.endsWith(u'"')) ||
                               (text.startsWith(u'\'') && text.endsWith(u'\''))))
        text = text.mid(1, text.size() - 2).trimmed();
    return text;
}

/// What is left around something that was taken out: labels ("E-Mail:"), brackets and separators.
QString withoutRests(QString text)
{
    static const QRegularExpression label(
        uR"((?:(?:^|[\s,;|])(?:e-?mail|mail|web(?:site|seite)?|url|internet|homepage|linkedin|twitter)\s*:?|)"
        uR"((?:^|[\s,;|])[ew]\s*:|^[ew])\s*$)"_s,
        Flags);
    static const QRegularExpression intro(
        uR"(^(?:from|von|to|an|cc|name|contact|kontakt|ansprechpartner(?:in)?)\s*:\s*)"_s, Flags);
    static const QRegularExpression edges(uR"(^[\s,;:|<>()\[\]•·–—-]+|[\s,;:|<>(\[•·–—-]+$)"_s);
    text = text.simplified();
    static const QRegularExpression emptied(uR"(\(\s*\)|<\s*>|\[\s*\])"_s);
    text.remove(intro).remove(emptied);
    for (qsizetype before = -1; before != text.size();) {
        before = text.size();
        text.remove(label);
        text.remove(edges);
    }
    return unquoted(text);
}

void takeEmails(QString *line, PersonText *person)
{
    auto matches = emailPattern().globalMatch(*line);
    while (matches.hasNext()) {
        const EmailAddress email{matches.next().captured(1), u"office"_s};
        const auto isSame = [&](const EmailAddress &each) {
            return each.email.compare(email.email, Qt::CaseInsensitive) == 0;
        };
        if (std::none_of(person->emails.cbegin(), person->emails.cend(), isSame))
            person->emails.append(email);
    }
    line->replace(emailPattern(), u" "_s);
}

void takeUrls(QString *line, PersonText *person)
{
    const auto add = [&](const QString &url) {
        const WebAddress address{url.contains("://"_L1) ? url : u"https://"_s + url, webAddressType(url)};
        if (!person->urls.contains(address))
            person->urls.append(address);
    };
    auto matches = webPattern().globalMatch(*line);
    while (matches.hasNext())
        add(matches.next().captured());
    line->replace(webPattern(), u" "_s);
    const qsizetype colon = line->indexOf(u':');
    const QString alone = line->mid(colon + 1).trimmed();
    if (isBareDomain(alone)) {
        add(alone);
        line->clear();
    }
}

/// Numbers that are told to be telephone numbers: by a word before them, by "+", or by standing alone.
void takePhones(QString *line, PersonText *person)
{
    QString rest = *line;
    rest.replace(phonePattern(), u" "_s);
    const bool standsAlone = !hasLetter(rest);
    QString kept;
    qsizetype end = 0;
    auto matches = phonePattern().globalMatch(*line);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString number = match.captured(u"number"_s).trimmed();
        const QString label = match.captured(u"label"_s);
        const qsizetype digits = digitsIn(number);
        const bool isInternational = number.startsWith(u'+') || number.startsWith("00"_L1);
        const bool isNational = standsAlone && (number.startsWith(u'0') || number.startsWith(u'(') ||
                                                number.contains(QRegularExpression(u"[ ./-]"_s)));
        const qsizetype fewest = label.size() > 1 ? 5 : 7;
        const bool counts = digits >= fewest && digits <= 21 && !isDay(number) &&
                            (!label.isEmpty() || isInternational || isNational);
        kept += line->mid(end, match.capturedStart() - end);
        if (counts)
            person->phones.append({number.simplified(), phoneType(label), {}, {}});
        else
            kept += match.captured();
        end = match.capturedEnd();
    }
    *line = kept + line->mid(end);
}

/// What parts a name from what stands behind it on its line.
QRegularExpressionMatch partingOf(const QString &text)
{
    static const QRegularExpression parting(uR"(\s*,\s*|\s+[–—-]\s+|\s*[/|]\s*)"_s);
    return parting.match(text);
}

/// "Bergmann, Uta" as "Uta Bergmann"; "Uta Bergmann, CTO" as a name and a title.
void takeName(const QString &text, PersonText *person)
{
    const auto match = partingOf(text);
    const QString first = text.left(match.hasMatch() ? match.capturedStart() : text.size()).trimmed();
    const QString second = match.hasMatch() ? text.mid(match.capturedEnd()).trimmed() : QString();
    if (second.isEmpty()) {
        person->name = first;
    } else if (isNameSuffix(second)) {
        person->name = first + u", "_s + second;
    } else if (isPosition(second) || isCompany(second)) {
        person->name = first;
        if (isPosition(second))
            person->title = second.section(u',', 0, 0).left(LongestTitle);
    } else if (match.captured().contains(u',') && isFamilyName(first) && second.count(u' ') < 2) {
        person->name = second + u' ' + first;
    } else {
        person->name = first;
    }
}

/// The lines of a text, and the parts of a line that bars and dots part.
QStringList piecesOf(QString text)
{
    static const QRegularExpression breaks(uR"([\r\n\x{2028}\x{2029}\t]+|\s+[|•·]\s+|\s*[|•]\s*)"_s);
    static const QRegularExpression quoting(uR"(^\s*(?:>+\s*)+)"_s);
    text.replace(QChar::Nbsp, u' ');
    QStringList pieces;
    for (QString piece : text.left(LongestText).split(breaks)) {
        piece.remove(quoting);
        if (const QString line = piece.simplified(); !line.isEmpty())
            pieces.append(line);
    }
    return pieces;
}

/// Further persons' addresses are no part of this one: "A <a@x.example>, B <b@y.example>" is left alone.
bool isAddressList(const QString &text)
{
    static const QRegularExpression one(uR"(<[^<>\s]+@[^<>\s]+>)"_s);
    return text.count(one) > 1;
}

} // namespace

bool PersonText::hasDetails() const
{
    return !emails.isEmpty() || !phones.isEmpty() || !urls.isEmpty() || (!name.isEmpty() && !title.isEmpty());
}

PersonText readPerson(const QString &text)
{
    PersonText person;
    const QStringList pieces = piecesOf(text);
    if (isAddressList(text))
        return person;
    bool isNextTitle = false;
    for (const QString &piece : pieces) {
        static const QRegularExpression inBrackets(uR"(\S\s*<[^<>\s]+@[^<>\s]+>)"_s);
        const bool namesOwner = inBrackets.match(piece).hasMatch();
        QString line = piece;
        takeEmails(&line, &person);
        takeUrls(&line, &person);
        takePhones(&line, &person);
        const QString rest = withoutRests(line);
        const auto parting = partingOf(rest);
        const QString first = parting.hasMatch() ? rest.left(parting.capturedStart()) : rest;
        if (person.name.isEmpty() && looksLikeName(first) && (namesOwner || !isPosition(first))) {
            takeName(rest, &person);
            isNextTitle = person.title.isEmpty();
        } else if (isNextTitle && person.title.isEmpty() && isPosition(rest) && !isCompany(rest) &&
                   digitsIn(rest) == 0 && rest.size() <= LongestTitle) {
            person.title = rest;
        }
    }
    return person;
}

DetailKind detailKindOf(const QString &typed)
{
    const QString text = typed.trimmed();
    const auto isWhole = [&](const QRegularExpression &pattern) {
        const auto match = pattern.match(text);
        return match.hasMatch() && match.capturedLength() == text.size();
    };
    if (text.isEmpty() || text.size() > LongestText)
        return DetailKind::Unknown;
    if (isWhole(emailPattern()))
        return DetailKind::Email;
    if (isWhole(webPattern()) || (isBareDomain(text) && !text.contains(u'@')))
        return DetailKind::WebAddress;
    if (!hasLetter(text) && digitsIn(text) >= 5 && isWhole(phonePattern()))
        return DetailKind::Phone;
    return DetailKind::Unknown;
}

QString webAddressType(const QString &url)
{
    static const QRegularExpression host(uR"(^(?:https?://)?(?:[\w-]+\.)*(linkedin|twitter|x)\.com(?:/|$))"_s,
                                         Flags);
    const auto match = host.match(url);
    if (!match.hasMatch())
        return u"url"_s;
    return match.captured(1).compare("linkedin"_L1, Qt::CaseInsensitive) == 0 ? u"linkedin"_s : u"twitter"_s;
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "duplicates.h"

#include "recordtable.h"
#include "searchtext.h"
#include "textscan.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr double Alike = 0.75;
constexpr qsizetype LeastWord = 4;       ///< letters by which names are looked up
constexpr quint32 MostCandidates = 5000; ///< that are compared letter by letter

/// Words that many companies carry behind their name.
const QSet<QString> &legalForms()
{
    static const QSet<QString> words{
        u"ab"_s,      u"ag"_s,   u"aps"_s,         u"as"_s,      u"asa"_s,  u"bv"_s,  u"co"_s,
        u"company"_s, u"corp"_s, u"corporation"_s, u"eg"_s,      u"ev"_s,   u"gbr"_s, u"gmbh"_s,
        u"inc"_s,     u"kg"_s,   u"kk"_s,          u"limited"_s, u"llc"_s,  u"llp"_s, u"ltd"_s,
        u"ltda"_s,    u"mbh"_s,  u"me"_s,          u"nv"_s,      u"ohg"_s,  u"oy"_s,  u"oyj"_s,
        u"plc"_s,     u"pte"_s,  u"pty"_s,         u"sa"_s,      u"sarl"_s, u"sas"_s, u"se"_s,
        u"sl"_s,      u"spa"_s,  u"srl"_s,         u"the"_s,     u"ug"_s,   u"und"_s, u"and"_s};
    return words;
}

/// Where everybody has an address: such a domain says nothing of a company.
bool isPublicMail(const QString &domain)
{
    static const QSet<QString> domains{
        u"gmail.com"_s, u"googlemail.com"_s, u"outlook.com"_s, u"hotmail.com"_s, u"live.com"_s,
        u"yahoo.com"_s, u"icloud.com"_s,     u"me.com"_s,      u"gmx.net"_s,     u"gmx.de"_s,
        u"gmx.at"_s,    u"web.de"_s,         u"t-online.de"_s, u"proton.me"_s,   u"protonmail.com"_s};
    return domains.contains(domain);
}

QStringList comparableWords(const QString &name)
{
    QString text = QString::fromUtf8(foldedForSearch(name));
    // "S.A." and "e.V." are words, too.
    text.remove(u'.');
    for (QChar &c : text) {
        if (!c.isLetterOrNumber() && !c.isSurrogate())
            c = u' ';
    }
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    QStringList kept;
    for (const QString &word : std::as_const(words)) {
        if (!legalForms().contains(word))
            kept.append(word);
    }
    return kept.isEmpty() ? words : kept;
}

/// The least number of letters that have to be changed, added or taken away.
qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = qsizetype(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j < row.size(); ++j) {
            const qsizetype replaced = diagonal + (a.at(i - 1) == b.at(qsizetype(j) - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

bool eachBeginsAWord(const QStringList &beginnings, const QStringList &words)
{
    return std::all_of(beginnings.begin(), beginnings.end(), [&](const QString &beginning) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QString &word) { return word.startsWith(beginning); });
    });
}

class Search
{
public:
    Search(const RecordTable &leads, qsizetype most)
        : m_leads(leads)
        , m_nameField(leads.fields().indexOf(u"shown_name"_s))
        , m_urlField(leads.fields().indexOf(u"url"_s))
        , m_most(most)
    {
    }

    void addEmails(const QStringList &emails)
    {
        for (const QString &email : emails) {
            const QByteArray needle = foldedForSearch(email);
            if (needle.contains('@')) {
                for (const quint32 row : rowsWith(needle)) {
                    if (isWholeWord(row, needle))
                        add(row, PossibleDuplicate::Reason::SameEmail);
                }
            }
        }
    }

    void addPhones(const QStringList &phones)
    {
        constexpr qsizetype LeastDigits = 7;
        for (const QString &phone : phones) {
            const QByteArray digits = phoneDigitsForSearch(phone);
            if (digits.size() < LeastDigits)
                continue;
            for (const quint32 row : rowsWith(digits))
                add(row, PossibleDuplicate::Reason::SamePhone);
        }
    }

    void addHost(const QString &host, PossibleDuplicate::Reason sameSite)
    {
        if (host.isEmpty())
            return;
        for (const quint32 row : rowsWith(foldedForSearch(host))) {
            if (m_urlField >= 0 && hostOf(m_leads.textAt(m_urlField, row)) == host)
                add(row, sameSite);
            else if (isWholeWord(row, '@' + foldedForSearch(host), true))
                add(row, PossibleDuplicate::Reason::SameDomain);
        }
    }

    void addName(const QString &name)
    {
        const QStringList typed = comparableWords(name);
        QStringList words = typed;
        std::sort(words.begin(), words.end(),
                  [](const QString &a, const QString &b) { return a.size() > b.size(); });
        for (const QString &word : words.mid(0, 2)) {
            if (word.size() < LeastWord && words.size() > 1)
                continue;
            // Somebody may have spelt the end of it otherwise.
            const QString beginning = word.left(qMax(LeastWord, word.size() * 2 / 3));
            for (const quint32 row : rowsWith(beginning.toUtf8()))
                addIfAlike(row, name);
        }
    }

    QList<PossibleDuplicate> found() const
    {
        QList<PossibleDuplicate> list = m_found.values();
        std::sort(list.begin(), list.end(), [](const PossibleDuplicate &a, const PossibleDuplicate &b) {
            if (a.reason != b.reason)
                return a.reason < b.reason;
            return a.likeness != b.likeness ? a.likeness > b.likeness : a.leadId < b.leadId;
        });
        return list.mid(0, m_most);
    }

private:
    std::vector<quint32> rowsWith(const QByteArray &needle) const
    {
        const TableData &data = m_leads.data();
        RowSet hits(data.rows);
        const WordSearch search(data, needle);
        for (quint32 piece = 0; piece < data.pieces(); ++piece)
            search.scan(piece, hits);
        std::vector<quint32> rows;
        for (quint32 row = 0; row < data.rows && rows.size() < MostCandidates; ++row) {
            if (hits.contains(row) && data.live.contains(row))
                rows.push_back(row);
        }
        return rows;
    }

    /// Whether \a word stands in the row's text for itself, or, as \a end, at the end of a word.
    bool isWholeWord(quint32 row, const QByteArray &word, bool end = false) const
    {
        const std::string text = searchedText(m_leads.data(), row);
        const std::string_view wanted(word.constData(), size_t(word.size()));
        const auto isEdge = [&](size_t at) {
            return at >= text.size() || text[at] == ' ' || text[at] == ',';
        };
        for (size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) {
            if ((end || at == 0 || isEdge(at - 1) || quint8(text[at - 1]) < 0x20) &&
                (isEdge(at + wanted.size()) || quint8(text[at + wanted.size()]) < 0x20))
                return true;
        }
        return false;
    }

    void addIfAlike(quint32 row, const QString &name)
    {
        const QString known = m_leads.textAt(m_nameField, row);
        const double likeness = nameLikeness(name, known);
        if (likeness >= 1)
            add(row, PossibleDuplicate::Reason::SameName);
        else if (likeness > Alike)
            add(row, PossibleDuplicate::Reason::SimilarName, likeness);
    }

    void add(quint32 row, PossibleDuplicate::Reason reason, double likeness = 1)
    {
        const auto known = m_found.constFind(row);
        if (known == m_found.constEnd() || reason < known->reason)
            m_found.insert(row, {m_leads.idAt(row), reason, likeness});
    }

    const RecordTable &m_leads;
    int m_nameField;
    int m_urlField;
    qsizetype m_most;
    QHash<quint32, PossibleDuplicate> m_found;
};

} // namespace

bool DuplicateQuery::isEmpty() const
{
    return name.isEmpty() && website.isEmpty() && emails.isEmpty() && phones.isEmpty();
}

QString comparableName(const QString &name)
{
    return comparableWords(name).join(u' ');
}

double nameLikeness(const QString &typed, const QString &known)
{
    const QStringList typedWords = comparableWords(typed);
    const QStringList knownWords = comparableWords(known);
    const QString a = typedWords.join(QString());
    const QString b = knownWords.join(QString());
    if (a.isEmpty() || b.isEmpty())
        return 0;
    if (a == b)
        return 1;
    const double longer = double(qMax(a.size(), b.size()));
    // What cannot be alike enough by its length alone is not compared.
    const double share = double(qMin(a.size(), b.size())) / longer;
    double likeness = share <= Alike ? 0 : 1 - double(editDistance(a, b)) / longer;
    // Half a name is alike while it is being typed.
    constexpr double HalfTyped = 0.6;
    constexpr double Promising = 0.8;
    if (a.size() >= LeastWord && share >= HalfTyped && eachBeginsAWord(typedWords, knownWords))
        likeness = qMax(likeness, Promising);
    return qMin(likeness, 0.99);
}

QString hostOf(const QString &website)
{
    const QString text = website.trimmed();
    QString host = QUrl::fromUserInput(text).host().toLower();
    if (host.startsWith("www."_L1))
        host.remove(0, 4);
    return host.contains(u'.') ? host : QString();
}

QList<PossibleDuplicate> findDuplicates(const RecordTable &leads, const DuplicateQuery &query, qsizetype most)
{
    Search search(leads, most);
    search.addEmails(query.emails);
    search.addPhones(query.phones);
    search.addHost(hostOf(query.website), PossibleDuplicate::Reason::SameWebsite);
    for (const QString &email : query.emails) {
        const QString domain = email.section(u'@', 1).trimmed().toLower();
        if (domain.contains(u'.') && !isPublicMail(domain))
            search.addHost(domain, PossibleDuplicate::Reason::SameDomain);
    }
    if (query.name.trimmed().size() > 1)
        search.addName(query.name);
    return search.found();
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "htmltext.h"

#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// No note is longer; what is behind is not read.
constexpr qsizetype LongestHtml = 1'000'000;

bool turnsReadingOrder(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool isKept(char32_t c)
{
    if (c == U'\n' || c == U'\t')
        return true;
    return c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && !turnsReadingOrder(c);
}

/// Reads tags and text one after the other and writes lines.
class Reducer
{
public:
    explicit Reducer(QStringView html)
        : m_html(html.left(LongestHtml))
    {
    }

    QString run()
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html.at(m_at);
            if (c == u'<')
                readMarkup();
            else if (c == u'&')
                readReference();
            else
                readCharacter(c);
        }
        closeLink();
        return m_text;
    }

private:
    void readCharacter(QChar c)
    {
        ++m_at;
        if (c.isSpace() && c != QChar(0x00A0))
            m_blank = true;
        else
            put(c);
    }

    /// White space in HTML is one blank, and none at the ends of a line.
    void put(QStringView text)
    {
        if (m_blank && !m_text.isEmpty() && !m_text.endsWith(u'\n'))
            m_text += u' ';
        m_blank = false;
        m_text += text;
        if (m_inLink)
            m_linkText += text;
    }
    void put(QChar c) { put(QStringView(&c, 1)); }

    void breakLine()
    {
        m_blank = false;
        m_text += u'\n';
    }

    void startBlock()
    {
        m_blank = false;
        if (!m_text.isEmpty() && !m_text.endsWith(u'\n'))
            m_text += u'\n';
    }

    void readMarkup()
    {
        const QStringView rest = m_html.mid(m_at);
        if (rest.startsWith(u"<!--")) {
            skipPast(u"-->");
            return;
        }
        const QChar next = rest.size() > 1 ? rest.at(1) : QChar();
        if (next == u'!' || next == u'?') {
            skipPast(u">");
            return;
        }
        const bool isEnd = next == u'/';
        const QChar first = rest.size() > (isEnd ? 2 : 1) ? rest.at(isEnd ? 2 : 1) : QChar();
        if (!((first >= u'a' && first <= u'z') || (first >= u'A' && first <= u'Z'))) {
            readCharacter(u'<'); // "a < b" is text
            return;
        }
        readTag(isEnd);
    }

    /// Finds the tag's end; a ">" inside of quotes is not it.
    void readTag(bool isEnd)
    {
        qsizetype i = m_at + (isEnd ? 2 : 1);
        const qsizetype nameAt = i;
        while (i < m_html.size() && (m_html.at(i).isLetterOrNumber() || m_html.at(i) == u'-'))
            ++i;
        const QString name = m_html.mid(nameAt, i - nameAt).toString().toLower();
        const qsizetype attributesAt = i;
        QChar quote;
        for (; i < m_html.size(); ++i) {
            const QChar c = m_html.at(i);
            if (!quote.isNull()) {
                if (c == quote)
                    quote = QChar();
            } else if (c == u'"' || c == u'\'') {
                quote = c;
            } else if (c == u'>') {
                break;
            }
        }
        const QStringView attributes = m_html.mid(attributesAt, i - attributesAt);
        m_at = qMin(i + 1, m_html.size());
        takeTag(name, isEnd, attributes);
    }

    void takeTag(const QString &name, bool isEnd, QStringView attributes)
    {
        static const QStringList blocks{u"p"_s,  u"div"_s,  u"ul"_s,         u"ol"_s,  u"h1"_s,
                                        u"h2"_s, u"h3"_s,   u"h4"_s,         u"h5"_s,  u"h6"_s,
                                        u"tr"_s, u"body"_s, u"blockquote"_s, u"pre"_s, u"table"_s};
        static const QStringList silent{u"script"_s, u"style"_s,  u"head"_s,     u"title"_s, u"template"_s,
                                        u"iframe"_s, u"object"_s, u"noscript"_s, u"svg"_s,   u"math"_s};
        if (silent.contains(name)) {
            if (!isEnd && !attributes.endsWith(u'/'))
                skipPastEndTag(name);
        } else if (name == "br"_L1) {
            breakLine();
        } else if (name == "hr"_L1) {
            startBlock();
            m_text += u"———\n"_s;
        } else if (name == "li"_L1) {
            startBlock();
            if (!isEnd)
                m_text += u"• "_s;
        } else if (name == "td"_L1 || name == "th"_L1) {
            m_blank = true;
        } else if (name == "a"_L1) {
            closeLink();
            if (!isEnd)
                openLink(attributes);
        } else if (blocks.contains(name)) {
            startBlock();
        }
    }

    void skipPast(QStringView mark)
    {
        const qsizetype end = m_html.indexOf(mark, m_at);
        m_at = end < 0 ? m_html.size() : end + mark.size();
    }

    void skipPastEndTag(const QString &name)
    {
        const qsizetype end = m_html.indexOf(u"</"_s + name, m_at, Qt::CaseInsensitive);
        m_at = end < 0 ? m_html.size() : end;
        if (end >= 0)
            skipPast(u">");
    }

    void openLink(QStringView attributes)
    {
        m_inLink = true;
        m_linkText.clear();
        m_linkTarget = attributeOf(attributes, u"href"_s);
        // An address of another kind leads nowhere a person should go.
        if (!m_linkTarget.startsWith("http://"_L1, Qt::CaseInsensitive) &&
            !m_linkTarget.startsWith("https://"_L1, Qt::CaseInsensitive))
            m_linkTarget.clear();
    }

    void closeLink()
    {
        if (!m_inLink)
            return;
        m_inLink = false;
        QString target = m_linkTarget;
        if (target.isEmpty() || m_linkText.contains(target))
            return;
        const QString bare = target.mid(target.indexOf("://"_L1) + 3);
        const QString shown = m_linkText.trimmed();
        if (shown != bare && shown + u'/' != bare)
            m_text += u" ("_s + target + u')';
    }

    static QString attributeOf(QStringView attributes, const QString &name)
    {
        qsizetype at = attributes.indexOf(name, 0, Qt::CaseInsensitive);
        if (at < 0)
            return {};
        at += name.size();
        while (at < attributes.size() && (attributes.at(at).isSpace() || attributes.at(at) == u'='))
            ++at;
        if (at >= attributes.size())
            return {};
        const QChar quote = attributes.at(at);
        qsizetype end = at;
        if (quote == u'"' || quote == u'\'') {
            end = attributes.indexOf(quote, ++at);
        } else {
            while (end < attributes.size() && !attributes.at(end).isSpace())
                ++end;
        }
        if (end < 0)
            end = attributes.size();
        QString value;
        for (QChar c : attributes.mid(at, end - at)) {
            if (!c.isSpace())
                value += c;
        }
        return value.replace("&amp;"_L1, "&"_L1);
    }

    void readReference()
    {
        const qsizetype end = m_html.mid(m_at, 12).indexOf(u';');
        const QStringView name = end > 1 ? m_html.mid(m_at + 1, end - 1) : QStringView();
        const QString meant = resolved(name);
        if (meant.isNull()) {
            readCharacter(u'&');
            return;
        }
        m_at += end + 1;
        put(meant);
    }

    static QString resolved(QStringView name)
    {
        if (name.startsWith(u'#')) {
            const bool isHex = name.size() > 1 && (name.at(1) == u'x' || name.at(1) == u'X');
            bool ok = false;
            const uint code = name.mid(isHex ? 2 : 1).toUInt(&ok, isHex ? 16 : 10);
            if (!ok || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
                return {};
            const char32_t character = code;
            return isKept(character) ? QString::fromUcs4(&character, 1) : u""_s;
        }
        static const QHash<QString, QString> names{
            {u"amp"_s, u"&"_s},    {u"lt"_s, u"<"_s},        {u"gt"_s, u">"_s},     {u"quot"_s, u"\""_s},
            {u"apos"_s, u"'"_s},   {u"nbsp"_s, u"\u00A0"_s}, {u"euro"_s, u"€"_s},   {u"pound"_s, u"£"_s},
            {u"ndash"_s, u"–"_s},  {u"mdash"_s, u"—"_s},     {u"hellip"_s, u"…"_s}, {u"bull"_s, u"•"_s},
            {u"lsquo"_s, u"‘"_s},  {u"rsquo"_s, u"’"_s},     {u"ldquo"_s, u"“"_s},  {u"rdquo"_s, u"”"_s},
            {u"laquo"_s, u"«"_s},  {u"raquo"_s, u"»"_s},     {u"copy"_s, u"©"_s},   {u"reg"_s, u"®"_s},
            {u"auml"_s, u"ä"_s},   {u"ouml"_s, u"ö"_s},      {u"uuml"_s, u"ü"_s},   {u"Auml"_s, u"Ä"_s},
            {u"Ouml"_s, u"Ö"_s},   {u"Uuml"_s, u"Ü"_s},      {u"szlig"_s, u"ß"_s},  {u"eacute"_s, u"é"_s},
            {u"egrave"_s, u"è"_s}, {u"agrave"_s, u"à"_s},    {u"ccedil"_s, u"ç"_s}, {u"ntilde"_s, u"ñ"_s},
            {u"middot"_s, u"·"_s}, {u"deg"_s, u"°"_s},       {u"times"_s, u"×"_s},  {u"trade"_s, u"™"_s}};
        return names.value(name.toString());
    }

    QStringView m_html;
    qsizetype m_at = 0;
    QString m_text;
    bool m_blank = false; ///< white space was read and not yet written
    bool m_inLink = false;
    QString m_linkText;
    QString m_linkTarget;
};

} // namespace

QString tidyText(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    int lineEnds = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        QChar c = text.at(i);
        if (c == u'\r') {
            if (i + 1 < text.size() && text.at(i + 1) == u'\n')
                continue;
            c = u'\n';
        }
        if (!c.isSurrogate() && !isKept(c.unicode()))
            continue;
        if (c == u'\n') {
            while (kept.endsWith(u' ') || kept.endsWith(u'\t'))
                kept.chop(1);
            if (++lineEnds > 2 || kept.isEmpty())
                continue;
        } else if (!c.isSpace()) {
            lineEnds = 0;
        }
        kept += c;
    }
    while (!kept.isEmpty() && kept.back().isSpace())
        kept.chop(1);
    return kept;
}

QString plainTextOf(const QString &html)
{
    return tidyText(Reducer(html).run());
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tableexport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QString tsvCell(QString text)
{
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    }
    return text;
}

QString tsvLine(const QStringList &cells)
{
    QStringList line;
    for (const QString &cell : cells)
        line.append(tsvCell(cell));
    return line.join(u'\t');
}

QString htmlRow(const QStringList &cells, const QString &tag)
{
    QString row = u"<tr>"_s;
    for (const QString &cell : cells)
        row += u'<' + tag + u'>' + cell.toHtmlEscaped() + u"</"_s + tag + u'>';
    return row + u"</tr>"_s;
}

/// "-5" and "+49 711 555" are numbers people mean; "-5+A1" is not.
bool isPlainNumber(QStringView text)
{
    return std::all_of(text.begin() + 1, text.end(), [](QChar c) {
        return c.isDigit() || c.isSpace() || c == u'.' || c == u',' || c == u'(' || c == u')';
    });
}

bool looksLikeFormula(const QString &text)
{
    if (text.isEmpty())
        return false;
    const QChar first = text.at(0);
    if (first == u'-' || first == u'+')
        return !isPlainNumber(text);
    return first == u'=' || first == u'@' || first == u'\t' || first == u'\r' || first == u'\n';
}

QString csvCell(QString text)
{
    if (looksLikeFormula(text))
        text.prepend(u'\'');
    const bool quoted = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r' || c == u';';
    });
    return quoted ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

} // namespace

ExportedTable exportedTable(const QAbstractItemModel &model, const QList<int> &rows,
                            const QList<int> &columns)
{
    ExportedTable table;
    for (const int column : columns)
        table.titles.append(model.headerData(column, Qt::Horizontal).toString());
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells.append(model.index(row, column).data().toString());
        table.rows.append(cells);
    }
    return table;
}

QString toTsv(const ExportedTable &table, bool withTitles)
{
    QStringList lines;
    if (withTitles)
        lines.append(tsvLine(table.titles));
    for (const QStringList &row : table.rows)
        lines.append(tsvLine(row));
    return lines.join(u'\n');
}

QString toHtml(const ExportedTable &table, bool withTitles)
{
    QString html = u"<table>"_s;
    if (withTitles)
        html += htmlRow(table.titles, u"th"_s);
    for (const QStringList &row : table.rows)
        html += htmlRow(row, u"td"_s);
    return html + u"</table>"_s;
}

QByteArray csvBegin()
{
    return "\xEF\xBB\xBF"_ba;
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList line;
    for (const QString &cell : cells)
        line.append(csvCell(cell));
    return (line.join(u',') + u"\r\n"_s).toUtf8();
}

QByteArray toCsv(const ExportedTable &table)
{
    QByteArray file = csvBegin() + csvLine(table.titles);
    for (const QStringList &row : table.rows)
        file += csvLine(row);
    return file;
}

QString plainAmount(qint64 minor)
{
    const QString digits = QString::number(qAbs(minor)).rightJustified(3, u'0');
    return (minor < 0 ? u"-"_s : QString()) + digits.chopped(2) + u'.' + digits.right(2);
}

} // namespace Leadline

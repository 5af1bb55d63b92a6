// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>
#include <QByteArray>
#include <QString>

namespace Leadline {

/// Cells taken out of a table: titles and rows of text, as they are shown.
struct ExportedTable
{
    QStringList titles;
    QList<QStringList> rows;
};

/// The cells of \a rows in \a columns of a model, in that order; the columns' titles where \a model has them.
ExportedTable exportedTable(const QAbstractItemModel &model, const QList<int> &rows,
                            const QList<int> &columns);

/// For pasting into a spreadsheet: cells parted by tabs; tabs and line breaks within become spaces.
QString toTsv(const ExportedTable &table, bool withTitles = true);
/// The same as an HTML table, every text escaped.
QString toHtml(const ExportedTable &table, bool withTitles = true);
/// A file after RFC 4180, in UTF-8 with a byte order mark, which spreadsheets ask for. A text that a
/// spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises.
QByteArray toCsv(const ExportedTable &table);
/// What such a file begins with, and one line of it.
QByteArray csvBegin();
QByteArray csvLine(const QStringList &cells);
/// "1234.50": an amount in minor units for programs, whatever the language.
QString plainAmount(qint64 minor);

} // namespace Leadline

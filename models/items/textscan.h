// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnstore.h"

#include <QByteArray>
#include <QList>

namespace Leadline {

/// How a piece is scanned. The quickest that this processor has is chosen by itself.
enum class ScanKernel { Best, Portable };

/// Adds to \a found the rows of a piece, which begins at row \a first of the table, whose text contains
/// \a needle, a folded one: capital letters of ASCII in the text are taken for small ones. Blank needles are
/// in every row.
void scanPiece(const TextPiece &piece, std::string_view needle, quint32 first, RowSet &found,
               ScanKernel kernel = ScanKernel::Best);

/// Looks for a folded word in all that is searched of a table's rows: TableData::search and the columns of
/// searchable fields.
class WordSearch
{
public:
    WordSearch(const TableData &data, QByteArray word);
    /// Adds to \a found the rows of a piece that hold the word. Safe to call from several threads.
    void scan(quint32 piece, RowSet &found) const;

private:
    struct Choices
    {
        const ColumnData *column;
        std::vector<bool> holds; ///< by symbol
    };

    const TableData &m_data;
    QByteArray m_word;
    std::vector<const ColumnData *> m_texts;
    std::vector<Choices> m_choices;
};

/// All that is searched of a row: in small letters of ASCII, and the words that folding changes by more once more,
/// folded.
std::string searchedText(const TableData &data, quint32 row);

/// The words of a search query, folded as the search text is. Longest first: it rules out the most.
QList<QByteArray> searchWords(const QString &query);

/// Whether \a text, folded, contains each of \a words.
bool containsWords(std::string_view text, const QList<QByteArray> &words);

} // namespace Leadline

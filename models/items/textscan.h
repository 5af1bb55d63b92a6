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
/// \a needle; blank needles are in every row.
void scanPiece(const TextPiece &piece, std::string_view needle, quint32 first, RowSet &found,
               ScanKernel kernel = ScanKernel::Best);

/// The words of a search query, folded as the search text is. Longest first: it rules out the most.
QList<QByteArray> searchWords(const QString &query);

/// Whether \a text, folded, contains each of \a words.
bool containsWords(std::string_view text, const QList<QByteArray> &words);

} // namespace Leadline

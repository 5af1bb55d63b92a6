// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "bytestream.h"
#include "idpiece.h"
#include "numberpiece.h"

namespace Leadline {

/// Pieces of columns as bytes, and back. What is blank in all rows takes nothing, and texts and ids that some rows have
/// in common are written once where that pays. What is read lies in \a block, which holds the bytes; bytes that make
/// no sense are told by the reader.

/// One text for each row.
void writeTexts(ByteWriter &out, const std::vector<std::string_view> &texts);
TextPiece readTexts(ByteReader &in, quint32 rows, const std::shared_ptr<char> &block);

void writeIds(ByteWriter &out, const IdPiece &ids);
std::shared_ptr<IdPiece> readIds(ByteReader &in, quint32 rows, const std::shared_ptr<char> &block);

void writeIntegers(ByteWriter &out, const IntegerPiece &integers);
IntegerPiece readIntegers(ByteReader &in, quint32 rows, const std::shared_ptr<char> &block);

void writeReals(ByteWriter &out, const RealPiece &reals);
RealPiece readReals(ByteReader &in, quint32 rows, const std::shared_ptr<char> &block);

} // namespace Leadline

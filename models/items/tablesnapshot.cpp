// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "tablesnapshot.h"

#include "parallel.h"
#include "piecestream.h"

#include <QCryptographicHash>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Rows of either end of the order in the first chunk: more than a screen shows.
constexpr quint32 ScreenRows = 120;
constexpr int FirstPiece = 2;
/// Of chunks in memory: none shares a line of the processor's cache with another, and every number fits.
constexpr size_t ChunkSpacing = 64;

/// The orders' place among the languages, and among the versions of what sorts.
QByteArray localeName(const QLocale &locale)
{
    return locale.bcp47Name().toUtf8() + ' ' + qVersion();
}

/// \a rows as bytes. Of removed ones only the places are kept, and of what is blank in all of them nothing.
void writeRows(ByteWriter &out, const TableData &data, const std::vector<quint32> &rows)
{
    std::vector<std::string_view> texts;
    const auto writeTextsOf = [&](const Pieces<TextPiece> &pieces) {
        texts.clear();
        for (const quint32 row : rows)
            texts.push_back(data.live.contains(row) ? pieces.of(row).at(row & (PieceRows - 1)) : std::string_view());
        writeTexts(out, texts);
    };
    const auto writeIdsOf = [&](const Pieces<IdPiece> &pieces) {
        IdPiece ids;
        for (const quint32 row : rows) {
            const bool isLive = data.live.contains(row);
            ids.append(isLive ? pieces.of(row).at(row & (PieceRows - 1)) : IdText());
        }
        writeIds(out, ids);
    };
    writeIdsOf(data.ids);
    for (const ColumnData &column : data.columns) {
        if (column.storage == Storage::Text) {
            writeTextsOf(column.texts);
        } else if (column.storage == Storage::Id) {
            writeIdsOf(column.ids);
        } else if (column.storage == Storage::Symbol) {
            SymbolPiece symbols;
            for (const quint32 row : rows)
                symbols.push_back(column.symbol(row));
            writeIntegers(out, symbols.values());
        } else if (column.storage == Storage::Integer) {
            IntegerPiece integers;
            for (const quint32 row : rows)
                integers.push_back(column.integer(row));
            writeIntegers(out, integers);
        } else if (column.storage == Storage::Real) {
            RealPiece reals;
            for (const quint32 row : rows)
                reals.push_back(column.real(row));
            writeReals(out, reals);
        }
    }
    writeTextsOf(data.search);
}

/// One piece of every column: what writeRows() wrote.
struct RowPieces
{
    std::shared_ptr<IdPiece> ids;
    std::shared_ptr<TextPiece> search;
    struct Column
    {
        std::shared_ptr<TextPiece> texts;
        std::shared_ptr<IdPiece> ids;
        std::shared_ptr<SymbolPiece> symbols;
        std::shared_ptr<IntegerPiece> integers;
        std::shared_ptr<RealPiece> reals;
    };
    std::vector<Column> columns;
};

/// The contents of a chunk, which the pieces that are read from it lie in.
struct Chunk
{
    std::shared_ptr<char> block;
    std::string_view bytes;
};

/// Blank where it is torn or missing.
Chunk readChunk(const ChunkSource &source, int index)
{
    const size_t size = source.size(index);
    Chunk chunk{makeMemoryBlock(size), {}};
    if (size > 0 && source.read(index, chunk.block.get()))
        chunk.bytes = {chunk.block.get(), size};
    return chunk;
}

RowPieces readRows(ByteReader &in, const std::vector<ColumnData> &columns, quint32 rows,
                   const std::shared_ptr<char> &block)
{
    RowPieces pieces;
    pieces.ids = readIds(in, rows, block);
    for (const ColumnData &column : columns) {
        RowPieces::Column &to = pieces.columns.emplace_back();
        if (column.storage == Storage::Text) {
            to.texts = std::make_shared<TextPiece>(readTexts(in, rows, block));
        } else if (column.storage == Storage::Id) {
            to.ids = readIds(in, rows, block);
        } else if (column.storage == Storage::Symbol) {
            to.symbols = std::make_shared<SymbolPiece>(readIntegers(in, rows, block));
            for (size_t row = 0; in.isGood() && row < rows; ++row) {
                if (to.symbols->at(row) >= quint32(column.dictionary.size()))
                    in.fail();
            }
        } else if (column.storage == Storage::Integer) {
            to.integers = std::make_shared<IntegerPiece>(readIntegers(in, rows, block));
        } else if (column.storage == Storage::Real) {
            to.reals = std::make_shared<RealPiece>(readReals(in, rows, block));
        }
    }
    pieces.search = std::make_shared<TextPiece>(readTexts(in, rows, block));
    return pieces;
}

void append(TableData &data, RowPieces pieces)
{
    data.ids.append(std::move(pieces.ids));
    data.search.append(std::move(pieces.search));
    for (size_t i = 0; i < data.columns.size(); ++i) {
        ColumnData &column = data.columns[i];
        RowPieces::Column &from = pieces.columns[i];
        if (from.texts)
            column.texts.append(std::move(from.texts));
        else if (from.ids)
            column.ids.append(std::move(from.ids));
        else if (from.symbols)
            column.symbols.append(std::move(from.symbols));
        else if (from.integers)
            column.integers.append(std::move(from.integers));
        else if (from.reals)
            column.reals.append(std::move(from.reals));
    }
}

/// The beginning of chunk 0: how many rows there are, and the dictionaries.
struct Head
{
    quint32 rows = 0;
    quint32 screenRows = 0;
    LoadedTable table; ///< without rows
};

std::optional<Head> readHead(const FieldList &fields, ByteReader &in)
{
    Head head;
    head.rows = in.number();
    head.screenRows = in.number();
    TableData &data = head.table.data;
    data.fields = fields;
    data.columns.resize(size_t(fields.size()));
    head.table.symbols.resize(size_t(fields.size()));
    for (qsizetype i = 0; i < fields.size() && in.isGood(); ++i) {
        ColumnData &column = data.columns[size_t(i)];
        column.storage = columnStorage(fields.at(i));
        if (column.storage != Storage::Symbol)
            continue;
        column.dictionary = in.texts();
        for (qsizetype symbol = 0; symbol < column.dictionary.size(); ++symbol)
            head.table.symbols[size_t(i)].insert(column.dictionary.at(symbol), quint32(symbol));
    }
    if (!in.isGood())
        return {};
    return head;
}

std::optional<SortOrder> readOrder(ByteReader &in, quint32 rows)
{
    SortOrder order;
    order.filled = in.number();
    order.alphabetHolds = in.number() != 0;
    const std::span<const quint32> held = in.array<quint32>();
    order.rows.reserve(roomFor(held.size()));
    order.rows.assign(held.begin(), held.end());
    RowSet met(rows);
    bool isWhole = order.rows.size() == rows && order.filled <= rows;
    for (const quint32 row : order.rows) {
        isWhole = isWhole && row < rows;
        if (!isWhole)
            break;
        met.insert(row);
    }
    if (!isWhole || met.count() != rows)
        return {};
    return order;
}

/// Chunk 1: the set of live rows, and the orders, which can be done without.
bool readLiveAndOrders(LoadedTable &table, const QLocale &locale, const ChunkSource &source)
{
    const Chunk chunk = readChunk(source, 1);
    ByteReader in(chunk.bytes);
    TableData &data = table.data;
    const std::span<const quint8> live = in.array<quint8>();
    if (live.size() != data.rows)
        return false;
    data.live.resize(data.rows);
    for (quint32 row = 0; row < data.rows; ++row)
        data.live.set(row, live[row] != 0);
    const std::string_view name = in.bytes(in.number());
    if (name != localeName(locale).toStdString())
        return in.isGood();
    const quint32 count = in.number();
    for (quint32 i = 0; i < count && in.isGood(); ++i) {
        const quint32 field = in.number();
        std::optional<SortOrder> order = readOrder(in, data.rows);
        if (order && field < data.columns.size())
            table.orders.emplace_back(int(field), std::move(*order));
    }
    return in.isGood();
}

void indexRows(LoadedTable &table)
{
    table.index.reserve(table.data, table.data.rows);
    for (quint32 row = 0; row < table.data.rows; ++row) {
        if (table.data.live.contains(row))
            table.index.insert(table.data, row);
    }
    table.leadTags = LeadTags(table.data);
}

/// All rows, in one block of memory for all pieces, and with them chunk 1. Nothing where one is torn.
std::optional<std::vector<RowPieces>> readPieces(LoadedTable &table, const ChunkSource &source,
                                                 const QLocale &locale, QThreadPool *pool)
{
    const quint32 count = (table.data.rows + PieceRows - 1) / PieceRows;
    std::vector<size_t> places{0};
    for (quint32 piece = 0; piece < count; ++piece) {
        const size_t lines = (source.size(FirstPiece + int(piece)) + ChunkSpacing - 1) / ChunkSpacing;
        places.push_back(places.back() + lines * ChunkSpacing);
    }
    const std::shared_ptr<char> block = makeMemoryBlock(places.back());
    std::vector<RowPieces> pieces(count);
    const auto readPiece = [&](quint32 piece) {
        const int index = FirstPiece + int(piece);
        char *place = block.get() + places[piece];
        if (!source.read(index, place))
            return false;
        ByteReader in({place, source.size(index)});
        const quint32 rows = table.data.last(piece) - TableData::first(piece);
        pieces[piece] = readRows(in, table.data.columns, rows, block);
        return in.isGood();
    };
    std::atomic<bool> isGood = true;
    parallelFor(pool, count + 1, [&](quint32 job) {
        if (isGood && !(job == 0 ? readLiveAndOrders(table, locale, source) : readPiece(job - 1)))
            isGood = false;
    });
    if (!isGood)
        return {};
    return pieces;
}

} // namespace

QByteArray snapshotSchema(const FieldList &fields)
{
    // What a version makes of a record may be another thing in the next one.
    QByteArray text = "4 " LEADLINE_VERSION;
    for (const Field &field : fields)
        text += '\n' + field.key.toUtf8() + ' ' + QByteArray::number(int(field.type)) + ' ' +
                QByteArray::number(field.flags.toInt()) + ' ' + field.unitKey.toUtf8();
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

TableSnapshotWriter::TableSnapshotWriter(TableData data, const std::vector<int> &sortFields,
                                         const Directory &directory, const QLocale &locale)
    : m_data(std::move(data))
    , m_locale(locale)
{
    for (const int field : sortFields)
        m_orders.emplace_back(field, sortRows(m_data, RowKeys(m_data, field, directory, locale)));
}

std::vector<quint32> TableSnapshotWriter::firstScreen() const
{
    std::vector<quint32> rows;
    const auto take = [&](quint32 row) {
        if (m_data.live.contains(row) && std::find(rows.begin(), rows.end(), row) == rows.end())
            rows.push_back(row);
    };
    if (m_orders.empty()) {
        for (quint32 row = 0; row < m_data.rows && rows.size() < ScreenRows; ++row)
            take(row);
        return rows;
    }
    const SortOrder &order = m_orders.front().second;
    for (quint32 i = 0; i < order.rows.size() && rows.size() < ScreenRows; ++i)
        take(order.rows[i]);
    for (quint32 i = order.filled; i-- > 0 && rows.size() < 2 * ScreenRows;)
        take(order.rows[i]);
    return rows;
}

QByteArray TableSnapshotWriter::chunk(int index) const
{
    ByteWriter out;
    std::vector<quint32> rows;
    if (index == 0) {
        rows = firstScreen();
        out.number(m_data.rows);
        out.number(quint32(rows.size()));
        for (const ColumnData &column : m_data.columns) {
            if (column.storage == Storage::Symbol)
                out.texts(column.dictionary);
        }
    } else if (index == 1) {
        std::vector<quint8> live(m_data.rows);
        for (quint32 row = 0; row < m_data.rows; ++row)
            live[row] = m_data.live.contains(row) ? 1 : 0;
        out.array(live);
        const QByteArray name = localeName(m_locale);
        out.number(quint32(name.size()));
        out.bytes({name.constData(), size_t(name.size())});
        out.number(quint32(m_orders.size()));
        for (const auto &[field, order] : m_orders) {
            out.number(quint32(field));
            out.number(order.filled);
            out.number(order.alphabetHolds ? 1 : 0);
            out.array(order.rows);
        }
        return out.take();
    } else {
        const auto piece = quint32(index - FirstPiece);
        for (quint32 row = TableData::first(piece); row < m_data.last(piece); ++row)
            rows.push_back(row);
    }
    writeRows(out, m_data, rows);
    return out.take();
}

std::optional<LoadedTable> readFirstScreen(const FieldList &fields, const ChunkSource &source)
{
    const Chunk chunk = readChunk(source, 0);
    ByteReader in(chunk.bytes);
    std::optional<Head> head = readHead(fields, in);
    if (!head || head->screenRows > PieceRows)
        return {};
    LoadedTable &table = head->table;
    RowPieces pieces = readRows(in, table.data.columns, head->screenRows, chunk.block);
    if (!in.isGood())
        return {};
    if (head->screenRows > 0)
        append(table.data, std::move(pieces));
    table.data.rows = head->screenRows;
    table.data.live.resize(head->screenRows, true);
    indexRows(table);
    return std::move(table);
}

std::optional<LoadedTable> readTable(const FieldList &fields, const QLocale &locale,
                                     const ChunkSource &source, QThreadPool *pool)
{
    const Chunk first = readChunk(source, 0);
    ByteReader headBytes(first.bytes);
    std::optional<Head> head = readHead(fields, headBytes);
    if (!head)
        return {};
    LoadedTable &table = head->table;
    table.data.rows = head->rows;
    auto pieces = readPieces(table, source, locale, pool);
    if (!pieces)
        return {};
    for (RowPieces &piece : *pieces)
        append(table.data, std::move(piece));
    for (auto &[field, order] : table.orders) {
        if (table.data.columns[size_t(field)].storage == Storage::Text && order.alphabetHolds)
            order.alphabet = Alphabet(table.data.columns[size_t(field)], locale);
    }
    indexRows(table);
    return std::move(table);
}

} // namespace Leadline

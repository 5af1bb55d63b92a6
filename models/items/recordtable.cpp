// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordtable.h"

#include "sortorders.h"
#include "tablesnapshot.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace Leadline {

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

/// The place a field's values have in a block, none for fields without a column.
size_t variantOf(Storage storage)
{
    switch (storage) {
    case Storage::Text:
    case Storage::Id:
        return 1;
    case Storage::Symbol:
        return 2;
    case Storage::Integer:
        return 3;
    case Storage::Real:
        return 4;
    case Storage::None:
        break;
    }
    return 0;
}

template <typename Piece, typename Value>
void appendTo(Pieces<Piece> &pieces, quint32 row, Value value)
{
    Piece &piece = pieces.writable(row);
    if constexpr (std::is_same_v<Piece, TextPiece> || std::is_same_v<Piece, IdPiece>)
        piece.append(value);
    else
        piece.push_back(value);
}

} // namespace

std::vector<quint32> TableChange::changedRows() const
{
    std::vector<quint32> rows;
    for (const ChangedCell &cell : cells) {
        if (rows.empty() || rows.back() != cell.row)
            rows.push_back(cell.row);
    }
    return rows;
}

RecordTable::RecordTable(FieldList fields, QObject *parent)
    : QObject(parent)
    , m_orders(std::make_unique<SortOrders>(this))
{
    qRegisterMetaType<TableChange>();
    rebuild(fields);
}

RecordTable::~RecordTable()
{
    m_orders->clear(); // tells work under way to stop
    m_pool.waitForDone();
}

void RecordTable::rebuild(const FieldList &fields)
{
    ++m_revision;
    liftPending(pendingRows());
    const TableData before = std::move(m_data);
    m_data = TableData();
    m_data.fields = fields;
    m_data.columns.resize(size_t(fields.size()));
    m_symbols.assign(size_t(fields.size()), {});
    m_index.clear();
    m_live = 0;
    m_leadField = fields.indexOf(QStringLiteral("lead_id"));
    m_updatedField = fields.indexOf(QStringLiteral("date_updated"));
    std::vector<int> from(size_t(fields.size()), -1);
    for (int i = 0; i < int(fields.size()); ++i) {
        ColumnData &column = m_data.columns[size_t(i)];
        column.storage = columnStorage(fields.at(i));
        const int old = before.fields.indexOf(fields.at(i).key);
        if (old >= 0 && before.fields.at(old).type == fields.at(i).type &&
            before.columns[size_t(old)].storage == column.storage)
            from[size_t(i)] = old;
        if (from[size_t(i)] >= 0)
            column.dictionary = before.columns[size_t(old)].dictionary;
        for (qsizetype symbol = 0; symbol < column.dictionary.size(); ++symbol)
            m_symbols[size_t(i)].insert(column.dictionary.at(symbol), quint32(symbol));
    }
    for (quint32 row = 0; row < before.rows; ++row) {
        if (!before.live.contains(row))
            continue;
        const quint32 to = m_data.rows++;
        appendTo(m_data.ids, to, before.id(row));
        appendTo(m_data.search, to, before.searchText(row));
        for (size_t i = 0; i < m_data.columns.size(); ++i) {
            ColumnData &column = m_data.columns[i];
            const ColumnData *old = from[i] < 0 ? nullptr : &before.columns[size_t(from[i])];
            if (column.storage == Storage::Text)
                appendTo(column.texts, to, old ? old->text(row) : std::string_view());
            else if (column.storage == Storage::Id)
                appendTo(column.ids, to, old ? old->id(row) : IdText());
            else if (column.storage == Storage::Symbol)
                appendTo(column.symbols, to, old ? old->symbol(row) : 0U);
            else if (column.storage == Storage::Integer)
                appendTo(column.integers, to, old ? old->integer(row) : NoInteger);
            else if (column.storage == Storage::Real)
                appendTo(column.reals, to, old ? old->real(row) : std::nan(""));
        }
        m_index.insert(m_data, to);
    }
    m_live = m_data.rows;
    m_data.live.resize(m_data.rows, true);
    m_leadTags = LeadTags(m_data);
    layPending(pendingRows());
    m_orders->clear();
}

void RecordTable::setFields(FieldList fields)
{
    if (fields.fields() == m_data.fields.fields())
        return;
    Q_EMIT aboutToBeReset();
    rebuild(fields);
    Q_EMIT wasReset();
}

void RecordTable::setDirectory(const Directory &directory)
{
    // The orders stay, which are dear.
    if (directory == m_directory)
        return;
    m_directory = directory;
    m_orders->clear();
    Q_EMIT namesChanged();
}

void RecordTable::setLocale(const QLocale &locale)
{
    if (locale == m_locale)
        return;
    m_locale = locale;
    m_orders->clear();
    Q_EMIT namesChanged();
}

bool RecordTable::fits(const ColumnBlock &block) const
{
    if (block.columns.size() != m_data.columns.size())
        return false;
    for (size_t i = 0; i < block.columns.size(); ++i) {
        if (block.columns[i].index() != variantOf(m_data.columns[i].storage))
            return false;
    }
    return true;
}

/// The symbol that stands for \a text in a column.
quint32 RecordTable::intern(size_t field, const QString &text)
{
    const auto found = m_symbols[field].constFind(text);
    if (found != m_symbols[field].constEnd())
        return *found;
    const auto symbol = quint32(m_data.columns[field].dictionary.size());
    m_symbols[field].insert(text, symbol);
    m_data.columns[field].dictionary.append(text);
    return symbol;
}

std::vector<std::vector<quint32>> RecordTable::internSymbols(const ColumnBlock &block)
{
    std::vector<std::vector<quint32>> known(block.columns.size());
    for (size_t i = 0; i < block.columns.size(); ++i) {
        const auto *symbols = std::get_if<SymbolColumn>(&block.columns[i]);
        if (!symbols)
            continue;
        for (const QString &text : symbols->dictionary)
            known[i].push_back(intern(i, text));
    }
    return known;
}

void RecordTable::appendRow(const ColumnBlock &block, size_t from,
                            const std::vector<std::vector<quint32>> &symbols)
{
    const quint32 row = m_data.rows++;
    const bool full = (m_data.rows & (PieceRows - 1)) == 0;
    const auto shrink = [&](auto &pieces) {
        if (full)
            pieces.writable(row).shrink();
    };
    appendTo(m_data.ids, row, block.ids.at(from));
    appendTo(m_data.search, row, block.search.at(from));
    shrink(m_data.ids);
    shrink(m_data.search);
    for (size_t i = 0; i < block.columns.size(); ++i) {
        ColumnData &column = m_data.columns[i];
        const auto *texts = std::get_if<TextColumn>(&block.columns[i]);
        if (texts && column.storage == Storage::Id) {
            appendTo(column.ids, row, texts->at(from));
            shrink(column.ids);
        } else if (texts) {
            appendTo(column.texts, row, texts->at(from));
            shrink(column.texts);
        } else if (const auto *cells = std::get_if<SymbolColumn>(&block.columns[i])) {
            appendTo(column.symbols, row, symbols[i][cells->values[from]]);
            shrink(column.symbols);
        } else if (const auto *integers = std::get_if<IntegerColumn>(&block.columns[i])) {
            appendTo(column.integers, row, (*integers)[from]);
            shrink(column.integers);
        } else if (const auto *reals = std::get_if<RealColumn>(&block.columns[i])) {
            appendTo(column.reals, row, (*reals)[from]);
        }
    }
    m_data.live.resize(m_data.rows, true);
    m_index.insert(m_data, row);
    m_leadTags.put(m_data, row);
    ++m_live;
}

void RecordTable::updateRow(quint32 row, const ColumnBlock &block, size_t from,
                            const std::vector<std::vector<quint32>> &symbols, TableChange &change,
                            std::vector<FormerCell> *former)
{
    const quint32 place = row & (PieceRows - 1);
    if (const std::string_view text = block.search.at(from); m_data.searchText(row) != text) {
        m_data.search.writable(row).set(place, text);
        change.cells.push_back({row, ChangedCell::SearchText});
    }
    for (size_t i = 0; i < block.columns.size(); ++i) {
        ColumnData &column = m_data.columns[i];
        bool same = true;
        const auto note = [&](bool isSame) {
            if (!isSame && former)
                former->push_back({row, int(i), valueAt(int(i), row)});
            return isSame;
        };
        const auto *texts = std::get_if<TextColumn>(&block.columns[i]);
        if (texts && column.storage == Storage::Id) {
            same = note(column.id(row) == texts->at(from));
            if (!same)
                column.ids.writable(row).set(place, texts->at(from));
            if (!same && int(i) == m_leadField)
                m_leadTags.put(m_data, row);
        } else if (texts) {
            same = note(column.text(row) == texts->at(from));
            if (!same)
                column.texts.writable(row).set(place, texts->at(from));
        } else if (const auto *cells = std::get_if<SymbolColumn>(&block.columns[i])) {
            const quint32 symbol = symbols[i][cells->values[from]];
            same = note(column.symbol(row) == symbol);
            if (!same)
                column.symbols.writable(row).set(place, symbol);
        } else if (const auto *integers = std::get_if<IntegerColumn>(&block.columns[i])) {
            same = note(column.integer(row) == (*integers)[from]);
            if (!same)
                column.integers.writable(row).set(place, (*integers)[from]);
        } else if (const auto *reals = std::get_if<RealColumn>(&block.columns[i])) {
            // Bit by bit, since no value is NaN, which equals nothing.
            same = note(std::bit_cast<quint64>(column.real(row)) == std::bit_cast<quint64>((*reals)[from]));
            if (!same)
                column.reals.writable(row).set(place, (*reals)[from]);
        }
        if (!same)
            change.cells.push_back({row, int(i)});
    }
}

/// Whether \a block tells of an earlier state than the row does.
bool RecordTable::isOlder(const ColumnBlock &block, size_t from, quint32 row) const
{
    if (m_updatedField < 0)
        return false;
    const auto *updates = std::get_if<IntegerColumn>(&block.columns[size_t(m_updatedField)]);
    return updates && (*updates)[from] < m_data.columns[size_t(m_updatedField)].integer(row);
}

bool RecordTable::merge(const ColumnBlock &block, MergeRule rule, std::vector<FormerCell> *former)
{
    if (!fits(block))
        return false;
    // What changes nothing is in an earlier block, or no newer than what is on its way: a list that is read
    // every minute is kept once.
    if (mergeRows(block, rule, former) && m_isPart)
        m_missed.emplace_back(Merged{block, rule});
    return true;
}

void RecordTable::fill(const ColumnBlock &block)
{
    if (fits(block))
        mergeRows(block, MergeRule::KeepNewer);
}

/// Whether anything changed.
bool RecordTable::mergeRows(const ColumnBlock &block, MergeRule rule, std::vector<FormerCell> *former)
{
    const auto symbols = internSymbols(block);
    liftPending(pendingRows(block));
    TableChange change;
    change.firstNew = m_data.rows;
    for (size_t from = 0; from < block.rows; ++from) {
        const int row = m_index.rowOf(m_data, block.ids.at(from));
        if (row < 0)
            appendRow(block, from, symbols);
        else if (rule == MergeRule::Take || !isOlder(block, from, quint32(row)))
            updateRow(quint32(row), block, from, symbols, change, former);
    }
    layPending(pendingRows(block));
    change.newRows = m_data.rows - change.firstNew;
    // A page may hold a record twice: the second time it is one of the new rows.
    std::erase_if(change.cells, [&](const ChangedCell &cell) { return cell.row >= change.firstNew; });
    std::stable_sort(change.cells.begin(), change.cells.end(),
                     [](const ChangedCell &a, const ChangedCell &b) { return a.row < b.row; });
    if (change.isEmpty())
        return false;
    tell(change);
    return true;
}

void RecordTable::tell(const TableChange &change)
{
    if (!change.cells.empty() || !change.removedRows.empty())
        ++m_revision;
    m_orders->note(change);
    Q_EMIT changed(change);
}

void RecordTable::adopt(LoadedTable loaded, Extent extent)
{
    Q_EMIT aboutToBeRenumbered();
    const FieldList fields = m_data.fields;
    m_orders->clear();
    m_pending.forgetBelow();
    ++m_revision;
    m_data = std::move(loaded.data);
    m_index = std::move(loaded.index);
    m_leadTags = std::move(loaded.leadTags);
    m_symbols = std::move(loaded.symbols);
    m_live = m_data.live.count();
    for (auto &[field, order] : loaded.orders)
        m_orders->take(field, std::move(order));
    if (m_data.fields.fields() != fields.fields())
        rebuild(fields);
    layAgain();
    m_isPart = extent == Extent::FirstScreen;
    Q_EMIT wasRenumbered();
    if (m_isPart)
        return;
    merge(loaded.changed);
    remove(loaded.removed);
    endLoading();
}

void RecordTable::endLoading()
{
    m_isPart = false;
    repeat(std::exchange(m_missed, {}));
    Q_EMIT becameWhole();
}

void RecordTable::repeat(const Missed &missed)
{
    for (const auto &step : missed) {
        const auto *merged = std::get_if<Merged>(&step);
        if (!merged)
            removeRows(std::get<QStringList>(step));
        else if (fits(merged->block))
            mergeRows(merged->block, merged->rule);
    }
}

void RecordTable::whenWhole(QObject *context, std::function<void()> callback)
{
    if (isWhole()) {
        callback();
        return;
    }
    // Queued, since the callback may do away with whoever reads the records.
    connect(this, &RecordTable::becameWhole, context, std::move(callback),
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    Q_EMIT wholeWanted();
}

int RecordTable::remove(const QStringList &ids)
{
    if (m_isPart && !ids.isEmpty())
        m_missed.emplace_back(ids);
    return removeRows(ids);
}

int RecordTable::removeRows(const QStringList &ids)
{
    TableChange change;
    change.firstNew = m_data.rows;
    for (const QString &id : ids) {
        const QByteArray utf8 = id.toUtf8();
        const int row = m_index.rowOf(m_data, view(utf8));
        if (row < 0 || m_pending.kindOf(view(utf8)) == PendingKind::Made)
            continue;
        liftPending({quint32(row)});
        m_index.remove(m_data, view(utf8));
        m_data.live.remove(quint32(row));
        change.removedRows.push_back(quint32(row));
    }
    std::sort(change.removedRows.begin(), change.removedRows.end());
    m_live -= quint32(change.removedRows.size());
    if (!change.isEmpty())
        tell(change);
    compactIfSparse();
    return int(change.removedRows.size());
}

void RecordTable::compactIfSparse()
{
    const quint32 gone = m_data.rows - m_live;
    if (gone < 1000 || gone < m_data.rows / 4)
        return;
    Q_EMIT aboutToBeRenumbered();
    rebuild(FieldList(m_data.fields));
    Q_EMIT wasRenumbered();
}

void RecordTable::clear()
{
    Q_EMIT aboutToBeReset();
    const FieldList fields = m_data.fields;
    m_pending.forgetBelow();
    m_data = TableData();
    rebuild(fields);
    layAgain();
    Q_EMIT wasReset();
    repeat(Missed(m_missed));
}

} // namespace Leadline

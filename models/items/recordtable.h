// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columnstore.h"
#include "idindex.h"
#include "leadtags.h"
#include "organization.h"
#include "pendingoverlay.h"

#include <QLocale>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace Leadline {

class SortOrders;
struct LoadedTable;

/// A cell that a merge changed. SearchText stands for the text that is searched.
struct ChangedCell
{
    static constexpr int SearchText = -1;
    quint32 row = 0;
    int field = SearchText;
};

/// What a merge or a removal did.
struct TableChange
{
    quint32 firstNew = 0; ///< new rows are firstNew ... firstNew + newRows - 1
    quint32 newRows = 0;
    std::vector<ChangedCell> cells;   ///< of rows that were there before, ascending by row
    std::vector<quint32> removedRows; ///< ascending

    bool isEmpty() const { return newRows == 0 && cells.empty() && removedRows.empty(); }
    /// The rows of cells, each once.
    std::vector<quint32> changedRows() const;
};

/// What a cell held before a merge wrote it.
struct FormerCell
{
    quint32 row = 0;
    int field = 0;
    QVariant value;
};

/// Whose word counts when a merge meets a record that is there already.
enum class MergeRule {
    Take,      ///< the block's
    KeepNewer, ///< that of the later date_updated: an index of Close may lag behind what was read since
};

/// How often a value occurs: what a filter menu shows.
struct Facet
{
    QString value; ///< a status or user id, a choice; blank for records without a value
    quint32 count = 0;
};

/// All records of one type, as columns: what a table, a board or a menu reads. Lives on the GUI thread.
///
/// A row number stays what it is until the record is removed, or wasRenumbered() or wasReset() is sent; what is
/// kept longer is kept by id. The columns are those of fields(), by index; see FieldList::indexOf().
class RecordTable : public QObject
{
    Q_OBJECT

public:
    explicit RecordTable(FieldList fields, QObject *parent = nullptr);
    ~RecordTable() override;

    const FieldList &fields() const { return m_data.fields; }
    /// Custom fields have changed: fields of the same key and type keep their values, new ones are blank
    /// until the next merge. Sends wasReset(), or nothing when the fields are the same.
    void setFields(FieldList fields);
    /// Names and order of statuses, pipelines and users; sorts by them begin anew.
    void setDirectory(const Directory &directory);
    const Directory &directory() const { return m_directory; }
    /// The language whose alphabet sorts texts; QLocale() until set.
    void setLocale(const QLocale &locale);
    const QLocale &locale() const { return m_locale; }

    /// Adds new records, writes the changed cells of known ones, leaves alone what is the same, and sends
    /// changed() once if anything happened. False, and nothing done, for a block of other fields.
    /// \a former is given what the changed cells held before.
    bool merge(const ColumnBlock &block, MergeRule rule = MergeRule::Take,
               std::vector<FormerCell> *former = nullptr);
    enum class Extent {
        FirstScreen, ///< a part of the records; the others are on their way
        Whole,
    };
    /// The records are on their way: what is merged and removed until all of them are here is done again
    /// behind them, since they may have been read before it. They come with adopt(), or with fill() and
    /// endLoading().
    void beginLoading() { m_isPart = true; }
    /// Some of the records that are on their way.
    void fill(const ColumnBlock &block);
    void endLoading();
    bool isWhole() const { return !m_isPart; }
    /// Calls back once all records are here, and asks for those that lie on the disk until somebody needs
    /// them.
    void whenWhole(QObject *context, std::function<void()> callback);
    /// Takes over what was read on another thread, of the same fields, in place of all records. Sends
    /// wasRenumbered().
    void adopt(LoadedTable loaded, Extent extent = Extent::Whole);
    /// Removes records; ids that are not there are passed over, and so are records that Close does not know yet.
    /// The number of those removed.
    int remove(const QStringList &ids);

    /// What waits to be sent, in place of what waited before: values are shown over what Close has said of a
    /// record, and stay so whatever is merged below them. \a made holds the records of PendingKind::Made.
    void setPending(const PendingRecords &records, const ColumnBlock &made);
    PendingKind pendingKind(quint32 row) const { return m_pending.kindOf(m_data.id(row)); }
    /// Whether a cell shows what Close does not have yet.
    bool isPending(int field, quint32 row) const { return m_pending.covers(m_data.id(row), field); }
    std::vector<int> pendingFields(quint32 row) const { return m_pending.fieldsOf(m_data.id(row)); }
    /// How many of the records Close does not know yet.
    quint32 madeCount() const { return m_madeCount; }
    /// The table as Close has it.
    TableData settled() const;
    /// The records in it that Close knows.
    RowSet rowsInClose() const;
    /// Removes all.
    void clear();

    /// The number of records.
    quint32 count() const { return m_live; }
    /// One more than the last row number; removed rows are among them.
    quint32 rows() const { return m_data.rows; }
    /// Another number whenever anything else has happened than that new rows have come.
    quint64 revision() const { return m_revision; }
    bool isLive(quint32 row) const { return row < m_data.rows && m_data.live.contains(row); }
    /// The row of the record with \a id, or -1.
    int rowOf(const QString &id) const;
    bool contains(const QString &id) const { return rowOf(id) >= 0; }
    QString idAt(quint32 row) const;

    bool isBlank(int field, quint32 row) const { return m_data.columns[size_t(field)].isBlank(row); }
    /// Of Text and Symbol fields; several values are parted by ListSeparator.
    QString textAt(int field, quint32 row) const;
    /// Of Integer fields: minor units, milliseconds since the epoch, Julian days; NoInteger for no value.
    qint64 integerAt(int field, quint32 row) const { return m_data.columns[size_t(field)].integer(row); }
    /// Of Number fields; NaN for no value.
    double realAt(int field, quint32 row) const { return m_data.columns[size_t(field)].real(row); }
    /// The value as FieldType describes it, but for e-mail, phone and postal addresses, which are the text
    /// shown for them; invalid for no value.
    QVariant valueAt(int field, quint32 row) const;
    QVariant valueAt(const QString &key, quint32 row) const;
    /// The lead a record belongs to: its own id for leads; blank where there is none.
    QString leadIdAt(quint32 row) const;

    /// How often each value of a Symbol or Boolean field occurs, among \a within if given; of several values
    /// each counts. Most frequent first.
    QList<Facet> facets(int field, const RowSet *within = nullptr) const;
    /// The rows of the records of one lead, or of several, ascending.
    std::vector<quint32> rowsOfLead(const QString &leadId) const;
    std::vector<quint32> rowsOfLeads(const QSet<QString> &leadIds) const;

    const TableData &data() const { return m_data; }
    /// Bytes held for the records and the computed orders.
    size_t bytes() const;
    /// The computed orders, shared by all models of this table.
    SortOrders &orders() { return *m_orders; }
    /// For work on snapshots; waits for it when the table goes.
    QThreadPool *pool() { return &m_pool; }

Q_SIGNALS:
    /// Rows were added, written or removed.
    void changed(const Leadline::TableChange &change);
    /// All row numbers are about to become other ones, of the same columns.
    void aboutToBeRenumbered();
    void wasRenumbered();
    /// All row numbers and columns are about to become other ones.
    void aboutToBeReset();
    void wasReset();
    /// Names, or the language, by which cells are shown and sorted have changed.
    void namesChanged();
    /// Somebody needs all records, and not all are here.
    void wholeWanted();
    /// All records are here.
    void becameWhole();

private:
    struct Merged
    {
        ColumnBlock block;
        MergeRule rule;
    };
    using Missed = std::vector<std::variant<Merged, QStringList>>;

    bool mergeRows(const ColumnBlock &block, MergeRule rule, std::vector<FormerCell> *former = nullptr);
    int removeRows(const QStringList &ids);
    void appendRow(const ColumnBlock &block, size_t from, const std::vector<std::vector<quint32>> &symbols);
    void updateRow(quint32 row, const ColumnBlock &block, size_t from,
                   const std::vector<std::vector<quint32>> &symbols, TableChange &change,
                   std::vector<FormerCell> *former);
    bool isOlder(const ColumnBlock &block, size_t from, quint32 row) const;
    bool fits(const ColumnBlock &block) const;
    std::vector<std::vector<quint32>> internSymbols(const ColumnBlock &block);
    void compactIfSparse();
    void repeat(const Missed &missed);
    void tell(const TableChange &change);
    quint32 intern(size_t field, const QString &text);
    std::vector<quint32> pendingRows(const ColumnBlock &block) const;
    void liftPending(const std::vector<quint32> &rows);
    void layPending(const std::vector<quint32> &rows);
    std::vector<quint32> pendingRows() const;
    void removeMade(const ColumnBlock &made, TableChange &change);
    void putMade(TableChange &change);
    void layAgain();
    void rebuild(const FieldList &fields);

    TableData m_data;
    std::vector<QHash<QString, quint32>> m_symbols; ///< by field, of Symbol
    IdIndex m_index;
    LeadTags m_leadTags;
    quint32 m_live = 0;
    quint64 m_revision = 0;
    bool m_isPart = false;
    Missed m_missed; ///< until all are here, what happened
    PendingOverlay m_pending;
    ColumnBlock m_made; ///< records that Close does not know
    quint32 m_madeCount = 0;
    int m_leadField = -1;
    int m_updatedField = -1;
    Directory m_directory;
    QLocale m_locale;
    QThreadPool m_pool;
    std::unique_ptr<SortOrders> m_orders;
};

} // namespace Leadline

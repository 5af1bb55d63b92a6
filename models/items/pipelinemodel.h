// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pipelinecard.h"
#include "pipelinegrouping.h"
#include "pipelinetotals.h"
#include "recordtablemodel.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QPointer>

#include <memory>
#include <optional>
#include <unordered_map>

namespace Leadline {

class NextTasks;
class PipelinePlacer;
class StageClock;

/// What PipelineModel answers beside Qt's own roles and ItemRole.
enum PipelineRole {
    GroupKeyRole = Qt::UserRole + 100, ///< of a group and of its rows: see PipelineModel::groupKey() [QString]
    GroupCountRole,                    ///< of a group: how many opportunities it holds [uint]
    OverdueRole,                       ///< of a row: open, and its expected close has passed [bool]
    SoonRole,                          ///< of a row: open, and it is expected to close within a week [bool]
    TaskLateRole,                      ///< of a row: open, and its next task is overdue [bool]
    StalledRole,                       ///< of a row: open, and nothing has changed for a long time [bool]
};

/// Opportunities in groups: what the board, the grouped list and the forecast show. Groups are the first level,
/// their opportunities the second, in the order of the source. Open opportunities are grouped by status, owner,
/// their lead's status or the period they are expected to close in; those won or lost stand behind them, by
/// status. The groups of empty statuses are there too. A status that Close's organization does not name has a
/// group of its own.
///
/// Narrowed by the source's filters. Changes are told narrowly: a move as one rowsMoved, a changed sum as the
/// group's dataChanged.
class PipelineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// Columns of the grouped list.
    enum Column {
        NameColumn,
        StatusColumn,
        ValueColumn,
        ConfidenceColumn,
        ExpectedColumn,
        ClosesColumn,
        StageColumn,
        TaskColumn,
        OwnerColumn,
        ColumnCount
    };

    /// The word a column is stored by: "value", "close".
    static QString columnKey(int column);

    /// \a source shows opportunities and outlives this.
    explicit PipelineModel(RecordTableModel *source, QObject *parent = nullptr);
    ~PipelineModel() override;

    RecordTableModel *source() const { return m_source; }
    const CellFormatter &formatter() const { return m_source->formatter(); }

    /// Only one pipeline's statuses; blank for all.
    void setPipeline(const QString &pipelineId);
    QString pipeline() const { return m_pipeline; }
    void setGrouping(PipelineGrouping grouping);
    PipelineGrouping grouping() const { return m_grouping; }
    /// The pipeline and the grouping at once, with one reset.
    void setLayout(const QString &pipelineId, PipelineGrouping grouping);
    /// Where the statuses of leads and their next tasks are read; neither is owned, either may be null.
    void setRelated(RecordTable *leads, RecordTable *tasks);
    /// To be called when a minute has passed: a new day makes deals overdue.
    void updateTime();
    /// The formatter's local time, asked for once a minute.
    QDateTime now() const;
    /// Knows since when opportunities are in the status they have. Not owned.
    void setStageClock(StageClock *clock);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    int groupCount() const { return int(m_groups.size()); }
    /// A status id; of open opportunities grouped otherwise, a user or lead status id or a ClosePeriods key.
    /// Blank for those whose status is not known, and for those without an owner.
    QString groupKey(int group) const { return m_groups[size_t(group)].key; }
    QString groupTitle(int group) const { return m_groups[size_t(group)].title; }
    /// "active", "won" or "lost". All in a group are of one type.
    QString groupType(int group) const { return m_groups[size_t(group)].type; }
    int groupOfKey(const QString &key) const;
    const PipelineTotals &groupTotals(int group) const { return m_groups[size_t(group)].totals; }
    int groupSize(int group) const { return int(m_groups[size_t(group)].rows.size()); }
    /// Of all groups of a type ("active"); of all groups for a blank one. Always the sum of the groups'.
    PipelineTotals totals(const QString &type = {}) const;
    /// How many opportunities the chosen pipeline has, those that filters hide included.
    int unfilteredCount() const;
    /// The statuses of the chosen pipeline, or of all.
    QStringList statusIds() const;
    /// Of all opportunities in these statuses, those that filters hide included, as Close has them.
    PipelineTotals wholeTotals() const;

    QString idAt(int group, int row) const;
    /// The record's row in the RecordTable.
    quint32 recordRow(int group, int row) const { return m_groups[size_t(group)].rows[size_t(row)]; }
    /// Where the opportunity is shown; invalid where filters hide it.
    QModelIndex indexOf(const QString &id) const;
    PipelineCard card(int group, int row) const;
    /// "€ 318,100", "€ 12,400 /mo"; the annualised sum with "/yr" where periods mix.
    QString headline(qint64 minor, ValuePeriod period = ValuePeriod::OneTime) const;
    /// The same without cents where the sum is a large one: for columns that have little room.
    QString shortHeadline(qint64 minor, ValuePeriod period = ValuePeriod::OneTime) const;
    /// "One-time € 64,300, monthly € 13,290 /mo ...": where periods mix, else blank.
    QString periodText(const PipelineTotals &totals) const;
    /// "3 in other currencies are left out"; blank where there are none.
    QString leftOutText(const PipelineTotals &totals) const;
    /// "1 opportunity", "1,204 opportunities".
    QString countText(int count) const;
    /// "Trial running, 7 opportunities, € 318,100, expected € 143,145".
    QString groupAccessibleName(int group) const;

    /// What changes, by field key, when an opportunity is moved to a group: its status with the day it was won,
    /// its owner, its expected close. Nothing where the group takes no drop of it.
    std::optional<QVariantMap> moveValues(const QString &id, int group) const;
    /// Shows an opportunity with other values before Close has said yes; none end that.
    void setShownValues(const QString &id, const QVariantMap &values);
    /// The value an opportunity is shown with.
    QVariant shownValue(const QString &id, const QString &key) const;
    /// The status an opportunity is shown under.
    QString shownStatus(const QString &id) const { return shownValue(id, QStringLiteral("status_id")).toString(); }

    /// How many days an open opportunity stays unchanged before it counts as stalled.
    static constexpr int StalledDays = 30;
    /// Whether it is open and nothing has changed for StalledDays at \a now, in milliseconds since 1970.
    bool isStalled(quint32 row, const QString &type, qint64 now) const;
    /// Whether it is open and was to close before \a today.
    bool isOverdue(quint32 row, const QString &type, const QDate &today) const;
    /// What is to be done next for the opportunity's lead; nothing where nothing is.
    std::optional<NextTask> nextTask(quint32 row) const;
    bool hasNextTask(quint32 row) const;

Q_SIGNALS:
    /// Sums, or the opportunities of groups, have changed.
    void totalsChanged();

private:
    friend class PipelinePlacer;
    struct Group
    {
        QString key;
        QString title;
        QString type;
        std::vector<quint32> rows; ///< of the RecordTable, in the source's order
        PipelineTotals totals;
    };
    using Rows = std::vector<std::vector<quint32>>; ///< by group
    struct Grouped
    {
        Rows rows;
        bool isWhole; ///< whether all belong in a group that is there
    };

    /// Of the opportunities in the first rows.
    struct Counted
    {
        quint64 revision = 0;
        quint32 rows = 0;
        int ofPipeline = 0;
    };

    void build();
    void findFields();
    void addGroup(const QString &key, const QString &title, const QString &type);
    void addOpenGroups();
    void addStatuses(const QString &type);
    void addClosedStatuses();
    void addOwners();
    void addPeriods();
    void addOtherGroup();
    int leadStatusGroup(quint32 row) const;
    void rebuild();
    Grouped grouped(const std::vector<quint32> &among) const;
    void regroup();
    bool takeIn(const RowInsertion &inserted);
    void insertInto(const std::vector<int> &changed, const std::vector<RowInsertion> &insertions);
    bool applySingle(Rows &rows, const std::vector<int> &changed);
    bool applyMove(Rows &rows, int one, int other);
    void relayout(Rows &rows, const std::vector<int> &changed);
    bool updateTotals(int group);
    bool setTotals(int group, const PipelineTotals &totals);
    std::unordered_map<quint32, const QVariantMap *> shownRows() const;
    PipelineTotals totalsOf(const std::vector<quint32> &rows) const;
    void onSourceData(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void takeChanges();
    void announceRows();
    void dropLeadGroups();
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant rowData(int group, int row, int column, int role) const;
    QString rowText(int group, quint32 record, int column) const;
    QString cellText(quint32 row, const QString &key) const;
    bool hasSeveralCurrencies() const;
    bool isForeign(const QString &currency) const;
    QString currencyOf(quint32 row) const;
    QString moneyCell(quint32 row, const QString &key) const;
    void setWorth(PipelineCard *card, quint32 row) const;
    QDate closeOf(quint32 row) const;
    QString closeText(quint32 row, const QString &type) const;
    std::optional<int> daysInStage(quint32 row) const;
    QString taskText(const NextTask &task) const;

    RecordTableModel *m_source;
    QString m_pipeline;
    PipelineGrouping m_grouping = PipelineGrouping::Status;
    mutable QDateTime m_now;
    mutable QElapsedTimer m_nowAge;
    QDate m_today; ///< that the periods were reckoned from
    bool m_isRenumbered = false;
    bool m_isGathering = false;         ///< while the source tells of a change
    std::vector<quint32> m_changedRows; ///< of the RecordTable, not yet taken
    bool m_knewSeveralCurrencies = false; ///< when the sums were made
    std::vector<Group> m_groups;
    QHash<QString, int> m_groupOf;
    QHash<QString, QVariantMap> m_shown; ///< by opportunity, while Close has not answered
    mutable Counted m_counted;
    mutable std::vector<int> m_leadGroups;                       ///< by row, of lead statuses
    QPointer<RecordTable> m_leads;
    std::unique_ptr<NextTasks> m_nextTasks;
    QPointer<StageClock> m_stages;
    QHash<QString, QString> m_initials;    ///< by user
    int m_statusField = -1;
    int m_pipelineField = -1;
    int m_leadField = -1;
    int m_valueField = -1;
    int m_periodField = -1;
    int m_currencyField = -1;
    int m_confidenceField = -1;
    int m_closeField = -1;
    int m_ownerField = -1;
    int m_updatedField = -1;
};

} // namespace Leadline

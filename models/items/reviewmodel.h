// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QTimer>

#include <array>
#include <vector>

namespace Leadline {

class PipelineModel;

/// What is to be put right in a pipeline: open opportunities whose close has passed, that nothing has happened to
/// for long, that have no next task, no value, or a value and no confidence. A row is one thing to be done; of the
/// opportunities that the pipeline's filters let through.
class ReviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Reason { Overdue, Stalled, NoValue, NoConfidence, NoNextTask };
    static constexpr size_t ReasonCount = 5;
    enum Column { ReasonColumn, LeadColumn, StatusColumn, ValueColumn, ClosesColumn, OwnerColumn, ColumnCount };

    /// \a pipeline outlives this.
    explicit ReviewModel(PipelineModel *pipeline, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    QString idAt(int row) const { return m_rows[size_t(row)].id; }
    Reason reasonAt(int row) const { return m_rows[size_t(row)].reason; }
    /// The row of an opportunity, or -1.
    int rowOf(const QString &id) const;
    /// How many opportunities there are, each once.
    int opportunityCount() const { return m_opportunities; }
    static QString reasonText(Reason reason);

    /// Nothing is looked at before somebody watches, and then some hundred opportunities at a time: a sync must not
    /// hold the window for what is not seen, nor for long for what is.
    void setWatched(bool isWatched);

Q_SIGNALS:
    void countChanged();

private:
    struct Row
    {
        Reason reason;
        QString id;

        friend bool operator==(const Row &, const Row &) = default;
    };

    /// What has been found so far, and where to go on.
    struct Search
    {
        int group = 0;
        int row = 0;
        std::array<std::vector<Row>, ReasonCount> rows; ///< by reason
        int opportunities = 0;
        QDateTime now;
    };

    void onChanged();
    void search();
    void searchSome();
    void look(quint32 record, const QString &type);
    void show();

    PipelineModel *m_pipeline;
    std::vector<Row> m_rows;
    int m_opportunities = 0;
    Search m_search;
    QTimer m_next; ///< while there is more to search
    bool m_isWatched = false;
    bool m_isStale = true; ///< something changed while nobody watched
    QTimer m_calm; ///< runs until nothing has changed for a moment
};

} // namespace Leadline

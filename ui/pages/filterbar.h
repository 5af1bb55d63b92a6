// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "filterset.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace Leadline {

class FilterPopup;
class PageHeader;
class RecordTableModel;

/// The chips of a table: one for each filter, one to add another. Made from the field table; the model holds
/// what they stand for.
class FilterBar : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    FilterBar(RecordTableModel *model, PageHeader *header, QObject *parent = nullptr);

    /// Builds the chips anew from the model's filters.
    void update();
    /// A chip in front of the others that stands for something else than a filter ("From Close: ...").
    void setLeadingChip(const QString &text, std::function<void()> removed);
    /// Takes all filters away, the text and the lead included.
    void clearAll();

Q_SIGNALS:
    void filtersChanged();

private:
    void addChip(qsizetype index);
    void chooseField(QWidget *anchor);
    void edit(qsizetype index, QWidget *anchor);
    void setFilter(qsizetype index, const Filter &filter);
    void removeFilter(qsizetype index);
    void dropIneffective();

    RecordTableModel *m_model;
    PageHeader *m_header;
    QPointer<FilterPopup> m_popup;
    QString m_leadingText;
    std::function<void()> m_leadingRemoved;
};

} // namespace Leadline

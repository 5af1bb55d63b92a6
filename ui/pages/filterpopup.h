// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "filter.h"
#include "recordtable.h"

#include <QFrame>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace Leadline {

class CellFormatter;

/// Where one filter is made or changed: how to compare, and with what. Every change counts at once; Esc or a
/// click elsewhere closes it.
class FilterPopup : public QFrame
{
    Q_OBJECT

public:
    /// `facets` are the values that occur, with how often; for fields whose values can be listed.
    FilterPopup(const Field &field, const Filter &filter, const QList<Facet> &facets,
                const CellFormatter &formatter, QWidget *parent);

    const Filter &filter() const { return m_filter; }
    /// Shows it below `anchor`, within the screen.
    void popupBelow(QWidget *anchor);

Q_SIGNALS:
    void filterChanged(const Leadline::Filter &filter);

private:
    void addOperators(QVBoxLayout *column);
    void showEditor();
    QWidget *createEditor();
    QWidget *createValueList();
    QWidget *createTextEdit();
    QWidget *createDateRange();
    QWidget *createNumberRange();
    QLineEdit *createBoundEdit(const QString &name, QVariant Filter::*bound);
    void change();

    Field m_field;
    Filter m_filter;
    QList<Facet> m_facets;
    const CellFormatter &m_formatter;
    QComboBox *m_operators = nullptr;
    QVBoxLayout *m_column;
    QWidget *m_editor = nullptr;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session.h"

#include <QTimer>
#include <QWidget>

class QSettings;
class QStackedLayout;

namespace Leadline {

class EmptyState;
class FilterBar;
class PageHeader;
class RecordTableModel;
class SkeletonRows;
class StatusPalette;
class TableView;

/// A page with one table: leads, contacts, opportunities or tasks. What is searched, filtered, sorted and
/// laid out here is kept per page.
class RecordListPage : public QWidget
{
    Q_OBJECT

public:
    /// None of the arguments is owned; all outlive the page.
    RecordListPage(RecordKind kind, Session &session, StatusPalette &tones, QSettings &settings,
                   std::function<QDateTime()> clock, QWidget *parent = nullptr);
    ~RecordListPage() override;

    RecordKind kind() const { return m_kind; }
    RecordTableModel *model() const { return m_model; }
    TableView *table() const { return m_table; }

    QString searchText() const;
    /// What the empty search box says on this page.
    QString searchHint() const;
    void setSearchText(const QString &text);
    /// Only the records of one lead, with a chip that says so; blank for all.
    void showOnlyLead(const QString &leadId);
    /// Only what a query on Close found, with a chip that leads back.
    void showResult(const QString &title, const QStringList &ids);
    void leaveResult();
    bool hasResult() const { return !m_resultTitle.isEmpty(); }
    QString resultTitle() const { return m_resultTitle; }

    /// "Leads"
    QString title() const;
    /// The current row's record, or blank.
    QString currentId() const;
    /// The lead it belongs to; its own id for a lead.
    QString currentLeadId() const;
    QStringList selectedIds() const;
    /// Makes a record current and visible. False where filters hide it or it is not there.
    bool select(const QString &id);
    /// Makes a record current and visible; takes away what hides it.
    void reveal(const QString &id);
    /// The record \a step rows from the current one, which becomes current; blank at the ends.
    QString moveBy(int step);
    /// "22 of 412 leads, 1 selected".
    QString countText() const;

    /// "leads", "contacts", "opportunities", "tasks".
    static QString sectionOf(RecordKind kind);

Q_SIGNALS:
    void currentChanged();
    void openRequested(const QString &id, const QString &leadId);
    void leadRequested(const QString &leadId);
    void countTextChanged();
    void resultLeft();
    /// The page itself took the words of the search away.
    void searchTextCleared();
    void createRequested();
    /// The menu for a status cell of these records.
    void statusMenuRequested(const QStringList &ids, const QPoint &position);
    /// Del on these rows.
    void deleteRequested(const QStringList &ids);
    void rowMenuRequested(const QStringList &ids, const QPoint &position);
    /// These records are wanted as a file; all that are shown if there are none.
    void exportRequested(const QStringList &ids);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpTable();
    void setUpColumns();
    void restore();
    void storeLayout();
    void storeFilters();
    void clearAll();
    void updateState();
    void updateCounts();
    void updateLeadingChip();
    QString settingsKey(const QString &name) const;
    /// The same, for what holds ids of this organization.
    QString ownSettingsKey(const QString &name) const;
    QJsonObject storedLayout() const;

    RecordKind m_kind;
    Session &m_session;
    StatusPalette &m_tones;
    QSettings &m_settings;
    RecordTableModel *m_model;
    PageHeader *m_header;
    TableView *m_table;
    EmptyState *m_empty;
    SkeletonRows *m_skeleton;
    QStackedLayout *m_stack;
    FilterBar *m_filters;
    std::function<QDateTime()> m_now;
    QTimer m_clock; ///< near times are written anew every minute
    QString m_resultTitle;
};

} // namespace Leadline

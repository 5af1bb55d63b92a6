// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "activitytext.h"
#include "leadcontent.h"

#include <QWidget>

class QVBoxLayout;

namespace Leadline {

class ActivityModel;
class ActivityView;
class ContactCard;
class DesktopLink;
class DetailRow;
class ElidedLabel;
class LeadComposers;
class LeadInlineEdit;
class LeadSection;
class LinkButton;
class SkeletonRows;
class StatusButton;
class StatusPalette;
class TaskRow;
struct ValuePlace;

/// What a lead's page and pane hold: name, status, details, contacts, opportunities, tasks, activity. It asks
/// for nothing itself. Content that is set anew is written into the widgets that are there, so that neither
/// the focus nor the place on the page is lost.
class LeadBody : public QWidget
{
    Q_OBJECT

public:
    enum class Layout { Pane, Page };

    /// Neither \a palette nor \a activities is owned.
    LeadBody(Layout layout, StatusPalette *palette, ActivityModel *activities, QWidget *parent = nullptr);

    void setContent(const LeadContent &content, const SchemaPointer &schema, const CellFormatter &formatter);
    /// Near times and local times anew.
    void setFormatter(const CellFormatter &formatter);
    /// Marks a contact or an opportunity; empty for none.
    void setHighlighted(const QString &recordId);
    /// The card of what is highlighted, if it is there.
    QWidget *highlightedCard() const;
    /// Where nothing may be written, nothing that writes is offered.
    void setWritable(bool writable);
    /// Bars in place of content that is not yet known at all.
    void setWaiting(bool waiting);
    /// In place of the activities, or below them; empty for none.
    void setActivityHint(const QString &hint);
    void setActivityWaiting(bool waiting);
    /// The chosen kind of activity, an id of ActivityText::filters().
    QString activityFilter() const { return m_filter; }
    void resetActivityFilter();

    ActivityView *activityView() const { return m_activity; }
    /// Where notes, calls and tasks are written.
    LeadComposers *composers() const { return m_composers; }
    /// What edits values where they are shown.
    LeadInlineEdit *inlineEdit() const { return m_inlineEdit; }
    /// Every value that is shown and its field, in the order the page reads.
    QList<ValuePlace> places() const;
    /// Shows the tasks as they are known, as after a change that failed.
    void fillTasks();

Q_SIGNALS:
    void statusMenuRequested(const QPoint &position);
    void editRequested();
    void addContactRequested();
    void editContactRequested(const QString &contactId);
    void addOpportunityRequested();
    void openOpportunityRequested(const QString &opportunityId);
    void activityFilterChanged(const QString &id);
    void taskDoneRequested(const QString &taskId);

private:
    void createSections();
    void arrange();
    void fillHead();
    void fillDetails();
    void fillContacts();
    void fillOpportunities();
    void showTask(TaskRow *row, const Task &task);
    void openFilterMenu();
    void chooseFilter(const QString &id);
    ContactCard *createContactCard();
    OpportunityCard *createOpportunityCard();
    qsizetype shownCount(qsizetype count, bool showsAll) const;

    Layout m_layout;
    StatusPalette *m_palette;
    SchemaPointer m_schema;
    LeadContent m_content;
    CellFormatter m_formatter;
    QString m_highlighted;
    QString m_filter;
    bool m_isWritable = true;
    bool m_showsEmpty = false; ///< blank details too, to be filled in
    bool m_showsAllContacts = false;
    bool m_showsAllOpportunities = false;

    ElidedLabel *m_name;
    StatusButton *m_status;
    DesktopLink *m_website;
    LeadSection *m_details;
    LeadSection *m_contacts;
    LeadSection *m_opportunities;
    LeadSection *m_tasks;
    LeadSection *m_activities;
    LeadComposers *m_composers;
    LeadInlineEdit *m_inlineEdit;
    SkeletonRows *m_skeleton;
    SkeletonRows *m_activitySkeleton;
    ActivityView *m_activity;
    LinkButton *m_moreDetails;
    LinkButton *m_moreContacts;
    LinkButton *m_moreOpportunities;
    QList<DetailRow *> m_detailRows;
    QList<ContactCard *> m_contactCards;
    QList<OpportunityCard *> m_opportunityCards;
    QList<TaskRow *> m_taskRows;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadbody.h"

#include "activityview.h"
#include "composer.h"
#include "contactcard.h"
#include "desktoplink.h"
#include "detailrow.h"
#include "elidedlabel.h"
#include "leadcomposers.h"
#include "leadinlineedit.h"
#include "leadlinks.h"
#include "leadsection.h"
#include "skeletonrows.h"
#include "statusbutton.h"
#include "statuspalette.h"
#include "taskrow.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int SectionGap = 20;
/// More cards than these are shown on demand: a lead with a hundred contacts opens as fast as one with two.
constexpr qsizetype PaneCards = 6;
constexpr qsizetype PageCards = 12;

template <typename Widget>
void hideFrom(const QList<Widget *> &widgets, qsizetype first)
{
    for (qsizetype i = first; i < widgets.size(); ++i)
        widgets.at(i)->hide();
}

/// The widgets for records or fields with \a ids, in their order: the ones that show them already, so that
/// the keyboard stays with what it was on, then free ones, then new ones. Those that are left stand behind.
template <typename Widget, typename Create>
QList<Widget *> widgetsFor(const QStringList &ids, QList<Widget *> free, QString (Widget::*idOf)() const,
                           Create create)
{
    QList<Widget *> found(ids.size(), nullptr);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const auto at = std::find_if(free.begin(), free.end(),
                                     [&](const Widget *widget) { return (widget->*idOf)() == ids.at(i); });
        if (at == free.end())
            continue;
        found[i] = *at;
        free.erase(at);
    }
    for (Widget *&widget : found) {
        if (!widget)
            widget = free.isEmpty() ? create() : free.takeLast();
    }
    return found + free;
}

void putAt(QVBoxLayout *column, qsizetype index, QWidget *widget)
{
    if (column->indexOf(widget) == index)
        return;
    column->removeWidget(widget);
    column->insertWidget(int(index), widget);
}

} // namespace

LeadBody::LeadBody(Layout layout, StatusPalette *palette, ActivityModel *activities, QWidget *parent)
    : QWidget(parent)
    , m_layout(layout)
    , m_palette(palette)
    , m_name(new ElidedLabel(QString(), this))
    , m_status(new StatusButton(this))
    , m_website(new DesktopLink(this))
    , m_details(new LeadSection(tr("Details"), tr("Edit"), this))
    , m_contacts(new LeadSection(tr("Contacts"), tr("Add"), this))
    , m_opportunities(new LeadSection(tr("Opportunities"), tr("Add"), this))
    , m_tasks(new LeadSection(tr("Tasks"), tr("Add"), this))
    , m_activities(new LeadSection(tr("Activity"), tr("Filter"), this))
    , m_composers(new LeadComposers(m_tasks, m_activities, this))
    , m_inlineEdit(new LeadInlineEdit(this))
    , m_skeleton(new SkeletonRows(this))
    , m_activitySkeleton(new SkeletonRows(this))
    , m_activity(new ActivityView(activities, this))
    , m_moreDetails(m_details->addAction(QString(), QString()))
    , m_moreContacts(new LinkButton(QString(), this))
    , m_moreOpportunities(new LinkButton(QString(), this))
{
    setTextRole(m_name, TextRole::Title);
    m_skeleton->setFixedHeight(32 * 8);
    m_activitySkeleton->setFixedHeight(32 * 4);
    createSections();
    arrange();
}

void LeadBody::createSections()
{
    connect(m_status, &StatusButton::menuRequested, this, &LeadBody::statusMenuRequested);
    connect(m_details, &LeadSection::actionTriggered, this, &LeadBody::editRequested);
    connect(m_contacts, &LeadSection::actionTriggered, this, &LeadBody::addContactRequested);
    connect(m_opportunities, &LeadSection::actionTriggered, this, &LeadBody::addOpportunityRequested);
    connect(m_activities, &LeadSection::actionTriggered, this, &LeadBody::openFilterMenu);
    m_details->action()->setAccessibleName(tr("Edit lead"));
    m_contacts->action()->setAccessibleName(tr("Add contact"));
    m_opportunities->action()->setAccessibleName(tr("Add opportunity"));
    m_activities->action()->setAccessibleName(tr("Filter activity"));
    m_details->body()->setSpacing(4);
    m_activities->body()->setSpacing(4);
    m_activities->body()->addWidget(m_activity);
    m_activities->body()->addWidget(m_activitySkeleton);
    m_contacts->body()->addWidget(m_moreContacts);
    m_opportunities->body()->addWidget(m_moreOpportunities);
    connect(m_composers, &LeadComposers::openTaskChanged, this, [this] {
        if (m_schema)
            fillTasks();
    });
    connect(m_moreDetails, &LinkButton::clicked, this, [this] {
        m_showsEmpty = !m_showsEmpty;
        fillDetails();
        m_inlineEdit->setContent(m_content, m_schema);
    });
    connect(m_moreContacts, &LinkButton::clicked, this, [this] {
        m_showsAllContacts = true;
        fillContacts();
    });
    connect(m_moreOpportunities, &LinkButton::clicked, this, [this] {
        m_showsAllOpportunities = true;
        fillOpportunities();
    });
}

void LeadBody::arrange()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_status);
    line->addWidget(m_website);
    line->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_name);
    column->addSpacing(6);
    column->addLayout(line);
    column->addSpacing(SectionGap);
    column->addWidget(m_skeleton);
    const auto add = [](QVBoxLayout *to, LeadSection *section) {
        // The gap goes with its section when that is hidden.
        section->layout()->setContentsMargins(0, 0, 0, SectionGap);
        to->addWidget(section);
    };
    if (m_layout == Layout::Pane) {
        column->setContentsMargins(0, 0, 0, 0);
        for (LeadSection *section : {m_details, m_contacts, m_opportunities, m_tasks, m_activities})
            add(column, section);
        column->addStretch(1);
        return;
    }
    column->setContentsMargins(0, 0, 0, 0);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    // Else they take the space between the columns for that between their sections.
    left->setSpacing(0);
    right->setSpacing(0);
    for (LeadSection *section : {m_details, m_contacts})
        add(left, section);
    for (LeadSection *section : {m_opportunities, m_tasks, m_activities})
        add(right, section);
    left->addStretch(1);
    right->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(40);
    columns->addLayout(left, 2);
    columns->addLayout(right, 3);
    column->addLayout(columns);
    column->addStretch(1);
}

void LeadBody::setContent(const LeadContent &content, const SchemaPointer &schema,
                          const CellFormatter &formatter)
{
    if (content.lead.id != m_content.lead.id) {
        m_showsAllContacts = false;
        m_showsAllOpportunities = false;
    }
    m_content = content;
    m_schema = schema;
    m_formatter = formatter;
    setUpdatesEnabled(false);
    m_composers->setLead(content.lead.id);
    setWaiting(false);
    fillHead();
    fillDetails();
    fillContacts();
    fillOpportunities();
    fillTasks();
    m_activities->show();
    m_inlineEdit->setContent(content, schema);
    setUpdatesEnabled(true);
}

void LeadBody::setFormatter(const CellFormatter &formatter)
{
    m_formatter = formatter;
    for (qsizetype i = 0; i < m_contactCards.size(); ++i)
        m_contactCards.at(i)->setNow(formatter.now());
    fillOpportunities();
    fillTasks();
}

void LeadBody::fillHead()
{
    const Lead &lead = m_content.lead;
    m_name->setText(LeadText::nameOf(lead));
    m_name->updateGeometry();
    QString status = m_schema->directory.nameOf(lead.statusId);
    if (status.isEmpty())
        status = lead.statusLabel;
    m_status->setStatus(status, m_palette->tone(StatusPalette::Kind::Lead, lead.statusId));
    m_status->setVisible(!status.isEmpty());
    m_website->setLink(websiteText(lead.url), websiteUrl(lead.url));
    m_website->setVisible(!lead.url.isEmpty());
}

void LeadBody::fillDetails()
{
    QList<DetailLine> lines = LeadText::detailsOf(m_content, *m_schema, m_formatter);
    const QList<DetailLine> empty = LeadText::emptyDetailsOf(m_content, *m_schema);
    const bool canFill = m_inlineEdit->mayWrite() && m_content.isWhole;
    m_moreDetails->setVisible(canFill && !empty.isEmpty());
    m_moreDetails->setText(m_showsEmpty ? tr("Hide Empty") : tr("Show Empty"));
    m_moreDetails->setAccessibleName(m_showsEmpty ? tr("Hide empty fields") : tr("Show empty fields"));
    m_moreDetails->updateGeometry();
    if (m_showsEmpty && canFill)
        lines += empty;
    QStringList keys;
    for (const DetailLine &line : std::as_const(lines))
        keys.append(line.key);
    m_detailRows =
        widgetsFor(keys, m_detailRows, &DetailRow::key, [this] { return new DetailRow(m_details); });
    for (qsizetype i = 0; i < lines.size(); ++i) {
        DetailRow *row = m_detailRows.at(i);
        row->setDetail(lines.at(i));
        putAt(m_details->body(), i, row);
        row->show();
    }
    hideFrom(m_detailRows, lines.size());
    m_details->setHint(lines.isEmpty() && m_content.isWhole ? tr("Nothing filled in yet.") : QString());
    m_details->show();
}

qsizetype LeadBody::shownCount(qsizetype count, bool showsAll) const
{
    const qsizetype most = m_layout == Layout::Pane ? PaneCards : PageCards;
    // One more card takes no more room than the line that offers it.
    return showsAll || count <= most + 1 ? count : most;
}

ContactCard *LeadBody::createContactCard()
{
    auto *card = new ContactCard(m_contacts);
    connect(card, &ContactCard::editRequested, this, &LeadBody::editContactRequested);
    return card;
}

OpportunityCard *LeadBody::createOpportunityCard()
{
    auto *card = new OpportunityCard(m_opportunities);
    connect(card, &OpportunityCard::clicked, this,
            [this, card] { Q_EMIT openOpportunityRequested(card->opportunityId()); });
    return card;
}

void LeadBody::fillContacts()
{
    const QList<Contact> &contacts = m_content.lead.contacts;
    const auto isMarked = [this](const Contact &contact) { return contact.id == m_highlighted; };
    if (const auto at = std::find_if(contacts.begin(), contacts.end(), isMarked);
        at != contacts.end() && at - contacts.begin() >= shownCount(contacts.size(), false))
        m_showsAllContacts = true;
    const qsizetype shown = shownCount(contacts.size(), m_showsAllContacts);
    QStringList ids;
    for (qsizetype i = 0; i < shown; ++i)
        ids.append(contacts.at(i).id);
    m_contactCards =
        widgetsFor(ids, m_contactCards, &ContactCard::contactId, [this] { return createContactCard(); });
    for (qsizetype i = 0; i < shown; ++i) {
        const Contact &contact = contacts.at(i);
        ContactCard *card = m_contactCards.at(i);
        card->setContact(contact, m_formatter.now());
        card->setHighlighted(contact.id == m_highlighted);
        card->setEditable(m_isWritable);
        putAt(m_contacts->body(), i, card);
        card->show();
    }
    hideFrom(m_contactCards, shown);
    m_moreContacts->setText(tr("Show all %1").arg(m_formatter.locale().toString(qlonglong(contacts.size()))));
    m_moreContacts->setAccessibleName(tr("Show all contacts"));
    m_moreContacts->updateGeometry();
    m_moreContacts->setVisible(shown < contacts.size());
    m_contacts->setCount(contacts.isEmpty() ? -1 : contacts.size());
    m_contacts->setHint(contacts.isEmpty() ? tr("No contacts yet.") : QString());
    m_contacts->setVisible(m_content.isWhole || !contacts.isEmpty());
}

void LeadBody::fillOpportunities()
{
    const QList<Opportunity> opportunities = LeadText::inOrder(m_content.lead.opportunities);
    for (qsizetype i = shownCount(opportunities.size(), false); i < opportunities.size(); ++i)
        m_showsAllOpportunities = m_showsAllOpportunities || opportunities.at(i).id == m_highlighted;
    const qsizetype shown = shownCount(opportunities.size(), m_showsAllOpportunities);
    QStringList ids;
    for (qsizetype i = 0; i < shown; ++i)
        ids.append(opportunities.at(i).id);
    m_opportunityCards = widgetsFor(ids, m_opportunityCards, &OpportunityCard::opportunityId,
                                    [this] { return createOpportunityCard(); });
    for (qsizetype i = 0; i < shown; ++i) {
        OpportunityCard *card = m_opportunityCards.at(i);
        putAt(m_opportunities->body(), i, card);
        card->setLines(LeadText::linesOf(opportunities.at(i), m_formatter));
        card->setHighlighted(opportunities.at(i).id == m_highlighted);
        card->show();
    }
    hideFrom(m_opportunityCards, shown);
    m_moreOpportunities->setText(
        tr("Show all %1").arg(m_formatter.locale().toString(qlonglong(opportunities.size()))));
    m_moreOpportunities->setAccessibleName(tr("Show all opportunities"));
    m_moreOpportunities->updateGeometry();
    m_moreOpportunities->setVisible(shown < opportunities.size());
    m_opportunities->setCount(opportunities.isEmpty() ? -1 : opportunities.size());
    m_opportunities->setHint(opportunities.isEmpty() ? tr("No opportunities yet.") : QString());
    m_opportunities->setVisible(m_content.isWhole || !opportunities.isEmpty());
}

void LeadBody::fillTasks()
{
    const QList<Task> &tasks = m_content.lead.tasks;
    while (m_taskRows.size() < tasks.size()) {
        auto *row = new TaskRow(m_tasks);
        m_tasks->body()->addWidget(row);
        m_taskRows.append(row);
    }
    const QString openTask = m_composers->openTaskId();
    int composerAt = 0;
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        showTask(m_taskRows.at(i), tasks.at(i));
        // A task that is being changed gives its place to the composer.
        m_taskRows.at(i)->setVisible(tasks.at(i).id != openTask);
        if (!openTask.isEmpty() && tasks.at(i).id == openTask)
            composerAt = int(i);
    }
    hideFrom(m_taskRows, tasks.size());
    if (QWidget *composer = m_composers->taskComposer();
        composer && m_tasks->body()->indexOf(composer) != composerAt) {
        m_tasks->body()->removeWidget(composer);
        m_tasks->body()->insertWidget(composerAt, composer);
    }
    // Of a lead that could not be read whole one that waits to be sent can be changed.
    const bool isOffered =
        m_composers->canWrite() && (m_content.isWhole || !m_composers->openTaskId().isEmpty());
    m_tasks->setCount(tasks.isEmpty() ? -1 : tasks.size());
    m_tasks->setHint(tasks.isEmpty() ? tr("Nothing to be done.") : QString());
    m_tasks->setVisible(isOffered || !tasks.isEmpty());
}

void LeadBody::showTask(TaskRow *row, const Task &task)
{
    const QString assignee = m_schema->directory.nameOf(task.assignedTo);
    row->setTask(LeadText::taskText(task), assignee.isEmpty() ? task.assignedToName : assignee,
                 LeadText::dueText(task, m_formatter),
                 LeadText::isOverdue(task, m_formatter) ? Tone::Bad : Tone::Grey);
    row->setWritable(m_composers->canWrite());
    disconnect(row, nullptr, this, nullptr);
    connect(row, &TaskRow::doneRequested, this, [this, id = task.id] { Q_EMIT taskDoneRequested(id); });
    connect(row, &TaskRow::editRequested, this, [this, task] { m_composers->openTask(task); });
}

void LeadBody::setHighlighted(const QString &recordId)
{
    if (recordId == m_highlighted)
        return;
    m_highlighted = recordId;
    if (m_schema) {
        fillContacts();
        fillOpportunities();
    }
}

QWidget *LeadBody::highlightedCard() const
{
    for (ContactCard *card : m_contactCards) {
        if (!card->isHidden() && card->isHighlighted())
            return card;
    }
    for (OpportunityCard *card : m_opportunityCards) {
        if (!card->isHidden() && card->isHighlighted())
            return card;
    }
    return nullptr;
}

void LeadBody::setWritable(bool writable)
{
    m_isWritable = writable;
    m_status->setChangeable(writable);
    for (LeadSection *section : {m_details, m_contacts, m_opportunities})
        section->action()->setVisible(writable);
    for (ContactCard *card : std::as_const(m_contactCards))
        card->setEditable(writable);
}

void LeadBody::setWaiting(bool waiting)
{
    if (!waiting) {
        m_skeleton->stop();
        return;
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_status, m_website, m_details, m_contacts,
                                                          m_opportunities, m_tasks, m_activities})
        part->hide();
    m_composers->setLead(QString());
    m_name->setText(QString());
    m_skeleton->start();
}

void LeadBody::setActivityHint(const QString &hint)
{
    m_activities->setHint(hint);
}

void LeadBody::setActivityWaiting(bool waiting)
{
    if (waiting)
        m_activitySkeleton->start();
    else
        m_activitySkeleton->stop();
}

void LeadBody::resetActivityFilter()
{
    m_filter.clear();
    m_activities->action()->setText(tr("Filter"));
    m_activities->action()->updateGeometry();
}

void LeadBody::openFilterMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    for (const ActivityChoice &filter : ActivityText::filters()) {
        QAction *action = menu->addAction(filter.title);
        action->setCheckable(true);
        action->setChecked(filter.id == m_filter);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = filter.id] { chooseFilter(id); });
    }
    QWidget *link = m_activities->action();
    menu->popup(link->mapToGlobal(QPoint(0, link->height() + 2)));
}

void LeadBody::chooseFilter(const QString &id)
{
    if (id == m_filter)
        return;
    m_filter = id;
    for (const ActivityChoice &filter : ActivityText::filters()) {
        if (filter.id == id)
            m_activities->action()->setText(id.isEmpty() ? tr("Filter") : filter.title);
    }
    m_activities->action()->updateGeometry();
    Q_EMIT activityFilterChanged(id);
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordlistpage.h"

#include "celldelegate.h"
#include "emptystate.h"
#include "filterbar.h"
#include "organizationsettings.h"
#include "pageheader.h"
#include "recordtablemodel.h"
#include "skeletonrows.h"
#include "statuspalette.h"
#include "tableview.h"

#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QSettings>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

CellKind cellKind(RecordKind kind, const Field &field, bool first)
{
    if (first)
        return CellKind::Strong;
    switch (field.type) {
    case FieldType::LeadStatus:
    case FieldType::OpportunityStatus:
        return CellKind::Pill;
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Number:
    case FieldType::Money:
        return CellKind::Number;
    case FieldType::Date:
    case FieldType::Moment:
        return CellKind::Date;
    case FieldType::Text:
        if (field.key == "lead_name"_L1 && kind != RecordKind::Opportunity)
            return CellKind::Link;
        return field.key == "city"_L1 ? CellKind::Secondary : CellKind::Text;
    default:
        return CellKind::Secondary;
    }
}

/// The records' name within a sentence, where a language may write it otherwise than as a title.
QString nameInSentence(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Lead:
        return RecordListPage::tr("leads");
    case RecordKind::Contact:
        return RecordListPage::tr("contacts");
    case RecordKind::Opportunity:
        return RecordListPage::tr("opportunities");
    case RecordKind::Task:
        break;
    }
    return RecordListPage::tr("tasks");
}

/// What the settings hold under a key, as JSON.
QJsonObject storedObject(const QSettings &settings, const QString &key)
{
    return QJsonDocument::fromJson(settings.value(key).toByteArray()).object();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QString RecordListPage::sectionOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Lead:
        return u"leads"_s;
    case RecordKind::Contact:
        return u"contacts"_s;
    case RecordKind::Opportunity:
        return u"opportunities"_s;
    case RecordKind::Task:
        break;
    }
    return u"tasks"_s;
}

QString RecordListPage::title() const
{
    switch (m_kind) {
    case RecordKind::Lead:
        return tr("Leads");
    case RecordKind::Contact:
        return tr("Contacts");
    case RecordKind::Opportunity:
        return tr("Opportunities");
    case RecordKind::Task:
        break;
    }
    return tr("Tasks");
}

RecordListPage::RecordListPage(RecordKind kind, Session &session, StatusPalette &tones, QSettings &settings,
                               std::function<QDateTime()> clock, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_session(session)
    , m_tones(tones)
    , m_settings(settings)
    , m_model(new RecordTableModel(session.table(kind), this))
    , m_header(new PageHeader(title(), this))
    , m_table(new TableView(title(), this))
    , m_empty(new EmptyState(this))
    , m_skeleton(new SkeletonRows(this))
    , m_stack(new QStackedLayout)
    , m_filters(new FilterBar(m_model, m_header, this))
    , m_now(std::move(clock))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_skeleton);
    setFocusProxy(m_table);
    setUpTable();
    connect(m_filters, &FilterBar::filtersChanged, this, &RecordListPage::storeFilters);
    connect(m_model, &RecordTableModel::rowsChanged, this, &RecordListPage::updateState);
    connect(m_model, &RecordTableModel::recordsAboutToChange, m_table, &TableView::holdPlace);
    connect(m_model, &RecordTableModel::recordsChanged, m_table, &TableView::restorePlace);
    connect(&m_session, &Session::recordsArrived, m_table, [this](RecordKind arrived, const QStringList &ids) {
        if (arrived == m_kind)
            m_table->fadeIn(ids);
    });
    connect(&m_session, &Session::syncStateChanged, this, &RecordListPage::updateState);
    connect(&m_session, &Session::schemaChanged, this, &RecordListPage::setUpColumns);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_model->totalCount() == 0 && m_model->filterSet().isEmpty()) {
            Q_EMIT createRequested();
            return;
        }
        clearAll();
    });
    m_clock.setInterval(60000);
    connect(&m_clock, &QTimer::timeout, m_model, &RecordTableModel::updateTime);
    m_clock.start();
    setUpColumns();
    restore();
    updateState();
    m_model->setResting(true);
}

RecordListPage::~RecordListPage() = default;

void RecordListPage::showEvent(QShowEvent *event)
{
    m_model->setResting(false);
    QWidget::showEvent(event);
}

void RecordListPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setResting(true);
}

void RecordListPage::setUpTable()
{
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->installEventFilter(this);
    m_table->cellDelegate()->setToneResolver([this](const QModelIndex &index) {
        const QString id = index.data(SymbolRole).toString();
        if (id.isEmpty())
            return Tone::Grey;
        StatusPalette::Kind kind = StatusPalette::Kind::Lead;
        if (m_kind == RecordKind::Opportunity) {
            const QString type = index.data(StatusTypeRole).toString();
            kind = type == "won"_L1    ? StatusPalette::Kind::WonOpportunity
                   : type == "lost"_L1 ? StatusPalette::Kind::LostOpportunity
                                       : StatusPalette::Kind::ActiveOpportunity;
        }
        return m_tones.tone(kind, id);
    });
    connect(&m_tones, &StatusPalette::toneChanged, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RecordListPage::currentChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RecordListPage::updateCounts);
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT openRequested(index.data(RecordIdRole).toString(), index.data(LeadIdRole).toString());
    });
    connect(m_table, &TableView::linkActivated, this,
            [this](const QModelIndex &index) { Q_EMIT leadRequested(index.data(LeadIdRole).toString()); });
    connect(m_table, &TableView::rowMenuRequested, this, [this](const QModelIndex &, const QPoint &position) {
        Q_EMIT rowMenuRequested(selectedIds(), position);
    });
    connect(m_table, &TableView::columnLayoutChanged, this, &RecordListPage::storeLayout);
    connect(m_table, &TableView::exportRequested, this, [this] { Q_EMIT exportRequested({}); });
}

void RecordListPage::setUpColumns()
{
    m_model->setFormatter(CellFormatter(m_session.directory(), m_model->formatter().locale(), m_now));
    QList<TableColumn> columns;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const Field &field = m_model->field(i);
        columns.append({.key = field.key,
                        .kind = cellKind(m_kind, field, i == 0),
                        .width = field.width,
                        .visible = field.flags.testFlag(FieldFlag::Shown)});
    }
    m_table->setColumns(columns);
    m_table->setColumnLayout(storedLayout());
    m_filters->update();
}

QString RecordListPage::settingsKey(const QString &name) const
{
    return u"pages/%1/%2"_s.arg(sectionOf(m_kind), name);
}

QString RecordListPage::ownSettingsKey(const QString &name) const
{
    return organizationKey(m_session.account().organizationId, settingsKey(name));
}

QJsonObject RecordListPage::storedLayout() const
{
    const QString own = ownSettingsKey(u"layout"_s);
    return storedObject(m_settings, m_settings.contains(own) ? own : settingsKey(u"layout"_s));
}

void RecordListPage::restore()
{
    if (storedLayout().isEmpty()) {
        // What was touched last is what a salesperson looks for first.
        m_model->sortBy(m_kind == RecordKind::Task ? u"date"_s : u"date_updated"_s,
                        m_kind == RecordKind::Task ? Qt::AscendingOrder : Qt::DescendingOrder);
        const QSignalBlocker quiet(m_table);
        m_table->horizontalHeader()->setSortIndicator(m_model->sortColumn(), m_model->sortDirection());
    }
    FilterSet set = FilterSet::fromJson(storedObject(m_settings, ownSettingsKey(u"filters"_s)));
    set.text.clear();
    set.leadId.clear();
    m_model->setFilterSet(set);
    m_filters->update();
}

void RecordListPage::storeLayout()
{
    const QByteArray layout = compact(m_table->columnLayout());
    // The columns of custom fields are one organization's; another one that has no layout yet starts with this.
    m_settings.setValue(ownSettingsKey(u"layout"_s), layout);
    m_settings.setValue(settingsKey(u"layout"_s), layout);
}

void RecordListPage::storeFilters()
{
    FilterSet set = m_model->filterSet();
    set.text.clear();
    set.leadId.clear();
    m_settings.setValue(ownSettingsKey(u"filters"_s), compact(set.toJson()));
}

QString RecordListPage::searchText() const
{
    return m_model->searchText();
}

QString RecordListPage::searchHint() const
{
    switch (m_kind) {
    case RecordKind::Lead:
        return tr("Search leads. Enter asks Close");
    case RecordKind::Contact:
        return tr("Search contacts. Enter asks Close");
    case RecordKind::Opportunity:
        return tr("Search opportunities. Enter asks Close");
    case RecordKind::Task:
        break;
    }
    return tr("Search tasks. Enter asks Close");
}

void RecordListPage::setSearchText(const QString &text)
{
    m_model->setSearchText(text);
    m_table->scrollToTop();
}

void RecordListPage::showOnlyLead(const QString &leadId)
{
    m_model->setLead(leadId);
    updateLeadingChip();
}

void RecordListPage::showResult(const QString &resultTitle, const QStringList &ids)
{
    m_resultTitle = resultTitle;
    m_model->setSearchText(QString());
    m_model->setRecords(ids);
    updateLeadingChip();
    m_table->scrollToTop();
}

void RecordListPage::leaveResult()
{
    if (m_resultTitle.isEmpty())
        return;
    m_resultTitle.clear();
    m_model->setRecords(std::nullopt);
    updateLeadingChip();
    Q_EMIT resultLeft();
}

void RecordListPage::clearAll()
{
    leaveResult();
    m_filters->clearAll();
    updateLeadingChip();
    Q_EMIT searchTextCleared();
}

void RecordListPage::updateLeadingChip()
{
    const QString leadId = m_model->filterSet().leadId;
    if (!m_resultTitle.isEmpty()) {
        m_filters->setLeadingChip(m_resultTitle, [this] { leaveResult(); });
    } else if (!leadId.isEmpty()) {
        const int row = m_session.leads()->rowOf(leadId);
        const QString name =
            row < 0 ? leadId : m_session.leads()->valueAt(u"shown_name"_s, quint32(row)).toString();
        m_filters->setLeadingChip(tr("Lead: %1").arg(name), [this] { showOnlyLead(QString()); });
    } else {
        m_filters->setLeadingChip(QString(), {});
    }
    updateState();
}

QString RecordListPage::currentId() const
{
    return m_table->currentIndex().data(RecordIdRole).toString();
}

QString RecordListPage::currentLeadId() const
{
    return m_table->currentIndex().data(LeadIdRole).toString();
}

QStringList RecordListPage::selectedIds() const
{
    return m_model->idsOf(m_table->selectionModel()->selectedRows());
}

bool RecordListPage::select(const QString &id)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return false;
    const int column = m_table->horizontalHeader()->logicalIndex(0);
    m_table->selectionModel()->setCurrentIndex(
        m_model->index(row, column), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(m_table->currentIndex());
    return true;
}

void RecordListPage::reveal(const QString &id)
{
    if (select(id))
        return;
    clearAll();
    select(id);
}

QString RecordListPage::moveBy(int step)
{
    const QModelIndex current = m_table->currentIndex();
    const int row = current.isValid() ? current.row() + step : 0;
    if (row < 0 || row >= m_model->rowCount())
        return {};
    const QString id = m_model->idAt(row);
    select(id);
    return id;
}

QString RecordListPage::countText() const
{
    const QLocale locale;
    const int shown = m_model->rowCount();
    const int total = m_model->totalCount();
    const QString of = tr("%1 of %2").arg(locale.toString(shown), locale.toString(total));
    QString text;
    switch (m_kind) {
    case RecordKind::Lead:
        text = tr("%1 leads").arg(of);
        break;
    case RecordKind::Contact:
        text = tr("%1 contacts").arg(of);
        break;
    case RecordKind::Opportunity:
        text = tr("%1 opportunities").arg(of);
        break;
    case RecordKind::Task:
        text = tr("%1 tasks").arg(of);
        break;
    }
    const qsizetype selected = m_table->selectionModel()->selectedRows().size();
    return selected > 0 ? tr("%1, %2 selected").arg(text, locale.toString(selected)) : text;
}

void RecordListPage::updateCounts()
{
    const QLocale locale;
    m_header->setCountText(
        m_model->filterSet().isEmpty() && !hasResult()
            ? locale.toString(m_model->rowCount())
            : tr("%1 of %2")
                  .arg(locale.toString(m_model->rowCount()), locale.toString(m_model->totalCount())));
    Q_EMIT countTextChanged();
}

void RecordListPage::updateState()
{
    updateCounts();
    if (m_model->rowCount() > 0) {
        m_skeleton->stop();
        m_stack->setCurrentWidget(m_table);
        return;
    }
    const bool filtered = !m_model->filterSet().isEmpty() || hasResult();
    if (!filtered && m_session.syncState().phase == SyncState::Phase::Loading) {
        m_skeleton->start();
        m_stack->setCurrentWidget(m_skeleton);
        return;
    }
    m_skeleton->stop();
    const QString name = nameInSentence(m_kind);
    if (filtered)
        m_empty->setContent(tr("No %1 match.").arg(name), tr("Clear the search and the filters to see all."),
                            tr("Clear"));
    else if (m_session.syncState().phase == SyncState::Phase::Stopped)
        m_empty->setContent(tr("Nothing loaded yet."), tr("The message above says why and what to do."));
    else if (m_kind == RecordKind::Lead && !m_session.isReadOnly())
        m_empty->setContent(tr("No leads yet."), tr("The first one is a company you want to sell to."),
                            tr("New Lead"));
    else
        m_empty->setContent(tr("No %1 yet.").arg(name), QString());
    m_stack->setCurrentWidget(m_empty);
}

bool RecordListPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() == Qt::NoModifier && m_table->currentIndex().isValid()) {
            Q_EMIT openRequested(currentId(), currentLeadId());
            return true;
        }
        if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::NoModifier && !selectedIds().isEmpty()) {
            Q_EMIT deleteRequested(selectedIds());
            return true;
        }
        if (key->key() == Qt::Key_S && key->modifiers() == Qt::NoModifier && !selectedIds().isEmpty() &&
            (m_kind == RecordKind::Lead || m_kind == RecordKind::Opportunity)) {
            const QRect cell = m_table->visualRect(m_table->currentIndex());
            Q_EMIT statusMenuRequested(selectedIds(), m_table->viewport()->mapToGlobal(cell.bottomLeft()));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinepage.h"

#include "announcer.h"
#include "button.h"
#include "cardmover.h"
#include "emptystate.h"
#include "filterbar.h"
#include "messagebar.h"
#include "organizationsettings.h"
#include "pageheader.h"
#include "pipelineboard.h"
#include "pipelinelist.h"
#include "pipelineoptions.h"
#include "pipelinestrip.h"
#include "reviewlist.h"
#include "segmentedcontrol.h"
#include "skeletonrows.h"
#include "stageclock.h"
#include "statusmenu.h"
#include "statuspalette.h"
#include "titlebutton.h"
#include "totalscheck.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QSettings>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// What does not hang on the organization.
QString commonKey(const QString &name)
{
    return u"pages/pipeline/"_s + name;
}

QString viewKey(PipelinePage::View view)
{
    return view == PipelinePage::View::List       ? u"list"_s
           : view == PipelinePage::View::Forecast ? u"forecast"_s
                                                  : u"board"_s;
}

} // namespace

PipelinePage::PipelinePage(Session &session, StatusPalette &tones, QSettings &settings, MessageBar *messages,
                           std::function<QDateTime()> clock, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_tones(tones)
    , m_settings(settings)
    , m_source(new RecordTableModel(session.opportunities(), this))
    , m_model(new PipelineModel(m_source, this))
    , m_stages(new StageClock(session.opportunities(), session.statusChanges(), this))
    , m_context{&session, &tones, messages, QLocale(), [this] { return m_source->formatter().now().date(); }}
    , m_mover(new CardMover(m_model, m_context, this))
    , m_header(new PageHeader(tr("Sales pipeline"), this))
    , m_views(new SegmentedControl({tr("Board"), tr("List"), tr("Forecast")}, this))
    , m_title(new TitleButton(tr("Sales pipeline"), this))
    , m_review(new ReviewModel(m_model, this))
    , m_reviewList(new ReviewList(m_review, this))
    , m_reviewButton(new Button(tr("Review"), this))
    , m_options(new Button(Button::Kind::Normal, QString(), this))
    , m_announcer(new Announcer(this))
    , m_board(new PipelineBoard(m_model, tones))
    , m_strip(new PipelineStrip(
          m_model, [this](int group) { return m_board->toneOf(group); }, this))
    , m_check(new TotalsCheck(session, m_model, this))
    , m_list(new PipelineList(
          m_model, [this](int group) { return m_board->toneOf(group); }, this))
    , m_empty(new EmptyState(this))
    , m_skeleton(new SkeletonRows(this))
    , m_stack(new QStackedLayout)
    , m_filters(new FilterBar(m_source, m_header, this))
{
    m_source->setFormatter(
        CellFormatter(session.directory(), m_source->formatter().locale(), std::move(clock)));
    // What closes next is worked on first.
    m_source->sortBy(u"date_won"_s, Qt::AscendingOrder);
    m_model->setRelated(session.leads(), session.tasks());
    m_model->setStageClock(m_stages);
    setUpHeader();
    setUpViews();
    setUpMoves();
    setUpInline();
    setUpReview();
    connect(m_filters, &FilterBar::filtersChanged, this, &PipelinePage::storeFilters);
    connect(m_model, &PipelineModel::totalsChanged, this, &PipelinePage::updateState);
    connect(m_source, &RecordTableModel::rowsChanged, this, &PipelinePage::updateState);
    connect(&m_session, &Session::syncStateChanged, this, &PipelinePage::updateState);
    connect(&m_session, &Session::syncStateChanged, this, &PipelinePage::updateStages);
    connect(m_check, &TotalsCheck::changed, this, &PipelinePage::updateState);
    connect(&m_session, &Session::schemaChanged, this, &PipelinePage::restore);
    connect(m_empty, &EmptyState::actionTriggered, m_filters, &FilterBar::clearAll);
    m_clock.setInterval(60000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_source->updateTime();
        m_model->updateTime();
        m_board->viewport()->update();
        m_list->viewport()->update();
    });
    m_clock.start();
    updateStages();
    restore();
    m_source->setResting(true);
}

PipelinePage::~PipelinePage() = default;

void PipelinePage::setUpViews()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_strip);
    column->addLayout(m_stack, 1);
    auto *framed = new QWidget(this);
    auto *frame = new QVBoxLayout(framed);
    frame->setContentsMargins(16, 0, 16, 16);
    frame->addWidget(m_board);
    m_stack->addWidget(framed);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_reviewList);
    // The view that is shown leads back from the review too.
    connect(m_views, &SegmentedControl::chosen, this, [this] { setReviewing(false); });
    connect(m_views, &SegmentedControl::currentChanged, this, [this](int index) {
        setReviewing(false);
        setView(View(index));
    });

    connect(m_board, &PipelineBoard::currentChanged, this, &PipelinePage::currentChanged);
    connect(m_board, &PipelineBoard::selectionChanged, this, &PipelinePage::countTextChanged);
    connect(m_board, &PipelineBoard::activated, this, &PipelinePage::open);
    connect(m_board, &PipelineBoard::rowMenuRequested, this, &PipelinePage::rowMenuRequested);
    connect(m_board, &PipelineBoard::foldsChanged, this,
            [this] { m_settings.setValue(settingsKey(u"folds"_s), m_board->foldExceptions()); });
    connect(m_list, &PipelineList::currentIdChanged, this, &PipelinePage::currentChanged);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PipelinePage::countTextChanged);
    connect(m_list, &PipelineList::activatedId, this, &PipelinePage::open);
    connect(m_list, &PipelineList::rowMenuRequested, this, &PipelinePage::rowMenuRequested);
    connect(m_list, &PipelineList::columnsChanged, this,
            [this] { m_settings.setValue(commonKey(u"columns"_s), m_list->shownColumns()); });
}

void PipelinePage::setUpHeader()
{
    m_header->setTitleWidget(m_title);
    m_header->addLeading(m_views);
    m_views->setAccessibleName(tr("View"));
    m_header->addEnd(m_reviewButton);
    m_options->setIconName(u"more"_s);
    m_options->setAccessibleName(tr("Pipeline options"));
    m_options->setToolTip(tr("Grouping, density, columns, export"));
    m_header->addEnd(m_options);
    connect(m_title, &QAbstractButton::clicked, this, &PipelinePage::choosePipeline);
    connect(m_options, &QAbstractButton::clicked, this, &PipelinePage::showOptions);
}

void PipelinePage::setUpMoves()
{
    connect(m_board, &PipelineBoard::moveRequested, m_mover, &CardMover::moveToGroup);
    connect(m_board, &PipelineBoard::statusMenuRequested, this, &PipelinePage::showStatusMenu);
    connect(m_board, &PipelineBoard::valuesRequested, this, &PipelinePage::editValues);
    connect(m_list, &PipelineList::moveRequested, m_mover, &CardMover::moveToGroup);
    connect(m_list, &PipelineList::statusMenuRequested, this, &PipelinePage::showStatusMenu);
    connect(m_list, &PipelineList::valuesRequested, this, &PipelinePage::editValues);
    connect(m_mover, &CardMover::announced, m_announcer, &Announcer::announce);
    connect(m_mover, &CardMover::detailsOffered, this, &PipelinePage::askForValues);
}

void PipelinePage::updateTitle()
{
    const QList<Pipeline> &pipelines = m_session.directory().organization().pipelines;
    const QString name = pipeline().isEmpty() ? tr("All pipelines") : m_session.directory().nameOf(pipeline());
    m_title->setText(name.contains(u"pipeline"_s, Qt::CaseInsensitive) ? name : tr("%1 pipeline").arg(name));
    m_title->setChoice(pipelines.size() > 1);
    m_title->setAccessibleDescription(pipelines.size() > 1 ? tr("Choose pipeline") : QString());
    m_title->updateGeometry();
}

void PipelinePage::choosePipeline()
{
    const QList<Pipeline> &pipelines = m_session.directory().organization().pipelines;
    if (pipelines.size() < 2)
        return;
    auto *menu = new QMenu(m_title);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Choose pipeline"));
    const auto add = [&](const QString &name, const QString &id) {
        QAction *action = menu->addAction(QString(name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(id == pipeline());
        connect(action, &QAction::triggered, this, [this, id] { setPipeline(id); });
    };
    for (const Pipeline &each : pipelines)
        add(each.name, each.id);
    menu->addSeparator();
    add(tr("All pipelines"), QString());
    menu->popup(m_title->mapToGlobal(QPoint(0, m_title->height() + 4)));
}

void PipelinePage::showOptions()
{
    QMenu *menu = pipelineOptionsMenu(*this, m_options);
    menu->popup(m_options->mapToGlobal(QPoint(m_options->width() - menu->sizeHint().width(),
                                              m_options->height() + 4)));
}

void PipelinePage::restore()
{
    const QList<Pipeline> &pipelines = m_session.directory().organization().pipelines;
    const auto isKnown = [&](const QString &id) {
        return id.isEmpty() || std::any_of(pipelines.begin(), pipelines.end(),
                                           [&](const Pipeline &pipeline) { return pipeline.id == id; });
    };
    const auto stored = [this](const QString &key) { return m_settings.value(commonKey(key)); };
    const QVariant storedPipeline = m_settings.value(settingsKey(u"pipeline"_s));
    QString chosen = pipelines.isEmpty() ? QString() : pipelines.first().id;
    if (storedPipeline.isValid() && isKnown(storedPipeline.toString()))
        chosen = storedPipeline.toString();
    m_board->setFoldExceptions(m_settings.value(settingsKey(u"folds"_s)).toStringList());
    if (stored(u"cards"_s).isValid())
        setCardStyle(CardStyle::fromWords(stored(u"cards"_s).toStringList()));
    m_list->setShownColumns(stored(u"columns"_s).isValid() ? stored(u"columns"_s).toStringList()
                                                            : defaultPipelineColumns());
    m_grouping = groupingFromKey(stored(u"grouping"_s).toString()).value_or(PipelineGrouping::Status);
    m_period = groupingFromKey(stored(u"period"_s).toString()).value_or(PipelineGrouping::CloseMonth);
    const QString view = stored(u"view"_s).toString();
    for (const View each : {View::Board, View::List, View::Forecast}) {
        if (viewKey(each) == view)
            m_view = each;
    }
    applyLayout(chosen);
    setView(m_view);
    updateTitle();
    restoreFilters();
    updateState();
}

void PipelinePage::applyLayout(const QString &pipelineId)
{
    m_model->setLayout(pipelineId, m_view == View::Forecast ? m_period : m_grouping);
}

void PipelinePage::setGrouping(PipelineGrouping grouping)
{
    m_grouping = grouping;
    m_settings.setValue(commonKey(u"grouping"_s), groupingKey(grouping));
    applyLayout(pipeline());
}

void PipelinePage::setPeriod(PipelineGrouping period)
{
    m_period = period;
    m_settings.setValue(commonKey(u"period"_s), groupingKey(period));
    applyLayout(pipeline());
}

void PipelinePage::setCardStyle(const CardStyle &style)
{
    m_board->setCardStyle(style);
    m_list->setCompact(style.isCompact);
    m_settings.setValue(commonKey(u"cards"_s), style.toWords());
}

void PipelinePage::setPipeline(const QString &pipelineId)
{
    m_settings.setValue(settingsKey(u"pipeline"_s), pipelineId);
    restore();
    Q_EMIT currentChanged();
}

QString PipelinePage::pipeline() const
{
    return m_model->pipeline();
}

QString PipelinePage::settingsKey(const QString &name) const
{
    return organizationKey(m_session.account().organizationId, u"pages/pipeline/"_s + name);
}

QString PipelinePage::filtersKey() const
{
    return settingsKey(u"filters/"_s + (pipeline().isEmpty() ? u"all"_s : pipeline()));
}

void PipelinePage::restoreFilters()
{
    FilterSet set =
        FilterSet::fromJson(QJsonDocument::fromJson(m_settings.value(filtersKey()).toByteArray()).object());
    set.text = m_source->searchText();
    m_source->setFilterSet(set);
    m_filters->update();
}

void PipelinePage::storeFilters()
{
    FilterSet set = m_source->filterSet();
    set.text.clear();
    m_settings.setValue(filtersKey(), QJsonDocument(set.toJson()).toJson(QJsonDocument::Compact));
}

PipelinePage::View PipelinePage::view() const
{
    return m_view;
}

void PipelinePage::setView(View view)
{
    const QString current = currentId();
    const QStringList selected = selectedIds();
    const bool hadFocus = m_board->hasFocus() || m_list->hasFocus();
    m_view = view;
    if (m_views->current() != int(view)) {
        const QSignalBlocker quiet(m_views);
        m_views->setCurrent(int(view));
    }
    m_settings.setValue(commonKey(u"view"_s), viewKey(view));
    applyLayout(pipeline());
    setFocusProxy(view == View::List ? static_cast<QWidget *>(m_list) : m_board);
    updateState();
    if (view == View::List)
        m_list->setSelected(selected, current);
    else
        m_board->setSelected(selected, current);
    if (hadFocus)
        setFocus();
}

QString PipelinePage::searchText() const
{
    return m_source->searchText();
}

void PipelinePage::setSearchText(const QString &text)
{
    m_source->setSearchText(text);
}

QString PipelinePage::currentId() const
{
    if (m_isReviewing)
        return m_reviewList->currentId();
    return m_view == View::List ? m_list->currentId() : m_board->currentId();
}

QString PipelinePage::leadIdOf(const QString &id) const
{
    const RecordTable *table = m_session.opportunities();
    const int row = table->rowOf(id);
    return row < 0 ? QString() : table->leadIdAt(quint32(row));
}

QString PipelinePage::currentLeadId() const
{
    return leadIdOf(currentId());
}

QStringList PipelinePage::selectedIds() const
{
    return m_view == View::List ? m_list->selectedIds() : m_board->selectedIds();
}

bool PipelinePage::select(const QString &id)
{
    const QString home = m_session.directory().pipelineOf(m_model->shownStatus(id));
    if (!pipeline().isEmpty() && !home.isEmpty() && home != pipeline())
        setPipeline(home);
    if (m_view == View::List)
        return m_list->select(id);
    if (const QModelIndex at = m_model->indexOf(id); at.isValid())
        m_board->setFolded(at.parent().row(), false);
    return m_board->select(id);
}

QString PipelinePage::moveBy(int step)
{
    const QModelIndex current = m_model->indexOf(currentId());
    if (!current.isValid() || step == 0)
        return {};
    int group = current.parent().row();
    int row = current.row() + step;
    while (group >= 0 && group < m_model->groupCount()) {
        if (row >= 0 && row < m_model->groupSize(group)) {
            const QString id = m_model->idAt(group, row);
            return select(id) ? id : QString();
        }
        group += step > 0 ? 1 : -1;
        if (group >= 0 && group < m_model->groupCount())
            row = step > 0 ? 0 : m_model->groupSize(group) - 1;
    }
    return {};
}

void PipelinePage::showEvent(QShowEvent *event)
{
    m_source->setResting(false);
    QWidget::showEvent(event);
    m_review->setWatched(true);
    m_check->setWatched(true);
    m_session.statusChanges()->whenWhole(this, [this] { updateStages(); });
}

void PipelinePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_source->setResting(true);
    m_review->setWatched(false);
    m_check->setWatched(false);
}

void PipelinePage::open(const QString &id)
{
    Q_EMIT openRequested(id, leadIdOf(id));
}

void PipelinePage::showStatusMenu(const QStringList &ids, const QPoint &position)
{
    StatusMenu::popupFor(m_context, RecordKind::Opportunity, ids, position, this,
                         [this, ids](const QString &statusId) { m_mover->move(ids, statusId); });
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadview.h"

#include "activitymodel.h"
#include "activityreader.h"
#include "activityview.h"
#include "apierrortext.h"
#include "batchchange.h"
#include "emptystate.h"
#include "leadcomposers.h"
#include "leadinlineedit.h"
#include "messagebar.h"
#include "outbox.h"
#include "tokens.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int ViewPadding = 20;
/// Wider lines than this are hard to read.
constexpr int WidestPage = 1160;
constexpr int TickEvery = 30'000; ///< milliseconds
const QString PendingMessage = u"pending"_s;

} // namespace

LeadView::LeadView(Layout layout, StatusPalette *palette, QWidget *parent)
    : QWidget(parent)
    , m_layout(layout)
    , m_activities(new ActivityModel(this))
    , m_activityReader(new ActivityReader(m_activities, this))
    , m_messages(new MessageBar(this))
    , m_faces(new QStackedLayout)
    , m_empty(new EmptyState(this))
    , m_scroll(new QScrollArea(this))
    , m_canvas(new QWidget)
    , m_body(new LeadBody(layout, palette, m_activities, m_canvas))
{
    setAccessibleName(tr("Lead"));
    for (QLabel *label : m_empty->findChildren<QLabel *>())
        label->setFixedWidth(layout == Layout::Pane ? 300 : 360);
    auto *canvas = new QHBoxLayout(m_canvas);
    canvas->setContentsMargins(ViewPadding, ViewPadding - 2, ViewPadding, 0);
    canvas->setSpacing(0);
    canvas->addWidget(m_body, 1);
    if (layout == Layout::Page) {
        m_body->setMaximumWidth(WidestPage);
        canvas->addStretch(0);
    }
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_canvas);
    m_canvas->setAutoFillBackground(false); // setWidget() has turned it on
    m_faces->addWidget(m_empty);
    m_faces->addWidget(m_scroll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addLayout(m_faces, 1);

    m_loadTimer.setSingleShot(true);
    m_loadTimer.setInterval(LoadDelay);
    connect(&m_loadTimer, &QTimer::timeout, this, &LeadView::load);
    m_clockTimer.setInterval(TickEvery);
    connect(&m_clockTimer, &QTimer::timeout, this, &LeadView::tick);
    m_clockTimer.start();
    connectBody();
    setLead(QString());
}

LeadView::~LeadView() = default;

void LeadView::connectBody()
{
    connect(m_body, &LeadBody::statusMenuRequested, this,
            [this](const QPoint &position) { Q_EMIT statusMenuRequested(m_id, position); });
    connect(m_body, &LeadBody::editRequested, this, [this] { Q_EMIT editRequested(m_id); });
    connect(m_body, &LeadBody::addContactRequested, this, [this] { Q_EMIT addContactRequested(m_id); });
    connect(m_body, &LeadBody::editContactRequested, this, &LeadView::editContactRequested);
    connect(m_body, &LeadBody::addOpportunityRequested, this,
            [this] { Q_EMIT addOpportunityRequested(m_id); });
    connect(m_body, &LeadBody::openOpportunityRequested, this, &LeadView::openOpportunityRequested);
    connect(m_body, &LeadBody::activityFilterChanged, this,
            [this] { m_activityReader->setTypes(filteredTypes()); });
    connect(m_body, &LeadBody::taskDoneRequested, this, &LeadView::setTaskDone);
    connect(m_body->composers(), &LeadComposers::revealRequested, this, [this](QWidget *composer) {
        // It has its size when the page has been laid out around it.
        QTimer::singleShot(0, composer, [this, composer] {
            m_canvas->layout()->activate();
            m_scroll->ensureWidgetVisible(composer, 0, ViewPadding);
        });
    });
    connect(m_body->inlineEdit(), &LeadInlineEdit::revealRequested, this,
            [this](QWidget *field) { m_scroll->ensureWidgetVisible(field, 0, ViewPadding); });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_isGone)
            Q_EMIT leaveRequested();
        else
            reload();
    });
    connect(m_activityReader, &ActivityReader::changed, this, [this] {
        updateActivityHint();
        loadMoreIfNear();
    });
    QScrollBar *bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &LeadView::loadMoreIfNear);
    connect(bar, &QScrollBar::rangeChanged, this, [this] {
        fitMargins();
        loadMoreIfNear();
    });
    connect(m_body->activityView(), &ActivityView::revealRequested, this, [this](const QRect &rect) {
        const ActivityView *view = m_body->activityView();
        const QPoint at = view->mapTo(m_canvas, rect.center());
        const int half = qMin(rect.height() / 2, m_scroll->viewport()->height() / 2 - 8);
        m_scroll->ensureVisible(at.x(), at.y(), 0, qMax(half + 8, 0));
    });
}

void LeadView::setSession(Session *session)
{
    if (m_session)
        disconnect(m_session->leads(), nullptr, this, nullptr);
    if (m_session)
        disconnect(m_session->outbox(), nullptr, this, nullptr);
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_activityReader->setSession(session);
    m_schema = session ? session->schema() : SchemaPointer();
    m_id.clear();
    setLead(QString());
    if (!session)
        return;
    m_body->setWritable(!session->isReadOnly());
    connect(session->outbox(), &Outbox::changed, this, [this] {
        showKnown();
        tellPending();
    });
    connect(session, &Session::onlineChanged, this, &LeadView::tellPending);
    connect(session, &Session::schemaChanged, this, [this] {
        m_schema = m_session->schema();
        showKnown();
    });
    connect(session, &Session::recordSaved, this, &LeadView::takeSaved);
    connect(session->leads(), &RecordTable::changed, this, &LeadView::takeTableChange);
}

void LeadView::setWriting(const FormContext &context, ComposerDrafts *drafts)
{
    m_context = context;
    m_body->composers()->setUp(context, drafts);
    m_body->inlineEdit()->setContext(context);
    if (!m_id.isEmpty())
        showKnown();
}

void LeadView::compose(ComposerKind kind)
{
    if (!m_content.lead.id.isEmpty())
        m_body->composers()->open(kind);
}

void LeadView::changeTask(const Task &task)
{
    if (!m_content.lead.id.isEmpty())
        m_body->composers()->openTask(task);
}

bool LeadView::takeKey(const QKeyEvent &key)
{
    if (key.key() == Qt::Key_F2 && key.modifiers() == Qt::NoModifier)
        return m_body->inlineEdit()->begin();
    const std::optional<ComposerKind> kind = composerKindOf(key);
    if (!kind || !m_body->composers()->canWrite())
        return false;
    compose(*kind);
    return true;
}

/// Keys that no widget here has a use for.
void LeadView::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(*event))
        QWidget::keyPressEvent(event);
}

void LeadView::setTaskDone(const QString &taskId)
{
    setTasksDone(m_context, {taskId}, true, [self = QPointer(this)] {
        if (self && self->m_schema)
            self->m_body->fillTasks();
    });
}

void LeadView::setClock(std::function<QDateTime()> now)
{
    m_now = std::move(now);
    tick();
}

CellFormatter LeadView::formatter() const
{
    return CellFormatter(m_schema ? m_schema->directory : Directory(), QLocale(), m_now);
}

void LeadView::tick()
{
    m_activities->setNow(m_now ? m_now() : QDateTime::currentDateTime());
    if (!m_content.lead.id.isEmpty() && m_schema)
        m_body->setFormatter(formatter());
}

void LeadView::setLead(const QString &id, const QString &highlightedRecordId)
{
    m_highlighted = highlightedRecordId;
    m_isRevealing = !highlightedRecordId.isEmpty();
    if (!id.isEmpty() && id == m_id) {
        m_body->setHighlighted(highlightedRecordId);
        revealHighlighted();
        return;
    }
    m_body->inlineEdit()->leave();
    m_id = id;
    m_isGone = false;
    m_isLoading = false;
    m_requests.reset();
    m_copyRequest.reset();
    m_loadTimer.stop();
    m_content = {};
    m_messages->clearAll();
    m_body->resetActivityFilter();
    m_activityReader->setLead(id);
    m_body->setActivityWaiting(false);
    m_body->setHighlighted(highlightedRecordId);
    m_scroll->verticalScrollBar()->setValue(0);
    if (id.isEmpty() || !m_session) {
        showEmpty(tr("Select a lead to see it here."), {}, {});
        Q_EMIT leadShown(QString());
        return;
    }
    m_activities->setNow(m_now ? m_now() : QDateTime::currentDateTime());
    showKnown();
    tellPending();
    readFromCopy();
    m_loadTimer.start();
    updateActivityHint();
}

void LeadView::setLead(const Lead &lead, const SchemaPointer &schema)
{
    m_schema = schema;
    m_id = lead.id;
    showContent(LeadText::contentOf(lead, *schema));
    updateActivityHint();
}

/// What is here of the lead, without asking Close.
void LeadView::showKnown()
{
    if (!m_session || m_id.isEmpty() || m_isGone)
        return;
    if (const std::optional<Lead> whole = m_session->knownLead(m_id)) {
        showContent(LeadText::contentOf(*whole, *m_schema));
    } else if (const auto partial = LeadText::contentFromTables(*m_session, m_id);
               partial && !m_content.isWhole) {
        showContent(*partial);
    } else if (!m_content.isWhole) {
        m_faces->setCurrentWidget(m_scroll);
        m_body->setWaiting(true);
    }
}

/// Whether what is shown is how Close has it.
void LeadView::tellPending()
{
    if (!m_session || m_id.isEmpty())
        return;
    const QList<OutboxEntry> &entries = m_session->outbox()->entries();
    const bool waits = std::any_of(entries.begin(), entries.end(), [this](const OutboxEntry &entry) {
        return m_session->outbox()->leadIdOf(entry) == m_id;
    });
    if (!waits && !isLocalId(m_id)) {
        m_messages->clear(PendingMessage);
        return;
    }
    const bool isOnline = m_session->isOnline();
    const QString text = !isLocalId(m_id) ? isOnline ? tr("Some of this is not in Close yet.")
                                                     : tr("Some of this waits until you are online.")
                         : isOnline ? tr("Not in Close yet.")
                                          : tr("Not in Close yet: it is made there when you are online.");
    m_messages->post({.id = PendingMessage, .text = text, .dismissible = false});
}

/// The local copy answers sooner than Close, and without it.
void LeadView::readFromCopy()
{
    m_copyRequest = std::make_unique<QObject>();
    if (m_content.isWhole)
        return;
    m_session->readLead(m_id, m_copyRequest.get(), [this](const std::optional<Lead> &lead) {
        if (lead && !m_content.isWhole && !m_isGone)
            showContent(LeadText::contentOf(*lead, *m_schema));
    });
}

void LeadView::showContent(const LeadContent &content)
{
    m_content = content;
    m_body->setContent(content, m_schema, formatter());
    m_body->setHighlighted(m_highlighted);
    m_faces->setCurrentWidget(m_scroll);
    setAccessibleName(LeadText::nameOf(content.lead));
    revealHighlighted();
    Q_EMIT leadShown(m_id);
}

void LeadView::showEmpty(const QString &title, const QString &hint, const QString &action)
{
    m_empty->setContent(title, hint, action);
    m_faces->setCurrentWidget(m_empty);
    setAccessibleName(tr("Lead"));
}

void LeadView::reload()
{
    if (m_id.isEmpty() || !m_session)
        return;
    m_loadTimer.stop();
    load();
}

void LeadView::load()
{
    if (!m_session || m_id.isEmpty())
        return;
    m_requests = std::make_unique<QObject>();
    m_isLoading = true;
    m_session->loadLead(m_id, m_requests.get(), [this](Result<Lead> lead) { takeLead(std::move(lead)); });
    m_activityReader->load();
}

void LeadView::takeLead(Result<Lead> lead)
{
    m_isLoading = false;
    if (!lead) {
        showProblem(lead.error());
        return;
    }
    m_isGone = false;
    m_messages->clear(u"lead"_s);
    tellPending();
    showContent(LeadText::contentOf(*lead, *m_schema));
}

void LeadView::showProblem(const ApiError &error)
{
    if (error.kind == ApiError::Kind::Cancelled)
        return;
    if (error.kind == ApiError::Kind::NotFound) {
        m_isGone = true;
        m_content = {};
        m_activityReader->stop();
        m_messages->clearAll();
        m_body->setWaiting(false);
        showEmpty(tr("This lead is gone in Close"), tr("It was deleted or merged into another one."),
                  m_layout == Layout::Page ? tr("Back to Leads") : QString());
        return;
    }
    m_body->setWaiting(false);
    if (m_content.lead.id.isEmpty()) {
        showEmpty(apiErrorText(error), tr("Nothing of this lead is known here yet."), tr("Try Again"));
        return;
    }
    // The window says that there is no network; what the copy has is all here.
    if (error.kind == ApiError::Kind::Offline && m_content.isWhole)
        return;
    m_messages->post({u"lead"_s,
                      MessageBar::Kind::Warning,
                      apiErrorText(error),
                      {{tr("Try Again"), [this] { reload(); }, true}},
                      true});
}

QStringList LeadView::filteredTypes() const
{
    for (const ActivityChoice &filter : ActivityText::filters()) {
        if (filter.id == m_body->activityFilter())
            return filter.types;
    }
    return {};
}

void LeadView::updateActivityHint()
{
    const bool isEmpty = m_activities->rowCount() == 0;
    const bool isWaiting = m_activityReader->isLoading() || m_loadTimer.isActive();
    m_body->setActivityWaiting(isEmpty && isWaiting);
    QString hint;
    if (isEmpty && m_activityReader->hasFailed() && !m_session->isOnline())
        hint = tr("The activity of this lead needs the network: it was not opened here before.");
    else if (isEmpty && m_activityReader->hasFailed())
        hint = tr("The activity could not be read.");
    else if (isEmpty && !isWaiting)
        hint = m_activityReader->isFiltered() ? tr("Nothing of this kind.") : tr("No activity yet.");
    m_body->setActivityHint(hint);
}

/// Asks for the next page when less than one screen is left below.
void LeadView::loadMoreIfNear()
{
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    if (bar->maximum() - bar->value() < bar->pageStep())
        m_activityReader->loadMore();
}

void LeadView::takeTableChange(const TableChange &change)
{
    // What our own request brought is shown by its answer.
    if (m_id.isEmpty() || m_isLoading)
        return;
    const int row = m_session->leads()->rowOf(m_id);
    bool concerns = row < 0 && !change.removedRows.empty() && m_content.isWhole;
    if (row >= 0) {
        const auto at = quint32(row);
        concerns = (at >= change.firstNew && at < change.firstNew + change.newRows) ||
                   std::any_of(change.cells.begin(), change.cells.end(),
                               [at](const ChangedCell &cell) { return cell.row == at; });
    }
    if (!concerns)
        return;
    showKnown();
    m_loadTimer.start();
}

void LeadView::takeSaved(RecordKind kind, const QString &id)
{
    if (m_id.isEmpty())
        return;
    const RecordTable *table = m_session->table(kind);
    const int row = table->rowOf(id);
    if (row < 0 || table->leadIdAt(quint32(row)) != m_id)
        return;
    showKnown();
    m_loadTimer.start();
}

/// Once for each time it was asked for: a later refresh must not move the page.
void LeadView::revealHighlighted()
{
    QWidget *card = m_isRevealing ? m_body->highlightedCard() : nullptr;
    if (!card)
        return;
    m_isRevealing = false;
    QTimer::singleShot(0, card, [this, card] {
        m_canvas->layout()->activate();
        m_scroll->ensureWidgetVisible(card, 0, ViewPadding);
    });
}

/// The scroll bar stands in the padding, so that the content keeps its width when it comes and goes.
void LeadView::fitMargins()
{
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    const int trailing = bar->maximum() > 0 ? qMax(0, ViewPadding - bar->sizeHint().width()) : ViewPadding;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QMargins margins(mirrored ? trailing : ViewPadding, ViewPadding - 2, mirrored ? ViewPadding : trailing, 0);
    if (m_canvas->layout()->contentsMargins() != margins)
        m_canvas->layout()->setContentsMargins(margins);
}

void LeadView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::of(palette()).surface);
}

} // namespace Leadline

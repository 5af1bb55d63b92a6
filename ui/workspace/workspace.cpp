// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "workspace.h"

#include "awaypage.h"
#include "conflictpresenter.h"
#include "deletecontroller.h"
#include "everydaywrites.h"
#include "formopener.h"
#include "history.h"
#include "inlineedit.h"
#include "leadinlineedit.h"
#include "leadpage.h"
#include "leadview.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "organizationsettings.h"
#include "outboxpage.h"
#include "outboxpresenter.h"
#include "pipelinepage.h"
#include "recordlistpage.h"
#include "recordtablemodel.h"
#include "searchcontroller.h"
#include "sidebar.h"
#include "statusitems.h"
#include "statuspresenter.h"
#include "statusstrip.h"
#include "tableexporter.h"
#include "tableview.h"
#include "toolbar.h"
#include "undocontroller.h"
#include "visibilityreporter.h"

#include <QListView>
#include <QShortcut>

#include <utility>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const QString LeadPlace = u"lead/"_s;
const QString ViewPlace = u"view/"_s;
const QString PipelinePlace = u"pipeline"_s;

} // namespace

Workspace::Workspace(std::shared_ptr<Session> session, MainWindow &window, QSettings &settings,
                     std::function<QDateTime()> clock, QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_window(window)
    , m_settings(settings)
    , m_clock(std::move(clock))
    , m_tones(&settings)
    , m_forms(new FormOpener(*m_session, m_tones, window, m_clock, this))
    , m_everyday(new EverydayWrites(m_forms->context(), this))
    , m_deleter(new DeleteController(*m_session, window, this))
    , m_undo(new UndoController(*m_session, window, *m_deleter, this))
    , m_outbox(new OutboxPresenter(*m_session, window, this))
{
    adoptUnownedSettings(m_settings, m_session->account().organizationId);
    for (const RecordKind kind :
         {RecordKind::Lead, RecordKind::Contact, RecordKind::Opportunity, RecordKind::Task})
        addListPage(kind);
    addLeadPage();
    addPipelinePage();
    addOutboxPage();
    addAwayPage();
    addPane();
    m_search = new SearchController(*m_session, m_window, listPage(RecordKind::Lead), this);
    connect(m_search, &SearchController::answerReady, this, [this](const QString &viewId) {
        if (viewId.isEmpty()) {
            m_viewId.clear();
            go(u"leads"_s);
        }
    });
    new StatusPresenter(*m_session, m_window, m_clock, this);
    new VisibilityReporter(*m_session, m_window, this);
    new ConflictPresenter(m_forms->context(), &m_window, this);
    m_window.sidebar()->setOrganization(m_session->account().organizationName, m_session->account().userName);
    m_window.toolbar()->setWritable(!m_session->isReadOnly());
    connectWindow();
    connectForms();
    connectWrites();
    connectOutbox();
    updateSmartViews();
    if (m_session->isReadOnly()) {
        m_window.messageBar()->post({.id = u"read-only"_s,
                                     .text = tr("Read-only: Leadline changes nothing in Close in this run."),
                                     .dismissible = false});
    }
    go(u"leads"_s);
}

Workspace::~Workspace()
{
    m_session->setInFront(false);
    m_window.statusStrip()->setDraftsText({});
    m_window.setCloseGuard({});
    m_window.statusStrip()->setOutboxText({}, false);
    m_window.messageBar()->clearAll();
    m_window.history()->clear();
    m_window.removePages();
}

void Workspace::addListPage(RecordKind kind)
{
    auto *page = new RecordListPage(kind, *m_session, m_tones, m_settings, m_clock);
    m_lists.insert(kind, page);
    m_window.addPage(RecordListPage::sectionOf(kind), page);
    auto *inlineEdit = new InlineEdit(m_forms->context(), kind, page->model(), page->table(), page);
    connect(inlineEdit, &InlineEdit::saved, m_undo, &UndoController::offer);
    connect(page, &RecordListPage::currentChanged, this, &Workspace::updatePane);
    connect(page, &RecordListPage::countTextChanged, this, [this, page] {
        if (page == m_list)
            updateCountText();
    });
    connect(page, &RecordListPage::openRequested, this,
            [this](const QString &, const QString &leadId) { openLead(leadId); });
    connect(page, &RecordListPage::leadRequested, this, &Workspace::openLead);
    connect(page, &RecordListPage::createRequested, m_forms, &FormOpener::newLead);
    connect(page, &RecordListPage::resultLeft, this, [this] {
        m_viewId.clear();
        m_window.sidebar()->setActive(u"leads"_s);
    });
    connect(page, &RecordListPage::searchTextCleared, this, [this] { m_search->showText(); });
    connect(page, &RecordListPage::statusMenuRequested, this,
            [this, kind](const QStringList &ids, const QPoint &position) {
                m_forms->changeStatus(kind, ids, position);
            });
    connect(page, &RecordListPage::deleteRequested, this,
            [this, kind](const QStringList &ids) { m_deleter->ask(kind, ids); });
    connect(page, &RecordListPage::exportRequested, new TableExporter(page, m_window.messageBar()),
            &TableExporter::ask);
    connect(page, &RecordListPage::rowMenuRequested, this,
            [this, page](const QStringList &ids, const QPoint &position) {
                popupRowMenu(page->kind(), ids, page->currentLeadId(), position);
            });
}

void Workspace::addLeadPage()
{
    m_leadPage = new LeadPage(&m_tones);
    m_leadPage->setSession(m_session.get());
    m_leadPage->view()->setClock(m_clock);
    m_window.addPage(u"lead"_s, m_leadPage);
    connectView(m_leadPage->view());
    connect(m_leadPage, &LeadPage::editRequested, m_forms, &FormOpener::editLead);
    connect(m_leadPage, &LeadPage::backRequested, m_window.history(), &History::goBack);
    connect(m_leadPage, &LeadPage::previousRequested, this, [this] { stepLead(-1); });
    connect(m_leadPage, &LeadPage::nextRequested, this, [this] { stepLead(+1); });
    connect(m_leadPage->view(), &LeadView::leaveRequested, m_window.history(), &History::goBack);
    connect(m_leadPage->view(), &LeadView::leadShown, this, &Workspace::updateWindowTitle);
    const auto step = [this](Qt::Key key, int by) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | key), m_leadPage);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] { stepLead(by); });
    };
    step(Qt::Key_Down, +1);
    step(Qt::Key_Up, -1);
}

void Workspace::addPipelinePage()
{
    m_pipeline = new PipelinePage(*m_session, m_tones, m_settings, m_window.messageBar(), m_clock);
    m_window.addPage(PipelinePlace, m_pipeline);
    connect(m_pipeline, &PipelinePage::openRequested, this,
            [this](const QString &, const QString &leadId) { openLead(leadId); });
    connect(m_pipeline, &PipelinePage::taskRequested, this,
            [this](const QString &leadId) { compose(leadId, ComposerKind::Task); });
    connect(m_pipeline, &PipelinePage::countTextChanged, this, [this] {
        if (!m_list)
            updateCountText();
    });
    connect(m_pipeline, &PipelinePage::saved, m_undo, &UndoController::offer);
    connect(m_pipeline, &PipelinePage::rowMenuRequested, this,
            [this](const QStringList &ids, const QPoint &position) {
                popupRowMenu(RecordKind::Opportunity, ids, m_pipeline->currentLeadId(), position);
            });
}

void Workspace::addPane()
{
    m_pane = new LeadView(LeadView::Layout::Pane, &m_tones);
    m_pane->setSession(m_session.get());
    m_pane->setClock(m_clock);
    connectView(m_pane);
    m_window.setRecordPane(m_pane);
}

void Workspace::connectView(LeadView *view)
{
    connect(view, &LeadView::statusMenuRequested, this, [this](const QString &id, const QPoint &position) {
        m_forms->changeStatus(RecordKind::Lead, {id}, position);
    });
    connect(view->body()->inlineEdit(), &LeadInlineEdit::saved, m_undo, &UndoController::offer);
    connect(view, &LeadView::editRequested, m_forms, &FormOpener::editLead);
    connect(view, &LeadView::addContactRequested, m_forms, &FormOpener::newContact);
    connect(view, &LeadView::editContactRequested, m_forms, &FormOpener::editContact);
    connect(view, &LeadView::addOpportunityRequested, m_forms, &FormOpener::newOpportunity);
    connect(view, &LeadView::openOpportunityRequested, m_forms, &FormOpener::editOpportunity);
}

void Workspace::connectWindow()
{
    connect(&m_window, &MainWindow::sectionRequested, this, &Workspace::go);
    connect(m_window.sidebar(), &Sidebar::sectionActivated, this, &Workspace::go);
    connect(m_window.sidebar(), &Sidebar::smartViewActivated, this,
            [this](const QString &id) { go(ViewPlace + id); });
    connect(m_window.sidebar(), &Sidebar::organizationMenuRequested, this,
            &Workspace::organizationMenuRequested);
    connect(m_window.history(), &History::revisited, this, &Workspace::show);
    connect(m_window.toolbar(), &Toolbar::refreshRequested, m_session.get(), &Session::refresh);
    connect(m_window.toolbar(), &Toolbar::newLeadRequested, m_forms, &FormOpener::newLead);
    connect(m_window.toolbar(), &Toolbar::newOpportunityRequested, this,
            [this] { m_forms->newOpportunity(currentLeadId()); });
    auto *contactKey = new QShortcut(QKeySequence(QKeyCombination(Qt::CTRL | Qt::ALT, Qt::Key_N)), &m_window);
    connect(this, &QObject::destroyed, contactKey, &QObject::deleteLater);
    connect(contactKey, &QShortcut::activated, this, [this] { m_forms->newContact(currentLeadId()); });
    const auto seeStatuses = [this] { seeStatusesInOrder(m_session->directory(), m_tones); };
    connect(m_session.get(), &Session::schemaChanged, this, seeStatuses);
    seeStatuses();
    connect(m_session.get(), &Session::smartViewsChanged, this, &Workspace::updateSmartViews);
    connect(m_session.get(), &Session::keyRefused, this, &Workspace::signInNeeded);
}

/// The lead that what is shown or selected belongs to; blank when nothing is.
QString Workspace::currentLeadId() const
{
    if (m_window.currentPage() == "lead"_L1)
        return m_leadPage->view()->leadId();
    if (m_isAway)
        return m_away->currentLeadId();
    return m_list ? m_list->currentLeadId() : m_pipeline->currentLeadId();
}

void Workspace::go(const QString &place)
{
    m_window.history()->visit(place);
    show(place);
}

void Workspace::show(const QString &place)
{
    if (place.startsWith(LeadPlace)) {
        showLead(place.mid(LeadPlace.size()));
    } else if (place.startsWith(ViewPlace)) {
        showSmartView(place.mid(ViewPlace.size()));
    } else if (place == PipelinePlace) {
        showPipeline();
    } else if (place == OutboxPage::placeId()) {
        showOutbox();
    } else if (place == Sidebar::changesId()) {
        showAwayPage();
    } else {
        for (RecordListPage *page : std::as_const(m_lists)) {
            if (RecordListPage::sectionOf(page->kind()) == place) {
                // A Smart View is a place of its own; what was searched for stays on its page.
                if (!std::exchange(m_viewId, QString()).isEmpty()) {
                    m_search->forget();
                    listPage(RecordKind::Lead)->leaveResult();
                }
                showList(page);
            }
        }
    }
    updateCountText();
    updateWindowTitle();
    updateAwayFooter();
}

void Workspace::showList(RecordListPage *page)
{
    m_list = page;
    m_isAway = false;
    const QString section = RecordListPage::sectionOf(page->kind());
    m_window.showPage(section);
    m_window.setRecordPaneVisible(true);
    m_window.sidebar()->setActive(m_viewId.isEmpty() ? section : QString(), m_viewId);
    setSearchTarget(page);
    page->table()->setFocus();
    updatePane();
}

void Workspace::setSearchTarget(RecordListPage *page)
{
    m_search->setTarget({.page = page->table(),
                         .hint = page->searchHint(),
                         .text = [page] { return page->searchText(); },
                         .setText = [page](const QString &text) { page->setSearchText(text); }});
}

void Workspace::showPipeline()
{
    m_list = nullptr;
    m_isAway = false;
    m_viewId.clear();
    m_window.showPage(PipelinePlace);
    m_window.setRecordPaneVisible(false);
    m_window.sidebar()->setActive(PipelinePlace);
    m_search->setTarget({.page = m_pipeline,
                         .hint = tr("Filter the pipeline"),
                         .text = [this] { return m_pipeline->searchText(); },
                         .setText = [this](const QString &text) { m_pipeline->setSearchText(text); }});
    m_pipeline->setFocus();
}

void Workspace::showLead(const QString &id)
{
    const int row = rowOfLead(id);
    // A contact or an opportunity is marked on the page of its lead.
    const QString marked = std::exchange(m_awayRecord, {});
    m_leadPage->setLead(id, row >= 0 && m_list->kind() != RecordKind::Lead ? m_list->currentId() : marked);
    m_window.setRecordPaneVisible(false);
    m_window.showPage(u"lead"_s);
    setSearchTarget(m_list ? m_list.data() : listPage(RecordKind::Lead));
    m_leadPage->setNeighbours(row > 0, row >= 0 && row + 1 < m_list->model()->rowCount());
    m_leadPage->setFocus();
}

void Workspace::showSmartView(const QString &id)
{
    const QList<SmartView> views = m_session->smartViews();
    for (const SmartView &view : views) {
        if (view.id != id)
            continue;
        m_viewId = id;
        showList(listPage(RecordKind::Lead));
        m_search->runSmartView(view);
        return;
    }
}

void Workspace::updateSmartViews()
{
    QList<Sidebar::SmartView> shown;
    for (const SmartView &view : m_session->smartViews())
        shown.append({view.id, view.name, {}, {}});
    m_window.sidebar()->setSmartViews(shown);
    const QString section = m_list     ? RecordListPage::sectionOf(m_list->kind())
                            : m_isAway ? Sidebar::changesId()
                                       : PipelinePlace;
    m_window.sidebar()->setActive(m_viewId.isEmpty() ? section : QString(), m_viewId);
}

void Workspace::updatePane()
{
    if (!m_list || !m_window.isRecordPaneVisible())
        return;
    const QString id = m_list->currentId();
    m_pane->setLead(m_list->currentLeadId(), m_list->kind() == RecordKind::Lead ? QString() : id);
}

void Workspace::updateCountText()
{
    m_window.statusStrip()->setCountText(m_window.currentPage() == OutboxPage::placeId() ? QString()
                                         : m_list                                        ? m_list->countText()
                                         : m_isAway                                      ? m_away->countText()
                                                    : m_pipeline->countText());
}

void Workspace::updateWindowTitle()
{
    QString place;
    if (m_window.currentPage() == "lead"_L1)
        place = m_leadPage->view()->lead().displayName;
    else if (m_window.currentPage() == OutboxPage::placeId())
        place = OutboxPage::tr("Waiting changes");
    else if (m_list)
        place = m_list->table()->accessibleName();
    else
        place = m_isAway ? m_away->list()->accessibleName() : tr("Pipeline");
    const QString organization = m_session->account().organizationName;
    m_window.setWindowTitle(place.isEmpty() ? organization : tr("%1 – %2").arg(place, organization));
}

int Workspace::rowOfLead(const QString &id) const
{
    if (!m_list)
        return -1;
    // In a list of contacts or opportunities the lead is that of the row one came from.
    if (m_list->kind() != RecordKind::Lead)
        return m_list->currentLeadId() == id ? m_list->table()->currentIndex().row() : -1;
    return m_list->model()->rowOf(id);
}

void Workspace::stepLead(int step)
{
    const int row = rowOfLead(m_leadPage->view()->leadId());
    if (row < 0)
        return;
    m_list->select(m_list->model()->idAt(row));
    if (!m_list->moveBy(step).isEmpty())
        openLead(m_list->currentLeadId());
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "mainwindow.h"

#include "button.h"
#include "contextmenukey.h"
#include "history.h"
#include "icons.h"
#include "messagebar.h"
#include "navigationlist.h"
#include "pagestack.h"
#include "searchbox.h"
#include "sidebar.h"
#include "signinpage.h"
#include "statusstrip.h"
#include "tokens.h"
#include "toolbar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int PaneWidth = 375; ///< and one pixel of splitter: 376

/// A ground of the surface colour; pages and the record pane stand on it.
class Surface : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), Tokens::of(palette()).surface);
    }
};

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_faces(new PageStack(this))
    , m_signIn(new SignInPage(this))
    , m_sidebar(new Sidebar(this))
    , m_toolbar(new Toolbar(this))
    , m_messages(new MessageBar(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_stack(new PageStack(this))
    , m_paneFrame(new Surface(this))
    , m_status(new StatusStrip(this))
    , m_history(new History(this))
{
    setWindowTitle(tr("Leadline"));
    setWindowIcon(applicationIcon());
    setMinimumSize(880, 560);
    resize(1440, 900);
    m_faces->addWidget(m_signIn);
    m_faces->addWidget(createWorkspace());
    setCentralWidget(m_faces);
    createShortcuts();

    new ContextMenuKey(this);
    connect(m_history, &History::changed, this,
            [this] { m_toolbar->setHistory(m_history->canGoBack(), m_history->canGoForward()); });
    connect(m_toolbar, &Toolbar::backRequested, m_history, &History::goBack);
    connect(m_toolbar, &Toolbar::forwardRequested, m_history, &History::goForward);
}

QWidget *MainWindow::createWorkspace()
{
    auto *workspace = new QWidget(m_faces);
    auto *paneColumn = new QVBoxLayout(m_paneFrame);
    paneColumn->setContentsMargins(0, 0, 0, 0);
    m_paneFrame->setMinimumWidth(280);
    m_paneFrame->hide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_paneFrame);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_stack->setMinimumWidth(320);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_toolbar);
    right->addWidget(m_messages);
    right->addWidget(m_splitter, 1);
    right->addWidget(m_status);
    auto *row = new QHBoxLayout(workspace);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addLayout(right, 1);
    return workspace;
}

void MainWindow::createShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto &&what) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, [this, what] {
            if (isWorkspaceShown())
                what();
        });
    };
    on(QKeySequence::Find, [this] {
        m_toolbar->search()->setFocus(Qt::ShortcutFocusReason);
        m_toolbar->search()->selectAll();
    });
    on(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { m_history->goBack(); });
    on(QKeySequence(Qt::ALT | Qt::Key_Right), [this] { m_history->goForward(); });
    on(QKeySequence(Qt::Key_F5), [this] { Q_EMIT m_toolbar->refreshRequested(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_R), [this] { Q_EMIT m_toolbar->refreshRequested(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (!m_toolbar->newLeadButton()->isHidden())
            Q_EMIT m_toolbar->newLeadRequested();
    });
    on(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] {
        if (!m_toolbar->newOpportunityButton()->isHidden())
            Q_EMIT m_toolbar->newOpportunityRequested();
    });
    const QStringList sections = Sidebar::sectionIds();
    for (int i = 0; i < sections.size(); ++i)
        on(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)),
           [this, id = sections.at(i)] { Q_EMIT sectionRequested(id); });
    on(QKeySequence(Qt::CTRL | Qt::Key_6), [this] { Q_EMIT sectionRequested(Sidebar::changesId()); });
    on(QKeySequence(Qt::Key_F10), [this] { m_sidebar->requestOrganizationMenu(); });
    for (int number = 1; number <= 9; ++number)
        on(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)),
           [this, number] { Q_EMIT organizationRequested(number); });
    on(QKeySequence(Qt::Key_F6), [this] { cycleAreas(+1); });
    on(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { cycleAreas(-1); });
}

void MainWindow::showSignIn()
{
    m_faces->setCurrentIndex(0);
    m_signIn->setFocus();
}

void MainWindow::showWorkspace()
{
    m_faces->setCurrentIndex(1);
    if (QWidget *front = m_stack->currentWidget())
        front->setFocus();
}

bool MainWindow::isWorkspaceShown() const
{
    return m_faces->currentIndex() == 1;
}

void MainWindow::addPage(const QString &id, QWidget *page)
{
    m_pages.insert(id, page);
    m_stack->addWidget(page);
}

void MainWindow::showPage(const QString &id)
{
    if (QWidget *front = m_pages.value(id))
        m_stack->setCurrentWidget(front);
}

void MainWindow::removePages()
{
    // Hidden, or each would be shown when the one before it goes.
    m_stack->hide();
    qDeleteAll(m_pages);
    m_pages.clear();
    m_stack->show();
    setRecordPane(nullptr);
}

QString MainWindow::currentPage() const
{
    return m_pages.key(m_stack->currentWidget());
}

void MainWindow::setRecordPane(QWidget *pane)
{
    delete m_recordPane;
    m_recordPane = pane;
    if (pane)
        m_paneFrame->layout()->addWidget(pane);
    setRecordPaneVisible(pane != nullptr);
}

void MainWindow::setRecordPaneVisible(bool visible)
{
    if (visible == isRecordPaneVisible())
        return;
    m_paneFrame->setVisible(visible);
    const QList<int> sizes = m_splitter->sizes();
    if (visible && sizes.value(1) < m_paneFrame->minimumWidth())
        m_splitter->setSizes({qMax(320, m_splitter->width() - PaneWidth - 1), PaneWidth});
}

bool MainWindow::isRecordPaneVisible() const
{
    return !m_paneFrame->isHidden();
}

QList<QWidget *> MainWindow::areas() const
{
    QList<QWidget *> result{m_sidebar, m_toolbar};
    if (!m_messages->isHidden())
        result.append(m_messages);
    if (m_stack->currentWidget())
        result.append(m_stack->currentWidget());
    if (isRecordPaneVisible() && m_recordPane)
        result.append(m_recordPane);
    return result;
}

void MainWindow::cycleAreas(int direction)
{
    const QList<QWidget *> list = areas();
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (focus && (focus == list.at(i) || list.at(i)->isAncestorOf(focus)))
            at = i;
    }
    for (qsizetype step = 1; step <= list.size(); ++step) {
        QWidget *area = list.at((at + direction * step + list.size() * 2) % list.size());
        // The area's own choice, else its first control that Tab reaches; the toolbar's is the search.
        QWidget *target = area == m_toolbar                                          ? m_toolbar->search()
                          : area == m_sidebar                                        ? m_sidebar->sections()
                          : area->focusPolicy() & Qt::TabFocus || area->focusProxy() ? area
                                                                                     : nullptr;
        for (QWidget *next = area->nextInFocusChain(); !target && next != area;
             next = next->nextInFocusChain()) {
            if (area->isAncestorOf(next) && next->isVisible() && next->isEnabled() &&
                (next->focusPolicy() & Qt::TabFocus))
                target = next;
        }
        if (target) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::saveWindowState(QSettings *settings) const
{
    settings->setValue(u"window/geometry"_s, saveGeometry());
    if (isRecordPaneVisible())
        settings->setValue(u"window/paneWidth"_s, m_splitter->sizes().value(1));
}

void MainWindow::restoreWindowState(QSettings *settings)
{
    restoreGeometry(settings->value(u"window/geometry"_s).toByteArray());
    const int pane = settings->value(u"window/paneWidth"_s).toInt();
    if (pane >= m_paneFrame->minimumWidth())
        m_splitter->setSizes({qMax(320, m_splitter->width() - pane - 1), pane});
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose && !m_mayClose()) {
        event->ignore();
        return;
    }
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

} // namespace Leadline

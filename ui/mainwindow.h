// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QMainWindow>

#include <functional>

class QScrollArea;
class QSettings;
class QSplitter;
class QVBoxLayout;

namespace Leadline {

class History;
class MessageBar;
class PageStack;
class Sidebar;
class SignInPage;
class StatusStrip;
class Toolbar;

/// The program's one window: sign-in first, then the workspace: sections at the left, toolbar, messages,
/// the page, the record pane at the right, the status strip. It knows no data: its owner adds pages,
/// sets texts and answers its signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);

    SignInPage *signInPage() const { return m_signIn; }
    Sidebar *sidebar() const { return m_sidebar; }
    Toolbar *toolbar() const { return m_toolbar; }
    MessageBar *messageBar() const { return m_messages; }
    StatusStrip *statusStrip() const { return m_status; }
    History *history() const { return m_history; }

    void showSignIn();
    void showWorkspace();
    bool isWorkspaceShown() const;

    /// Adds a page; takes ownership.
    void addPage(const QString &id, QWidget *page);
    QWidget *page(const QString &id) const { return m_pages.value(id); }
    /// Brings a page to the front; does not touch the history.
    void showPage(const QString &id);
    QString currentPage() const;
    /// Deletes all pages and the record pane.
    void removePages();

    /// What the pane at the right holds; takes ownership, replaces what was there.
    void setRecordPane(QWidget *pane);
    QWidget *recordPane() const { return m_recordPane; }
    void setRecordPaneVisible(bool visible);
    bool isRecordPaneVisible() const;

    /// Asked before the window closes; false keeps it open.
    void setCloseGuard(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }

    /// Geometry and the pane's width.
    void saveWindowState(QSettings *settings) const;
    void restoreWindowState(QSettings *settings);

Q_SIGNALS:
    /// Ctrl+1 to Ctrl+6; the sidebar has a signal of its own for clicks.
    void sectionRequested(const QString &section);
    /// Alt+1 to Alt+9.
    void organizationRequested(int number);
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *createWorkspace();
    void createShortcuts();
    void cycleAreas(int direction);
    QList<QWidget *> areas() const;

    PageStack *m_faces;
    SignInPage *m_signIn;
    Sidebar *m_sidebar;
    Toolbar *m_toolbar;
    MessageBar *m_messages;
    QSplitter *m_splitter;
    PageStack *m_stack;
    QWidget *m_paneFrame;
    QWidget *m_recordPane = nullptr;
    StatusStrip *m_status;
    History *m_history;
    QHash<QString, QWidget *> m_pages;
    std::function<bool()> m_mayClose;
};

} // namespace Leadline

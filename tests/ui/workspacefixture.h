// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chip.h"
#include "history.h"
#include "itemroles.h"
#include "leadpage.h"
#include "leadview.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "navigationlist.h"
#include "recordlistpage.h"
#include "recordtablemodel.h"
#include "searchbox.h"
#include "sidebar.h"
#include "signedin.h"
#include "statusstrip.h"
#include "tableview.h"
#include "toolbar.h"
#include "workspace.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>

namespace Leadline::Test {

/// The program's window with its workspace over a session that has read everything, as Application ties them
/// together; and the hand that works on it. A second one over the same settings is the next start.
class WorkspaceFixture
{
public:
    WorkspaceFixture(std::shared_ptr<Session> session, const QString &settingsFile)
        : settings(settingsFile, QSettings::IniFormat)
        , workspace(std::make_unique<Workspace>(std::move(session), window, settings, [] {
            return QDateTime(QDate(2026, 11, 20), QTime(15, 0), Qt::UTC).toLocalTime();
        }))
    {
        window.showWorkspace();
        window.resize(1600, 900);
        window.show();
        window.activateWindow();
    }

    /// Reads everything and waits for the window.
    bool open()
    {
        return QTest::qWaitForWindowActive(&window) && syncNow(session()) &&
               waitFor([this] { return leads()->model()->rowCount() > 0; });
    }

    Session &session() const { return workspace->session(); }
    RecordListPage *page(RecordKind kind) const { return workspace->listPage(kind); }
    RecordListPage *leads() const { return page(RecordKind::Lead); }
    SearchBox *search() const { return window.toolbar()->search(); }

    /// What a row shows in the column of a field.
    static QString cell(const RecordListPage *page, int row, const QString &key)
    {
        return page->model()->index(row, page->model()->columnOf(key)).data().toString();
    }
    static QStringList column(const RecordListPage *page, const QString &key)
    {
        QStringList texts;
        for (int row = 0; row < page->model()->rowCount(); ++row)
            texts.append(cell(page, row, key));
        return texts;
    }

    /// The beginning of a name on the page that Qt Test can type: its key events know Latin 1 only.
    static QString typeable(const RecordListPage *page, const QString &key, int length)
    {
        for (const QString &text : column(page, key)) {
            const QString start = text.left(length).toLower();
            if (std::all_of(start.cbegin(), start.cend(), [](QChar c) { return c.isLetter() && c < u'{'; }))
                return start;
        }
        return {};
    }

    static QPoint centre(const RecordListPage *page, int row, const QString &key)
    {
        TableView *table = page->table();
        const QModelIndex index = page->model()->index(row, page->model()->columnOf(key));
        table->scrollTo(index);
        return table->visualRect(index).center();
    }
    static void clickCell(const RecordListPage *page, int row, const QString &key,
                          Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const QPoint at = centre(page, row, key);
        QTest::mouseClick(page->table()->viewport(), Qt::LeftButton, modifiers, at);
    }
    static void clickHeader(const RecordListPage *page, const QString &key)
    {
        QHeaderView *header = page->table()->horizontalHeader();
        const int section = page->table()->columnOf(key);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(header->sectionViewportPosition(section) + header->sectionSize(section) / 2,
                                 header->height() / 2));
    }

    /// Clicks a place in the sidebar by its text.
    static bool clickPlace(NavigationList *list, const QString &text)
    {
        const QList<QListWidgetItem *> found = list->findItems(text, Qt::MatchExactly);
        if (found.size() != 1)
            return false;
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier,
                          list->visualItemRect(found.first()).center());
        return true;
    }

    /// The button with that text or name that can be seen.
    static QAbstractButton *button(const QWidget *parent, const QString &name)
    {
        for (QAbstractButton *found : parent->findChildren<QAbstractButton *>()) {
            if (found->isVisible() && (found->accessibleName() == name || found->text() == name))
                return found;
        }
        return nullptr;
    }
    static bool press(const QWidget *parent, const QString &name)
    {
        QAbstractButton *found = button(parent, name);
        if (!found || !found->isEnabled())
            return false;
        QTest::mouseClick(found, Qt::LeftButton);
        return true;
    }

    /// The menu that is open.
    static QMenu *menu()
    {
        QMenu *open = nullptr;
        [&open] {
            QTRY_VERIFY((open = qobject_cast<QMenu *>(QApplication::activePopupWidget())) != nullptr);
        }();
        return open;
    }
    static QAction *action(const QMenu *menu, const QString &text)
    {
        for (QAction *found : menu->actions()) {
            if (found->text() == text)
                return found;
        }
        return nullptr;
    }
    /// Clicks an entry of the open menu.
    static bool choose(const QString &text)
    {
        QMenu *open = menu();
        QAction *found = open ? action(open, text) : nullptr;
        if (!found)
            return false;
        QTest::mouseClick(open, Qt::LeftButton, Qt::NoModifier, open->actionGeometry(found).center());
        return true;
    }

    QSettings settings;
    MainWindow window;
    std::unique_ptr<Workspace> workspace;
};

} // namespace Leadline::Test

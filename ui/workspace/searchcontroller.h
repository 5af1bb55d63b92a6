// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "session.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace Leadline {

class MainWindow;
class RecordListPage;

/// A page whose rows the search box filters.
struct SearchTarget
{
    QPointer<QWidget> page; ///< takes the keyboard when the box is left downwards
    QString hint;           ///< what the empty box says
    std::function<QString()> text;
    std::function<void(const QString &)> setText;
};

/// The search box: what is typed filters the page in front at once; Enter asks Close, in its query language,
/// and shows the answer as a set of leads that can be left again. Smart Views are such sets too.
class SearchController : public QObject
{
    Q_OBJECT

public:
    /// None is owned; `leads` is where answers are shown.
    SearchController(Session &session, MainWindow &window, RecordListPage *leads, QObject *parent = nullptr);

    /// The page in front has changed: its text stands in the box.
    void setTarget(const SearchTarget &target);
    /// The page's text has changed by itself: shows it.
    void showText();
    void runSmartView(const SmartView &view);
    /// An answer that is still to come is not shown any more: the person went elsewhere.
    void forget() { ++m_asked; }

Q_SIGNALS:
    /// An answer is to be shown: the leads page comes to the front. \a viewId is the Smart View's, or blank.
    void answerReady(const QString &viewId);

private:
    /// Without taking it for something typed.
    void showInBox(const QString &text);
    void askClose(const QString &query);
    void takeAnswer(const QString &title, const QString &viewId, const Result<LeadSearchAnswer> &answer);

    Session &m_session;
    MainWindow &m_window;
    SearchTarget m_target;
    QPointer<RecordListPage> m_leads;
    bool m_isShowing = false;
    quint64 m_asked = 0; ///< an answer to an older question is passed over
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "searchcontroller.h"

#include "apierrortext.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "recordlistpage.h"
#include "searchbox.h"
#include "toolbar.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const QString SearchMessage = u"search"_s;

} // namespace

SearchController::SearchController(Session &session, MainWindow &window, RecordListPage *leads,
                                   QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_leads(leads)
{
    SearchBox *box = m_window.toolbar()->search();
    connect(box, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (m_target.page)
            m_target.setText(text);
    });
    // The button that clears the box edits nothing, so this tells of it.
    connect(box, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (m_target.page && text.isEmpty() && !m_isShowing)
            m_target.setText(text);
    });
    connect(box, &SearchBox::submitted, this, &SearchController::askClose);
    connect(box, &SearchBox::leftDownwards, this, [this] {
        if (m_target.page)
            m_target.page->setFocus(Qt::TabFocusReason);
    });
}

void SearchController::setTarget(const SearchTarget &target)
{
    m_target = target;
    showText();
    m_window.toolbar()->search()->setPlaceholderText(target.hint);
}

void SearchController::showText()
{
    showInBox(m_target.page ? m_target.text() : QString());
}

void SearchController::showInBox(const QString &text)
{
    // Not with its signals blocked: the box's own buttons follow them.
    m_isShowing = true;
    m_window.toolbar()->search()->setText(text);
    m_isShowing = false;
}

void SearchController::askClose(const QString &typed)
{
    const QString query = typed.trimmed();
    if (query.isEmpty())
        return;
    const quint64 asked = ++m_asked;
    m_session.searchLeads(query, this, [this, asked, query](const Result<LeadSearchAnswer> &answer) {
        if (asked == m_asked)
            takeAnswer(tr("From Close: %1").arg(query), QString(), answer);
    });
}

void SearchController::runSmartView(const SmartView &view)
{
    const quint64 asked = ++m_asked;
    m_session.runSmartView(view, this, [this, asked, view](const Result<LeadSearchAnswer> &answer) {
        if (asked == m_asked)
            takeAnswer(tr("Smart View: %1").arg(view.name), view.id, answer);
    });
}

void SearchController::takeAnswer(const QString &title, const QString &viewId,
                                  const Result<LeadSearchAnswer> &answer)
{
    if (!answer) {
        m_window.messageBar()->post(
            {.id = SearchMessage, .kind = MessageBar::Kind::Warning, .text = apiErrorText(answer.error())});
        return;
    }
    m_window.messageBar()->clear(SearchMessage);
    if (!m_leads)
        return;
    m_leads->showResult(title, answer->leadIds);
    showInBox(QString());
    if (answer->total && *answer->total > answer->leadIds.size()) {
        m_window.messageBar()->post({.id = SearchMessage,
                                     .text = tr("Close found %1 leads; the first %2 are shown.")
                                                 .arg(QLocale().toString(*answer->total),
                                                      QLocale().toString(answer->leadIds.size()))});
    }
    Q_EMIT answerReady(viewId);
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT

// What Workspace does with the list of what others changed.

#include "awaylog.h"
#include "awaymodel.h"
#include "awaypage.h"
#include "leadpage.h"
#include "leadview.h"
#include "mainwindow.h"
#include "searchcontroller.h"
#include "recordlistpage.h"
#include "sidebar.h"
#include "workspace.h"

using namespace Qt::StringLiterals;

namespace Leadline {

void Workspace::addAwayPage()
{
    m_away = new AwayPage(*m_session, m_clock);
    m_window.addPage(Sidebar::changesId(), m_away);
    connect(m_away, &AwayPage::openRequested, this, [this](const QString &leadId, const QString &recordId) {
        m_awayRecord = recordId;
        openLead(leadId);
    });
    connect(m_away, &AwayPage::countTextChanged, this, [this] {
        updateCountText();
        updateAwayFooter();
    });
    connect(m_window.sidebar(), &Sidebar::footerActivated, this, [this] { go(Sidebar::changesId()); });
    connect(m_leadPage->view(), &LeadView::leadShown, this, [this] {
        if (m_window.currentPage() == "lead"_L1)
            m_session->awayLog()->setLeadSeen(m_leadPage->view()->leadId());
    });
}

void Workspace::showAwayPage()
{
    m_list = nullptr;
    m_viewId.clear();
    m_isAway = true;
    m_window.showPage(Sidebar::changesId());
    m_window.setRecordPaneVisible(false);
    m_window.sidebar()->setActive(Sidebar::changesId());
    m_search->setTarget({.page = m_away,
                         .hint = tr("Filter the changes"),
                         .text = [this] { return m_away->searchText(); },
                         .setText = [this](const QString &text) { m_away->setSearchText(text); }});
    m_away->setFocus();
}

/// The quiet way to what changed: nothing where there is nothing.
void Workspace::updateAwayFooter()
{
    const int count = m_away->model()->unseenCount();
    const bool isInFront = m_window.currentPage() == Sidebar::changesId();
    const bool isKnown = !m_away->model()->sinceText().isEmpty();
    m_window.sidebar()->setFooter((count > 0 || isInFront) && isKnown ? m_away->model()->shortSinceText()
                                                                      : QString(),
                                  count == 0 ? QString() : QLocale().toString(count), m_away->countText());
    if (isInFront)
        m_window.sidebar()->setActive(Sidebar::changesId());
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "awaypage.h"

#include "awaydelegate.h"
#include "awaylog.h"
#include "awaymodel.h"
#include "button.h"
#include "elidedlabel.h"
#include "emptystate.h"
#include "itemroles.h"
#include "pageheader.h"
#include "searchtext.h"
#include "style.h"

#include <QKeyEvent>
#include <QListView>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Leadline {

AwayPage::AwayPage(Session &session, std::function<QDateTime()> clock, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_now(std::move(clock))
    , m_model(new AwayModel(session.awayLog(), this))
    , m_header(new PageHeader(tr("Since you last looked"), this))
    , m_allSeen(new Button(tr("Mark All as Seen"), this))
    , m_list(new QListView(this))
    , m_more(new ElidedLabel(QString(), this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    auto *filled = new QWidget(this);
    auto *filledColumn = new QVBoxLayout(filled);
    filledColumn->setContentsMargins(0, 0, 0, 0);
    filledColumn->setSpacing(0);
    filledColumn->addWidget(m_list, 1);
    filledColumn->addWidget(m_more);
    m_stack->addWidget(filled);
    m_stack->addWidget(m_empty);
    m_more->setContentsMargins(44, 8, 16, 8);
    setTextRole(m_more, TextRole::Secondary);
    QSizePolicy policy = m_allSeen->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the title stays where it is
    m_allSeen->setSizePolicy(policy);
    m_header->addEnd(m_allSeen);
    connect(m_allSeen, &Button::clicked, this, &AwayPage::setAllSeen);
    setUpList();
    connect(m_model, &AwayModel::countsChanged, this, &AwayPage::updateState);
    connect(&m_session, &Session::schemaChanged, this, &AwayPage::updateFormatter);
    connect(&m_session, &Session::syncStateChanged, this, &AwayPage::updateState);
    m_clock.setInterval(60000);
    connect(&m_clock, &QTimer::timeout, this, &AwayPage::updateFormatter);
    m_clock.start();
    updateFormatter();
}

void AwayPage::setUpList()
{
    m_list->setAccessibleName(tr("Since you last looked"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->setItemDelegate(new AwayDelegate(m_model, m_list));
    m_list->setModel(m_model);
    m_list->installEventFilter(this);
    setFocusProxy(m_list);
    connect(m_list, &QAbstractItemView::doubleClicked, this, &AwayPage::open);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_currentId = m_list->currentIndex().data(RecordIdRole).toString(); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        applySearch();
        if (const int row = m_model->rowOf(m_currentId); row >= 0)
            m_list->setCurrentIndex(m_model->index(row));
    });
    connect(m_model, &QAbstractItemModel::dataChanged, m_list, &QAbstractItemView::doItemsLayout);
}

void AwayPage::updateFormatter()
{
    m_model->setFormatter(CellFormatter(m_session.directory(), m_session.leads()->locale(), m_now));
    updateState();
}

QString AwayPage::currentLeadId() const
{
    return m_list->currentIndex().data(LeadIdRole).toString();
}

QString AwayPage::countText() const
{
    const int count = m_model->unseenCount();
    return count == 0 ? QString() : tr("%n change(s)", nullptr, count);
}

void AwayPage::updateState()
{
    const QString since = m_model->sinceText();
    const bool isEmpty = m_model->rowCount() == 0;
    m_header->setCountText(
        countText().isEmpty() || since.isEmpty() ? QString() : tr("%1 since %2").arg(countText(), since));
    m_allSeen->setVisible(!isEmpty);
    const int dropped = int(qMin<qint64>(m_model->droppedCount(), std::numeric_limits<int>::max()));
    m_more->setText(tr("and %Ln more that are older", nullptr, dropped));
    m_more->setVisible(dropped > 0);
    if (since.isEmpty())
        m_empty->setContent(tr("Nothing to compare with yet."),
                            tr("After the first loading, others' changes are listed here."));
    else
        m_empty->setContent(tr("Nothing new since %1.").arg(since),
                            tr("What others change while you are away is listed here."));
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    Q_EMIT countTextChanged();
}

void AwayPage::setSearchText(const QString &text)
{
    m_searchText = text;
    applySearch();
}

void AwayPage::applySearch()
{
    const QList<QByteArray> words = foldedForSearch(m_searchText).split(' ');
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QByteArray text = foldedForSearch(m_model->index(row).data(Qt::AccessibleTextRole).toString());
        const bool isMatch = std::all_of(words.begin(), words.end(),
                                         [&](const QByteArray &word) { return text.contains(word); });
        m_list->setRowHidden(row, !isMatch);
    }
}

void AwayPage::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString id = index.data(RecordIdRole).toString();
    const QString leadId = index.data(LeadIdRole).toString();
    m_session.awayLog()->setSeen(id, true);
    if (!leadId.isEmpty())
        Q_EMIT openRequested(leadId, id);
}

void AwayPage::toggleSeen(const QModelIndex &index)
{
    if (index.isValid())
        m_session.awayLog()->setSeen(index.data(RecordIdRole).toString(),
                                     !m_model->entryAt(index.row()).isSeen);
}

void AwayPage::setAllSeen()
{
    m_session.awayLog()->setAllSeen();
}

bool AwayPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            open(m_list->currentIndex());
            return true;
        }
        if (key->key() == Qt::Key_Space) {
            if (key->modifiers() == Qt::ShiftModifier)
                setAllSeen();
            else
                toggleSeen(m_list->currentIndex());
            return true;
        }
    }
    if (watched == m_list && event->type() == QEvent::FocusIn && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    return QWidget::eventFilter(watched, event);
}

} // namespace Leadline

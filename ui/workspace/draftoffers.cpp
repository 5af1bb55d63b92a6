// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "draftoffers.h"

#include "draftkeeper.h"
#include "drafttext.h"
#include "formopener.h"
#include "mainwindow.h"
#include "messagebar.h"
#include "statusstrip.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

const QString OfferMessage = u"drafts"_s;

/// What a menu shows of it: an ampersand would become a key.
QString menuText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

DraftOffers::DraftOffers(FormOpener &forms, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_forms(forms)
    , m_window(window)
    , m_context(forms.context())
{
    const DraftKeeper *keeper = m_context.session->drafts();
    connect(keeper, &DraftKeeper::changed, this, &DraftOffers::updateStrip);
    connect(m_window.statusStrip(), &StatusStrip::draftsRequested, this, &DraftOffers::popupMenu);
    connect(keeper, &DraftKeeper::loaded, this, &DraftOffers::offerAll);
    updateStrip();
    offerAll();
}

/// Those that can be gone on with now. A read-only run changes nothing, so that it leaves them where they
/// are.
QList<KeptDraft> DraftOffers::offered() const
{
    if (!m_context.session || m_context.session->isReadOnly())
        return {};
    return m_context.session->drafts()->unattended();
}

void DraftOffers::offerAll()
{
    const QList<KeptDraft> drafts = offered();
    if (drafts.isEmpty())
        return;
    MessageBar::Message message{.id = OfferMessage, .text = {}};
    m_shownFor = drafts.size() == 1 ? drafts.first().id : QString();
    if (drafts.size() == 1) {
        const KeptDraft draft = drafts.first();
        const QString text = draft.attempt ? tr("%1 from %2 was sent, and no answer came.")
                                           : tr("%1 from %2 is not finished.");
        message.text = text.arg(draftTitle(draft, m_context), draftTime(draft, m_context));
        message.actions = {
            {draft.attempt ? tr("Look in Close") : tr("Continue"), [this, id = draft.id] { goOn(id); }},
            {tr("Discard"), [this, draft] { discard(draft); }}};
    } else {
        message.text = tr("%n draft(s) are kept, the last from %1.", nullptr, int(drafts.size()))
                           .arg(draftTime(drafts.last(), m_context));
        message.actions = {{tr("Show"), [this] {
                                const StatusStrip *strip = m_window.statusStrip();
                                popupMenu(strip->mapToGlobal(strip->rect().topRight()));
                            }}};
    }
    m_window.messageBar()->post(message);
}

void DraftOffers::updateStrip()
{
    const QList<KeptDraft> drafts = offered();
    const qsizetype count = drafts.size();
    const bool isGone = std::none_of(drafts.begin(), drafts.end(),
                                     [this](const KeptDraft &draft) { return draft.id == m_shownFor; });
    if (count == 0 || (isGone && !m_shownFor.isEmpty())) {
        m_window.messageBar()->clear(OfferMessage);
        m_shownFor.clear();
    }
    m_window.statusStrip()->setDraftsText(count == 0 ? QString() : tr("%n draft(s)", nullptr, int(count)));
}

void DraftOffers::popupMenu(const QPoint &position)
{
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QList<KeptDraft> drafts = offered();
    // The last one first.
    for (auto draft = drafts.crbegin(); draft != drafts.crend(); ++draft) {
        QAction *action = menu->addAction(
            menuText(tr("%1 – %2").arg(draftTitle(*draft, m_context), draftTime(*draft, m_context))));
        connect(action, &QAction::triggered, this, [this, id = draft->id] { goOn(id); });
    }
    // Above the strip, and not beyond the window.
    constexpr int Margin = 8;
    const QSize size = menu->sizeHint();
    const int right = m_window.mapToGlobal(QPoint(m_window.width(), 0)).x() - size.width() - Margin;
    menu->popup(QPoint(qMin(position.x(), right), position.y() - size.height()));
}

void DraftOffers::goOn(const QString &id)
{
    const KeptDraft *draft = m_context.session ? m_context.session->drafts()->find(id) : nullptr;
    if (!draft)
        return;
    m_window.messageBar()->clear(OfferMessage);
    if (draft->isForm())
        m_forms.continueDraft(id);
    else
        Q_EMIT composeRequested(composerKeyOf(*draft));
}

/// Not for good: somebody may have meant another one.
void DraftOffers::discard(const KeptDraft &draft)
{
    if (!m_context.session)
        return;
    m_context.session->drafts()->remove(draft.id);
    m_window.messageBar()->post({.id = u"draft-discarded"_s,
                                 .text = tr("%1 was discarded.").arg(draftTitle(draft, m_context)),
                                 .actions = {{tr("Undo"), [this, draft] {
                                                  if (m_context.session)
                                                      m_context.session->drafts()->keep(draft);
                                              }}}});
}

} // namespace Leadline

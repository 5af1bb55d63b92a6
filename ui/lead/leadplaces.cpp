// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "contactcard.h"
#include "desktoplink.h"
#include "detailrow.h"
#include "elidedlabel.h"
#include "leadbody.h"
#include "leadinlineedit.h"

#include <QStyle>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int PlaceHeight = 32;
/// A field begins this much before the text it replaces, so that the text moves as little as can be.
constexpr int PlaceOverhang = 8;
constexpr int PlaceLine = 20;

} // namespace

/// The values in the order the page reads, whether they can be edited or not.
QList<ValuePlace> LeadBody::places() const
{
    QList<ValuePlace> places;
    const QString &leadId = m_content.lead.id;
    // From where the value begins to where \a within ends, around its first line.
    const auto room = [this](QWidget *shown, const QWidget *within, int line) {
        const QRect place(shown->mapTo(this, QPoint()), shown->size());
        const QRect whole(within->mapTo(this, QPoint()), within->size());
        QRect field = place;
        field.setTop(place.top() + (line - PlaceHeight) / 2);
        field.setHeight(PlaceHeight);
        if (layoutDirection() == Qt::RightToLeft) {
            field.setLeft(whole.left());
            field.setRight(place.right() + PlaceOverhang);
        } else {
            field.setLeft(place.left() - PlaceOverhang);
            field.setRight(whole.right());
        }
        return field;
    };
    places.append({RecordKind::Lead, leadId, u"name"_s, m_name, room(m_name, this, m_name->height())});
    if (!m_website->isHidden())
        places.append(
            {RecordKind::Lead, leadId, u"url"_s, m_website, room(m_website, this, m_website->height())});
    for (const DetailRow *row : m_detailRows) {
        if (!row->isHidden() && !row->key().isEmpty())
            places.append(
                {RecordKind::Lead, leadId, row->key(), row->shown(), room(row->shown(), row, PlaceLine)});
    }
    for (const ContactCard *card : m_contactCards) {
        if (card->isHidden())
            continue;
        for (const auto &[key, shown, within] : card->parts())
            places.append({RecordKind::Contact, card->contactId(), key, shown,
                           within.translated(card->mapTo(this, QPoint()))});
    }
    for (OpportunityCard *card : m_opportunityCards) {
        if (card->isHidden())
            continue;
        for (const auto &[key, within] : card->parts())
            places.append({RecordKind::Opportunity, card->opportunityId(), key, card,
                           within.translated(card->mapTo(this, QPoint()))});
    }
    return places;
}

} // namespace Leadline

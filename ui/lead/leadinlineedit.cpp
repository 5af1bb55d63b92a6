// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadinlineedit.h"

#include "inlinefield.h"
#include "leadbody.h"
#include "messagebar.h"
#include "opportunitycard.h"
#include "session.h"
#include "style.h"
#include "textblock.h"
#include "tokens.h"

#include <QAction>
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleHints>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Hides the lines of a value that a field of one line does not cover.
class Cover : public QWidget
{
public:
    explicit Cover(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), Tokens::of(palette()).surface);
    }
};

/// Whether \a shown has no use for clicks of its own: they edit what it says.
bool isLabel(const QWidget *shown)
{
    return qobject_cast<const QLabel *>(shown) != nullptr;
}

} // namespace

/// Around a value that can be edited: pointed at, a quiet box where the field will be; with the keyboard, the
/// ring.
class LeadInlineEdit::Frame : public QWidget
{
public:
    explicit Frame(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

    void showAround(const QRect &room, bool hasFocus)
    {
        m_hasFocus = hasFocus;
        setGeometry(room);
        show();
        raise();
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens t = Tokens::of(palette());
        if (m_hasFocus)
            paintFocusRing(&painter, rect(), 6, t.accent);
        else
            paintBox(&painter, rect(), 6, QColor(), t.line);
    }

private:
    bool m_hasFocus = false;
};

LeadInlineEdit::LeadInlineEdit(LeadBody *body)
    : QObject(body)
    , m_body(body)
    , m_layer(body->parentWidget() ? body->parentWidget() : body)
    , m_frame(new Frame(m_layer))
{
    body->installEventFilter(this);
}

void LeadInlineEdit::setContext(const FormContext &context)
{
    m_context = context;
}

bool LeadInlineEdit::mayWrite() const
{
    return m_context.session && !m_context.session->isReadOnly();
}

void LeadInlineEdit::setContent(const LeadContent &content, const SchemaPointer &schema)
{
    m_content = content;
    m_schema = schema;
    m_places = editablePlaces();
    watch();
    place();
    // Rows that are new have their places when they have been laid out.
    QTimer::singleShot(0, this, &LeadInlineEdit::place);
}

const FieldList &LeadInlineEdit::fieldsOf(RecordKind kind) const
{
    switch (kind) {
    case RecordKind::Contact:
        return m_schema->contacts.list();
    case RecordKind::Opportunity:
        return m_schema->opportunities.list();
    default:
        return m_schema->leads.list();
    }
}

QVariantMap LeadInlineEdit::valuesOf(const ValuePlace &place) const
{
    QVariantMap values;
    if (place.kind == RecordKind::Lead)
        values = m_content.values;
    for (const Contact &contact : m_content.lead.contacts) {
        if (place.kind == RecordKind::Contact && contact.id == place.id)
            values = m_schema->contacts.values(contact);
    }
    for (const Opportunity &opportunity : m_content.lead.opportunities) {
        if (place.kind != RecordKind::Opportunity || opportunity.id != place.id)
            continue;
        values = m_schema->opportunities.values(opportunity);
        if (!values.contains(u"pipeline_id"_s))
            values.insert(u"pipeline_id"_s, m_schema->directory.pipelineOf(opportunity.statusId));
    }
    values.insert(u"lead_id"_s, m_content.lead.id);
    return values;
}

QList<ValuePlace> LeadInlineEdit::editablePlaces() const
{
    QList<ValuePlace> places;
    // Of a lead that is not read whole it is not known what a field holds.
    if (!mayWrite() || !m_content.isWhole)
        return places;
    for (const ValuePlace &each : m_body->places()) {
        const Field *field = fieldsOf(each.kind).find(each.key);
        if (!field || !InlineField::isEditable(*field))
            continue;
        places.append(each);
        places.last().room.moveTopLeft(m_body->mapTo(m_layer, each.room.topLeft()));
    }
    return places;
}

const ValuePlace *LeadInlineEdit::placeShownBy(const QObject *widget) const
{
    const auto found = std::find_if(m_places.begin(), m_places.end(),
                                    [widget](const ValuePlace &each) { return each.shown == widget; });
    return widget && found != m_places.end() ? &*found : nullptr;
}

bool LeadInlineEdit::begin()
{
    m_places = editablePlaces();
    for (QWidget *at = m_body->window()->focusWidget(); at && m_body->isAncestorOf(at);
         at = at->parentWidget()) {
        const auto near = std::find_if(m_places.cbegin(), m_places.cend(), [at](const ValuePlace &each) {
            return each.shown == at || at->isAncestorOf(each.shown);
        });
        if (near != m_places.cend()) {
            open(ValuePlace(*near));
            return true;
        }
    }
    if (!m_places.isEmpty())
        open(ValuePlace(m_places.first()));
    return !m_places.isEmpty();
}

void LeadInlineEdit::open(const ValuePlace &place)
{
    for (const Open &each : std::as_const(m_open)) {
        if (each.place.isOf(place)) {
            each.field->begin();
            Q_EMIT revealRequested(each.field);
            return;
        }
    }
    const Field *field = fieldsOf(place.kind).find(place.key);
    auto *cover = new Cover(m_layer);
    auto *editor = new InlineField(m_context, {place.kind, place.id, *field, valuesOf(place)}, m_layer);
    m_open.append({place, editor, cover});
    editor->installEventFilter(this);
    connect(editor, &InlineField::finished, this, [this, editor] { close(editor); });
    connect(editor, &InlineField::released, this, [this, place] { focusShown(place); });
    connect(editor, &InlineField::saved, this, &LeadInlineEdit::saved);
    connect(editor, &InlineField::advanced, this, [this, place](int step) { advance(place, step); });
    placeOver(m_open.last(), place);
    cover->show();
    editor->show();
    editor->begin();
    updateFrame();
    Q_EMIT revealRequested(editor);
}

void LeadInlineEdit::close(InlineField *field)
{
    const auto at =
        std::find_if(m_open.begin(), m_open.end(), [field](const Open &each) { return each.field == field; });
    if (at == m_open.end())
        return;
    const Open closed = *at;
    m_open.erase(at);
    field->abandon();
    const bool hadFocus = field->isAncestorOf(m_body->window()->focusWidget());
    // Before it goes, so that the keyboard does not stray to whatever comes next.
    if (hadFocus)
        focusShown(closed.place);
    for (QWidget *gone : {static_cast<QWidget *>(field), closed.cover}) {
        gone->hide();
        gone->deleteLater();
    }
    updateFrame();
}

void LeadInlineEdit::leave()
{
    const QList<Open> left = m_open;
    for (const Open &each : left) {
        if (!each.field->commit())
            tellLost(each);
        close(each.field);
    }
    m_frame->hide();
}

void LeadInlineEdit::advance(const ValuePlace &from, int step)
{
    m_places = editablePlaces();
    const auto at = std::find_if(m_places.cbegin(), m_places.cend(),
                                 [&from](const ValuePlace &each) { return each.isOf(from); });
    const qsizetype next = at == m_places.cend() ? -1 : at - m_places.cbegin() + step;
    if (next >= 0 && next < m_places.size())
        open(ValuePlace(m_places.at(next)));
    else
        focusShown(from);
}

void LeadInlineEdit::focusShown(const ValuePlace &place)
{
    for (const ValuePlace &each : m_body->places()) {
        if (each.isOf(place)) {
            each.shown->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

/// What shows a value tells when it is pointed at or clicked, and its menu offers to edit.
void LeadInlineEdit::watch()
{
    for (const ValuePlace &each : std::as_const(m_places)) {
        QWidget *shown = each.shown;
        if (m_watched.contains(shown) || qobject_cast<OpportunityCard *>(shown))
            continue;
        shown->installEventFilter(this);
        auto *action = new QAction(tr("Edit") + u"\tF2"_s, shown);
        shown->addAction(action);
        m_watched.insert(shown, action);
        connect(action, &QAction::triggered, this, [this, shown] {
            if (const ValuePlace *place = placeShownBy(shown))
                open(ValuePlace(*place));
        });
    }
    for (auto each = m_watched.cbegin(); each != m_watched.cend(); ++each) {
        QWidget *shown = each.key();
        const bool isOffered = placeShownBy(shown) != nullptr;
        each.value()->setVisible(isOffered);
        if (!isLabel(shown))
            continue;
        if (isOffered || qobject_cast<TextBlock *>(shown))
            shown->setCursor(Qt::IBeamCursor);
        else
            shown->unsetCursor();
    }
}

/// Each field over its value. A value that has gone takes its field along; what was typed is told.
void LeadInlineEdit::place()
{
    if (m_open.isEmpty() && m_frame->isHidden())
        return;
    m_places = editablePlaces();
    // Held on to: a field that is given another size calls this anew.
    const QList<ValuePlace> places = m_places;
    const QList<Open> all = m_open;
    for (const Open &each : all) {
        const auto found = std::find_if(places.cbegin(), places.cend(),
                                        [&each](const ValuePlace &known) { return known.isOf(each.place); });
        if (found != places.cend()) {
            placeOver(each, *found);
            continue;
        }
        if (!each.field->isSaving())
            tellLost(each);
        close(each.field);
    }
    updateFrame();
}

void LeadInlineEdit::placeOver(const Open &open, const ValuePlace &place)
{
    QRect room = place.room;
    room.setHeight(qMax(room.height(), open.field->sizeHint().height()));
    open.field->setGeometry(room);
    const QRect shown(place.shown->mapTo(m_layer, QPoint()), place.shown->size());
    open.cover->setGeometry(isLabel(place.shown) ? shown : QRect());
    open.cover->raise();
    open.field->raise();
}

void LeadInlineEdit::tellLost(const Open &open)
{
    if (m_context.messages && !open.field->typedText().isEmpty())
        m_context.messages->post({u"inline"_s, MessageBar::Kind::Warning,
                                  tr("%1 was not changed. You had typed: %2")
                                      .arg(open.field->target().field.title, open.field->typedText())});
}

void LeadInlineEdit::updateFrame()
{
    const QWidget *focus = m_body->window()->focusWidget();
    const ValuePlace *focused =
        m_hasKeyboard && focus && isLabel(focus) && focus->hasFocus() ? placeShownBy(focus) : nullptr;
    const ValuePlace *place = focused ? focused : placeShownBy(m_hovered);
    const bool isOpen = place && std::any_of(m_open.cbegin(), m_open.cend(),
                                             [place](const Open &each) { return each.place.isOf(*place); });
    if (place && isLabel(place->shown) && !isOpen)
        m_frame->showAround(place->room, focused != nullptr);
    else
        m_frame->hide();
}

/// A click, not the end of marking text.
bool LeadInlineEdit::isClick(const QWidget *shown, const QMouseEvent &event) const
{
    const auto *block = qobject_cast<const TextBlock *>(shown);
    const int far = QGuiApplication::styleHints()->startDragDistance();
    return event.button() == Qt::LeftButton && shown->rect().contains(event.pos()) &&
           (event.pos() - m_pressedAt).manhattanLength() < far &&
           !(block && !block->selectedText().isEmpty());
}

bool LeadInlineEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_body || qobject_cast<InlineField *>(watched)) {
        // A field of several lines grows with them.
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
            place();
        return QObject::eventFilter(watched, event);
    }
    auto *shown = static_cast<QWidget *>(watched);
    switch (event->type()) {
    case QEvent::Enter:
        m_places = editablePlaces();
        m_hovered = shown;
        updateFrame();
        break;
    case QEvent::Leave:
        m_hovered = nullptr;
        updateFrame();
        break;
    case QEvent::FocusIn:
        m_hasKeyboard = static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason;
        [[fallthrough]];
    case QEvent::FocusOut:
        // Only then it has the focus, or another one has it.
        QTimer::singleShot(0, this, &LeadInlineEdit::updateFrame);
        break;
    case QEvent::MouseButtonPress:
        m_pressedAt = static_cast<QMouseEvent *>(event)->pos();
        break;
    case QEvent::MouseButtonRelease:
        if (const ValuePlace *place = placeShownBy(shown);
            place && isLabel(shown) && isClick(shown, *static_cast<QMouseEvent *>(event))) {
            open(ValuePlace(*place));
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (const int key = static_cast<QKeyEvent *>(event)->key();
            isLabel(shown) && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            if (const ValuePlace *place = placeShownBy(shown)) {
                open(ValuePlace(*place));
                return true;
            }
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Leadline

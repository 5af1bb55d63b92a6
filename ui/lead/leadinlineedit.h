// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "leadcontent.h"
#include "recordkind.h"

#include <QHash>
#include <QPoint>
#include <QPointer>
#include <QRect>

class QAction;
class QMouseEvent;

namespace Leadline {

class InlineField;
class LeadBody;

/// A value that is shown on a lead's pane or page, and where its field goes when it is edited there.
struct ValuePlace
{
    RecordKind kind = RecordKind::Lead;
    QString id{};
    QString key{};
    QWidget *shown = nullptr; ///< what shows it; several values may be shown by one widget
    QRect room{};             ///< in the coordinates of the LeadBody

    bool isOf(const ValuePlace &other) const
    {
        return kind == other.kind && id == other.id && key == other.key;
    }
};

/// Editing where a lead shows its values: F2 or a click, Tab from one to the next. Fields follow their values
/// while what is around them changes.
class LeadInlineEdit : public QObject
{
    Q_OBJECT

public:
    /// \a body is what holds the values; it owns this.
    explicit LeadInlineEdit(LeadBody *body);

    /// What it takes to save; without it nothing can be edited.
    void setContext(const FormContext &context);
    /// What the body shows now.
    void setContent(const LeadContent &content, const SchemaPointer &schema);
    /// Whether anything can be changed in this run.
    bool mayWrite() const;

    /// Edits the value that has the focus or the first one beside it, else the first one of all. False when
    /// there is none.
    bool begin();
    /// Sends what stands in open fields, as another lead is shown next.
    void leave();

Q_SIGNALS:
    void saved(Leadline::RecordKind kind, const QString &id);
    /// \a field is to be brought into sight.
    void revealRequested(QWidget *field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Frame;
    struct Open
    {
        ValuePlace place;
        InlineField *field = nullptr;
        QWidget *cover = nullptr; ///< over the further lines of what is edited; owned by the layer
    };

    const FieldList &fieldsOf(RecordKind kind) const;
    QVariantMap valuesOf(const ValuePlace &place) const;
    QList<ValuePlace> editablePlaces() const;
    const ValuePlace *placeShownBy(const QObject *widget) const;
    void open(const ValuePlace &place);
    void close(InlineField *field);
    void advance(const ValuePlace &from, int step);
    void focusShown(const ValuePlace &place);
    void watch();
    void place();
    void placeOver(const Open &open, const ValuePlace &place);
    void tellLost(const Open &open);
    void updateFrame();
    bool isClick(const QWidget *shown, const QMouseEvent &event) const;

    LeadBody *m_body;
    QWidget *m_layer; ///< around the body: fields reach beyond its edges
    FormContext m_context;
    LeadContent m_content;
    SchemaPointer m_schema;
    QList<ValuePlace> m_places; ///< what can be edited, as the page reads
    QList<Open> m_open;
    QHash<QWidget *, QAction *> m_watched; ///< and what their menu offers
    Frame *m_frame;
    QPointer<QWidget> m_hovered;
    QPoint m_pressedAt;
    bool m_hasKeyboard = false; ///< what has the focus got it otherwise than by a click
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "field.h"
#include "formcontext.h"

#include <QWidget>

namespace Leadline {

/// What is wrong with a field, in a sentence; blank when nothing is.
struct FieldProblem
{
    QString text{};
    int entry = -1; ///< which entry of a list; -1 for the field as a whole
    QString part{}; ///< which part of the entry, as Close calls it ("country"); blank for all of it

    explicit operator bool() const { return !text.isEmpty(); }
};

/// The editor of one field, whatever its type. Its focus proxy is the control that a label leads to and a
/// screen reader names.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    FieldEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);

    const Field &field() const { return m_field; }
    /// As FieldType describes it; invalid for no value. What was put in and not edited comes out the same.
    virtual QVariant value() const = 0;
    /// Sends no changed().
    virtual void setValue(const QVariant &value) = 0;
    /// What stands here and value() cannot tell, such as a half-typed amount; blank when there is nothing such.
    virtual QString unreadText() const { return {}; }
    bool isUnread() const { return !unreadText().isEmpty(); }
    /// What a person typed before, out of a draft: unlike what setValue() is given, it is judged as typed here.
    virtual void restore(const QVariant &typed) { setValue(typed); }
    /// What unreadText() gave.
    virtual void restoreText(const QString &) {}
    /// What is wrong with what was typed, required or not.
    virtual FieldProblem problem() const { return {}; }
    /// problem(), and what is missing from a required field.
    FieldProblem validate() const;
    /// Frames the controls that \a problem is about; an empty problem takes every mark away.
    virtual void mark(const FieldProblem &problem);
    virtual void focusEntry(int entry);
    /// The entry of the list that stands at \a sent in the request, where blank ones are left out.
    virtual int entryOfSent(int sent) const { return sent; }
    /// Puts what was typed in its final form ("https://", the period of "900/mo"), as leaving the field does.
    virtual void commit() {}
    /// Adds \a text to a list as an entry of its own, unless it is there.
    virtual void takeText(const QString &text);
    /// Takes the entry \a text out again, as another field has it now.
    virtual void giveAway(const QString &text);
    /// Adds a blank entry to a list and goes there; nothing for other fields.
    virtual void addEntry() {}
    /// Another field of the same form has this value now.
    virtual void takeSibling(const QString &key, const QVariant &value);
    /// Whether the editor is several lines, beside whose first one the label stands.
    virtual bool isTall() const { return false; }
    /// What the control is called, and what further controls make of it ("Contact email type").
    virtual void setAccessibleNames(const QString &name);
    virtual void setReadOnly(bool readOnly);

Q_SIGNALS:
    void changed();
    /// The keyboard went elsewhere: the time to say what is wrong.
    void left();
    /// Another control is the first one now: labels have to lead there.
    void controlChanged();
    /// What was typed belongs in a field of that type: a phone number in the box for e-mail addresses.
    void misplaced(const QString &text, Leadline::FieldType belongs);
    /// What was typed also tells the value of another field: "900/mo" the period.
    void proposed(const QString &key, const QVariant &value);

protected:
    /// \a control is the whole editor: laid out, watched, and what has the focus.
    void setControl(QWidget *control);
    /// Sends left() when \a control loses the keyboard to anything but a popup.
    void watch(QWidget *control);
    bool eventFilter(QObject *watched, QEvent *event) override;

    const FormContext &context() const { return m_context; }

private:
    Field m_field;
    FormContext m_context;
};

/// The editor for \a field; null for fields that are never shown (Hidden, Id).
FieldEditor *createFieldEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);
/// What shows \a field where the person may not edit it: readable, and its link opens, but nothing can be
/// typed.
FieldEditor *createShownEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);

/// Sets or clears the frame in the bad colour.
void setInvalid(QWidget *control, bool invalid);

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldeditor.h"
#include "fieldtable.h"
#include "keptdraft.h"

#include <QMap>
#include <QSet>

#include <functional>

class QVBoxLayout;

namespace Leadline {

class FormRow;

/// Whether a form with that \a use, Creatable or Editable, shows a custom field: a new record has nothing to
/// show in one that cannot be filled in.
bool isShownInForm(const Field &field, FieldFlag use);

/// The rows of one record, made from its field table: an editor per field, with label, unit, help and errors.
class RecordForm : public QWidget
{
    Q_OBJECT

public:
    /// \a keys are the fields to show, in this order; unknown and never shown ones are passed over. Fields
    /// whose amount has a period show it beside the amount. A custom field without \a use, which is Creatable
    /// or Editable, is shown and cannot be edited.
    RecordForm(const FormContext &context, const FieldList &fields, const QStringList &keys, FieldFlag use,
               QWidget *parent = nullptr);

    /// What the record holds; the form shows it and measures edits against it.
    void setBase(const QVariantMap &values);
    QVariantMap base() const { return m_base; }
    /// The record has changed elsewhere: fields nobody has edited here follow. The others keep what they
    /// began with, so that saving tells whether both sides changed the same.
    void rebase(const QVariantMap &values);
    /// What editors choose by that is no field of this record: the lead whose contacts a lead's own field
    /// names.
    void setGiven(const QString &key, const QVariant &value);
    /// Values a new record begins with; they are part of the base, so that they alone are no edit.
    void setValue(const QString &key, const QVariant &value);

    /// Fills fields in as if a person had typed it; hidden ones that get a value are shown.
    void fill(const QVariantMap &values);

    /// What was typed, to be kept.
    KeptDraft::Part draft() const;
    /// Puts back what draft() gave, also in another run. Answers with what no field here takes any more.
    QVariantMap restore(const KeptDraft::Part &part);

    /// The base with what was edited; blank values are left out.
    QVariantMap values() const;
    QVariant value(const QString &key) const;
    QStringList dirtyKeys() const;
    bool isDirty() const { return !dirtyKeys().isEmpty(); }

    /// A rule over several fields: \a rule is asked when the field \a key is left and before saving, and
    /// answers what is wrong with it, or nothing.
    void setRule(const QString &key, std::function<QString()> rule);
    /// Shows what is wrong with every field; false, and the first one in focus, when something is.
    bool validate();
    /// Brings every field's text in its final form; before values() when something is sent.
    void commit();
    /// Marks the fields that a 400 names, goes to the first, and gives back what no field here is meant by.
    QMap<QString, QString> setErrors(const QMap<QString, QString> &errors);
    void clearErrors();
    QString error(const QString &key) const;

    FieldEditor *editor(const QString &key) const;
    FormRow *row(const QString &key) const;
    bool has(const QString &key) const { return m_rows.contains(key); }
    /// Shows or hides a field; a hidden one keeps its value.
    void setFieldVisible(const QString &key, bool visible);
    void setReadOnly(bool readOnly);
    /// From here on the field is shown and cannot be edited.
    void lock(const QString &key);
    /// Gives each label a letter of its own that is not in \a taken, and adds it there.
    void assignMnemonics(QString *taken);
    void focusFirst();
    /// "Contact 2: Email" instead of "Contact email", where a form has several of one kind.
    void setAccessiblePrefix(const QString &prefix);

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        FieldEditor *editor = nullptr;
        FormRow *row = nullptr; ///< null for an editor beside another one
        QString host{};         ///< the field it stands beside
        bool isFixed = false;   ///< shown, never edited
    };

    void addField(const Field &field);
    void fieldChanged(const QString &key);
    void moveText(const QString &from, const QString &text, FieldType belongs);
    void check(const QString &key);
    QString brokenRule(const QString &key) const;
    void show(const QString &key, const FieldProblem &problem);
    bool isDirty(const QString &key) const;

    FormContext m_context;
    FieldList m_fields;
    FieldFlag m_use;
    QVariantMap m_base;
    QVariantMap m_given;
    QMap<QString, std::function<QString()>> m_rules;
    QSet<QString> m_broken; ///< fields that a rule of theirs is shown for
    QMap<QString, Row> m_rows;
    QStringList m_order;
    QVBoxLayout *m_column;
};

} // namespace Leadline

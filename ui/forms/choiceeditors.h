// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldeditor.h"

#include <optional>

class QMenu;

namespace Leadline {

class ChoiceBox;
enum class Tone;

/// One thing to choose: its id or word, and what a person reads.
struct ChoiceItem
{
    QString id;
    QString text;
    std::optional<Tone> tone{}; ///< of statuses
};

/// What can be chosen in \a field. \a siblings are other fields of the form: the pipeline whose statuses, the
/// lead whose contacts are asked for.
QList<ChoiceItem> choicesOf(const Field &field, const FormContext &context, const QVariantMap &siblings);

/// One of several: choices, statuses as pills, pipelines, users, a lead's contacts.
class ChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void takeSibling(const QString &key, const QVariant &value) override;

private:
    void fill(const QString &id);
    bool offersNone() const;

    ChoiceBox *m_box;
    QVariantMap m_siblings;
};

/// Any number of several: a menu of check boxes below a field that names the chosen ones.
class ChoicesEditor : public FieldEditor
{
    Q_OBJECT

public:
    ChoicesEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void takeSibling(const QString &key, const QVariant &value) override;

private:
    class Box;

    QList<ChoiceItem> items() const;
    void showMenu();
    void choose(const QString &id, bool on);
    void updateText();

    Box *m_box;
    QVariantMap m_siblings;
    QStringList m_chosen;
};

} // namespace Leadline

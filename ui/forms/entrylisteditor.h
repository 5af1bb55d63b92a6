// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldeditor.h"

#include <memory>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace Leadline {

class ChoiceBox;

/// A contact's e-mail addresses, phone numbers or web addresses: a line each, with its type.
/// Alt+Insert adds one, Ctrl+Delete removes the one with the keyboard, Alt+Up and Alt+Down move it.
class EntryListEditor : public FieldEditor
{
    Q_OBJECT

public:
    EntryListEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);
    ~EntryListEditor() override;

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void restore(const QVariant &typed) override;
    FieldProblem problem() const override;
    /// What is no entry of this list by its looks goes to the one it belongs in.
    void commit() override;
    void takeText(const QString &text) override;
    void giveAway(const QString &text) override;
    void mark(const FieldProblem &problem) override;
    void focusEntry(int entry) override;
    int entryOfSent(int sent) const override;
    void addEntry() override;
    bool isTall() const override { return true; }
    void setAccessibleNames(const QString &name) override;
    void setReadOnly(bool readOnly) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry;
    struct Item;

    Entry *append(const Item &item);
    void fill(Entry &entry, const Item &item);
    void drop(qsizetype at);
    void remove(qsizetype at);
    void move(qsizetype at, int by);
    qsizetype entryWith(const QObject *control) const;
    bool takeKey(qsizetype at, int key, Qt::KeyboardModifiers modifiers);
    void showMenu(qsizetype at, const QPoint &where);
    void arrange();
    static QList<Item> itemsOf(FieldType type, const QVariant &value);
    QString problemOf(const QString &text) const;
    FieldType belongsIn(const QString &text) const;
    Entry *blankEntry(const QString &type);
    QString defaultType() const;

    QVBoxLayout *m_column;
    std::vector<std::unique_ptr<Entry>> m_entries;
    QString m_name;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "contactdetails.h"
#include "fieldeditor.h"

#include <array>
#include <memory>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace Leadline {

class ChoiceBox;

/// A lead's postal addresses: a block each. The same keys as in EntryListEditor add, remove and move them.
class AddressesEditor : public FieldEditor
{
    Q_OBJECT

public:
    AddressesEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);
    ~AddressesEditor() override;

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    FieldProblem problem() const override;
    void mark(const FieldProblem &problem) override;
    void focusEntry(int entry) override;
    int entryOfSent(int sent) const override;
    void addEntry() override;
    bool isTall() const override { return true; }
    void setAccessibleNames(const QString &name) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Block;

    void append(const PostalAddress &address);
    static void fill(Block &block, const PostalAddress &address);
    void arrange();
    void drop(size_t at);
    void remove(size_t at);
    void move(size_t at, int by);
    PostalAddress addressOf(const Block &block) const;

    QVBoxLayout *m_column;
    std::vector<std::unique_ptr<Block>> m_blocks;
    QString m_name;
};

/// Close's word for the kind of an address ("mailing") in the person's language; any other text as it is.
QString addressLabel(const QString &label);

} // namespace Leadline

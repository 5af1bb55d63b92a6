// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "oneentryeditor.h"

#include "contactdetails.h"
#include "fieldtext.h"

#include <QLineEdit>

namespace Leadline {

namespace {

template <typename Entry>
Entry firstOf(const QVariant &list)
{
    const auto entries = list.value<QList<Entry>>();
    return entries.isEmpty() ? Entry() : entries.first();
}

} // namespace

OneEntryEditor::OneEntryEditor(const Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_edit(new QLineEdit(this))
{
    setControl(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::changed);
}

bool OneEntryEditor::isFor(FieldType type)
{
    return type == FieldType::Emails || type == FieldType::Phones || type == FieldType::WebAddresses;
}

QString OneEntryEditor::text() const
{
    return m_edit->text().trimmed();
}

bool OneEntryEditor::isEdited() const
{
    return m_edit->text() != m_shown;
}

void OneEntryEditor::setValue(const QVariant &value)
{
    m_held = value;
    if (field().type == FieldType::Emails)
        m_shown = firstOf<EmailAddress>(value).email;
    else if (field().type == FieldType::Phones)
        m_shown = firstOf<PhoneNumber>(value).display();
    else
        m_shown = firstOf<WebAddress>(value).url;
    m_edit->setText(m_shown);
}

QVariant OneEntryEditor::value() const
{
    if (!isEdited())
        return m_held;
    if (text().isEmpty())
        return {};
    if (field().type == FieldType::Emails)
        return QVariant::fromValue(QList<EmailAddress>{{text(), firstOf<EmailAddress>(m_held).type}});
    if (field().type == FieldType::Phones)
        return QVariant::fromValue(QList<PhoneNumber>{{text(), firstOf<PhoneNumber>(m_held).type, {}, {}}});
    return QVariant::fromValue(QList<WebAddress>{{withScheme(text()), firstOf<WebAddress>(m_held).type}});
}

FieldProblem OneEntryEditor::problem() const
{
    // What Close itself sent is not for this to refuse.
    if (!isEdited() || text().isEmpty())
        return {};
    if (field().type == FieldType::Emails)
        return {emailProblem(text())};
    return {field().type == FieldType::Phones ? phoneProblem(text()) : linkProblem(text())};
}

void OneEntryEditor::commit()
{
    if (field().type == FieldType::WebAddresses && isEdited() && !text().isEmpty() &&
        linkProblem(text()).isEmpty())
        m_edit->setText(withScheme(text()));
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "fieldeditor.h"

#include "addresseseditor.h"
#include "choiceeditors.h"
#include "entrylisteditor.h"
#include "leadeditor.h"
#include "lineeditors.h"

#include <QFocusEvent>
#include <QHBoxLayout>

namespace Leadline {

FieldEditor::FieldEditor(const Field &field, const FormContext &context, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_context(context)
{
}

FieldProblem FieldEditor::validate() const
{
    if (FieldProblem found = problem())
        return found;
    if (m_field.flags.testFlag(FieldFlag::Required) && isBlank(value()))
        return {tr("%1 is missing.").arg(m_field.title)};
    return {};
}

void FieldEditor::mark(const FieldProblem &problem)
{
    setInvalid(focusProxy(), bool(problem));
}

void FieldEditor::focusEntry(int)
{
    setFocus(Qt::OtherFocusReason);
}

void FieldEditor::takeSibling(const QString &, const QVariant &) {}

void FieldEditor::takeText(const QString &) {}

void FieldEditor::giveAway(const QString &) {}

void FieldEditor::setAccessibleNames(const QString &name)
{
    if (focusProxy())
        focusProxy()->setAccessibleName(name);
}

void FieldEditor::setReadOnly(bool readOnly)
{
    setEnabled(!readOnly);
}

void FieldEditor::setControl(QWidget *control)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(control);
    setFocusProxy(control);
    watch(control);
}

void FieldEditor::watch(QWidget *control)
{
    control->installEventFilter(this);
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            Q_EMIT left();
    }
    return QWidget::eventFilter(watched, event);
}

FieldEditor *createFieldEditor(const Field &field, const FormContext &context, QWidget *parent)
{
    switch (field.type) {
    case FieldType::Hidden:
    case FieldType::Id:
        return nullptr;
    case FieldType::LongText:
        return new LongTextEditor(field, context, parent);
    case FieldType::Boolean:
        return new BooleanEditor(field, context, parent);
    case FieldType::Date:
        return new DateEditor(field, context, parent);
    case FieldType::Choice:
    case FieldType::Period:
    case FieldType::LeadStatus:
    case FieldType::OpportunityStatus:
    case FieldType::Pipeline:
    case FieldType::User:
    case FieldType::Contact:
        return new ChoiceEditor(field, context, parent);
    case FieldType::Choices:
    case FieldType::Users:
    case FieldType::Contacts:
        return new ChoicesEditor(field, context, parent);
    case FieldType::LeadReference:
        return new LeadEditor(field, context, parent);
    case FieldType::Emails:
    case FieldType::Phones:
    case FieldType::WebAddresses:
        return new EntryListEditor(field, context, parent);
    case FieldType::Addresses:
        return new AddressesEditor(field, context, parent);
    case FieldType::CustomObject:
        return new ShownEditor(field, context, parent);
    default:
        return new LineEditor(field, context, parent);
    }
}

FieldEditor *createShownEditor(const Field &field, const FormContext &context, QWidget *parent)
{
    switch (field.type) {
    case FieldType::Hidden:
    case FieldType::Id:
        return nullptr;
    case FieldType::LongText:
        return new LongTextEditor(field, context, parent);
    case FieldType::Text:
    case FieldType::Link:
        return new LineEditor(field, context, parent);
    default:
        return new ShownEditor(field, context, parent);
    }
}

void setInvalid(QWidget *control, bool invalid)
{
    if (!control || control->property("invalid").toBool() == invalid)
        return;
    control->setProperty("invalid", invalid);
    control->update();
}

} // namespace Leadline

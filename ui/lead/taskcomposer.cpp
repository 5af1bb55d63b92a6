// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "taskcomposer.h"

#include "fieldeditor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QLineEdit *lineOf(const FieldEditor *editor)
{
    return qobject_cast<QLineEdit *>(editor->focusProxy());
}

} // namespace

TaskComposer::TaskComposer(const FormContext &context, QWidget *parent)
    : Composer(tr("New task"), tr("Add Task"), parent)
    , m_context(context)
    , m_text(createFieldEditor({.key = u"text"_s, .title = tr("Task")}, context, fieldArea()))
    , m_date(createFieldEditor({.key = u"date"_s, .title = tr("Due"), .type = FieldType::Date}, context,
                               fieldArea()))
    , m_assignee(
          createFieldEditor({.key = u"assigned_to"_s, .title = tr("Assigned to"), .type = FieldType::User},
                            context, fieldArea()))
{
    m_text->setAccessibleNames(tr("Task"));
    m_date->setAccessibleNames(tr("Due"));
    m_assignee->setAccessibleNames(tr("Assigned to"));
    lineOf(m_text)->setPlaceholderText(tr("What is to be done"));
    fields()->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_date, 1);
    row->addWidget(m_assignee, 1);
    fields()->addLayout(row);
    fieldArea()->setFocusProxy(m_text);
    for (FieldEditor *editor : {m_text, m_date, m_assignee})
        connect(editor, &FieldEditor::changed, this, &Composer::edited);
    for (FieldEditor *editor : {m_text, m_date})
        lineOf(editor)->installEventFilter(this);
}

QVariantMap TaskComposer::fresh() const
{
    if (!m_context.session)
        return {};
    return {{u"assigned_to"_s, m_context.session->directory().currentUser().id}};
}

void TaskComposer::setIsNew(bool isNew)
{
    setAccessibleName(isNew ? tr("New task") : tr("Change task"));
    setSaveText(isNew ? tr("Add Task") : tr("Save Task"));
}

QVariantMap TaskComposer::values() const
{
    // Beside the day its text: what cannot be read as a day is kept as it was typed.
    return {{u"text"_s, m_text->value()},
            {u"date"_s, m_date->value()},
            {u"date_text"_s, lineOf(m_date)->text()},
            {u"assigned_to"_s, m_assignee->value()}};
}

void TaskComposer::setValues(const QVariantMap &values)
{
    m_text->setValue(values.value(u"text"_s));
    m_date->setValue(values.value(u"date"_s));
    if (const QString typed = values.value(u"date_text"_s).toString();
        !values.value(u"date"_s).toDate().isValid() && !typed.isEmpty())
        lineOf(m_date)->setText(typed);
    m_assignee->setValue(values.value(u"assigned_to"_s));
    for (const FieldEditor *editor : {m_text, m_date})
        setInvalid(editor->focusProxy(), false);
}

bool TaskComposer::isBlank() const
{
    return Leadline::isBlank(m_text->value()) && lineOf(m_date)->text().isEmpty();
}

bool TaskComposer::check()
{
    m_date->commit();
    const bool missing = m_text->value().toString().trimmed().isEmpty();
    const FieldProblem wrongDay = m_date->problem();
    setInvalid(lineOf(m_text), missing);
    setInvalid(lineOf(m_date), bool(wrongDay));
    setProblem(missing ? tr("Say what is to be done.") : wrongDay.text);
    if (missing)
        m_text->setFocus();
    else if (wrongDay)
        m_date->setFocus();
    return !missing && !wrongDay;
}

bool TaskComposer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            key->modifiers() == Qt::NoModifier) {
            save();
            return true;
        }
    }
    return Composer::eventFilter(watched, event);
}

} // namespace Leadline

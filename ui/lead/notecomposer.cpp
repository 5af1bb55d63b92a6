// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "notecomposer.h"

#include "fieldeditor.h"

#include <QCheckBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Leadline {

NoteComposer::NoteComposer(const FormContext &context, QWidget *parent)
    : Composer(tr("New note"), tr("Save Note"), parent)
    , m_note(createFieldEditor({.key = u"note"_s, .title = tr("Note"), .type = FieldType::LongText}, context,
                               fieldArea()))
    , m_pinned(new QCheckBox(tr("Pin to the top"), fieldArea()))
{
    m_note->setAccessibleNames(tr("Note"));
    fields()->addWidget(m_note);
    fields()->addWidget(m_pinned);
    fieldArea()->setFocusProxy(m_note);
    connect(m_note, &FieldEditor::changed, this, &Composer::edited);
    connect(m_pinned, &QCheckBox::clicked, this, &Composer::edited);
}

QVariantMap NoteComposer::values() const
{
    return {{u"note"_s, m_note->value()}, {u"pinned"_s, m_pinned->isChecked()}};
}

void NoteComposer::setValues(const QVariantMap &values)
{
    m_note->setValue(values.value(u"note"_s));
    m_pinned->setChecked(values.value(u"pinned"_s).toBool());
}

bool NoteComposer::isBlank() const
{
    return Leadline::isBlank(m_note->value());
}

bool NoteComposer::check()
{
    const bool missing = isBlank();
    setInvalid(m_note->focusProxy(), missing);
    setProblem(missing ? tr("The note is empty.") : QString());
    return !missing;
}

} // namespace Leadline

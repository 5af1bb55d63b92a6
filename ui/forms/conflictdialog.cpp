// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "conflictdialog.h"

#include "cellformatter.h"
#include "elidedlabel.h"
#include "session.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int ConflictWidth = 560;
constexpr int LongestText = 400;

} // namespace

ConflictDialog::ConflictDialog(const FormContext &context, EditConflictPointer conflict, QWidget *parent)
    : FormDialog(tr("Changed elsewhere"), parent)
    , m_context(context)
    , m_conflict(std::move(conflict))
{
    setPrimaryText(tr("Save"));
    addLeadIn();
    for (const FieldConflict &field : m_conflict->fields())
        addField(field);
    fitContent(ConflictWidth);
    connect(this, &FormDialog::primaryTriggered, this, &ConflictDialog::decide);
    connect(m_context.session.data(), &QObject::destroyed, this, [this] { reject(); });
}

void ConflictDialog::addLeadIn()
{
    const Session &session = *m_context.session;
    const CellFormatter formatter(session.directory(), m_context.locale);
    const QString who = session.directory().nameOf(m_conflict->changedBy);
    const QString name = session.nameOf(m_conflict->kind(), m_conflict->recordId());
    const QString when = formatter.exact(m_conflict->changedAt);
    auto *text = new QLabel(this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setText((who.isEmpty()
                       ? tr("“%1” was changed elsewhere (%2) while you were editing it.").arg(name, when)
                       : tr("%3 changed “%1” (%2) while you were editing it.").arg(name, when, who)) +
                  u' ' + tr("Nothing has been saved yet. Which of these should stay?"));
    addForm(text);
}

QString ConflictDialog::textOf(const FieldConflict &field, const QVariant &value) const
{
    if (isBlank(value))
        return tr("(empty)");
    const CellFormatter formatter(m_context.session->directory(), m_context.locale);
    return formatter.text(field.field, value);
}

void ConflictDialog::addField(const FieldConflict &field)
{
    addSection(field.field.title);
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *group = new QButtonGroup(box);
    const auto add = [&](EditConflict::Choice choice, const QString &label, const QVariant &value) {
        const QString whole = textOf(field, value);
        auto *button = new QRadioButton(box);
        button->setAccessibleName(tr("%1: %2: %3").arg(field.field.title, label, whole));
        button->setToolTip(u"<qt>"_s + whole.left(LongestText).toHtmlEscaped() + u"</qt>"_s);
        const QString line = tr("%1: %2").arg(label, whole.simplified());
        button->setText(button->fontMetrics()
                            .elidedText(line, Qt::ElideRight, ConflictWidth - 96)
                            .replace(u'&', "&&"_L1));
        group->addButton(button, int(choice));
        column->addWidget(button);
    };
    add(EditConflict::Choice::Mine, tr("Mine"), field.mine);
    add(EditConflict::Choice::Theirs, tr("Theirs"), field.theirs);
    add(EditConflict::Choice::Before, tr("Before"), field.before);
    group->button(int(EditConflict::Choice::Mine))->setChecked(true);
    m_choices.insert(field.field.key, group);
    addForm(box);
}

void ConflictDialog::decide()
{
    QMap<QString, EditConflict::Choice> choices;
    for (auto group = m_choices.cbegin(); group != m_choices.cend(); ++group)
        choices.insert(group.key(), EditConflict::Choice(group.value()->checkedId()));
    done(QDialog::Accepted);
    m_conflict->decide(choices);
    deleteLater();
}

void ConflictDialog::reject()
{
    done(QDialog::Rejected);
    m_conflict->giveUp();
    deleteLater();
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "mergedialog.h"

#include "button.h"
#include "formrow.h"
#include "leadeditor.h"
#include "messagebar.h"
#include "outbox.h"
#include "session.h"

#include <QLabel>

#include <algorithm>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 560;

} // namespace

MergeDialog::MergeDialog(const FormContext &context, const QString &source, const QString &destination,
                         QWidget *parent)
    : FormDialog(tr("Merge “%1”").arg(context.session->nameOf(RecordKind::Lead, source)), parent)
    , m_context(context)
    , m_source(source)
    , m_editor(new LeadEditor({.key = u"lead_id"_s, .title = tr("Into"), .type = FieldType::LeadReference},
                              context, this))
    , m_text(new QLabel(this))
{
    setPrimaryText(tr("Merge"));
    addRow(new FormRow(tr("Into"), tr("Merge into"), m_editor, this));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    addForm(m_text);
    if (!destination.isEmpty())
        m_editor->setValue(destination);
    connect(m_editor, &FieldEditor::changed, this, &MergeDialog::updateText);
    connect(this, &FormDialog::primaryTriggered, this, &MergeDialog::merge);
    connect(m_context.session.data(), &Session::onlineChanged, this, &MergeDialog::updateText);
    connect(m_context.session->outbox(), &Outbox::changed, this, &MergeDialog::updateText);
    connect(this, &QDialog::finished, this, &QObject::deleteLater);
    connect(m_context.session.data(), &QObject::destroyed, this, &QDialog::reject);
    updateText();
}

QString MergeDialog::destination() const
{
    const QString id = m_editor->value().toString();
    return id == m_source ? QString() : id;
}

/// A merge never waits in the outbox: it cannot be taken back, and what the leads have become by the time it
/// would be sent nobody has seen. What waits of them would find its lead gone.
QString MergeDialog::obstacle() const
{
    const Session &session = *m_context.session;
    if (!session.isOnline())
        return tr("Merging needs the network: Close cannot take it back, so both leads have to be seen as "
                  "they are.");
    const QList<OutboxEntry> &waiting = session.outbox()->entries();
    const bool waits = std::any_of(waiting.begin(), waiting.end(), [&](const OutboxEntry &entry) {
        const QString lead = session.outbox()->leadIdOf(entry);
        return lead == m_source || (lead == destination() && !lead.isEmpty());
    });
    return waits ? tr("Changes of these leads have not reached Close yet. Merge them when they have.")
                 : QString();
}

QString MergeDialog::consequences() const
{
    const Session &session = *m_context.session;
    const QString source = session.nameOf(RecordKind::Lead, m_source);
    if (const QString text = obstacle(); !text.isEmpty())
        return text;
    if (destination().isEmpty())
        return tr("Choose the lead that stays.");
    const QString stays = session.nameOf(RecordKind::Lead, destination());
    const auto count = [&](const RecordTable *table) { return int(table->rowsOfLead(m_source).size()); };
    return tr("Everything of “%1” moves to “%2”: contacts (%3), opportunities (%4), tasks and all activity.")
               .arg(source, stays)
               .arg(count(session.contacts()))
               .arg(count(session.opportunities())) +
           u"\n\n"_s +
           tr("“%2” keeps its own name, status and fields. “%1” is deleted. Close cannot take this back.")
               .arg(source, stays);
}

void MergeDialog::updateText()
{
    m_text->setText(consequences());
    primaryButton()->setEnabled(!destination().isEmpty() && obstacle().isEmpty());
    fitContent(Width);
}

void MergeDialog::merge()
{
    const QString into = destination();
    if (into.isEmpty() || !obstacle().isEmpty())
        return;
    setBusy(true);
    m_editor->setReadOnly(true);
    messageBar()->clearAll();
    m_context.session->mergeLeads(m_source, into, this, [this, into](const std::optional<ApiError> &error) {
        setBusy(false);
        m_editor->setReadOnly(false);
        if (error) {
            messageBar()->post({.id = u"merge"_s,
                                .kind = MessageBar::Kind::Error,
                                .text = tr("The leads were not merged. %1").arg(error->message)});
            return;
        }
        done(QDialog::Accepted);
        Q_EMIT merged(into);
    });
}

} // namespace Leadline

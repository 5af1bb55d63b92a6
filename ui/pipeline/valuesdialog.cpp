// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "valuesdialog.h"

#include "recordform.h"
#include "session.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int ValuesWidth = 560;

/// What all of the opportunities have.
QVariantMap commonValues(const RecordTable &table, const FieldList &fields, const QStringList &keys,
                         const QStringList &ids)
{
    QVariantMap common;
    QStringList wanted = keys;
    for (const QString &key : keys) {
        if (const Field *field = fields.find(key); field && !field->unitKey.isEmpty())
            wanted.append(field->unitKey);
    }
    for (const QString &key : std::as_const(wanted)) {
        QVariant value;
        for (const QString &id : ids) {
            const int row = table.rowOf(id);
            const QVariant own = row < 0 ? QVariant() : table.valueAt(key, quint32(row));
            if (id != ids.first() && own != value) {
                value = {};
                break;
            }
            value = own;
        }
        if (!isBlank(value))
            common.insert(key, value);
    }
    return common;
}

} // namespace

ValuesDialog::ValuesDialog(const FormContext &context, const QString &title, const QStringList &keys,
                           const QStringList &ids, QWidget *parent)
    : FormDialog(title, parent)
    , m_ids(ids)
    , m_form(new RecordForm(context, context.session->opportunities()->fields(), keys, FieldFlag::Editable,
                            this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    addForm(m_form);
    setPrimaryText(tr("Change"));
    m_form->setBase(commonValues(*context.session->opportunities(), context.session->opportunities()->fields(),
                                 keys, ids));
    connect(this, &FormDialog::primaryTriggered, this, &ValuesDialog::choose);
    fitContent(ValuesWidth);
    open();
    m_form->focusFirst();
}

void ValuesDialog::choose()
{
    if (!m_form->validate())
        return;
    QVariantMap values;
    for (const QString &key : m_form->dirtyKeys())
        values.insert(key, m_form->value(key));
    if (!values.isEmpty())
        Q_EMIT chosen(m_ids, values);
    accept();
}

} // namespace Leadline

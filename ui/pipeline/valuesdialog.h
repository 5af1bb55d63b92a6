// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "formdialog.h"

#include <QVariantMap>

namespace Leadline {

class RecordForm;

/// Asks for a few values of one or several opportunities. What was not touched is left as it is in each.
class ValuesDialog : public FormDialog
{
    Q_OBJECT

public:
    /// Shown at once. \a keys are the fields asked for; of several opportunities, a field begins with the
    /// value all of them have.
    ValuesDialog(const FormContext &context, const QString &title, const QStringList &keys,
                 const QStringList &ids, QWidget *parent);

    RecordForm *form() const { return m_form; }

Q_SIGNALS:
    /// Something was changed, by field key; a cleared field is the invalid value.
    void chosen(const QStringList &ids, const QVariantMap &values);

private:
    void choose();

    QStringList m_ids;
    RecordForm *m_form;
};

} // namespace Leadline

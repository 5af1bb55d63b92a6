// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "composer.h"

class QLineEdit;

namespace Leadline {

class ChoiceBox;
class FieldEditor;

/// A call that took place: which way, with whom, how it went, how long, and what was said.
class CallComposer : public Composer
{
    Q_OBJECT

public:
    explicit CallComposer(const FormContext &context, QWidget *parent = nullptr);

    QVariantMap values() const override;
    void setValues(const QVariantMap &values) override;
    bool isBlank() const override;
    bool check() override;
    void setLead(const QString &leadId) override;

private:
    void createBoxes();
    void arrange();
    void fillPeople();
    void selectPerson(const QString &contactId, const QString &phone);
    QString contactId() const;
    QString phone() const;
    void fillOutcomes(const QList<CallOutcome> &outcomes);

    FormContext m_context;
    QString m_leadId;
    ChoiceBox *m_direction;
    ChoiceBox *m_status;
    ChoiceBox *m_person;
    QLineEdit *m_duration;
    ChoiceBox *m_outcome;
    FieldEditor *m_note;
    QString m_wantedOutcome; ///< until the organization's outcomes are read
    QString m_wantedContact; ///< until the lead's people are read
    QString m_wantedPhone;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "duplicatefinder.h"
#include "formcontext.h"

#include <QVariantMap>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Leadline {

/// Beside the form of a new lead: the leads that it may be already, why, and what to do instead.
class DuplicatePanel : public QWidget
{
    Q_OBJECT

public:
    explicit DuplicatePanel(const FormContext &context, QWidget *parent = nullptr);

    /// The lead that the record is for already, blank for none: no contact is to be added there.
    void setCurrentLead(const QString &leadId) { m_currentLead = leadId; }
    QString currentLead() const { return m_currentLead; }
    void setFound(const QList<PossibleDuplicate> &found);
    /// "Same website. 2 contacts, 1 open opportunity worth € 112,000."
    static QString textOf(const PossibleDuplicate &duplicate, const FormContext &context);

Q_SIGNALS:
    void openRequested(const QString &leadId);
    void addContactRequested(const QString &leadId);

private:
    QWidget *cardFor(const PossibleDuplicate &duplicate);

    FormContext m_context;
    QString m_currentLead;
    QLabel *m_title;
    QLabel *m_hint;
    QVBoxLayout *m_cards;
};

/// Adds the emails and phones of a contact's values to what is looked for.
void addContactDetails(DuplicateQuery *query, const QVariantMap &contact);

} // namespace Leadline

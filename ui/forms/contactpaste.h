// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPoint>
#include <QVariantMap>

class QLineEdit;

namespace Leadline {

class RecordForm;

/// Pasting what says more of a person than a name ("Uta <uta@bergmann.example>", a signature) into a
/// contact's name fills in the contact: name, title, e-mails, phones, web addresses. Undo takes all of it
/// back at once.
class ContactPaste : public QObject
{
    Q_OBJECT

public:
    /// For the contact that \a form edits; belongs to it.
    explicit ContactPaste(RecordForm *form);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QVariantMap current() const;
    bool paste(const QString &text);
    bool undo();
    void showMenu(const QPoint &where);

    RecordForm *m_form;
    QLineEdit *m_name;
    QVariantMap m_before;
    QVariantMap m_after;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "card.h"
#include "composerdrafts.h"

class QLabel;

namespace Leadline {

class Button;

/// A small form within a lead's page: a note, a call, a task. Ctrl+Enter saves, Esc puts it aside with what
/// was typed. It holds the text and shows what becomes of it; sending is ComposerDrafts'.
class Composer : public Card
{
    Q_OBJECT

public:
    /// \a name is the accessible name ("New note"), \a save the text of the button ("Save Note").
    Composer(const QString &name, const QString &save, QWidget *parent = nullptr);

    /// What stands here, in a form that setValues() takes back, half-typed values included.
    virtual QVariantMap values() const = 0;
    /// Sends no edited().
    virtual void setValues(const QVariantMap &values) = 0;
    /// Whether nothing worth keeping was typed.
    virtual bool isBlank() const = 0;
    /// Puts what was typed in its final form and marks what cannot be sent; whether all can.
    virtual bool check() = 0;
    /// The lead's contacts have become others.
    virtual void setLead(const QString &leadId);

    /// The text of the button while it can be pressed.
    void setSaveText(const QString &text);
    void showState(const ComposerDraft &draft);
    /// Nothing was typed yet.
    void clearState();
    QString error() const;
    void focusFirst();
    bool hasFocusWithin() const;

Q_SIGNALS:
    void edited();
    void saveRequested();
    void discardRequested();
    void foldRequested();

protected:
    /// What can be typed in goes in here.
    QVBoxLayout *fields() const { return m_fields; }
    QWidget *fieldArea() const { return m_area; }
    void setProblem(const QString &text);
    void save();
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *m_area;
    QVBoxLayout *m_fields;
    QWidget *m_errorLine;
    QLabel *m_error;
    QLabel *m_hint;
    Button *m_discard;
    Button *m_save;
    QString m_saveText;
    bool m_hadFocus = false; ///< before the fields were disabled
};

} // namespace Leadline

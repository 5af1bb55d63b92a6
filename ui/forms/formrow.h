// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace Leadline {

class ElidedLabel;

/// One line of a form: a label right-aligned in its 128 column, a 16 gap, the editor, and below it an
/// error when there is one; in a narrow form the label stands above the editor. The error is the editor's
/// accessible description too, and marks its frame.
class FormRow : public QWidget
{
    Q_OBJECT

public:
    static constexpr int LabelWidth = 128;
    static constexpr int Gap = 16;
    /// Narrower than this the label stands above.
    static constexpr int StackBelow = 480;

    /// \a label stands on screen; \a accessibleName is the control's full name ("Contact email").
    /// Takes ownership of \a editor.
    FormRow(const QString &label, const QString &accessibleName, QWidget *editor, QWidget *parent = nullptr);

    QWidget *editor() const { return m_editor; }
    /// What the label leads to: the editor, or the control its focus proxy names.
    QWidget *control() const;
    /// The editor has another control now that its label leads to.
    void updateControl();
    /// Another text on screen, which is the control's full name too.
    void setLabel(const QString &label);
    QString labelText() const { return m_text; }
    /// Alt and this letter go to the control; the letter is underlined where it first stands in the label.
    void setMnemonic(QChar letter);
    /// For an editor of several lines: the label stands beside the first one.
    void alignToFirstLine();
    /// What the field is for; a tooltip, and what a screen reader says after the name.
    void setHelp(const QString &help);
    QLabel *label() const;
    /// A further control beside the editor, such as an e-mail's type. Takes ownership.
    void addBeside(QWidget *widget, int width = 0);

    /// Empty takes the error away. An editor that marks its controls itself keeps doing so. The error is about
    /// \a control where that is another one than control(), such as an amount's period.
    void setError(const QString &text, QWidget *control = nullptr);
    QString error() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void createErrorLine();

    ElidedLabel *m_label;
    QWidget *m_editor;
    QHBoxLayout *m_editors;
    QWidget *m_errorLine = nullptr; ///< null as long as there was no error
    QLabel *m_error = nullptr;
    QString m_text;
    QString m_help;
    QChar m_mnemonic;
    bool m_isTall = false;
    bool m_isStacked = false;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldeditor.h"
#include "fieldtext.h"

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace Leadline {

/// One line of text that FieldText reads: texts, links, numbers, amounts, moments. The unit stands at its
/// end.
class LineEditor : public FieldEditor
{
    Q_OBJECT

public:
    LineEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    QString unreadText() const override;
    void restoreText(const QString &text) override;
    FieldProblem problem() const override;
    void commit() override;
    void setReadOnly(bool readOnly) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    QLineEdit *edit() const { return m_edit; }
    FieldText reader() const;

private:
    bool isEdited() const;
    TypedValue read() const;
    void openLink() const;
    void updateOpen();
    QString unit() const;

    QLineEdit *m_edit;
    QLabel *m_unit = nullptr;
    QAction *m_open = nullptr;
    QVariant m_held;
    QString m_shown;
    QString m_currency; ///< of the organization; held, as the session may end under the form
};

/// A day: typed in the locale's way or by words, or picked from a calendar.
class DateEditor : public LineEditor
{
    Q_OBJECT

public:
    DateEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);

    void showCalendar();
};

/// Several lines; grows with them.
class LongTextEditor : public FieldEditor
{
    Q_OBJECT

public:
    LongTextEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setReadOnly(bool readOnly) override;

private:
    void fitHeight();

    QPlainTextEdit *m_edit;
    QVariant m_held;
    QString m_shown;
};

class BooleanEditor : public FieldEditor
{
    Q_OBJECT

public:
    BooleanEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);

    QVariant value() const override;
    void setValue(const QVariant &value) override;

private:
    QCheckBox *m_box;
    QVariant m_held;
};

/// A value that is shown and never edited, in a person's words.
class ShownEditor : public FieldEditor
{
    Q_OBJECT

public:
    ShownEditor(const Field &field, const FormContext &context, QWidget *parent = nullptr);

    QVariant value() const override { return m_held; }
    void setValue(const QVariant &value) override;
    void setReadOnly(bool) override {}

private:
    QString nameOf(const QString &id) const;

    QLineEdit *m_edit;
    QVariant m_held;
};

} // namespace Leadline

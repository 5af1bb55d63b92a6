// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fieldtable.h"
#include "formcontext.h"
#include "recordkind.h"
#include "result.h"
#include "written.h"

#include <QVariantMap>
#include <QWidget>

#include <functional>

namespace Leadline {

class FieldEditor;
class InlineTip;
struct FieldProblem;

/// Which field of which record is edited in place.
struct InlineTarget
{
    RecordKind kind = RecordKind::Lead;
    QString id{};
    Field field{};
    /// The record's values by key: the field's own and those it depends on (pipeline, period, lead).
    QVariantMap values{};
};

/// One field of one record, edited where it is shown: with the editor of the forms, saved the same way. Enter
/// saves (Ctrl+Enter where Enter begins a line), Esc leaves, Tab saves and goes on. Until Close has answered
/// it stays, locked; what Close refuses stays in it with the reason below.
class InlineField : public QWidget
{
    Q_OBJECT

public:
    InlineField(const FormContext &context, const InlineTarget &target, QWidget *parent);
    ~InlineField() override;

    /// Whether a field is edited in one line.
    static bool isSimple(const Field &field);
    /// Whether it can be edited in place where there is room for several lines. Of a list of addresses or
    /// numbers only while there is one. A postal address is seven fields, too much for a place: the form's.
    static bool isEditable(const Field &field);
    /// The field that is edited where \a shown stands: its own, or the one a shown name is made of. Nothing
    /// when there is none.
    static const Field *editedField(const FieldList &fields, const Field &shown);

    /// What was changed goes to \a taker, by field key, and not to Close: it is meant for several records.
    void setTaker(std::function<void(const QVariantMap &values)> taker) { m_taker = std::move(taker); }
    /// Says below the field what has to be known while typing ("For 3 opportunities"), until there is a problem.
    void setHint(const QString &text);

    const InlineTarget &target() const { return m_target; }
    bool isSaving() const { return m_isSaving; }
    /// Takes the keyboard.
    void begin();
    /// Sends what was changed. False when that cannot be sent: the reason is shown.
    bool commit();
    /// From here on nothing of it is sent, though it loses the keyboard.
    void abandon() { m_isDone = true; }
    QString problem() const;
    /// What stands in it, for a person.
    QString typedText() const;

Q_SIGNALS:
    /// It can go: the record has the value, or will have it when Close can be reached, or it was left.
    void finished();
    /// Enter: the keyboard belongs to what is behind.
    void released();
    /// Tab (1) or Shift+Tab (-1): the next field, please.
    void advanced(int step);
    /// The record has another value now.
    void saved(Leadline::RecordKind kind, const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    FieldProblem wrong() const;
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    void cancel();
    /// Esc: of a text of several lines what was typed is thrown away at the second time only.
    void escape();
    bool isChanged() const;
    void send(const QVariantMap &before, const QVariantMap &after);
    void take(const Result<Written> &written);
    void showProblem(const QString &text);
    void showTip();
    void placeTip();

    FormContext m_context;
    InlineTarget m_target;
    FieldEditor *m_editor;
    InlineTip *m_tip;       ///< beside this in the parent, below the field
    std::function<void(const QVariantMap &)> m_taker;
    QString m_hint;
    QString m_problem;
    QVariantMap m_proposed; ///< of other fields: the period of "900/mo"
    bool m_isSaving = false;
    bool m_isDone = false;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"

#include <QFrame>

class QLabel;

namespace Leadline {

class FieldEditor;

/// One day, asked for beside what it is for: typed as in forms, Enter takes it, Esc leaves.
class DayPopup : public QFrame
{
    Q_OBJECT

public:
    /// Shown with its upper leading corner at \a where; deletes itself when it closes. \a name says what the
    /// day is ("Due").
    static DayPopup *popupFor(const FormContext &context, const QString &name, const QDate &day,
                              const QPoint &where, QWidget *parent,
                              std::function<void(const QDate &)> chosen);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    DayPopup(const FormContext &context, const QString &name, const QDate &day, QWidget *parent);
    void take();

    FieldEditor *m_day;
    QLabel *m_problem;
    std::function<void(const QDate &)> m_chosen;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "textblock.h"
#include "tokens.h"

class QCheckBox;

namespace Leadline {

/// An open task of a lead: what is to be done, who does it and until when. Its text is its accessible name.
/// Where it may be changed a box before it completes it; Enter there, or a click on the text, asks to change it.
class TaskRow : public QLabel
{
    Q_OBJECT

public:
    explicit TaskRow(QWidget *parent = nullptr);

    /// \a due ("due 3 Dec", "overdue since 18 Nov") stands in its tone behind \a who.
    void setTask(const QString &task, const QString &who, const QString &due, Tone dueTone);

    void setWritable(bool writable);
    /// Open again, as after a change that failed.
    void setOpen();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void doneRequested();
    void editRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QCheckBox *m_done;
    QString m_task;
    QString m_who;
    QString m_due;
    Tone m_dueTone = Tone::Grey;
};

} // namespace Leadline

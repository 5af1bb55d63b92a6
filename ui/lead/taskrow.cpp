// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "taskrow.h"

#include "activitydelegate.h"
#include "fonts.h"
#include "icons.h"
#include "plaintext.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Leadline {

TaskRow::TaskRow(QWidget *parent)
    : QLabel(parent)
    , m_done(new QCheckBox(this))
{
    m_done->hide();
    m_done->installEventFilter(this);
    connect(m_done, &QCheckBox::clicked, this, [this] {
        m_done->setEnabled(false); // until Close has answered
        Q_EMIT doneRequested();
    });
    setTextFormat(Qt::PlainText);
    setWordWrap(true); // else setText() takes the height for a width out of the policy
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TaskRow::setTask(const QString &task, const QString &who, const QString &due, Tone dueTone)
{
    m_task = task;
    m_who = who;
    m_due = due;
    m_dueTone = dueTone;
    QStringList parts{task, who, due};
    parts.removeAll(QString());
    setText(parts.join(u", "_s));
    m_done->setAccessibleName(tr("Done: %1").arg(task));
    setOpen();
    updateGeometry();
    update();
}

void TaskRow::setWritable(bool writable)
{
    m_done->setVisible(writable);
    if (writable)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void TaskRow::setOpen()
{
    m_done->setChecked(false);
    m_done->setEnabled(true);
}

bool TaskRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_done && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2) {
            Q_EMIT editRequested();
            return true;
        }
    }
    return QLabel::eventFilter(watched, event);
}

void TaskRow::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    m_done->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 20, 20)));
}

void TaskRow::mousePressEvent(QMouseEvent *event)
{
    event->setAccepted(m_done->isVisible() && event->button() == Qt::LeftButton);
}

void TaskRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_done->isVisible() && event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT editRequested();
    else
        QLabel::mouseReleaseEvent(event);
}

QSize TaskRow::sizeHint() const
{
    return {240, heightForWidth(qMax(width(), 240))};
}

QSize TaskRow::minimumSizeHint() const
{
    return {120, 2 * LineLayout::LinePitch};
}

int TaskRow::heightForWidth(int width) const
{
    LineLayout lines;
    lines.setText(m_task, sized(font(), FontSize::Body), width - ActivityDelegate::TextLeft,
                  ActivityDelegate::ClosedLines);
    return qMax(lines.height(), LineLayout::LinePitch) + LineLayout::LinePitch;
}

void TaskRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto placed = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    if (m_done->isHidden())
        paintIcon(&painter, placed({0, 0, 16, 16}), u"task"_s, t.text2);

    const QRect room = placed(rect().adjusted(ActivityDelegate::TextLeft, 0, 0, 0));
    LineLayout lines;
    lines.setText(m_task, sized(font(), FontSize::Body), room.width(), ActivityDelegate::ClosedLines);
    painter.setPen(t.text);
    lines.draw(&painter, room.topLeft());

    painter.setFont(sized(font(), FontSize::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    QRect line(room.left(), room.bottom() + 1 - LineLayout::LinePitch, room.width(), LineLayout::LinePitch);
    const QString who = m_who.isEmpty() || m_due.isEmpty() ? m_who : m_who + u", "_s;
    const QString shown =
        metrics.elidedText(who, Qt::ElideMiddle, qMax(0, line.width() - metrics.horizontalAdvance(m_due)));
    painter.setPen(t.text2);
    drawPlainLine(&painter, line, shown, mirrored);
    const int taken = metrics.horizontalAdvance(shown);
    line = mirrored ? line.adjusted(0, 0, -taken, 0) : line.adjusted(taken, 0, 0, 0);
    painter.setPen(m_dueTone == Tone::Grey ? t.text2 : t.tone(m_dueTone));
    drawPlainLine(&painter, line, m_due, mirrored);
}

} // namespace Leadline

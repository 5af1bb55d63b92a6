// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "segmentedcontrol.h"

#include "fonts.h"
#include "style.h"
#include "tokens.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace Leadline {

namespace {

constexpr int SegmentHeight = 30;

class Segment : public QAbstractButton
{
public:
    explicit Segment(const QString &text, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true); // told to a screen reader as one of a choice
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFont wide = sized(font(), FontSize::Body, QFont::DemiBold);
        return {QFontMetrics(wide).horizontalAdvance(text()) + 24, SegmentHeight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens t = Tokens::of(palette());
        QPainterPath frame;
        frame.addRoundedRect(QRectF(parentWidget()->rect()).translated(-pos()).adjusted(1, 1, -1, -1), 5, 5);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipPath(frame);
        if (isChecked())
            painter.fillRect(rect(), t.selection);
        else if (underMouse())
            painter.fillRect(rect(), t.hover);
        painter.setClipping(false);
        painter.setFont(sized(font(), FontSize::Body, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.setPen(t.text);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus() || (t.highContrast && isChecked()))
            paintFocusRing(&painter, rect(), 6, t.accent);
    }
};

} // namespace

SegmentedControl::SegmentedControl(const QStringList &texts, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < texts.size(); ++i) {
        auto *segment = new Segment(texts.at(i), this);
        m_group->addButton(segment, i);
        row->addWidget(segment);
        segment->setChecked(i == 0);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on)
            Q_EMIT currentChanged(index);
    });
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    paintBox(&painter, rect(), 6, t.surface, t.line);
}

} // namespace Leadline

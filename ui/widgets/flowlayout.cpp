// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace Leadline {

FlowLayout::FlowLayout(int spacing, bool trailing, QWidget *parent)
    : QLayout(parent)
    , m_trailing(trailing)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        size.rwidth() += item->sizeHint().width() + (size.width() ? spacing() : 0);
        size.rheight() = qMax(size.height(), item->sizeHint().height());
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = rect.top();
    qsizetype next = 0;
    while (next < m_items.size()) {
        QList<QLayoutItem *> line;
        int width = 0;
        int height = 0;
        for (; next < m_items.size(); ++next) {
            QLayoutItem *item = m_items.at(next);
            if (item->isEmpty())
                continue;
            const QSize size = item->sizeHint();
            const int wanted = width + size.width() + (line.isEmpty() ? 0 : spacing());
            if (!line.isEmpty() && wanted > rect.width())
                break;
            line.append(item);
            width = wanted;
            height = qMax(height, size.height());
        }
        if (line.isEmpty())
            break;
        int x = rect.left() + (m_trailing ? qMax(0, rect.width() - width) : 0);
        for (QLayoutItem *item : line) {
            const QSize size = item->sizeHint().boundedTo(QSize(rect.width(), height));
            const QRect at(x, y + (height - size.height()) / 2, size.width(), size.height());
            if (apply)
                item->setGeometry(QStyle::visualRect(direction, rect, at));
            x += size.width() + spacing();
        }
        y += height + spacing();
    }
    return qMax(0, y - rect.top() - spacing());
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace Leadline {

class ElidedLabel;
class FlowLayout;

/// The top of a page: title, count, what stands beside them, chips at the trailing edge.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// "22 of 412"; its text is its accessible name.
    void setCountText(const QString &text);
    /// Stands in the title's place. Takes ownership.
    void setTitleWidget(QWidget *widget);
    /// A button behind the chips; stays when they are taken away. Takes ownership.
    void addEnd(QWidget *widget);
    /// A widget after the count (a view switch). Takes ownership.
    void addLeading(QWidget *widget);
    /// A chip or button at the trailing edge; chips wrap when there is no room. Takes ownership.
    void addTrailing(QWidget *widget);
    /// Takes all chips away.
    void clearTrailing();

    ElidedLabel *titleLabel() const { return m_title; }
    ElidedLabel *countLabel() const { return m_count; }

private:
    ElidedLabel *m_title;
    ElidedLabel *m_count;
    QHBoxLayout *m_leading;
    QHBoxLayout *m_end;
    QWidget *m_chips;
    FlowLayout *m_flow;
};

} // namespace Leadline

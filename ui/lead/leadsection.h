// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace Leadline {

class ElidedLabel;
class LinkButton;

/// A headed part of a lead: title, count, an action at the right, what it holds below. A grouping named by
/// its title for assistive technology.
class LeadSection : public QWidget
{
    Q_OBJECT

public:
    /// \a action may be empty: then there is no link.
    explicit LeadSection(const QString &title, const QString &action = {}, QWidget *parent = nullptr);

    /// Negative shows none.
    void setCount(qsizetype count);
    /// Said in place of content; empty takes it away.
    void setHint(const QString &hint);
    LinkButton *action() const { return m_action; }
    /// A further link before the action.
    LinkButton *addAction(const QString &text, const QString &accessibleName);
    /// What the section holds goes in here.
    QVBoxLayout *body() const { return m_body; }

Q_SIGNALS:
    void actionTriggered();

private:
    QHBoxLayout *m_heading;
    ElidedLabel *m_title;
    ElidedLabel *m_count;
    LinkButton *m_action;
    QLabel *m_hint;
    QVBoxLayout *m_body;
};

} // namespace Leadline

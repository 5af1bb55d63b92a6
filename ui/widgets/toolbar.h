// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tokens.h"

#include <QLabel>
#include <QWidget>

class QToolButton;

namespace Leadline {

class Button;
class SearchBox;

/// A word with a dot of its tone before it ("Up to date"). The word is its accessible name.
class StateLabel : public QLabel
{
    Q_OBJECT

public:
    explicit StateLabel(QWidget *parent = nullptr);
    void setState(const QString &text, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Grey;
};

/// The top of the window: back, forward, search, sync state, Refresh, New Opportunity, New Lead.
class Toolbar : public QWidget
{
    Q_OBJECT

public:
    explicit Toolbar(QWidget *parent = nullptr);

    SearchBox *search() const { return m_search; }
    Button *refreshButton() const { return m_refresh; }
    Button *newLeadButton() const { return m_newLead; }
    Button *newOpportunityButton() const { return m_newOpportunity; }

    void setHistory(bool back, bool forward);
    void setSyncState(const QString &text, Tone tone);
    /// Takes the buttons that write away, where the person may not (read-only run).
    void setWritable(bool writable);

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    void refreshRequested();
    void newLeadRequested();
    void newOpportunityRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *m_back;
    QToolButton *m_forward;
    SearchBox *m_search;
    StateLabel *m_state;
    Button *m_refresh;
    Button *m_newOpportunity;
    Button *m_newLead;
};

} // namespace Leadline

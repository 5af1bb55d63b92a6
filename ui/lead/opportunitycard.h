// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tokens.h"

#include <QAbstractButton>

namespace Leadline {

/// What stands on an opportunity's card.
struct OpportunityLines
{
    QString id;
    QString value; ///< "€ 112,000", "€ 12,400 /mo"
    QString date;  ///< "closes 18 Dec"
    Tone dateTone = Tone::Grey;
    QString detail;      ///< "Proposal sent · 70 % · Ana Reyes"
    QString note;        ///< for the tool tip
    int confidence = -1; ///< negative: none known, no bar
};

/// An opportunity of a lead; a click, Enter or Space opens it. Draws itself: a lead may have many.
class OpportunityCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit OpportunityCard(QWidget *parent = nullptr);

    void setLines(const OpportunityLines &lines);
    QString opportunityId() const { return m_lines.id; }
    void setHighlighted(bool highlighted);
    bool isHighlighted() const { return m_isHighlighted; }

    /// What can be edited where it is shown: its key, and the room for its field in this card.
    struct Part
    {
        QString key;
        QRect room;
    };
    QList<Part> parts() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    OpportunityLines m_lines;
    bool m_isHighlighted = false;
};

} // namespace Leadline

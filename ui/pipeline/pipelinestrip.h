// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pipelinemodel.h"
#include "tokens.h"

#include <QWidget>

#include <functional>

namespace Leadline {

/// The sums above the board, and below them a bar whose parts are as long as the statuses' values. Only open
/// deals count; those won or lost have sums of their own in their columns.
class PipelineStrip : public QWidget
{
    Q_OBJECT

public:
    /// \a toneOf gives a group its tone. Nothing is owned.
    PipelineStrip(PipelineModel *model, std::function<Tone(int group)> toneOf, QWidget *parent = nullptr);

    /// "33 active", "€ 1,192,500 value" ...: what stands in the row, each as number and word.
    QList<std::pair<QString, QString>> figures() const;

    /// What stands below a part of the bar: "Trial running 27 %", or the name alone.
    struct Label
    {
        QString text;
        QRect rect;
    };
    QList<Label> labels() const;

    /// Says beside the sums what they leave out ("1,200 of 4,000 leads loaded"); blank when nothing.
    void setNote(const QString &note);
    QString note() const { return m_note; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Part
    {
        int group;
        double share; ///< of 1
        QRect rect;
    };

    QList<Part> parts() const;
    QString partText(const Part &part) const;
    QString wholeText() const;
    void onTotalsChanged();

    PipelineModel *m_model;
    std::function<Tone(int)> m_toneOf;
    QString m_note;
};

} // namespace Leadline

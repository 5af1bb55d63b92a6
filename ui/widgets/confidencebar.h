// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProgressBar>

namespace Leadline {

/// The thin meter of a confidence, 0 to 100. Its accessible name is "Confidence", its value the per cent.
class ConfidenceBar : public QProgressBar
{
    Q_OBJECT

public:
    explicit ConfidenceBar(QWidget *parent = nullptr);

    QSize sizeHint() const override { return {120, 4}; }
    QSize minimumSizeHint() const override { return {24, 4}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The meter itself, for delegates: 4 high, vertically centred in \a rect.
void paintConfidence(QPainter *painter, const QRectF &rect, int percent, const QPalette &palette);

} // namespace Leadline

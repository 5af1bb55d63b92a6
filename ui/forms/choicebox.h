// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>

namespace Leadline {

/// A combo box for forms: an entry with a tone is painted as a pill, and the mouse wheel scrolls the form
/// instead of changing a value that only happens to lie under the pointer.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    enum Role {
        IdRole = Qt::UserRole, ///< what the entry stands for [QString]
        ToneRole,              ///< Tone of its pill [int]; none for plain text
    };

    QString currentId() const { return currentData(IdRole).toString(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Leadline

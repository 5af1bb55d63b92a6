// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formdialog.h"

#include <functional>

namespace Leadline {

/// A question with a few ways on. Cancel has the keyboard, so that Enter does no harm. Shown with open();
/// deletes itself.
class ConfirmDialog : public FormDialog
{
    Q_OBJECT

public:
    struct Way
    {
        QString text;
        std::function<void()> run; ///< after the dialog has closed
    };

    /// The last of \a ways is the primary button.
    ConfirmDialog(const QString &title, const QString &text, const QList<Way> &ways, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void take(const std::function<void()> &run);
};

} // namespace Leadline

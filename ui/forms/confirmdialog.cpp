// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "confirmdialog.h"

#include "button.h"

#include <QLabel>

namespace Leadline {

namespace {

constexpr int ConfirmWidth = 480;

} // namespace

ConfirmDialog::ConfirmDialog(const QString &title, const QString &text, const QList<Way> &ways,
                             QWidget *parent)
    : FormDialog(title, parent)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    addForm(label);
    setAccessibleDescription(text);
    for (qsizetype i = 0; i + 1 < ways.size(); ++i) {
        auto *button = new Button(ways.at(i).text, this);
        addFooterButton(button);
        connect(button, &QPushButton::clicked, this, [this, run = ways.at(i).run] { take(run); });
    }
    setPrimaryText(ways.last().text);
    connect(this, &FormDialog::primaryTriggered, this, [this, run = ways.last().run] { take(run); });
    connect(this, &QDialog::rejected, this, &QObject::deleteLater);
    cancelButton()->setDefault(true);
    fitContent(ConfirmWidth);
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    FormDialog::showEvent(event);
    cancelButton()->setFocus(Qt::OtherFocusReason);
}

void ConfirmDialog::take(const std::function<void()> &run)
{
    done(QDialog::Accepted);
    deleteLater();
    run();
}

} // namespace Leadline

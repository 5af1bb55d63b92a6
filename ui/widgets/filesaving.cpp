// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "filesaving.h"

#include "messagebar.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

struct FileSaving
{
    Q_DECLARE_TR_FUNCTIONS(Leadline::FileSaving)
};

} // namespace

void askWhereToSave(const FileToSave &file, QWidget *parent, std::function<void(const QString &path)> save)
{
    auto *dialog = new QFileDialog(parent, file.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(file.suffix);
    dialog->setNameFilter(file.filter);
    dialog->selectFile(file.name + u'.' + file.suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(save));
    dialog->open();
}

void tellSaved(MessageBar *messages, const QString &path, const QString &error)
{
    const QString shown = QDir::toNativeSeparators(path);
    const bool isDone = error.isEmpty();
    messages->post({u"export"_s, isDone ? MessageBar::Kind::Info : MessageBar::Kind::Error,
                    isDone ? FileSaving::tr("Written to %1.").arg(shown)
                           : FileSaving::tr("%1 could not be written: %2").arg(shown, error),
                    {},
                    true});
}

} // namespace Leadline

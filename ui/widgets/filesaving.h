// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Leadline {

class MessageBar;

/// Which file the person is asked for.
struct FileToSave
{
    QString title;  ///< of the dialog
    QString name;   ///< suggested, without its suffix
    QString suffix; ///< "csv"
    QString filter; ///< "CSV (*.csv)"
};

/// Asks where to save a file; \a save gets the path unless the person thinks better of it. Returns at once; nothing
/// comes of it when \a parent goes.
void askWhereToSave(const FileToSave &file, QWidget *parent, std::function<void(const QString &path)> save);

/// Says that a file was written, or why it was not.
void tellSaved(MessageBar *messages, const QString &path, const QString &error);

} // namespace Leadline

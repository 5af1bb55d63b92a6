// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <functional>

class QWidget;

namespace Leadline {

/// Opens one page after the other, light and dark, and saves a picture of each as "<name>-light.png" and
/// "<name>-dark.png".
class Tour : public QObject
{
    Q_OBJECT

public:
    /// To be called once the page is on screen with all it shows, with the widget to picture; the window
    /// itself, or a dialog over it. Nothing to picture is a failure.
    using Shown = std::function<void(QWidget *)>;

    struct Stop
    {
        QString name;
        std::function<void(Shown)> open;
        /// Undoes what open() did, where the next stop would not.
        std::function<void()> leave;
    };

    /// `setDark` gives the program its light or dark look before the stops are walked in it.
    Tour(const QString &folder, QList<Stop> stops, std::function<void(bool dark)> setDark,
         QObject *parent = nullptr);

    /// Ends in finished(), not before this returns. To be called once.
    void start();

Q_SIGNALS:
    /// One line for each picture that was not made; empty when all were.
    void finished(const QStringList &failures);

private:
    void next();
    void visit();
    void picture(QWidget *widget);
    void leave();
    QString pictureName() const;

    QDir m_folder;
    QList<Stop> m_stops;
    std::function<void(bool)> m_setDark;
    QTimer m_patience;
    QStringList m_failures;
    qsizetype m_index = -1;
    bool m_dark = false;
    /// Counts visits, so that a page that shows up after its time is not taken for the next one.
    int m_visit = 0;
};

} // namespace Leadline

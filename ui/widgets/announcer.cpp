// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "announcer.h"

#include <QAccessible>

namespace Leadline {

Announcer::Announcer(QWidget *parent)
    : QLabel(parent)
{
    // Not hidden, which would take it out of what a screen reader sees; as small as can be.
    setFixedSize(1, 1);
    setTextFormat(Qt::PlainText);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setForegroundRole(QPalette::Window);
}

void Announcer::announce(const QString &text)
{
    // The label tells of its new name by itself; the same one twice would be told once.
    if (text == this->text())
        clear();
    setText(text);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
#endif
}

} // namespace Leadline

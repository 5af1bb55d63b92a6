// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "contactpaste.h"

#include "persontext.h"
#include "recordform.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const EmailAddress &email)
{
    return email.email;
}

QString textOf(const PhoneNumber &phone)
{
    return phone.phone;
}

QString textOf(const WebAddress &address)
{
    return address.url;
}

/// Puts what \a found has and \a values has not yet behind it.
template <typename T>
void append(QVariantMap *values, const QString &key, const QList<T> &found)
{
    auto list = values->value(key).value<QList<T>>();
    for (const T &each : found) {
        const bool isKnown = std::any_of(list.cbegin(), list.cend(), [&](const T &other) {
            return textOf(other).compare(textOf(each), Qt::CaseInsensitive) == 0;
        });
        if (!isKnown)
            list.append(each);
    }
    if (!list.isEmpty())
        values->insert(key, QVariant::fromValue(list));
}

} // namespace

ContactPaste::ContactPaste(RecordForm *form)
    : QObject(form)
    , m_form(form)
    , m_name(qobject_cast<QLineEdit *>(form->editor(u"name"_s)->focusProxy()))
{
    m_name->installEventFilter(this);
}

QVariantMap ContactPaste::current() const
{
    QVariantMap values;
    for (const QString &key : {u"name"_s, u"title"_s, u"emails"_s, u"phones"_s, u"urls"_s})
        values.insert(key, m_form->value(key));
    return values;
}

bool ContactPaste::paste(const QString &text)
{
    const PersonText person = readPerson(text);
    if (m_name->isReadOnly() || !person.hasDetails())
        return false;
    const QVariantMap before = current();
    QVariantMap after = before;
    if (!person.name.isEmpty())
        after.insert(u"name"_s, person.name);
    if (!person.title.isEmpty() && isBlank(before.value(u"title"_s)))
        after.insert(u"title"_s, person.title);
    append(&after, u"emails"_s, person.emails);
    append(&after, u"phones"_s, person.phones);
    append(&after, u"urls"_s, person.urls);
    m_form->fill(after);
    m_before = before;
    m_after = current();
    return true;
}

/// Only as long as nothing was typed since: that is never lost.
bool ContactPaste::undo()
{
    if (m_after.isEmpty() || current() != m_after)
        return false;
    m_after.clear();
    m_form->fill(std::exchange(m_before, {}));
    return true;
}

void ContactPaste::showMenu(const QPoint &where)
{
    QMenu *menu = m_name->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    const QString text = QGuiApplication::clipboard()->text();
    QAction *action = menu->addAction(tr("Paste as Contact"), this, [this, text] { paste(text); });
    action->setEnabled(!m_name->isReadOnly() && readPerson(text).hasDetails());
    menu->popup(where);
}

bool ContactPaste::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Paste) && paste(QGuiApplication::clipboard()->text()))
            return true;
        if (key->matches(QKeySequence::Undo) && undo())
            return true;
    } else if (event->type() == QEvent::ContextMenu) {
        showMenu(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Leadline

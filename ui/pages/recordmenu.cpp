// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordmenu.h"

#include "icons.h"
#include "leadlinks.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeySequence>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// The context of this file's translations.
struct RecordMenuText
{
    Q_DECLARE_TR_FUNCTIONS(RecordMenuText)
};

/// The texts of a field of the records, without blanks; a cell of several addresses gives each.
QStringList texts(const RecordTable &table, const QStringList &ids, const QString &key)
{
    QStringList found;
    for (const QString &id : ids) {
        const int row = table.rowOf(id);
        if (row < 0 || table.fields().indexOf(key) < 0)
            continue;
        for (const QString &text :
             table.valueAt(key, quint32(row)).toString().split(u", "_s, Qt::SkipEmptyParts)) {
            if (!found.contains(text))
                found.append(text);
        }
    }
    return found;
}

QStringList leadLinks(const RecordTable &table, const QStringList &ids)
{
    QStringList links;
    for (const QString &id : ids) {
        const int row = table.rowOf(id);
        if (row < 0)
            continue;
        if (const QString lead = table.leadIdAt(quint32(row)); !lead.isEmpty())
            links.append(closeLeadUrl(lead).toString());
    }
    links.removeDuplicates();
    return links;
}

void addWays(QMenu *menu, const RecordTable &table, const QStringList &ids, RecordKind kind)
{
    const QStringList links = leadLinks(table, ids);
    if (!links.isEmpty()) {
        menu->addAction(icon(u"external"_s), RecordMenuText::tr("Open in Close"), menu,
                        [link = links.first()] { openLink(QUrl(link)); });
        menu->addAction(icon(u"link"_s), RecordMenuText::tr("Copy link"), menu,
                        [links] { QGuiApplication::clipboard()->setText(links.join(u'\n')); });
    }
    const bool lead = kind == RecordKind::Lead;
    const QStringList emails = texts(table, ids, lead ? u"primary_email"_s : u"emails"_s);
    const QStringList phones = texts(table, ids.first(1), lead ? u"primary_phone"_s : u"phones"_s);
    if (emails.isEmpty() && phones.isEmpty())
        return;
    menu->addSeparator();
    if (!emails.isEmpty()) {
        menu->addAction(icon(u"copy"_s), RecordMenuText::tr("Copy email address"), menu,
                        [emails] { QGuiApplication::clipboard()->setText(emails.join(u", "_s)); });
        menu->addAction(icon(u"mail"_s), RecordMenuText::tr("Write email"), menu,
                        [emails] { openLink(mailUrl(emails.join(u','))); });
    }
    if (!phones.isEmpty()) {
        menu->addAction(icon(u"phone"_s), RecordMenuText::tr("Call %1").arg(phones.first()), menu,
                        [number = phones.first()] { openLink(phoneUrl(number)); });
    }
}

/// What is written in a line or two, with the keys that do the same.
void addEveryday(QMenu *menu, const RecordMenuActions &actions, const QPoint &position)
{
    const auto withKey = [](const QString &text, Qt::Key key) {
        return text + u'\t' + QKeySequence(key).toString(QKeySequence::NativeText);
    };
    if (actions.toggleDone)
        menu->addAction(
            icon(u"check"_s),
            withKey(actions.areDone ? RecordMenuText::tr("To be done again") : RecordMenuText::tr("Done"),
                    Qt::Key_Space),
            menu, actions.toggleDone);
    if (actions.reschedule)
        menu->addAction(icon(u"calendar"_s), withKey(RecordMenuText::tr("Reschedule…"), Qt::Key_D), menu,
                        [reschedule = actions.reschedule, position] { reschedule(position); });
    if (!actions.compose)
        return;
    menu->addSeparator();
    const auto add = [&](const QString &iconName, const QString &text, Qt::Key key, ComposerKind kind) {
        menu->addAction(icon(iconName), withKey(text, key), menu,
                        [compose = actions.compose, kind] { compose(kind); });
    };
    add(u"note"_s, RecordMenuText::tr("Add note"), Qt::Key_N, ComposerKind::Note);
    add(u"phone"_s, RecordMenuText::tr("Log call"), Qt::Key_C, ComposerKind::Call);
    add(u"task"_s, RecordMenuText::tr("Add task"), Qt::Key_T, ComposerKind::Task);
    menu->addSeparator();
}

} // namespace

void popupRecordMenu(const Session &session, RecordKind kind, const QStringList &ids,
                     const RecordMenuActions &actions, const QPoint &position, QWidget *parent)
{
    if (ids.isEmpty())
        return;
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(RecordMenuText::tr("Open"), menu, actions.open);
    if (actions.edit && ids.size() == 1)
        menu->addAction(icon(u"edit"_s), RecordMenuText::tr("Edit…"), menu, actions.edit);
    if (actions.changeStatus) {
        menu->addAction(icon(u"status"_s), RecordMenuText::tr("Change status…"), menu,
                        [change = actions.changeStatus, position] { change(position); });
    }
    if (actions.changeValues)
        menu->addAction(icon(u"dollar"_s), RecordMenuText::tr("Change owner, value, close…"), menu,
                        actions.changeValues);
    if (actions.newContact)
        menu->addAction(icon(u"plus"_s), RecordMenuText::tr("New Contact…"), menu, actions.newContact);
    if (actions.newOpportunity)
        menu->addAction(icon(u"plus"_s), RecordMenuText::tr("New Opportunity…"), menu,
                        actions.newOpportunity);
    addEveryday(menu, actions, position);
    if (actions.onlyLead)
        menu->addAction(icon(u"filter"_s), RecordMenuText::tr("Only this lead"), menu, actions.onlyLead);
    if (actions.contacts)
        menu->addAction(icon(u"person"_s), RecordMenuText::tr("Its contacts"), menu, actions.contacts);
    if (actions.opportunities)
        menu->addAction(icon(u"dollar"_s), RecordMenuText::tr("Its opportunities"), menu,
                        actions.opportunities);
    menu->addSeparator();
    addWays(menu, *session.table(kind), ids, kind);
    if (actions.exportRows) {
        const int count = int(ids.size());
        menu->addAction(icon(u"download"_s),
                        count > 1 ? RecordMenuText::tr("Export %n row(s) as CSV…", nullptr, count)
                                  : RecordMenuText::tr("Export the table as CSV…"),
                        menu, actions.exportRows);
    }
    if (actions.merge || actions.remove)
        menu->addSeparator();
    if (actions.merge && ids.size() <= 2)
        menu->addAction(RecordMenuText::tr("Merge into…"), menu, actions.merge);
    if (actions.remove) {
        menu->addAction(RecordMenuText::tr("Delete…"), menu, actions.remove);
    }
    menu->popup(position);
}

} // namespace Leadline

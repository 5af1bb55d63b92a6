// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "entrylisteditor.h"

#include "choicebox.h"
#include "contactdetails.h"
#include "fieldtext.h"
#include "persontext.h"

#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int TypeWidth = 96;

/// Close's own words; any other is kept as it is.
QStringList typesOf(FieldType type)
{
    if (type == FieldType::Emails)
        return {u"office"_s, u"home"_s, u"direct"_s, u"other"_s};
    if (type == FieldType::Phones)
        return {u"office"_s, u"mobile"_s, u"direct"_s, u"home"_s, u"fax"_s, u"other"_s};
    return {u"url"_s, u"blog"_s, u"linkedin"_s, u"twitter"_s, u"other"_s};
}

QString shownType(const QString &type)
{
    static const QHash<QString, const char *> words{
        {u"office"_s, QT_TRANSLATE_NOOP("EntryListEditor", "office")},
        {u"home"_s, QT_TRANSLATE_NOOP("EntryListEditor", "home")},
        {u"direct"_s, QT_TRANSLATE_NOOP("EntryListEditor", "direct")},
        {u"mobile"_s, QT_TRANSLATE_NOOP("EntryListEditor", "mobile")},
        {u"fax"_s, QT_TRANSLATE_NOOP("EntryListEditor", "fax")},
        {u"other"_s, QT_TRANSLATE_NOOP("EntryListEditor", "other")},
        {u"url"_s, QT_TRANSLATE_NOOP("EntryListEditor", "url")},
        {u"blog"_s, QT_TRANSLATE_NOOP("EntryListEditor", "blog")},
    };
    const auto known = words.find(type);
    return known == words.end() ? type : QCoreApplication::translate("EntryListEditor", *known);
}

} // namespace

/// An entry as it came: what is not edited goes back the same, read-only parts included.
struct EntryListEditor::Item
{
    QString text;
    QString type;
    QVariant origin{};
};

struct EntryListEditor::Entry
{
    QWidget *line = nullptr;
    QLineEdit *edit = nullptr;
    ChoiceBox *type = nullptr;
    QVariant origin{};
    QString shown{};

    QString text() const { return edit->text().trimmed(); }
};

EntryListEditor::EntryListEditor(const Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    setValue({});
}

EntryListEditor::~EntryListEditor() = default;

QList<EntryListEditor::Item> EntryListEditor::itemsOf(FieldType type, const QVariant &value)
{
    QList<Item> items;
    if (type == FieldType::Emails) {
        for (const EmailAddress &each : value.value<QList<EmailAddress>>())
            items.append({each.email, each.type, QVariant::fromValue(each)});
    } else if (type == FieldType::Phones) {
        for (const PhoneNumber &each : value.value<QList<PhoneNumber>>())
            items.append({each.display(), each.type, QVariant::fromValue(each)});
    } else {
        for (const WebAddress &each : value.value<QList<WebAddress>>())
            items.append({each.url, each.type, QVariant::fromValue(each)});
    }
    return items;
}

QString EntryListEditor::defaultType() const
{
    if (field().type == FieldType::WebAddresses)
        return u"url"_s;
    return field().type == FieldType::Phones ? u"mobile"_s : u"office"_s;
}

void EntryListEditor::setValue(const QVariant &value)
{
    QList<Item> items = itemsOf(field().type, value);
    if (items.isEmpty())
        items.append({{}, defaultType()});
    // Lines that are there are filled again: new ones would stand at the end of the Tab order.
    while (m_entries.size() > size_t(items.size()))
        drop(qsizetype(m_entries.size()) - 1);
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (size_t(i) < m_entries.size())
            fill(*m_entries[size_t(i)], items.at(i));
        else
            append(items.at(i));
    }
    arrange();
}

/// Entries that are as Close sent them stay that; the others are typed.
void EntryListEditor::restore(const QVariant &typed)
{
    QStringList sent;
    for (const auto &entry : m_entries) {
        if (entry->origin.isValid())
            sent.append(entry->shown);
    }
    setValue(typed);
    for (const auto &entry : m_entries) {
        if (!sent.contains(entry->shown)) {
            entry->origin = {};
            entry->shown.clear();
        }
    }
}

void EntryListEditor::fill(Entry &entry, const Item &item)
{
    entry.edit->setText(item.text);
    entry.edit->setCursorPosition(0);
    QStringList types = typesOf(field().type);
    if (!item.type.isEmpty() && !types.contains(item.type))
        types.append(item.type);
    entry.type->clear();
    for (const QString &type : std::as_const(types))
        entry.type->addItem(shownType(type), type);
    entry.type->setCurrentIndex(int(types.indexOf(item.type)));
    entry.origin = item.origin;
    entry.shown = item.text;
}

EntryListEditor::Entry *EntryListEditor::append(const Item &item)
{
    auto entry = std::make_unique<Entry>();
    entry->line = new QWidget(this);
    entry->edit = new QLineEdit(entry->line);
    if (field().type == FieldType::Emails)
        entry->edit->setPlaceholderText(tr("Email, phone or web address"));
    entry->edit->setToolTip(tr("Alt+Insert adds another, Ctrl+Delete removes this one"));
    entry->type = new ChoiceBox(entry->line);
    entry->type->setFixedWidth(TypeWidth);
    fill(*entry, item);
    auto *row = new QHBoxLayout(entry->line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(entry->edit, 1);
    row->addWidget(entry->type);
    for (QWidget *control : {static_cast<QWidget *>(entry->edit), static_cast<QWidget *>(entry->type)})
        watch(control);
    connect(entry->edit, &QLineEdit::textEdited, this, &FieldEditor::changed);
    connect(entry->type, &QComboBox::activated, this, &FieldEditor::changed);
    m_entries.push_back(std::move(entry));
    return m_entries.back().get();
}

/// Puts the lines in the entries' order, for the eye, the Tab key and the screen reader.
void EntryListEditor::arrange()
{
    QWidget *before = nullptr;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        Entry &entry = *m_entries[i];
        m_column->removeWidget(entry.line);
        m_column->addWidget(entry.line);
        entry.line->show();
        if (before)
            setTabOrder(before, entry.edit);
        setTabOrder(entry.edit, entry.type);
        before = entry.type;
    }
    setFocusProxy(m_entries.front()->edit);
    setAccessibleNames(m_name);
    Q_EMIT controlChanged();
}

void EntryListEditor::setAccessibleNames(const QString &name)
{
    m_name = name;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const QString own = i == 0 ? name : tr("%1 %2").arg(name).arg(i + 1);
        m_entries[i]->edit->setAccessibleName(own);
        m_entries[i]->type->setAccessibleName(tr("%1 type").arg(own));
    }
}

QVariant EntryListEditor::value() const
{
    QList<EmailAddress> emails;
    QList<PhoneNumber> phones;
    QList<WebAddress> urls;
    for (const auto &entry : m_entries) {
        const QString text = entry->text();
        if (text.isEmpty())
            continue;
        const QString type = entry->type->currentId();
        const bool isSame = entry->edit->text() == entry->shown && entry->origin.isValid();
        if (field().type == FieldType::Emails) {
            EmailAddress email = isSame ? entry->origin.value<EmailAddress>() : EmailAddress{text, {}};
            email.type = type;
            emails.append(email);
        } else if (field().type == FieldType::Phones) {
            PhoneNumber phone = isSame ? entry->origin.value<PhoneNumber>() : PhoneNumber{text, {}, {}, {}};
            phone.type = type;
            phones.append(phone);
        } else {
            urls.append({isSame ? entry->origin.value<WebAddress>().url : withScheme(text), type});
        }
    }
    if (!emails.isEmpty())
        return QVariant::fromValue(emails);
    if (!phones.isEmpty())
        return QVariant::fromValue(phones);
    return urls.isEmpty() ? QVariant() : QVariant::fromValue(urls);
}

QString EntryListEditor::problemOf(const QString &text) const
{
    if (field().type == FieldType::Emails)
        return emailProblem(text);
    return field().type == FieldType::Phones ? phoneProblem(text) : linkProblem(text);
}

FieldProblem EntryListEditor::problem() const
{
    for (size_t i = 0; i < m_entries.size(); ++i) {
        // What Close itself sent is not for this form to refuse.
        if (m_entries[i]->edit->text() == m_entries[i]->shown)
            continue;
        if (const QString text = problemOf(m_entries[i]->text()); !text.isEmpty())
            return {text, int(i)};
    }
    return {};
}

/// The type of the field that \a text belongs in, this one's own when its looks do not tell.
FieldType EntryListEditor::belongsIn(const QString &text) const
{
    switch (detailKindOf(text)) {
    case DetailKind::Email:
        return FieldType::Emails;
    case DetailKind::Phone:
        return FieldType::Phones;
    case DetailKind::WebAddress:
        return FieldType::WebAddresses;
    case DetailKind::Unknown:
        break;
    }
    return field().type;
}

void EntryListEditor::commit()
{
    QStringList misplacedTexts;
    for (const auto &entry : m_entries) {
        const QString text = entry->text();
        if (entry->edit->isReadOnly() || text.isEmpty() || entry->edit->text() == entry->shown)
            continue;
        if (belongsIn(text) != field().type)
            misplacedTexts.append(text);
        else if (field().type == FieldType::WebAddresses && linkProblem(text).isEmpty())
            entry->edit->setText(withScheme(text));
    }
    for (const QString &text : std::as_const(misplacedTexts))
        Q_EMIT misplaced(text, belongsIn(text));
}

void EntryListEditor::takeText(const QString &text)
{
    const bool isLink = field().type == FieldType::WebAddresses;
    const QString shown = isLink ? withScheme(text) : text;
    for (const auto &entry : m_entries) {
        if (entry->text().compare(shown, Qt::CaseInsensitive) == 0)
            return;
    }
    blankEntry(isLink ? webAddressType(text) : defaultType())->edit->setText(shown);
    Q_EMIT changed();
}

void EntryListEditor::giveAway(const QString &text)
{
    for (const auto &entry : m_entries) {
        // Cleared rather than removed: undo in the box brings it back.
        if (entry->text() == text)
            entry->edit->clear();
    }
    Q_EMIT changed();
}

void EntryListEditor::mark(const FieldProblem &problem)
{
    for (size_t i = 0; i < m_entries.size(); ++i)
        setInvalid(m_entries[i]->edit, problem && (problem.entry < 0 ? i == 0 : problem.entry == int(i)));
}

void EntryListEditor::focusEntry(int entry)
{
    const auto last = int(m_entries.size()) - 1;
    m_entries[size_t(qBound(0, entry, last))]->edit->setFocus(Qt::OtherFocusReason);
}

int EntryListEditor::entryOfSent(int sent) const
{
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_entries[i]->text().isEmpty() && sent-- == 0)
            return int(i);
    }
    return 0;
}

/// The first blank line, which is the one to fill, or a new one.
EntryListEditor::Entry *EntryListEditor::blankEntry(const QString &type)
{
    const auto blank = std::find_if(m_entries.begin(), m_entries.end(),
                                    [](const auto &entry) { return entry->text().isEmpty(); });
    const bool isNew = blank == m_entries.end();
    Entry *entry = isNew ? append({{}, type}) : blank->get();
    if (isNew)
        arrange();
    if (const int index = entry->type->findData(type, ChoiceBox::IdRole); index >= 0)
        entry->type->setCurrentIndex(index);
    return entry;
}

void EntryListEditor::addEntry()
{
    blankEntry(defaultType())->edit->setFocus(Qt::OtherFocusReason);
}

void EntryListEditor::drop(qsizetype at)
{
    // Out of the list first: a field that has the focus reports its loss while it goes.
    const std::unique_ptr<Entry> gone = std::move(m_entries[size_t(at)]);
    m_entries.erase(m_entries.begin() + at);
    delete gone->line;
}

void EntryListEditor::remove(qsizetype at)
{
    if (m_entries.size() > 1)
        drop(at);
    else
        fill(*m_entries.front(), {{}, defaultType()});
    arrange();
    focusEntry(int(at));
    Q_EMIT changed();
}

void EntryListEditor::move(qsizetype at, int by)
{
    const qsizetype to = at + by;
    if (to < 0 || to >= qsizetype(m_entries.size()))
        return;
    std::swap(m_entries[size_t(at)], m_entries[size_t(to)]);
    arrange();
    focusEntry(int(to));
    Q_EMIT changed();
}

qsizetype EntryListEditor::entryWith(const QObject *control) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto &entry) {
        return entry->edit == control || entry->type == control;
    });
    return found == m_entries.end() ? -1 : found - m_entries.begin();
}

bool EntryListEditor::takeKey(qsizetype at, int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers == Qt::AltModifier && key == Qt::Key_Insert) {
        addEntry();
        return true;
    }
    if (modifiers == Qt::ControlModifier && key == Qt::Key_Delete) {
        remove(at);
        return true;
    }
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        move(at, key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    return false;
}

void EntryListEditor::showMenu(qsizetype at, const QPoint &where)
{
    QMenu *menu = m_entries[size_t(at)]->edit->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    const auto add = [&](const QString &text, int key, Qt::KeyboardModifiers modifiers) {
        QAction *action = menu->addAction(text);
        action->setShortcut(QKeySequence(QKeyCombination(modifiers, Qt::Key(key))));
        action->setShortcutContext(Qt::WidgetShortcut);
        QObject *control = m_entries[size_t(at)]->edit;
        connect(action, &QAction::triggered, this, [this, control, key, modifiers] {
            if (const qsizetype now = entryWith(control); now >= 0)
                takeKey(now, key, modifiers);
        });
    };
    add(tr("Add another"), Qt::Key_Insert, Qt::AltModifier);
    add(tr("Remove"), Qt::Key_Delete, Qt::ControlModifier);
    add(tr("Move up"), Qt::Key_Up, Qt::AltModifier);
    add(tr("Move down"), Qt::Key_Down, Qt::AltModifier);
    menu->popup(where);
}

bool EntryListEditor::eventFilter(QObject *watched, QEvent *event)
{
    const qsizetype at = entryWith(watched);
    if (at >= 0 && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
        const bool isMine =
            (modifiers == Qt::AltModifier &&
             (key->key() == Qt::Key_Insert || key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) ||
            (modifiers == Qt::ControlModifier && key->key() == Qt::Key_Delete);
        if (isMine && event->type() == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
        if (isMine && takeKey(at, key->key(), modifiers))
            return true;
    }
    if (at >= 0 && event->type() == QEvent::ContextMenu && watched == m_entries[size_t(at)]->edit) {
        showMenu(at, static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        commit();
    return FieldEditor::eventFilter(watched, event);
}

void EntryListEditor::setReadOnly(bool readOnly)
{
    for (const auto &entry : m_entries) {
        entry->edit->setReadOnly(readOnly);
        entry->type->setEnabled(!readOnly);
    }
}

} // namespace Leadline

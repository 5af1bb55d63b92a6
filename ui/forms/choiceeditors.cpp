// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "choiceeditors.h"

#include "choicebox.h"
#include "session.h"
#include "statusitems.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

QList<ChoiceItem> statusChoices(const QList<StatusItem> &statuses)
{
    QList<ChoiceItem> items;
    for (const StatusItem &status : statuses)
        items.append({status.id, status.label, status.tone});
    return items;
}

QList<ChoiceItem> periodChoices()
{
    return {{periodKey(ValuePeriod::OneTime), ChoiceEditor::tr("one-time")},
            {periodKey(ValuePeriod::Monthly), ChoiceEditor::tr("per month")},
            {periodKey(ValuePeriod::Annual), ChoiceEditor::tr("per year")}};
}

QList<ChoiceItem> userChoices(const Directory &directory)
{
    QList<ChoiceItem> items;
    for (const User &user : directory.organization().users) {
        if (user.isActive)
            items.append({user.id, user.name()});
    }
    std::sort(items.begin(), items.end(), [](const ChoiceItem &a, const ChoiceItem &b) {
        return QString::localeAwareCompare(a.text, b.text) < 0;
    });
    return items;
}

QList<ChoiceItem> contactChoices(const Session &session, const QString &leadId)
{
    QList<ChoiceItem> items;
    if (leadId.isEmpty())
        return items;
    const RecordTable *contacts = session.contacts();
    for (const quint32 row : contacts->rowsOfLead(leadId))
        items.append({contacts->idAt(row), contacts->valueAt(u"shown_name"_s, row).toString()});
    return items;
}

/// What is called \a id and cannot be chosen any more.
QString nameOf(const Field &field, const FormContext &context, const QString &id)
{
    if (field.type == FieldType::Contact || field.type == FieldType::Contacts) {
        const RecordTable *contacts = context.session->contacts();
        const int row = contacts->rowOf(id);
        return row < 0 ? ChoiceEditor::tr("Unknown contact")
                       : contacts->valueAt(u"shown_name"_s, quint32(row)).toString();
    }
    const QString name = context.session->directory().nameOf(id);
    return name.isEmpty() ? id : name;
}

} // namespace

QList<ChoiceItem> choicesOf(const Field &field, const FormContext &context, const QVariantMap &siblings)
{
    const Directory &directory = context.session->directory();
    QList<ChoiceItem> items;
    switch (field.type) {
    case FieldType::Period:
        return periodChoices();
    case FieldType::LeadStatus:
        return statusChoices(leadStatuses(context));
    case FieldType::OpportunityStatus:
        return statusChoices(opportunityStatuses(context, siblings.value(u"pipeline_id"_s).toString()));
    case FieldType::Pipeline:
        for (const Pipeline &pipeline : directory.organization().pipelines)
            items.append({pipeline.id, pipeline.name});
        return items;
    case FieldType::User:
    case FieldType::Users:
        return userChoices(directory);
    case FieldType::Contact:
    case FieldType::Contacts:
        return contactChoices(*context.session, siblings.value(u"lead_id"_s).toString());
    default:
        for (const QString &choice : field.choices)
            items.append({choice, choice});
        return items;
    }
}

ChoiceEditor::ChoiceEditor(const Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_box(new ChoiceBox(this))
{
    setControl(m_box);
    fill({});
    connect(m_box, &QComboBox::activated, this, &FieldEditor::changed);
}

/// A status, a pipeline and a period cannot be taken away, only exchanged.
bool ChoiceEditor::offersNone() const
{
    const FieldType type = field().type;
    return type != FieldType::LeadStatus && type != FieldType::OpportunityStatus &&
           type != FieldType::Pipeline && type != FieldType::Period;
}

void ChoiceEditor::fill(const QString &id)
{
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    if (offersNone())
        m_box->addItem(QString());
    bool known = id.isEmpty();
    for (const ChoiceItem &item : choicesOf(field(), context(), m_siblings)) {
        m_box->addItem(item.text, item.id);
        if (item.tone)
            m_box->setItemData(m_box->count() - 1, int(*item.tone), ChoiceBox::ToneRole);
        known = known || item.id == id;
    }
    if (!known) {
        // A choice that was taken off the list since, a former user: it stays until another one is chosen.
        m_box->addItem(nameOf(field(), context(), id), id);
    }
    m_box->setCurrentIndex(id.isEmpty() && offersNone() ? 0 : m_box->findData(id, ChoiceBox::IdRole));
}

QVariant ChoiceEditor::value() const
{
    const QString id = m_box->currentId();
    return id.isEmpty() ? QVariant() : QVariant(id);
}

void ChoiceEditor::setValue(const QVariant &value)
{
    fill(value.toString());
}

void ChoiceEditor::takeSibling(const QString &key, const QVariant &value)
{
    const bool isMine = (key == "pipeline_id"_L1 && field().type == FieldType::OpportunityStatus) ||
                        (key == "lead_id"_L1 && field().type == FieldType::Contact);
    if (!isMine || m_siblings.value(key) == value)
        return;
    m_siblings.insert(key, value);
    const QList<ChoiceItem> items = choicesOf(field(), context(), m_siblings);
    const QString id = m_box->currentId();
    const bool stays =
        std::any_of(items.begin(), items.end(), [&](const ChoiceItem &item) { return item.id == id; });
    if (stays || id.isEmpty())
        fill(id);
    else
        fill(field().type == FieldType::Contact || items.isEmpty() ? QString() : items.first().id);
    if (m_box->currentId() != id)
        Q_EMIT changed();
}

/// The field that names what is chosen; its list is a menu.
class ChoicesEditor::Box : public ChoiceBox
{
public:
    explicit Box(ChoicesEditor *editor)
        : ChoiceBox(editor)
        , m_editor(editor)
    {
    }

    void showPopup() override { m_editor->showMenu(); }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        // There is no next entry to go to: every key that would opens the menu.
        if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up || event->key() == Qt::Key_Space)
            showPopup();
        else
            event->ignore();
    }

private:
    ChoicesEditor *m_editor;
};

namespace {

/// A menu that stays open while entries are switched on and off.
class CheckMenu : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (!toggle(actionAt(event->position().toPoint())))
            QMenu::mouseReleaseEvent(event);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Space || !toggle(activeAction()))
            QMenu::keyPressEvent(event);
    }

private:
    static bool toggle(QAction *action)
    {
        if (!action || !action->isEnabled() || !action->isCheckable())
            return false;
        action->trigger();
        return true;
    }
};

} // namespace

ChoicesEditor::ChoicesEditor(const Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_box(new Box(this))
{
    setControl(m_box);
    updateText();
}

QList<ChoiceItem> ChoicesEditor::items() const
{
    QList<ChoiceItem> all = choicesOf(field(), context(), m_siblings);
    for (const QString &id : m_chosen) {
        if (std::none_of(all.begin(), all.end(), [&](const ChoiceItem &item) { return item.id == id; })) {
            all.append({id, nameOf(field(), context(), id)});
        }
    }
    return all;
}

QVariant ChoicesEditor::value() const
{
    return m_chosen.isEmpty() ? QVariant() : QVariant(m_chosen);
}

void ChoicesEditor::setValue(const QVariant &value)
{
    m_chosen = value.toStringList();
    updateText();
}

void ChoicesEditor::takeSibling(const QString &key, const QVariant &value)
{
    if (key != "lead_id"_L1 || field().type != FieldType::Contacts)
        return;
    const QVariant before = m_siblings.value(key);
    m_siblings.insert(key, value);
    if (!m_chosen.isEmpty() && !isBlank(before) && before != value) {
        // The contacts of another lead: Close would refuse them.
        m_chosen.clear();
        Q_EMIT changed();
    }
    updateText();
}

void ChoicesEditor::showMenu()
{
    auto *menu = new CheckMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ChoiceItem &item : items()) {
        QString text = item.text;
        QAction *action = menu->addAction(text.replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(item.id));
        connect(action, &QAction::triggered, this, [this, id = item.id](bool on) { choose(id, on); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing to choose from"))->setEnabled(false);
    menu->setMinimumWidth(m_box->width());
    menu->popup(m_box->mapToGlobal(QPoint(0, m_box->height() + 4)));
}

void ChoicesEditor::choose(const QString &id, bool on)
{
    m_chosen.removeAll(id);
    if (on)
        m_chosen.append(id);
    updateText();
    Q_EMIT changed();
}

void ChoicesEditor::updateText()
{
    QStringList names;
    const QList<ChoiceItem> all = items();
    for (const QString &id : std::as_const(m_chosen)) {
        for (const ChoiceItem &item : all) {
            if (item.id == id)
                names.append(item.text);
        }
    }
    m_box->clear();
    m_box->addItem(names.join(u", "_s));
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "recordform.h"

#include "codec.h"
#include "fieldvaluejson.h"
#include "formrow.h"

#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int BesideWidth = 112;

/// The number behind \a prefix in "emails.0.email", or -1.
int indexAfter(const QString &errorKey, const QString &prefix)
{
    if (!errorKey.startsWith(prefix + u'.'))
        return -1;
    bool ok = false;
    const int index = errorKey.mid(prefix.size() + 1).section(u'.', 0, 0).toInt(&ok);
    return ok ? index : -1;
}

/// What the field is for, and why it cannot be edited.
QString helpFor(const Field &field, bool isFixed)
{
    if (!isFixed)
        return field.description;
    if (!field.flags.testFlag(FieldFlag::Custom))
        return RecordForm::tr("This cannot be changed.");
    const QString why = field.type == FieldType::CustomObject
                            ? RecordForm::tr("Shown only: this is edited in Close.")
                            : RecordForm::tr("Your role may not edit this.");
    return field.description.isEmpty() ? why : field.description + u'\n' + why;
}

} // namespace

bool isShownInForm(const Field &field, FieldFlag use)
{
    const bool isShown =
        field.flags.testFlag(use) || (use == FieldFlag::Editable && field.flags.testFlag(FieldFlag::Detail));
    return isShown && field.flags.testFlag(FieldFlag::Custom);
}

RecordForm::RecordForm(const FormContext &context, const FieldList &fields, const QStringList &keys,
                       FieldFlag use, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_fields(fields)
    , m_use(use)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    for (const QString &key : keys) {
        if (const Field *field = m_fields.find(key); field && !m_rows.contains(key))
            addField(*field);
    }
}

void RecordForm::addField(const Field &field)
{
    // A pipeline is no value of its own: it is there to choose the status by.
    const bool isFixed = !field.flags.testFlag(m_use) && field.type != FieldType::Pipeline;
    FieldEditor *editor =
        isFixed ? createShownEditor(field, m_context, this) : createFieldEditor(field, m_context, this);
    if (!editor)
        return;
    const QString key = field.key;
    Row row{editor, new FormRow(field.title, field.accessibleName(), editor, this), {}, false};
    row.editor->setAccessibleNames(field.accessibleName());
    row.row->setHelp(helpFor(field, isFixed));
    if (editor->isTall())
        row.row->alignToFirstLine();
    m_column->addWidget(row.row);
    connect(editor, &FieldEditor::controlChanged, row.row, &FormRow::updateControl);
    m_rows.insert(key, row);
    m_order.append(key);
    if (isFixed)
        lock(key);
    QList<FieldEditor *> editors{editor};
    if (const Field *unit = m_fields.find(field.unitKey); unit && !m_rows.contains(unit->key)) {
        if (FieldEditor *beside = createFieldEditor(*unit, m_context, this)) {
            row.row->addBeside(beside, BesideWidth);
            beside->setAccessibleNames(unit->accessibleName());
            m_rows.insert(unit->key, {beside, nullptr, key, false});
            m_order.append(unit->key);
            editors.append(beside);
        }
    }
    for (FieldEditor *each : std::as_const(editors)) {
        connect(each, &FieldEditor::changed, this, [this, own = each->field().key] { fieldChanged(own); });
        connect(each, &FieldEditor::left, this, [this, own = each->field().key] { check(own); });
        connect(each, &FieldEditor::misplaced, this,
                [this, own = each->field().key](const QString &text, FieldType belongs) {
                    moveText(own, text, belongs);
                });
        connect(each, &FieldEditor::proposed, this, [this](const QString &other, const QVariant &value) {
            if (FieldEditor *proposedFor = this->editor(other)) {
                proposedFor->setValue(value);
                fieldChanged(other);
            }
        });
    }
}

void RecordForm::setBase(const QVariantMap &values)
{
    m_base = values;
    // Pipelines and leads first: statuses and contacts are chosen among theirs.
    for (const QString &key : std::as_const(m_order)) {
        for (const QString &other : {u"pipeline_id"_s, u"lead_id"_s})
            m_rows[key].editor->takeSibling(other, m_given.value(other, values.value(other)));
    }
    for (const QString &key : std::as_const(m_order))
        m_rows[key].editor->setValue(values.value(key));
}

void RecordForm::rebase(const QVariantMap &values)
{
    QVariantMap base = values;
    for (const QString &key : dirtyKeys()) {
        // What is the same on both sides by now is no edit any more.
        if (m_rows[key].editor->value() == values.value(key) && !m_rows[key].editor->isUnread())
            continue;
        if (const QVariant began = m_base.value(key); isBlank(began))
            base.remove(key);
        else
            base.insert(key, began);
    }
    for (const QString &key : std::as_const(m_order)) {
        if (!isDirty(key) && m_rows[key].editor->value() != values.value(key))
            m_rows[key].editor->setValue(values.value(key));
    }
    m_base = base;
}

KeptDraft::Part RecordForm::draft() const
{
    KeptDraft::Part part{m_base, {}, {}};
    for (const QString &key : dirtyKeys()) {
        const FieldEditor *own = editor(key);
        if (own->isUnread())
            part.texts.insert(key, own->unreadText());
        else
            part.typed.insert(key, own->value());
    }
    return part;
}

QVariantMap RecordForm::restore(const KeptDraft::Part &part)
{
    setBase(part.base);
    QVariantMap typed = part.typed;
    QVariantMap strays;
    typed.removeIf([this, &strays](const QVariantMap::iterator &value) {
        const FieldEditor *own = editor(value.key());
        if (own && isValueOf(own->field().type, *value))
            return false;
        strays.insert(value.key(), *value);
        return true;
    });
    // As in setBase(): first what others are chosen by.
    for (const QString &other : {u"pipeline_id"_s, u"lead_id"_s}) {
        for (const QString &key : std::as_const(m_order)) {
            if (typed.contains(other))
                m_rows[key].editor->takeSibling(other, typed.value(other));
        }
    }
    for (auto value = typed.cbegin(); value != typed.cend(); ++value)
        editor(value.key())->restore(*value);
    for (auto text = part.texts.cbegin(); text != part.texts.cend(); ++text) {
        if (FieldEditor *own = editor(text.key()))
            own->restoreText(*text);
        else
            strays.insert(text.key(), *text);
    }
    for (const QString &key : dirtyKeys())
        setFieldVisible(key, true);
    Q_EMIT changed();
    return strays;
}

void RecordForm::setGiven(const QString &key, const QVariant &value)
{
    m_given.insert(key, value);
    for (const QString &each : std::as_const(m_order))
        m_rows[each].editor->takeSibling(key, value);
}

void RecordForm::setValue(const QString &key, const QVariant &value)
{
    m_base.insert(key, value);
    for (const QString &each : std::as_const(m_order))
        m_rows[each].editor->takeSibling(key, value);
    if (FieldEditor *own = editor(key))
        own->setValue(value);
}

void RecordForm::fill(const QVariantMap &values)
{
    QStringList changedKeys;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        FieldEditor *own = editor(value.key());
        if (!own || own->value() == *value)
            continue;
        own->setValue(*value);
        changedKeys.append(value.key());
        if (!isBlank(*value))
            setFieldVisible(value.key(), true);
    }
    for (const QString &key : std::as_const(changedKeys))
        fieldChanged(key);
}

/// One box takes what a contact has, whatever it is: a number typed as an e-mail address goes to the phones.
void RecordForm::moveText(const QString &from, const QString &text, FieldType belongs)
{
    for (const QString &key : std::as_const(m_order)) {
        FieldEditor *target = m_rows[key].editor;
        if (target->field().type != belongs || m_rows[key].isFixed)
            continue;
        setFieldVisible(key, true);
        target->takeText(text);
        m_rows[from].editor->giveAway(text);
        return;
    }
}

QVariantMap RecordForm::values() const
{
    QVariantMap values = m_base;
    for (const QString &key : m_order) {
        const QVariant value = m_rows[key].editor->value();
        if (isBlank(value))
            values.remove(key);
        else
            values.insert(key, value);
    }
    values.removeIf([](const QVariantMap::iterator &entry) { return isBlank(entry.value()); });
    return values;
}

QVariant RecordForm::value(const QString &key) const
{
    const FieldEditor *own = editor(key);
    return own ? own->value() : m_base.value(key);
}

bool RecordForm::isDirty(const QString &key) const
{
    const FieldEditor *own = m_rows[key].editor;
    if (own->isUnread())
        return true;
    const QVariant is = own->value();
    const QVariant was = m_base.value(key);
    return is != was && encodeValue(own->field(), is) != encodeValue(own->field(), was);
}

QStringList RecordForm::dirtyKeys() const
{
    QStringList keys;
    for (const QString &key : m_order) {
        if (isDirty(key))
            keys.append(key);
    }
    return keys;
}

void RecordForm::fieldChanged(const QString &key)
{
    for (const QString &each : std::as_const(m_order)) {
        if (each != key)
            m_rows[each].editor->takeSibling(key, m_rows[key].editor->value());
    }
    // What is being mended is no longer called wrong; whether it is right is said on leaving.
    if (!error(key).isEmpty() && !m_rows[key].editor->problem())
        show(key, {});
    // Another field may have mended this one.
    for (const QString &each : m_rules.keys()) {
        if (each != key && m_broken.contains(each) && brokenRule(each).isEmpty())
            show(each, {});
    }
    Q_EMIT changed();
}

/// On leaving a field: what is wrong with what was typed. That a required one is still blank is said on
/// saving.
void RecordForm::check(const QString &key)
{
    FieldProblem problem = m_rows[key].editor->problem();
    if (!problem)
        problem.text = brokenRule(key);
    if (problem || error(key).isEmpty())
        show(key, problem);
}

QString RecordForm::brokenRule(const QString &key) const
{
    const auto rule = m_rules.value(key);
    return rule ? rule() : QString();
}

void RecordForm::setRule(const QString &key, std::function<QString()> rule)
{
    m_rules.insert(key, std::move(rule));
}

void RecordForm::show(const QString &key, const FieldProblem &problem)
{
    const Row &row = m_rows[key];
    FormRow *line = row.row ? row.row : m_rows[row.host].row;
    line->setError(problem.text, row.row ? nullptr : row.editor->focusProxy());
    row.editor->mark(problem);
    if (problem && problem.text == brokenRule(key))
        m_broken.insert(key);
    else
        m_broken.remove(key);
}

void RecordForm::commit()
{
    for (const QString &key : std::as_const(m_order))
        m_rows[key].editor->commit();
}

bool RecordForm::validate()
{
    commit();
    bool good = true;
    for (const QString &key : std::as_const(m_order)) {
        const Row &row = m_rows[key];
        if (!row.row && !row.host.isEmpty() && !error(row.host).isEmpty())
            continue;
        FieldProblem problem = row.editor->validate();
        if (!problem)
            problem.text = brokenRule(key);
        show(key, problem);
        if (problem && good) {
            good = false;
            setFieldVisible(key, true);
            row.editor->focusEntry(problem.entry);
        }
    }
    return good;
}

QMap<QString, QString> RecordForm::setErrors(const QMap<QString, QString> &errors)
{
    QMap<QString, QString> unmatched;
    QMap<QString, FieldProblem> problems;
    for (auto error = errors.cbegin(); error != errors.cend(); ++error) {
        const int index = m_fields.indexOfErrorKey(error.key());
        const QString key = index < 0 ? QString() : m_fields.at(index).key;
        if (!m_rows.contains(key)) {
            unmatched.insert(error.key(), error.value());
            continue;
        }
        const int sent = indexAfter(error.key(), key);
        FieldProblem &problem = problems[key];
        if (!problem)
            problem = {error.value(), sent < 0 ? -1 : m_rows[key].editor->entryOfSent(sent),
                       sent < 0 ? QString() : error.key().section(u'.', -1)};
        else
            problem.text += u'\n' + error.value();
    }
    const QString first = [&] {
        for (const QString &key : std::as_const(m_order)) {
            if (problems.contains(key))
                return key;
        }
        return QString();
    }();
    for (auto problem = problems.cbegin(); problem != problems.cend(); ++problem) {
        setFieldVisible(problem.key(), true);
        show(problem.key(), problem.value());
    }
    if (!first.isEmpty())
        m_rows[first].editor->focusEntry(problems.value(first).entry);
    return unmatched;
}

void RecordForm::clearErrors()
{
    for (const QString &key : std::as_const(m_order))
        show(key, {});
}

QString RecordForm::error(const QString &key) const
{
    const Row row = m_rows.value(key);
    if (!row.row)
        return row.host.isEmpty() ? QString() : m_rows.value(row.host).row->error();
    return row.row->error();
}

FieldEditor *RecordForm::editor(const QString &key) const
{
    return m_rows.value(key).editor;
}

FormRow *RecordForm::row(const QString &key) const
{
    return m_rows.value(key).row;
}

void RecordForm::setFieldVisible(const QString &key, bool visible)
{
    if (FormRow *line = row(key))
        line->setVisible(visible);
}

void RecordForm::setReadOnly(bool readOnly)
{
    for (const QString &key : std::as_const(m_order))
        m_rows[key].editor->setReadOnly(readOnly || m_rows[key].isFixed);
}

void RecordForm::lock(const QString &key)
{
    FieldEditor *own = m_rows[key].editor;
    m_rows[key].isFixed = true;
    own->setReadOnly(true);
    own->focusProxy()->setProperty("locked", true);
    own->focusProxy()->update();
}

void RecordForm::assignMnemonics(QString *taken)
{
    for (const QString &key : std::as_const(m_order)) {
        FormRow *line = m_rows[key].row;
        const Field &field = m_rows[key].editor->field();
        // A custom field's name may be anything, and there may be many.
        if (!line || field.flags.testFlag(FieldFlag::Custom))
            continue;
        for (const QChar letter : line->labelText().toUpper()) {
            if (letter.isLetter() && !taken->contains(letter)) {
                taken->append(letter);
                line->setMnemonic(letter);
                break;
            }
        }
    }
}

void RecordForm::focusFirst()
{
    for (const QString &key : std::as_const(m_order)) {
        FieldEditor *own = m_rows[key].editor;
        if (own->isVisibleTo(this) && own->isEnabled() && !m_rows[key].isFixed) {
            own->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void RecordForm::setAccessiblePrefix(const QString &prefix)
{
    for (const QString &key : std::as_const(m_order)) {
        FieldEditor *own = m_rows[key].editor;
        own->setAccessibleNames(tr("%1: %2").arg(prefix, own->field().title));
    }
}

} // namespace Leadline

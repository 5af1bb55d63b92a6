// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "lineeditors.h"

#include "cellformatter.h"
#include "elidedlabel.h"
#include "icons.h"
#include "session.h"

#include <QAction>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QDesktopServices>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QUrl>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {
constexpr int LongestLine = 1'000'000;
} // namespace

LineEditor::LineEditor(const Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_edit(new QLineEdit(this))
    , m_currency(context.session->directory().currency())
{
    setControl(m_edit);
    if (const QString text = unit(); !text.isEmpty()) {
        m_unit = new QLabel(text, m_edit);
        setTextRole(m_unit, TextRole::Secondary);
        auto *row = new QHBoxLayout(m_edit);
        row->setContentsMargins(0, 0, 11, 0);
        row->addWidget(m_unit, 0, Qt::AlignRight | Qt::AlignVCenter);
        m_edit->setTextMargins(0, 0, m_unit->sizeHint().width() + 6, 0);
    }
    // Qt cuts what is pasted at 32,767 characters without a word.
    m_edit->setMaxLength(LongestLine);
    if (field.type == FieldType::Moment)
        m_edit->setPlaceholderText(tr("A day and a time"));
    connect(m_edit, &QLineEdit::textChanged, this, &LineEditor::updateOpen);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::changed);
    updateOpen();
}

QString LineEditor::unit() const
{
    if (field().type == FieldType::Money)
        return currencySymbol(m_currency);
    return field().type == FieldType::Percent ? u"%"_s : QString();
}

FieldText LineEditor::reader() const
{
    return FieldText(m_currency, context().locale, context().today());
}

bool LineEditor::isEdited() const
{
    return m_edit->text() != m_shown;
}

TypedValue LineEditor::read() const
{
    return reader().read(field(), m_edit->text());
}

QVariant LineEditor::value() const
{
    // An amount of more digits than are shown, or a text of several lines, comes out as it went in.
    return isEdited() ? read().value : m_held;
}

void LineEditor::setValue(const QVariant &value)
{
    m_held = isBlank(value) ? QVariant() : value;
    m_edit->setText(reader().write(field(), value));
    m_edit->setCursorPosition(0);
    // As the line edit holds it: it turns line breaks into spaces.
    m_shown = m_edit->text();
}

QString LineEditor::unreadText() const
{
    if (!isEdited())
        return {};
    const TypedValue typed = read();
    // The period of "900/mo" is another field's, until commit() has told it.
    return !typed.problem.isEmpty() || typed.period ? m_edit->text() : QString();
}

void LineEditor::restoreText(const QString &text)
{
    m_edit->setText(text);
}

FieldProblem LineEditor::problem() const
{
    return isEdited() ? FieldProblem{read().problem} : FieldProblem{};
}

void LineEditor::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

bool LineEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        commit();
    return FieldEditor::eventFilter(watched, event);
}

/// Writes what was read back in full: "https://", the day that "+2w" is; and tells the period of "900/mo".
void LineEditor::commit()
{
    if (!isEdited() || m_edit->isReadOnly())
        return;
    const TypedValue typed = read();
    if (!typed.problem.isEmpty() || isBlank(typed.value))
        return;
    if (typed.period)
        Q_EMIT proposed(field().unitKey, periodKey(*typed.period));
    if (const QString text = reader().write(field(), typed.value);
        text != m_edit->text() && read().value == reader().read(field(), text).value)
        m_edit->setText(text);
    Q_EMIT changed();
}

/// The way to the browser, once there is an address: most lines never hold one.
void LineEditor::updateOpen()
{
    const FieldType type = field().type;
    if (type != FieldType::Link && type != FieldType::Text)
        return;
    const QString text = m_edit->text().trimmed();
    const bool isLink = type == FieldType::Link
                            ? !text.isEmpty()
                            : text.startsWith("https://"_L1) || text.startsWith("http://"_L1);
    const bool leads = isLink && linkProblem(text).isEmpty();
    if (leads && !m_open) {
        m_open = m_edit->addAction(icon(u"external"_s), QLineEdit::TrailingPosition);
        m_open->setText(tr("Open in the browser"));
        m_open->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Return));
        m_open->setShortcutContext(Qt::WidgetShortcut);
        m_open->setToolTip(
            tr("Open in the browser (%1)").arg(m_open->shortcut().toString(QKeySequence::NativeText)));
        connect(m_open, &QAction::triggered, this, &LineEditor::openLink);
    }
    if (m_open)
        m_open->setVisible(leads);
}

void LineEditor::openLink() const
{
    const QUrl url(withScheme(m_edit->text()), QUrl::StrictMode);
    if (url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1))
        QDesktopServices::openUrl(url);
}

DateEditor::DateEditor(const Field &field, const FormContext &context, QWidget *parent)
    : LineEditor(field, context, parent)
{
    QAction *action = edit()->addAction(icon(u"calendar"_s), QLineEdit::TrailingPosition);
    action->setText(tr("Calendar"));
    action->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    action->setShortcutContext(Qt::WidgetShortcut);
    edit()->setPlaceholderText(tr("A day, or +2w"));
    connect(action, &QAction::triggered, this, &DateEditor::showCalendar);
}

void DateEditor::showCalendar()
{
    if (edit()->isReadOnly())
        return;
    auto *calendar = new QCalendarWidget(this);
    calendar->setWindowFlag(Qt::Popup);
    calendar->setAttribute(Qt::WA_DeleteOnClose);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setFirstDayOfWeek(context().locale.firstDayOfWeek());
    const QDate held = value().toDate();
    calendar->setSelectedDate(held.isValid() ? held : context().today());
    const auto choose = [this, calendar](const QDate &day) {
        edit()->setText(reader().write(field(), day));
        calendar->close();
        edit()->setFocus(Qt::PopupFocusReason);
        Q_EMIT changed();
    };
    connect(calendar, &QCalendarWidget::activated, this, choose);
    connect(calendar, &QCalendarWidget::clicked, this, choose);
    calendar->move(edit()->mapToGlobal(QPoint(0, edit()->height() + 4)));
    calendar->show();
    calendar->setFocus();
}

namespace {
constexpr int LinesShown = 56;
constexpr int LinesAtMost = 176;
} // namespace

LongTextEditor::LongTextEditor(const Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_edit(new QPlainTextEdit(this))
{
    setControl(m_edit);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(LinesShown);
    connect(m_edit->document(), &QTextDocument::contentsChanged, this, [this] {
        fitHeight();
        Q_EMIT changed();
    });
}

void LongTextEditor::fitHeight()
{
    const int lines = m_edit->document()->size().toSize().height();
    const int around =
        m_edit->height() - m_edit->viewport()->height() + int(2 * m_edit->document()->documentMargin());
    // Qt leaves a pixel free below the last line, and a scroll bar comes when that is missing.
    const int needed = lines * m_edit->fontMetrics().lineSpacing() + around + 2;
    m_edit->setFixedHeight(qBound(LinesShown, needed, LinesAtMost));
}

QVariant LongTextEditor::value() const
{
    const QString text = m_edit->toPlainText();
    if (text == m_shown)
        return m_held;
    return text.trimmed().isEmpty() ? QVariant() : QVariant(text);
}

void LongTextEditor::setValue(const QVariant &value)
{
    m_held = isBlank(value) ? QVariant() : value;
    const QSignalBlocker quiet(this);
    m_edit->setPlainText(m_held.toString());
    m_shown = m_edit->toPlainText();
    fitHeight();
}

void LongTextEditor::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

BooleanEditor::BooleanEditor(const Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_box(new QCheckBox(this))
{
    setControl(m_box);
    m_box->setFixedHeight(32);
    connect(m_box, &QCheckBox::clicked, this, &FieldEditor::changed);
}

QVariant BooleanEditor::value() const
{
    // Unset and off look the same and are kept apart.
    return m_box->isChecked() == m_held.toBool() ? m_held : QVariant(m_box->isChecked());
}

void BooleanEditor::setValue(const QVariant &value)
{
    m_held = value;
    m_box->setChecked(value.toBool());
}

ShownEditor::ShownEditor(const Field &field, const FormContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_edit(new QLineEdit(this))
{
    setControl(m_edit);
    m_edit->setReadOnly(true);
}

/// A contact's or a lead's name; the id of what has none here.
QString ShownEditor::nameOf(const QString &id) const
{
    const bool isLead = field().type == FieldType::LeadReference;
    const RecordTable *table = isLead ? context().session->leads() : context().session->contacts();
    const int row = table->rowOf(id);
    if (row >= 0)
        return table->valueAt(u"shown_name"_s, quint32(row)).toString();
    const auto known = isLead ? context().session->knownLead(id) : std::nullopt;
    return known ? known->displayName : id;
}

void ShownEditor::setValue(const QVariant &value)
{
    m_held = value;
    const FieldType type = field().type;
    if (type == FieldType::Contact || type == FieldType::Contacts || type == FieldType::LeadReference) {
        QStringList names;
        for (const QString &id : value.toStringList())
            names.append(nameOf(id));
        m_edit->setText(names.join(u", "_s));
    } else if (type == FieldType::Moment) {
        m_edit->setText(FieldText({}, context().locale, context().today()).write(field(), value));
    } else {
        m_edit->setText(CellFormatter(context().session->directory(), context().locale).text(field(), value));
    }
    m_edit->setCursorPosition(0);
}

} // namespace Leadline

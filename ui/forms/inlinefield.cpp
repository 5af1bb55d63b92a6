// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "inlinefield.h"

#include "apierrortext.h"
#include "elidedlabel.h"
#include "fieldeditor.h"
#include "fieldtext.h"
#include "lineeditors.h"
#include "messagebar.h"
#include "oneentryeditor.h"
#include "session.h"
#include "style.h"
#include "tokens.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int TipGap = 3;
constexpr int WidestTip = 320;

bool isLong(const FieldEditor *editor)
{
    return qobject_cast<const QPlainTextEdit *>(editor->focusProxy()) != nullptr;
}

/// What Close said about the field, else what went wrong at all.
QString reasonOf(const Field &field, const ApiError &error)
{
    for (auto entry = error.fieldErrors.cbegin(); entry != error.fieldErrors.cend(); ++entry) {
        if (FieldList({field}).indexOfErrorKey(entry.key()) >= 0)
            return *entry;
    }
    return error.fieldErrors.isEmpty() ? apiErrorText(error) : error.fieldErrors.first();
}

} // namespace

/// The reason or the hint below a field: on a ground of its own, as it lies over other content.
class InlineTip : public QLabel
{
public:
    explicit InlineTip(QWidget *parent)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setMargin(8);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

    void tell(const QString &text, bool isProblem)
    {
        m_isProblem = isProblem;
        setTextRole(this, isProblem ? TextRole::Bad : TextRole::Secondary);
        setText(text);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        const Tokens t = Tokens::of(palette());
        paintBox(&painter, rect(), 6, t.surface, m_isProblem ? t.bad : t.line);
        QLabel::paintEvent(event);
    }

private:
    bool m_isProblem = true;
};

bool InlineField::isSimple(const Field &field)
{
    if (!field.flags.testFlag(FieldFlag::Editable))
        return false;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Link:
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Number:
    case FieldType::Money:
    case FieldType::Period:
    case FieldType::Date:
    case FieldType::Moment:
    case FieldType::Choice:
    case FieldType::Choices:
    case FieldType::LeadStatus:
    case FieldType::OpportunityStatus:
    case FieldType::User:
    case FieldType::Users:
    case FieldType::Contact:
    case FieldType::Contacts:
        return true;
    default:
        return false;
    }
}

bool InlineField::isEditable(const Field &field)
{
    return isSimple(field) || ((field.type == FieldType::LongText || OneEntryEditor::isFor(field.type)) &&
                               field.flags.testFlag(FieldFlag::Editable));
}

const Field *InlineField::editedField(const FieldList &fields, const Field &shown)
{
    const Field *field = &shown;
    if (shown.flags.testFlag(FieldFlag::Derived))
        field = shown.reads.isEmpty() ? nullptr : fields.find(shown.reads.first());
    // An expected value is computed from the value, but is another one.
    return field && field->type == shown.type && isSimple(*field) &&
                   (field == &shown || shown.type == FieldType::Text)
               ? field
               : nullptr;
}

InlineField::InlineField(const FormContext &context, const InlineTarget &target, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_target(target)
    , m_editor(OneEntryEditor::isFor(target.field.type) ? new OneEntryEditor(target.field, context, this)
                                                        : createFieldEditor(target.field, context, this))
    , m_tip(new InlineTip(parent))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_editor);
    setFocusProxy(m_editor);
    m_editor->setAccessibleNames(target.field.accessibleName());
    for (const QString &key : {u"lead_id"_s, u"pipeline_id"_s, u"value_period"_s}) {
        if (const QVariant value = target.values.value(key); value.isValid())
            m_editor->takeSibling(key, value);
    }
    m_editor->setValue(target.values.value(target.field.key));
    m_editor->focusProxy()->installEventFilter(this);
    connect(m_editor, &FieldEditor::proposed, this,
            [this](const QString &key, const QVariant &value) { m_proposed.insert(key, value); });
    connect(m_editor, &FieldEditor::changed, this, [this] { showProblem({}); });
    connect(m_editor, &FieldEditor::left, this, [this] {
        if (!m_isSaving && !m_isDone)
            commit();
    });
    connect(this, &QObject::destroyed, m_tip, &QObject::deleteLater);
}

InlineField::~InlineField()
{
    // Going, the editor loses the focus, and says so to nobody any more.
    m_editor->disconnect(this);
}

void InlineField::begin()
{
    m_editor->focusProxy()->setFocus(Qt::OtherFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(m_editor->focusProxy()))
        line->selectAll();
}

/// What the editor finds, and the rule of a deal's close that the form has, too.
FieldProblem InlineField::wrong() const
{
    if (const FieldProblem found = m_editor->validate())
        return found;
    const QDate day = m_editor->value().toDate();
    if (m_target.kind != RecordKind::Opportunity || m_target.field.key != "date_won"_L1 || !day.isValid() ||
        !m_context.session || day == m_target.values.value(m_target.field.key).toDate())
        return {};
    const QString status = m_target.values.value(u"status_id"_s).toString();
    return {closeDayProblem(m_context.session->directory().statusType(status), day, m_context.today())};
}

bool InlineField::commit()
{
    if (m_isSaving || m_isDone)
        return true;
    m_editor->commit();
    if (const FieldProblem problem = wrong()) {
        m_editor->mark(problem);
        showProblem(problem.text);
        return false;
    }
    QVariantMap before;
    QVariantMap after{{m_target.field.key, m_editor->value()}};
    after.insert(m_proposed);
    for (const QString &key : after.keys())
        before.insert(key, m_target.values.value(key));
    if (!m_context.session ||
        changedBody(m_context.session->table(m_target.kind)->fields(), before, after).isEmpty()) {
        cancel();
        return true;
    }
    if (m_taker) {
        cancel();
        m_taker(after);
        return true;
    }
    send(before, after);
    return true;
}

bool InlineField::isChanged() const
{
    return m_editor->isUnread() || m_editor->value() != m_target.values.value(m_target.field.key);
}

void InlineField::escape()
{
    const QString warning = tr("Esc once more leaves without saving.");
    if (isLong(m_editor) && isChanged() && problem() != warning)
        showProblem(warning);
    else
        cancel();
}

void InlineField::cancel()
{
    m_isDone = true;
    showProblem({});
    Q_EMIT finished();
}

void InlineField::send(const QVariantMap &before, const QVariantMap &after)
{
    m_isSaving = true;
    setEnabled(false);
    Session &session = *m_context.session;
    // Whoever leaves the page meanwhile is told all the same when it fails.
    const auto answered = [self = QPointer(this), context = m_context, target = m_target,
                           typed = typedText()](const Result<Written> &written) {
        if (self)
            self->take(written);
        if (!written && (!self || !self->isVisible()) && context.messages && context.session)
            context.messages->post({u"inline"_s, MessageBar::Kind::Error,
                                    tr("%1 was not changed to “%2”. %3")
                                        .arg(context.session->nameOf(target.kind, target.id), typed,
                                             reasonOf(target.field, written.error()))});
    };
    session.change(m_target.kind, m_target.id, before, after, &session, answered);
}

void InlineField::take(const Result<Written> &written)
{
    m_isSaving = false;
    if (written) {
        m_isDone = true;
        if (*written == Written::Sent)
            Q_EMIT saved(m_target.kind, m_target.id);
        Q_EMIT finished();
        return;
    }
    setEnabled(true);
    const QString reason = reasonOf(m_target.field, written.error());
    m_editor->mark({reason});
    showProblem(reason);
    const QWidget *focus = window()->focusWidget();
    // Not out of another field that is being written in.
    if (!focus || !qobject_cast<const FieldEditor *>(focus->parentWidget()))
        begin();
}

QString InlineField::typedText() const
{
    if (const auto *line = qobject_cast<const QLineEdit *>(m_editor->focusProxy()))
        return line->text();
    if (const auto *lines = qobject_cast<const QPlainTextEdit *>(m_editor->focusProxy()))
        return lines->toPlainText();
    const auto *box = qobject_cast<const QComboBox *>(m_editor->focusProxy());
    return box ? box->currentText() : QString();
}

QString InlineField::problem() const
{
    return m_problem;
}

void InlineField::setHint(const QString &text)
{
    m_hint = text;
    showTip();
}

void InlineField::showProblem(const QString &text)
{
    if (text == m_problem)
        return;
    m_problem = text;
    if (text.isEmpty())
        m_editor->mark({});
    showTip();
}

void InlineField::showTip()
{
    m_tip->tell(m_problem.isEmpty() ? m_hint : m_problem, !m_problem.isEmpty());
    m_editor->focusProxy()->setAccessibleDescription(m_tip->text());
    placeTip();
}

/// Below the field, or above it where there is no room.
void InlineField::placeTip()
{
    m_tip->setVisible(isVisible() && !m_tip->text().isEmpty());
    if (m_tip->isHidden())
        return;
    const QRect room = parentWidget()->rect();
    const int width = qMin(qMax(this->width(), 200), qMin(WidestTip, room.width()));
    m_tip->setFixedWidth(width);
    m_tip->setFixedHeight(m_tip->heightForWidth(width));
    QPoint at = geometry().bottomLeft() + QPoint(0, TipGap + 1);
    if (at.y() + m_tip->height() > room.bottom())
        at.setY(y() - TipGap - m_tip->height());
    at.setX(qBound(0, at.x(), room.width() - width));
    m_tip->move(at);
    m_tip->raise();
}

void InlineField::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    placeTip();
}

void InlineField::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    placeTip();
}

void InlineField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeTip();
}

void InlineField::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tip->hide();
}

bool InlineField::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isLong(m_editor) && !modifiers.testFlag(Qt::ControlModifier))
            return false;
        if (commit())
            Q_EMIT released();
        return true;
    case Qt::Key_Escape:
        escape();
        return true;
    case Qt::Key_F2:
        return true; // it is being edited
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (commit())
            Q_EMIT advanced(key == Qt::Key_Tab ? 1 : -1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (auto *date = qobject_cast<DateEditor *>(m_editor);
            date && key == Qt::Key_Down && modifiers == Qt::AltModifier) {
            date->showCalendar();
            return true;
        }
        [[fallthrough]];
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        // A line edit has no use for them, and the table behind would move on.
        return qobject_cast<QLineEdit *>(m_editor->focusProxy()) && modifiers == Qt::NoModifier;
    default:
        return false;
    }
}

bool InlineField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            // They open what there is to choose from; the page behind would go on to another record.
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (takeKey(key->key(), key->modifiers()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Leadline

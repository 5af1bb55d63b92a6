// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "formrow.h"

#include "elidedlabel.h"
#include "icons.h"
#include "plaintext.h"
#include "tokens.h"

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int LineHeight = 32;
constexpr int StackedLabelHeight = 24;

/// The warning sign before an error: its colour is not the only sign.
class WarningMark : public QWidget
{
public:
    explicit WarningMark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(16, 20);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(&painter, rect(), u"warning"_s, Tokens::of(palette()).bad);
    }
};

} // namespace

FormRow::FormRow(const QString &label, const QString &accessibleName, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_label(new ElidedLabel(QString(label).replace(u'&', "&&"_L1), this))
    , m_editor(editor)
    , m_editors(new QHBoxLayout)
    , m_text(label)
{
    setTextRole(m_label, TextRole::Secondary);
    m_label->setBuddy(control());
    control()->setAccessibleName(accessibleName);
    m_editors->setContentsMargins(0, 0, 0, 0);
    m_editors->setSpacing(8);
    m_editors->addWidget(editor, 1);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Gap);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    arrange();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

/// Made when it is first needed: a form of a hundred fields opens sooner without a hundred of them.
void FormRow::createErrorLine()
{
    m_errorLine = new QWidget(this);
    m_error = new QLabel(m_errorLine);
    setTextRole(m_error, TextRole::Bad);
    m_error->setWordWrap(true);
    auto *row = new QHBoxLayout(m_errorLine);
    row->setContentsMargins(0, 2, 0, 0);
    row->setSpacing(6);
    row->addWidget(new WarningMark(m_errorLine), 0, Qt::AlignTop);
    row->addWidget(m_error, 1);
    arrange();
}

/// Beside each other, or the label above.
void FormRow::arrange()
{
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->removeWidget(m_label);
    grid->removeItem(m_editors);
    if (m_errorLine)
        grid->removeWidget(m_errorLine);
    if (m_isStacked) {
        m_label->setMinimumWidth(0);
        m_label->setMaximumWidth(QWIDGETSIZE_MAX);
        m_label->setFixedHeight(StackedLabelHeight);
        m_label->setContentsMargins(0, 0, 0, 0);
        m_label->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
        grid->addWidget(m_label, 0, 0, 1, 2);
        grid->addLayout(m_editors, 1, 0, 1, 2);
        if (m_errorLine)
            grid->addWidget(m_errorLine, 2, 0, 1, 2);
        return;
    }
    m_label->setFixedWidth(LabelWidth);
    m_label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_label->setMinimumHeight(m_isTall ? LineHeight : 0);
    m_label->setMaximumHeight(m_isTall ? LineHeight : QWIDGETSIZE_MAX);
    m_label->setContentsMargins(0, m_isTall ? 6 : 0, 0, m_isTall ? 6 : 0);
    grid->addWidget(m_label, 0, 0, m_isTall ? Qt::AlignTop : Qt::AlignVCenter);
    grid->addLayout(m_editors, 0, 1);
    if (m_errorLine)
        grid->addWidget(m_errorLine, 1, 1);
}

void FormRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_isStacked == (width() < StackBelow))
        return;
    m_isStacked = !m_isStacked;
    arrange();
}

QLabel *FormRow::label() const
{
    return m_label;
}

void FormRow::addBeside(QWidget *widget, int width)
{
    if (width > 0)
        widget->setFixedWidth(width);
    m_editors->addWidget(widget);
}

QWidget *FormRow::control() const
{
    return m_editor->focusProxy() ? m_editor->focusProxy() : m_editor;
}

void FormRow::updateControl()
{
    m_label->setBuddy(control());
    control()->setAccessibleDescription(error().isEmpty() ? m_help : error());
}

void FormRow::setLabel(const QString &label)
{
    if (label == m_text)
        return;
    m_text = label;
    m_label->setText(QString(label).replace(u'&', "&&"_L1));
    control()->setAccessibleName(label);
    if (!m_mnemonic.isNull())
        setMnemonic(m_mnemonic);
}

void FormRow::setMnemonic(QChar letter)
{
    m_mnemonic = letter;
    const qsizetype at = m_text.indexOf(letter, 0, Qt::CaseInsensitive);
    if (at < 0)
        return;
    const auto escaped = [](QString text) { return text.replace(u'&', "&&"_L1); };
    m_label->setText(escaped(m_text.left(at)) + u'&' + escaped(m_text.mid(at)));
}

void FormRow::alignToFirstLine()
{
    m_isTall = true;
    arrange();
}

void FormRow::setHelp(const QString &help)
{
    m_help = help;
    const QString shown = help.isEmpty() ? QString() : plainToolTip(help);
    m_label->setToolTip(shown);
    m_editor->setToolTip(shown);
    control()->setAccessibleDescription(help);
}

void FormRow::setError(const QString &text, QWidget *about)
{
    if (!m_errorLine && !text.isEmpty())
        createErrorLine();
    if (m_errorLine) {
        m_error->setText(text);
        m_errorLine->setVisible(!text.isEmpty());
    }
    QWidget *const marked = about ? about : control();
    marked->setProperty("invalid", !text.isEmpty());
    marked->setAccessibleDescription(text.isEmpty() ? m_help : text);
    marked->update();
    QAccessible::State state;
    state.invalid = true;
    QAccessibleStateChangeEvent event(marked, state);
    QAccessible::updateAccessibility(&event);
}

QString FormRow::error() const
{
    return m_error ? m_error->text() : QString();
}

} // namespace Leadline

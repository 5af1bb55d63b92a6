// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "composer.h"

#include "button.h"
#include "elidedlabel.h"
#include "icons.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>

namespace Leadline {

Composer::Composer(const QString &name, const QString &save, QWidget *parent)
    : Card(parent)
    , m_area(new QWidget(this))
    , m_fields(new QVBoxLayout(m_area))
    , m_errorLine(new QWidget(this))
    , m_error(new QLabel(m_errorLine))
    , m_hint(new QLabel(this))
    , m_discard(new Button(Button::Kind::Quiet, tr("Discard"), this))
    , m_save(new Button(Button::Kind::Primary, save, this))
    , m_saveText(save)
{
    setAccessibleName(name);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(8);
    auto *mark = new QLabel(m_errorLine);
    mark->setPixmap(icon(QStringLiteral("warning"), IconTone::Bad).pixmap(16, 16));
    setTextRole(m_error, TextRole::Bad);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    auto *errorRow = new QHBoxLayout(m_errorLine);
    errorRow->setContentsMargins(0, 8, 0, 0);
    errorRow->setSpacing(6);
    errorRow->addWidget(mark, 0, Qt::AlignTop);
    errorRow->addWidget(m_error, 1);
    m_errorLine->hide();
    setTextRole(m_hint, TextRole::Small);
    m_save->setShortcutHint(QKeySequence(Qt::CTRL | Qt::Key_Enter).toString(QKeySequence::NativeText));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 10, 0, 0);
    buttons->setSpacing(8);
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    column()->setContentsMargins(13, 13, 13, 13);
    column()->addWidget(m_area);
    column()->addWidget(m_errorLine);
    column()->addLayout(buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_save, &QPushButton::clicked, this, &Composer::save);
    connect(m_discard, &QPushButton::clicked, this, &Composer::discardRequested);
}

void Composer::setLead(const QString &) {}

void Composer::setSaveText(const QString &text)
{
    m_saveText = text;
    m_save->setText(text);
}

void Composer::save()
{
    // What is on its way, or may have arrived, is not checked anew: it cannot be altered.
    if (m_area->isEnabled() && !check())
        return;
    if (m_save->isEnabled())
        Q_EMIT saveRequested();
}

void Composer::setProblem(const QString &text)
{
    m_error->setText(text);
    m_errorLine->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

void Composer::focusFirst()
{
    if (m_area->isEnabled())
        m_area->focusProxy()->setFocus(Qt::OtherFocusReason);
    else
        m_save->setFocus();
}

bool Composer::hasFocusWithin() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus == this || isAncestorOf(focus);
}

QString Composer::error() const
{
    return m_error->text();
}

void Composer::showState(const ComposerDraft &draft)
{
    if (m_area->isEnabled())
        m_hadFocus = isAncestorOf(QApplication::focusWidget());
    // Else the keyboard would be nowhere while the field it was in is disabled.
    if (draft.isSending && m_hadFocus)
        setFocus(Qt::OtherFocusReason);
    m_area->setEnabled(!draft.isSending && !draft.isUnsure);
    m_discard->setEnabled(!draft.isSending);
    m_save->setEnabled(!draft.isSending);
    m_save->setText(draft.isUnsure || !draft.error.isEmpty() ? tr("Try Again") : m_saveText);
    m_hint->setText(draft.isSending ? tr("Saving…") : QString());
    setProblem(draft.error);
    if (draft.error.isEmpty() || !m_hadFocus)
        return;
    if (draft.isUnsure)
        m_save->setFocus();
    else if (QApplication::focusWidget() == this)
        focusFirst();
}

void Composer::clearState()
{
    showState(ComposerDraft());
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        save();
        return;
    }
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        Q_EMIT foldRequested();
        return;
    }
    Card::keyPressEvent(event);
    // Letters typed beside a field must not become keys of the page below.
    event->accept();
}

} // namespace Leadline

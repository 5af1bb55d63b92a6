// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "daypopup.h"

#include "elidedlabel.h"
#include "fieldeditor.h"
#include "style.h"
#include "tokens.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {
constexpr int CalendarWidth = 236;
} // namespace

DayPopup *DayPopup::popupFor(const FormContext &context, const QString &name, const QDate &day,
                             const QPoint &where, QWidget *parent, std::function<void(const QDate &)> chosen)
{
    auto *popup = new DayPopup(context, name, day, parent);
    popup->m_chosen = std::move(chosen);
    popup->move(where);
    popup->show();
    popup->m_day->setFocus(Qt::PopupFocusReason);
    return popup;
}

DayPopup::DayPopup(const FormContext &context, const QString &name, const QDate &day, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_day(createFieldEditor({.key = u"date"_s, .title = name, .type = FieldType::Date}, context, this))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(name);
    setFixedWidth(CalendarWidth);
    auto *title = new QLabel(name, this);
    setTextRole(title, TextRole::Small);
    setTextRole(m_problem, TextRole::Bad);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_day->setAccessibleNames(name);
    m_day->setValue(day);
    m_day->focusProxy()->installEventFilter(this);
    if (auto *line = qobject_cast<QLineEdit *>(m_day->focusProxy()))
        line->selectAll();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(m_day);
    column->addWidget(m_problem);
}

void DayPopup::take()
{
    m_day->commit();
    const FieldProblem problem = m_day->problem();
    const QDate day = m_day->value().toDate();
    if (problem || !day.isValid()) {
        m_problem->setText(problem ? problem.text : tr("Type a day, such as tomorrow or +2w."));
        m_problem->show();
        m_day->focusProxy()->setAccessibleDescription(m_problem->text());
        setInvalid(m_day->focusProxy(), true);
        adjustSize();
        return;
    }
    const auto chosen = m_chosen;
    close();
    chosen(day);
}

bool DayPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            take();
            return true;
        }
        if (key == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void DayPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::of(palette());
    paintBox(&painter, rect(), 0, t.surface, t.line);
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "statusmenu.h"

#include "batchchange.h"
#include "fonts.h"
#include "icons.h"
#include "pill.h"
#include "statusitems.h"
#include "style.h"

#include <QKeyEvent>
#include <QPainter>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int PillLeft = 32;
constexpr int DigitRoom = 28; ///< at the end of a row
constexpr int MostDigits = 9;
const char ToneProperty[] = "tone";
const char LabelProperty[] = "label";

RecordTable *tableOf(Session &session, RecordKind kind)
{
    return kind == RecordKind::Lead ? session.leads() : session.opportunities();
}

QString statusOf(Session &session, RecordKind kind, const QString &id)
{
    const RecordTable *table = tableOf(session, kind);
    const int row = table->rowOf(id);
    return row < 0 ? QString() : table->valueAt(u"status_id"_s, quint32(row)).toString();
}

} // namespace

StatusMenu *StatusMenu::popupFor(const FormContext &context, RecordKind kind, const QStringList &ids,
                                 const QPoint &where, QWidget *parent,
                                 std::function<void(const QString &)> choose)
{
    auto *menu = new StatusMenu(context, kind, ids, parent);
    menu->m_choose = std::move(choose);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(where);
    return menu;
}

void StatusMenu::changeStatus(const FormContext &context, RecordKind kind, const QStringList &ids,
                              const QString &statusId)
{
    BatchChange::Changes changes;
    for (const QString &id : ids) {
        const QString before = statusOf(*context.session, kind, id);
        if (before != statusId)
            changes.insert(id, {{{u"status_id"_s, before}}, {{u"status_id"_s, statusId}}});
    }
    const QString status = context.session->directory().nameOf(statusId);
    const auto sentence = [status](const QStringList &names) {
        return names.size() == 1
                   ? tr("%1 is now %2.").arg(names.first(), status)
                   : tr("%n record(s) are now %1.", nullptr, int(names.size())).arg(status);
    };
    BatchChange::send(context, kind, changes, sentence);
}

StatusMenu::StatusMenu(const FormContext &context, RecordKind kind, const QStringList &ids, QWidget *parent)
    : QMenu(parent)
    , m_context(context)
    , m_kind(kind)
    , m_ids(ids)
{
    setAccessibleName(tr("Status"));
    Session &session = *context.session;
    m_current = ids.isEmpty() ? QString() : statusOf(session, kind, ids.first());
    const QString pipeline = session.directory().pipelineOf(m_current);
    for (const QString &id : ids) {
        if (statusOf(session, kind, id) != m_current)
            m_current.clear();
    }
    const QList<StatusItem> items =
        kind == RecordKind::Lead ? leadStatuses(context) : opportunityStatuses(context, pipeline);
    for (const StatusItem &item : items)
        add(item);
    if (session.isReadOnly())
        setEnabled(false);
}

void StatusMenu::add(const StatusItem &item)
{
    QString text = item.label;
    QAction *action = addAction(text.replace(u'&', "&&"_L1));
    action->setCheckable(true);
    action->setChecked(item.id == m_current);
    action->setProperty(ToneProperty, int(item.tone));
    action->setProperty(LabelProperty, item.label);
    setMinimumWidth(
        qMax(minimumWidth(), PillLeft + pillSize(font(), item.label).width() + DigitRoom + 2 * contentsMargins().left()));
    connect(action, &QAction::triggered, this,
            [this, context = m_context, kind = m_kind, ids = m_ids, id = item.id] {
                if (m_choose)
                    m_choose(id);
                else
                    changeStatus(context, kind, ids, id);
            });
}

void StatusMenu::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - int(Qt::Key_0);
    if (digit < 1 || digit > MostDigits || digit > actions().size() || !isEnabled()) {
        QMenu::keyPressEvent(event);
        return;
    }
    QAction *action = actions().at(digit - 1);
    close();
    action->trigger();
}

/// The style draws the words; the pills go over them.
void StatusMenu::paintEvent(QPaintEvent *event)
{
    QMenu::paintEvent(event);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const Tokens t = Tokens::of(palette());
    for (const QAction *action : actions()) {
        const QRect row = actionGeometry(const_cast<QAction *>(action));
        const bool isSelected = action == activeAction();
        painter.fillRect(row, t.surface);
        if (isSelected)
            paintBox(&painter, row, 4, t.selection, t.highContrast ? t.text : QColor());
        const auto place = [&](int x, int width) {
            return QStyle::visualRect(layoutDirection(), row,
                                      QRect(row.left() + x, row.top(), width, row.height()));
        };
        if (action->isChecked())
            paintIcon(&painter, place(8, 16), u"check"_s, isSelected ? t.text : t.accent);
        if (const qsizetype number = actions().indexOf(action) + 1; number <= MostDigits) {
            painter.setFont(sized(font(), FontSize::Small));
            painter.setPen(isSelected ? t.text2 : t.text3);
            painter.drawText(place(row.width() - DigitRoom, DigitRoom - 8),
                             int(Qt::AlignVCenter) | int(Qt::AlignRight), QString::number(number));
        }
        paintPill(&painter, place(PillLeft, row.width() - PillLeft - DigitRoom),
                  action->property(LabelProperty).toString(), Tone(action->property(ToneProperty).toInt()), t,
                  font());
    }
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "session.h"

#include <QMenu>

#include <functional>

namespace Leadline {

struct StatusItem;

/// The statuses a lead or an opportunity can have, as pills with the digits that choose them; choosing one sends it for every record at once.
/// What came of it is said in the window's message bar, with Undo.
class StatusMenu : public QMenu
{
    Q_OBJECT

public:
    /// Shows the menu at \a where for the records with \a ids, and deletes it when it closes. \a kind is Lead
    /// or Opportunity; opportunities are offered the statuses of the first one's pipeline. \a choose is
    /// called with the chosen status instead of sending it.
    static StatusMenu *popupFor(const FormContext &context, RecordKind kind, const QStringList &ids,
                                const QPoint &where, QWidget *parent,
                                std::function<void(const QString &statusId)> choose = {});
    /// Sends \a statusId for the records, the same way.
    static void changeStatus(const FormContext &context, RecordKind kind, const QStringList &ids,
                             const QString &statusId);

protected:
    void paintEvent(QPaintEvent *event) override;
    /// A digit chooses the status in that place.
    void keyPressEvent(QKeyEvent *event) override;

private:
    StatusMenu(const FormContext &context, RecordKind kind, const QStringList &ids, QWidget *parent);
    void add(const StatusItem &item);

    FormContext m_context;
    RecordKind m_kind;
    QStringList m_ids;
    std::function<void(const QString &)> m_choose;
    QString m_current; ///< the status all of them have, or blank
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "formcontext.h"
#include "inlinefield.h"

#include <QObject>
#include <QRect>
#include <QStringList>

#include <functional>

class QAbstractScrollArea;

namespace Leadline {

class CardMover;
class PipelineModel;

/// Owner, value, confidence and close, edited where a view of the pipeline shows them; Tab goes from one to
/// the next of the same opportunity. One opportunity is saved as in a table's cell; what is meant for several
/// is handed to the CardMover, which tells what came of each.
class PipelineInline : public QObject
{
    Q_OBJECT

public:
    /// Where the view shows values, in the coordinates of its viewport.
    struct Places
    {
        std::function<QStringList()> keys;                                ///< fields, as they read
        std::function<QRect(const QString &id, const QString &key)> room; ///< invalid where not shown
        std::function<QRect(const QString &id)> sight; ///< where it can be seen; whole viewport if missing
    };

    /// Nothing is owned; all of it outlives this.
    PipelineInline(const FormContext &context, PipelineModel *model, CardMover *mover,
                   QAbstractScrollArea *view, Places places, QObject *parent);

    /// Edits a field of \a id, and with it of all \a ids; of a blank \a key the one that was edited last.
    /// False when none can be.
    bool begin(const QStringList &ids, const QString &id, const QString &key);
    /// Fields follow what they edit.
    void place();

Q_SIGNALS:
    void saved(Leadline::RecordKind kind, const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Open
    {
        QString id;
        QString key;
        InlineField *field = nullptr;
    };

    void open(const QStringList &ids, const QString &id, const QString &key);
    void close(InlineField *field);
    InlineTarget targetOf(const QStringList &ids, const QString &id, const QString &key) const;
    bool placeOver(const Open &open);
    void tellLost(const Open &open);

    FormContext m_context;
    PipelineModel *m_model;
    CardMover *m_mover;
    QAbstractScrollArea *m_view;
    Places m_places;
    QList<Open> m_open;
    QString m_last; ///< the field that was edited last
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "composerdrafts.h"
#include "formcontext.h"
#include "keptdraft.h"

#include <QObject>

namespace Leadline {

class FormOpener;
class MainWindow;

/// Offers what was not finished: in the message bar after a start, and for as long as there is anything in a
/// menu of the status strip.
class DraftOffers : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    DraftOffers(FormOpener &forms, MainWindow &window, QObject *parent = nullptr);

Q_SIGNALS:
    /// A note, call or task is to be gone on with on its lead.
    void composeRequested(const Leadline::ComposerKey &key);

private:
    QList<KeptDraft> offered() const;
    void offerAll();
    void updateStrip();
    void popupMenu(const QPoint &position);
    void goOn(const QString &id);
    void discard(const KeptDraft &draft);

    FormOpener &m_forms;
    MainWindow &m_window;
    FormContext m_context;
    QString m_shownFor; ///< the one draft that the message is about
};

} // namespace Leadline

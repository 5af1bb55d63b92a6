// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tokens.h"

#include <QHash>
#include <QObject>

class QSettings;

namespace Leadline {

/// Which tone a status is painted in. Close gives statuses no colour, so the first time one is seen
/// it gets the next of its kind's row, and keeps it, by status id, in the settings.
class StatusPalette : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Lead, ActiveOpportunity, WonOpportunity, LostOpportunity };

    /// \a settings is not owned and outlives this object.
    explicit StatusPalette(QSettings *settings, QObject *parent = nullptr);

    /// The status's tone; chooses and stores one when it is seen for the first time.
    Tone tone(Kind kind, const QString &statusId);
    /// The person's own choice for a status.
    void setTone(Kind kind, const QString &statusId, Tone tone);

Q_SIGNALS:
    /// The person chose another tone; not emitted for a status seen for the first time.
    void toneChanged(const QString &statusId);

private:
    void load(Kind kind);
    void store(Kind kind, const QString &statusId, Tone tone);

    QSettings *m_settings;
    QHash<QString, Tone> m_tones[4];
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "closeclient.h"
#include "referencedata.h"

#include <functional>

namespace Leadline {

class Worker;

/// Asks Close what the records mean: the organization, its people, custom fields and Smart Views. What was
/// answered is kept in the local copy, so that the next start needs not ask.
class ReferenceReader : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(Result<ReferenceData>)>;

    /// Neither is owned. \a me is what /me/ said, which is not asked again.
    ReferenceReader(CloseClient &client, Worker &worker, Me me, QString organizationId,
                    QObject *parent = nullptr);

    /// Forgets a question that is still under way.
    void read(Callback callback);

private:
    void ask(const QString &name, const ApiCall &call, bool isNeeded);
    template <typename R>
    void askPages(const QString &name, const R &request);
    void oneAnswered();
    void answered();

    CloseClient &m_client;
    Worker &m_worker;
    Me m_me;
    QString m_organizationId;
    Callback m_callback;
    std::unique_ptr<QObject> m_question; ///< context of what is under way
    QMap<QString, QByteArray> m_answers;
    std::optional<ApiError> m_error;
    int m_left = 0;
};

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "referencereader.h"

#include "localcopy.h"
#include "organizationrequests.h"
#include "worker.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

/// Two pages of a list as one answer, which is what the local copy keeps.
QByteArray joined(const QByteArray &pages, const QByteArray &page)
{
    if (pages.isEmpty())
        return page;
    QJsonObject all = QJsonDocument::fromJson(pages).object();
    QJsonArray rows = all.value(u"data"_s).toArray();
    for (const QJsonValue &row : QJsonDocument::fromJson(page).object().value(u"data"_s).toArray())
        rows.append(row);
    all.insert(u"data"_s, rows);
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

} // namespace

ReferenceReader::ReferenceReader(CloseClient &client, Worker &worker, Me me, QString organizationId,
                                 QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_worker(worker)
    , m_me(std::move(me))
    , m_organizationId(std::move(organizationId))
{
}

void ReferenceReader::read(Callback callback)
{
    m_callback = std::move(callback);
    m_question = std::make_unique<QObject>();
    m_answers.clear();
    m_error.reset();
    m_left = 6;
    ask(ReferenceName::organization, OrganizationRequest{m_organizationId}.call(), true);
    // The rest makes the tables richer; without the right to read it they still work.
    askPages(ReferenceName::users, UserListRequest{});
    askPages(ReferenceName::smartViews, SmartViewListRequest{{u"lead"_s}});
    ask(ReferenceName::leadFields, CustomFieldSchemaRequest{u"lead"_s}.call(), true);
    ask(ReferenceName::contactFields, CustomFieldSchemaRequest{u"contact"_s}.call(), true);
    ask(ReferenceName::opportunityFields, CustomFieldSchemaRequest{u"opportunity"_s}.call(), true);
}

void ReferenceReader::ask(const QString &name, const ApiCall &call, bool isNeeded)
{
    m_client.sendRaw(
        call, m_question.get(),
        [this, name, isNeeded](Result<QByteArray> body) {
            const bool isForbidden = !body && body.error().kind == ApiError::Kind::Forbidden;
            if (body)
                m_answers.insert(name, *std::move(body));
            else if (isNeeded && (!isForbidden || name == ReferenceName::organization))
                m_error = body.error();
            oneAnswered();
        },
        Priority::Background);
}

/// A list that may fail, a page after the other; what came before a failure counts.
template <typename R>
void ReferenceReader::askPages(const QString &name, const R &request)
{
    m_client.sendRaw(
        request.call(), m_question.get(),
        [this, name, request](const Result<QByteArray> &body) {
            if (body) {
                m_answers[name] = joined(m_answers.value(name), *body);
                const auto page = R::read(*body);
                if (const auto next = page ? requestAfter(request, *page) : std::nullopt) {
                    askPages(name, *next);
                    return;
                }
            }
            oneAnswered();
        },
        Priority::Background);
}

void ReferenceReader::oneAnswered()
{
    if (--m_left == 0)
        answered();
}

void ReferenceReader::answered()
{
    if (m_error) {
        m_callback(tl::make_unexpected(*m_error));
        return;
    }
    m_worker.run(
        [answers = std::exchange(m_answers, {}), me = m_me, id = m_organizationId](LocalCopy *copy) {
            std::optional<ReferenceData> reference = readReference(answers, me, id);
            CopyChange change;
            for (auto it = answers.begin(); it != answers.end(); ++it)
                change.put.append({{DocumentKind::Reference, it.key()}, it.value()});
            // Where it cannot be kept the next start asks Close.
            if (reference && copy)
                (void)copy->commit(change);
            return reference;
        },
        m_question.get(),
        [this](std::optional<ReferenceData> reference) {
            if (reference)
                m_callback(*std::move(reference));
            else
                m_callback(tl::make_unexpected(ApiError{.kind = ApiError::Kind::Malformed,
                                                        .message = u"The answer holds no organization."_s}));
        });
}

} // namespace Leadline

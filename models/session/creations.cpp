// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "creations.h"

#include "activityrequests.h"
#include "closeclient.h"
#include "recordrequests.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int LeadsRemembered = 200;
/// Where it is not known what was there before, what is older than the first attempt by more than this is not
/// what was sent; so much clocks may differ.
constexpr qint64 YoungSeconds = 15 * 60;

QDateTime bornAt(const Activity &activity)
{
    return activity.at;
}

QDateTime bornAt(const Task &task)
{
    return task.dateCreated;
}

/// Close may end lines otherwise and trim.
bool isSameText(const QString &one, const QString &other)
{
    return one.simplified() == other.simplified();
}

bool isSamePhone(const QString &one, const QString &other)
{
    const auto digits = [](QString text) {
        text.removeIf([](QChar c) { return !c.isDigit(); });
        return text;
    };
    return digits(one) == digits(other);
}

/// What one creation needs: how to send it, where to look for it, and what it looks like.
template <typename T>
struct CreationPlan
{
    std::function<void(Creations::Callback<T>)> send;
    std::function<void(Creations::Callback<QList<T>>)> list;
    std::function<bool(const T &)> isSame;
    Creations::Looks looks;
};

/// One attempt at a creation.
template <typename T>
class Attempt : public std::enable_shared_from_this<Attempt<T>>
{
public:
    Attempt(QObject *context, CreationPlan<T> plan, CreationPointer creation, Creations::Callback<T> callback)
        : m_context(context)
        , m_plan(std::move(plan))
        , m_creation(std::move(creation))
        , m_callback(std::move(callback))
    {
    }

    void start()
    {
        if (m_creation->isUnsure)
            lookFirst();
        else
            send();
    }

private:
    void send()
    {
        if (!m_creation->firstSent.isValid())
            m_creation->firstSent = QDateTime::currentDateTimeUtc();
        m_plan.send([self = this->shared_from_this()](Result<T> answer) {
            if (answer || !answer.error().maybeApplied) {
                self->finish(std::move(answer));
                return;
            }
            self->m_creation->isUnsure = true;
            self->m_error = answer.error();
            self->look(0);
        });
    }

    /// Of an attempt before this one no answer came.
    void lookFirst()
    {
        m_plan.list([self = this->shared_from_this()](Result<QList<T>> records) {
            if (!records)
                self->giveUp(records.error());
            else if (std::optional<T> found = self->find(*records))
                self->finish(*std::move(found));
            else
                self->send();
        });
    }

    void look(size_t turn)
    {
        QTimer::singleShot(m_plan.looks[turn], m_context, [self = this->shared_from_this(), turn] {
            self->m_plan.list([self, turn](Result<QList<T>> records) {
                if (!records) {
                    self->giveUp(records.error());
                    return;
                }
                if (std::optional<T> found = self->find(*records)) {
                    self->finish(*std::move(found));
                } else if (turn + 1 < self->m_plan.looks.size()) {
                    self->look(turn + 1);
                } else {
                    self->m_error.maybeApplied = false; // Close was asked and does not have it
                    self->m_callback(tl::make_unexpected(self->m_error));
                }
            });
        });
    }

    std::optional<T> find(const QList<T> &records) const
    {
        const auto &known = m_creation->knownIds;
        const QDateTime earliest = m_creation->firstSent.addSecs(-YoungSeconds);
        for (const T &record : records) {
            const bool isNew =
                known ? !known->contains(record.id) : !bornAt(record).isValid() || bornAt(record) >= earliest;
            if (isNew && m_plan.isSame(record))
                return record;
        }
        return std::nullopt;
    }

    void finish(Result<T> answer)
    {
        if (answer)
            m_creation->isUnsure = false;
        m_callback(std::move(answer));
    }

    /// Not even looking was possible.
    void giveUp(ApiError error)
    {
        error.maybeApplied = true;
        m_callback(tl::make_unexpected(std::move(error)));
    }

    QObject *m_context;
    CreationPlan<T> m_plan;
    CreationPointer m_creation;
    Creations::Callback<T> m_callback;
    ApiError m_error;
};

template <typename T>
void attempt(QObject *context, CreationPlan<T> plan, const CreationPointer &creation,
             Creations::Callback<T> callback)
{
    std::make_shared<Attempt<T>>(context, std::move(plan), creation, std::move(callback))->start();
}

} // namespace

Creations::Creations(CloseClient &client, QString userId, const Looks &looks)
    : m_client(client)
    , m_userId(std::move(userId))
    , m_looks(looks)
    , m_knownActivities(LeadsRemembered)
{
}

void Creations::remember(const QString &leadId, const ActivityPage &page)
{
    QSet<QString> ids;
    if (const QSet<QString> *known = m_knownActivities.object(leadId))
        ids = *known;
    for (const Activity &activity : page.activities)
        ids.insert(activity.id);
    m_knownActivities.insert(leadId, new QSet<QString>(std::move(ids)));
}

template <typename Request>
void Creations::createActivity(const Request &request, const QString &type,
                               std::function<bool(const Activity &)> isSame, const CreationPointer &creation,
                               Callback<Activity> callback)
{
    if (const QSet<QString> *known = m_knownActivities.object(request.leadId); known && !creation->isUnsure)
        creation->knownIds = *known;
    CreationPlan<Activity> plan;
    plan.looks = m_looks;
    plan.send = [this, request](Callback<Activity> answered) {
        m_client.send(request, this, std::move(answered));
    };
    plan.list = [this, leadId = request.leadId, type](Callback<QList<Activity>> answered) {
        ActivityListRequest list;
        list.filter.leadIds = QStringList{leadId};
        list.filter.types = QStringList{type};
        list.filter.orderBy = u"-activity_at"_s;
        m_client.send(list, this, [answered = std::move(answered)](Result<ActivityPage> page) {
            answered(page.map([](const ActivityPage &found) { return found.activities; }));
        });
    };
    plan.isSame = [type, isSame = std::move(isSame), userId = m_userId](const Activity &activity) {
        return activity.type == type && activity.userId == userId && isSame(activity);
    };
    attempt<Activity>(this, std::move(plan), creation,
                      [this, leadId = request.leadId, callback = std::move(callback)](Result<Activity> made) {
                          if (made && m_knownActivities.contains(leadId))
                              remember(leadId, {{*made}, false});
                          callback(std::move(made));
                      });
}

void Creations::createNote(const NoteDraft &draft, const CreationPointer &creation,
                           Callback<Activity> callback)
{
    const auto isSame = [note = draft.note](const Activity &activity) {
        return isSameText(activity.note, note);
    };
    createActivity(CreateNoteRequest{.leadId = draft.leadId, .note = draft.note, .isPinned = draft.isPinned},
                   u"Note"_s, isSame, creation, std::move(callback));
}

void Creations::createCall(const CallDraft &draft, const CreationPointer &creation,
                           Callback<Activity> callback)
{
    const auto isSame = [draft](const Activity &activity) {
        return activity.direction == draft.direction && activity.status == draft.status &&
               activity.duration == draft.duration && activity.contactId == draft.contactId &&
               isSameText(activity.note, draft.note) && isSamePhone(activity.phone, draft.phone);
    };
    createActivity(CreateCallRequest{.leadId = draft.leadId,
                                     .contactId = draft.contactId,
                                     .direction = draft.direction,
                                     .status = draft.status,
                                     .phone = draft.phone,
                                     .note = draft.note,
                                     .outcomeId = draft.outcomeId,
                                     .duration = draft.duration},
                   u"Call"_s, isSame, creation, std::move(callback));
}

void Creations::createTask(const TaskDraft &draft, std::optional<QSet<QString>> knownIds,
                           const CreationPointer &creation, Callback<Task> callback)
{
    if (!creation->isUnsure)
        creation->knownIds = std::move(knownIds);
    CreationPlan<Task> plan;
    plan.looks = m_looks;
    plan.send = [this, draft](Callback<Task> answered) {
        m_client.send(CreateTaskRequest{.leadId = draft.leadId,
                                        .text = draft.text,
                                        .date = draft.date,
                                        .assignedTo = draft.assignedTo},
                      this, std::move(answered));
    };
    plan.list = [this, leadId = draft.leadId](Callback<QList<Task>> answered) {
        ListRequest<Task> list;
        list.filter.leadId = leadId;
        m_client.send(list, this, [answered = std::move(answered)](Result<Page<Task>> page) {
            answered(page.map([](const Page<Task> &found) { return found.records; }));
        });
    };
    plan.isSame = [draft](const Task &task) {
        return isSameText(task.text, draft.text) &&
               (draft.assignedTo.isEmpty() || task.assignedTo == draft.assignedTo) &&
               (draft.date.isValid() ? task.date == draft.date : task.isDateless);
    };
    attempt<Task>(this, std::move(plan), creation, std::move(callback));
}

} // namespace Leadline

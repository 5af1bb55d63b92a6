// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "draftkeeper.h"

#include "localcopy.h"
#include "worker.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace Leadline {

namespace {

auto placeOf(const QList<KeptDraft> &drafts, const QString &id)
{
    return std::find_if(drafts.cbegin(), drafts.cend(),
                        [&id](const KeptDraft &draft) { return draft.id == id; });
}

} // namespace

DraftKeeper::DraftKeeper(Worker &worker, bool isKept, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
    , m_isKept(isKept)
{
    if (isKept)
        load();
    else
        m_isLoaded = true;
}

void DraftKeeper::load()
{
    m_worker.run(
        [](LocalCopy *copy) {
            QList<KeptDraft> drafts;
            if (!copy)
                return drafts;
            copy->forEach(DocumentKind::Draft, [&drafts](const Document &document) {
                if (auto draft = draftFromJson(document.key.id, document.json))
                    drafts.append(*std::move(draft));
                return true;
            });
            return drafts;
        },
        this,
        [this](const QList<KeptDraft> &drafts) {
            for (const KeptDraft &draft : drafts) {
                if (!m_removed.contains(draft.id))
                    take(draft);
            }
            m_removed.clear();
            m_isLoaded = true;
            if (!drafts.isEmpty())
                Q_EMIT changed();
            Q_EMIT loaded();
        });
}

/// Puts a draft in its place, unless there is one with its id.
bool DraftKeeper::take(const KeptDraft &draft)
{
    if (find(draft.id))
        return false;
    const auto at =
        std::upper_bound(m_drafts.cbegin(), m_drafts.cend(), draft,
                         [](const KeptDraft &a, const KeptDraft &b) { return a.changedAt < b.changedAt; });
    m_drafts.insert(at, draft);
    return true;
}

void DraftKeeper::setNotKept()
{
    m_isKept = false;
}

const KeptDraft *DraftKeeper::find(const QString &id) const
{
    const auto at = placeOf(m_drafts, id);
    return at == m_drafts.cend() ? nullptr : &*at;
}

QList<KeptDraft> DraftKeeper::unattended() const
{
    QList<KeptDraft> drafts = m_drafts;
    drafts.removeIf([this](const KeptDraft &draft) { return m_attended.contains(draft.id); });
    return drafts;
}

void DraftKeeper::setAttended(const QString &id, bool attended)
{
    if (m_attended.contains(id) == attended)
        return;
    if (attended)
        m_attended.insert(id);
    else
        m_attended.remove(id);
    Q_EMIT changed();
}

void DraftKeeper::keep(KeptDraft draft, QObject *context, std::function<void(bool)> done)
{
    if (const auto at = placeOf(m_drafts, draft.id); at != m_drafts.cend())
        m_drafts.erase(at);
    if (!draft.changedAt.isValid())
        draft.changedAt = QDateTime::currentDateTimeUtc();
    take(draft);
    if (m_isKept) {
        m_worker.run(
            [draft](LocalCopy *copy) {
                CopyChange change;
                change.put.append({{DocumentKind::Draft, draft.id}, draftToJson(draft)});
                return copy && copy->commit(change);
            },
            context ? context : this,
            [done = std::move(done)](bool isWritten) {
                if (done)
                    done(isWritten);
            },
            Worker::AtEnd::Do);
    } else if (done) {
        QMetaObject::invokeMethod(
            context ? context : this, [done = std::move(done)] { done(false); }, Qt::QueuedConnection);
    }
    Q_EMIT changed();
}

void DraftKeeper::remove(const QString &id)
{
    const auto at = placeOf(m_drafts, id);
    const bool isThere = at != m_drafts.cend();
    if (isThere)
        m_drafts.erase(at);
    if (!m_isLoaded)
        m_removed.insert(id);
    m_attended.remove(id);
    if (m_isKept) {
        m_worker.run(
            [id](LocalCopy *copy) {
                CopyChange change;
                change.removed.append({DocumentKind::Draft, id});
                return copy && copy->commit(change);
            },
            this, [](bool) {}, Worker::AtEnd::Do);
    }
    if (isThere)
        Q_EMIT changed();
}

void DraftKeeper::adopt(const QList<KeptDraft> &drafts)
{
    for (const KeptDraft &draft : drafts) {
        if (!find(draft.id))
            keep(draft);
    }
}

QString DraftKeeper::makeId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace Leadline

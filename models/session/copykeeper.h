// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "accountlist.h"
#include "copystate.h"
#include "credentialstore.h"
#include "referencedata.h"
#include "tablesnapshot.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Leadline {

class Worker;
struct CopyError;

/// A local copy that a worker has open.
struct OpenedCopy
{
    CopyState state{};
    std::shared_ptr<Worker> worker{};         ///< null where nothing is kept
    std::optional<ReferenceData> reference{}; ///< nothing in a copy that holds nothing yet
    std::optional<LoadedTable> firstLeads{};  ///< of the first screen
    QByteArray me{}; ///< what Close has just said of the user, to be kept; nothing where it was not asked
};

/// What a failure makes of keeping.
CopyState copyStateOf(const CopyError &error);

/// Makes, opens and erases the local copies. Their keys are in the keychain and nowhere else, so that there
/// is no copy without one.
class CopyKeeper : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(OpenedCopy)>;
    enum class Absent {
        Leave, ///< a copy that is not there is not made
        Make,
    };

    /// Copies are in folders of their own in \a folder. \a credentials is not owned and outlives this.
    CopyKeeper(CredentialStore &credentials, QString folder, QObject *parent = nullptr);

    void open(const Account &account, Absent absent, Callback callback);
    /// Removes the key, without which nobody can read the copy.
    void eraseKey(const Account &account, std::function<void()> done);
    /// Removes the files. Nobody may have them open.
    void eraseFiles(const Account &account);

private:
    void makeKey(const Account &account, const Callback &callback);
    void openFiles(const Account &account, Secret key, const Callback &callback, CopyState::Kind kind);
    void openFailed(const Account &account, Secret key, const Callback &callback, const CopyError &error,
                    CopyState::Kind kind);
    std::shared_ptr<Worker> takeOpened(const Worker *worker);
    QString folderOf(const Account &account) const;

    CredentialStore &m_credentials;
    QString m_folder;
    std::vector<std::shared_ptr<Worker>> m_opening; ///< whose answer is not there yet
};

} // namespace Leadline

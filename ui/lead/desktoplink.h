// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include "linkbutton.h"

#include <QUrl>

namespace Leadline {

/// A link that leads out of the program: a website, an e-mail address, a telephone number. Its context menu
/// copies it.
class DesktopLink : public LinkButton
{
    Q_OBJECT

public:
    explicit DesktopLink(QWidget *parent = nullptr);

    /// \a url may be invalid: then it is text that can be copied and leads nowhere. \a name is what a screen
    /// reader says, the text itself when empty.
    void setLink(const QString &text, const QUrl &url, const QString &name = {});
    /// Secondary colour instead of the accent, until it is pointed at.
    void setQuiet(bool quiet) { m_isQuiet = quiet; }
    QUrl url() const { return m_url; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copy() const;

    QUrl m_url;
    bool m_isQuiet = false;
};

} // namespace Leadline

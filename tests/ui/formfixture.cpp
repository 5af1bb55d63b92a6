// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "formfixture.h"

#include "linkbutton.h"
#include "messagebar.h"
#include "signedin.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

namespace Leadline {

using namespace Qt::StringLiterals;

FormFixture::FormFixture(DemoServer &server)
    : m_server(server)
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_statuses = std::make_unique<StatusPalette>(m_settings.get());
}

FormFixture::~FormFixture()
{
    m_window.reset();
    m_session.reset();
}

bool FormFixture::start(bool readOnly)
{
    m_session = Test::signedIn(m_server, DemoServer::key(), readOnly);
    if (!m_session)
        return false;
    QSignalSpy schema(m_session.get(), &Session::schemaChanged);
    m_session->refresh();
    const auto isRead = [&] {
        return !schema.isEmpty() && m_session->leads()->count() > 0 &&
               m_session->opportunities()->count() > 0 && m_session->contacts()->count() > 0 &&
               m_session->syncState().phase != SyncState::Phase::Loading;
    };
    if (!Test::waitFor(isRead, 20000))
        return false;
    m_window = std::make_unique<MainWindow>();
    m_window->showWorkspace();
    m_window->resize(1440, 900);
    m_window->show();
    m_context = {m_session.get(), m_statuses.get(), m_window->messageBar(), QLocale(QLocale::English), {}};
    m_context.today = [] { return QDate(2026, 3, 2); };
    m_server.clearRequests();
    return QTest::qWaitForWindowExposed(m_window.get());
}

QWidget *FormFixture::control(const QWidget *dialog, const QString &name)
{
    for (QWidget *widget : dialog->findChildren<QWidget *>()) {
        if (widget->accessibleName() == name && widget->isVisible())
            return widget;
    }
    return nullptr;
}

QString FormFixture::textOf(const QWidget *dialog, const QString &name)
{
    QWidget *widget = control(dialog, name);
    if (const auto *edit = qobject_cast<QLineEdit *>(widget))
        return edit->text();
    if (const auto *edit = qobject_cast<QPlainTextEdit *>(widget))
        return edit->toPlainText();
    const auto *box = qobject_cast<QComboBox *>(widget);
    return box ? box->currentText() : QString();
}

void FormFixture::type(QWidget *dialog, const QString &name, const QString &text)
{
    QWidget *widget = control(dialog, name);
    QVERIFY2(widget, qPrintable(name));
    widget->setFocus();
    if (auto *edit = qobject_cast<QLineEdit *>(widget))
        edit->selectAll();
    for (const QChar c : text) {
        // Qt Test's key events know Latin 1; the rest comes as it would from an input method.
        if (c.unicode() < 0x80)
            QTest::keyClick(widget, c.toLatin1());
        else if (auto *edit = qobject_cast<QLineEdit *>(widget))
            edit->insert(QString(c));
    }
}

bool FormFixture::choose(QWidget *dialog, const QString &name, const QString &text)
{
    auto *box = qobject_cast<QComboBox *>(control(dialog, name));
    const int index = box ? box->findText(text) : -1;
    if (index < 0)
        return false;
    box->setFocus();
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
    return true;
}

QStringList FormFixture::actionsOf(const QWidget *bar)
{
    QStringList texts;
    for (const LinkButton *link : bar->findChildren<LinkButton *>()) {
        if (link->isVisible())
            texts.append(link->text());
    }
    return texts;
}

bool FormFixture::clickAction(const QWidget *bar, const QString &text)
{
    for (LinkButton *link : bar->findChildren<LinkButton *>()) {
        if (link->isVisible() && link->text() == text) {
            link->click();
            return true;
        }
    }
    return false;
}

QList<QJsonObject> FormFixture::bodies(const QString &method, const QString &path) const
{
    QList<QJsonObject> list;
    for (const QJsonValue &request : m_server.requests(method, path)) {
        const QJsonValue body = request.toObject().value("body"_L1);
        list.append(body.isString() ? QJsonDocument::fromJson(body.toString().toUtf8()).object()
                                    : body.toObject());
    }
    return list;
}

} // namespace Leadline

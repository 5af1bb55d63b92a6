// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>
#include <QWidget>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace Leadline {

class Button;
class FlowLayout;
class LinkButton;
class MessageBar;

/// The field of an API key: what is typed shows as dots, only the "api_" all keys begin with is readable.
class KeyEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyEdit(QWidget *parent = nullptr);

    /// The whole key, with its prefix, without blanks around it.
    QString key() const;
    void setKey(const QString &key);

    QSize sizeHint() const override;

Q_SIGNALS:
    void keyChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void takePrefix();
    void setPrefixed(bool prefixed);

    bool m_prefixed = false;
};

/// The first page: the API key, or the demo.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    /// An organization that can be opened without a new key.
    struct Place
    {
        QString id;
        QString name;
    };

    explicit SignInPage(QWidget *parent = nullptr);

    KeyEdit *keyEdit() const { return m_key; }
    MessageBar *messageBar() const { return m_messages; }

    /// Below the field, with an optional link that emits openKeysPageRequested(). Empty takes it away.
    void showError(const QString &text, const QString &linkText = QString());
    QString error() const { return m_errorText; }
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    /// Success: who signed in where, while the workspace opens.
    void greet(const QString &name, const QString &organization);
    /// Offers to go on without the keychain, for this run only (no keychain on this desktop).
    void setSessionOnlyOffered(bool offered);
    bool isSessionOnly() const;
    /// Offers the way back to what is open, in place of the demo; empty for none.
    void setWayBack(const QString &name);
    void setOrganizations(const QList<Place> &places);
    /// As if just opened: no key, no error, no greeting, nothing but a key or the demo.
    void reset();

Q_SIGNALS:
    void verifyRequested(const QString &key);
    void demoRequested();
    void importRequested(const QString &path);
    void openKeysPageRequested();
    void backRequested();
    void organizationRequested(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *createForm();
    QWidget *createOrganizations(QWidget *form);
    void writeError();
    void verify();
    void chooseEnvFile();

    MessageBar *m_messages;
    KeyEdit *m_key = nullptr;
    QLabel *m_error = nullptr;
    QLabel *m_greeting = nullptr;
    QCheckBox *m_sessionOnly = nullptr;
    Button *m_verify = nullptr;
    Button *m_demo = nullptr;
    Button *m_back = nullptr;
    QWidget *m_organizations = nullptr;
    FlowLayout *m_organizationLinks = nullptr;
    LinkButton *m_import = nullptr;
    QString m_errorText;
    QString m_errorLink;
    bool m_busy = false;
};

} // namespace Leadline

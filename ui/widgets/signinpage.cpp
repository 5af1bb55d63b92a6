// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "signinpage.h"

#include "button.h"
#include "elidedlabel.h"
#include "flowlayout.h"
#include "fonts.h"
#include "linkbutton.h"
#include "messagebar.h"
#include "style.h"
#include "tokens.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int FormWidth = 440;
constexpr int ControlHeight = 36;
constexpr QLatin1StringView Prefix = "api_"_L1;

/// The program's sign: a rounded accent square with an L.
class Tile : public QWidget
{
public:
    explicit Tile(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(48, 48);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens t = Tokens::of(palette());
        paintBox(&painter, rect(), 12, t.accent, QColor());
        painter.setFont(sized(font(), 20, QFont::DemiBold));
        painter.setPen(t.onAccent);
        painter.drawText(rect(), Qt::AlignCenter, u"L"_s);
    }
};

/// Wrapped text as high as it needs at the form's width: a centred form would squeeze it.
void fitHeight(QLabel *label)
{
    label->setFixedHeight(label->heightForWidth(FormWidth));
}

QString lines(const QString &html, int lineHeight)
{
    return "<p style='line-height:%1px; margin:0'>%2</p>"_L1.arg(QString::number(lineHeight), html);
}

} // namespace

KeyEdit::KeyEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setAccessibleName(tr("API key"));
    // No suggestions, no dictionary, no capital letters: the key stays in this field.
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                        Qt::ImhNoAutoUppercase);
    connect(this, &QLineEdit::textChanged, this, [this] {
        takePrefix();
        Q_EMIT keyChanged();
    });
}

QString KeyEdit::key() const
{
    const QString rest = text().trimmed();
    return m_prefixed && !rest.isEmpty() ? Prefix + rest : rest;
}

void KeyEdit::setKey(const QString &key)
{
    setPrefixed(false);
    setText(key);
}

QSize KeyEdit::sizeHint() const
{
    return {FormWidth, ControlHeight};
}

void KeyEdit::takePrefix()
{
    const QString typed = text().trimmed();
    if (!typed.startsWith(Prefix))
        return;
    setPrefixed(true);
    const int cursor = qMax(0, cursorPosition() - int(text().size() - typed.size()) - int(Prefix.size()));
    setText(typed.mid(Prefix.size()));
    setCursorPosition(cursor);
}

void KeyEdit::setPrefixed(bool prefixed)
{
    m_prefixed = prefixed;
    const int margin = prefixed ? fontMetrics().horizontalAdvance(Prefix) : 0;
    setTextMargins(layoutDirection() == Qt::RightToLeft ? QMargins(0, 0, margin, 0)
                                                        : QMargins(margin, 0, 0, 0));
    update();
}

void KeyEdit::keyPressEvent(QKeyEvent *event)
{
    const bool atStart = cursorPosition() == 0 && !hasSelectedText();
    if (m_prefixed && event->key() == Qt::Key_Backspace && atStart)
        setPrefixed(false);
    else
        QLineEdit::keyPressEvent(event);
    // Everything selected and deleted means the prefix too.
    if (m_prefixed && text().isEmpty() &&
        (event->key() == Qt::Key_Delete || event->matches(QKeySequence::Cut)))
        setPrefixed(false);
}

void KeyEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_prefixed)
        return;
    QPainter painter(this);
    painter.setPen(isEnabled() ? Tokens::of(palette()).text : Tokens::of(palette()).text3);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(11, 0, 0, 0)),
                     Qt::AlignVCenter | Qt::AlignLeading, Prefix);
}

SignInPage::SignInPage(QWidget *parent)
    : QWidget(parent)
    , m_messages(new MessageBar(this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_messages);
    outer->addStretch(1);
    outer->addWidget(createForm(), 0, Qt::AlignHCenter);
    outer->addSpacing(12);
    outer->addStretch(1);

    connect(m_verify, &QPushButton::clicked, this, &SignInPage::verify);
    connect(m_key, &QLineEdit::returnPressed, this, &SignInPage::verify);
    connect(m_key, &KeyEdit::keyChanged, this, [this] { showError(QString()); });
    connect(m_demo, &QPushButton::clicked, this, &SignInPage::demoRequested);
    connect(m_back, &QPushButton::clicked, this, &SignInPage::backRequested);
    auto *escape = new QShortcut(QKeySequence::Cancel, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, m_back, &QPushButton::click);
    connect(m_import, &QAbstractButton::clicked, this, &SignInPage::chooseEnvFile);
    connect(m_error, &QLabel::linkActivated, this, &SignInPage::openKeysPageRequested);
    setFocusProxy(m_key);
    showError(QString());
}

QWidget *SignInPage::createForm()
{
    auto *form = new QWidget(this);
    form->setFixedWidth(FormWidth);
    auto *title = new QLabel(tr("Sign in to Close"), form);
    setTextRole(title, TextRole::Display);
    title->setFixedHeight(30);
    auto *explanation = new QLabel(form);
    setTextRole(explanation, TextRole::Secondary);
    explanation->setTextFormat(Qt::RichText);
    const QString sentence = tr(
        "Leadline talks to Close with your API key and keeps it in this computer's keychain, nowhere else.");
    explanation->setText(lines(sentence.toHtmlEscaped(), 20));
    explanation->setWordWrap(true);
    fitHeight(explanation);
    auto *keyLabel = new QLabel(tr("API key"), form);
    setTextRole(keyLabel, TextRole::Body);
    m_key = new KeyEdit(form);
    m_key->setFixedHeight(ControlHeight);
    keyLabel->setBuddy(m_key);
    m_error = new QLabel(form);
    setTextRole(m_error, TextRole::Bad);
    m_error->setTextFormat(Qt::RichText);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_greeting = new QLabel(form);
    setTextRole(m_greeting, TextRole::Strong);
    m_greeting->setWordWrap(true);
    m_greeting->hide();
    m_sessionOnly = new QCheckBox(tr("Keep the key for this session only"), form);
    m_sessionOnly->hide();
    m_verify = new Button(Button::Kind::Primary, tr("Verify and Sign In"), form);
    m_demo = new Button(tr("Try the Demo"), form);
    m_back = new Button(QString(), form);
    m_back->setFixedHeight(ControlHeight);
    m_back->hide();
    m_verify->setFixedHeight(ControlHeight);
    m_demo->setFixedHeight(ControlHeight);
    auto *envText = new QLabel(tr("Have a .env file?"), form);
    setTextRole(envText, TextRole::Secondary);
    m_import = new LinkButton(tr("Import from .env…"), form);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_verify);
    buttons->addWidget(m_demo);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    auto *env = new QHBoxLayout;
    env->setSpacing(4);
    env->addWidget(envText);
    env->addWidget(m_import);
    env->addStretch(1);

    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Tile(form));
    column->addSpacing(18);
    column->addWidget(title);
    column->addSpacing(6);
    column->addWidget(explanation);
    column->addSpacing(22);
    column->addWidget(keyLabel);
    column->addSpacing(6);
    column->addWidget(m_key);
    column->addSpacing(6);
    column->addWidget(m_error);
    column->addWidget(m_greeting);
    column->addSpacing(6);
    column->addWidget(m_sessionOnly);
    column->addSpacing(6);
    column->addLayout(buttons);
    column->addSpacing(20);
    column->addLayout(env);
    column->addWidget(createOrganizations(form));
    return form;
}

QWidget *SignInPage::createOrganizations(QWidget *form)
{
    m_organizations = new QWidget(form);
    auto *label = new QLabel(tr("Signed in on this computer:"), m_organizations);
    setTextRole(label, TextRole::Secondary);
    auto *links = new QWidget(m_organizations);
    m_organizationLinks = new FlowLayout(12, false, links);
    auto *column = new QVBoxLayout(m_organizations);
    column->setContentsMargins(0, 20, 0, 0);
    column->setSpacing(4);
    column->addWidget(label);
    column->addWidget(links);
    m_organizations->hide();
    return m_organizations;
}

void SignInPage::setWayBack(const QString &name)
{
    const int room = FormWidth / 2;
    m_back->setText(m_back->fontMetrics().elidedText(tr("Back to %1").arg(name), Qt::ElideMiddle, room));
    m_back->setAccessibleName(tr("Back to %1").arg(name));
    m_back->setVisible(!name.isEmpty());
    m_demo->setVisible(name.isEmpty());
}

void SignInPage::setOrganizations(const QList<Place> &places)
{
    while (QLayoutItem *item = m_organizationLinks->takeAt(0)) {
        item->widget()->deleteLater(); // one of them may be the sender
        delete item;
    }
    for (const Place &place : places) {
        auto *link = new LinkButton(place.name, m_organizations);
        link->setAccessibleName(tr("Open %1").arg(place.name));
        connect(link, &QAbstractButton::clicked, this,
                [this, id = place.id] { Q_EMIT organizationRequested(id); });
        m_organizationLinks->addWidget(link);
    }
    m_organizations->setVisible(!places.isEmpty());
}

void SignInPage::verify()
{
    if (m_busy)
        return;
    const QString key = m_key->key();
    // For this session only, the key that was verified is used: it may have come from a file.
    if (key.isEmpty() && !isSessionOnly()) {
        showError(tr("Enter your API key first. Keys are made in Close under Settings, Developer, API Keys."),
                  tr("Open that page"));
        m_key->setFocus();
        return;
    }
    showError(QString());
    Q_EMIT verifyRequested(key);
}

void SignInPage::chooseEnvFile()
{
    auto *dialog = new QFileDialog(this, tr("Import from .env"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // The file's name begins with a dot: without this filter it would be hidden.
    dialog->setFilter(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, this, &SignInPage::importRequested);
    dialog->open();
}

void SignInPage::showError(const QString &text, const QString &linkText)
{
    m_errorText = text;
    m_errorLink = linkText;
    writeError();
    m_error->show();
    m_key->setProperty("invalid", !text.isEmpty());
    m_key->setAccessibleDescription(text);
    m_key->update();
}

void SignInPage::writeError()
{
    // Without an error, the line says where a key comes from.
    const bool isHint = m_errorText.isEmpty();
    QString html =
        (isHint ? tr("Keys are made in Close under Settings, Developer, API Keys.") : m_errorText).toHtmlEscaped();
    const QString link = isHint ? tr("Open that page") : m_errorLink;
    if (!link.isEmpty()) {
        // The colour too: a label's links keep that of the palette they were written with.
        html += " <a style='text-decoration:none; color:%1' href='keys'>%2</a>"_L1.arg(
            Tokens::of(palette()).accent.name(), link.toHtmlEscaped());
    }
    setTextRole(m_error, isHint ? TextRole::Hint : TextRole::Bad);
    m_error->setTextFormat(Qt::RichText);
    m_error->setText(lines(html, 16));
    fitHeight(m_error);
}

void SignInPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        writeError();
    QWidget::changeEvent(event);
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    m_key->setEnabled(!busy);
    m_demo->setEnabled(!busy);
    m_import->setEnabled(!busy);
    m_sessionOnly->setEnabled(!busy);
    m_verify->setEnabled(!busy);
    m_organizations->setEnabled(!busy);
}

void SignInPage::greet(const QString &name, const QString &organization)
{
    showError(QString());
    m_error->hide();
    m_greeting->setText(tr("Hello %1. Opening %2…").arg(name, organization));
    fitHeight(m_greeting);
    m_greeting->show();
}

void SignInPage::setSessionOnlyOffered(bool offered)
{
    m_sessionOnly->setVisible(offered);
    if (!offered)
        m_sessionOnly->setChecked(false);
}

bool SignInPage::isSessionOnly() const
{
    return m_sessionOnly->isChecked();
}

void SignInPage::reset()
{
    m_key->setKey(QString());
    showError(QString());
    m_greeting->hide();
    m_greeting->clear();
    setSessionOnlyOffered(false);
    setWayBack(QString());
    setOrganizations({});
    setBusy(false);
}

void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tokens::of(palette()).window);
}

} // namespace Leadline

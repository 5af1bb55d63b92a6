// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "application.h"
#include "formfixture.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20000;

QWidget *activeWindowWith(const QString &title)
{
    QWidget *window = nullptr;
    const bool found = QTest::qWaitFor(
        [&] {
            window = QApplication::activeWindow();
            return window && window->windowTitle().contains(title);
        },
        Patience);
    return found ? window : nullptr;
}

bool isShown(const QWidget *parent, const QString &text)
{
    const auto widgets = parent->findChildren<QWidget *>();
    return std::any_of(widgets.begin(), widgets.end(), [&text](const QWidget *widget) {
        return widget->isVisible() && widget->property("text").toString() == text;
    });
}

} // namespace

/// draft_typist URL API-KEY ORGANIZATION NAME [save]: the whole program, in which somebody opens the form of
/// a new lead and types NAME. It says "typing" once that is on the disk; then it goes on typing, or saves. It
/// ends when it is killed.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc < 5)
        return 2;
    QLocale::setDefault(QLocale(QLocale::English));
    QCoreApplication::setOrganizationName(u"leadline"_s);
    QCoreApplication::setApplicationName(u"leadline"_s);
    CommandLine commandLine;
    commandLine.apiUrl = QUrl(QString::fromLocal8Bit(argv[1]));
    Application leadline(&application, commandLine,
                         EnvironmentCredentials{Secret(QByteArray(argv[2])), Secret()});
    leadline.start();
    QWidget *window = activeWindowWith(QString::fromLocal8Bit(argv[3]));
    if (!window)
        return 3;
    QTest::keyClick(window, Qt::Key_N, Qt::ControlModifier);
    QWidget *form = activeWindowWith(u"New Lead"_s);
    if (!form)
        return 4;
    FormFixture::type(form, u"Company name"_s, QString::fromLocal8Bit(argv[4]));
    if (!QTest::qWaitFor([form] { return isShown(form, u"Draft saved"_s); }, Patience))
        return 5;
    std::puts("typing");
    std::fflush(stdout);
    if (argc > 5) {
        QTest::keyClick(form->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        return QApplication::exec();
    }
    for (int number = 0;; ++number) {
        FormFixture::type(form, u"Website"_s, u"n%1.example"_s.arg(number));
        QTest::qWait(20);
    }
}

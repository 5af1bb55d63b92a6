// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "formbenchmark.h"

#include "formfixture.h"
#include "leadform.h"
#include "measure.h"
#include "theme.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

constexpr int CustomFields = 100;
constexpr int FormOpenings = 9;
constexpr double TargetMs = 100;

/// The types in turn, as an organization mixes them.
bool addFields(const DemoServer &server)
{
    const QStringList types{u"text"_s,     u"choices"_s, u"number"_s,  u"date"_s,
                            u"datetime"_s, u"user"_s,    u"contact"_s, u"textarea"_s};
    const qsizetype present = server.get(u"/custom_field_schema/lead/"_s).value("fields"_L1).toArray().size();
    for (qsizetype i = present; i < CustomFields; ++i) {
        const QString type = types.at(i % types.size());
        QJsonObject field{{u"name"_s, u"Field %1"_s.arg(i)}, {u"type"_s, type}};
        if (type == "choices"_L1)
            field.insert(u"choices"_s, QJsonArray{u"One"_s, u"Two"_s, u"Three"_s});
        if (server.exchange("POST", u"/custom_field/lead/"_s, field).status >= 300)
            return false;
    }
    return true;
}

/// Says when the window has painted for the first time.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QWidget *window)
        : QObject(window)
    {
        window->installEventFilter(this);
        m_timer.start();
    }

    std::optional<double> ms() const { return m_ms; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The window's children are painted before the next event is handled.
        if (event->type() == QEvent::Paint && !m_isPainting) {
            m_isPainting = true;
            QMetaObject::invokeMethod(
                this, [this] { m_ms = double(m_timer.nsecsElapsed()) / 1e6; }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QElapsedTimer m_timer;
    std::optional<double> m_ms;
    bool m_isPainting = false;
};

} // namespace

bool measureForm()
{
    DemoServer server;
    if (!server.start({u"--leads"_s, u"20"_s}).isValid() || !addFields(server)) {
        std::fprintf(stderr, "No demo server: %s\n", qPrintable(server.errorText()));
        return false;
    }
    Theme theme(qApp);
    theme.setMode(Theme::Mode::Light);
    theme.apply();
    FormFixture fixture(server);
    if (!fixture.start())
        return false;
    const QString id = fixture.session().leads()->idAt(3);
    Times times;
    for (int round = 0; round < FormOpenings; ++round) {
        QElapsedTimer whole;
        whole.start();
        auto *form = new LeadForm(fixture.context(), id, &fixture.window());
        const double built = double(whole.nsecsElapsed()) / 1e6;
        const auto *paint = new FirstPaint(form);
        form->open();
        if (!QTest::qWaitFor([&] { return paint->ms().has_value(); }))
            return false;
        // The first round reads the lead and fills the caches of fonts and icons.
        if (round > 0)
            times.wall.push_back(built + *paint->ms());
        QTest::qWait(200);
        delete form;
    }
    print(
        {.name = u"open_form_100_custom_fields"_s, .rows = CustomFields, .times = times, .target = TargetMs});
    return true;
}

} // namespace Leadline

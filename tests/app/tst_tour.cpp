// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "testprogram.h"
#include "tour.h"

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWidget>

namespace tst_tour {

using namespace Leadline;
using namespace Qt::StringLiterals;

class TestTour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void picturesEveryStopInBothLooks();
    void nothingToPicture();
    void folderThatCannotBeMade();

private:
    void paint(const QColor &colour);
    QColor colourOf(const QString &file) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QWidget> m_window;
    bool m_dark = false;
};

void TestTour::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<QWidget>();
    m_window->setAutoFillBackground(true);
    m_window->resize(40, 30);
}

void TestTour::paint(const QColor &colour)
{
    QPalette palette;
    palette.setColor(QPalette::Window, m_dark ? colour.darker() : colour);
    m_window->setPalette(palette);
}

QColor TestTour::colourOf(const QString &file) const
{
    const QImage image(m_folder->filePath(file));
    return image.size() == m_window->size() ? image.pixelColor(20, 15) : QColor();
}

void TestTour::picturesEveryStopInBothLooks()
{
    QStringList left;
    const auto page = [&](const QString &name, const QColor &colour, int delay) {
        return Tour::Stop{name,
                          [=, this](Tour::Shown shown) {
                              QTimer::singleShot(delay, this, [=, this] {
                                  paint(colour);
                                  shown(m_window.get());
                              });
                          },
                          [name, &left] { left.append(name); }};
    };
    Tour tour(m_folder->filePath(u"new/folder"_s),
              {page(u"leads"_s, Qt::red, 20), page(u"lead"_s, Qt::green, 0)},
              [this](bool dark) { m_dark = dark; });
    QSignalSpy finished(&tour, &Tour::finished);
    tour.start();
    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().toStringList(), QStringList());
    QCOMPARE(colourOf(u"new/folder/leads-light.png"_s), QColor(Qt::red));
    QCOMPARE(colourOf(u"new/folder/lead-light.png"_s), QColor(Qt::green));
    QCOMPARE(colourOf(u"new/folder/leads-dark.png"_s).name(), QColor(Qt::red).darker().name());
    QCOMPARE(colourOf(u"new/folder/lead-dark.png"_s).name(), QColor(Qt::green).darker().name());
    QCOMPARE(left, (QStringList{u"leads"_s, u"lead"_s, u"leads"_s, u"lead"_s}));
}

void TestTour::nothingToPicture()
{
    const Tour::Stop empty{u"lead"_s, [](const Tour::Shown &shown) { shown(nullptr); }, {}};
    const Tour::Stop full{u"leads"_s, [this](const Tour::Shown &shown) { shown(m_window.get()); }, {}};
    Tour tour(m_folder->path(), {empty, full}, [](bool) {});
    QSignalSpy finished(&tour, &Tour::finished);
    tour.start();
    QVERIFY(finished.wait());
    const QStringList failures = finished.first().first().toStringList();
    QCOMPARE(failures.size(), 2);
    QVERIFY(failures.at(0).startsWith(u"lead-light.png"_s));
    QVERIFY(failures.at(1).startsWith(u"lead-dark.png"_s));
    QVERIFY(QFile::exists(m_folder->filePath(u"leads-dark.png"_s)));
}

void TestTour::folderThatCannotBeMade()
{
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Tour tour(file.fileName() + u"/below"_s, {}, [](bool) {});
    QSignalSpy finished(&tour, &Tour::finished);
    tour.start();
    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().toStringList().size(), 1);
}

LEADLINE_TEST(tst_tour, QTEST_MAIN, TestTour)

} // namespace tst_tour

#include "tst_tour.moc"

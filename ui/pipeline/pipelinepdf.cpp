// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinepdf.h"

#include "pipelinemodel.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

struct PipelinePdf
{
    Q_DECLARE_TR_FUNCTIONS(Leadline::PipelinePdf)
};

constexpr int Dpi = 96;
constexpr int PaperRowHeight = 30;
constexpr int PaperBarHeight = 5;
constexpr int PaperNoteHeight = 26;
constexpr QColor Ink(26, 31, 38);
constexpr QColor Hint(86, 96, 112);
constexpr QColor PaperLine(226, 229, 234);
constexpr QColor Bar(43, 89, 217);

/// Draws the page from top to bottom.
class Sheet
{
public:
    Sheet(const PipelineModel &model, QPdfWriter *writer, QPainter *painter)
        : m_model(model)
        , m_writer(writer)
        , m_painter(painter)
        , m_width(writer->width())
    {
        for (int group = 0; group < model.groupCount(); ++group)
            m_largest = qMax(m_largest, model.groupTotals(group).annualizedValue());
    }

    void draw(const QString &title)
    {
        text(QRect(0, m_y, m_width, 28), title, 18, QFont::DemiBold, Ink);
        m_y += 28;
        const CellFormatter &formatter = m_model.formatter();
        text(QRect(0, m_y, m_width, 20),
             formatter.directory().organization().name + u" · "_s + formatter.date(formatter.now().date()), 11,
             QFont::Normal, Hint);
        m_y += 36;
        line({groupingName(m_model.grouping()), PipelinePdf::tr("Opportunities"), PipelinePdf::tr("Value"),
              PipelinePdf::tr("Expected")},
             11, QFont::Normal, Hint);
        for (int group = 0; group < m_model.groupCount(); ++group)
            groupLine(group);
        sums(PipelinePdf::tr("All that are open"), m_model.totals(u"active"_s));
        sums(PipelinePdf::tr("All"), m_model.totals());
    }

private:
    void text(const QRect &rect, const QString &words, int pixels, QFont::Weight weight, const QColor &color,
              Qt::Alignment align = Qt::AlignLeft)
    {
        QFont font = QApplication::font();
        font.setPixelSize(pixels);
        font.setWeight(weight);
        m_painter->setFont(font);
        m_painter->setPen(color);
        m_painter->drawText(rect, int(align) | int(Qt::AlignVCenter) | int(Qt::TextSingleLine),
                            QFontMetrics(font, m_writer).elidedText(words, Qt::ElideMiddle, rect.width()));
    }

    void makeRoom(int height)
    {
        if (m_y + height > m_writer->height()) {
            m_writer->newPage();
            m_y = 0;
        }
    }

    void line(const QStringList &cells, int pixels, QFont::Weight weight, const QColor &color)
    {
        makeRoom(PaperRowHeight);
        const int first = m_width * 40 / 100;
        const int other = (m_width - first) / 3;
        for (int i = 0; i < cells.size(); ++i) {
            const QRect place = i == 0 ? QRect(0, m_y, first - 8, PaperRowHeight - PaperBarHeight)
                                       : QRect(first + (i - 1) * other, m_y, other, PaperRowHeight - PaperBarHeight);
            text(place, cells.at(i), pixels, weight, color, i == 0 ? Qt::AlignLeft : Qt::AlignRight);
        }
        m_y += PaperRowHeight;
        m_painter->fillRect(QRect(0, m_y - 1, m_width, 1), PaperLine);
    }

    QStringList cells(const QString &title, const PipelineTotals &totals) const
    {
        return {title, m_model.formatter().locale().toString(totals.count),
                m_model.headline(totals.headlineValue(), totals.headlinePeriod()),
                m_model.headline(totals.headlineExpected(), totals.headlinePeriod())};
    }

    /// With a bar as long as the group's value.
    void groupLine(int group)
    {
        const PipelineTotals &totals = m_model.groupTotals(group);
        line(cells(m_model.groupTitle(group), totals), 12, QFont::Normal, Ink);
        const qint64 value = qMax<qint64>(0, totals.annualizedValue());
        if (m_largest > 0)
            m_painter->fillRect(
                QRectF(0, m_y - PaperBarHeight - 1, m_width * 0.38 * double(value) / double(m_largest), 3), Bar);
    }

    void sums(const QString &title, const PipelineTotals &totals)
    {
        makeRoom(PaperRowHeight + 2 * PaperNoteHeight);
        line(cells(title, totals), 12, QFont::DemiBold, Ink);
        if (const QString periods = m_model.periodText(totals); !periods.isEmpty())
            note(PipelinePdf::tr("Of it %1. The sum is that of a year.").arg(periods));
        if (const QString leftOut = m_model.leftOutText(totals); !leftOut.isEmpty())
            note(leftOut);
    }

    void note(const QString &words)
    {
        text(QRect(0, m_y, m_width, PaperNoteHeight - 4), words, 10, QFont::Normal, Hint, Qt::AlignRight);
        m_y += PaperNoteHeight;
    }

    const PipelineModel &m_model;
    QPdfWriter *m_writer;
    QPainter *m_painter;
    qint64 m_largest = 0;
    int m_width;
    int m_y = 0;
};

} // namespace

bool writePipelinePdf(const PipelineModel &model, const QString &title, QIODevice *device)
{
    QPdfWriter writer(device);
    writer.setResolution(Dpi);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
    writer.setTitle(title);
    writer.setCreator(QCoreApplication::applicationName());
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    Sheet(model, &writer, &painter).draw(title);
    return painter.end();
}

} // namespace Leadline

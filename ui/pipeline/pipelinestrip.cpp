// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "pipelinestrip.h"

#include "fonts.h"
#include "plaintext.h"
#include "style.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int Margin = 16;
constexpr int FigureGap = 28;
constexpr int BarTop = 48;
constexpr int BarHeight = 8;
constexpr int LabelTop = BarTop + BarHeight + 2;
constexpr int LabelHeight = 16;
constexpr int LabelGap = 8; ///< to the next label
constexpr int PartGap = 2;

} // namespace

PipelineStrip::PipelineStrip(PipelineModel *model, std::function<Tone(int)> toneOf, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_toneOf(std::move(toneOf))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(model, &PipelineModel::totalsChanged, this, &PipelineStrip::onTotalsChanged);
    onTotalsChanged();
}

QSize PipelineStrip::sizeHint() const
{
    return {400, LabelTop + LabelHeight + 8};
}

void PipelineStrip::onTotalsChanged()
{
    QStringList words;
    for (const auto &[number, word] : figures())
        words.append(number + u' ' + word);
    if (!m_note.isEmpty())
        words.append(m_note);
    setAccessibleName(tr("Totals: %1").arg(words.join(u", "_s)));
    QStringList shares;
    for (const Part &part : parts())
        shares.append(partText(part));
    setAccessibleDescription(shares.join(u", "_s));
    update();
}

void PipelineStrip::setNote(const QString &note)
{
    if (note == m_note)
        return;
    m_note = note;
    onTotalsChanged();
}

QList<std::pair<QString, QString>> PipelineStrip::figures() const
{
    const PipelineTotals totals = m_model->totals(u"active"_s);
    QList<std::pair<QString, QString>> figures;
    figures.append({m_model->formatter().locale().toString(totals.count), tr("active")});
    const ValuePeriod period = totals.period();
    if (!totals.isMixed()) {
        figures.append({m_model->shortHeadline(totals.headlineValue(), period), tr("value")});
        figures.append({m_model->shortHeadline(totals.headlineExpected(), period), tr("expected")});
        if (period == ValuePeriod::Monthly)
            figures.append({m_model->shortHeadline(totals.annualizedValue()), tr("annualised")});
        return figures;
    }
    figures.append({m_model->shortHeadline(totals.annualizedValue()), tr("annualised value")});
    figures.append({m_model->shortHeadline(totals.annualizedExpected()), tr("annualised expected")});
    const auto add = [&](ValuePeriod part, const QString &word) {
        if (totals.counts[size_t(part)] > 0)
            figures.append({m_model->shortHeadline(totals.values[size_t(part)]), word});
    };
    add(ValuePeriod::OneTime, tr("of it one-time"));
    add(ValuePeriod::Monthly, tr("of it monthly"));
    add(ValuePeriod::Annual, tr("of it annual"));
    return figures;
}

/// The bar's parts: by value over a year; by number where no deal has a value.
QList<PipelineStrip::Part> PipelineStrip::parts() const
{
    QList<Part> parts;
    double whole = 0;
    const bool byValue = m_model->totals(u"active"_s).annualizedValue() > 0;
    const auto weight = [&](int group) {
        const PipelineTotals &totals = m_model->groupTotals(group);
        return byValue ? double(qMax<qint64>(0, totals.annualizedValue())) : double(totals.count);
    };
    for (int group = 0; group < m_model->groupCount(); ++group) {
        if (m_model->groupType(group) == "active"_L1 && weight(group) > 0) {
            whole += weight(group);
            parts.append(Part{group, weight(group), {}});
        }
    }
    const QRect bar(Margin, BarTop, width() - 2 * Margin, BarHeight);
    const double room = bar.width() - PartGap * double(parts.size() - 1);
    double x = bar.left();
    for (Part &part : parts) {
        part.share /= whole;
        const double wide = room * part.share;
        const QRect place(qRound(x), bar.top(), qMax(1, qRound(x + wide) - qRound(x)), BarHeight);
        part.rect = QStyle::visualRect(layoutDirection(), rect(), place);
        x += wide + PartGap;
    }
    return parts;
}

/// A part without room for its name goes without: half a name tells nothing, the tool tip all.
QList<PipelineStrip::Label> PipelineStrip::labels() const
{
    const QFontMetrics metrics(sized(font(), FontSize::Heading));
    QList<Label> labels;
    for (const Part &part : parts()) {
        const QString name = m_model->groupTitle(part.group);
        const QString share = tr("%1 %").arg(qRound(100 * part.share));
        for (const QString &text : {name + u' ' + share, name}) {
            const int wide = metrics.horizontalAdvance(text);
            if (wide + LabelGap > part.rect.width())
                continue;
            const QRect place(part.rect.left(), LabelTop, wide, LabelHeight);
            labels.append({text, QStyle::visualRect(layoutDirection(), part.rect, place)});
            break;
        }
    }
    return labels;
}

/// "Trial running: 27 %".
QString PipelineStrip::partText(const Part &part) const
{
    return tr("%1: %2 %").arg(m_model->groupTitle(part.group), QString::number(qRound(100 * part.share)));
}

/// What the columns hold together, folded ones too.
QString PipelineStrip::wholeText() const
{
    const PipelineTotals totals = m_model->totals();
    const QString text = tr("With those won and lost: %1, %2, expected %3")
                             .arg(m_model->countText(int(totals.count)),
                                  m_model->headline(totals.headlineValue(), totals.headlinePeriod()),
                                  m_model->headline(totals.headlineExpected(), totals.headlinePeriod()));
    const QString periods = m_model->periodText(totals);
    return periods.isEmpty() ? text : text + u'\n' + tr("Of it %1. The sum is that of a year.").arg(periods);
}

void PipelineStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens t = Tokens::of(palette());
    const QFont number = sized(font(), FontSize::Title, QFont::DemiBold);
    const QFont word = sized(font(), FontSize::Small);
    int x = Margin;
    for (const auto &[value, name] : figures()) {
        const int wide =
            qMax(QFontMetrics(number).horizontalAdvance(value), QFontMetrics(word).horizontalAdvance(name));
        const auto line = [&](int top, int height) {
            return QStyle::visualRect(layoutDirection(), rect(), QRect(x, top, wide + 1, height));
        };
        painter.setFont(number);
        painter.setPen(t.text);
        drawPlainLine(&painter, line(2, 24), value, isRightToLeft());
        painter.setFont(word);
        painter.setPen(t.text2);
        drawPlainLine(&painter, line(25, 18), name, isRightToLeft());
        x += wide + FigureGap;
    }
    if (!m_note.isEmpty()) {
        const QRect rest(x, 25, width() - Margin - x, 18);
        painter.setPen(t.warn);
        drawPlainLine(&painter, QStyle::visualRect(layoutDirection(), rect(), rest),
                      QFontMetrics(word).elidedText(m_note, Qt::ElideRight, rest.width()), !isRightToLeft());
    }
    painter.setFont(sized(font(), FontSize::Heading));
    painter.setPen(t.text2);
    for (const Label &label : labels())
        drawPlainLine(&painter, label.rect, label.text, isRightToLeft());
    const QRect bar(Margin, BarTop, width() - 2 * Margin, BarHeight);
    QPainterPath path;
    path.addRoundedRect(bar, 4, 4);
    painter.setClipPath(path);
    const QList<Part> all = parts();
    if (all.isEmpty())
        painter.fillRect(bar, t.greySoft);
    for (const Part &part : all)
        painter.fillRect(part.rect, t.highContrast ? t.text : t.tone(m_toneOf(part.group)));
}

bool PipelineStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QString text = help->pos().y() < BarTop - 6 ? wholeText() : QString();
    for (const Part &part : parts()) {
        if (part.rect.adjusted(0, -6, 0, LabelHeight + 6).contains(help->pos()))
            text = partText(part) + u'\n' + m_model->groupAccessibleName(part.group);
    }
    // Plain text of the CRM: never read as markup.
    QToolTip::showText(
        help->globalPos(),
        text.isEmpty() ? text : u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</qt>"_s,
        this);
    return true;
}

} // namespace Leadline

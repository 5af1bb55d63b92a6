// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "icons.h"

#include "resources.h"
#include "tokens.h"

#include <QDir>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace Leadline {

using namespace Qt::StringLiterals;

namespace {

/// The icon's shape in \a color; \a size is in device pixels.
QPixmap tinted(const QString &name, const QSize &size, const QColor &color)
{
    const QString key = "leadline/%1/%2x%3/%4"_L1.arg(name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(QString::number(color.rgba(), 16));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QSvgRenderer renderer(":/icons/%1.svg"_L1.arg(name));
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (renderer.isValid()) {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
    }
    pixmap = QPixmap::fromImage(image);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedIconEngine : public QIconEngine
{
public:
    TintedIconEngine(const QString &name, IconTone tone)
        : m_name(name)
        , m_tone(tone)
    {
    }

    QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    QString key() const override { return u"leadline"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_name.isEmpty(); }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = qMin(size.width(), size.height());
        return {side, side};
    }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override { return {QSize(16, 16)}; }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return tinted(m_name, size, color(mode));
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return tinted(m_name, size, color(mode));
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal scale = painter->device()->devicePixelRatio();
        QPixmap shape = tinted(m_name, (QSizeF(rect.size()) * scale).toSize(), color(mode));
        shape.setDevicePixelRatio(scale);
        painter->drawPixmap(rect.topLeft(), shape);
    }

private:
    QColor color(QIcon::Mode mode) const
    {
        const Tokens t = Tokens::of(QGuiApplication::palette());
        if (mode == QIcon::Disabled)
            return t.text3;
        if (mode == QIcon::Selected)
            return t.accent;
        switch (m_tone) {
        case IconTone::Text:
            return t.text;
        case IconTone::Text2:
            return t.text2;
        case IconTone::Text3:
            return t.text3;
        case IconTone::Accent:
            return t.accent;
        case IconTone::OnAccent:
            return t.onAccent;
        case IconTone::Good:
            return t.good;
        case IconTone::Warn:
            return t.warn;
        case IconTone::Bad:
            return t.bad;
        }
        return t.text2;
    }

    QString m_name;
    IconTone m_tone;
};

} // namespace

QIcon icon(const QString &name, IconTone tone)
{
    initResources();
    return QIcon(new TintedIconEngine(name, tone));
}

QStringList iconNames()
{
    initResources();
    QStringList names;
    const auto files = QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        names.append(file.chopped(4));
    return names;
}

void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const qreal scale = painter->device()->devicePixelRatio();
    QPixmap shape = tinted(name, (QSizeF(16, 16) * scale).toSize(), color);
    shape.setDevicePixelRatio(scale);
    const QPointF at = rect.center() - QPointF(8, 8);
    painter->drawPixmap(QPointF(qRound(at.x() * scale) / scale, qRound(at.y() * scale) / scale), shape);
}

QIcon applicationIcon()
{
    initResources();
    QIcon result;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        result.addFile(":/app/leadline-%1.png"_L1.arg(QString::number(size)), QSize(size, size));
    return result;
}

} // namespace Leadline

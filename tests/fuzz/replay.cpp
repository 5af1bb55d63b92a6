// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include <QByteArray>
#include <QDir>

#include <cstdio>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size);

namespace {

constexpr int MutationsPerFixture = 200;
constexpr int Texts = 20000;

void run(const QByteArray &bytes)
{
    // A copy of just that size, so that the sanitizer sees a byte read behind the end.
    const std::vector<quint8> exact(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

/// One to eight changes: a byte, a stretch cut, doubled or put in place of a JSON value.
QByteArray mutated(QByteArray bytes, std::mt19937 &random)
{
    static const QByteArray values[] = {
        "null", "true", "-1",   "1e999",       "18446744073709551616",  "\"\"",
        "[]",   "{}",   "[[[[", "\"\\ud800\"", "\"2026-02-30T25:00:\"", "\x00\xff"};
    const auto below = [&](qsizetype limit) {
        return qsizetype(random() % quint32(qMax<qsizetype>(limit, 1)));
    };
    for (qsizetype left = 1 + below(8); left > 0; --left) {
        const qsizetype at = below(bytes.size());
        switch (below(5)) {
        case 0:
            if (!bytes.isEmpty())
                bytes[at] = char(random());
            break;
        case 1:
            bytes.remove(at, 1 + below(40));
            break;
        case 2:
            bytes.insert(at, bytes.mid(below(bytes.size()), below(200)));
            break;
        case 3:
            bytes.truncate(bytes.size() - below(bytes.size() / 8));
            break;
        default: {
            // Behind a colon, where a value stands.
            const qsizetype colon = bytes.indexOf(':', at);
            const qsizetype end = bytes.indexOf(',', colon);
            if (colon >= 0 && end > colon)
                bytes.replace(colon + 1, end - colon - 1, values[size_t(below(std::size(values)))]);
        }
        }
    }
    return bytes;
}

/// A short text of the characters that amounts and moments are made of.
QByteArray shortText(std::mt19937 &random)
{
    static const char *const pieces[] = {
        "0",   "1",   "9",          "12",           "200",  ",",    ".",      " ", "'", "-",   ":", "T",
        "Z",   "+",   "2026-02-27", "T10:00",       ":00",  ".5",   "+01:00", "k", "m", "/mo", "€", "$",
        "EUR", "CHF", "\xc2\xa0",   "\xe2\x80\x99", "Mio.", "p.a.", "\xff",   "٣"};
    QByteArray text;
    for (auto left = random() % 7; left > 0; --left)
        text += pieces[random() % std::size(pieces)];
    return text;
}

} // namespace

int main()
{
    std::mt19937 random(20260224);
    const QDir fixtures(QStringLiteral(LEADLINE_FIXTURES));
    const QStringList names = fixtures.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    int runs = 0;
    for (const QString &name : names) {
        QFile file(fixtures.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray bytes = file.readAll();
        run(bytes);
        for (int i = 0; i < MutationsPerFixture; ++i)
            run(mutated(bytes, random));
        runs += 1 + MutationsPerFixture;
    }
    for (int i = 0; i < Texts; ++i)
        run(shortText(random));
    std::printf("%d bodies, %d texts\n", runs, Texts);
    return names.isEmpty() ? 1 : 0;
}

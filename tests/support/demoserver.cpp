// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "demoserver.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

constexpr int StartTimeout = 60'000;
constexpr int CallTimeout = 30'000;

QByteArray decodeChunked(const QByteArray &raw)
{
    QByteArray out;
    qsizetype at = 0;
    while (true) {
        const qsizetype end = raw.indexOf("\r\n", at);
        const qsizetype size = end < 0 ? 0 : raw.mid(at, end - at).toLongLong(nullptr, 16);
        if (size <= 0)
            return out;
        out += raw.mid(end + 2, size);
        at = end + 2 + size + 2;
    }
}

} // namespace

QJsonObject DemoServer::Answer::object() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonArray DemoServer::Answer::array() const
{
    return QJsonDocument::fromJson(body).array();
}

QByteArray DemoServer::Answer::header(const QByteArray &name) const
{
    for (const auto &[known, value] : headers) {
        if (known == name.toLower())
            return value;
    }
    return {};
}

DemoServer::~DemoServer()
{
    stop();
}

QString DemoServer::key()
{
    return u"api_demo"_s;
}

QString DemoServer::restrictedKey()
{
    return u"api_demo_restricted"_s;
}

QString DemoServer::forbiddenKey()
{
    return u"api_demo_forbidden"_s;
}

QUrl DemoServer::start(const QStringList &arguments)
{
    stop();
    m_baseUrl.clear();
    m_process.start(QStringLiteral(LEADLINE_DEMO_EXECUTABLE), arguments);
    QByteArray line;
    const QDeadlineTimer deadline(StartTimeout);
    while (!line.contains('\n') && !deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(100);
        line += m_process.readAllStandardOutput();
    }
    static const QByteArray start("LISTENING ");
    const QByteArray announced = line.left(line.indexOf('\n'));
    if (!announced.startsWith(start)) {
        m_error = QString::fromUtf8(m_process.readAllStandardError());
        stop();
        return {};
    }
    m_baseUrl = QUrl(QString::fromLatin1(announced.mid(start.size())));
    return m_baseUrl;
}

void DemoServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel(); // the server ends with its input
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

DemoServer::Answer DemoServer::send(const QByteArray &method, const QByteArray &target,
                                    const QByteArray &headers, const QByteArray &body) const
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port());
    if (!socket.waitForConnected(CallTimeout))
        return {};
    socket.write(method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers +
                 "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray raw;
    const QDeadlineTimer deadline(CallTimeout);
    while (!deadline.hasExpired() && socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
        raw += socket.readAll();
    raw += socket.readAll();
    const qsizetype headEnd = raw.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {};
    Answer answer;
    const QList<QByteArray> lines = raw.left(headEnd).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.append({line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
    }
    answer.body = raw.mid(headEnd + 4);
    if (answer.header("transfer-encoding") == "chunked")
        answer.body = decodeChunked(answer.body);
    return answer;
}

DemoServer::Answer DemoServer::exchange(const QByteArray &method, const QString &pathAndQuery,
                                        const QJsonObject &body, const QString &key) const
{
    QByteArray headers = authorization(key);
    QByteArray content;
    if (method == "POST" || method == "PUT") {
        headers += "Content-Type: application/json\r\n";
        content = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    const QByteArray target = QUrl(pathAndQuery).toEncoded();
    return send(method, "/api/v1" + target, headers, content);
}

QByteArray DemoServer::authorization(const QString &key)
{
    return "Authorization: Basic " + (key + u':').toUtf8().toBase64() + "\r\n";
}

QJsonObject DemoServer::get(const QString &pathAndQuery) const
{
    return exchange("GET", pathAndQuery).object();
}

bool DemoServer::command(const QByteArray &method, const QByteArray &path, const QJsonObject &body) const
{
    const QByteArray content = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return send(method, "/_demo" + path, "Content-Type: application/json\r\n", content).status == 200;
}

QJsonArray DemoServer::requests() const
{
    return send("GET", "/_demo/requests", {}, {}).array();
}

QJsonArray DemoServer::requests(const QString &method, const QString &path) const
{
    QJsonArray found;
    const QJsonArray all = requests();
    for (const QJsonValue &request : all) {
        if (request[u"method"].toString() == method && request[u"path"].toString().startsWith(path))
            found.append(request);
    }
    return found;
}

bool DemoServer::clearRequests()
{
    return command("DELETE", "/requests", {});
}

bool DemoServer::addFault(const QJsonObject &fault)
{
    return command("POST", "/faults", fault);
}

bool DemoServer::clearFaults()
{
    return command("DELETE", "/faults", {});
}

bool DemoServer::configure(const QJsonObject &settings)
{
    return command("POST", "/settings", settings);
}

bool DemoServer::reset()
{
    return command("POST", "/reset", {});
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "errorparser.h"
#include "testprogram.h"

#include <QTest>

namespace tst_errorparser {

using namespace Leadline;
using Kind = ApiError::Kind;
using Fields = QMap<QString, QString>;

class TestErrorParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data();
    void bodies();
    void kinds_data();
    void kinds();
    void deepNestingIsCutOff();
    void rateReset_data();
    void rateReset();
};

void TestErrorParser::bodies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::addColumn<Fields>("fields");
    const auto row = [](const char *name, int status, const char *body, const char *message,
                        const Fields &fields = {}) {
        QTest::newRow(name) << status << QByteArray(body) << QString::fromUtf8(message) << fields;
    };
    row("required field", 400, R"({"errors": [], "field-errors": {"lead": "This field is required."}})",
        "lead: This field is required.",
        {{QStringLiteral("lead"), QStringLiteral("This field is required.")}});
    row("limit too big", 400,
        R"({"errors":[],"field-errors":{"_limit":"Input should be less than or equal to 200"}})",
        "_limit: Input should be less than or equal to 200",
        {{QStringLiteral("_limit"), QStringLiteral("Input should be less than or equal to 200")}});
    row("legacy limit", 400, R"({"error": "The limit you set is larger than the maximum."})",
        "The limit you set is larger than the maximum.");
    row("without errors key", 400, R"({"field-errors": {"cursor": "Expired cursor"}})",
        "cursor: Expired cursor", {{QStringLiteral("cursor"), QStringLiteral("Expired cursor")}});
    row("nested list", 400,
        R"({"errors":[],"field-errors":{"emails":{"errors":{"0":{"email":"Invalid email address."}}}}})",
        "emails.0.email: Invalid email address.",
        {{QStringLiteral("emails.0.email"), QStringLiteral("Invalid email address.")}});
    row("nested twice, with field-errors inside", 400,
        R"({"field-errors":{"contacts":{"errors":{"2":{"errors":[],"field-errors":
            {"phones":{"errors":{"1":{"phone":["Too short.","Not a number."]}}}}}}}}})",
        "contacts.2.phones.1.phone: Too short. Not a number.",
        {{QStringLiteral("contacts.2.phones.1.phone"), QStringLiteral("Too short. Not a number.")}});
    row("list of objects", 400, R"({"field-errors":{"urls":[{}, {"url":"Not a URL."}]}})",
        "urls.1.url: Not a URL.", {{QStringLiteral("urls.1.url"), QStringLiteral("Not a URL.")}});
    row("errors list at a field", 400, R"({"field-errors":{"emails":{"errors":["Too many."]}}})",
        "emails: Too many.", {{QStringLiteral("emails"), QStringLiteral("Too many.")}});
    row("two fields", 400, R"({"field-errors":{"name":"Too long.","custom.cf_1":"Bad choice."}})",
        "custom.cf_1: Bad choice.",
        {{QStringLiteral("custom.cf_1"), QStringLiteral("Bad choice.")},
         {QStringLiteral("name"), QStringLiteral("Too long.")}});
    row("errors before fields", 400, R"({"errors":["Nope."],"field-errors":{"name":"Too long."}})", "Nope.",
        {{QStringLiteral("name"), QStringLiteral("Too long.")}});
    row("error before errors", 400, R"({"error":"First.","errors":["Second."]})", "First.");
    row("unauthorized", 401, R"({"error": "Unauthorized"})", "Unauthorized");
    row("missing object", 404, R"({"error": "Empty query: Lead matching query does not exist."})",
        "Empty query: Lead matching query does not exist.");
    row("merge source", 404, R"({"errors":["Source lead does not exist."]})", "Source lead does not exist.");
    row("flat 429", 429, R"({"message":"API call count exceeded for this period","rate_reset":"0.59"})",
        "API call count exceeded for this period");
    row("wrapped 429", 429, R"({"error":{"message":"API call count exceeded","rate_reset":0.5}})",
        "API call count exceeded");
    row("error object without message", 400, R"({"error":{"code":7}})", "400 Scripted");
    row("empty", 504, "", "504 Scripted");
    row("html", 502, "<html><body>Bad Gateway</body></html>", "502 Scripted");
    row("a list", 400, R"(["no object"])", "400 Scripted");
    row("nulls", 400, R"({"error":null,"errors":null,"field-errors":null})", "400 Scripted");
    row("torn", 500, R"({"error": "half)", "500 Scripted");
}

void TestErrorParser::bodies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const ApiError error = errorFromAnswer(status, QByteArrayLiteral("Scripted"), body);
    QCOMPARE(error.status, status);
    QTEST(error.message, "message");
    QTEST(error.fieldErrors, "fields");
    QVERIFY(!error.maybeApplied);
}

void TestErrorParser::kinds_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    const QList<std::pair<int, Kind>> rows{
        {400, Kind::Validation}, {401, Kind::Unauthorized}, {402, Kind::PaymentRequired},
        {403, Kind::Forbidden},  {404, Kind::NotFound},     {405, Kind::Validation},
        {415, Kind::Validation}, {429, Kind::RateLimited},  {500, Kind::Server},
        {503, Kind::Server},     {302, Kind::Malformed}};
    for (const auto &[status, kind] : rows) {
        QTest::addRow("%d", status) << status << int(kind);
    }
}

void TestErrorParser::kinds()
{
    QFETCH(int, status);
    const ApiError error = errorFromAnswer(status, QByteArray(), QByteArray());
    QTEST(int(error.kind), "kind");
    QCOMPARE(error.message, QStringLiteral("HTTP %1").arg(status));
}

void TestErrorParser::deepNestingIsCutOff()
{
    QByteArray body = "\"deep\"";
    for (int i = 0; i < 500; ++i) {
        body = "{\"a\":" + body + "}";
    }
    const ApiError error = errorFromAnswer(400, "Bad Request", "{\"field-errors\":" + body + "}");
    QCOMPARE(error.message, QStringLiteral("400 Bad Request"));
    QVERIFY(error.fieldErrors.isEmpty());
}

void TestErrorParser::rateReset_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<double>("seconds");
    QTest::newRow("flat string") << QByteArray(R"({"rate_reset":"0.595956"})") << 0.595956;
    QTest::newRow("wrapped number") << QByteArray(R"({"error":{"rate_reset":1.25}})") << 1.25;
    QTest::newRow("none") << QByteArray(R"({"error":"Too many"})") << -1.0;
    QTest::newRow("nonsense") << QByteArray(R"({"rate_reset":"soon"})") << -1.0;
    QTest::newRow("empty") << QByteArray() << -1.0;
}

void TestErrorParser::rateReset()
{
    QFETCH(QByteArray, body);
    QTEST(rateResetFromBody(body), "seconds");
}

LEADLINE_TEST(tst_errorparser, QTEST_GUILESS_MAIN, TestErrorParser)

} // namespace tst_errorparser

#include "tst_errorparser.moc"

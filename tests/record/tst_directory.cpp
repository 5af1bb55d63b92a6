// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "fixture.h"
#include "organization.h"
#include "testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <limits>

namespace tst_directory {

using namespace Leadline;
using namespace Qt::StringLiterals;

namespace {

Directory directory()
{
    const auto organization = decodeOrganization(fixture(u"organization"_s));
    const auto me = decodeMe(fixture(u"me"_s));
    return organization && me ? Directory(*organization, *me) : Directory();
}

QString userId(const QString &email)
{
    const Directory known = directory();
    for (const User &user : known.organization().users) {
        if (user.email == email)
            return user.id;
    }
    return {};
}

} // namespace

class DirectoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void me()
    {
        const auto me = decodeMe(fixture(u"me"_s));
        QVERIFY(me);
        QCOMPARE(me->user.name(), u"Ida Marek"_s);
        QCOMPARE(me->user.email, u"ida@polarstern.example"_s);
        QCOMPARE(me->organizations.size(), 1);
        QCOMPARE(me->organizations.at(0).name, u"Polarstern Vertrieb"_s);
        QCOMPARE(me->organizations.at(0).currency, u"EUR"_s);
        const Membership membership = me->membership(me->organizations.at(0).id);
        QCOMPARE(membership.roleId, u"admin"_s);
        QCOMPARE(membership.permissions, QStringList({u"delete_leads"_s, u"export"_s, u"view_all_leads"_s}));
        QCOMPARE(me->membership(u"orga_other"_s).roleId, QString());
        for (const QByteArray &body :
             {"{}"_ba, ""_ba, "[]"_ba, R"({"id":"user_a"})"_ba, R"({"id":"user_a","organizations":[]})"_ba,
              R"({"organizations":[{"id":"orga_a"}]})"_ba}) {
            const auto refused = decodeMe(body);
            QVERIFY2(!refused, body.constData());
            QCOMPARE(refused.error().kind, ApiError::Kind::Malformed);
        }
    }

    void organization()
    {
        const auto organization = decodeOrganization(fixture(u"organization"_s));
        QVERIFY(organization);
        QStringList labels;
        for (const Status &status : organization->leadStatuses)
            labels.append(status.label);
        QCOMPARE(labels, QStringList({u"Potential"_s, u"Qualified"_s, u"Customer"_s, u"Not a fit"_s}));
        QCOMPARE(organization->pipelines.size(), 2);
        QCOMPARE(organization->pipelines.at(1).statuses.at(0).label, u"S01: Received Renewal Request"_s);
        QCOMPARE(organization->users.size(), 3);
        QCOMPARE(organization->users.last().isActive, false);
        QVERIFY(!decodeOrganization("{}"_ba));
        // Cut with _fields.
        const auto cut = decodeOrganization(R"({"pipelines":[{"id":"pipe_a","statuses":[]}]})"_ba);
        QVERIFY(cut);
        QCOMPARE(cut->pipelines.at(0).id, u"pipe_a"_s);
    }

    void users()
    {
        const auto users = decodeUsers(fixture(u"user-list"_s));
        QVERIFY(users);
        QCOMPARE(users->size(), 3);
        QCOMPARE(users->at(0).isActive, true);
        QCOMPARE(users->at(1).isActive, false);
        const auto cut = decodeUsers(R"({"data":[{"id":"user_a"},{"email":"nobody@x.example"}]})"_ba);
        QVERIFY(cut);
        QCOMPARE(cut->size(), 1);
        QCOMPARE(cut->at(0).isActive, true);
        QVERIFY(!decodeUsers("{}"_ba));
    }

    void userNames()
    {
        const auto user = [](const QString &first, const QString &last) {
            return User{.id = {}, .email = u"zoe@x.example"_s, .firstName = first, .lastName = last};
        };
        QCOMPARE(user(u"Ana"_s, u"Reyes"_s).initials(), u"AR"_s);
        QCOMPARE(user(u"Ana Maria"_s, u"de Reyes"_s).initials(), u"AR"_s);
        QCOMPARE(user(u" Ana "_s, {}).name(), u"Ana"_s);
        QCOMPARE(user(u"Ana"_s, {}).initials(), u"AN"_s);
        QCOMPARE(user({}, {}).name(), u"zoe@x.example"_s);
        QCOMPARE(user({}, {}).initials(), u"ZO"_s);
        QCOMPARE(user(u"李"_s, u"娜"_s).initials(), u"李娜"_s);
        QCOMPARE(user(u"𠮷田"_s, {}).initials(), u"𠮷田"_s);
        QCOMPARE(user(u"𠮷"_s, u"🚀x"_s).initials(), u"𠮷🚀"_s);
        QCOMPARE(User().initials(), QString());
    }

    void names()
    {
        const Directory known = directory();
        QCOMPARE(known.currency(), u"EUR"_s);
        QCOMPARE(known.currentUser().name(), u"Ida Marek"_s);
        QCOMPARE(known.nameOf(userId(u"ben@polarstern.example"_s)), u"Ben Okafor"_s);
        QCOMPARE(known.nameOf(userId(u"old@polarstern.example"_s)), u"old@polarstern.example"_s);
        const Pipeline &renewals = known.organization().pipelines.at(1);
        QCOMPARE(known.nameOf(renewals.id), u"Renewals"_s);
        QCOMPARE(known.nameOf(renewals.statuses.at(1).id), u"Renewed"_s);
        QCOMPARE(known.nameOf(known.organization().leadStatuses.at(2).id), u"Customer"_s);
        QCOMPARE(known.nameOf(u"user_gone"_s), QString());
    }

    void order()
    {
        const Directory known = directory();
        int last = -1;
        for (const Status &status : known.organization().leadStatuses) {
            QVERIFY(known.orderOf(status.id) > last);
            last = known.orderOf(status.id);
        }
        for (const Pipeline &pipeline : known.organization().pipelines) {
            QVERIFY(known.orderOf(pipeline.id) > last);
            for (const Status &status : pipeline.statuses) {
                QVERIFY(known.orderOf(status.id) > last);
                last = known.orderOf(status.id);
            }
        }
        QVERIFY(known.orderOf(u"stat_gone"_s) > last);
    }

    void statuses()
    {
        const Directory known = directory();
        for (const Pipeline &pipeline : known.organization().pipelines) {
            for (const Status &status : pipeline.statuses) {
                QCOMPARE(known.pipelineOf(status.id), pipeline.id);
                QCOMPARE(known.statusType(status.id), status.type);
            }
        }
        QCOMPARE(known.organization().pipelines.at(0).statuses.at(3).type, u"lost"_s);
        const QString leadStatus = known.organization().leadStatuses.at(0).id;
        QCOMPARE(known.pipelineOf(leadStatus), QString());
        QCOMPARE(known.statusType(leadStatus), QString());
    }

    void permissions()
    {
        QVERIFY(directory().mayDo(u"delete_leads"_s));
        QVERIFY(!directory().mayDo(u"manage_billing"_s));
        QVERIFY(!Directory().mayDo(u"delete_leads"_s));
        // What is granted in another organization does not count here.
        auto me = decodeMe(fixture(u"me"_s));
        me->memberships.first().organizationId = u"orga_other"_s;
        const auto organization = decodeOrganization(fixture(u"organization"_s));
        QVERIFY(!Directory(*organization, *me).mayDo(u"delete_leads"_s));
    }

    void addedUsers()
    {
        Directory known = directory();
        const auto users = decodeUsers(fixture(u"user-list"_s));
        known.addUsers(*users);
        QCOMPARE(known.organization().users.size(), 4);
        QCOMPARE(known.nameOf(users->at(0).id), u"Ida Marek-Sol"_s);
        QCOMPARE(known.nameOf(users->at(1).id), u"Olga Dietz"_s);
        QCOMPARE(known.nameOf(users->at(2).id), u"李 娜"_s);
        for (const User &user : known.organization().users) {
            QCOMPARE(known.nameOf(user.id), user.name());
            QCOMPARE(user.isActive, user.id != users->at(1).id);
        }
    }
};

LEADLINE_TEST(tst_directory, QTEST_APPLESS_MAIN, DirectoryTest)

} // namespace tst_directory

#include "tst_directory.moc"

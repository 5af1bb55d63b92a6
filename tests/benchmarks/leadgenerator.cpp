// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "leadgenerator.h"

using namespace Qt::StringLiterals;

namespace Leadline {

namespace {

QStringList split(const QString &words)
{
    return words.split(u' ');
}

const QStringList &firstWords()
{
    static const QStringList list = split(
        u"Anderson Baltic Cedar Delta Eastern Falcon Granite Harbour Iron Juniper Kestrel Lakeside Meridian "
        "Northern Oakwood Pacific Quarry Riverside Summit Tidewater Union Valley Western Yellow Zenith "
        "Alpine "
        "Bright Coastal Dynamic Evergreen Forge Golden Highland Island Jade Königs Lumen Marine Nova Orchard "
        "Pioneer Quantum Redwood Silver Trident Urban Vantage Willow Xenon York Zürich Anders Bergström "
        "Castle "
        "Dänische Élan Frontier Großmann Horizon Ivory"_s);
    return list;
}

const QStringList &secondWords()
{
    static const QStringList list = split(
        u"Foods Logistics Systems Energy Health Media Robotics Textiles Packaging Analytics Studios Tools "
        "Freight Coatings Optics Paper Steel Timber Travel Water Labs Design Motors Dairy Seeds Print "
        "Glass Chemicals Networks Partners"_s);
    return list;
}

const QStringList &thirdWords()
{
    static const QStringList list =
        split(u"GmbH Ltd Inc AG LLC Group Holding Oy AB SA BV KG PLC SRL Co Sons"_s);
    return list;
}

const QStringList &people()
{
    static const QStringList list =
        split(u"Ana Bruno Carla Dmitri Elena Farid Grace Hanna Ivan Julia Kenji Lena Mateo Nadia Omar Petra "
              "Quinn Rosa Sven Tara Uwe Vera Wanda Yusuf Zoë Åsa Jürgen Łukasz"_s);
    return list;
}

const QStringList &families()
{
    static const QStringList list =
        split(u"Andersen Becker Castillo Dubois Eriksen Fischer García Hoffmann Ito Jansen Kowalski Larsson "
              "Moreau Novak Okafor Petrov Quist Rossi Sanders Tanaka Ulrich Varga Weber Young Zhang"_s);
    return list;
}

const QStringList &cities()
{
    static const QStringList list = split(
        u"Wien Berlin Paris Oslo Madrid Lisboa Praha Milano Chicago Boston Austin Toronto Zürich Malmö"_s);
    return list;
}

QString id(QLatin1StringView prefix, int number)
{
    // As long as Close's: the prefix and 43 letters.
    return prefix + QString::number(quint64(number) * 0x9E3779B97F4A7C15U, 36).rightJustified(43, u'x');
}

} // namespace

LeadGenerator::LeadGenerator()
    : m_start(QDate(2024, 1, 1), QTime(8, 0), Qt::UTC)
{
}

CustomFieldSchema LeadGenerator::schema()
{
    return {.objectType = u"lead"_s,
            .fields = {{.id = u"cf_industry"_s,
                        .name = u"Industry"_s,
                        .type = u"choices"_s,
                        .choices = {u"Food"_s, u"Energy"_s, u"Media"_s, u"Health"_s}},
                       {.id = u"cf_account"_s, .name = u"Account number"_s, .type = u"text"_s},
                       {.id = u"cf_seats"_s, .name = u"Seats"_s, .type = u"number"_s},
                       {.id = u"cf_renewal"_s, .name = u"Renewal"_s, .type = u"date"_s},
                       {.id = u"cf_owner"_s, .name = u"Account owner"_s, .type = u"user"_s}}};
}

Directory LeadGenerator::directory()
{
    Organization organization;
    organization.currency = u"EUR"_s;
    for (const QString &label : split(u"New Contacted Qualified Trial Customer Lost"_s))
        organization.leadStatuses.append(
            {.id = id("stat_"_L1, int(organization.leadStatuses.size())), .label = label});
    for (int i = 0; i < 5; ++i)
        organization.users.append(
            {.id = id("user_"_L1, i), .firstName = people().at(i), .lastName = families().at(i)});
    return Directory(organization, {});
}

Contact LeadGenerator::contact(int number, const QString &domain)
{
    Contact made;
    made.id = id("cont_"_L1, number);
    const QString first = one(people());
    const QString last = one(families());
    made.name = first + u' ' + last;
    made.title = one({u"CEO"_s, u"Buyer"_s, u"Head of Sales"_s, u"CTO"_s});
    EmailAddress email;
    email.email = first.toLower() + u'@' + domain;
    PhoneNumber phone;
    phone.phone = u"+4915%1"_s.arg(m_random.bounded(100'000'000), 8, 10, QChar(u'0'));
    made.emails.append(email);
    made.phones.append(phone);
    return made;
}

Opportunity LeadGenerator::opportunity(int number)
{
    Opportunity made;
    made.id = id("oppo_"_L1, number);
    made.statusType = u"active"_s;
    made.value = qint64(m_random.bounded(1, 900)) * 10'000;
    made.valuePeriod = one({u"one_time"_s, u"monthly"_s, u"annual"_s});
    return made;
}

Lead LeadGenerator::lead(int number)
{
    m_random.seed(quint32(number) + 20260301);
    Lead made;
    made.id = id("lead_"_L1, number);
    const QString word = one(firstWords());
    made.name = word + u' ' + one(secondWords()) + u' ' + one(thirdWords());
    made.displayName = made.name;
    const QString domain = word.toLower() + QString::number(number % 5000) + u".example"_s;
    made.url = u"https://"_s + domain;
    made.statusId = id("stat_"_L1, m_random.bounded(6));
    if (m_random.bounded(4) == 0)
        made.description = one(secondWords()) + u" for "_s + one(cities()) + u", met at the fair"_s;
    PostalAddress address;
    address.address1 = one(families()) + u" Street "_s + QString::number(m_random.bounded(200));
    address.city = one(cities());
    address.country = one({u"AT"_s, u"DE"_s, u"US"_s, u"FR"_s});
    made.addresses.append(address);
    made.contacts = {contact(2 * number, domain), contact(2 * number + 1, domain)};
    if (m_random.bounded(5) != 0)
        made.opportunities.append(opportunity(number));
    made.createdBy = id("user_"_L1, m_random.bounded(5));
    made.updatedBy = id("user_"_L1, m_random.bounded(5));
    made.dateCreated = m_start.addSecs(m_random.bounded(60'000'000));
    made.dateUpdated = made.dateCreated.addMSecs(m_random.bounded(1'000'000'000));
    made.custom = {
        {u"custom.cf_industry"_s, one({u"Food"_s, u"Energy"_s, u"Media"_s, u"Health"_s})},
        {u"custom.cf_account"_s, u"AC-%1"_s.arg(number)},
        {u"custom.cf_seats"_s, m_random.bounded(500)},
        {u"custom.cf_renewal"_s, m_start.date().addDays(m_random.bounded(900)).toString(Qt::ISODate)},
        {u"custom.cf_owner"_s, id("user_"_L1, m_random.bounded(5))}};
    return made;
}

QList<Lead> LeadGenerator::leads(int from, int count)
{
    QList<Lead> made;
    made.reserve(count);
    for (int i = from; i < from + count; ++i)
        made.append(lead(i));
    return made;
}

} // namespace Leadline

// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "names.h"

// clang-format off
namespace Leadline::Demo {

std::vector<RegionText> northernAndEasternRegions()
{
    return {
        {"PL", "Europe/Warsaw", 6, "+48", "22 555 01 #|12 555 01 #|71 555 01 #",
         "Warszawa;00-001|Kraków;31-042|Wrocław;50-107|Gdańsk;80-831|Poznań;61-772|Łódź;90-001|Rzeszów;35-064",
         "ul. Piotrkowska {n}|ul. Długa {n}|al. Jerozolimskie {n}|Rynek Główny {n}",
         "Agnieszka|Paweł|Małgorzata|Łukasz|Zofia|Michał|Żaneta|Krzysztof|Ewa|Błażej", "Wiśniewska|Kowalczyk|Zieliński|Wójcik|Szymańska|Dąbrowski|Żak|Grzybowski|Śliwa|Nowicki",
         "Bałtyk|Wawel|Orzeł|Tatra|Bursztyn|Wisła|Sokół", "Transport|Żywność|Optyka|Maszyny|Energia|Oprogramowanie|Zdrowie|Budownictwo|Edukacja|Tkaniny",
         "{R} {I} Sp. z o.o.|{L} {I} S.A.|{I} {L} i {M} s.c.|{R}-{I} Sp. k.", false},
        {"CZ", "Europe/Prague", 3, "+420", "255 501 #|541 555 #", "Praha;110 00|Brno;602 00|Ostrava;702 00|Plzeň;301 00|České Budějovice;370 01",
         "Dlouhá {n}|Masarykova {n}|Náměstí Míru {n}|Husova {n}", "Tereza|Ondřej|Kateřina|Jiří|Barbora|Tomáš|Zdeněk|Markéta", "Novák|Dvořáková|Procházka|Šťastný|Kučerová|Říha|Černý|Bartošová",
         "Vltava|Morava|Bohemia|Křišťál|Šumava", "Doprava|Potraviny|Optika|Strojírny|Energetika|Software|Zdraví|Stavby|Vzdělávání|Textil",
         "{R} {I} s.r.o.|{L} {I} a.s.|{I} {L} & syn|{L} a {M} v.o.s.", false},
        {"HU", "Europe/Budapest", 2, "+36", "1 555 01#|72 555 01#", "Budapest;1051|Debrecen;4024|Szeged;6720|Győr;9021|Pécs;7621",
         "Váci utca {n}.|Kossuth Lajos tér {n}.|Petőfi utca {n}.", "Eszter|Balázs|Zsófia|Gergő|Katalin|Árpád|Réka", "Szabó|Horváth|Kővári|Németh|Tóth|Gyöngyösi|Székely",
         "Duna|Tisza|Pannónia|Bakony|Turul", "Szállítás|Élelmiszer|Optika|Gépgyártó|Energia|Szoftver|Egészség|Építő|Oktatás|Textil",
         "{R} {I} Kft.|{L} {I} Zrt.|{L} és {M} Bt.", true},
        {"SE", "Europe/Stockholm", 4, "+46", "8 465 004 #|31 390 06 #|40 628 04 #", "Stockholm;111 29|Göteborg;411 06|Malmö;211 22|Uppsala;753 20|Västerås;722 11|Jönköping;553 16",
         "Storgatan {n}|Drottninggatan {n}|Hamngatan {n}|Åvägen {n}", "Åsa|Lars|Malin|Göran|Ebba|Nils|Märta|Viktor|Örjan", "Lindqvist|Åkesson|Bergström|Sjögren|Öberg|Nyström|Hallström|Björklund|Wåhlin",
         "Norrsken|Älg|Mälaren|Björk|Skärgård|Kronan", "Logistik|Livsmedel|Optik|Verkstad|Energi|Programvara|Hälsa|Bygg|Utbildning|Textil",
         "{R} {I} AB|{L} {I} AB|{L} & {M} {I} HB|{C} {I} AB", false},
        {"DK", "Europe/Copenhagen", 3, "+45", "33 55 01 #|86 55 01 #", "København;1050|Aarhus;8000|Odense;5000|Aalborg;9000|Helsingør;3000", "Strøget {n}|Nørregade {n}|Havnegade {n}|Østerbrogade {n}",
         "Søren|Mette|Kåre|Freja|Jørgen|Astrid|Rasmus|Bodil", "Sørensen|Kjær|Østergaard|Nørgaard|Mølgaard|Bæk|Thygesen|Lund", "Øresund|Dannebro|Bøgely|Havfrue|Lyng",
         "Transport|Fødevarer|Optik|Maskiner|Energi|Software|Sundhed|Byg|Læring|Tekstil", "{R} {I} A/S|{L} {I} ApS|{L} & {M} {I} I/S|{R} {I} ApS", false},
        {"NO", "Europe/Oslo", 2, "+47", "22 55 01 #|55 55 01 #", "Oslo;0150|Bergen;5003|Trondheim;7011|Stavanger;4006|Tromsø;9008", "Karl Johans gate {n}|Bryggen {n}|Storgata {n}",
         "Ingrid|Håkon|Solveig|Øyvind|Marit|Bjørn|Sunniva", "Hansen|Bjørnstad|Kvåle|Solberg|Tveit|Nygård|Haugen", "Fjord|Nordavind|Viking|Polar|Lofot", "Frakt|Mat|Optikk|Mekaniske|Energi|Programvare|Helse|Bygg|Læring|Tekstil",
         "{R} {I} AS|{L} {I} AS|{L} og {M} {I} ANS", false},
        {"FI", "Europe/Helsinki", 2, "+358", "9 555 01#|3 555 01#", "Helsinki;00100|Tampere;33100|Turku;20100|Oulu;90100|Jyväskylä;40100", "Mannerheimintie {n}|Hämeenkatu {n}|Aurakatu {n}",
         "Aino|Väinö|Päivi|Mikko|Elina|Jyrki|Säde", "Virtanen|Mäkinen|Hyvärinen|Järvinen|Lehtonen|Yli-Kärppä|Korhonen", "Revontuli|Kaleva|Suomi|Järvi|Kuusi", "Kuljetus|Elintarvike|Optiikka|Konepaja|Energia|Ohjelmistot|Terveys|Rakennus|Koulutus|Tekstiili",
         "{R} {I} Oy|{L} {I} Oy|{L} & {M} {I} Ky|{R} {I} Oyj", false},
        {"EE", "Europe/Tallinn", 1, "+372", "655 01 #|735 01 #", "Tallinn;10111|Tartu;51003|Pärnu;80011", "Viru {n}|Rüütli {n}|Pikk {n}", "Kätlin|Jüri|Õie|Märt|Liis", "Tamm|Põld|Mägi|Kõiv|Rebane", "Läänemeri|Põhja|Saare", "Veod|Toit|Optika|Masinad|Energia|Tarkvara|Tervis|Ehitus|Haridus|Tekstiil",
         "{R} {I} OÜ|{L} {I} AS", false},
        {"RO", "Europe/Bucharest", 2, "+40", "21 555 01 #|264 555 01#", "București;010011|Cluj-Napoca;400001|Timișoara;300001|Iași;700028|Brașov;500030", "Calea Victoriei {n}|Strada Unirii {n}|Bulevardul Eroilor {n}", "Ioana|Andrei|Ștefania=stefania|Mihai|Alexandra|Răzvan|Doinița=doinita", "Popescu|Ionescu|Dumitrașcu=dumitrascu|Munteanu|Stănescu|Țăranu=taranu", "Carpați=carpati|Dacia|Dunărea|Transilvania",
         "Transporturi|Alimente|Optică|Utilaje|Energie|Software|Sănătate|Construcții=constructii|Educație=educatie|Textile", "{R} {I} S.R.L.|{L} {I} S.A.|{L} și Fiii S.R.L.", false},
        {"TR", "Europe/Istanbul", 3, "+90", "212 555 01 #|312 555 01 #", "İstanbul;34110|Ankara;06420|İzmir;35220|Bursa;16010|Eskişehir;26120", "İstiklal Caddesi No: {n}|Atatürk Bulvarı No: {n}|Kıbrıs Şehitleri Cad. No: {n}", "Ayşe|Çağrı|Zeynep|Oğuz|Elif|Barış|Gülşen|Ömer", "Yılmaz|Kılıç|Şahin|Öztürk|Çelik|Güneş|Aydın|Özdemir",
         "Anadolu|Boğaziçi|Ege|Yıldız|Güven", "Lojistik|Gıda|Optik|Makine|Enerji|Yazılım|Sağlık|İnşaat|Eğitim|Tekstil", "{R} {I} A.Ş.|{L} {I} Ltd. Şti.|{L} Kardeşler {I}|{R} {I} San. ve Tic. A.Ş.", false},
    };
}

} // namespace Leadline::Demo

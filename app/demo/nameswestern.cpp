// SPDX-FileCopyrightText: 2026 The Leadline authors
// SPDX-License-Identifier: MIT
#include "names.h"

// clang-format off
namespace Leadline::Demo {

std::vector<RegionText> westernRegions()
{
    static const char *deFirst = "Anna|Lukas|Hannah|Jonas|Katharina|Maximilian|Sabine|Felix|Jürgen|Leonie|Matthias|Ute|Björn|Theresa|Clemens|Miriam|Günther|Johanna|Sebastian|Friederike";
    static const char *deLast = "Brandt|Köhler|Weiß|Schäfer|Lindner|Vogel|Krüger|Hofmann|Zimmermann|Böttcher|Seidel|Reuter|Marquardt|Jäger|Wieland|Oppermann|Thiele|von Arnim|Mühlberger|Stadler";
    static const char *deRoots = "Nordlicht|Rheinwerk|Falke|Merkur|Lindenhof|Kranich|Silberbach|Hansa|Eichwald|Isar|Bernstein|Kompass";
    static const char *deIndustry = "Logistik|Feinkost|Optik|Maschinenbau|Energietechnik|Software|Medizintechnik|Hochbau|Bildung|Textil";
    return {
        {"DE", "Europe/Berlin", 15, "+49", "30 23125 #|40 66969 #|69 90009 #|89 99998 #|221 4710 #",
         "Berlin;10119|Hamburg;20457|München;80331|Köln;50667|Frankfurt am Main;60311|Leipzig;04109|Stuttgart;70173|Dresden;01067|Nürnberg;90402|Bremen;28195|Freiburg im Breisgau;79098",
         "Lindenstraße {n}|Am Hafen {n}|Goethestraße {n}|Bahnhofstraße {n}|Industrieweg {n}|Schillerplatz {n}|Alte Gasse {n}",
         deFirst, deLast, deRoots, deIndustry,
         "{L} {I} GmbH|{R} {I} GmbH|{L} & {M} {I} KG|{R} {I} AG|{I}haus {L} e.K.|{L} {I} GmbH & Co. KG|{I} {C} eG", false},
        {"AT", "Europe/Vienna", 8, "+43", "1 5550 1#|662 5550 1#|316 5550 1#",
         "Wien;1060|Wien;1010|Graz;8010|Linz;4020|Salzburg;5020|Innsbruck;6020|Klagenfurt;9020|Dornbirn;6850",
         "Linke Wienzeile {n}|Mariahilfer Straße {n}|Getreidegasse {n}|Landstraße {n}|Herrengasse {n}",
         deFirst, "Gruber|Huber|Pichler|Steiner|Moser|Leitner|Egger|Wimmer|Hofstätter|Brandstätter|Schwarzenegg|Aigner|Reisinger|Kofler",
         "Alpenblick|Donau|Enzian|Steinbock|Gletscher|Kaiser|Weinberg|Tauern", deIndustry,
         "{L} {I} GmbH|{R} {I} GmbH|{L} & Söhne {I} OG|{R}-{I} AG|{I} {L} e.U.", false},
        {"CH", "Europe/Zurich", 5, "+41", "44 555 01 #|31 555 01 #|22 555 01 #",
         "Zürich;8001|Bern;3011|Basel;4051|Luzern;6003|Winterthur;8400|St. Gallen;9000|Genève;1204|Lausanne;1003",
         "Bahnhofstrasse {n}|Limmatquai {n}|Seestrasse {n}|Rue du Rhône {n}",
         "Reto|Ursina|Beat|Nadja|Urs|Regula|Luca|Chantal|Flurin|Corinne", "Ammann|Zürcher|Brunner|Gerber|Wyss|Favre|Rochat|Bianchi|Caduff|Inderbitzin|Lüthi|Aebischer",
         "Matterhorn|Helvetia|Säntis|Léman|Edelweiss|Rigi|Jura", deIndustry,
         "{L} {I} AG|{R} {I} AG|{L} & {M} {I} GmbH|{R} {I} SA|{L} {I} Genossenschaft", false},
        {"FR", "Europe/Paris", 10, "+33", "1 99 00 #|2 61 91 #|4 65 71 #|5 36 49 #",
         "Paris;75002|Lyon;69002|Marseille;13001|Toulouse;31000|Nantes;44000|Bordeaux;33000|Lille;59000|Strasbourg;67000|Rennes;35000|Saint-Étienne;42000",
         "{n} rue de la République|{n} avenue Jean-Jaurès|{n} quai des Chartrons|{n} boulevard Haussmann|{n} place Bellecour",
         "Camille|Théo|Élodie|Antoine|Chloé|Baptiste|Margaux|Hugo|Inès|François|Maëlle|Étienne|Solène|Raphaël",
         "Lefèvre|Moreau|Girard|Fontaine|Chevalier|Béranger|Delacroix|Marchand|Garnier|Le Goff|Perrin|Rousseau|Beauchamp|Noël",
         "Horizon|Azur|Lumière|Hermine|Alizé|Cèdre|Belle-Rive|Méridien", "Transports|Saveurs|Optique|Mécanique|Énergies|Logiciels|Santé|Bâtiment|Formation|Textiles",
         "{I} {L}|{R} {I} SAS|Maison {L} {I}|{L} & Fils SARL|Groupe {R} {I}|{I} {R} SA|Ateliers {L} {I}", false},
        {"ES", "Europe/Madrid", 7, "+34", "910 555 #|930 555 #|954 555 #",
         "Madrid;28013|Barcelona;08002|Valencia;46002|Sevilla;41001|Bilbao;48001|Málaga;29015|Zaragoza;50003|A Coruña;15003",
         "Calle Mayor {n}|Gran Vía {n}|Avenida de la Constitución {n}|Paseo de Gracia {n}|Calle Alcalá {n}, 3.º izq.",
         "Lucía|Álvaro|Carmen|Íñigo|Paula|Javier|Begoña|Sergio|Nuria|Andrés|Rocío|Joaquín",
         "García Ibáñez|Muñoz|Ortega|Castaño|Peñalver|Iglesias|Domínguez|Etxeberria|Vidal|Núñez|Serrano|Bermúdez",
         "Alba|Levante|Duero|Alhambra|Estrella|Cantábrico|Olivar|Mirador", "Logística|Alimentación|Óptica|Maquinaria|Energía|Software|Salud|Construcciones|Formación|Textil",
         "{I} {L} S.L.|{R} {I} S.A.|Hermanos {L} {I}|Grupo {R} {I}|{L} y {M} {I} S.L.", false},
        {"IT", "Europe/Rome", 7, "+39", "02 5550 1#|06 5550 1#|055 5550 1#",
         "Milano;20121;MI|Roma;00187;RM|Torino;10121;TO|Bologna;40124;BO|Firenze;50123;FI|Napoli;80133;NA|Verona;37121;VR|Forlì;47121;FC",
         "Via Roma {n}|Corso Vittorio Emanuele {n}|Via Garibaldi {n}|Piazza San Marco {n}|Via dell'Industria {n}",
         "Giulia|Matteo|Chiara|Lorenzo|Nicolò|Francesca|Davide|Elisa|Giò|Alessandro|Beatrice",
         "Rossi|Ferrari|Colombo|D'Angelo|Ricci|Bruno|Conti|De Santis|Fabbri|Barbieri|Lombardi|Dall'Acqua",
         "Adriatica|Aurora|Vesuvio|Etrusca|Lombarda|Fenice|Tirreno", "Trasporti|Alimentari|Ottica|Meccanica|Energia|Informatica|Salute|Costruzioni|Formazione|Tessuti",
         "{I} {L} S.r.l.|{R} {I} S.p.A.|Fratelli {L} {I}|{L} & Figli S.n.c.|Officine {R} {I}", false},
        {"PT", "Europe/Lisbon", 4, "+351", "21 155 #|22 155 #",
         "Lisboa;1100-148|Porto;4000-322|Braga;4700-424|Coimbra;3000-214|Faro;8000-302|Guimarães;4810-431",
         "Rua Augusta {n}|Avenida da Liberdade {n}|Rua de Santa Catarina {n}|Praça do Comércio {n}",
         "Inês|Gonçalo|Beatriz|João|Mafalda|Tomás|Leonor|Duarte|Conceição|Rui", "Ferreira|Gonçalves|Magalhães|Simões|Carvalho|Brandão|Leitão|Guimarães|Sá Nogueira|Vasconcelos",
         "Atlântica|Douro|Saudade|Lusitana|Maré|Oliveira", "Transportes|Alimentar|Óptica|Metalúrgica|Energia|Sistemas|Saúde|Construções|Formação|Têxteis",
         "{I} {L}, Lda.|{R} {I} S.A.|{L} & {M}, Lda.|Grupo {R} {I}|Irmãos {L} {I}", false},
        {"BR", "America/Sao_Paulo", 3, "+55", "11 5550 1#|21 5550 1#",
         "São Paulo;01310-100;SP|Rio de Janeiro;20040-002;RJ|Curitiba;80020-010;PR|Belo Horizonte;30130-010;MG|Florianópolis;88010-000;SC",
         "Avenida Paulista, {n}|Rua XV de Novembro, {n}|Rua da Assembleia, {n}|Avenida Afonso Pena, {n}",
         "Mariana|Thiago|Letícia|Vinícius|Fernanda|Caio|Patrícia|Otávio", "Silva|Araújo|Nascimento|Monteiro|Assunção|Cavalcanti|Teixeira|Prado",
         "Ipê|Cruzeiro|Guanabara|Pampa|Aroeira|Jacarandá", "Transportes|Alimentos|Óptica|Máquinas|Energia|Tecnologia|Saúde|Engenharia|Educação|Tecidos",
         "{R} {I} Ltda.|{I} {L} S.A.|{L} & {M} {I} ME|Grupo {R}", false},
        {"GB", "Europe/London", 9, "+44", "20 7946 0#|161 496 0#|131 496 0#|117 496 0#",
         "London;EC2A 4NE|Manchester;M1 1AE|Edinburgh;EH1 1YZ|Bristol;BS1 4DJ|Leeds;LS1 5AA|Cardiff;CF10 1EP|Belfast;BT1 5GS|Birmingham;B1 1BB",
         "{n} High Street|{n} Station Road|{n} Canal Street|Unit {n}, Riverside Park|{n} Queen's Square",
         "Oliver|Imogen|Harry|Poppy|Callum|Siân|Rhys|Niamh|Alistair|Zara|Gareth|Priya", "Whitfield|Hughes|O'Connor|Ashworth|MacLeod|Fairbairn|Penrose|Okafor|Sutcliffe|Llewellyn|Patel|Thackeray",
         "Meridian|Kestrel|Harbour|Oakfield|Northgate|Beacon|Thames|Heather|Anchor|Larkspur", "Freight|Foods|Optics|Engineering|Energy|Software|Healthcare|Builders|Learning|Textiles",
         "{R} {I} Ltd|{L} & {M} {I}|{L} {I} Limited|The {R} {I} Company|{R} {I} plc|{L} Brothers {I}|{C} {I} Group", false},
        {"IE", "Europe/Dublin", 2, "+353", "20 915 0#|20 917 0#",
         "Dublin;D02 AF30|Cork;T12 W8KP|Galway;H91 E2K3|Limerick;V94 T9PX", "{n} O'Connell Street|{n} Merchants Quay|{n} Grafton Street",
         "Aoife|Cillian|Saoirse|Oisín|Caoimhe|Séamus|Róisín|Pádraig", "Ó Briain|Murphy|Kavanagh|Ní Dhomhnaill|Byrne|Fitzgerald|Gallagher", "Shannon|Emerald|Claddagh|Liffey|Burren",
         "Freight|Foods|Optics|Engineering|Energy|Software|Healthcare|Builders|Learning|Textiles", "{R} {I} Ltd|{L} {I} DAC|{L} & {M} {I} Teo", false},
        {"US", "America/New_York", 8, "+1", "212-555-01#|617-555-01#|312-555-01#|415-555-01#|512-555-01#",
         "New York;10013;NY|Boston;02110;MA|Chicago;60607;IL|San Francisco;94107;CA|Austin;78701;TX|Portland;97209;OR|Minneapolis;55401;MN|Raleigh;27601;NC",
         "{n} Main Street|{n} Market Street, Suite 400|{n} W 3rd Ave|{n} Industrial Parkway|{n} Congress Ave",
         "Madison|Tyler|Jasmine|Brandon|Guadalupe|Ethan|Shanice|Connor|Mei-Ling|Dakota|DeShawn|Rebecca", "Harrington|Nguyen|Castillo|Washington|Kowalski|McAllister|Goldberg|Johansson|Reed|Okonkwo|Delgado|Fitzpatrick",
         "Blue Ridge|Granite|Sequoia|Liberty|Prairie|Pinnacle|Lakeshore|Copper State|Juniper|Redwood", "Logistics|Foods|Optics|Machine Works|Energy|Software|Health|Construction|Learning|Textiles",
         "{R} {I}, Inc.|{L} {I} LLC|{L} & {M} {I}|{R} {I} Co.|{C} {I} Partners|{R} {I} Corporation", false},
        {"NL", "Europe/Amsterdam", 5, "+31", "20 555 01#|10 555 01#|30 555 01#",
         "Amsterdam;1012 JS|Rotterdam;3011 AD|Utrecht;3511 LX|Eindhoven;5611 AZ|Groningen;9711 LM|'s-Hertogenbosch;5211 CS",
         "Keizersgracht {n}|Havenstraat {n}|Stationsplein {n}|Oude Markt {n}|Zuidas {n}",
         "Sanne|Daan|Fleur|Bram|Lotte|Joris|Marijke|Thijs|Noor|Sjoerd", "van der Berg|de Vries|Bakker|Jansen|van 't Hoff|Mulder|Dijkstra|Visser|ter Horst|Hoekstra",
         "Zeeland|Tulp|Waterland|Oranje|Molen|Polder|Noordzee", "Transport|Voeding|Optiek|Machinebouw|Energie|Software|Zorg|Bouw|Onderwijs|Textiel",
         "{L} {I} B.V.|{R} {I} B.V.|Gebroeders {L} {I}|{R} {I} N.V.|{L} & Zonen {I}", false},
        {"BE", "Europe/Brussels", 2, "+32", "2 555 01 #|3 555 01 #", "Bruxelles;1000|Antwerpen;2000|Gent;9000|Liège;4000|Brugge;8000",
         "Rue Neuve {n}|Meir {n}|Grote Markt {n}|Boulevard de la Sauvenière {n}", "Amélie|Wout|Charlotte|Maxime|Lien|Benoît", "Peeters|Claes|Dubois|Lambert|Vandenbroucke|Maes|Goossens",
         "Ardenne|Schelde|Brabant|Lys", "Transport|Voeding|Optique|Mécanique|Énergie|Software|Santé|Bouw|Formation|Textiel", "{L} {I} BV|{R} {I} SA|{L} & Fils SRL", false},
    };
}

} // namespace Leadline::Demo

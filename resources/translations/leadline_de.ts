<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ActivityText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Eingehender Anruf</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Ausgehender Anruf</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>nicht angenommen</translation>
    </message>
    <message>
        <source>voicemail</source>
        <translation>Mailbox</translation>
    </message>
    <message>
        <source>voicemail left</source>
        <translation>auf Mailbox gesprochen</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>besetzt</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>did not connect</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>abandoned</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Empty note</source>
        <translation>Leere Notiz</translation>
    </message>
    <message>
        <source>Email without a subject</source>
        <translation>E-Mail ohne Betreff</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>WhatsApp message</source>
        <translation>WhatsApp-Nachricht</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Opportunity: %1</source>
        <translation>Opportunity: %1</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>Aufgabe erledigt</translation>
    </message>
    <message>
        <source>Task done: %1</source>
        <translation>Aufgabe erledigt: %1</translation>
    </message>
    <message>
        <source>Lead created by an import</source>
        <translation>Lead durch einen Import angelegt</translation>
    </message>
    <message>
        <source>Lead created through the API</source>
        <translation>Lead über die API angelegt</translation>
    </message>
    <message>
        <source>Lead created from an email</source>
        <translation>Lead aus einer E-Mail angelegt</translation>
    </message>
    <message>
        <source>Lead created</source>
        <translation>Lead angelegt</translation>
    </message>
    <message>
        <source>Another lead was merged into this one</source>
        <translation>Ein anderer Lead wurde mit diesem zusammengeführt</translation>
    </message>
    <message>
        <source>Form submitted</source>
        <translation>Formular abgeschickt</translation>
    </message>
    <message>
        <source>Other activity</source>
        <translation>Andere Aktivität</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>An %1</translation>
    </message>
    <message>
        <source>All activity</source>
        <translation>Alle Aktivitäten</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Emails</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Erledigte Aufgaben</translation>
    </message>
    <message>
        <source>Status changes</source>
        <translation>Statuswechsel</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>letzte Woche</translation>
    </message>
    <message>
        <source>%1 weeks ago</source>
        <translation>vor %1 Wochen</translation>
    </message>
    <message>
        <source>Pinned · %1</source>
        <translation>Angeheftet · %1</translation>
    </message>
    <message>
        <source>Not in Close yet · %1</source>
        <translation>Noch nicht in Close · %1</translation>
    </message>
</context>
<context>
    <name>CellFormatter</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 Wochen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Former user</source>
        <translation>Früherer Benutzer</translation>
    </message>
    <message>
        <source>One-time</source>
        <translation>Einmalig</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Monatlich</translation>
    </message>
    <message>
        <source>Annual</source>
        <translation>Jährlich</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>DatePreset</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>last 90 days</source>
        <translation>letzte 90 Tage</translation>
    </message>
    <message>
        <source>next 7 days</source>
        <translation>nächste 7 Tage</translation>
    </message>
    <message>
        <source>next 30 days</source>
        <translation>nächste 30 Tage</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>diese Woche</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>letzte Woche</translation>
    </message>
    <message>
        <source>next week</source>
        <translation>nächste Woche</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>dieser Monat</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>letzter Monat</translation>
    </message>
    <message>
        <source>next month</source>
        <translation>nächster Monat</translation>
    </message>
    <message>
        <source>this quarter</source>
        <translation>dieses Quartal</translation>
    </message>
    <message>
        <source>last quarter</source>
        <translation>letztes Quartal</translation>
    </message>
    <message>
        <source>next quarter</source>
        <translation>nächstes Quartal</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>dieses Jahr</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>letztes Jahr</translation>
    </message>
    <message>
        <source>next year</source>
        <translation>nächstes Jahr</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>von … bis …</translation>
    </message>
</context>
<context>
    <name>EntryListEditor</name>
    <message>
        <source>office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>home</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>Durchwahl</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>mobil</translation>
    </message>
    <message>
        <source>fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>url</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>blog</source>
        <translation>Blog</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>This is not a whole number. Example: %1</source>
        <translation>Das ist keine ganze Zahl. Beispiel: %1</translation>
    </message>
    <message>
        <source>A whole number from 0 to 100.</source>
        <translation>Eine ganze Zahl von 0 bis 100.</translation>
    </message>
    <message>
        <source>This is not a number. Example: %1</source>
        <translation>Das ist keine Zahl. Beispiel: %1</translation>
    </message>
    <message>
        <source>This is not a day. Examples: %1, tomorrow, +2w</source>
        <translation>Das ist kein Tag. Beispiele: %1, morgen, +2w</translation>
    </message>
    <message>
        <source>A day and a time. Example: %1 14:30</source>
        <translation>Ein Tag und eine Uhrzeit. Beispiel: %1 14:30</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>Diese Zahl ist zu groß.</translation>
    </message>
    <message>
        <source> Example: name@company.com</source>
        <translation> Beispiel: name@firma.de</translation>
    </message>
    <message>
        <source>An email address has an @.</source>
        <translation>Eine E-Mail-Adresse hat ein @.</translation>
    </message>
    <message>
        <source>An email address has no spaces.</source>
        <translation>Eine E-Mail-Adresse hat keine Leerzeichen.</translation>
    </message>
    <message>
        <source>An email address has 254 characters at most.</source>
        <translation>Eine E-Mail-Adresse hat höchstens 254 Zeichen.</translation>
    </message>
    <message>
        <source>This is not an email address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>This address has no domain ending.</source>
        <translation>Dieser Adresse fehlt die Domain-Endung.</translation>
    </message>
    <message>
        <source>This is not a phone number. Example: +49 711 555 0142</source>
        <translation>Das ist keine Telefonnummer. Beispiel: +49 711 555 0142</translation>
    </message>
    <message>
        <source>A web address has 2048 characters at most.</source>
        <translation>Eine Webadresse hat höchstens 2048 Zeichen.</translation>
    </message>
    <message>
        <source>This is not a web address. Example: company.com</source>
        <translation>Das ist keine Webadresse. Beispiel: firma.de</translation>
    </message>
    <message>
        <source>A web address begins with https:// or http://.</source>
        <translation>Eine Webadresse beginnt mit https:// oder http://.</translation>
    </message>
    <message>
        <source>This web address has no domain ending. Example: company.com</source>
        <translation>Dieser Webadresse fehlt die Domain-Endung. Beispiel: firma.de</translation>
    </message>
    <message>
        <source>A deal that is won was not won in the future.</source>
        <translation>Was gewonnen ist, wurde nicht in der Zukunft gewonnen.</translation>
    </message>
    <message>
        <source>This day is past. A deal is expected to close today or later.</source>
        <translation>Dieser Tag ist vorbei. Ein Abschluss wird für heute oder später erwartet.</translation>
    </message>
</context>
<context>
    <name>LeadText</name>
    <message>
        <source>Untitled lead</source>
        <translation>Lead ohne Namen</translation>
    </message>
    <message>
        <source>Address (%1)</source>
        <translation>Adresse (%1)</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Ohne Wert</translation>
    </message>
    <message>
        <source>won %1</source>
        <translation>gewonnen %1</translation>
    </message>
    <message>
        <source>won</source>
        <translation>gewonnen</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>verloren %1</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>overdue, %1</source>
        <translation>überfällig, %1</translation>
    </message>
    <message>
        <source>closes %1</source>
        <translation>Abschluss %1</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Answer an email</source>
        <translation>E-Mail beantworten</translation>
    </message>
    <message>
        <source>Follow up an email</source>
        <translation>Bei E-Mail nachfassen</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Verpasster Anruf</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Mailbox</translation>
    </message>
    <message>
        <source>Opportunity is due</source>
        <translation>Opportunity ist fällig</translation>
    </message>
    <message>
        <source>Answer a text message</source>
        <translation>SMS beantworten</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>überfällig seit %1</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>heute fällig</translation>
    </message>
    <message>
        <source>due tomorrow</source>
        <translation>morgen fällig</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
</context>
<context>
    <name>Leadline</name>
    <message>
        <source>Close cannot be reached. What is loaded stays usable.</source>
        <translation>Close ist nicht erreichbar. Was geladen ist, bleibt nutzbar.</translation>
    </message>
    <message>
        <source>Close takes too long to answer. Try again in a moment.</source>
        <translation>Close antwortet zu langsam. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The connection to Close is not trusted: its certificate was not accepted.</source>
        <translation>Der Verbindung zu Close ist nicht zu trauen: Ihr Zertifikat wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>Close no longer accepts this key. Sign in again.</source>
        <translation>Close nimmt diesen Schlüssel nicht mehr an. Bitte neu anmelden.</translation>
    </message>
    <message>
        <source>Your organization&apos;s plan in Close does not include this.</source>
        <translation>Der Close-Tarif der Organisation enthält das nicht.</translation>
    </message>
    <message>
        <source>Leadline was started read-only: nothing is changed in Close.</source>
        <translation>Leadline läuft im Nur-Lese-Modus: In Close wird nichts geändert.</translation>
    </message>
    <message>
        <source>You may not do this in Close. Ask an administrator of your organization.</source>
        <translation>Dafür fehlt in Close die Berechtigung. Ein Administrator der Organisation kann helfen.</translation>
    </message>
    <message>
        <source>This is gone in Close.</source>
        <translation>Das gibt es in Close nicht mehr.</translation>
    </message>
    <message>
        <source>Close asks to slow down. Try again in a minute.</source>
        <translation>Close bittet um eine Pause. In einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close has a problem of its own right now. Try again in a minute.</source>
        <translation>Close hat gerade selbst eine Störung. In einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close&apos;s answer was not understood: %1</source>
        <translation>Die Antwort von Close war nicht zu verstehen: %1</translation>
    </message>
    <message>
        <source>This was given up.</source>
        <translation>Das wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Close did not accept this: %1</source>
        <translation>Close hat das nicht angenommen: %1</translation>
    </message>
    <message>
        <source>is any of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>has a value</source>
        <translation>hat einen Wert</translation>
    </message>
    <message>
        <source>has no value</source>
        <translation>hat keinen Wert</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>liegt zwischen</translation>
    </message>
    <message>
        <source>is in</source>
        <translation>liegt in</translation>
    </message>
    <message>
        <source>is yes</source>
        <translation>ist Ja</translation>
    </message>
    <message>
        <source>is no</source>
        <translation>ist Nein</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>ohne Wert</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>A field that is gone</source>
        <translation>Ein Feld, das es nicht mehr gibt</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>contains “%1”</source>
        <translation>enthält „%1“</translation>
    </message>
    <message>
        <source>without “%1”</source>
        <translation>ohne „%1“</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Contact name</source>
        <translation>Name des Kontakts</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Contact title</source>
        <translation>Position des Kontakts</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Contact email</source>
        <translation>E-Mail des Kontakts</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Contact phone</source>
        <translation>Telefon des Kontakts</translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation>Webadressen</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Updated by</source>
        <translation>Geändert von</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Firmenname</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Opportunitys</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Primary contact</source>
        <translation>Hauptkontakt</translation>
    </message>
    <message>
        <source>Open value</source>
        <translation>Offener Wert</translation>
    </message>
    <message>
        <source>Open value period</source>
        <translation>Zeitraum des offenen Werts</translation>
    </message>
    <message>
        <source>Number of contacts</source>
        <translation>Anzahl der Kontakte</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>/mo</source>
        <translation>mtl.</translation>
    </message>
    <message>
        <source>/yr</source>
        <translation>p.a.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Expected value</source>
        <translation>Erwarteter Wert</translation>
    </message>
    <message>
        <source>Annualised</source>
        <translation>Pro Jahr</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Erwarteter Abschluss</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Stockt</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Opportunity</translation>
    </message>
    <message>
        <source>Status before</source>
        <translation>Status vorher</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
</context>
<context>
    <name>Leadline::ActivityView</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Show Less</source>
        <translation>Weniger anzeigen</translation>
    </message>
    <message>
        <source>Show More</source>
        <translation>Mehr anzeigen</translation>
    </message>
</context>
<context>
    <name>Leadline::AddressesEditor</name>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Building, floor</source>
        <translation>Gebäude, Etage</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>PLZ</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Bundesland</translation>
    </message>
    <message>
        <source>Country (DE)</source>
        <translation>Land (DE)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 type</source>
        <translation>%1, Art</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The country is two letters. Examples: DE, US</source>
        <translation>Das Land hat zwei Buchstaben. Beispiele: DE, US</translation>
    </message>
    <message>
        <source>business</source>
        <translation>geschäftlich</translation>
    </message>
    <message>
        <source>mailing</source>
        <translation>Postanschrift</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
</context>
<context>
    <name>Leadline::ApiBase</name>
    <message>
        <source>This is not an internet address.</source>
        <translation>Das ist keine Internetadresse.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>Die Adresse muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>The address must begin with https:// (http:// only works on this machine).</source>
        <translation>Die Adresse muss mit https:// beginnen (http:// geht nur auf diesem Rechner).</translation>
    </message>
    <message>
        <source>The address must not hold a user or a key.</source>
        <translation>Die Adresse darf weder Benutzer noch Schlüssel enthalten.</translation>
    </message>
    <message>
        <source>The address must not hold a query or a fragment.</source>
        <translation>Die Adresse darf weder Abfrage noch Fragment enthalten.</translation>
    </message>
</context>
<context>
    <name>Leadline::Application</name>
    <message>
        <source>Hello %1. This is %2; the key is in the keychain for the next start.</source>
        <translation>Hallo %1. Das ist %2; der Schlüssel liegt für den nächsten Start im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Leave the Demo</source>
        <translation>Demo verlassen</translation>
    </message>
    <message>
        <source>Sign Out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Close no longer accepts this key. What you typed stays here.</source>
        <translation>Close nimmt diesen Schlüssel nicht mehr an. Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>Sign In Again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>The key is in the keychain now.</source>
        <translation>Der Schlüssel liegt jetzt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Signed in with the key from CLOSE_API_KEY, for this run only.</source>
        <translation>Angemeldet mit dem Schlüssel aus CLOSE_API_KEY, nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>Keep in Keychain</source>
        <translation>Im Schlüsselbund behalten</translation>
    </message>
    <message>
        <source>The key is in the keychain now. You can take it out of %1.</source>
        <translation>Der Schlüssel liegt jetzt im Schlüsselbund und kann aus %1 gelöscht werden.</translation>
    </message>
    <message>
        <source>Leadline runs already, but its window does not answer. This is a second one.</source>
        <translation>Leadline läuft schon, aber das Fenster antwortet nicht. Dies ist ein zweites.</translation>
    </message>
    <message>
        <source>Sign Out Anyway</source>
        <translation>Trotzdem abmelden</translation>
    </message>
    <message>
        <source>Remove Anyway</source>
        <translation>Trotzdem entfernen</translation>
    </message>
    <message>
        <source>Sign Out of %1</source>
        <translation>Von %1 abmelden</translation>
    </message>
    <message>
        <source>A tour of this address needs a key, in CLOSE_API_KEY for instance.</source>
        <translation>Ein Rundgang unter dieser Adresse braucht einen Schlüssel, zum Beispiel in CLOSE_API_KEY.</translation>
    </message>
</context>
<context>
    <name>Leadline::AwayModel</name>
    <message>
        <source>New lead</source>
        <translation>Neuer Lead</translation>
    </message>
    <message>
        <source>Deleted lead</source>
        <translation>Gelöschter Lead</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>Deleted contact</source>
        <translation>Gelöschter Kontakt</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>Neue Opportunity</translation>
    </message>
    <message>
        <source>Deleted opportunity</source>
        <translation>Gelöschte Opportunity</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Opportunity</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Neue Aufgabe</translation>
    </message>
    <message>
        <source>Deleted task</source>
        <translation>Gelöschte Aufgabe</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Merged lead</source>
        <translation>Zusammengeführter Lead</translation>
    </message>
    <message>
        <source>Lead, merged into %1</source>
        <translation>Lead, zusammengeführt mit %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation>%1: von %2 auf %3</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>Seit gestern</translation>
    </message>
</context>
<context>
    <name>Leadline::AwayPage</name>
    <message>
        <source>Since you last looked</source>
        <translation>Seit Sie zuletzt hier waren</translation>
    </message>
    <message>
        <source>Mark All as Seen</source>
        <translation>Alle als gesehen markieren</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more that are older</source>
        <translation>
            <numerusform>und %Ln weitere, ältere</numerusform>
            <numerusform>und %Ln weitere, ältere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to compare with yet.</source>
        <translation>Noch nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>Nothing new since %1.</source>
        <translation>Nichts Neues seit %1.</translation>
    </message>
    <message>
        <source>After the first loading, others&apos; changes are listed here.</source>
        <translation>Nach dem ersten Laden stehen hier die Änderungen anderer.</translation>
    </message>
    <message>
        <source>What others change while you are away is listed here.</source>
        <translation>Hier steht, was andere ändern, während Sie weg sind.</translation>
    </message>
</context>
<context>
    <name>Leadline::BatchChange</name>
    <message>
        <source>no connection to Close</source>
        <translation>keine Verbindung zu Close</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1 ist wieder wie vorher.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are as they were before.</source>
        <translation>
            <numerusform>%n Datensatz ist wieder wie vorher.</numerusform>
            <numerusform>%n Datensätze sind wieder wie vorher.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not changed: %1</source>
        <translation>Nicht geändert: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more.</source>
        <translation>
            <numerusform>und %n weiterer.</numerusform>
            <numerusform>und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>To be done again: %1</source>
        <translation>Wieder offen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) done.</source>
        <translation>
            <numerusform>%n Aufgabe erledigt.</numerusform>
            <numerusform>%n Aufgaben erledigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) to be done again.</source>
        <translation>
            <numerusform>%n Aufgabe wieder offen.</numerusform>
            <numerusform>%n Aufgaben wieder offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is due on %2.</source>
        <translation>%1 ist am %2 fällig.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are due on %1.</source>
        <translation>
            <numerusform>%n Aufgabe ist am %1 fällig.</numerusform>
            <numerusform>%n Aufgaben sind am %1 fällig.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leadline::CallComposer</name>
    <message>
        <source>Log a call</source>
        <translation>Anruf festhalten</translation>
    </message>
    <message>
        <source>Log Call</source>
        <translation>Anruf festhalten</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Wie es verlief</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Besetzt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Minutes, or 4:30</source>
        <translation>Minuten oder 4:30</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Call note</source>
        <translation>Anrufnotiz</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>Contact without a name</source>
        <translation>Kontakt ohne Namen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nobody of the contacts</source>
        <translation>Keiner der Kontakte</translation>
    </message>
    <message>
        <source>No outcome</source>
        <translation>Kein Ergebnis</translation>
    </message>
    <message>
        <source>This is no duration. Examples: 12 or 4:30.</source>
        <translation>Das ist keine Dauer. Beispiele: 12 oder 4:30.</translation>
    </message>
</context>
<context>
    <name>Leadline::CardMover</name>
    <message>
        <source>no connection to Close</source>
        <translation>keine Verbindung zu Close</translation>
    </message>
    <message>
        <source>Read-only: nothing is changed in Close.</source>
        <translation>Nur-Lese-Modus: In Close wird nichts geändert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: the move before it failed</source>
        <translation>%1: Das Verschieben davor ist gescheitert</translation>
    </message>
    <message>
        <source>%1: the move is undone.</source>
        <translation>%1: Das Verschieben ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Moved %1 to %2.</source>
        <translation>%1 nach %2 verschoben.</translation>
    </message>
    <message>
        <source>Moved %1 to %2: %3, %4.</source>
        <translation>%1 nach %2 verschoben: %3, %4.</translation>
    </message>
    <message>
        <source>Moved back: %1</source>
        <translation>Zurückgeschoben: %1</translation>
    </message>
    <message>
        <source>and %1 more.</source>
        <translation>und %1 weitere.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1: the change is undone.</source>
        <translation>%1: Die Änderung ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Changed %1: %2.</source>
        <translation>%1 geändert: %2.</translation>
    </message>
    <message>
        <source>Date and Value…</source>
        <translation>Datum und Wert …</translation>
    </message>
    <message>
        <source>Add a Note…</source>
        <translation>Notiz hinzufügen …</translation>
    </message>
    <message>
        <source>Won: date and value</source>
        <translation>Gewonnen: Datum und Wert</translation>
    </message>
    <message>
        <source>Lost: what was the reason?</source>
        <translation>Verloren: Woran lag es?</translation>
    </message>
</context>
<context>
    <name>Leadline::Chip</name>
    <message>
        <source>Press Delete to remove</source>
        <translation>Entf entfernt</translation>
    </message>
</context>
<context>
    <name>Leadline::ChoiceEditor</name>
    <message>
        <source>one-time</source>
        <translation>einmalig</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>pro Monat</translation>
    </message>
    <message>
        <source>per year</source>
        <translation>pro Jahr</translation>
    </message>
    <message>
        <source>Unknown contact</source>
        <translation>Unbekannter Kontakt</translation>
    </message>
</context>
<context>
    <name>Leadline::ChoicesEditor</name>
    <message>
        <source>Nothing to choose from</source>
        <translation>Keine Auswahl</translation>
    </message>
</context>
<context>
    <name>Leadline::CloseClient</name>
    <message>
        <source>Leadline was started read-only</source>
        <translation>Leadline läuft im Nur-Lese-Modus</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The server pointed to another address (%1). Leadline does not follow, so that your key goes nowhere else.</source>
        <translation>Der Server hat auf eine andere Adresse verwiesen (%1). Leadline folgt nicht, damit der Schlüssel nirgendwo anders hingelangt.</translation>
    </message>
    <message>
        <source>The server pointed elsewhere instead of answering.</source>
        <translation>Der Server hat weiterverwiesen, statt zu antworten.</translation>
    </message>
</context>
<context>
    <name>Leadline::CommandLine</name>
    <message>
        <source>unknown option %1</source>
        <translation>unbekannte Option %1</translation>
    </message>
    <message>
        <source>%1 takes no value</source>
        <translation>%1 hat keinen Wert</translation>
    </message>
    <message>
        <source>%1 needs a value</source>
        <translation>%1 braucht einen Wert</translation>
    </message>
    <message>
        <source>--demo takes a number of leads from 0 to %1, not &quot;%2&quot;</source>
        <translation>--demo erwartet eine Anzahl Leads von 0 bis %1, nicht „%2“</translation>
    </message>
    <message>
        <source>--api-url takes an https address, or an http address on this machine</source>
        <translation>--api-url erwartet eine https-Adresse oder eine http-Adresse auf diesem Rechner</translation>
    </message>
    <message>
        <source>only one lead can be opened</source>
        <translation>es kann nur ein Lead geöffnet werden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a lead id nor a link to a lead in Close</source>
        <translation>„%1“ ist weder eine Lead-ID noch ein Link zu einem Lead in Close</translation>
    </message>
    <message>
        <source>--demo and --api-url cannot go together</source>
        <translation>--demo und --api-url schließen sich aus</translation>
    </message>
    <message>
        <source>%1 does not take &quot;%2&quot;</source>
        <translation>%1 nimmt „%2“ nicht an</translation>
    </message>
    <message>
        <source>--format and --group-by belong to --report</source>
        <translation>--format und --group-by gehören zu --report</translation>
    </message>
    <message>
        <source>--report and --tour cannot go together</source>
        <translation>--report und --tour schließen einander aus</translation>
    </message>
    <message>
        <source>Usage: leadline [options] [lead id or app.close.com link]
A desktop client for the Close CRM. Opens the given lead first.

  --demo[=LEADS]   work in a made-up organization on this machine (400 leads)
  --api-url URL    use this address of the Close API: https, or http on this machine
  --read-only      let no change leave the program
  --tour DIR       save a picture of every page in DIR and exit (in the demo)
  --report pipeline
                   print the sums of the pipeline without a window and exit
  --format FORMAT  of the report: csv, json or md
  --group-by WHAT  of the report: status, owner, lead-status, close-week,
                   close-month or close-quarter
  --version        print the version and exit
  --help           print this and exit

CLOSE_API_KEY and CLOSE_API_PASSWORD in the environment sign in for this run.
</source>
        <translation>Aufruf: leadline [Optionen] [Lead-ID oder app.close.com-Link]
Ein Desktop-Client für das CRM Close. Öffnet zuerst den angegebenen Lead.

  --demo[=LEADS]   in einer erfundenen Organisation auf diesem Rechner arbeiten (400 Leads)
  --api-url URL    diese Adresse der Close-API benutzen: https, oder http auf diesem Rechner
  --read-only      keine Änderung aus dem Programm hinauslassen
  --tour ORDNER    ein Bild jeder Seite in ORDNER speichern und beenden (in der Demo)
  --report pipeline
                   die Summen der Pipeline ohne Fenster ausgeben und beenden
  --format FORMAT  des Berichts: csv, json oder md
  --group-by WAS   des Berichts: status, owner, lead-status, close-week,
                   close-month oder close-quarter
  --version        die Version ausgeben und beenden
  --help           dies ausgeben und beenden

CLOSE_API_KEY und CLOSE_API_PASSWORD in der Umgebung melden für diesen Lauf an.
</translation>
    </message>
</context>
<context>
    <name>Leadline::Composer</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>Leadline::ComposerDrafts</name>
    <message>
        <source>What you wrote about %1 was discarded.</source>
        <translation>Was Sie über %1 geschrieben haben, wurde verworfen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>What you wrote about %1 was not saved. %2</source>
        <translation>Was Sie über %1 geschrieben haben, wurde nicht gespeichert. %2</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No answer came, and Close cannot be asked right now whether it has this. “Try Again” asks first.</source>
        <translation>Es kam keine Antwort, und Close kann gerade nicht gefragt werden, ob es dies hat. „Erneut versuchen“ fragt zuerst.</translation>
    </message>
    <message>
        <source>No answer came. Close was asked since and does not have this: saving again makes it once.</source>
        <translation>Es kam keine Antwort. Close wurde seither gefragt und hat dies nicht: Erneut gespeichert entsteht es einmal.</translation>
    </message>
    <message>
        <source>No answer came before Leadline ended. “Try Again” asks Close first.</source>
        <translation>Es kam keine Antwort, bevor Leadline endete. „Erneut versuchen“ fragt zuerst Close.</translation>
    </message>
</context>
<context>
    <name>Leadline::ConfidenceBar</name>
    <message>
        <source>Confidence</source>
        <translation>Chance</translation>
    </message>
</context>
<context>
    <name>Leadline::ConflictDialog</name>
    <message>
        <source>Changed elsewhere</source>
        <translation>Anderswo geändert</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>“%1” was changed elsewhere (%2) while you were editing it.</source>
        <translation>„%1“ wurde anderswo geändert (%2), während Sie es bearbeitet haben.</translation>
    </message>
    <message>
        <source>%3 changed “%1” (%2) while you were editing it.</source>
        <translation>%3 hat „%1“ geändert (%2), während Sie es bearbeitet haben.</translation>
    </message>
    <message>
        <source>Nothing has been saved yet. Which of these should stay?</source>
        <translation>Noch ist nichts gespeichert. Was davon soll bleiben?</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <translation>%1: %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meins</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
</context>
<context>
    <name>Leadline::ContactCard</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Email to %1</source>
        <translation>E-Mail an %1</translation>
    </message>
    <message>
        <source>Unsubscribed</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 anrufen</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>%1 there</source>
        <translation>dort %1</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
</context>
<context>
    <name>Leadline::ContactForm</name>
    <message>
        <source>New Contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>Create Contact</source>
        <translation>Kontakt anlegen</translation>
    </message>
    <message>
        <source>Edit Contact</source>
        <translation>Kontakt bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add email</source>
        <translation>E-Mail hinzufügen</translation>
    </message>
    <message>
        <source>Add phone</source>
        <translation>Telefon hinzufügen</translation>
    </message>
    <message>
        <source>Add web address</source>
        <translation>Webadresse hinzufügen</translation>
    </message>
</context>
<context>
    <name>Leadline::ContactPaste</name>
    <message>
        <source>Paste as Contact</source>
        <translation>Als Kontakt einfügen</translation>
    </message>
</context>
<context>
    <name>Leadline::DateEditor</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>A day, or +2w</source>
        <translation>Ein Tag oder +2w</translation>
    </message>
</context>
<context>
    <name>Leadline::DayPopup</name>
    <message>
        <source>Type a day, such as tomorrow or +2w.</source>
        <translation>Geben Sie einen Tag ein, etwa morgen oder +2w.</translation>
    </message>
</context>
<context>
    <name>Leadline::DeleteController</name>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>The opportunity of “%1”</source>
        <translation>Die Opportunity von „%1“</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n lead(s)?</source>
        <translation>
            <numerusform>%n Lead löschen?</numerusform>
            <numerusform>%n Leads löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the contact “%1”?</source>
        <translation>Den Kontakt „%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n contact(s)?</source>
        <translation>
            <numerusform>%n Kontakt löschen?</numerusform>
            <numerusform>%n Kontakte löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the opportunity of “%1”?</source>
        <translation>Die Opportunity von „%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n opportunity(s)?</source>
        <translation>
            <numerusform>%n Opportunity löschen?</numerusform>
            <numerusform>%n Opportunitys löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the task “%1”?</source>
        <translation>Die Aufgabe „%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n task(s)?</source>
        <translation>
            <numerusform>%n Aufgabe löschen?</numerusform>
            <numerusform>%n Aufgaben löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n Kontakt</numerusform>
            <numerusform>%n Kontakte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opportunity(s)</source>
        <translation>
            <numerusform>%n Opportunity</numerusform>
            <numerusform>%n Opportunitys</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>With it go its email addresses and telephone numbers. It belongs to “%1”.</source>
        <translation>Mit ihm gehen seine E-Mail-Adressen und Telefonnummern. Er gehört zu „%1“.</translation>
    </message>
    <message>
        <source>Close cannot restore what was deleted.</source>
        <translation>Close kann Gelöschtes nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 will be deleted in %2 s.</source>
        <translation>%1 wird in %2 s gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will be deleted in %1 s.</source>
        <translation>
            <numerusform>%n Datensatz wird in %1 s gelöscht.</numerusform>
            <numerusform>%n Datensätze werden in %1 s gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Delete Now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message>
        <source>%1 was not deleted: %2</source>
        <translation>%1 wurde nicht gelöscht: %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Delete before quitting?</source>
        <translation>Vor dem Beenden löschen?</translation>
    </message>
    <message>
        <source>Not deleted yet: %1. It is sent now, or it stays in Close.</source>
        <translation>Noch nicht gelöscht: %1. Es wird jetzt gesendet oder bleibt in Close.</translation>
    </message>
    <message>
        <source>Keep and Quit</source>
        <translation>Behalten und beenden</translation>
    </message>
    <message>
        <source>Delete and Quit</source>
        <translation>Löschen und beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>all activity</source>
        <translation>alle Aktivitäten</translation>
    </message>
    <message>
        <source>What goes too: %1.</source>
        <translation>Mit gehen: %1.</translation>
    </message>
</context>
<context>
    <name>Leadline::DemoProcess</name>
    <message>
        <source>The demo did not start in time.</source>
        <translation>Die Demo ist nicht rechtzeitig gestartet.</translation>
    </message>
    <message>
        <source>The demo could not be started: %1</source>
        <translation>Die Demo konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>The demo has ended.</source>
        <translation>Die Demo wurde beendet.</translation>
    </message>
    <message>
        <source>The demo has ended: %1</source>
        <translation>Die Demo wurde beendet: %1</translation>
    </message>
    <message>
        <source>The demo is not installed: %1 is missing.</source>
        <translation>Die Demo ist nicht installiert: %1 fehlt.</translation>
    </message>
    <message>
        <source>The demo did not say where it listens.</source>
        <translation>Die Demo hat ihre Adresse nicht genannt.</translation>
    </message>
</context>
<context>
    <name>Leadline::DesktopLink</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Leadline::DraftOffers</name>
    <message>
        <source>%1 from %2 was sent, and no answer came.</source>
        <translation>%1 von %2 wurde gesendet, aber es kam keine Antwort.</translation>
    </message>
    <message>
        <source>%1 from %2 is not finished.</source>
        <translation>%1 von %2 ist nicht fertig.</translation>
    </message>
    <message>
        <source>Look in Close</source>
        <translation>In Close nachsehen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) are kept, the last from %1.</source>
        <translation>
            <numerusform>%n Entwurf ist aufbewahrt, der letzte von %1.</numerusform>
            <numerusform>%n Entwürfe sind aufbewahrt, der letzte von %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n Entwurf</numerusform>
            <numerusform>%n Entwürfe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 was discarded.</source>
        <translation>%1 wurde verworfen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Leadline::DraftText</name>
    <message>
        <source>Changes to “%1”</source>
        <translation>Änderungen an „%1“</translation>
    </message>
    <message>
        <source>New lead “%1”</source>
        <translation>Neuer Lead „%1“</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Neuer Lead</translation>
    </message>
    <message>
        <source>Changes to a lead</source>
        <translation>Änderungen an einem Lead</translation>
    </message>
    <message>
        <source>New contact “%1”</source>
        <translation>Neuer Kontakt „%1“</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>Changes to a contact</source>
        <translation>Änderungen an einem Kontakt</translation>
    </message>
    <message>
        <source>New opportunity with “%1”</source>
        <translation>Neue Opportunity bei „%1“</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>Neue Opportunity</translation>
    </message>
    <message>
        <source>Changes to an opportunity with “%1”</source>
        <translation>Änderungen an einer Opportunity bei „%1“</translation>
    </message>
    <message>
        <source>Changes to an opportunity</source>
        <translation>Änderungen an einer Opportunity</translation>
    </message>
    <message>
        <source>Note about “%1”</source>
        <translation>Notiz zu „%1“</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Call with “%1”</source>
        <translation>Anruf mit „%1“</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Task for “%1”</source>
        <translation>Aufgabe zu „%1“</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Changes to a task for “%1”</source>
        <translation>Änderungen an einer Aufgabe zu „%1“</translation>
    </message>
    <message>
        <source>Changes to a task</source>
        <translation>Änderungen an einer Aufgabe</translation>
    </message>
    <message>
        <source>Nothing was sent: there is no room on the disk to note what is being sent, without which it could be sent twice.</source>
        <translation>Nichts wurde gesendet: Auf dem Datenträger ist kein Platz, um festzuhalten, was gesendet wird, und ohne das könnte es zweimal gesendet werden.</translation>
    </message>
</context>
<context>
    <name>Leadline::DuplicatePanel</name>
    <message>
        <source>Same email address.</source>
        <translation>Gleiche E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Same phone number.</source>
        <translation>Gleiche Telefonnummer.</translation>
    </message>
    <message>
        <source>Same website.</source>
        <translation>Gleiche Website.</translation>
    </message>
    <message>
        <source>Same name.</source>
        <translation>Gleicher Name.</translation>
    </message>
    <message>
        <source>Email addresses of the same company.</source>
        <translation>E-Mail-Adressen derselben Firma.</translation>
    </message>
    <message>
        <source>Similar name.</source>
        <translation>Ähnlicher Name.</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>Mögliche Dubletten</translation>
    </message>
    <message>
        <source>Possible duplicate</source>
        <translation>Mögliche Dublette</translation>
    </message>
    <message>
        <source>No lead like this is known.</source>
        <translation>Kein Lead dieser Art ist bekannt.</translation>
    </message>
    <message>
        <source>Found while you type, here and on Close.</source>
        <translation>Beim Tippen gefunden, hier und in Close.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>„%1“ öffnen</translation>
    </message>
    <message>
        <source>Add contact there</source>
        <translation>Kontakt dort anlegen</translation>
    </message>
    <message>
        <source>Add the contact to “%1”</source>
        <translation>Den Kontakt bei „%1“ anlegen</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n Kontakt</numerusform>
            <numerusform>%n Kontakte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open opportunity(s)</source>
        <translation>
            <numerusform>%n offene Opportunity</numerusform>
            <numerusform>%n offene Opportunitys</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 worth %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
</context>
<context>
    <name>Leadline::EntryListEditor</name>
    <message>
        <source>Alt+Insert adds another, Ctrl+Delete removes this one</source>
        <translation>Alt+Einfg fügt einen Eintrag hinzu, Strg+Entf entfernt diesen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 type</source>
        <translation>%1, Art</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Weiteren hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Email, phone or web address</source>
        <translation>E-Mail, Telefon oder Webadresse</translation>
    </message>
</context>
<context>
    <name>Leadline::EnvironmentFile</name>
    <message>
        <source>This is not a text file.</source>
        <translation>Das ist keine Textdatei.</translation>
    </message>
    <message>
        <source>There is no CLOSE_API_KEY in this file.</source>
        <translation>In dieser Datei steht kein CLOSE_API_KEY.</translation>
    </message>
    <message>
        <source>CLOSE_API_KEY in line %1 is empty.</source>
        <translation>CLOSE_API_KEY in Zeile %1 ist leer.</translation>
    </message>
    <message>
        <source>The quote in line %1 is not closed.</source>
        <translation>Das Anführungszeichen in Zeile %1 ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Line %1 refers to another variable. Write the key itself there.</source>
        <translation>Zeile %1 verweist auf eine andere Variable. Dort muss der Schlüssel selbst stehen.</translation>
    </message>
    <message>
        <source>There is text after the closing quote in line %1.</source>
        <translation>In Zeile %1 folgt Text auf das schließende Anführungszeichen.</translation>
    </message>
    <message>
        <source>The value in line %1 holds a space, so it cannot be a key.</source>
        <translation>Der Wert in Zeile %1 enthält ein Leerzeichen und kann kein Schlüssel sein.</translation>
    </message>
</context>
<context>
    <name>Leadline::EverydayWrites</name>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
</context>
<context>
    <name>Leadline::FieldEditor</name>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
</context>
<context>
    <name>Leadline::FileSaving</name>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Leadline::FilterBar</name>
    <message>
        <source>+ Filter</source>
        <translation>+ Filter</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
</context>
<context>
    <name>Leadline::FilterPopup</name>
    <message>
        <source>Filter by %1</source>
        <translation>Nach %1 filtern</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>%1 (me, %2)</source>
        <translation>%1 (ich, %2)</translation>
    </message>
</context>
<context>
    <name>Leadline::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Leadline::FormOpener</name>
    <message>
        <source>Leadline was started read-only: nothing is changed in Close.</source>
        <translation>Leadline läuft im Nur-Lese-Modus: In Close wird nichts geändert.</translation>
    </message>
</context>
<context>
    <name>Leadline::InlineEdit</name>
    <message>
        <source>The record you were changing is gone. You had typed: %1</source>
        <translation>Der Datensatz, den Sie gerade änderten, ist nicht mehr da. Sie hatten eingegeben: %1</translation>
    </message>
</context>
<context>
    <name>Leadline::InlineField</name>
    <message>
        <source>%1 was not changed to “%2”. %3</source>
        <translation>%1 wurde nicht in „%2“ geändert. %3</translation>
    </message>
    <message>
        <source>Esc once more leaves without saving.</source>
        <translation>Esc noch einmal verlässt das Feld, ohne zu speichern.</translation>
    </message>
</context>
<context>
    <name>Leadline::KeyEdit</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
</context>
<context>
    <name>Leadline::LeadBody</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Opportunitys</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Edit lead</source>
        <translation>Lead bearbeiten</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Kontakt hinzufügen</translation>
    </message>
    <message>
        <source>Add opportunity</source>
        <translation>Opportunity hinzufügen</translation>
    </message>
    <message>
        <source>Filter activity</source>
        <translation>Aktivität filtern</translation>
    </message>
    <message>
        <source>Nothing filled in yet.</source>
        <translation>Noch nichts ausgefüllt.</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 anzeigen</translation>
    </message>
    <message>
        <source>Show all contacts</source>
        <translation>Alle Kontakte anzeigen</translation>
    </message>
    <message>
        <source>No contacts yet.</source>
        <translation>Noch keine Kontakte.</translation>
    </message>
    <message>
        <source>Show all opportunities</source>
        <translation>Alle Opportunitys anzeigen</translation>
    </message>
    <message>
        <source>No opportunities yet.</source>
        <translation>Noch keine Opportunitys.</translation>
    </message>
    <message>
        <source>Nothing to be done.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>Hide Empty</source>
        <translation>Leere ausblenden</translation>
    </message>
    <message>
        <source>Show Empty</source>
        <translation>Leere zeigen</translation>
    </message>
    <message>
        <source>Hide empty fields</source>
        <translation>Leere Felder ausblenden</translation>
    </message>
    <message>
        <source>Show empty fields</source>
        <translation>Leere Felder zeigen</translation>
    </message>
</context>
<context>
    <name>Leadline::LeadComposers</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>Anruf festhalten</translation>
    </message>
    <message>
        <source>Add task</source>
        <translation>Aufgabe hinzufügen</translation>
    </message>
    <message>
        <source>Note (draft)</source>
        <translation>Notiz (Entwurf)</translation>
    </message>
    <message>
        <source>Call (draft)</source>
        <translation>Anruf (Entwurf)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add (draft)</source>
        <translation>Hinzufügen (Entwurf)</translation>
    </message>
</context>
<context>
    <name>Leadline::LeadEditor</name>
    <message>
        <source>Type a company&apos;s name</source>
        <translation>Namen einer Firma eingeben</translation>
    </message>
    <message>
        <source>No lead has this name.</source>
        <translation>Kein Lead heißt so.</translation>
    </message>
    <message>
        <source>Choose one of the leads in the list.</source>
        <translation>Bitte einen Lead aus der Liste wählen.</translation>
    </message>
</context>
<context>
    <name>Leadline::LeadForm</name>
    <message>
        <source>New Lead</source>
        <translation>Neuer Lead</translation>
    </message>
    <message>
        <source>Create Lead</source>
        <translation>Lead anlegen</translation>
    </message>
    <message>
        <source>Edit Lead</source>
        <translation>Lead bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Primary contact</source>
        <translation>Hauptkontakt</translation>
    </message>
    <message>
        <source>Contact %1</source>
        <translation>Kontakt %1</translation>
    </message>
    <message>
        <source>Add another contact</source>
        <translation>Weiteren Kontakt hinzufügen</translation>
    </message>
    <message>
        <source>Add address</source>
        <translation>Adresse hinzufügen</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Weitere Felder</translation>
    </message>
</context>
<context>
    <name>Leadline::LeadInlineEdit</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>%1 was not changed. You had typed: %2</source>
        <translation>%1 wurde nicht geändert. Eingegeben war: %2</translation>
    </message>
</context>
<context>
    <name>Leadline::LeadPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Previous record</source>
        <translation>Voriger Eintrag</translation>
    </message>
    <message>
        <source>Next record</source>
        <translation>Nächster Eintrag</translation>
    </message>
    <message>
        <source>Open in Close</source>
        <translation>In Close öffnen</translation>
    </message>
    <message>
        <source>Copy Link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Edit Lead</source>
        <translation>Lead bearbeiten</translation>
    </message>
</context>
<context>
    <name>Leadline::LeadView</name>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Select a lead to see it here.</source>
        <translation>Der ausgewählte Lead erscheint hier.</translation>
    </message>
    <message>
        <source>This lead is gone in Close</source>
        <translation>Diesen Lead gibt es in Close nicht mehr</translation>
    </message>
    <message>
        <source>It was deleted or merged into another one.</source>
        <translation>Er wurde gelöscht oder mit einem anderen zusammengeführt.</translation>
    </message>
    <message>
        <source>Back to Leads</source>
        <translation>Zurück zu den Leads</translation>
    </message>
    <message>
        <source>Nothing of this lead is known here yet.</source>
        <translation>Von diesem Lead ist hier noch nichts bekannt.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The activity could not be read.</source>
        <translation>Die Aktivität konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No activity yet.</source>
        <translation>Noch keine Aktivität.</translation>
    </message>
    <message>
        <source>Nothing of this kind.</source>
        <translation>Nichts dieser Art.</translation>
    </message>
    <message>
        <source>The activity of this lead needs the network: it was not opened here before.</source>
        <translation>Für die Aktivitäten dieses Leads braucht es das Netz: Er wurde hier noch nicht geöffnet.</translation>
    </message>
    <message>
        <source>Not in Close yet: it is made there when you are online.</source>
        <translation>Noch nicht in Close: wird dort angelegt, sobald Sie online sind.</translation>
    </message>
    <message>
        <source>Some of this waits until you are online.</source>
        <translation>Manches hier wartet, bis Sie online sind.</translation>
    </message>
    <message>
        <source>Some of this is not in Close yet.</source>
        <translation>Manches hier ist noch nicht in Close.</translation>
    </message>
    <message>
        <source>Not in Close yet.</source>
        <translation>Noch nicht in Close.</translation>
    </message>
</context>
<context>
    <name>Leadline::LineEditor</name>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Open in the browser (%1)</source>
        <translation>Im Browser öffnen (%1)</translation>
    </message>
    <message>
        <source>A day and a time</source>
        <translation>Tag und Uhrzeit</translation>
    </message>
</context>
<context>
    <name>Leadline::LocalCopyControl</name>
    <message>
        <source>The local copy could not be read. It is made anew from Close.</source>
        <translation>Die lokale Kopie ließ sich nicht lesen. Sie wird aus Close neu angelegt.</translation>
    </message>
    <message>
        <source>Without a keychain nothing is kept on this computer: the next start loads everything again.</source>
        <translation>Ohne Schlüsselbund wird auf diesem Rechner nichts aufbewahrt: Der nächste Start lädt alles neu.</translation>
    </message>
    <message>
        <source>The keychain did not give the key of the local copy, so that it stays closed: everything is loaded again, and kept for this session only.</source>
        <translation>Der Schlüsselbund hat den Schlüssel der lokalen Kopie nicht herausgegeben; sie bleibt zu. Alles wird neu geladen und nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>A newer version of Leadline wrote the local copy. This one leaves it alone and keeps nothing.</source>
        <translation>Die lokale Kopie stammt von einer neueren Version von Leadline. Diese hier lässt sie unberührt und bewahrt nichts auf.</translation>
    </message>
    <message>
        <source>Another window of Leadline has the local copy open. This one keeps nothing.</source>
        <translation>Ein anderes Fenster von Leadline hat die lokale Kopie geöffnet. Dieses hier bewahrt nichts auf.</translation>
    </message>
    <message>
        <source>The disk is full: nothing is kept on this computer until there is room.</source>
        <translation>Der Datenträger ist voll: Auf diesem Rechner wird nichts aufbewahrt, bis wieder Platz ist.</translation>
    </message>
    <message>
        <source>The local copy cannot be used: %1</source>
        <translation>Die lokale Kopie ist nicht benutzbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) or change(s) have not reached Close and would be lost.</source>
        <translation>
            <numerusform>%n Entwurf oder Änderung ist nicht bei Close angekommen und ginge verloren.</numerusform>
            <numerusform>%n Entwürfe oder Änderungen sind nicht bei Close angekommen und gingen verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this organization is on this computer any more, but the sign-in. The next start makes a new copy.</source>
        <translation>Von dieser Organisation ist auf diesem Rechner nur noch die Anmeldung. Der nächste Start legt eine neue Kopie an.</translation>
    </message>
</context>
<context>
    <name>Leadline::MainWindow</name>
    <message>
        <source>Leadline</source>
        <translation>Leadline</translation>
    </message>
</context>
<context>
    <name>Leadline::MergeDialog</name>
    <message>
        <source>Merge “%1”</source>
        <translation>„%1“ zusammenführen</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Zusammenführen mit</translation>
    </message>
    <message>
        <source>Choose the lead that stays.</source>
        <translation>Wählen Sie den Lead, der bleibt.</translation>
    </message>
    <message>
        <source>Everything of “%1” moves to “%2”: contacts (%3), opportunities (%4), tasks and all activity.</source>
        <translation>Alles von „%1“ geht zu „%2“: Kontakte (%3), Opportunitys (%4), Aufgaben und alle Aktivitäten.</translation>
    </message>
    <message>
        <source>“%2” keeps its own name, status and fields. “%1” is deleted. Close cannot take this back.</source>
        <translation>„%2“ behält Namen, Status und Felder. „%1“ wird gelöscht. Close kann das nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>The leads were not merged. %1</source>
        <translation>Die Leads wurden nicht zusammengeführt. %1</translation>
    </message>
    <message>
        <source>Merging needs the network: Close cannot take it back, so both leads have to be seen as they are.</source>
        <translation>Zum Zusammenführen braucht es das Netz: Close kann es nicht zurücknehmen, darum müssen beide Leads so zu sehen sein, wie sie sind.</translation>
    </message>
    <message>
        <source>Changes of these leads have not reached Close yet. Merge them when they have.</source>
        <translation>Änderungen an diesen Leads sind noch nicht in Close. Führen Sie sie zusammen, wenn sie dort sind.</translation>
    </message>
</context>
<context>
    <name>Leadline::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Leadline::MoneyParser</name>
    <message>
        <source>This amount can be read in two ways. Example: %1</source>
        <translation>Dieser Betrag ist auf zwei Arten lesbar. Beispiel: %1</translation>
    </message>
    <message>
        <source>Amounts here are in %1.</source>
        <translation>Beträge sind hier in %1.</translation>
    </message>
    <message>
        <source>Two decimal places at most.</source>
        <translation>Höchstens zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>This amount is too large.</source>
        <translation>Dieser Betrag ist zu groß.</translation>
    </message>
    <message>
        <source>An amount cannot be negative.</source>
        <translation>Ein Betrag kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>This is not an amount. Example: %1</source>
        <translation>Das ist kein Betrag. Beispiel: %1</translation>
    </message>
</context>
<context>
    <name>Leadline::NoteComposer</name>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>Save Note</source>
        <translation>Notiz speichern</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>Die Notiz ist leer.</translation>
    </message>
</context>
<context>
    <name>Leadline::OpportunityForm</name>
    <message>
        <source>New Opportunity</source>
        <translation>Neue Opportunity</translation>
    </message>
    <message>
        <source>Create Opportunity</source>
        <translation>Opportunity anlegen</translation>
    </message>
    <message>
        <source>Edit Opportunity</source>
        <translation>Opportunity bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Won date</source>
        <translation>Gewonnen am</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Abschluss geplant</translation>
    </message>
</context>
<context>
    <name>Leadline::OrganizationButton</name>
    <message>
        <source>Opens the organization menu</source>
        <translation>Öffnet das Menü der Organisation</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Leadline::OrganizationMenu</name>
    <message>
        <source>Organization menu</source>
        <translation>Organisationsmenü</translation>
    </message>
    <message>
        <source>Add Another Organization…</source>
        <translation>Weitere Organisation hinzufügen …</translation>
    </message>
    <message>
        <source>Leadline %1</source>
        <translation>Leadline %1</translation>
    </message>
    <message>
        <source>Color of %1</source>
        <translation>Farbe von %1</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Remove Local Data</source>
        <translation>Lokale Daten entfernen</translation>
    </message>
</context>
<context>
    <name>Leadline::Organizations</name>
    <message>
        <source>Its key is not in the keychain.</source>
        <translation>Der Schlüssel dazu liegt nicht im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 is ready.</source>
        <translation>%1 ist bereit.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1 could not be opened. %2</source>
        <translation>%1 konnte nicht geöffnet werden. %2</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Use Another Key…</source>
        <translation>Anderen Schlüssel verwenden …</translation>
    </message>
</context>
<context>
    <name>Leadline::OutboxList</name>
    <message>
        <source>Waiting changes</source>
        <translation>Wartende Änderungen</translation>
    </message>
</context>
<context>
    <name>Leadline::OutboxModel</name>
    <message>
        <source>New lead “%1”</source>
        <translation>Neuer Lead „%1“</translation>
    </message>
    <message>
        <source>New contact “%1”</source>
        <translation>Neuer Kontakt „%1“</translation>
    </message>
    <message>
        <source>New opportunity of “%1”</source>
        <translation>Neue Opportunity von „%1“</translation>
    </message>
    <message>
        <source>New task “%1”</source>
        <translation>Neue Aufgabe „%1“</translation>
    </message>
    <message>
        <source>Change the lead “%1”</source>
        <translation>Lead „%1“ ändern</translation>
    </message>
    <message>
        <source>Change the contact “%1”</source>
        <translation>Kontakt „%1“ ändern</translation>
    </message>
    <message>
        <source>Change the opportunity of “%1”</source>
        <translation>Opportunity von „%1“ ändern</translation>
    </message>
    <message>
        <source>Change the task “%1”</source>
        <translation>Aufgabe „%1“ ändern</translation>
    </message>
    <message>
        <source>Delete the lead “%1”</source>
        <translation>Lead „%1“ löschen</translation>
    </message>
    <message>
        <source>Delete the contact “%1”</source>
        <translation>Kontakt „%1“ löschen</translation>
    </message>
    <message>
        <source>Delete the opportunity of “%1”</source>
        <translation>Opportunity von „%1“ löschen</translation>
    </message>
    <message>
        <source>Delete the task “%1”</source>
        <translation>Aufgabe „%1“ löschen</translation>
    </message>
    <message>
        <source>Note about “%1”</source>
        <translation>Notiz zu „%1“</translation>
    </message>
    <message>
        <source>Call with “%1”</source>
        <translation>Anruf mit „%1“</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Somebody else changed the same, and you have not chosen yet.</source>
        <translation>Jemand anderes hat dasselbe geändert, und Sie haben noch nicht gewählt.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Close cannot restore what was deleted.</source>
        <translation>Close kann Gelöschtes nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waits for room on the disk</source>
        <translation>Wartet auf Platz auf dem Datenträger</translation>
    </message>
</context>
<context>
    <name>Leadline::OutboxPage</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Waiting changes</source>
        <translation>Wartende Änderungen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Close has everything that you wrote.</source>
        <translation>Close hat alles, was Sie geschrieben haben.</translation>
    </message>
    <message>
        <source>%1, kept in memory only</source>
        <translation>%1, nur im Arbeitsspeicher</translation>
    </message>
</context>
<context>
    <name>Leadline::OutboxPresenter</name>
    <message>
        <source>Everything that waited is in Close.</source>
        <translation>Alles, was gewartet hat, ist in Close.</translation>
    </message>
    <message>
        <source>The disk did not take what waits: it is kept in memory only until there is room.</source>
        <translation>Die Platte hat nicht angenommen, was wartet: Es bleibt nur im Arbeitsspeicher, bis Platz ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait</source>
        <translation>
            <numerusform>%n Änderung wartet</numerusform>
            <numerusform>%n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits behind a change that needs you (%1).</source>
        <translation>Wartet hinter einer Änderung, die Sie braucht (%1).</translation>
    </message>
    <message>
        <source>Waits until you are online (%1).</source>
        <translation>Wartet, bis Sie online sind (%1).</translation>
    </message>
    <message>
        <source>It is kept in memory only: quitting loses it.</source>
        <translation>Das liegt nur im Arbeitsspeicher: Beenden verliert es.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Not sent: %1. %2</source>
        <translation>Nicht gesendet: %1. %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>What cannot be sent without it goes too: %1.</source>
        <translation>Mit verworfen wird, was sich ohne sie nicht senden lässt: %1.</translation>
    </message>
    <message>
        <source>What you wrote is lost.</source>
        <translation>Was Sie geschrieben haben, geht verloren.</translation>
    </message>
    <message>
        <source>The record is shown as Close has it again.</source>
        <translation>Der Datensatz wird wieder so gezeigt, wie Close ihn hat.</translation>
    </message>
    <message>
        <source>Drop this change?</source>
        <translation>Diese Änderung verwerfen?</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Quit and lose what waits?</source>
        <translation>Beenden und verlieren, was wartet?</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not reached Close. They are kept in memory only, and end with the window.</source>
        <translation>
            <numerusform>%n Änderung hat Close nicht erreicht. Sie liegt nur im Arbeitsspeicher und endet mit dem Fenster.</numerusform>
            <numerusform>%n Änderungen haben Close nicht erreicht. Sie liegen nur im Arbeitsspeicher und enden mit dem Fenster.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit and Lose Them</source>
        <translation>Beenden und verlieren</translation>
    </message>
</context>
<context>
    <name>Leadline::PipelineBoard</name>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>erwartet %1</translation>
    </message>
    <message>
        <source>Of it %1. The sum is that of a year.</source>
        <translation>Davon %1. Die Summe gilt für ein Jahr.</translation>
    </message>
    <message>
        <source>Change value</source>
        <translation>Wert ändern</translation>
    </message>
    <message>
        <source>Change confidence</source>
        <translation>Chance ändern</translation>
    </message>
    <message>
        <source>Change owner</source>
        <translation>Zuständige ändern</translation>
    </message>
    <message>
        <source>Change expected close</source>
        <translation>Erwarteten Abschluss ändern</translation>
    </message>
</context>
<context>
    <name>Leadline::PipelineInline</name>
    <message>
        <source>For all %1 that are selected</source>
        <translation>Für alle %1 ausgewählten</translation>
    </message>
    <message>
        <source>%1 was not changed. You had typed: %2</source>
        <translation>%1 wurde nicht geändert. Eingegeben war: %2</translation>
    </message>
</context>
<context>
    <name>Leadline::PipelineList</name>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
</context>
<context>
    <name>Leadline::PipelineModel</name>
    <message>
        <source>No name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Other status</source>
        <translation>Anderer Status</translation>
    </message>
    <message>
        <source>closes %1</source>
        <translation>Abschluss %1</translation>
    </message>
    <message>
        <source>one-time %1</source>
        <translation>einmalig %1</translation>
    </message>
    <message>
        <source>monthly %1</source>
        <translation>monatlich %1</translation>
    </message>
    <message>
        <source>annual %1</source>
        <translation>jährlich %1</translation>
    </message>
    <message>
        <source>%1, %2, %3, expected %4</source>
        <translation>%1, %2, %3, erwartet %4</translation>
    </message>
    <message>
        <source>1 opportunity</source>
        <translation>1 Opportunity</translation>
    </message>
    <message>
        <source>%1 opportunities</source>
        <translation>%1 Opportunitys</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation>überfällig %1</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Ohne Wert</translation>
    </message>
    <message>
        <source>Of it %1. The sum is that of a year.</source>
        <translation>Davon %1. Die Summe gilt für ein Jahr.</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>Expected value</source>
        <translation>Erwarteter Wert</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>No next task</source>
        <translation>Keine nächste Aufgabe</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>stockt</translation>
    </message>
    <message>
        <source>Unknown owner</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Other lead status</source>
        <translation>Anderer Lead-Status</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) in stage</source>
        <translation>
            <numerusform>%n Tag in der Phase</numerusform>
            <numerusform>%n Tage in der Phase</numerusform>
        </translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>als Nächstes: %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>%1 · %2 d</source>
        <translation>%1 · %2 T</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, stalled</source>
        <translation>%1, stockt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>In stage</source>
        <translation>In Phase</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>Nächste Aufgabe</translation>
    </message>
    <message>
        <source>Lead status</source>
        <translation>Lead-Status</translation>
    </message>
    <message>
        <source>Week of close</source>
        <translation>Woche des Abschlusses</translation>
    </message>
    <message>
        <source>Month of close</source>
        <translation>Monat des Abschlusses</translation>
    </message>
    <message>
        <source>Quarter of close</source>
        <translation>Quartal des Abschlusses</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>No close date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Q%1 %2</source>
        <translation>%1. Quartal %2</translation>
    </message>
    <message numerus="yes">
        <source>%n in other currencies left out</source>
        <translation>
            <numerusform>%n in anderer Währung nicht mitgezählt</numerusform>
            <numerusform>%n in anderen Währungen nicht mitgezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>not in Close yet</source>
        <translation>noch nicht in Close</translation>
    </message>
    <message>
        <source>not deleted in Close yet</source>
        <translation>in Close noch nicht gelöscht</translation>
    </message>
</context>
<context>
    <name>Leadline::PipelineOptions</name>
    <message>
        <source>Columns are</source>
        <translation>Spalten sind</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Geräumig</translation>
    </message>
    <message>
        <source>Show on Cards</source>
        <translation>Auf Karten zeigen</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Days in stage</source>
        <translation>Tage in der Phase</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Erwarteter Abschluss</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>Nächste Aufgabe</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren …</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>Als PDF exportieren …</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
</context>
<context>
    <name>Leadline::PipelinePage</name>
    <message>
        <source>Sales pipeline</source>
        <translation>Vertriebspipeline</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>All pipelines</source>
        <translation>Alle Pipelines</translation>
    </message>
    <message>
        <source>Choose pipeline</source>
        <translation>Pipeline wählen</translation>
    </message>
    <message>
        <source>%1 pipeline</source>
        <translation>Pipeline %1</translation>
    </message>
    <message>
        <source>%1 active of %2</source>
        <translation>%1 aktiv von %2</translation>
    </message>
    <message>
        <source>%1, %2 selected</source>
        <translation>%1, %2 ausgewählt</translation>
    </message>
    <message>
        <source>No opportunities match.</source>
        <translation>Keine passenden Opportunitys.</translation>
    </message>
    <message>
        <source>Clear the search and the filters to see all.</source>
        <translation>Ohne Suche und Filter erscheinen alle.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Nothing loaded yet.</source>
        <translation>Noch nichts geladen.</translation>
    </message>
    <message>
        <source>The message above says why and what to do.</source>
        <translation>Die Meldung oben sagt, warum und was zu tun ist.</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Pipeline options</source>
        <translation>Optionen der Pipeline</translation>
    </message>
    <message>
        <source>Grouping, density, columns, export</source>
        <translation>Gruppierung, Dichte, Spalten, Export</translation>
    </message>
    <message>
        <source>Change Opportunity</source>
        <translation>Opportunity ändern</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Overdue and stalled deals, and what is missing</source>
        <translation>Was überfällig ist, was stockt und was fehlt</translation>
    </message>
    <message>
        <source>Review %1</source>
        <translation>Prüfen %1</translation>
    </message>
    <message>
        <source>When will it close?</source>
        <translation>Wann wird abgeschlossen?</translation>
    </message>
    <message>
        <source>What is it worth?</source>
        <translation>Wie hoch ist der Wert?</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>Als PDF exportieren</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 of %2 leads loaded</source>
        <translation>%1 von %2 Leads geladen</translation>
    </message>
    <message>
        <source>%1 of %2 loaded</source>
        <translation>%1 von %2 geladen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>Leadline::PipelinePdf</name>
    <message>
        <source>Opportunities</source>
        <translation>Opportunitys</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>All that are open</source>
        <translation>Alle offenen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Of it %1. The sum is that of a year.</source>
        <translation>Davon %1. Die Summe gilt für ein Jahr.</translation>
    </message>
</context>
<context>
    <name>Leadline::PipelineReport</name>
    <message>
        <source>Opportunities</source>
        <translation>Opportunitys</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>All that are open</source>
        <translation>Alle offenen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Value, one-time</source>
        <translation>Wert, einmalig</translation>
    </message>
    <message>
        <source>Value, monthly</source>
        <translation>Wert, monatlich</translation>
    </message>
    <message>
        <source>Value, annual</source>
        <translation>Wert, jährlich</translation>
    </message>
    <message>
        <source>Value over a year</source>
        <translation>Wert über ein Jahr</translation>
    </message>
    <message>
        <source>Expected, one-time</source>
        <translation>Erwartet, einmalig</translation>
    </message>
    <message>
        <source>Expected, monthly</source>
        <translation>Erwartet, monatlich</translation>
    </message>
    <message>
        <source>Expected, annual</source>
        <translation>Erwartet, jährlich</translation>
    </message>
    <message>
        <source>Expected over a year</source>
        <translation>Erwartet über ein Jahr</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
</context>
<context>
    <name>Leadline::PipelineStrip</name>
    <message>
        <source>Totals: %1</source>
        <translation>Summen: %1</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>annualised</source>
        <translation>pro Jahr</translation>
    </message>
    <message>
        <source>annualised value</source>
        <translation>Wert pro Jahr</translation>
    </message>
    <message>
        <source>annualised expected</source>
        <translation>erwartet pro Jahr</translation>
    </message>
    <message>
        <source>of it one-time</source>
        <translation>davon einmalig</translation>
    </message>
    <message>
        <source>of it monthly</source>
        <translation>davon monatlich</translation>
    </message>
    <message>
        <source>of it annual</source>
        <translation>davon jährlich</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
    <message>
        <source>With those won and lost: %1, %2, expected %3</source>
        <translation>Mit den gewonnenen und verlorenen: %1, %2, erwartet %3</translation>
    </message>
    <message>
        <source>Of it %1. The sum is that of a year.</source>
        <translation>Davon %1. Die Summe gilt für ein Jahr.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Leadline::RecordDialog</name>
    <message>
        <source>No connection to Close. What you typed is still here.</source>
        <translation>Keine Verbindung zu Close. Die Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>Close did not answer in time. What you typed is still here.</source>
        <translation>Close hat nicht rechtzeitig geantwortet. Die Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>The connection to Close is not trusted, so nothing was sent.</source>
        <translation>Der Verbindung zu Close ist nicht zu trauen, deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Close no longer accepts this key. Sign in again; what you typed stays here.</source>
        <translation>Close nimmt diesen Schlüssel nicht mehr an. Bitte neu anmelden; die Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>Your organization&apos;s plan does not include this.</source>
        <translation>Der Tarif der Organisation enthält das nicht.</translation>
    </message>
    <message>
        <source>You are not allowed to save this.</source>
        <translation>Zum Speichern fehlt die Berechtigung.</translation>
    </message>
    <message>
        <source>Close no longer has this record. Somebody may have deleted or merged it.</source>
        <translation>Close hat diesen Eintrag nicht mehr. Vielleicht wurde er gelöscht oder zusammengeführt.</translation>
    </message>
    <message>
        <source>Close asks for a pause. Try again in a moment.</source>
        <translation>Close bittet um eine Pause. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close has a fault just now. What you typed is still here.</source>
        <translation>Close hat gerade eine Störung. Die Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>Close gave an answer that cannot be read. What you typed is still here.</source>
        <translation>Die Antwort von Close ist nicht lesbar. Die Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>The save was given up. What you typed is still here.</source>
        <translation>Das Speichern wurde abgebrochen. Die Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>Close did not take this.</source>
        <translation>Close hat das nicht angenommen.</translation>
    </message>
    <message>
        <source>This run is read-only: nothing can be saved.</source>
        <translation>Nur-Lese-Modus: Es kann nichts gespeichert werden.</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Send Again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Close has it: “%1” was created.</source>
        <translation>Close hat es: „%1“ wurde angelegt.</translation>
    </message>
    <message>
        <source>Open It</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Close may have received this. Leadline looks for it there before anything is sent again.</source>
        <translation>Close hat dies vielleicht erhalten. Leadline sucht dort danach, bevor noch einmal etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Close does not show it after a minute, so it did probably not arrive.</source>
        <translation>Close zeigt es nach einer Minute nicht; es ist also wohl nicht angekommen.</translation>
    </message>
    <message>
        <source>Close cannot be reached, so nobody can tell whether it arrived.</source>
        <translation>Close ist nicht erreichbar; ob es angekommen ist, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>%1 saves and stays, %2 saves and begins another</source>
        <translation>%1 speichert und bleibt, %2 speichert und beginnt das nächste</translation>
    </message>
    <message>
        <source>Without a keychain drafts end with the program.</source>
        <translation>Ohne Schlüsselbund enden Entwürfe mit dem Programm.</translation>
    </message>
    <message>
        <source>Drafts end with the program.</source>
        <translation>Entwürfe enden mit dem Programm.</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Entwurf gesichert</translation>
    </message>
    <message>
        <source>The draft could not be written to the disk.</source>
        <translation>Der Entwurf konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>An unfinished form from %1 is kept.</source>
        <translation>Ein unfertiges Formular von %1 ist aufbewahrt.</translation>
    </message>
    <message>
        <source>Unsaved changes from %1 are kept.</source>
        <translation>Nicht gespeicherte Änderungen von %1 sind aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished form(s) are kept, the last from %1.</source>
        <translation>
            <numerusform>%n unfertiges Formular ist aufbewahrt, das letzte von %1.</numerusform>
            <numerusform>%n unfertige Formulare sind aufbewahrt, das letzte von %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start Anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Close has no field any more for what you typed there: %1</source>
        <translation>In Close gibt es kein Feld mehr für diese Eingabe: %1</translation>
    </message>
    <message>
        <source>Keep what you typed as a draft?</source>
        <translation>Eingaben als Entwurf behalten?</translation>
    </message>
    <message>
        <source>Keep what you typed until the program ends?</source>
        <translation>Eingaben behalten, bis das Programm endet?</translation>
    </message>
    <message>
        <source>Keep Draft</source>
        <translation>Entwurf behalten</translation>
    </message>
    <message>
        <source>Go On Editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Waits until you are online</source>
        <translation>Wartet, bis Sie online sind</translation>
    </message>
    <message>
        <source>Save When Online</source>
        <translation>Speichern, sobald online</translation>
    </message>
    <message>
        <source>Not in Close yet</source>
        <translation>Noch nicht in Close</translation>
    </message>
</context>
<context>
    <name>Leadline::RecordForm</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Shown only: this is edited in Close.</source>
        <translation>Nur Anzeige: Bearbeitet wird das in Close.</translation>
    </message>
    <message>
        <source>Your role may not edit this.</source>
        <translation>Diese Rolle darf das nicht bearbeiten.</translation>
    </message>
    <message>
        <source>This cannot be changed.</source>
        <translation>Das lässt sich nicht ändern.</translation>
    </message>
</context>
<context>
    <name>Leadline::RecordListPage</name>
    <message>
        <source>leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>opportunities</source>
        <translation>Opportunitys</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Opportunitys</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Lead: %1</source>
        <translation>Lead: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 leads</source>
        <translation>%1 Leads</translation>
    </message>
    <message>
        <source>%1 contacts</source>
        <translation>%1 Kontakte</translation>
    </message>
    <message>
        <source>%1 opportunities</source>
        <translation>%1 Opportunitys</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 Aufgaben</translation>
    </message>
    <message>
        <source>%1, %2 selected</source>
        <translation>%1, %2 ausgewählt</translation>
    </message>
    <message>
        <source>No %1 match.</source>
        <translation>Keine passenden %1.</translation>
    </message>
    <message>
        <source>Clear the search and the filters to see all.</source>
        <translation>Ohne Suche und Filter erscheinen alle.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Nothing loaded yet.</source>
        <translation>Noch nichts geladen.</translation>
    </message>
    <message>
        <source>The message above says why and what to do.</source>
        <translation>Die Meldung oben sagt, warum und was zu tun ist.</translation>
    </message>
    <message>
        <source>No leads yet.</source>
        <translation>Noch keine Leads.</translation>
    </message>
    <message>
        <source>The first one is a company you want to sell to.</source>
        <translation>Der erste ist eine Firma, die Kunde werden soll.</translation>
    </message>
    <message>
        <source>New Lead</source>
        <translation>Neuer Lead</translation>
    </message>
    <message>
        <source>No %1 yet.</source>
        <translation>Noch keine %1.</translation>
    </message>
    <message>
        <source>Search leads. Enter asks Close</source>
        <translation>Leads suchen. Eingabetaste fragt Close</translation>
    </message>
    <message>
        <source>Search contacts. Enter asks Close</source>
        <translation>Kontakte suchen. Eingabetaste fragt Close</translation>
    </message>
    <message>
        <source>Search opportunities. Enter asks Close</source>
        <translation>Opportunitys suchen. Eingabetaste fragt Close</translation>
    </message>
    <message>
        <source>Search tasks. Enter asks Close</source>
        <translation>Aufgaben suchen. Eingabetaste fragt Close</translation>
    </message>
</context>
<context>
    <name>Leadline::RecordTableModel</name>
    <message>
        <source>Not in Close yet</source>
        <translation>Noch nicht in Close</translation>
    </message>
    <message>
        <source>Not deleted in Close yet</source>
        <translation>In Close noch nicht gelöscht</translation>
    </message>
</context>
<context>
    <name>Leadline::RecordWriter</name>
    <message>
        <source>it was changed elsewhere meanwhile</source>
        <translation>es wurde inzwischen anderswo geändert</translation>
    </message>
</context>
<context>
    <name>Leadline::ReportRun</name>
    <message>
        <source>no key is known here; sign in once, or set CLOSE_API_KEY</source>
        <translation>hier ist kein Schlüssel bekannt; einmal anmelden oder CLOSE_API_KEY setzen</translation>
    </message>
    <message>
        <source>not all could be loaded: %1</source>
        <translation>nicht alles konnte geladen werden: %1</translation>
    </message>
</context>
<context>
    <name>Leadline::ReviewList</name>
    <message>
        <source>To look at</source>
        <translation>Zu prüfen</translation>
    </message>
</context>
<context>
    <name>Leadline::ReviewModel</name>
    <message>
        <source>Expected close has passed</source>
        <translation>Erwarteter Abschluss ist vorbei</translation>
    </message>
    <message>
        <source>Nothing has changed for a month</source>
        <translation>Seit einem Monat unverändert</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Kein Wert</translation>
    </message>
    <message>
        <source>A value, but no confidence</source>
        <translation>Ein Wert, aber keine Chance</translation>
    </message>
    <message>
        <source>No next task</source>
        <translation>Keine nächste Aufgabe</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Erwarteter Abschluss</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
</context>
<context>
    <name>Leadline::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Search Close</source>
        <translation>In Close suchen</translation>
    </message>
    <message>
        <source>Search Close (Enter)</source>
        <translation>In Close suchen (Enter)</translation>
    </message>
</context>
<context>
    <name>Leadline::SearchController</name>
    <message>
        <source>From Close: %1</source>
        <translation>Aus Close: %1</translation>
    </message>
    <message>
        <source>Smart View: %1</source>
        <translation>Smart View: %1</translation>
    </message>
    <message>
        <source>Close found %1 leads; the first %2 are shown.</source>
        <translation>Close hat %1 Leads gefunden; die ersten %2 werden angezeigt.</translation>
    </message>
</context>
<context>
    <name>Leadline::Sidebar</name>
    <message>
        <source>Sections</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>SMART VIEWS</source>
        <translation>SMART VIEWS</translation>
    </message>
    <message>
        <source>Smart Views</source>
        <translation>Smart Views</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Opportunitys</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
</context>
<context>
    <name>Leadline::SignInController</name>
    <message>
        <source>This file cannot be read: %1</source>
        <translation>Diese Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>This file is too large for a .env file.</source>
        <translation>Diese Datei ist zu groß für eine .env-Datei.</translation>
    </message>
    <message>
        <source>Open that page</source>
        <translation>Diese Seite öffnen</translation>
    </message>
    <message>
        <source>Close does not know this key. Keys are made in Close under Settings, Developer, API Keys.</source>
        <translation>Close kennt diesen Schlüssel nicht. Schlüssel werden in Close unter Settings, Developer, API Keys erstellt.</translation>
    </message>
    <message>
        <source>Close knows this key but does not let it in. Ask an administrator of your organization, or make another key under Settings, Developer, API Keys.</source>
        <translation>Close kennt diesen Schlüssel, lässt ihn aber nicht zu. Ein Administrator der Organisation kann helfen, oder ein neuer Schlüssel unter Settings, Developer, API Keys.</translation>
    </message>
    <message>
        <source>Close cannot be reached. Check the network and try again.</source>
        <translation>Close ist nicht erreichbar. Bitte das Netzwerk prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The connection to Close is not trusted: its certificate was not accepted. A proxy or a wrong clock on this computer can be the reason.</source>
        <translation>Der Verbindung zu Close ist nicht zu trauen: Ihr Zertifikat wurde nicht angenommen. Ein Proxy oder eine falsch gehende Uhr kann der Grund sein.</translation>
    </message>
    <message>
        <source>Close does not answer right now. Try again in a minute.</source>
        <translation>Close antwortet gerade nicht. In einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The key is right, but this desktop has no keychain to keep it in. Install one (GNOME Keyring, KWallet, KeePassXC), or keep the key for this session only.</source>
        <translation>Der Schlüssel stimmt, aber hier gibt es keinen Schlüsselbund dafür. Bitte einen installieren (GNOME-Schlüsselbund, KWallet, KeePassXC) oder den Schlüssel nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>The key is right, but the keychain is locked or refused it. Unlock it and try again, or keep the key for this session only.</source>
        <translation>Der Schlüssel stimmt, aber der Schlüsselbund ist gesperrt oder hat ihn abgelehnt. Bitte entsperren und noch einmal versuchen, oder den Schlüssel nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the key in it cannot be read. Unlock it and start again, or type the key.</source>
        <translation>Der Schlüsselbund ist gesperrt, der Schlüssel darin nicht lesbar. Bitte entsperren und neu starten, oder den Schlüssel eingeben.</translation>
    </message>
    <message>
        <source>The key is right, but the keychain did not take it: %1</source>
        <translation>Der Schlüssel stimmt, aber der Schlüsselbund hat ihn nicht angenommen: %1</translation>
    </message>
    <message>
        <source>This answer is not one of Close&apos;s. Check the address the program was started with. (%1)</source>
        <translation>Diese Antwort kommt nicht von Close. Bitte die Adresse prüfen, mit der das Programm gestartet wurde. (%1)</translation>
    </message>
</context>
<context>
    <name>Leadline::SignInPage</name>
    <message>
        <source>Sign in to Close</source>
        <translation>Bei Close anmelden</translation>
    </message>
    <message>
        <source>Leadline talks to Close with your API key and keeps it in this computer&apos;s keychain, nowhere else.</source>
        <translation>Leadline spricht mit Close über einen API-Schlüssel und bewahrt ihn nur im Schlüsselbund dieses Rechners auf.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Keep the key for this session only</source>
        <translation>Schlüssel nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Verify and Sign In</source>
        <translation>Prüfen und anmelden</translation>
    </message>
    <message>
        <source>Try the Demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Have a .env file?</source>
        <translation>Eine .env-Datei zur Hand?</translation>
    </message>
    <message>
        <source>Import from .env…</source>
        <translation>Aus .env importieren …</translation>
    </message>
    <message>
        <source>Enter your API key first. Keys are made in Close under Settings, Developer, API Keys.</source>
        <translation>Bitte zuerst den API-Schlüssel eingeben. Schlüssel werden in Close unter Settings, Developer, API Keys erstellt.</translation>
    </message>
    <message>
        <source>Open that page</source>
        <translation>Diese Seite öffnen</translation>
    </message>
    <message>
        <source>Import from .env</source>
        <translation>Aus .env importieren</translation>
    </message>
    <message>
        <source>Hello %1. Opening %2…</source>
        <translation>Hallo %1. %2 wird geöffnet …</translation>
    </message>
    <message>
        <source>Keys are made in Close under Settings, Developer, API Keys.</source>
        <translation>Schlüssel werden in Close unter Settings, Developer, API Keys erstellt.</translation>
    </message>
    <message>
        <source>Signed in on this computer:</source>
        <translation>Auf diesem Rechner angemeldet:</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>Leadline::SkeletonRows</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>Leadline::StatusButton</name>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Change the status</source>
        <translation>Status ändern</translation>
    </message>
</context>
<context>
    <name>Leadline::StatusMenu</name>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 ist jetzt %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are now %1.</source>
        <translation>
            <numerusform>%n Eintrag ist jetzt %1.</numerusform>
            <numerusform>%n Einträge sind jetzt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>Leadline::StatusPresenter</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>Nicht aktuell</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>Abgleich: %1</translation>
    </message>
    <message>
        <source>%1 leads</source>
        <translation>%1 Leads</translation>
    </message>
    <message>
        <source>%1 contacts</source>
        <translation>%1 Kontakte</translation>
    </message>
    <message>
        <source>%1 opportunities</source>
        <translation>%1 Opportunitys</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 Aufgaben</translation>
    </message>
    <message>
        <source>API budget %1 %</source>
        <translation>API-Budget %1 %</translation>
    </message>
    <message>
        <source>%1 of %2 leads</source>
        <translation>%1 von %2 Leads</translation>
    </message>
    <message>
        <source>%1, %2/s</source>
        <translation>%1, %2/s</translation>
    </message>
    <message numerus="yes">
        <source>%1, about %n s left</source>
        <translation>
            <numerusform>%1, noch etwa %n s</numerusform>
            <numerusform>%1, noch etwa %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, about %n min left</source>
        <translation>
            <numerusform>%1, noch etwa %n min</numerusform>
            <numerusform>%1, noch etwa %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Shown as of %1</source>
        <translation>Stand %1</translation>
    </message>
</context>
<context>
    <name>Leadline::StatusStrip</name>
    <message>
        <source>What you typed and Close does not have</source>
        <translation>Was Sie getippt haben und Close noch nicht hat</translation>
    </message>
</context>
<context>
    <name>Leadline::TableExporter</name>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben …</translation>
    </message>
</context>
<context>
    <name>Leadline::TableView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Sort by %1, ascending</source>
        <translation>Nach %1 aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort by %1, descending</source>
        <translation>Nach %1 absteigend sortieren</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren …</translation>
    </message>
</context>
<context>
    <name>Leadline::TaskComposer</name>
    <message>
        <source>New task</source>
        <translation>Neue Aufgabe</translation>
    </message>
    <message>
        <source>Add Task</source>
        <translation>Aufgabe anlegen</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Change task</source>
        <translation>Aufgabe ändern</translation>
    </message>
    <message>
        <source>Save Task</source>
        <translation>Aufgabe speichern</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>Schreiben Sie, was zu tun ist.</translation>
    </message>
</context>
<context>
    <name>Leadline::TaskRow</name>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
</context>
<context>
    <name>Leadline::TextBlock</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Leadline::Toolbar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>New Opportunity</source>
        <translation>Neue Opportunity</translation>
    </message>
    <message>
        <source>New Lead</source>
        <translation>Neuer Lead</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
</context>
<context>
    <name>Leadline::TotalsCheck</name>
    <message>
        <source>%1 here, %2 in Close</source>
        <translation>Hier %1, in Close %2</translation>
    </message>
    <message>
        <source>value %1 here, %2 in Close</source>
        <translation>Wert hier %1, in Close %2</translation>
    </message>
    <message>
        <source>expected %1 here, %2 in Close</source>
        <translation>Erwartet hier %1, in Close %2</translation>
    </message>
</context>
<context>
    <name>Leadline::Tour</name>
    <message>
        <source>%1: the page did not appear</source>
        <translation>%1: Die Seite ist nicht erschienen</translation>
    </message>
    <message>
        <source>%1: the folder could not be made</source>
        <translation>%1: Der Ordner konnte nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1: there was nothing to picture</source>
        <translation>%1: Es gab nichts abzubilden</translation>
    </message>
    <message>
        <source>%1: the picture could not be written</source>
        <translation>%1: Das Bild konnte nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>Leadline::Transfer</name>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The answer is too large.</source>
        <translation>Die Antwort ist zu groß.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ist abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Leadline::UndoController</name>
    <message>
        <source>The opportunity of “%1”</source>
        <translation>Die Opportunity von „%1“</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>You are not allowed to delete leads.</source>
        <translation>Sie dürfen keine Leads löschen.</translation>
    </message>
    <message>
        <source>%1: undone.</source>
        <translation>%1: rückgängig gemacht.</translation>
    </message>
    <message>
        <source>%1: not undone. %2</source>
        <translation>%1: nicht rückgängig gemacht. %2</translation>
    </message>
    <message>
        <source>%1 was created.</source>
        <translation>%1 wurde angelegt.</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Leadline::ValuesDialog</name>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>Leadline::Workspace</name>
    <message>
        <source>Read-only: Leadline changes nothing in Close in this run.</source>
        <translation>Nur-Lese-Modus: Leadline ändert in diesem Lauf nichts in Close.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Filter the pipeline</source>
        <translation>Pipeline filtern</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Merged into “%1”.</source>
        <translation>Mit „%1“ zusammengeführt.</translation>
    </message>
    <message>
        <source>Filter the changes</source>
        <translation>Änderungen filtern</translation>
    </message>
    <message>
        <source>Merge with “%1”…</source>
        <translation>Mit „%1“ zusammenführen…</translation>
    </message>
</context>
<context>
    <name>OrganizationColor</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>RecordMenuText</name>
    <message>
        <source>Open in Close</source>
        <translation>In Close öffnen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy email address</source>
        <translation>E-Mail-Adresse kopieren</translation>
    </message>
    <message>
        <source>Write email</source>
        <translation>E-Mail schreiben</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 anrufen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Change status…</source>
        <translation>Status ändern …</translation>
    </message>
    <message>
        <source>New Opportunity…</source>
        <translation>Neue Opportunity …</translation>
    </message>
    <message>
        <source>Only this lead</source>
        <translation>Nur dieser Lead</translation>
    </message>
    <message>
        <source>Its contacts</source>
        <translation>Seine Kontakte</translation>
    </message>
    <message>
        <source>Its opportunities</source>
        <translation>Seine Opportunitys</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>To be done again</source>
        <translation>Wieder offen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Reschedule…</source>
        <translation>Verschieben…</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>Anruf festhalten</translation>
    </message>
    <message>
        <source>Add task</source>
        <translation>Aufgabe hinzufügen</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenführen mit…</translation>
    </message>
    <message>
        <source>Change owner, value, close…</source>
        <translation>Zuständige, Wert, Abschluss ändern …</translation>
    </message>
    <message>
        <source>New Contact…</source>
        <translation>Neuer Kontakt …</translation>
    </message>
    <message numerus="yes">
        <source>Export %n row(s) as CSV…</source>
        <translation>
            <numerusform>%n Zeile als CSV exportieren …</numerusform>
            <numerusform>%n Zeilen als CSV exportieren …</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the table as CSV…</source>
        <translation>Tabelle als CSV exportieren …</translation>
    </message>
</context>
</TS>

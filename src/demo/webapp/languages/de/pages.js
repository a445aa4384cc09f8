/** The texts of the pages themselves. */
export const pages = {
  // index.html
  'Fire an event on the server. Every browser allowed to see it gets it.':
    'Ein Event auf dem Server auslösen – und jeder Browser, der es sehen darf, empfängt es.',
  'Channels over Server-Sent Events for Jakarta EE, with a client that comes back after a lost connection and misses nothing. These pages run on the server that you have just started.':
    'Channels über Server-Sent Events für Jakarta EE, mit einem Client, der nach einer Unterbrechung wiederkommt und nichts verpasst. Diese Seiten laufen auf dem Server, der gerade gestartet wurde.',
  'Cut the connection, miss nothing': 'Verbindung trennen, nichts verpassen',
  'Cut my connection': 'Verbindung trennen',
  'The server numbers what it sends, one event a second. Cut the connection, wait a few seconds, and connect again: what was sent without you is replayed, in its order. Or stop the whole server.':
    'Der Server nummeriert, was er sendet: ein Event pro Sekunde. Die Verbindung trennen, einige Sekunden warten und wieder verbinden: Was inzwischen gesendet wurde, kommt nach, in der richtigen Reihenfolge. Oder gleich den ganzen Server anhalten.',
  'The latest events': 'Die neuesten Events',
  Legend: 'Legende',
  'came at once': 'sofort angekommen',
  'sent without you': 'inzwischen gesendet',
  replayed: 'nachgeliefert',
  'Sent by the server': 'Vom Server gesendet',
  Here: 'Angekommen',
  'Not here': 'Nicht angekommen',
  'Here twice': 'Doppelt angekommen',
  'How this is made': 'Der Code dazu',
  'On the server, in Java': 'Auf dem Server, in Java',
  'In the page': 'In der Seite',
  'All of it: {0}, {1}, {2}, and {3}. {4} says what is kept, and for how long.':
    'Vollständig: {0}, {1}, {2} und {3}. Was aufbewahrt wird und wie lange, steht in {4}.',
  'the Java': 'der Java-Teil',
  'Resume and history': '„Resume and history“',
  Examples: 'Beispiele',
  Chat: 'Chat',
  'Rooms for signed-in users: who types, who is here, and no message twice.':
    'Räume für angemeldete Benutzer: wer tippt, wer da ist, und keine Nachricht doppelt.',
  Dashboard: 'Dashboard',
  'This server’s load, all tabs on one connection, and a reader that stops reading.':
    'Die Last dieses Servers, alle Tabs über eine Verbindung und ein Leser, der nicht mehr liest.',
  Upload: 'Upload',
  'Progress as the server sees it, on a channel of that upload alone.':
    'Der Fortschritt, wie ihn der Server sieht, auf einem eigenen Channel für jeden Upload.',
  Report: 'Bericht',
  'A long job in two ways: it stops with its reader, or outlives a reload.':
    'Ein langer Job auf zwei Arten: Er endet mit seinem Leser, oder er überlebt ein Neuladen.',
  Access: 'Zugriff',
  'Who may subscribe to what: granted, refused, revoked, expired.':
    'Wer was abonnieren darf: gewährt, verweigert, entzogen, abgelaufen.',
  Playground: 'Playground',
  'Any channel, any event, every frame on the wire, and a plug to pull.':
    'Beliebige Channels und Events, jeder Frame der Leitung und ein Stecker zum Ziehen.',
  Announcements: 'Ankündigungen',
  Announcement: 'Ankündigung',
  Announce: 'Ankündigen',
  'Nothing announced since you are here.': 'Seit dem Öffnen der Seite wurde nichts angekündigt.',
  'Without a browser': 'Ohne Browser',
  'Listen in one terminal, send in another, and see it here too. Users are reader, premium and admin; the password is the name.':
    'In einem Terminal zuhören, in einem anderen senden – und auch hier ist es zu sehen. Benutzer sind reader, premium und admin; das Passwort ist der Name.',
  'Where to go from here': 'Wie es weitergeht',
  '{0}: the same in an application of your own': '{0}: das Gleiche in einer eigenen Anwendung',
  'Five minutes': '„Five minutes“',
  '{0} and {1}': '{0} und {1}',
  Documentation: 'Dokumentation',
  'the source of these pages': 'Quelltext dieser Seiten',
  'On two nodes, one of them to be killed: {0}; a page then goes on with the other node, and misses nothing':
    'Auf zwei Knoten, von denen einer ausfallen darf: {0}; eine Seite läuft dann mit dem anderen Knoten weiter und verpasst nichts',

  // on several pages
  'How this page is made': 'Der Code dieser Seite',
  'All of it: {0}, {1}, and {2}. {3} says more.':
    'Vollständig: {0}, {1} und {2}. Mehr dazu steht in {3}.',
  'All of it: {0}, {1}, {2}, and {3}. {4} says more.':
    'Vollständig: {0}, {1}, {2} und {3}. Mehr dazu steht in {4}.',

  // chat.html
  'Chat · Heliograph': 'Chat · Heliograph',
  'Rooms as channels, for signed-in users only. Open a second window and sign in there as somebody else.':
    'Räume als Channels, nur für angemeldete Benutzer. Am besten ein zweites Fenster öffnen und sich dort als jemand anderes anmelden.',
  Broadcasting: '„Broadcasting“',
  Rooms: 'Räume',
  'Who is here': 'Wer da ist',
  Messages: 'Nachrichten',
  'Nothing has been said here yet.': 'Hier wurde noch nichts geschrieben.',
  Message: 'Nachricht',
  'Say something…': 'Etwas schreiben …',
  Send: 'Senden',

  // dashboard.html
  'Dashboard · Heliograph': 'Dashboard · Heliograph',
  'The load of this very server, once a second on channel {0}. All tabs with this page share one connection. A page that was closed counts as a connection until a write to it fails, two or three heartbeats later at most.':
    'Die Last dieses Servers, jede Sekunde auf dem Channel {0}. Alle Tabs mit dieser Seite teilen sich eine Verbindung. Eine geschlossene Seite zählt als Verbindung, bis das Schreiben an sie fehlschlägt, also höchstens noch zwei oder drei Heartbeats lang.',
  'Send 500 events': '500 Events senden',
  'A delivery is an event that was written to a stream: an event that ten streams get is ten deliveries. The load itself is not among the events, but it is delivered.':
    'Eine Auslieferung ist ein Event, das in einen Stream geschrieben wurde: Ein Event, das zehn Streams bekommen, sind zehn Auslieferungen. Die Last selbst zählt nicht zu den Events, wird aber ausgeliefert.',
  'A reader that stops reading': 'Ein Leser, der nicht mehr liest',
  'What happens to it {0}': 'Was mit ihm geschieht {0}',
  'gap: it is told how much it missed': 'gap: Er erfährt, wie viel er verpasst hat',
  'latest: it gets the newest only': 'latest: Er bekommt nur das Neueste',
  'disconnect: it comes back, and resumes': 'disconnect: Er kommt wieder und setzt fort',
  'Stop reading': 'Nicht mehr lesen',
  'Read on': 'Weiterlesen',
  'Two streams of the same channel; one of them stops reading, and the server sends until the sockets between are full and more than 4 MB wait for that one. No more is kept for it, and nobody waits: look at the heap.':
    'Zwei Streams desselben Channels: Einer liest nicht mehr, und der Server sendet, bis die Sockets dazwischen voll sind und mehr als 4 MB auf diesen einen warten. Mehr wird für ihn nicht aufbewahrt, und niemand sonst wartet: Der Heap zeigt es.',
  Reads: 'Liest',
  'Received by the one that reads': 'Empfangen von dem, der liest',
  '{0} events': '{0} Events',
  'Does not read': 'Liest nicht',
  'Received by the one that does not': 'Empfangen von dem, der nicht liest',
  '{0} events, {1} behind': '{0} Events, {1} im Rückstand',
  'What happens to it': 'Was mit ihm geschieht',
  'Slow clients': '„Slow clients“',

  // upload.html
  'Upload · Heliograph': 'Upload · Heliograph',
  'The bar shows what the server has read, not what the browser has sent: each upload has a channel of its own, with an id that nobody can guess. Nothing is kept.':
    'Der Balken zeigt, was der Server gelesen hat, nicht, was der Browser gesendet hat: Jeder Upload hat einen eigenen Channel mit einer ID, die niemand erraten kann. Nichts wird gespeichert.',
  'Choose files': 'Dateien auswählen',
  'or drop them here, up to 256 MB each': 'oder hierher ziehen, jeweils bis zu 256 MB',
  'Speed of reading {0}': 'Lesegeschwindigkeit {0}',
  '2 MB/s, to see it move': '2 MB/s, damit man etwas sieht',
  '10 MB/s': '10 MB/s',
  'as fast as it comes': 'so schnell es geht',
  'Send a sample of 8 MB': 'Beispieldatei (8 MB) senden',
  'if no large file is at hand: it is made here, of zeros':
    'falls keine große Datei zur Hand ist: Sie entsteht hier, aus lauter Nullen',
  Uploads: 'Uploads',
  'A long job with progress': '„A long job with progress“',

  // report.html
  'Report · Heliograph': 'Bericht · Heliograph',
  'One long job in two ways. Start both, then reload: one stops, the other goes on.':
    'Ein langer Job auf zwei Arten. Beide starten, dann die Seite neu laden: Der eine endet, der andere läuft weiter.',
  'The job': 'Der Job',
  'Pages {0}': 'Seiten {0}',
  'Time for each, ms {0}': 'Zeit je Seite, ms {0}',
  'As the answer to a POST': 'Als Antwort auf einen POST',
  'The job belongs to this request. Stop it, close or leave the page: the job stops too.':
    'Der Job gehört zu dieser Anfrage. Wird sie gestoppt oder die Seite geschlossen oder verlassen, endet auch der Job.',
  'Not started yet.': 'Noch nicht gestartet.',
  Start: 'Starten',
  Stop: 'Stoppen',
  'On a channel': 'Auf einem Channel',
  'The job belongs to the server. Reload: it goes on, until nobody has listened for a minute.':
    'Der Job gehört dem Server. Auch nach dem Neuladen läuft er weiter, bis eine Minute lang niemand zugehört hat.',
  Cancel: 'Abbrechen',
  'The server’s latest jobs': 'Die neuesten Jobs des Servers',
  'None since the server was started.': 'Noch keine, seit der Server gestartet wurde.',
  'A sample each second': 'Jede Sekunde ein Messwert',
  Heap: 'Heap',
  Threads: 'Threads',
  'Open streams': 'Offene Streams',
  'A million rows': 'Eine Million Zeilen',
  'Made one by one as they are read. Stop the terminal with Ctrl-S: the server waits, and holds none of them; Ctrl-Q goes on.':
    'Sie entstehen einzeln, erst wenn sie gelesen werden. Strg-S hält das Terminal an: Der Server wartet und hält keine von ihnen vor; mit Strg-Q geht es weiter.',
  'Streams of your own': '„Streams of your own“',

  // access.html
  'Access · Heliograph': 'Zugriff · Heliograph',
  'Who may subscribe to what. Each column is a stream of its own, opened as that user, and each cell what the server has decided on it. What nobody has declared does not exist.':
    'Wer was abonnieren darf. Jede Spalte ist ein eigener Stream, als dieser Benutzer geöffnet, und jede Zelle das, was der Server dort entschieden hat. Was niemand deklariert hat, gibt es nicht.',
  'Users and channels': 'Benutzer und Channels',
  Grants: 'Zugriffsrechte',
  Channel: 'Channel',
  'Press {0} to revoke it, which takes an admin; press anything else to have it asked for again. Grants of {1} end by themselves after 10 seconds. While nobody looks at the page, the streams of the three users are closed.':
    'Ein Klick auf {0} entzieht den Zugriff, was nur ein Admin darf; ein Klick auf alles andere fragt erneut an. Der Zugriff auf {1} läuft nach 10 Sekunden von selbst ab. Solange niemand die Seite ansieht, sind die Streams der drei Benutzer geschlossen.',
  granted: 'gewährt',
  Security: '„Security“',

  // playground.html
  'Playground · Heliograph': 'Playground · Heliograph',
  'Subscribe to any channel, send to it, cut the connection, and see what goes over the wire.':
    'Beliebige Channels abonnieren, an sie senden, die Verbindung trennen und sehen, was über die Leitung geht.',
  Connection: 'Verbindung',
  Connect: 'Verbinden',
  Disconnect: 'Trennen',
  Reconnect: 'Erneuern',
  Channels: 'Channels',
  'Subscribed channels': 'Abonnierte Channels',
  'Channel to subscribe': 'Zu abonnierender Channel',
  'e.g. public/weather': 'z. B. public/weather',
  Subscribe: 'Abonnieren',
  'To channel {0}': 'An Channel {0}',
  'Event {0}': 'Event {0}',
  none: 'keines',
  'Payload, JSON {0}': 'Nutzdaten, JSON {0}',
  '{0} to all but this page': '{0} an alle außer dieser Seite',
  Events: 'Events',
  Clear: 'Leeren',
  'Nothing yet.': 'Noch nichts.',
  'On the wire': 'Auf der Leitung',
  'The same with curl': 'Das Gleiche mit curl',
  'The wire protocol': '„The wire protocol“',

  // 404.html
  'Not found · Heliograph': 'Nicht gefunden · Heliograph',
  'There is no such page': 'Diese Seite gibt es nicht',
  'The address may be mistyped. All there is begins on {0}.':
    'Vielleicht enthält die Adresse einen Tippfehler. Alles, was es gibt, beginnt auf {0}.',
  'the first page': 'der ersten Seite',
};

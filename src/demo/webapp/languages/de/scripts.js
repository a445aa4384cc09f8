/** The texts of the scripts. */
export const scripts = {
  // the header, and the connection that it shows
  'Skip to the content': 'Zum Inhalt springen',
  Language: 'Sprache',
  Console: 'Konsole',
  'Sign in': 'Anmelden',
  'Sign out': 'Abmelden',
  'Signed in as {0}': 'Angemeldet als {0}',
  'Sign in as': 'Anmelden als',
  'or with name and password (the password is the name):':
    'oder mit Name und Passwort (das Passwort ist der Name):',
  Name: 'Name',
  Password: 'Passwort',
  'team red': 'Team rot',
  'role premium': 'Rolle premium',
  'role admin': 'Rolle admin',
  'Name or password are wrong.': 'Name oder Passwort ist falsch.',
  'Signing in failed: the server answered {0}.':
    'Die Anmeldung ist fehlgeschlagen: Der Server hat mit {0} geantwortet.',
  'The server answered {0}, without a reason.':
    'Der Server hat mit {0} geantwortet, ohne einen Grund zu nennen.',
  'The server cannot be reached.': 'Der Server ist nicht erreichbar.',
  idle: 'inaktiv',
  connecting: 'verbindet',
  connected: 'verbunden',
  reconnecting: 'verbindet neu',
  disconnected: 'getrennt',
  failed: 'gescheitert',
  closed: 'beendet',
  'This page has not opened an event stream.': 'Diese Seite hat keinen Event-Stream geöffnet.',
  'This page is opening its event stream.': 'Diese Seite öffnet gerade ihren Event-Stream.',
  'The event stream of this page is open: events arrive as they are sent.':
    'Der Event-Stream dieser Seite ist offen: Events kommen an, sobald sie gesendet werden.',
  'The event stream was lost. The page tries again, and asks for what it has missed.':
    'Der Event-Stream ist abgebrochen. Die Seite versucht es erneut und fragt nach dem, was sie verpasst hat.',
  'You have cut the event stream. Once it is back, the page gets what it has missed.':
    'Der Event-Stream wurde von Hand getrennt. Sobald er wieder da ist, bekommt die Seite, was sie verpasst hat.',
  'The server has refused the event stream, and would refuse it again.':
    'Der Server hat den Event-Stream abgelehnt und würde ihn wieder ablehnen.',
  'The event stream has ended for good.': 'Der Event-Stream ist endgültig beendet.',
  'Mend my connection': 'Verbindung wiederherstellen',
  'node {0}': 'Knoten {0}',
  'The stream of this page is on node {0}': 'Der Stream dieser Seite läuft auf Knoten {0}',
  'The connection failed: {0}': 'Die Verbindung ist gescheitert: {0}',
  'Connection lost,': 'Verbindung verloren,',
  'reconnecting in {0} s…': 'neuer Versuch in {0} s …',
  'reconnecting now…': 'neuer Versuch …',
  'Try now': 'Jetzt versuchen',
  '1 event': '1 Event',
  'Recovered: {0} replayed, none missed.': 'Wieder verbunden: {0} nachgeliefert, nichts verpasst.',
  'Recovered: no event missed.': 'Wieder verbunden: kein Event verpasst.',
  'Recovered. Some events were missed, so the data was loaded anew.':
    'Wieder verbunden. Einige Events wurden verpasst, deshalb wurden die Daten neu geladen.',
  'This page was too slow: {0} events were skipped, the data was loaded anew.':
    'Diese Seite war zu langsam: {0} Events wurden übersprungen, die Daten wurden neu geladen.',
  'Some events were missed, and the data could not be loaded: {0}':
    'Einige Events wurden verpasst, und die Daten ließen sich nicht laden: {0}',
  Copy: 'Kopieren',
  Copied: 'Kopiert',
  'Not allowed': 'Nicht erlaubt',

  // the first page
  'Maintenance at 5': 'Wartung um 17 Uhr',
  'Number {0}': 'Nummer {0}',
  'Connect again': 'Wieder verbinden',
  'Sent without you: {0}': 'Inzwischen gesendet: {0}',
  'Once it can, this page goes on by itself.':
    'Sobald er es wieder ist, macht diese Seite von selbst weiter.',
  '{0} came meanwhile: {1} missing, {2} twice.':
    '{0} nachgeliefert: {1} fehlen, {2} kamen doppelt an.',
  'The server no longer had all of them, and has told this page so.':
    'Der Server hatte nicht mehr alle und hat das dieser Seite mitgeteilt.',

  // chat
  '{0} here': '{0} da',
  '{0}, {1} windows': '{0}, {1} Fenster',
  '{0} is typing…': '{0} tippt …',
  '{0} are typing…': '{0} tippen …',
  somebody: 'jemand',
  'sending…': 'wird gesendet …',
  'Send again': 'Erneut senden',

  // dashboard
  '{0}: now {1}': '{0}: jetzt {1}',
  '{0} events in {1} s, sent and received; {2}': '{0} Events in {1} s gesendet und empfangen; {2}',
  'half of them within {0} ms, 99 % within {1} ms.':
    'die Hälfte davon innerhalb von {0} ms, 99 % innerhalb von {1} ms.',

  'CPU of the server': 'CPU des Servers',
  'Heap in use': 'Belegter Heap',
  Connections: 'Verbindungen',
  'Events per second': 'Events pro Sekunde',
  'Deliveries per second': 'Auslieferungen pro Sekunde',
  'There is no connection: send them when there is one.':
    'Es gibt keine Verbindung: Senden geht erst, wenn es wieder eine gibt.',
  'The connection was lost, and with it some of the events: send again.':
    'Die Verbindung ging verloren und mit ihr einige der Events: Bitte erneut senden.',
  'Sending…': 'Wird gesendet …',
  'All was sent. One client has it, the other is {0} behind.':
    'Alles ist gesendet. Ein Client hat es, der andere ist mit {0} Events im Rückstand.',
  'It is up to date again: it has received {0} of {1} events.':
    'Er ist wieder auf dem neuesten Stand: Er hat {0} von {1} Events empfangen.',
  'The server tells it: {0} events missed (hg.gap).':
    'Der Server teilt ihm mit: {0} Events verpasst (hg.gap).',
  'Its stream has ended: {0}. It comes back.': 'Sein Stream ist beendet: {0}. Er kommt wieder.',
  'It has resumed: {0} events replayed, {1}.': 'Er hat fortgesetzt: {0} Events nachgeliefert, {1}.',
  'none missed': 'keines verpasst',
  'and some missed, as it is told': 'und einige verpasst, wie ihm mitgeteilt wird',
  'The connection was lost, and with it events that were sent: begin again.':
    'Die Verbindung ging verloren und mit ihr gesendete Events: Bitte von vorn beginnen.',

  // upload
  'Progress of {0}': 'Fortschritt von {0}',
  'Cancelled.': 'Abgebrochen.',
  'The server has read {0} of {1}': 'Der Server hat {0} von {1} gelesen',
  'Complete. SHA-256 {0}': 'Fertig. SHA-256 {0}',

  // report
  'Starting…': 'Startet …',
  'Stopped.': 'Gestoppt.',
  'Complete, {0} pages.': 'Fertig, {0} Seiten.',
  'The answer broke off.': 'Die Antwort ist abgebrochen.',
  'The report has ended meanwhile.': 'Der Bericht ist inzwischen beendet.',
  'Report {0}': 'Bericht {0}',
  '{0} pages': '{0} Seiten',
  'as an answer': 'als Antwort',
  'on a channel': 'auf einem Channel',
  running: 'läuft',
  complete: 'fertig',
  stopped: 'gestoppt',

  // access, whose cells are narrow on a phone: \u00ad is where a word may be broken
  nobody: 'niemand',
  pending: 'offen',
  revoked: 'entzogen',
  expired: 'abge\u00adlaufen',
  forbidden: 'ver\u00adboten',
  'sign in': 'an\u00admelden',
  unknown: 'unbe\u00adkannt',
  revoke: 'entziehen',
  'ask again': 'erneut anfragen',
  'For {0}, {1}: {2}': 'Für {0}, {1}: {2}',

  // playground
  'client {0}…': 'Client {0}…',
  Close: 'Schließen',
  'Close {0}': '{0} schließen',
  'Sent as {0}': 'Gesendet als {0}',
  'given up': 'aufgegeben',
  'the server cannot be reached': 'der Server ist nicht erreichbar',
};

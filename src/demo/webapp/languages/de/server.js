/** What the pages show of what the server says. */
export const server = {
  // the demo's endpoints and jobs
  'Sign in first.': 'Dafür ist eine Anmeldung nötig.',
  'That was too often: wait a second, then try again.':
    'Das war zu oft: Nach einer Sekunde geht es wieder.',
  '{0} may not revoke anything: sign in as admin.':
    '{0} darf nichts entziehen: Das darf nur admin.',
  '{0} may not send to this channel. Users send to announcements, public/{topic} and bench/{name}; admins also to users/{id}, teams/{id}/updates and admin/logs.':
    '{0} darf nicht an diesen Channel senden. Benutzer senden an announcements, public/{topic} und bench/{name}, Admins auch an users/{id}, teams/{id}/updates und admin/logs.',
  'The body is not JSON: {0}': 'Die Nutzdaten sind kein JSON: {0}',
  'The body goes on after its JSON value.': 'Auf den JSON-Wert folgt noch etwas.',
  'The message is empty.': 'Die Nachricht ist leer.',
  'A message may have {0} bytes at most.': 'Eine Nachricht darf höchstens {0} Bytes haben.',
  'A file may have {0} MB at most.': 'Eine Datei darf höchstens {0} MB haben.',
  'Too many uploads at once: wait until one has ended.':
    'Zu viele Uploads auf einmal: Erst muss einer enden.',
  'The connection broke before all of the file was here.':
    'Die Verbindung ist abgebrochen, bevor die ganze Datei da war.',
  'The file has another size than was said.': 'Die Datei hat eine andere Größe als angegeben.',
  'Too many reports at once: wait until one has ended.':
    'Zu viele Berichte auf einmal: Erst muss einer enden.',
  'No report with this id is running.': 'Es läuft kein Bericht mit dieser ID.',
  'Report {0} begins': 'Bericht {0} beginnt',
  'Report {0}: page {1} of {2}': 'Bericht {0}: Seite {1} von {2}',
  Cancelled: 'Abgebrochen',

  // why a channel was refused
  'Unauthorized: Authentication required for channel: {0}': 'Anmeldung nötig für Channel {0}',
  'Unauthorized: Access denied to channel: {0}': 'Kein Zugriff auf Channel {0}',
  'Unknown channel: {0}': 'Unbekannter Channel {0}',
};

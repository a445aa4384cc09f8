import { AccessCell } from './access-cell.js';
import { connect } from './connection.js';
import { byId, make, say } from './dom.js';
import { SSEClient } from './heliograph/client.js';
import { t } from './language.js';
import { call, withoutDialog } from './session.js';

const CHANNELS = [
  'announcements',
  'chat/lobby',
  'users/reader',
  'teams/red/updates',
  'live-metrics',
  'admin/logs',
  'trial/today',
  'no/such/channel',
];
const USERS = ['reader', 'premium', 'admin'];

/** A stream for each user. The passwords of the demo are the names: others ask their users. */
const clients = new Map();
clients.set('nobody', connect({ headers: {} }));
for (const name of USERS) clients.set(name, clientOf(name));

function clientOf(name) {
  const headers = { authorization: `Basic ${btoa(`${name}:${name}`)}` };
  return new SSEClient({ url: '_sse', headers, fetch: withoutDialog });
}

// Over HTTP/1.1 a browser opens six connections to a server, for all tabs together. A page that nobody
// sees keeps one of them.
document.addEventListener('visibilitychange', () => {
  for (const name of USERS) {
    if (document.hidden) clients.get(name).disconnect();
    else clients.get(name).connect();
  }
});

for (const name of clients.keys()) byId('users').append(make('th', { scope: 'col' }, shown(name)));

for (const channel of CHANNELS) {
  const row = make('tr', {}, make('th', { scope: 'row' }, channel));
  for (const [name, client] of clients) {
    const revoke = USERS.includes(name) ? () => ask(name, channel) : undefined;
    row.append(new AccessCell(client, channel, shown(name), revoke).element);
  }
  byId('matrix').append(row);
}

/** A user by name; who is nobody has none. */
function shown(name) {
  return name === 'nobody' ? t`nobody` : name;
}

function ask(name, channel) {
  document.querySelector('demo-header').signIn(() => revoke(name, channel));
}

async function revoke(user, channel) {
  say(byId('problem'));
  try {
    await call('POST', `api/access/revoked?${new URLSearchParams({ user, channel })}`);
  } catch (error) {
    say(byId('problem'), error.message);
  }
}

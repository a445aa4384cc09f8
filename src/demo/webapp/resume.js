import { connect, tellRecovery } from './connection.js';
import { byId, say } from './dom.js';
import { number, t } from './language.js';
import { Ledger } from './ledger.js';
import { call } from './session.js';
import { Strip } from './strip.js';

// What the first page shows: events have numbers, the connection is cut, and none is missing.

const LOOK_MILLISECONDS = 1000;

/** The page's client; it needs no user. */
export const client = connect({ headers: {} });

const ledger = new Ledger();
const strip = new Strip(byId('strip'));
const load = client.subscribe('server/load');
/** How many events a replay that is under way has, and how many of them are still to come. */
let replay;
let looking;

load.on('load', (sample) => {
  ledger.arrive(sample, replay ? 'replayed' : 'live');
  if (replay) {
    replay.left--;
    endReplay();
  }
  show();
});

load.onRecovered(({ recovered, replayed }) => {
  if (recovered) beginReplay(replayed);
  else say(byId('result'), t`The server no longer had all of them, and has told this page so.`);
});
tellRecovery(load, () => undefined); // there is nothing to load anew

byId('cut').addEventListener('click', () => {
  if (client.connected) client.disconnect();
  else client.connect();
});

client.on('state', (state) => {
  const isCut = state !== 'connected';
  byId('cut').textContent = isCut ? t`Connect again` : t`Cut my connection`;
  if (isCut) {
    looking ??= setInterval(look, LOOK_MILLISECONDS);
  } else {
    clearInterval(looking);
    looking = undefined;
  }
});

/** Meanwhile the page asks what the server sends, without getting any of it. */
async function look() {
  try {
    const samples = await call('GET', 'api/load?last=1');
    if (client.connected) return; // it comes on the stream by now
    samples.forEach((sample) => ledger.note(sample));
    say(byId('result'), t`Sent without you: ${ledger.open}`);
  } catch (error) {
    const waits = client.state === 'reconnecting';
    const hint = waits ? ` ${t`Once it can, this page goes on by itself.`}` : '';
    say(byId('result'), `${error.message}${hint}`);
  }
  show();
}

function beginReplay(events) {
  replay = { events, left: events };
  endReplay();
}

function endReplay() {
  const { events, left } = replay;
  if (left > 0) return;
  const came = events === 1 ? t`1 event` : t`${events} events`;
  say(byId('result'), t`${came} came meanwhile: ${ledger.open} missing, ${ledger.twice} twice.`);
  replay = undefined;
}

function show() {
  strip.show(ledger.latest);
  byId('sent').textContent = number(ledger.sent);
  byId('here').textContent = number(ledger.sent - ledger.open);
  byId('open').textContent = number(ledger.open);
  byId('twice').textContent = number(ledger.twice);
}

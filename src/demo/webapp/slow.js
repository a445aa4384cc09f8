import { BlockReader } from './block-reader.js';
import { byId, make, say } from './dom.js';
import { said, t } from './language.js';
import { PausedFetch } from './paused-fetch.js';
import { call, withoutDialog } from './session.js';

// Two clients have one channel, and one of them stops reading: what the server sends meanwhile, and
// what it tells the one that has fallen behind.

/** What is sent at most, in parts of 1 MiB: more than sockets hold, however far a system lets them grow. */
const MOST_PARTS = 96;
/** Events that are more than the channel keeps, 4 MiB of them, and what is being written meanwhile. */
const TOO_FAR = 384;

let readOn = () => undefined;

byId('stall').addEventListener('click', () => {
  document.querySelector('demo-header').signIn(() => experiment(byId('overflow').value));
});
byId('read').addEventListener('click', () => readOn());

/** @param {'gap' | 'latest' | 'disconnect'} overflow */
async function experiment(overflow) {
  const paused = new PausedFetch();
  /** @type {`slow/${typeof overflow}`} */
  const channel = `slow/${overflow}`;
  const quick = new BlockReader(channel, withoutDialog, () => show(quick, slow));
  const slow = new BlockReader(channel, paused.fetch, () => show(quick, slow));
  begin(true);
  try {
    await Promise.race([run(overflow, quick, slow, paused), lossOf(quick)]);
  } catch (error) {
    say(byId('slow-problem'), said(error.message));
  }
  quick.close();
  slow.close();
  begin(false);
}

async function run(overflow, quick, slow, paused) {
  await call('GET', 'api/node'); // a server that cannot be reached is no matter of the two
  await Promise.all([quick.blocks.ready(), slow.blocks.ready()]);
  tellOf(slow);
  paused.pause();
  readOn = () => {
    paused.resume();
    byId('read').disabled = true;
  };
  await sendAll(overflow, quick);
  const behind = quick.received - slow.received;
  tell(t`All was sent. One client has it, the other is ${behind} behind.`);
  byId('read').disabled = false;
  await slow.until(() => slow.last === quick.last);
  tell(t`It is up to date again: it has received ${slow.received} of ${quick.received} events.`);
}

/**
 * Sends part by part, each when the client that reads has the one before, until the other one is
 * too far behind for the channel. How much that takes depends on the sockets between: the system
 * lets them grow. So the server says how much it has written to streams, which was everything
 * twice as long as both of them take it.
 */
async function sendAll(overflow, quick) {
  let sent = 0;
  let before;
  for (let part = 0; part < MOST_PARTS; part++) {
    const { events, deliveries } = await call('POST', `api/slow/${overflow}`);
    before ??= deliveries;
    const behind = 2 * sent - (deliveries - before);
    sent += events;
    await quick.until(() => quick.received >= sent);
    if (behind > TOO_FAR) return;
  }
}

/** Rejects when the client that reads has lost events too, which nobody is to wait for any longer. */
function lossOf({ blocks }) {
  return new Promise((resolve, reject) => {
    const lost = () =>
      reject(
        new Error(t`The connection was lost, and with it events that were sent: begin again.`),
      );
    blocks.onRecovered(({ recovered }) => recovered || lost());
    blocks.onGap(lost);
  });
}

/** Tells what the server tells a client that has fallen behind. */
function tellOf({ client, blocks }) {
  blocks.onGap(({ missed }) => tell(t`The server tells it: ${missed} events missed (hg.gap).`));
  client.on('disconnected', ({ reason, reconnect }) => {
    if (reconnect) tell(t`Its stream has ended: ${reason}. It comes back.`);
  });
  blocks.onRecovered(({ recovered, replayed }) => {
    const all = recovered ? t`none missed` : t`and some missed, as it is told`;
    tell(t`It has resumed: ${replayed} events replayed, ${all}.`);
  });
}

function begin(isOn) {
  byId('stall').disabled = byId('overflow').disabled = isOn;
  byId('read').disabled = true;
  if (!isOn) return;
  say(byId('slow-problem'));
  byId('story').replaceChildren();
}

function show(quick, slow) {
  byId('quick').textContent = quick.received;
  byId('slow').textContent = slow.received;
  byId('behind').textContent = quick.received - slow.received;
  byId('quick-bar').max = byId('slow-bar').max = Math.max(1, quick.received);
  byId('quick-bar').value = quick.received;
  byId('slow-bar').value = slow.received;
}

function tell(text) {
  byId('story').append(make('p', {}, text));
}

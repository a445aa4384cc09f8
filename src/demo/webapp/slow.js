import { BlockReader } from './block-reader.js';
import { byId, make, say } from './dom.js';
import { PausedFetch } from './paused-fetch.js';
import { call, withoutDialog } from './session.js';

// Two clients have one channel, and one of them stops reading: what the server sends meanwhile, and
// what it tells the one that has fallen behind.

const PARTS = 24;

let total = 0;
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
    await Promise.all([quick.blocks.ready(), slow.blocks.ready()]);
    tellOf(slow);
    paused.pause();
    readOn = () => {
      paused.resume();
      byId('read').disabled = true;
    };
    await sendAll(overflow, quick);
    tell(`All was sent. One client has it, the other is ${quick.received - slow.received} behind.`);
    byId('read').disabled = false;
    await slow.until(() => slow.last === quick.last);
    tell(`It is up to date again: it has received ${slow.received} of ${quick.received} events.`);
  } catch (error) {
    say(byId('slow-problem'), error.message);
  }
  quick.close();
  slow.close();
  begin(false);
}

/** Sends part by part, each when the client that reads has the one before. */
async function sendAll(overflow, quick) {
  for (let part = 0; part < PARTS; part++) {
    const { events } = await call('POST', `api/slow/${overflow}`);
    total += events;
    await quick.until(() => quick.received >= total);
  }
}

/** Tells what the server tells a client that has fallen behind. */
function tellOf({ client, blocks }) {
  blocks.onGap(({ missed }) => tell(`The server tells it: ${missed} events missed (hg.gap).`));
  client.on('disconnected', ({ reason, reconnect }) => {
    if (reconnect) tell(`Its stream has ended: ${reason}. It comes back.`);
  });
  blocks.onRecovered(({ recovered, replayed }) => {
    const all = recovered ? 'none missed' : 'and some missed, as it is told';
    tell(`It has resumed: ${replayed} events replayed, ${all}.`);
  });
}

function begin(isOn) {
  byId('stall').disabled = byId('overflow').disabled = isOn;
  byId('read').disabled = true;
  if (!isOn) return;
  total = 0;
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

import { randomKey } from './dom.js';
import { number, t } from './language.js';
import { call } from './session.js';

const EVENTS = 500;
const AT_ONCE = 4;

/**
 * Sends events one by one and waits until all have come back on the stream.
 *
 * @param {import('./connection.js').Client} client
 * @returns {Promise<string>} how long all of them took, and how long one of them takes
 * @throws Error if there is no connection, or it loses some of them
 */
export async function burst(client) {
  if (!client.connected) throw new Error(t`There is no connection: send them when there is one.`);
  const key = randomKey();
  const sent = new Map();
  const took = [];
  const channel = client.subscribe('bench/burst');
  const over = new AbortController();
  try {
    await channel.ready();
    const begun = performance.now();
    const all = new Promise((resolve, reject) => {
      const lost = () =>
        reject(new Error(t`The connection was lost, and with it some of the events: send again.`));
      channel.onRecovered(({ recovered }) => recovered || lost());
      channel.onGap(lost);
      const stop = channel.on('message', (/** @type {any} */ data) => {
        if (data?.key !== key) return; // of somebody else
        took.push(performance.now() - sent.get(data.number));
        if (took.length < EVENTS) return;
        stop();
        resolve();
      });
    });
    await Promise.all([sendAll(key, sent, over.signal), all]);
    const seconds = (performance.now() - begun) / 1000;
    return t`${EVENTS} events in ${number(seconds, 1)} s, sent and received; ${latency(took)}`;
  } finally {
    over.abort();
    channel.close();
  }
}

async function sendAll(key, sent, signal) {
  const send = async () => {
    while (sent.size < EVENTS) {
      const number = sent.size;
      sent.set(number, performance.now());
      const body = JSON.stringify({ key, number });
      await call('POST', 'api/broadcast/bench/burst', { body, type: 'application/json', signal });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
}

function latency(took) {
  const sorted = took.sort((one, other) => one - other);
  const at = (part) => Math.ceil(sorted[Math.floor(part * (sorted.length - 1))]);
  return t`half of them within ${at(0.5)} ms, 99 % within ${at(0.99)} ms.`;
}

import { randomKey } from './dom.js';
import { call } from './session.js';

const EVENTS = 500;
const AT_ONCE = 4;

/**
 * Sends events one by one and waits until all have come back on the stream.
 *
 * @param {import('./connection.js').Client} client
 * @returns {Promise<string>} how long all of them took, and how long one of them takes
 */
export async function burst(client) {
  const key = randomKey();
  const sent = new Map();
  const took = [];
  const channel = client.subscribe('bench/burst');
  try {
    await channel.ready();
    const begun = performance.now();
    const all = new Promise((resolve) => {
      const stop = channel.on('message', (/** @type {any} */ data) => {
        if (data?.key !== key) return; // of somebody else
        took.push(performance.now() - sent.get(data.number));
        if (took.length < EVENTS) return;
        stop();
        resolve();
      });
    });
    await sendAll(key, sent);
    await all;
    const seconds = (performance.now() - begun) / 1000;
    return `${EVENTS} events in ${seconds.toFixed(1)} s, sent and received; ${latency(took)}`;
  } finally {
    channel.close();
  }
}

async function sendAll(key, sent) {
  const send = async () => {
    while (sent.size < EVENTS) {
      const number = sent.size;
      sent.set(number, performance.now());
      const body = JSON.stringify({ key, number });
      await call('POST', 'api/broadcast/bench/burst', { body, type: 'application/json' });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
}

function latency(took) {
  const sorted = took.sort((one, other) => one - other);
  const at = (part) => Math.ceil(sorted[Math.floor(part * (sorted.length - 1))]);
  return `half of them within ${at(0.5)} ms, 99 % within ${at(0.99)} ms.`;
}

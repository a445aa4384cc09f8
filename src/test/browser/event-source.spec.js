import { expect, test } from './support/test.js';

test.use({ outage: true });

const send = (server, channel, data) =>
  server.call('POST', `api/broadcast/${channel}`, { body: JSON.stringify(data) });

/** What the page has received, and the state of its EventSource. */
const seen = (page) => page.evaluate(() => globalThis.seen);
const readyState = (page) => page.evaluate(() => globalThis.source.readyState);

/** Opens an EventSource as any page may, without a client of ours. */
const open = (page, channel) =>
  page.evaluate((name) => {
    globalThis.seen = [];
    globalThis.source = new EventSource(`_sse?channel=${name}`);
    globalThis.source.onmessage = ({ data }) => globalThis.seen.push(JSON.parse(data).data);
    return new Promise((resolve) => {
      globalThis.source.addEventListener('hg.subscribed', resolve, { once: true });
    });
  }, channel);

test('an EventSource stays away while a server restarts, and comes back by itself', async ({
  visit,
  server,
}) => {
  const page = await visit('index.html');
  await open(page, 'public/restart');
  await send(server, 'public/restart', 'before');
  await expect.poll(() => seen(page)).toEqual(['before']);

  await server.stop();
  await server.start();

  await expect.poll(() => readyState(page), { timeout: 120_000 }).toBe(1);
  await send(server, 'public/restart', 'after');
  await expect.poll(() => seen(page)).toEqual(['before', 'after']);
});

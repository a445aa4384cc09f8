import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './support/paths.js';
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

test('the lines of the documentation bring an EventSource back that has given up', async ({
  visit,
  server,
  wire,
}) => {
  const page = await visit('index.html', { base: wire.url });
  await open(page, 'public/refused');
  await page.evaluate(`(globalThis.follow = (() => {${await documented()}return follow;})(), 0)`);
  await page.evaluate(() => {
    globalThis.followed = [];
    follow('_sse?channel=public/refused', ({ data }) => {
      globalThis.followed.push(JSON.parse(data).data);
    });
  });
  const followed = () => page.evaluate(() => globalThis.followed);
  const subscribers = async () => (await server.call('GET', 'api/stats')).body.subscribers;
  await expect.poll(subscribers).toHaveProperty(['public/refused'], 2);
  await send(server, 'public/refused', 1);
  await expect.poll(followed).toEqual([1]);

  wire.refuse();
  await expect.poll(() => readyState(page)).toBe(2);
  for (const data of [2, 3]) await send(server, 'public/refused', data);
  wire.mend();
  await expect.poll(followed).toEqual([1, 2, 3]);
  await send(server, 'public/refused', 4);
  await expect.poll(followed).toEqual([1, 2, 3, 4]);
  expect(await seen(page)).toEqual([1]);
});

/** The function as a reader copies it. */
async function documented() {
  const page = await readFile(join(root, 'src/docs/how-to/client.md'), 'utf8');
  return page.match(/```js\n(function follow.*?\n}\n)/s)[1];
}

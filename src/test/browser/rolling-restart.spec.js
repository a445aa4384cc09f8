import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { Balancer } from './support/balancer.js';
import { Redis } from './support/redis.js';
import { freePort, Server } from './support/server.js';

/** Copies of the demo that have the library of Redis. */
const COPIES = ['demo1', 'it1', 'it2'];

/** As many as Chromium opens to one server but for one: the page takes that. */
const STREAMS = 5;

const CHANNEL = 'bench/rolling';

const nodeOptions = (redis) => [
  '-Xmx512m',
  '-Dheliograph.cluster.engine=redis',
  '-Dheliograph.cluster.name=rolling',
  `-Dheliograph.cluster.redis.url=${redis.url}`,
  // a machine that is busy with several servers is no failure
  '-Dheliograph.cluster.beat=3s',
  '-Dheliograph.cluster.send-timeout=20s',
  // another node takes over at once; and often one that has just begun to stop
  '-Dheliograph.restart=0',
  '-Dheliograph.retry=100ms',
];

const broadcast = (node, number) =>
  node.call('POST', `api/broadcast/${CHANNEL}`, { body: JSON.stringify(number) });

/** Opens EventSources as any page may, and notes all that they get. */
function openStreams({ channel, count }) {
  globalThis.streams = Array.from({ length: count }, () => {
    const stream = { got: [], losses: [], source: new EventSource(`_sse?channel=${channel}`) };
    stream.source.onmessage = ({ data }) => stream.got.push(JSON.parse(data).data);
    stream.source.addEventListener('hg.gap', ({ data }) => stream.losses.push(data));
    stream.source.addEventListener('hg.subscribed', ({ data }) => {
      stream.isOpen = true;
      if (JSON.parse(data).recovered === false) stream.losses.push(data);
    });
    return stream;
  });
}

const look = () =>
  globalThis.streams.map(({ got, losses, isOpen = false, source }) => ({
    got,
    losses,
    isOpen,
    readyState: source.readyState,
  }));

test('an EventSource misses nothing while all nodes behind a proxy are restarted in turn', async ({
  page,
}) => {
  test.setTimeout(600_000); // six starts of a server
  const redis = await Redis.start();
  const nodes = await Promise.all(
    COPIES.map(async (copy) => new Server(await freePort(), { copy, options: nodeOptions(redis) })),
  );
  await Promise.all(nodes.map((node) => node.start()));
  const balancer = await Balancer.start(nodes.map(({ port }) => port));
  await page.route('**/blank.html', (route) =>
    route.fulfill({ body: '', contentType: 'text/html' }),
  );
  await page.goto(`${balancer.url}blank.html`);
  await page.evaluate(openStreams, { channel: CHANNEL, count: STREAMS });
  await expect
    .poll(() => page.evaluate(look))
    .toEqual(Array(STREAMS).fill({ got: [], losses: [], isOpen: true, readyState: 1 }));

  const sent = [];
  for (const [index, node] of nodes.entries()) {
    const restarted = node.stop().then(() => node.start());
    let isBack = false;
    const end = () => (isBack = true);
    restarted.then(end, end);
    while (!isBack) {
      expect((await broadcast(nodes[(index + 1) % nodes.length], sent.length)).status).toBe(200);
      sent.push(sent.length);
      await sleep(20);
    }
    await restarted;
  }

  await expect
    .poll(() => page.evaluate(look))
    .toEqual(Array(STREAMS).fill({ got: sent, losses: [], isOpen: true, readyState: 1 }));
  expect(balancer.retries).toBeGreaterThan(0);
  balancer.close();
  await Promise.all(nodes.map((node) => node.stop()));
  await redis.stop();
});

import { SSEClient } from '../../main/typescript/dist/client.js';
import { expect, test } from './support/test.js';

const basic = (user) => `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`;

/** A client in Node, closed at the end of the test, and all that it asks the server for. */
const nodeTest = test.extend({
  open: async ({ server }, use) => {
    const clients = [];
    await use(({ user, base = server.url, ...options } = {}) => {
      const requests = [];
      const client = new SSEClient({
        url: new URL('_sse', base),
        headers: user ? { authorization: basic(user) } : {},
        maxReconnectDelay: 500,
        fetch: (url, init) => {
          requests.push(init.method ?? 'GET');
          return fetch(url, init);
        },
        ...options,
      });
      clients.push(client);
      return { client, requests };
    });
    for (const client of clients) client.close();
  },
});

/** Collects the payloads of a subscription. */
function payloads(subscription) {
  const all = [];
  subscription.onAny(({ data }) => all.push(data));
  return all;
}

const next = (target, event) => new Promise((resolve) => target.once(event, resolve));

const send = async (server, channel, data) =>
  (await server.call('POST', `api/broadcast/${channel}`, { body: JSON.stringify(data) })).body.id;

nodeTest('channels are added to and taken from the open stream', async ({ open, server }) => {
  const { client, requests } = open();
  const news = client.subscribe('public/news');
  await news.ready();
  const sport = client.subscribe('public/sport');
  await sport.ready();
  const [newsSeen, sportSeen] = [payloads(news), payloads(sport)];
  await send(server, 'public/sport', 'goal');
  await send(server, 'public/news', 'snow');
  await expect.poll(() => [newsSeen, sportSeen]).toEqual([['snow'], ['goal']]);

  sport.close();
  const subscribers = async () => (await server.call('GET', 'api/stats')).body.subscribers;
  await expect.poll(subscribers).not.toHaveProperty(['public/sport']);
  await send(server, 'public/sport', 'unheard');
  await send(server, 'public/news', 'sun');
  await expect.poll(() => newsSeen).toEqual(['snow', 'sun']);
  expect(sportSeen).toEqual(['goal']);
  expect(requests).toEqual(['GET', 'POST', 'DELETE']);
});

nodeTest('a refused channel fails alone', async ({ open, server }) => {
  const { client } = open({ user: 'reader' });
  const own = client.subscribe('users/reader');
  const others = client.subscribe('users/admin');
  await expect(others.ready()).rejects.toMatchObject({
    name: 'ChannelError',
    code: 'forbidden',
    status: 403,
    channel: 'users/admin',
    message: expect.stringContaining('Unauthorized'),
  });
  await expect(client.subscribe('nowhere').ready()).rejects.toMatchObject({ status: 404 });
  await own.ready();
  const seen = payloads(own);
  await send(server, 'users/reader', 'for you');
  await expect.poll(() => seen).toEqual(['for you']);
  expect(others.status).toBe('rejected');
});

nodeTest(
  'a stream where nothing may be had fails, and is not asked for again',
  async ({ open }) => {
    const { client, requests } = open();
    await expect(client.subscribe('admin/logs').ready()).rejects.toMatchObject({ status: 401 });
    expect(client.state).toBe('failed');
    expect(requests).toEqual(['GET']);
  },
);

nodeTest(
  'a cut connection is resumed with nothing lost or doubled',
  async ({ open, server, wire }) => {
    const { client } = open({ base: wire.url });
    const topic = client.subscribe('public/cut');
    await topic.ready();
    const seen = payloads(topic);
    await send(server, 'public/cut', 1);
    await expect.poll(() => seen).toEqual([1]);
    const recovered = new Promise((resolve) => topic.onRecovered(resolve));
    wire.cut();
    await next(client, 'reconnecting');
    await send(server, 'public/cut', 2);
    await send(server, 'public/cut', 3);
    wire.mend();
    expect(await recovered).toEqual({ recovered: true, replayed: 2 });
    await send(server, 'public/cut', 4);
    await expect.poll(() => seen).toEqual([1, 2, 3, 4]);
  },
);

nodeTest('an event is kept from the client that is left out', async ({ open, server }) => {
  const [one, other] = [open().client, open().client];
  const seen = [];
  for (const client of [one, other]) {
    const topic = client.subscribe('public/except');
    await topic.ready();
    seen.push(payloads(topic));
  }
  const path = `api/broadcast/public/except?except=${one.id}`;
  await server.call('POST', path, { body: '"not for one"' });
  await send(server, 'public/except', 'for both');
  await expect.poll(() => seen).toEqual([['for both'], ['not for one', 'for both']]);
});

nodeTest(
  'a server that stops says so, and the client is back when it is',
  async ({ open, server }) => {
    const { client } = open();
    const topic = client.subscribe('public/shutdown');
    await topic.ready();
    const disconnected = next(client, 'disconnected');
    const recovered = new Promise((resolve) => topic.onRecovered(resolve));
    await server.stop();
    expect(await disconnected).toEqual({ reason: 'shutdown', reconnect: true });
    await server.start();
    const seen = payloads(topic);
    await send(server, 'public/shutdown', 'welcome back');
    expect(await recovered).toMatchObject({ recovered: false });
    await expect.poll(() => seen).toEqual(['welcome back']);
  },
);

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SSEClient } from '../../src/client.js';
import { fakeServer, type FakeServer, type RefusalCode } from '../../src/testing.js';

interface Channels {
  news: { alert: { level: string } };
  'chat/{room}': { message: string };
}

let server: FakeServer<Channels>;
let client: SSEClient<Channels>;

beforeEach(() => {
  server = fakeServer<Channels>();
  client = new SSEClient<Channels>(server.options);
});

afterEach(() => {
  client.close();
});

/** Subscribes to a room, and collects its messages. */
function join(room: 'chat/7' | 'chat/8' = 'chat/7') {
  const chat = client.subscribe(room);
  const heard: string[] = [];
  chat.on('message', (text) => heard.push(text));
  const recovered = vi.fn();
  chat.onRecovered(recovered);
  return { chat, heard, recovered };
}

const methods = () => server.requests.map(({ method, channels }) => [method, ...channels]);

describe('a fake server', () => {
  it('grants a channel, and sends its events', async () => {
    const alerts: unknown[] = [];
    client.subscribe('news').on('alert', (alert, { id }) => alerts.push([alert, id]));
    await server.subscribed('news');
    expect(client.connected).toBe(true);
    expect(server.subscribers('news')).toBe(1);
    const id = server.send('news', 'alert', { level: 'info' });
    await server.settled();
    expect(alerts).toEqual([[{ level: 'info' }, id]]);
  });

  it('has clients read before it is settled, however much was sent', async () => {
    const { heard } = join();
    await server.subscribed('chat/7');
    const texts = Array.from({ length: 100 }, (_, number) => `text ${number}`);
    for (const text of texts) server.send('chat/7', 'message', text);
    expect(heard).toEqual([]);
    await server.settled();
    expect(heard).toEqual(texts);
  });

  it('sends the payload as it was when it was sent', async () => {
    const alerts: unknown[] = [];
    client.subscribe('news').on('alert', (alert) => alerts.push(alert));
    await server.subscribed('news');
    const alert = { level: 'info' };
    server.send('news', 'alert', alert);
    alert.level = 'warn';
    await server.settled();
    expect(alerts).toEqual([{ level: 'info' }]);
  });

  it('adds channels to an open stream, and takes them away', async () => {
    join();
    await server.subscribed('chat/7');
    const { chat, heard } = join('chat/8');
    await server.subscribed('chat/8');
    server.send('chat/8', 'message', 'hi');
    await server.settled();
    expect(heard).toEqual(['hi']);
    chat.close();
    await server.unsubscribed('chat/8');
    expect(methods()).toEqual([
      ['GET', 'chat/7'],
      ['POST', 'chat/8'],
      ['DELETE', 'chat/8'],
    ]);
  });

  it('lets a client resume after a cut, and nothing is missed or doubled', async () => {
    const { heard, recovered } = join();
    await server.subscribed('chat/7');
    server.send('chat/7', 'message', 'one');
    await server.settled();
    server.cut();
    server.send('chat/7', 'message', 'two');
    server.send('chat/8', 'message', 'not for it');
    server.send('chat/7', 'message', 'three');
    await server.subscribed('chat/7');
    server.send('chat/7', 'message', 'four');
    await server.settled();
    expect(heard).toEqual(['one', 'two', 'three', 'four']);
    expect(recovered.mock.calls).toEqual([[{ recovered: true, replayed: 2 }]]);
    expect(server.requests[1]?.headers).toMatchObject({ 'last-event-id': 'fake1.1' });
  });

  it('has lost what it has forgotten, and says so', async () => {
    const { heard, recovered } = join();
    await server.subscribed('chat/7');
    server.down();
    server.send('chat/7', 'message', 'lost');
    server.forget();
    server.send('chat/7', 'message', 'kept');
    server.up();
    await server.subscribed('chat/7');
    expect(heard).toEqual(['kept']);
    expect(recovered.mock.calls).toEqual([[{ recovered: false, replayed: 1 }]]);
  });

  it('lets nobody in while it is down', async () => {
    join();
    await server.subscribed('chat/7');
    const lost = new Promise((resolve) => client.once('reconnecting', resolve));
    server.down();
    expect(await lost).toMatchObject({ cause: { code: 'network' } });
    await vi.waitFor(() => {
      expect(server.requests.length).toBeGreaterThan(2);
    });
    expect(server.subscribers('chat/7')).toBe(0);
    server.up();
    await server.subscribed('chat/7');
  });

  it('tells of events that were skipped', async () => {
    const gap = vi.fn();
    join().chat.onGap(gap);
    await server.subscribed('chat/7');
    server.gap('chat/7', 3);
    server.gap('chat/7');
    await server.settled();
    expect(gap.mock.calls).toEqual([[{ missed: 3 }], [{ missed: undefined }]]);
  });

  it('says goodbye so that the client comes back, or does not', async () => {
    const { recovered } = join();
    await server.subscribed('chat/7');
    server.bye('shutdown');
    await server.subscribed('chat/7');
    expect(recovered.mock.calls).toEqual([[{ recovered: true, replayed: 0 }]]);
    server.bye('logout');
    await vi.waitFor(() => {
      expect(client.state).toBe('closed');
    });
    expect(() => {
      server.bye('boredom' as 'logout');
    }).toThrow('logout, was boredom');
  });
});

describe('a fake server that refuses a channel', () => {
  it.each([
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['unknown-channel', 404],
    ['invalid-channel', 400],
  ] as [RefusalCode, number][])('answers %s with %i', async (code, status) => {
    server.reject('chat/7', code);
    await expect(join().chat.ready()).rejects.toMatchObject({ channel: 'chat/7', code, status });
    expect(client.state).toBe('failed');
  });

  it('tells it on the stream where others are granted', async () => {
    server.reject('chat/7');
    const news = client.subscribe('news');
    await expect(join().chat.ready()).rejects.toMatchObject({ code: 'forbidden', status: 403 });
    await news.ready();
    server.reject('chat/8', 'unknown-channel');
    await expect(join('chat/8').chat.ready()).rejects.toMatchObject({ status: 404 });
    expect(client.connected).toBe(true);
  });

  it('takes it from those who have it, and grants it again', async () => {
    const { chat } = join();
    await server.subscribed('chat/7');
    const refused = new Promise((resolve) => {
      chat.onError(resolve);
    });
    server.reject('chat/7');
    expect(await refused).toMatchObject({ code: 'revoked' });
    expect(server.subscribers('chat/7')).toBe(0);
    server.allow('chat/7');
    await client.subscribe('chat/7').ready();
  });

  it('for now is asked again until it grants it', async () => {
    server.reject('chat/7', 'unavailable');
    const { chat } = join();
    await vi.waitFor(() => {
      expect(server.requests.length).toBeGreaterThan(1);
    });
    server.allow('chat/7');
    await chat.ready();
  });

  it('takes no code that the protocol does not have', () => {
    expect(() => {
      server.reject('chat/7', 'verboten' as 'forbidden');
    }).toThrow('unavailable, was verboten');
  });
});

describe('a fake server between two tests', () => {
  it('forgets what was sent, asked and refused', async () => {
    server.reject('chat/8');
    join();
    await server.subscribed('chat/7');
    server.down();
    server.reset();
    expect(server.requests).toEqual([]);
    const { heard } = join('chat/8');
    await server.subscribed('chat/8');
    server.send('chat/8', 'message', 'new');
    await server.settled();
    expect(heard).toEqual(['new']);
  });
});

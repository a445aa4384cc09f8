import { describe, expect, it, vi } from 'vitest';
import { connected, harness, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

describe('opening', () => {
  it('sends nothing before the first subscription', async () => {
    const { client, server } = harness();
    await pass(60_000);
    expect(server.sent).toEqual([]);
    expect(client.state).toBe('idle');
    expect(client.id).toBeUndefined();
  });

  it('carries all channels of the same turn in one request', async () => {
    const { client, server } = harness();
    client.subscribe('a');
    client.connect();
    client.subscribe('b/1 2&3');
    expect(server.sent).toEqual([]);
    await pass();
    expect(server.sent).toHaveLength(1);
    const [request] = server.sent;
    expect(request).toMatchObject({ method: 'GET', path: '/_sse', channels: ['a', 'b/1 2&3'] });
    expect(request?.headers).toEqual({ accept: 'text/event-stream' });
    expect(request?.init.cache).toBe('no-store');
    expect(request?.init.credentials).toBeUndefined();
  });

  it('connects without a channel when told to', async () => {
    const { client, server } = harness();
    client.connect();
    await pass();
    expect(server.sent).toMatchObject([{ channels: [] }]);
    expect(client.connected).toBe(true);
  });

  it('tells its state and its id', async () => {
    const { client, server, told } = harness();
    server.greets = false;
    client.subscribe('a');
    await pass();
    expect(client.state).toBe('connecting');
    server.stream.welcome({ client: 'secret' });
    await pass();
    expect(client.state).toBe('connected');
    expect(client.id).toBe('secret');
    expect(told).toEqual([
      ['state', 'connecting'],
      ['state', 'connected'],
      ['connected', { id: 'secret' }],
    ]);
  });

  it('names itself to the application for as long as it is connected', async () => {
    const { client, server } = harness();
    expect(client.headers).toEqual({});
    server.greets = false;
    client.subscribe('a');
    await pass();
    expect(client.headers).toEqual({});
    server.stream.welcome({ client: 'secret' });
    await pass();
    expect(client.headers).toEqual({ 'Heliograph-Client': 'secret' });
    client.disconnect();
    expect(client.headers).toEqual({});
  });

  it('keeps the query of its address, and asks below its path', async () => {
    const { client, server } = harness({ url: 'https://h/app/_sse/?v=1' });
    client.subscribe('a');
    await pass();
    client.subscribe('b');
    await pass();
    expect(server.sent.map(({ path, query }) => `${path}?${query}`)).toEqual([
      '/app/_sse?v=1&channel=a',
      '/app/_sse/channels?v=1',
    ]);
  });

  it('adds no question mark to an address without a query', async () => {
    const { client, server } = await connected(['a']);
    client.subscribe('b');
    await pass();
    expect(server.sent.map(({ address }) => address)).toEqual([
      '/_sse?channel=a',
      '/_sse/channels',
    ]);
  });

  it('sends cookies to another origin only with credentials', async () => {
    const { server } = await connected(['a'], { withCredentials: true });
    expect(server.sent[0]?.init.credentials).toBe('include');
  });

  it('asks for its headers before every request', async () => {
    let asked = 0;
    const headers = () => Promise.resolve({ Authorization: `Bearer ${++asked}` });
    const { client, server } = await connected(['a'], { headers });
    client.subscribe('b');
    await pass();
    server.stream.end();
    await pass(1000);
    expect(server.sent.map((sent) => sent.headers.authorization)).toEqual([
      'Bearer 1',
      'Bearer 2',
      'Bearer 3',
    ]);
  });
});

describe('events', () => {
  it('come to the listeners of their channel and name', async () => {
    const { client, server } = await connected(['a', 'b']);
    const seen: unknown[] = [];
    client.subscribe('a').on('alert', (data, event) => seen.push([data, event]));
    client.subscribe('b').on('alert', (data) => seen.push(data));
    server.stream.event(11, 'a', { level: 1 }, 'alert');
    server.stream.event(12, 'a', 2, 'other');
    await pass();
    expect(seen).toEqual([
      [{ level: 1 }, { channel: 'a', event: 'alert', data: { level: 1 }, id: 'e.11' }],
    ]);
  });

  it('without a name are messages, and may have no data', async () => {
    const { client, server, all } = await connected(['a']);
    const listener = vi.fn();
    client.subscribe('a').on('message', listener);
    server.stream.event(11, 'a');
    await pass();
    const event = { channel: 'a', event: 'message', data: undefined, id: 'e.11' };
    expect(listener.mock.calls).toEqual([[undefined, event]]);
    expect(all('message')).toEqual([event]);
  });

  it('of any name come to onAny, until it is removed', async () => {
    const { client, server } = await connected(['a']);
    const seen: string[] = [];
    const remove = client.subscribe('a').onAny(({ event }) => seen.push(event));
    server.stream.event(11, 'a', 1, 'x');
    server.stream.event(12, 'a', 1, 'error');
    await pass();
    remove();
    server.stream.event(13, 'a', 1, 'y');
    await pass();
    expect(seen).toEqual(['x', 'error']);
  });

  it.each(['error', 'recovered', 'gap'])(
    'named %s are not what the server says of the channel',
    async (name) => {
      const { client, server } = await connected(['a']);
      const a = client.subscribe('a');
      const seen: unknown[] = [];
      a.on(name, (data) => seen.push(data));
      const said = vi.fn();
      a.onError(said);
      a.onRecovered(said);
      a.onGap(said);
      server.stream.event(11, 'a', { recovered: false, missed: 1 }, name);
      await pass();
      expect(seen).toEqual([{ recovered: false, missed: 1 }]);
      expect(said).not.toHaveBeenCalled();
    },
  );

  it('of a channel nobody subscribed to are dropped', async () => {
    const { server, all } = await connected(['a']);
    server.stream.event(11, 'other', 1);
    await pass();
    expect(all('message')).toEqual([]);
  });

  it('of names that a later protocol may have are ignored', async () => {
    const { client, server } = await connected(['a']);
    server.stream.control('novelty', {});
    server.stream.write('event: constructor\ndata: {}\n\n');
    await pass();
    expect(client.connected).toBe(true);
  });
});

describe('listeners', () => {
  it('that throw harm no other, and are reported', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const { client, server } = await connected(['a']);
    const subscription = client.subscribe('a');
    const seen: unknown[] = [];
    const failure = new Error('mine');
    client.on('message', () => {
      throw failure;
    });
    subscription.on('message', () => {
      throw failure;
    });
    subscription.on('message', (data) => seen.push(data));
    server.stream.event(11, 'a', 1);
    server.stream.event(12, 'a', 2);
    await pass();
    expect(seen).toEqual([1, 2]);
    expect(reported.mock.calls).toEqual([[failure], [failure], [failure], [failure]]);
    expect(client.connected).toBe(true);
  });

  it('that throw are uncaught errors where nobody takes reports, as in Node', async () => {
    const { client, server } = await connected(['a']);
    const queued: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (run: () => void) => queued.push(run));
    const failure = new Error('mine');
    client.on('message', () => {
      throw failure;
    });
    server.stream.event(11, 'a', 1);
    await pass();
    expect(queued).toHaveLength(1);
    expect(queued[0]).toThrow(failure);
    expect(client.connected).toBe(true);
  });

  it('are removed by off and by what on returned, and once hears once', async () => {
    const { client, server } = await connected(['a']);
    const subscription = client.subscribe('a');
    const off = vi.fn();
    const removed = vi.fn();
    const once = vi.fn();
    subscription.on('message', off);
    const remove = subscription.on('message', removed);
    subscription.once('message', once);
    server.stream.event(11, 'a', 1);
    await pass();
    subscription.off('message', off);
    remove();
    server.stream.event(12, 'a', 2);
    await pass();
    expect([off, removed, once].map((listener) => listener.mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('are called once however often they were added', async () => {
    const { client, server } = await connected(['a']);
    const listener = vi.fn();
    client.subscribe('a').on('message', listener);
    client.subscribe('a').on('message', listener);
    server.stream.event(11, 'a', 1);
    await pass();
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

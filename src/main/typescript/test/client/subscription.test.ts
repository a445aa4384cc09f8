import { describe, expect, it } from 'vitest';
import { SSESubscription, type SSEEvent } from '../../src/client.js';
import { noAnswer, problem } from '../support/fake-server.js';
import { connected, harness, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

/** Iterates in the background; what it saw, and how it ended. */
function follow(subscription: SSESubscription) {
  const seen: SSEEvent[] = [];
  const outcome = { seen, end: 'none' };
  const run = async () => {
    for await (const event of subscription) seen.push(event);
    outcome.end = 'done';
  };
  run().catch((error: unknown) => {
    outcome.end = String(error);
  });
  return outcome;
}

describe('ready', () => {
  it('resolves when the channel is granted', async () => {
    const { client, server } = harness();
    server.greets = false;
    const a = client.subscribe('a');
    let ready = false;
    void a.ready().then(() => (ready = true));
    await pass();
    server.stream.welcome();
    await pass();
    expect([ready, a.status]).toEqual([false, 'pending']);
    server.stream.control('subscribed', { channel: 'a' });
    await pass();
    expect([ready, a.status]).toEqual([true, 'subscribed']);
    await a.ready();
  });

  it('rejects when the subscription is closed, before and after', async () => {
    const { client } = harness();
    const a = client.subscribe('a');
    const before = expect(a.ready()).rejects.toMatchObject({ code: 'closed', channel: 'a' });
    a.close();
    await before;
    await expect(a.ready()).rejects.toMatchObject({ code: 'closed', channel: 'a' });
  });

  it('waits through a lost network', async () => {
    const { client, server } = harness();
    server.answers.GET = [noAnswer, noAnswer];
    const ready = client.subscribe('a').ready();
    await pass(5000);
    await ready;
    expect(server.of('GET')).toHaveLength(3);
  });

  it('rejects while the connection has failed, and waits anew after connect', async () => {
    const { client, server } = harness();
    server.answers.GET = [problem(406)];
    const a = client.subscribe('a');
    await pass();
    await expect(a.ready()).rejects.toMatchObject({ status: 406 });
    client.connect();
    const ready = a.ready();
    await pass();
    await ready;
  });
});

describe('the same channel', () => {
  it('is the same subscription', () => {
    const { client } = harness();
    const a = client.subscribe('a');
    expect(a).toBeInstanceOf(SSESubscription);
    expect(a.channel).toBe('a');
    expect(client.subscribe('a')).toBe(a);
    expect(client.subscribe('b')).not.toBe(a);
  });

  it('is granted at once where it was closed and subscribed in the same turn', async () => {
    const { client, server } = await connected(['a']);
    client.subscribe('a').close();
    client.subscribe('a').close();
    client.subscribe('a').close();
    const again = client.subscribe('a');
    await pass();
    expect(again.status).toBe('subscribed');
    expect(server.sent).toHaveLength(1);
  });
});

describe('for await', () => {
  it('gives the events from when it began, until the subscription is closed', async () => {
    const { client, server } = await connected(['a']);
    const a = client.subscribe('a');
    server.stream.event(11, 'a', 'before');
    await pass();
    const [first, second] = [follow(a), follow(a)];
    for (const sequence of [12, 13]) server.stream.event(sequence, 'a', sequence, 'x');
    await pass();
    a.close();
    a.close();
    await pass();
    for (const { seen, end } of [first, second]) {
      expect(seen).toEqual([
        { channel: 'a', event: 'x', data: 12, id: 'e.12' },
        { channel: 'a', event: 'x', data: 13, id: 'e.13' },
      ]);
      expect(end).toBe('done');
    }
  });

  it('throws when the channel is refused, after the events it holds', async () => {
    const { client, server } = await connected(['a']);
    const iterator = client.subscribe('a')[Symbol.asyncIterator]();
    server.stream.event(11, 'a', 1);
    server.stream.control('unsubscribed', { channel: 'a', reason: 'revoked' });
    await pass();
    await expect(iterator.next()).resolves.toMatchObject({ value: { data: 1 } });
    await expect(iterator.next()).rejects.toThrow('Unauthorized');
    await expect(iterator.return?.()).resolves.toEqual({ value: undefined, done: true });
  });

  it('throws when the connection fails for good, and goes on through one that is lost', async () => {
    const { client, server } = await connected(['a']);
    const outcome = follow(client.subscribe('a'));
    server.stream.end();
    await pass(500);
    server.stream.event(11, 'a', 1);
    await pass();
    expect(outcome).toMatchObject({ seen: [{ data: 1 }], end: 'none' });
    server.answers.GET = [problem(406)];
    server.stream.end();
    await pass(5000);
    expect(outcome.end).toContain('406');
  });

  it('ends at once on a closed subscription', async () => {
    const { client } = await connected(['a']);
    const a = client.subscribe('a');
    client.close();
    const outcome = follow(a);
    await pass();
    expect(outcome.end).toBe('done');
  });

  it('holds 256 events for a busy consumer, and says how many came in vain', async () => {
    const { client, server } = await connected(['a']);
    const iterator = client.subscribe('a')[Symbol.asyncIterator]();
    for (let n = 1; n <= 300; n++) server.stream.event(10 + n, 'a', n);
    await pass();
    const seen: unknown[] = [];
    for (let n = 0; n < 256; n++) seen.push((await iterator.next()).value?.data);
    expect(seen).toEqual(Array.from({ length: 256 }, (_, n) => n + 1));
    server.stream.event(311, 'a', 301);
    server.stream.event(312, 'a', 302);
    await pass();
    await expect(iterator.next()).resolves.toMatchObject({ value: { data: 301, missed: 44 } });
    expect((await iterator.next()).value).not.toHaveProperty('missed');
  });

  it('is left without closing the subscription, and hears no more', async () => {
    const { client, server } = await connected(['a']);
    const a = client.subscribe('a');
    const iterator = a[Symbol.asyncIterator]();
    const pending = iterator.next();
    await iterator.return?.();
    await expect(pending).resolves.toEqual({ value: undefined, done: true });
    server.stream.event(11, 'a', 1);
    await pass();
    await expect(iterator.next()).resolves.toEqual({ value: undefined, done: true });
    expect(a.status).toBe('subscribed');
    const seen: unknown[] = [];
    const loop = (async () => {
      for await (const { data } of a) {
        seen.push(data);
        break;
      }
    })();
    for (const n of [12, 13]) server.stream.event(n, 'a', n);
    await pass();
    await loop;
    expect(seen).toEqual([12]);
  });
});

describe('a subscription to a client that the server has closed', () => {
  it('says why it waits, until connect', async () => {
    const { client, server } = await connected(['a']);
    server.stream.control('bye', { reason: 'disconnected', reconnect: false });
    await pass();
    const b = client.subscribe('b');
    await expect(b.ready()).rejects.toThrow('disconnected');
    client.connect();
    const ready = b.ready();
    await pass();
    await ready;
    expect(b.status).toBe('subscribed');
  });
});

describe('a channel that has expired without refreshToken', () => {
  it('is asked for again by a listener that connects', async () => {
    const { client, server } = await connected(['a']);
    client.subscribe('a').onError(({ code }) => {
      if (code === 'expired') client.connect();
    });
    server.stream.write(
      'event: hg.unsubscribed\ndata: {"channel":"a","reason":"expired"}\n\n' +
        'event: hg.bye\ndata: {"reason":"expired","reconnect":false}\n\n',
    );
    await pass(5000);
    expect([client.state, client.subscribe('a').status]).toEqual(['connected', 'subscribed']);
  });
});

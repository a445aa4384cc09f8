import { describe, expect, it, vi } from 'vitest';
import { noAnswer, problem } from '../support/fake-server.js';
import { connected, harness, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

describe('resuming', () => {
  it('goes on from the last event seen', async () => {
    const { server } = await connected(['a', 'b']);
    server.stream.event(11, 'a', 1);
    server.stream.event(14, 'b', 1);
    await pass();
    server.stream.end();
    await pass(500);
    expect(server.of('GET')[1]).toMatchObject({
      channels: ['a', 'b'],
      headers: { 'last-event-id': 'e.14' },
    });
  });

  it('goes on from the welcome where no event was seen', async () => {
    const { server } = await connected(['a']);
    server.stream.end();
    await pass(500);
    expect(server.of('GET')[1]?.headers['last-event-id']).toBe('e.10');
  });

  it('keeps its position although a later welcome names another', async () => {
    const { server } = await connected(['a']);
    server.stream.event(11, 'a', 1);
    await pass();
    server.greets = false;
    server.stream.end();
    await pass(500);
    server.stream.welcome({ position: 'e.20' });
    server.stream.end();
    await pass(1000);
    expect(server.of('GET')[2]?.headers['last-event-id']).toBe('e.11');
  });

  it('drops what it has seen, and takes all of another epoch', async () => {
    const { client, server } = await connected(['a']);
    const seen: unknown[] = [];
    client.subscribe('a').on('message', (data) => seen.push(data));
    for (const sequence of [11, 12, 12, 11, 9]) server.stream.event(sequence, 'a', sequence);
    await pass();
    server.stream.end();
    await pass(500);
    for (const sequence of [12, 13]) server.stream.event(sequence, 'a', sequence);
    for (const sequence of [1, 2, 2]) server.stream.event(sequence, 'a', `f${sequence}`, '', 'f');
    await pass();
    expect(seen).toEqual([11, 12, 13, 'f1', 'f2']);
  });

  it('compares sequences as numbers', async () => {
    const { client, server } = await connected(['a']);
    const seen: unknown[] = [];
    client.subscribe('a').on('message', (data) => seen.push(data));
    for (const sequence of [99, 100, 1000]) server.stream.event(sequence, 'a', sequence);
    await pass();
    expect(seen).toEqual([99, 100, 1000]);
  });

  it('tells whether all was recovered, on what had been granted before', async () => {
    const { client, server } = await connected(['a']);
    const told: unknown[] = [];
    client.subscribe('a').onRecovered((recovery) => told.push(['a', recovery]));
    server.greets = false;
    server.stream.end();
    await pass();
    client.subscribe('b').onRecovered((recovery) => told.push(['b', recovery]));
    await pass(500);
    server.stream.welcome();
    server.stream.control('subscribed', { channel: 'a', recovered: true, replayed: 3 });
    server.stream.control('subscribed', { channel: 'b', recovered: true, replayed: 0 });
    await pass();
    expect(told).toEqual([['a', { recovered: true, replayed: 3 }]]);
  });

  it('passes on that the server skipped events', async () => {
    const { client, server } = await connected(['a']);
    const gap = vi.fn();
    client.subscribe('a').onGap(gap);
    server.stream.control('gap', { channel: 'a', missed: 17 });
    await pass();
    expect(gap.mock.calls).toEqual([[{ missed: 17 }]]);
  });
});

describe('reconnecting', () => {
  it.each([
    [
      'a clean end',
      (stream: { end(): void }) => {
        stream.end();
      },
      'network',
    ],
    [
      'a lost network',
      (stream: { cut(): void }) => {
        stream.cut();
      },
      'network',
    ],
  ] as const)('follows %s', async (_, lose, code) => {
    const { client, server, told } = await connected(['a']);
    told.length = 0;
    lose(server.stream);
    await pass();
    expect(told).toMatchObject([
      ['state', 'reconnecting'],
      ['disconnected', { reason: code, reconnect: true }],
      ['reconnecting', { attempt: 1, delay: 500, cause: { code, status: 0 } }],
    ]);
    expect([client.connected, client.id, client.subscribe('a').status]).toEqual([
      false,
      undefined,
      'pending',
    ]);
    await pass(499);
    expect(server.streams).toHaveLength(1);
    await pass(1);
    expect(server.streams).toHaveLength(2);
    expect([client.connected, client.id]).toEqual([true, 'c2']);
  });

  it.each([408, 429, 500, 502, 503, 504])('follows status %i', async (status) => {
    const { client, server, all } = harness();
    server.answers.GET = [problem(status, { detail: 'busy' })];
    client.subscribe('a');
    await pass();
    expect(all('reconnecting')).toMatchObject([{ attempt: 1, cause: { status, code: 'http' } }]);
    expect(all('reconnecting')[0]?.cause.message).toBe(`HTTP ${status} busy`);
    await pass(500);
    expect(client.connected).toBe(true);
  });

  it('backs off exponentially, with full jitter, up to the ceiling', async () => {
    const { client, server, all } = harness({ maxReconnectDelay: 3000 });
    server.answers.GET = Array.from({ length: 6 }, () => noAnswer);
    client.subscribe('a');
    await pass(60_000);
    expect(all('reconnecting').map(({ delay }) => delay)).toEqual([
      500, 750, 1125, 1500, 1500, 1500,
    ]);
    expect(all('reconnecting').map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('waits exactly the ceiling without jitter', async () => {
    const { client, server, all } = harness({
      jitter: false,
      reconnectDelay: 100,
      reconnectMultiplier: 2,
    });
    server.answers.GET = Array.from({ length: 4 }, () => noAnswer);
    client.subscribe('a');
    await pass(60_000);
    expect(all('reconnecting').map(({ delay }) => delay)).toEqual([100, 200, 400, 800]);
  });

  it('never waits less than retry asks', async () => {
    const { server, all } = await connected(['a']);
    server.stream.write('retry: 4000\n\n');
    await pass();
    server.stream.end();
    await pass();
    expect(all('reconnecting')[0]?.delay).toBe(4500);
  });

  it('waits for Retry-After, in seconds or as a date, and a random time on top', async () => {
    vi.setSystemTime('2030-01-01T00:00:00Z');
    const { client, server, all } = harness();
    server.answers.GET = [
      problem(503, {}, { 'retry-after': '120' }),
      problem(503, {}, { 'retry-after': 'Tue, 01 Jan 2030 00:02:30 GMT' }),
      problem(503, {}, { 'retry-after': 'soon' }),
    ];
    client.subscribe('a');
    await pass(200_000);
    expect(all('reconnecting').map(({ delay }) => delay)).toEqual([120_500, 30_250, 1125]);
  });

  it('does not turn a very long wait into none', async () => {
    const { client, server } = harness();
    server.answers.GET = [problem(503, {}, { 'retry-after': '9999999' })];
    client.subscribe('a');
    await pass(60_000);
    expect(server.sent).toHaveLength(1);
  });

  it('gives up after as many attempts as allowed, and connect tries anew', async () => {
    const { client, server, all } = harness({ maxReconnectAttempts: 2 });
    server.answers.GET = [noAnswer, noAnswer, noAnswer, noAnswer];
    client.subscribe('a');
    await pass(60_000);
    expect(server.sent).toHaveLength(3);
    expect(client.state).toBe('failed');
    expect(all('error')).toMatchObject([{ code: 'network' }]);
    client.connect();
    await pass(500);
    expect(client.connected).toBe(true);
    expect(client.subscribe('a').status).toBe('subscribed');
  });

  it('survives headers that cannot be had for now', async () => {
    let calls = 0;
    const headers = () => (calls++ ? { a: 'b' } : Promise.reject(new Error('not yet')));
    const { client, server, all } = harness({ headers });
    client.subscribe('a');
    await pass(500);
    expect(all('reconnecting')).toMatchObject([{ cause: { message: 'Error: not yet' } }]);
    expect(server.of('GET')).toMatchObject([{ headers: { a: 'b' } }]);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer } from '../support/fake-server.js';
import { FakeTabs } from '../support/fake-tabs.js';
import { inVirtualTime, openTab, pass } from '../support/harness.js';

inVirtualTime();

let server: FakeServer;
let tabs: FakeTabs;

const tab = (...channels: string[]) => openTab(server, channels);
const live = () => server.streams.filter(({ closed }) => !closed);

beforeEach(() => {
  server = new FakeServer();
  tabs = new FakeTabs();
});

describe('when the leader goes', () => {
  it.each(['close', 'disconnect'] as const)('by %s, the next tab resumes', async (leave) => {
    const first = await tab('a', 'only-mine');
    const second = await tab('a', 'b');
    const third = await tab('c');
    const recovered = vi.fn();
    second.client.subscribe('a').onRecovered(recovered);
    server.stream.event(11, 'a', 11);
    await pass();
    first.client[leave]();
    await pass(10);
    expect(live()).toHaveLength(1);
    const resumed = server.of('GET')[1];
    expect(new Set(resumed?.channels)).toEqual(new Set(['a', 'b', 'c']));
    expect(resumed?.headers['last-event-id']).toBe('e.11');
    for (const [sequence, channel] of [
      [11, 'a'],
      [12, 'a'],
      [13, 'c'],
    ] as const) {
      server.stream.event(sequence, channel, sequence);
    }
    await pass();
    expect([second.seen, third.seen]).toEqual([[11, 12], [13]]);
    expect(recovered).toHaveBeenCalledTimes(1);
    expect(third.client.connected).toBe(true);
  });

  it('by a crash, the next tab resumes, and drops the channels of the dead', async () => {
    await tab('dead');
    const second = await tab('a');
    server.stream.event(11, 'a', 11);
    await pass();
    server.stream.closed = true;
    tabs.crash(1, true);
    await pass(10);
    expect(server.of('GET')[1]).toMatchObject({ headers: { 'last-event-id': 'e.11' } });
    expect(server.of('GET')[1]?.channels).toContain('a');
    await pass(1000);
    const known = new Set(server.of('GET')[1]?.channels);
    for (const { channels } of server.of('DELETE')) for (const name of channels) known.delete(name);
    expect([...known]).toEqual(['a']);
    server.stream.event(12, 'a', 12);
    await pass();
    expect(second.seen).toEqual([11, 12]);
  });

  it('any tab may be next, and knows them all', async () => {
    tabs.locks.newestFirst = true;
    const first = await tab('a');
    await tab('b');
    await tab('c');
    first.client.close();
    await pass(10);
    expect(new Set(server.of('GET')[1]?.channels)).toEqual(new Set(['b', 'c']));
  });

  it('a late word of its stream does not confuse the next one', async () => {
    const first = await tab('a');
    const second = await tab('a');
    first.client.close();
    await pass(10);
    const event = { channel: 'a', event: 'message', data: 'late', id: 'e.15' };
    tabs.say({ signal: { type: 'connected', id: 'stale', position: 'e.1' } });
    tabs.say({ signal: { type: 'event', channel: 'a', event } });
    await pass();
    expect(second.client.id).toBe('c2');
    expect(second.seen).toEqual(['late']);
  });

  it('a tab that came without hearing an event resumes where the leader began', async () => {
    const first = await tab('a');
    await tab('b');
    first.client.close();
    await pass(10);
    expect(server.of('GET')[1]?.headers['last-event-id']).toBe('e.10');
  });
});

describe('when another tab goes', () => {
  it('its channels go with it', async () => {
    await tab('a');
    const second = await tab('b');
    second.client.close();
    await pass();
    expect(server.of('DELETE')).toMatchObject([{ channels: ['b'] }]);
    expect(live()).toHaveLength(1);
  });

  it('though it crash', async () => {
    await tab('a');
    await tab('b');
    tabs.crash(2, false);
    await pass(10);
    expect(server.of('DELETE')).toMatchObject([{ channels: ['b'] }]);
  });

  it('it may come back, and is told that it may have missed events', async () => {
    await tab('a');
    const second = await tab('a');
    const recovered = vi.fn();
    second.client.subscribe('a').onRecovered(recovered);
    second.client.disconnect();
    await pass();
    server.stream.event(11, 'a', 11);
    await pass();
    second.client.connect();
    await pass(10);
    server.stream.event(12, 'a', 12);
    await pass();
    expect(second.seen).toEqual([12]);
    expect(recovered.mock.calls).toEqual([[{ recovered: false, replayed: 0 }]]);
    expect(live()).toHaveLength(1);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { FakePage } from '../support/fake-page.js';
import { FakeServer } from '../support/fake-server.js';
import { FakeTabs } from '../support/fake-tabs.js';
import { inVirtualTime, openTab, pass } from '../support/harness.js';

inVirtualTime();

let server: FakeServer;
let tabs: FakeTabs;

const tab = (...channels: string[]) => openTab(server, channels);
const live = () => server.streams.filter(({ closed }) => !closed);

/** Keeps the streams that are open alive for so many seconds. */
const beat = async (seconds: number) => {
  for (let passed = 0; passed < seconds; passed += 10) {
    for (const stream of live()) stream.write(':\n');
    await pass(10_000);
  }
};

beforeEach(() => {
  server = new FakeServer();
  tabs = new FakeTabs();
});

describe('a tab that leads and is frozen', () => {
  it('loses the lead to another, which misses nothing', async () => {
    await tab('a');
    const second = await tab('a');
    server.stream.event(11, 'a', 11);
    await pass();
    tabs.freeze(1);
    server.stream.event(12, 'a', 12);
    await beat(60);
    expect(server.of('GET')[1]?.headers['last-event-id']).toBe('e.11');
    expect(live()).toHaveLength(1);
    server.stream.event(12, 'a', 12);
    server.stream.event(13, 'a', 13);
    await pass();
    expect(second.seen).toEqual([11, 12, 13]);
    expect(second.client.connected).toBe(true);
  });

  it('loses the lead sooner where somebody looks at another tab', async () => {
    const page = new FakePage();
    await tab('a');
    await tab('a');
    tabs.freeze(1);
    page.visible(false);
    page.visible(true);
    await pass(8_000);
    expect(server.of('GET')).toHaveLength(2);
  });

  it('follows when it thaws', async () => {
    const first = await tab('a');
    const second = await tab('a');
    const thaw = tabs.freeze(1);
    await beat(60);
    thaw();
    await beat(60);
    expect(live()).toHaveLength(1);
    server.stream.event(21, 'a', 21);
    await pass();
    expect([first.seen, second.seen]).toEqual([[21], [21]]);
  });

  it('has one heir, however many wait', async () => {
    await tab('a');
    const others = [await tab('a'), await tab('a'), await tab('a')];
    tabs.freeze(1);
    await beat(120);
    expect(live()).toHaveLength(1);
    server.stream.event(11, 'a', 11);
    await pass();
    for (const { seen } of others) expect(seen).toEqual([11]);
  });
});

describe('a tab that leads and lives', () => {
  it('keeps the lead through any silence of its stream', async () => {
    await tab('a');
    await tab('a');
    await beat(300);
    expect(server.of('GET')).toHaveLength(1);
  });
});

describe('where a page may not use locks', () => {
  it('each tab has its own stream', async () => {
    tabs.deny();
    const first = await tab('a');
    const second = await tab('a');
    expect(live()).toHaveLength(2);
    second.client.subscribe('b');
    await pass();
    for (const stream of live()) stream.event(11, 'a', 11);
    await pass();
    expect([first.seen, second.seen]).toEqual([[11], [11]]);
    expect(server.of('POST')[0]?.channels).toEqual(['b']);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { noAnswer } from '../support/fake-server.js';
import { FakePage } from '../support/fake-page.js';
import { connected, harness, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

describe('a silent stream', () => {
  it('is given up after 2.5 heartbeats', async () => {
    const { server, all } = harness();
    server.greets = false;
    const { client } = harness({}, server);
    client.subscribe('a');
    await pass();
    server.stream.welcome({ heartbeat: 4000 });
    await pass(9999);
    expect(client.connected).toBe(true);
    await pass(1);
    expect(client.state).toBe('reconnecting');
    expect(server.stream.closed).toBe(true);
    expect(all('error')).toEqual([]);
    await pass(500);
    expect(server.of('GET')[1]?.headers['last-event-id']).toBe('e.10');
  });

  it('lives on with every byte, be it a comment or half an event', async () => {
    const { client, server } = await connected(['a']);
    for (const text of [': hb\n', 'data: {"chan', 'nel":"a"}', '\n']) {
      await pass(74_000);
      server.stream.write(text);
      await pass();
    }
    await pass(74_999);
    expect(client.connected).toBe(true);
    expect(server.streams).toHaveLength(1);
    await pass(1);
    expect(client.connected).toBe(false);
  });

  it('is not watched where the server sends no heartbeats', async () => {
    const { client, server } = harness();
    server.greets = false;
    client.subscribe('a');
    await pass();
    server.stream.welcome({ heartbeat: 0 });
    await pass(1_000_000);
    expect(client.connected).toBe(true);
  });

  it('is given up though it never began, or the fetch heeds no signal', async () => {
    const { server, all } = harness();
    server.answers.GET = [() => new Promise(() => undefined)];
    const { client } = harness({}, server);
    client.subscribe('a');
    await pass(75_000 + 500);
    expect(server.of('GET')).toHaveLength(2);
    expect(client.connected).toBe(true);
    expect(all('error')).toEqual([]);
  });
});

describe('a page', () => {
  it('that can be seen again leaves a stale stream, and keeps a fresh one', async () => {
    const page = new FakePage();
    const { client, server } = await connected(['a']);
    page.visible(false);
    page.visible(true);
    await pass();
    expect(client.connected).toBe(true);
    // The machine slept: time has passed, and no timer has fired.
    vi.setSystemTime(Date.now() + 75_000);
    page.visible(false);
    await pass();
    expect(client.connected).toBe(true);
    page.visible(true);
    await pass();
    expect(client.state).toBe('reconnecting');
    await pass(500);
    expect(server.streams).toHaveLength(2);
  });

  it('that goes away closes the stream, and resumes when it comes back', async () => {
    const page = new FakePage();
    const { client, server, all } = await connected(['a']);
    server.stream.event(11, 'a', 1);
    await pass();
    page.dispatch('pagehide', { persisted: true });
    await pass();
    expect(server.stream.closed).toBe(true);
    expect(client.state).toBe('disconnected');
    expect(all('disconnected')).toEqual([{ reason: 'page', reconnect: false }]);
    await pass(600_000);
    page.dispatch('pageshow', { persisted: true });
    await pass();
    expect(client.connected).toBe(true);
    expect(server.of('GET')[1]?.headers['last-event-id']).toBe('e.11');
  });

  it('that is shown, whether or not it was away, opens nothing that was not open', async () => {
    const page = new FakePage();
    const { client, server } = harness();
    page.dispatch('pageshow', { persisted: false });
    page.dispatch('pagehide');
    page.dispatch('pageshow', { persisted: true });
    await pass();
    expect(server.sent).toEqual([]);
    expect(client.state).toBe('idle');
  });

  it('that comes back does not open what was disconnected before', async () => {
    const page = new FakePage();
    const { client, server } = await connected(['a']);
    client.disconnect();
    page.dispatch('pagehide');
    page.dispatch('pageshow', { persisted: true });
    await pass();
    expect(server.of('GET')).toHaveLength(1);
    expect(client.state).toBe('disconnected');
  });

  it('is followed no longer than the client lives', async () => {
    const page = new FakePage();
    const { client } = await connected(['a']);
    expect(page.listeners).toBe(4);
    client.close();
    expect(page.listeners).toBe(0);
  });
});

describe('a client', () => {
  it('that is disconnected stays away until connect, and resumes', async () => {
    const { client, server, all } = await connected(['a']);
    server.stream.event(11, 'a', 1);
    await pass();
    client.disconnect();
    await pass();
    expect(server.stream.closed).toBe(true);
    expect(all('disconnected')).toEqual([{ reason: 'client', reconnect: false }]);
    const b = client.subscribe('b');
    await pass(600_000);
    expect(server.of('GET')).toHaveLength(1);
    client.connect();
    await pass();
    expect(server.of('GET')[1]).toMatchObject({
      channels: ['a', 'b'],
      headers: { 'last-event-id': 'e.11' },
    });
    expect(b.status).toBe('subscribed');
  });

  it('that reconnects has one stream at a time', async () => {
    const { client, server } = await connected(['a']);
    const [first] = server.streams;
    client.reconnect();
    await pass();
    expect(first?.closed).toBe(true);
    expect(server.streams).toHaveLength(2);
    expect(client.connected).toBe(true);
    server.answers.GET = [noAnswer];
    server.stream.cut();
    await pass(500);
    client.reconnect();
    await pass();
    expect(client.connected).toBe(true);
    expect(server.streams).toHaveLength(3);
  });

  it('that was opened and stopped again and again has one stream', async () => {
    const { client, server } = await connected(['a']);
    for (let time = 0; time < 3; time++) {
      client.disconnect();
      client.connect();
    }
    await pass();
    expect(server.streams.filter(({ closed }) => !closed)).toHaveLength(1);
  });

  it('may be stopped by any of its own listeners', async () => {
    const { client, server } = harness();
    client.on('state', (state) => {
      if (state === 'connecting') client.disconnect();
    });
    client.subscribe('a');
    await pass(60_000);
    expect(server.sent).toEqual([]);
    expect(client.state).toBe('disconnected');
  });

  it('may be stopped while it tells that it waits', async () => {
    const { client, server } = await connected(['a']);
    client.on('reconnecting', () => {
      client.disconnect();
    });
    server.stream.end();
    await pass();
    expect(vi.getTimerCount()).toBe(0);
    await pass(60_000);
    expect(server.of('GET')).toHaveLength(1);
    expect(client.state).toBe('disconnected');
  });

  it('stops reading though the fetch it was given heeds no signal', async () => {
    const { client, server } = await connected(['a'], {}, (sent) => ({ ...sent, signal: null }));
    client.disconnect();
    server.stream.event(11, 'a', 1);
    await pass();
    expect(server.stream.closed).toBe(true);
  });

  it('that is closed ends all, leaves no timer, and cannot be used again', async () => {
    const { client, server } = await connected(['a']);
    const a = client.subscribe('a');
    client.close();
    await pass();
    expect(server.stream.closed).toBe(true);
    expect([client.state, a.status]).toEqual(['closed', 'closed']);
    expect(vi.getTimerCount()).toBe(0);
    for (const use of [
      () => client.subscribe('b'),
      () => {
        client.connect();
      },
      () => {
        client.reconnect();
      },
    ]) {
      expect(use).toThrow('Client is closed');
    }
    client.close();
    client.disconnect();
  });
});

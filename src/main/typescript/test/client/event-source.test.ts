import { describe, expect, it, vi } from 'vitest';
import type { EventSourceLike } from '../../src/client.js';
import { FakeServer } from '../support/fake-server.js';
import { harness, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

/** An EventSource that does what the test says. */
class FakeEventSource implements EventSourceLike {
  static opened: FakeEventSource[] = [];
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>();
  onerror: ((event: Event) => void) | null = null;
  closed = false;

  constructor(
    readonly url: string,
    readonly init: { withCredentials: boolean },
  ) {
    FakeEventSource.opened.push(this);
  }

  send(type: string, data: object, lastEventId = ''): void {
    const event = new MessageEvent(type, { data: JSON.stringify(data), lastEventId });
    this.#listeners.get(type)?.(event);
  }

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(type, listener);
  }

  welcome(): void {
    this.send('hg.welcome', { client: 'c1', position: 'e.10', heartbeat: 1000 }, 'e.10');
  }

  close(): void {
    this.closed = true;
  }
}

const open = async (options = {}) => {
  FakeEventSource.opened = [];
  const server = new FakeServer();
  const setup = harness(
    { transport: 'eventsource', EventSource: FakeEventSource, ...options },
    server,
  );
  setup.client.subscribe('a');
  await vi.waitFor(() => {
    expect(FakeEventSource.opened).toHaveLength(1);
  });
  const [source] = FakeEventSource.opened as [FakeEventSource];
  return { ...setup, source };
};

describe('the transport eventsource', () => {
  it('opens one EventSource, and hears control events and events', async () => {
    const { client, source, server, all } = await open({ withCredentials: true });
    expect(source.url).toBe('/_sse?channel=a');
    expect(source.init).toEqual({ withCredentials: true });
    source.welcome();
    source.send('hg.subscribed', { channel: 'a' });
    source.send('message', { channel: 'a', event: 'x', data: 1 }, 'e.11');
    source.send('message', { channel: 'a', event: 'x', data: 1 }, 'e.11');
    expect(client.connected).toBe(true);
    expect(all('message')).toEqual([{ channel: 'a', event: 'x', data: 1, id: 'e.11' }]);
    expect(server.of('GET')).toEqual([]);
  });

  it('changes channels by fetch', async () => {
    const { client, source, server } = await open();
    source.welcome();
    const b = client.subscribe('b');
    await pass();
    expect(server.of('POST')).toMatchObject([{ path: '/_sse/channels', channels: ['b'] }]);
    expect(b.status).toBe('subscribed');
  });

  it('replaces a lost EventSource by one with the channels and the position of now', async () => {
    const { client, source } = await open();
    source.welcome();
    source.send('message', { channel: 'a' }, 'e.11');
    client.subscribe('b');
    await pass();
    source.onerror?.(new Event('error'));
    await pass();
    expect(source.closed).toBe(true);
    expect(client.state).toBe('reconnecting');
    await pass(500);
    expect(FakeEventSource.opened).toHaveLength(2);
    expect(FakeEventSource.opened[1]?.url).toBe('/_sse?channel=a&channel=b&lastEventId=e.11');
  });

  it('is not taken for dead in silence: comments cannot be seen', async () => {
    const { client, source } = await open();
    source.welcome();
    await pass(1_000_000);
    expect(client.connected).toBe(true);
  });

  it('closes the EventSource with the client', async () => {
    const { client, source } = await open();
    client.disconnect();
    expect(source.closed).toBe(true);
  });
});

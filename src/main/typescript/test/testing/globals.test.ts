import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SSEClient } from '../../src/client.js';
import { fakeServer, type FakeServer } from '../../src/testing.js';

let server: FakeServer;
const others = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('fetch', others.mockReset().mockResolvedValue(new Response('other')));
  server = fakeServer().install();
});

afterEach(() => {
  server.close();
});

/** An EventSource as any page opens it, and what it tells. */
function open(url: string) {
  const source = new EventSource(url);
  const told: string[] = [];
  for (const type of ['open', 'error', 'hg.subscribed', 'alert', 'message']) {
    source.addEventListener(type, (event) => {
      const { data, lastEventId } = event as MessageEvent<string>;
      told.push([type, data, lastEventId].join(' ').trim());
    });
  }
  return { source, told };
}

describe('an installed server', () => {
  it('has the streams of a client that knows nothing of it', async () => {
    const client = new SSEClient();
    const heard = vi.fn();
    client.subscribe('a').on('message', heard);
    await server.subscribed('a');
    server.send('a', 'message', 1);
    await server.settled();
    expect(heard.mock.calls).toMatchObject([[1, {}]]);
    client.close();
  });

  it('leaves all other requests to whom they belong', async () => {
    expect(await (await fetch('/api/users')).text()).toBe('other');
    expect(others.mock.calls).toEqual([['/api/users', undefined]]);
  });

  it('gives the globals back', () => {
    const { EventSource } = globalThis;
    server.close();
    expect(fetch).toBe(others);
    expect(globalThis.EventSource).not.toBe(EventSource);
  });
});

describe('the EventSource of a fake server', () => {
  it('hears events, and resumes after a cut', async () => {
    const { source, told } = open('_sse?channel=a&format=plain');
    expect(source.readyState).toBe(EventSource.CONNECTING);
    await server.subscribed('a');
    expect(source.readyState).toBe(EventSource.OPEN);
    server.send('a', 'alert', 1);
    await server.settled();
    server.cut();
    server.send('a', 'message', 2);
    await server.subscribed('a');
    source.close();
    expect(told).toEqual([
      'open',
      'hg.subscribed {"channel":"a"} fake1.0',
      'alert 1 fake1.1',
      'error',
      'open',
      'hg.subscribed {"channel":"a","recovered":true,"replayed":1} fake1.1',
      'message 2 fake1.2',
    ]);
  });

  it('waits while the server is down', async () => {
    const { source, told } = open('/_sse?channel=a');
    await server.subscribed('a');
    server.down();
    await vi.waitFor(() => {
      expect(told.at(-1)).toBe('error');
    });
    expect(source.readyState).toBe(EventSource.CONNECTING);
    server.up();
    await server.subscribed('a');
    expect(source.readyState).toBe(EventSource.OPEN);
    source.close();
    await server.unsubscribed('a');
    expect(source.readyState).toBe(EventSource.CLOSED);
  });

  it('gives up where it is refused', async () => {
    server.reject('a');
    const { source } = open('/_sse?channel=a');
    const error = vi.fn();
    source.onerror = error;
    await vi.waitFor(() => {
      expect(error).toHaveBeenCalledTimes(1);
    });
    expect(source.readyState).toBe(EventSource.CLOSED);
    expect(server.requests).toHaveLength(1);
  });

  it('carries a client, too', async () => {
    const client = new SSEClient({ transport: 'eventsource', reconnectDelay: 0 });
    const heard: unknown[] = [];
    client.subscribe('a').on('message', (data) => heard.push(data));
    await server.subscribed('a');
    server.send('a', 'message', 1);
    await server.settled();
    server.cut();
    server.send('a', 'message', 2);
    await server.subscribed('a');
    expect(heard).toEqual([1, 2]);
    client.close();
  });
});

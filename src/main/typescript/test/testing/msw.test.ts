import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SSEClient } from '../../src/client.js';
import { handlersOf } from '../../src/msw.js';
import { fakeServer } from '../../src/testing.js';

const server = fakeServer();
const network = setupServer(
  ...handlersOf(server),
  http.get('http://localhost/api/users', () => HttpResponse.json(['Ann'])),
);
const clients: SSEClient[] = [];

beforeAll(() => {
  network.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  server.reset();
});
afterAll(() => {
  network.close();
});

/** A client that knows nothing of the fake server; it has the global `fetch`. */
function open() {
  const client = new SSEClient({ url: 'http://localhost/_sse', reconnectDelay: 0 });
  clients.push(client);
  return client;
}

describe('a fake server behind Mock Service Worker', () => {
  it('opens streams, changes their channels, and leaves other requests alone', async () => {
    const client = open();
    const [a, b] = [client.subscribe('a'), client.subscribe('b')];
    await Promise.all([a.ready(), b.ready()]);
    const c = client.subscribe('c');
    await c.ready();
    const heard: unknown[] = [];
    c.on('message', (data) => heard.push(data));
    server.send('c', 'message', 'hi');
    await vi.waitFor(() => {
      expect(heard).toEqual(['hi']);
    });
    c.close();
    await server.unsubscribed('c');
    expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'DELETE']);
    expect(await (await fetch('http://localhost/api/users')).json()).toEqual(['Ann']);
  });

  it('lets a client resume after a cut', async () => {
    const client = open();
    const a = client.subscribe('a');
    const heard: unknown[] = [];
    a.on('message', (data) => heard.push(data));
    await a.ready();
    server.send('a', 'message', 1);
    await vi.waitFor(() => {
      expect(heard).toEqual([1]);
    });
    const recovered = new Promise((resolve) => {
      a.onRecovered(resolve);
    });
    server.cut();
    server.send('a', 'message', 2);
    expect(await recovered).toEqual({ recovered: true, replayed: 1 });
    await vi.waitFor(() => {
      expect(heard).toEqual([1, 2]);
    });
  });

  it('refuses a channel, and hears when a client goes', async () => {
    server.reject('a');
    await expect(open().subscribe('a').ready()).rejects.toMatchObject({ status: 403 });
    const client = open();
    await client.subscribe('b').ready();
    client.close();
    await server.unsubscribed('b');
    expect(server.subscribers('b')).toBe(0);
  });
});

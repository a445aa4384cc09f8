import { beforeEach, describe, expect, it } from 'vitest';
import { parseSSE } from '../../src/codec.js';
import { fakeServer, type FakeServer } from '../../src/testing.js';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
});

const of = (client: string): RequestInit => ({ headers: { 'Heliograph-Client': client } });

const post = (body: unknown, type = 'application/json', client = 'client1'): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'Content-Type': type, 'Heliograph-Client': client },
});

/** The first events of a stream, each as its name and its data. */
async function first(count: number, address: string, init?: RequestInit): Promise<string[]> {
  const { body } = await server.fetch(address, init);
  const read: string[] = [];
  if (!body) return read;
  for await (const { event, data, id } of parseSSE(body)) {
    read.push([event, data, id].join(' '));
    if (read.length === count) break;
  }
  return read;
}

describe('a request', () => {
  it.each([
    ['PUT', '/_sse', {}, 405],
    ['GET', '/_sse', { headers: { accept: 'text/html' } }, 406],
    ['GET', '/_sse/channels', {}, 405],
    ['POST', '/_sse/channels', post({ channels: ['a'] }, 'application/json', 'client9'), 404],
    ['POST', '/_sse/channels', post('nonsense'), 400],
    ['POST', '/_sse/channels', post({ channels: [1] }), 400],
    ['POST', '/_sse/channels', post({ channels: ['a'] }, 'text/plain'), 415],
    ['POST', '/_sse/channels', post({ channels: ['a', 'b'] }), 200],
    ['DELETE', '/_sse/channels?channel=a', {}, 404],
    ['DELETE', '/_sse/channels', of('client1'), 400],
    ['DELETE', '/_sse/channels?channel=a', of('client1'), 204],
  ])('%s %s is answered as a server does', async (method, path, init, status) => {
    const open = await server.fetch('/_sse?channel=a');
    expect(open.headers.get('content-type')).toBe('text/event-stream');
    const answer = await server.fetch(path, { ...init, method });
    expect(answer.status).toBe(status);
    if (status < 400) return;
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status });
  });

  it('where every channel is refused has the status that a client can do most about', async () => {
    server.reject('a', 'unknown-channel');
    server.reject('b', 'forbidden');
    server.reject('c', 'unauthenticated');
    for (const [channels, status] of [
      ['a', 404],
      ['a&channel=b', 403],
      ['a&channel=b&channel=c', 401],
    ] as const) {
      const answer = await server.fetch(`/_sse?channel=${channels}`);
      expect(answer.status).toBe(status);
    }
  });

  it('may be a Request, below any page', async () => {
    const answer = await server.fetch(new Request('https://test/app/_sse?channel=a'));
    expect(answer.status).toBe(200);
    expect(server.requests).toMatchObject([{ method: 'GET', channels: ['a'] }]);
  });

  it('of a client that has gone is refused', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(server.fetch('/_sse?channel=a', { signal })).rejects.toThrow('gone');
  });

  it('for another address is none of its business', async () => {
    expect(server.handles('/api/users')).toBe(false);
    await expect(server.fetch('/api/users')).rejects.toThrow('answers /_sse only');
    const elsewhere = fakeServer({ path: '/events' });
    expect(elsewhere.handles('https://test/app/events?channel=a')).toBe(true);
    expect(elsewhere.handles('/events/channels')).toBe(true);
    expect(elsewhere.handles('/_sse')).toBe(false);
  });
});

describe('a stream', () => {
  it('in the plain format has the event as it is', async () => {
    const reading = first(3, '/_sse?channel=a&format=plain');
    await server.subscribed('a');
    server.send('a', 'alert', { level: 'info' });
    expect((await reading).at(-1)).toBe('alert {"level":"info"} fake1.1');
  });

  it('resumes by the query where there is no header', async () => {
    for (const text of ['one', 'two', 'three']) server.send('a', 'message', text);
    const read = await first(4, '/_sse?channel=a&lastEventId=fake1.1');
    expect(read[1]).toBe('hg.subscribed {"channel":"a","recovered":true,"replayed":2} fake1.1');
    expect(read.slice(2).join()).toMatch(/two.* fake1.2,.*three.* fake1.3$/);
  });

  it('of a position that the log does not know has all that is held', async () => {
    server.send('a', 'message', 'one');
    for (const position of ['42', 'other.1', 'fake1.2']) {
      const init = { headers: { 'Last-Event-ID': position } };
      const read = await first(3, '/_sse?channel=a', init);
      expect(read[1]).toContain('"recovered":false,"replayed":1');
    }
  });

  it('is over when its reader leaves', async () => {
    await first(1, '/_sse?channel=a');
    await server.unsubscribed('a');
    expect(server.subscribers('a')).toBe(0);
  });
});

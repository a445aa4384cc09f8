import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { noAnswer } from '../support/fake-server.js';
import { connected, harness, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

describe('a client', () => {
  it.each([undefined, null])(
    'takes a failure with the reason %s for a lost network',
    async (reason) => {
      let calls = 0;
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      const headers = () => (calls++ % 2 ? {} : Promise.reject(reason));
      const { client, server, all } = harness({ headers });
      client.subscribe('a');
      await pass(500);
      expect(all('reconnecting')).toHaveLength(1);
      expect(client.connected).toBe(true);
      client.subscribe('b');
      await pass(500);
      client.subscribe('c');
      await pass(1000);
      expect(['b', 'c'].map((name) => client.subscribe(name).status)).toEqual([
        'subscribed',
        'subscribed',
      ]);
      expect(server.streams).toHaveLength(1);
    },
  );

  it('lets no header of the application spoil a request', async () => {
    const headers = new Headers({ 'content-type': 'text/plain', accept: '*/*', 'x-tenant': 't' });
    const { client, server } = await connected(['a'], { headers });
    client.subscribe('b');
    await pass();
    expect(server.of('GET')[0]?.headers).toEqual({
      accept: 'text/event-stream',
      'content-type': 'text/plain',
      'x-tenant': 't',
    });
    expect(server.of('POST')[0]?.headers['content-type']).toBe('application/json');
  });

  it('measures silence by a clock that nobody sets', async () => {
    const { client, server } = await connected(['a']);
    vi.setSystemTime(Date.now() - 3_600_000);
    await pass(80_000);
    expect(server.of('GET')).toHaveLength(2);
    vi.setSystemTime(Date.now() + 3_600_000);
    for (let beat = 0; beat < 4; beat++) {
      await pass(29_000);
      server.stream.write(': hb\n');
    }
    await pass();
    expect([client.connected, server.of('GET').length]).toEqual([true, 2]);
  });

  it('leaves no listener behind on the signal of its stream', async () => {
    const signals: AbortSignal[] = [];
    const { client, server } = await connected(['a'], {}, (init) => {
      if (init.signal) signals.push(init.signal);
      return init;
    });
    const [signal] = signals;
    if (!signal) throw new Error('no signal');
    const before = getEventListeners(signal, 'abort').length;
    server.answers.POST = Array.from({ length: 12 }, () => noAnswer);
    client.subscribe('b');
    for (let beat = 0; beat < 10; beat++) {
      await pass(29_000);
      server.stream.write(': hb\n');
    }
    expect(server.of('POST')).toHaveLength(13);
    expect(client.subscribe('b').status).toBe('subscribed');
    expect(getEventListeners(signal, 'abort')).toHaveLength(before);
  });

  it('fails for an event that is too large to hold', async () => {
    const { client, server, all } = await connected(['a'], { maxEventLength: 100 });
    server.stream.write(`data: ${'x'.repeat(200)}`);
    await pass();
    expect([client.state, all('error')[0]?.code]).toEqual(['failed', 'too-large']);
  });

  it('reads no more than an answer can have of an error without end', async () => {
    const { client, server } = harness();
    let pulled = 0;
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      pulled++;
      controller.enqueue(new Uint8Array(65_536).fill(120));
    };
    server.answers.GET = [() => new Response(new ReadableStream({ pull }), { status: 500 })];
    client.subscribe('a');
    await pass(500);
    expect(pulled).toBeLessThan(20);
    expect(client.connected).toBe(true);
  });

  it('delivers an event without an id of its own', async () => {
    const { client, server } = await connected(['a']);
    const seen: unknown[] = [];
    client.subscribe('a').on('message', (data) => seen.push(data));
    server.stream.event(11, 'a', 1);
    server.stream.write('data: {"channel":"a","data":2}\n\n');
    await pass();
    expect(seen).toEqual([1, 2]);
  });

  it('keeps a query with another question mark, and drops the fragment', async () => {
    const { server } = await connected(['a'], { url: '/_sse?x=1?2#top' });
    expect(Object.fromEntries(server.of('GET')[0]?.query ?? [])).toEqual({
      x: '1?2',
      channel: 'a',
    });
  });
});

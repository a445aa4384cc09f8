import { describe, expect, it, vi } from 'vitest';
import type { EventSourceLike } from '../../src/client.js';
import { addressOf } from '../../src/link/http.js';
import { settingsOf } from '../../src/options.js';
import { noAnswer, problem } from '../support/fake-server.js';
import { connected, harness, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

describe('a refusal', () => {
  it('of something that is not wanted ends the client instead of being asked for again', async () => {
    const { client, server } = harness();
    const refused = [{ channel: `${'x'.repeat(40)}…`, status: 400, code: 'invalid-channel' }];
    server.answers.GET = Array.from({ length: 200 }, () => problem(400, { channels: refused }));
    client.subscribe('x'.repeat(300));
    await pass(1000);
    expect(server.of('GET')).toHaveLength(1);
    expect(client.state).toBe('failed');
  });
});

describe('a removal', () => {
  it('that was lost does not keep the channel from being asked for again', async () => {
    const { client, server } = await connected(['a', 'b']);
    server.answers.DELETE = [noAnswer];
    drop(client.subscribe('b'));
    await vi.waitFor(() => {
      expect(server.of('DELETE')).toHaveLength(1);
    });
    const again = client.subscribe('b');
    await pass(60_000);
    expect(again.status).toBe('subscribed');
  });

  it('that keeps failing does not keep others from being added', async () => {
    const { client, server } = await connected(['a', 'b']);
    server.answers.DELETE = Array.from({ length: 1000 }, () => noAnswer);
    drop(client.subscribe('b'));
    await pass();
    const added = client.subscribe('c');
    await pass(60_000);
    expect(added.status).toBe('subscribed');
  });
});

describe('an addition', () => {
  it('waits for the answer to the one before it', async () => {
    const { client, server } = await connected(['a']);
    const late = held();
    server.answers.POST = [() => late.response];
    const first = client.subscribe('b');
    await pass();
    const second = client.subscribe('c');
    await pass();
    expect(server.of('POST')).toMatchObject([{ channels: ['b'] }]);
    late.answer({ subscribed: ['b'], rejected: [] });
    await pass();
    expect(server.of('POST')).toMatchObject([{ channels: ['b'] }, { channels: ['c'] }]);
    expect([first.status, second.status]).toEqual(['subscribed', 'subscribed']);
  });

  it('that is answered after the end of its stream says nothing of the next one', async () => {
    const { client, server } = await connected(['a']);
    const late = held();
    server.answers.POST = [() => late.response];
    const added = client.subscribe('b');
    await pass();
    server.stream.cut();
    await pass(5000);
    expect(added.status).toBe('subscribed');
    late.answer({ subscribed: [], rejected: [{ channel: 'b', status: 403, code: 'forbidden' }] });
    await pass();
    expect(added.status).toBe('subscribed');
  });
});

describe('while there is no stream', () => {
  it('no channel is granted', async () => {
    const { client, server } = await connected(['a', 'b']);
    server.stream.cut();
    await pass();
    expect(client.state).toBe('reconnecting');
    drop(client.subscribe('b'));
    expect(client.subscribe('b').status).toBe('pending');
  });

  it('none is opened by an EventSource that was still being loaded', async () => {
    const opened: { closed: boolean }[] = [];
    class Counted implements EventSourceLike {
      onerror: unknown = null;
      closed = false;
      constructor() {
        opened.push(this);
      }
      addEventListener() {
        // nothing will come
      }
      close() {
        this.closed = true;
      }
    }
    const { client } = harness({ transport: 'eventsource', EventSource: Counted });
    client.connect();
    await Promise.resolve();
    client.disconnect();
    await vi.dynamicImportSettled();
    await pass(10);
    expect(opened.filter(({ closed }) => !closed)).toEqual([]);
  });
});

it('calls a listener for one event once, though its event is told again within it', async () => {
  const { client } = harness();
  client.on('state', (state) => {
    if (state === 'connecting') client.disconnect();
  });
  const once = vi.fn();
  client.once('state', once);
  client.connect();
  await pass();
  expect(once).toHaveBeenCalledTimes(1);
});

it('comes back at its own position, not at that of the address', () => {
  const address = addressOf(settingsOf({ url: '/_sse?lastEventId=e.1' }), '', ['a'], 'e.9');
  expect(new URLSearchParams(address.split('?')[1]).getAll('lastEventId')).toEqual(['e.9']);
});

/** Ends both the subscription that a test had already and the one it has just asked for. */
function drop(subscription: { close(): void }): void {
  subscription.close();
  subscription.close();
}

/** A response whose head is there and whose body comes later. */
function held() {
  let answer!: (body: object) => void;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      answer = (given) => {
        controller.enqueue(new TextEncoder().encode(JSON.stringify(given)));
        controller.close();
      };
    },
  });
  return { response: new Response(body), answer };
}

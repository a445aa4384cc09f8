import { describe, expect, it, vi } from 'vitest';
import { noAnswer } from '../support/fake-server.js';
import { connected, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

describe('closing a subscription', () => {
  it('sends a DELETE when it was closed as often as it was subscribed', async () => {
    const { client, server } = await connected(['a', 'b']);
    const a = client.subscribe('a');
    a.close();
    await pass();
    expect(server.of('DELETE')).toEqual([]);
    expect(a.status).toBe('subscribed');
    a.close();
    a.close();
    client.subscribe('b').close();
    client.subscribe('b').close();
    await pass();
    expect(server.of('DELETE')).toMatchObject([{ path: '/_sse/channels', channels: ['a'] }]);
    expect(a.status).toBe('closed');
    expect(client.subscribe('a')).not.toBe(a);
  });

  it('closes nobody else’s later subscription', async () => {
    const { client } = await connected(['a']);
    const first = client.subscribe('a');
    first.close();
    first.close();
    const second = client.subscribe('a');
    first.close();
    await pass();
    expect(second.status).toBe('subscribed');
  });

  it('drops the events that were on their way', async () => {
    const { client, server, all } = await connected(['a']);
    const listener = vi.fn();
    const a = client.subscribe('a');
    a.on('message', listener);
    a.close();
    a.close();
    server.stream.event(11, 'a', 1);
    await pass();
    expect(listener).not.toHaveBeenCalled();
    expect(all('message')).toEqual([]);
  });

  it('asks for nothing where it is subscribed again in the same turn', async () => {
    const { client, server } = await connected(['a']);
    client.subscribe('a').close();
    client.subscribe('a').close();
    await pass();
    expect(server.of('DELETE')).toEqual([]);
    expect(server.of('POST')).toEqual([]);
  });

  it('and subscribing again keeps their order at the server', async () => {
    const { client, server } = await connected(['a']);
    const a = client.subscribe('a');
    a.close();
    a.close();
    await pass();
    const again = client.subscribe('a');
    server.stream.control('unsubscribed', { channel: 'a', reason: 'client' });
    await pass();
    expect(server.sent.map(({ method }) => method)).toEqual(['GET', 'DELETE', 'POST']);
    expect(again.status).toBe('subscribed');
  });

  it('and subscribing again while it is asked for waits for a new grant', async () => {
    const { client, server } = await connected(['a']);
    let answer: (response: Response) => void = () => undefined;
    server.answers.DELETE = [() => new Promise((resolve) => (answer = resolve))];
    const a = client.subscribe('a');
    a.close();
    a.close();
    await pass();
    const again = client.subscribe('a');
    const recovered = vi.fn();
    again.onRecovered(recovered);
    await pass();
    expect([again.status, server.of('POST').length]).toEqual(['pending', 0]);
    answer(new Response(null, { status: 204 }));
    await pass();
    expect([again.status, server.of('POST').length]).toEqual(['subscribed', 1]);
    expect(recovered).not.toHaveBeenCalled();
  });

  it('tries a DELETE again', async () => {
    const { client, server } = await connected(['a']);
    server.answers.DELETE = [noAnswer];
    const a = client.subscribe('a');
    a.close();
    a.close();
    await pass(500);
    expect(server.of('DELETE')).toHaveLength(2);
  });
});

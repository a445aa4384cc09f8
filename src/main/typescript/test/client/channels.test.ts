import { describe, expect, it, vi } from 'vitest';
import { ChannelError } from '../../src/client.js';
import { noAnswer, problem } from '../support/fake-server.js';
import { connected, harness, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

const refusal = (channel: string, status = 403, code = 'forbidden') => ({
  channel,
  status,
  code,
  detail: `Unauthorized for channel: ${channel}`,
});

describe('subscribing on an open stream', () => {
  it('sends all channels of the same turn in one POST, and opens no other stream', async () => {
    const { client, server } = await connected(['a']);
    const b = client.subscribe('b');
    client.subscribe('c');
    client.subscribe('a');
    await pass();
    expect(server.of('GET')).toHaveLength(1);
    expect(server.of('POST')).toMatchObject([{ path: '/_sse/channels', channels: ['b', 'c'] }]);
    expect(server.of('POST')[0]?.headers).toEqual({
      'content-type': 'application/json',
      'heliograph-client': 'c1',
    });
    expect(b.status).toBe('subscribed');
  });

  it('waits for the welcome while the stream is opening', async () => {
    const { client, server } = harness();
    server.greets = false;
    client.subscribe('a');
    await pass();
    client.subscribe('b');
    await pass();
    expect(server.of('POST')).toEqual([]);
    server.stream.welcome();
    await pass();
    expect(server.of('POST')).toMatchObject([{ channels: ['b'] }]);
  });

  it.each([
    ['no answer', noAnswer],
    ['status 500', problem(500)],
    ['status 408', problem(408)],
    ['status 429', problem(429)],
  ])('tries again after %s, until it is confirmed', async (_, failure) => {
    const { client, server } = await connected(['a']);
    server.answers.POST = [failure, failure];
    const b = client.subscribe('b');
    await pass();
    expect(server.of('POST')).toHaveLength(1);
    await pass(500);
    expect(server.of('POST')).toHaveLength(2);
    await pass(749);
    expect(server.of('POST')).toHaveLength(2);
    await pass(1);
    expect(server.of('POST')).toHaveLength(3);
    expect(b.status).toBe('subscribed');
    expect(server.of('GET')).toHaveLength(1);
  });

  it('waits for Retry-After, and a random time on top', async () => {
    const { client, server } = await connected(['a']);
    server.answers.POST = [problem(503, {}, { 'retry-after': '7' })];
    client.subscribe('b');
    await pass(7499);
    expect(server.of('POST')).toHaveLength(1);
    await pass(1);
    expect(server.of('POST')).toHaveLength(2);
  });

  it('is confirmed by the stream too, and then asks no more', async () => {
    const { client, server } = await connected(['a']);
    server.answers.POST = [noAnswer];
    const b = client.subscribe('b');
    const recovered = vi.fn();
    b.onRecovered(recovered);
    await pass();
    server.stream.control('subscribed', { channel: 'b' });
    await pass(60_000);
    expect(b.status).toBe('subscribed');
    expect(server.of('POST')).toHaveLength(1);
    expect(recovered).not.toHaveBeenCalled();
  });

  it('is granted once, though both say it', async () => {
    const { client, server } = await connected(['a']);
    const b = client.subscribe('b');
    const recovered = vi.fn();
    b.onRecovered(recovered);
    await pass();
    server.stream.control('subscribed', { channel: 'b' });
    await pass();
    expect(recovered).not.toHaveBeenCalled();
  });

  it('tells a refusal by the answer or by the stream, once', async () => {
    const { client, server, all } = await connected(['a']);
    server.answers.POST = [() => Response.json({ subscribed: ['b'], rejected: [refusal('c')] })];
    const [b, c] = [client.subscribe('b'), client.subscribe('c')];
    const errors: ChannelError[] = [];
    c.onError((error) => errors.push(error));
    await pass();
    server.stream.control('rejected', refusal('c'));
    await pass(60_000);
    expect([b.status, c.status]).toEqual(['subscribed', 'rejected']);
    expect(errors).toMatchObject([{ channel: 'c', status: 403, code: 'forbidden' }]);
    expect(all('error')).toMatchObject([{ channel: 'c' }]);
    expect(server.of('POST')).toHaveLength(1);
  });

  it('asks again for a refused channel when it is subscribed again', async () => {
    const { client, server } = await connected(['a']);
    server.answers.POST = [() => Response.json({ rejected: [refusal('b')] })];
    const b = client.subscribe('b');
    await pass();
    expect(client.subscribe('b')).toBe(b);
    await pass();
    expect(b.status).toBe('subscribed');
    expect(server.of('POST')).toHaveLength(2);
  });

  it('lets a new stream carry the channels where the server has lost this one', async () => {
    const { client, server, all } = await connected(['a']);
    server.answers.POST = [problem(404)];
    const b = client.subscribe('b');
    await pass();
    expect(client.state).toBe('reconnecting');
    await pass(500);
    expect(server.of('GET')).toMatchObject([{ channels: ['a'] }, { channels: ['a', 'b'] }]);
    expect(server.of('POST')).toHaveLength(1);
    expect(b.status).toBe('subscribed');
    expect(all('error')).toEqual([]);
  });

  it.each([400, 403, 413, 415])('gives up after status %i, with the reason', async (status) => {
    const { client, server } = await connected(['a']);
    server.answers.POST = [problem(status, { detail: 'not so' })];
    const b = client.subscribe('b');
    const ready = expect(b.ready()).rejects.toThrow(`HTTP ${status} not so`);
    await pass();
    await ready;
    await pass(60_000);
    expect(server.of('POST')).toHaveLength(1);
    expect(client.connected).toBe(true);
  });

  it('leaves what is asked in vain to the next stream', async () => {
    const { client, server } = await connected(['a']);
    server.answers.POST = [noAnswer, noAnswer, noAnswer];
    client.subscribe('b');
    await pass();
    server.stream.end();
    await pass(500);
    expect(server.of('GET')[1]).toMatchObject({ channels: ['a', 'b'] });
    const posts = server.of('POST').length;
    await pass(60_000);
    expect(server.of('POST')).toHaveLength(posts);
  });
});

describe('a channel that is taken away', () => {
  it.each(['revoked', 'expired'])('by the server tells an error: %s', async (reason) => {
    const { client, server } = await connected(['a', 'b']);
    const errors: ChannelError[] = [];
    const a = client.subscribe('a');
    a.onError((error) => errors.push(error));
    server.stream.control('unsubscribed', { channel: 'a', reason });
    await pass();
    expect(errors).toMatchObject([{ channel: 'a', status: 403, code: reason }]);
    expect(errors[0]?.message).toContain('Unauthorized');
    expect([a.status, client.subscribe('b').status]).toEqual(['rejected', 'subscribed']);
    server.stream.end();
    await pass(500);
    expect(server.of('GET')[1]).toMatchObject({ channels: ['b'] });
  });
});

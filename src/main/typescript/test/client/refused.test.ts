import { describe, expect, it } from 'vitest';
import { ChannelError, SSEError } from '../../src/client.js';
import { problem } from '../support/fake-server.js';
import { connected, harness, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

const atFault = (...channels: string[]) => ({
  channels: channels.map((channel) => ({
    channel,
    status: 403,
    code: 'forbidden',
    detail: `Unauthorized for channel: ${channel}`,
  })),
});

describe('a channel refused in the stream', () => {
  it('tells its own subscription, and the others live on', async () => {
    const { client, server, all } = harness();
    server.greets = false;
    const [a, b] = [client.subscribe('a'), client.subscribe('b')];
    const errors: ChannelError[] = [];
    b.onError((error) => errors.push(error));
    const ready = expect(b.ready()).rejects.toThrow('Unauthorized for channel: b');
    await pass();
    server.stream.welcome();
    server.stream.control('subscribed', { channel: 'a' });
    server.stream.control('rejected', atFault('b').channels[0] ?? {});
    await pass();
    await ready;
    expect(errors).toMatchObject([{ channel: 'b', status: 403, code: 'forbidden' }]);
    expect(errors[0]).toBeInstanceOf(ChannelError);
    expect([a.status, b.status]).toEqual(['subscribed', 'rejected']);
    expect(all('error')).toMatchObject([{ channel: 'b' }]);
    server.stream.end();
    await pass(500);
    expect(server.of('GET')[1]).toMatchObject({ channels: ['a'] });
  });

  it('is asked for again by connect', async () => {
    const { client, server } = harness();
    server.greets = false;
    const a = client.subscribe('a');
    await pass();
    server.stream.welcome();
    server.stream.control('rejected', { channel: 'a', status: 404, code: 'unknown-channel' });
    await pass();
    expect(a.status).toBe('rejected');
    client.connect();
    await pass();
    expect(a.status).toBe('subscribed');
    expect(server.of('POST')).toMatchObject([{ channels: ['a'] }]);
  });

  it('says Unauthorized even where the server gives no detail', async () => {
    const { client, server } = await connected(['a']);
    const errors: string[] = [];
    client.subscribe('a').onError(({ message }) => errors.push(message));
    server.stream.control('rejected', { channel: 'a', status: 401, code: 'unauthenticated' });
    await pass();
    expect(errors).toEqual(['Unauthorized: unauthenticated: a']);
  });
});

describe('all channels refused', () => {
  it.each([401, 403, 404])('with status %i: each is told, and the client fails', async (status) => {
    const { client, server, told } = harness();
    server.answers.GET = [problem(status, atFault('a', 'b'))];
    const errors: string[] = [];
    for (const channel of ['a', 'b']) {
      client.subscribe(channel).onError((error) => errors.push(error.channel));
    }
    await pass();
    await pass(60_000);
    expect(errors).toEqual(['a', 'b']);
    expect(client.state).toBe('failed');
    expect(server.sent).toHaveLength(1);
    expect(told.at(-1)).toMatchObject(['error', { status, code: 'http' }]);
  });

  it('by a page that names none: each is told all the same', async () => {
    const { client, server } = harness();
    server.answers.GET = [() => new Response('<h1>Login</h1>', { status: 401 })];
    const a = client.subscribe('a');
    const errors: ChannelError[] = [];
    a.onError((error) => errors.push(error));
    await pass();
    expect(errors).toMatchObject([{ channel: 'a', status: 401 }]);
    expect(errors[0]?.message).toContain('Unauthorized');
  });

  it('leaves the client ready to try with another channel', async () => {
    const { client, server } = harness();
    server.answers.GET = [problem(403, atFault('a'))];
    const a = client.subscribe('a');
    await pass();
    const b = client.subscribe('b');
    await pass();
    expect(server.of('GET')).toMatchObject([{ channels: ['a'] }, { channels: ['b'] }]);
    expect([a.status, b.status, client.state]).toEqual(['rejected', 'subscribed', 'connected']);
  });
});

describe('a resumed stream that is not found', () => {
  it('by a server without the application yet: is asked for until it is there', async () => {
    const { client, server, told } = await connected(['a']);
    server.answers.GET = [() => new Response('<h1>Not Found</h1>', { status: 404 })];
    server.stream.end();
    await pass(5_000);
    expect([client.state, client.subscribe('a').status]).toEqual(['connected', 'subscribed']);
    expect(server.of('GET')).toHaveLength(3);
    expect(told.map(([event]) => event)).not.toContain('error');
  });

  it('by the endpoint itself: is not there', async () => {
    const { client, server } = await connected(['a']);
    server.answers.GET = [problem(404, atFault('a'))];
    server.stream.end();
    await pass(5_000);
    expect(client.state).toBe('failed');
  });
});

describe('a request refused for some of its channels', () => {
  it('is sent again without them', async () => {
    const { client, server } = harness();
    server.answers.GET = [problem(400, atFault('b!'))];
    const [a, b] = [client.subscribe('a'), client.subscribe('b!')];
    await pass();
    expect(server.of('GET')).toMatchObject([{ channels: ['a', 'b!'] }, { channels: ['a'] }]);
    expect([a.status, b.status]).toEqual(['subscribed', 'rejected']);
  });
});

describe('a request refused as a whole', () => {
  it.each([400, 405, 406, 410])('with status %i fails, and is not repeated', async (status) => {
    const { client, server, all } = harness();
    server.answers.GET = [problem(status, { detail: 'no' })];
    const ready = expect(client.subscribe('a').ready()).rejects.toThrow(`HTTP ${status} no`);
    await pass(60_000);
    await ready;
    expect(client.state).toBe('failed');
    expect(server.sent).toHaveLength(1);
    expect(all('error')).toMatchObject([{ status, code: 'http' }]);
    expect(all('error')[0]).toBeInstanceOf(SSEError);
  });

  it('fails for what is no event stream', async () => {
    const { client, server, all } = harness();
    server.answers.GET = [
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    ];
    client.subscribe('a');
    await pass(60_000);
    expect(client.state).toBe('failed');
    expect(server.sent).toHaveLength(1);
    expect(all('error')).toMatchObject([{ code: 'content-type' }]);
    expect(all('error')[0]?.message).toContain('text/html');
  });

  it('takes the parameters of a content type', async () => {
    const { client, server } = harness();
    server.answers.GET = [
      (sent) => {
        const { body } = server.open(sent);
        const type = 'Text/Event-Stream;charset=UTF-8';
        return new Response(body, { headers: { 'content-type': type } });
      },
    ];
    client.subscribe('a');
    await pass();
    expect(client.connected).toBe(true);
  });

  it('is closed by 204, until connect', async () => {
    const { client, server, all } = harness();
    server.answers.GET = [() => new Response(null, { status: 204 })];
    client.subscribe('a');
    await pass(60_000);
    expect(client.state).toBe('closed');
    expect(all('error')).toEqual([]);
    client.subscribe('b');
    await pass();
    expect(server.sent).toHaveLength(1);
    client.connect();
    await pass();
    expect(server.of('GET')[1]).toMatchObject({ channels: ['a', 'b'] });
  });
});

describe('a goodbye', () => {
  it.each(['shutdown', 'lifetime', 'lagging', 'cut-off'])(
    'of %s is followed by a new stream',
    async (reason) => {
      const { client, server, all } = await connected(['a']);
      server.stream.write('retry: 200\n\n');
      const bye = JSON.stringify({ reason, reconnect: true });
      server.stream.write(`event: hg.bye\ndata: ${bye}\n\nid: e.11\ndata: {"channel":"a"}\n\n`);
      await pass();
      expect(all('disconnected')).toEqual([{ reason, reconnect: true }]);
      expect(all('reconnecting')).toMatchObject([{ delay: 700, cause: { code: reason } }]);
      expect(all('message')).toEqual([]);
      await pass(700);
      expect(client.connected).toBe(true);
    },
  );

  it.each(['expired', 'revoked', 'disconnected'])('of %s is the last', async (reason) => {
    const { client, server, all } = await connected(['a']);
    const ready = client.subscribe('a');
    server.stream.control('bye', { reason, reconnect: false });
    await pass(60_000);
    expect(client.state).toBe('closed');
    expect(server.streams).toHaveLength(1);
    expect(server.stream.closed).toBe(true);
    expect(all('disconnected')).toEqual([{ reason, reconnect: false }]);
    await expect(ready.ready()).rejects.toThrow(reason);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { FakeServer, problem } from '../support/fake-server.js';
import { connected, harness, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

describe('a token that has run out', () => {
  it('is renewed once, and the request repeated with new headers', async () => {
    let token = 'old';
    const refreshToken = vi.fn(() => Promise.resolve((token = 'new')));
    const server = new FakeServer();
    server.answers.GET = [problem(401)];
    const { client } = harness({ headers: () => ({ token }), refreshToken }, server);
    client.subscribe('a');
    await pass();
    expect(server.of('GET').map(({ headers }) => headers.token)).toEqual(['old', 'new']);
    expect(refreshToken).toHaveBeenCalledTimes(1);
    expect(client.connected).toBe(true);
  });

  it('leaves no refused answer unread', async () => {
    const cancel = vi.fn();
    const server = new FakeServer();
    server.answers.GET = [() => new Response(new ReadableStream({ cancel }), { status: 401 })];
    const { client } = harness({ refreshToken: () => Promise.resolve() }, server);
    client.subscribe('a');
    await pass();
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  it('fails where the new one is refused too', async () => {
    const refreshToken = vi.fn(() => Promise.resolve());
    const server = new FakeServer();
    server.answers.GET = [problem(401), problem(401)];
    const { client } = harness({ refreshToken }, server);
    const a = client.subscribe('a');
    await pass(60_000);
    expect(refreshToken).toHaveBeenCalledTimes(1);
    expect(server.sent).toHaveLength(2);
    expect([client.state, a.status]).toEqual(['failed', 'rejected']);
  });

  it('fails where it cannot be renewed', async () => {
    const refreshToken = () => Promise.reject(new Error('signed out'));
    const server = new FakeServer();
    server.answers.GET = [problem(401)];
    const { client, all } = harness({ refreshToken }, server);
    client.subscribe('a');
    await pass(60_000);
    expect(server.sent).toHaveLength(1);
    expect(client.state).toBe('failed');
    expect(all('error')).toMatchObject([{ status: 401, code: 'refresh' }]);
    expect(all('error')[0]?.message).toContain('signed out');
  });

  it('is renewed once for all requests that wait for it', async () => {
    let renew: () => void = () => undefined;
    const refreshToken = vi.fn(
      () =>
        new Promise(
          (resolve) =>
            (renew = () => {
              resolve(undefined);
            }),
        ),
    );
    const server = new FakeServer();
    server.answers.GET = [problem(401), problem(401)];
    const { client } = harness({ refreshToken }, server);
    client.subscribe('a');
    await pass();
    client.reconnect();
    await pass();
    expect(server.sent).toHaveLength(2);
    renew();
    await pass();
    expect(refreshToken).toHaveBeenCalledTimes(1);
    expect(client.connected).toBe(true);
  });

  it('is renewed again when it runs out again', async () => {
    const refreshToken = vi.fn(() => Promise.resolve());
    const { client, server } = await connected(['a'], { refreshToken });
    for (let time = 0; time < 2; time++) {
      server.answers.POST = [problem(401)];
      client.subscribe(`b${time}`);
      await pass();
    }
    expect(refreshToken).toHaveBeenCalledTimes(2);
    expect(client.subscribe('b1').status).toBe('subscribed');
  });
});

describe('a token', () => {
  it('is renewed once for an answer that another origin hides', async () => {
    vi.stubGlobal('location', { href: 'https://app.test/', origin: 'https://app.test' });
    let token = 'old';
    const refreshToken = vi.fn(() => Promise.resolve((token = 'new')));
    const server = new FakeServer();
    const hidden = (url: string, init: RequestInit) =>
      token === 'old' ? Promise.reject(new TypeError('Failed to fetch')) : server.fetch(url, init);
    const { client } = harness({ url: 'https://events.test/_sse', fetch: hidden, refreshToken });
    client.subscribe('a');
    await pass(1000);
    expect([client.connected, refreshToken.mock.calls.length]).toEqual([true, 1]);
  });

  it('is not asked for again and again while the network is down', async () => {
    vi.stubGlobal('location', { href: 'https://app.test/', origin: 'https://app.test' });
    const refreshToken = vi.fn(() => Promise.resolve());
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const { client } = harness({ url: 'https://events.test/_sse', fetch, refreshToken });
    client.subscribe('a');
    await pass(60_000);
    expect(refreshToken).toHaveBeenCalledTimes(1);
    expect(client.state).toBe('reconnecting');
  });

  it('whose renewal never ends is asked for again', async () => {
    const refreshToken = vi.fn(() => new Promise(() => undefined));
    const server = new FakeServer();
    server.answers.GET = [problem(401), problem(401)];
    const { client } = harness({ refreshToken }, server);
    client.subscribe('a');
    await pass(62_000);
    expect(refreshToken).toHaveBeenCalledTimes(2);
    expect(client.state).toBe('reconnecting');
  });

  it('whose renewal throws at once fails the client', async () => {
    const refreshToken = () => {
      throw new Error('signed out');
    };
    const server = new FakeServer();
    server.answers.GET = [problem(401)];
    const { client, all } = harness({ refreshToken }, server);
    client.subscribe('a');
    await pass();
    expect([client.state, all('error')[0]?.code]).toEqual(['failed', 'refresh']);
  });
});

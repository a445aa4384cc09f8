import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, problem } from '../support/fake-server.js';
import { FakeTabs } from '../support/fake-tabs.js';
import { inVirtualTime, openTab, pass } from '../support/harness.js';

inVirtualTime();

let server: FakeServer;

const tab = (...channels: string[]) => openTab(server, channels);
const live = () => server.streams.filter(({ closed }) => !closed);

beforeEach(() => {
  server = new FakeServer();
  new FakeTabs();
});

describe('tabs that share', () => {
  it('have one stream, with the channels of all, and hear each its own', async () => {
    const first = await tab('a', 'b');
    const second = await tab('b', 'c');
    expect(server.of('GET')).toMatchObject([{ channels: ['a', 'b'] }]);
    expect(server.of('POST')).toMatchObject([{ channels: ['c'] }]);
    for (const [at, channel] of ['a', 'b', 'c'].entries()) {
      server.stream.event(11 + at, channel, channel);
    }
    await pass();
    expect([first.seen, second.seen]).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
    expect([first.client.id, second.client.id]).toEqual(['c1', 'c1']);
    expect([first.client.state, second.client.state]).toEqual(['connected', 'connected']);
    for (const channel of ['b', 'c']) {
      expect(second.client.subscribe(channel).status).toBe('subscribed');
    }
  });

  it('share only with tabs of the user they name', async () => {
    const ann = await openTab(server, ['a'], 'ann');
    const bob = await openTab(server, ['a'], 'bob');
    const again = await openTab(server, ['a'], 'ann');
    expect(live()).toHaveLength(2);
    server.streams[0]?.event(11, 'a', 'for ann');
    await pass();
    expect([ann.seen, bob.seen, again.seen]).toEqual([['for ann'], [], ['for ann']]);
  });

  it('change their channels together', async () => {
    const first = await tab('a');
    const second = await tab('a');
    const b = second.client.subscribe('b');
    await pass();
    expect(server.of('POST')).toMatchObject([{ channels: ['b'] }]);
    expect(b.status).toBe('subscribed');
    const late = first.client.subscribe('b');
    await pass();
    expect(late.status).toBe('subscribed');
    expect(server.of('POST')).toHaveLength(1);
    b.close();
    await pass();
    expect(server.of('DELETE')).toEqual([]);
    late.close();
    await pass();
    expect(server.of('DELETE')).toMatchObject([{ channels: ['b'] }]);
  });

  it('are told what they missed if they were away while another tab had the stream', async () => {
    await tab('a');
    const second = await tab('a');
    const recovered = vi.fn();
    second.client.subscribe('a').onRecovered(recovered);
    second.client.disconnect();
    await pass();
    server.stream.event(12, 'a', 'missed');
    await pass();
    second.client.connect();
    await pass(50);
    server.stream.event(13, 'a', 'seen');
    await pass(10);
    expect(second.seen).toEqual(['seen']);
    expect(recovered.mock.calls).toEqual([[{ recovered: false, replayed: 0 }]]);
  });

  it('hear of a refusal where they asked, and may ask again', async () => {
    const first = await tab('a');
    const second = await tab('a');
    const refused = { channel: 'x', status: 403, code: 'forbidden' };
    server.answers.POST = [() => Response.json({ rejected: [refused] })];
    const x = second.client.subscribe('x');
    await pass();
    expect(x.status).toBe('rejected');
    expect(second.all('error')).toMatchObject([{ channel: 'x', status: 403 }]);
    expect(first.all('error')).toEqual([]);
    first.client.subscribe('y');
    await pass();
    expect(server.of('POST').at(-1)?.channels).toEqual(['y']);
    second.client.subscribe('x');
    await pass();
    expect(x.status).toBe('subscribed');
  });

  it('hear nothing of what was taken from them, though another may again', async () => {
    const first = await tab('a');
    const second = await tab('a');
    server.stream.control('unsubscribed', { channel: 'a', reason: 'revoked' });
    await pass();
    second.client.subscribe('a');
    await pass();
    server.stream.event(11, 'a', 11);
    await pass();
    expect([first.seen, second.seen]).toEqual([[], [11]]);
    expect(first.client.subscribe('a').status).toBe('pending');
    await pass();
    expect(first.client.subscribe('a').status).toBe('subscribed');
    expect(first.all('error')).toHaveLength(1);
  });

  it('tell what the stream tells, and obey one that commands', async () => {
    await tab('a');
    const second = await tab('a');
    server.answers.GET = [problem(503)];
    server.stream.end();
    await pass(500);
    expect(second.all('reconnecting')).toMatchObject([
      { attempt: 1, cause: { code: 'network' } },
      { attempt: 2, cause: { status: 503 } },
    ]);
    second.client.reconnect();
    await pass();
    expect(second.client.connected).toBe(true);
    expect(server.streams).toHaveLength(2);
  });
});

describe('a stream that has failed', () => {
  it('is tried again for a tab that comes', async () => {
    server.answers.GET = [problem(406)];
    const first = await tab('a');
    expect(first.client.state).toBe('failed');
    const second = await tab('b');
    expect([first.client.state, second.client.state]).toEqual(['connected', 'connected']);
    expect(server.of('GET')[1]?.channels).toEqual(['a', 'b']);
  });
});

describe('where a browser has no locks', () => {
  it('each tab has its own stream', async () => {
    vi.stubGlobal('navigator', {});
    await tab('a');
    await tab('a');
    expect(live()).toHaveLength(2);
  });

  it('nor has a tab that could not load what sharing takes; it says so', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    vi.doMock('../../src/link/shared-link.js', () => {
      throw new Error('404');
    });
    const { client } = await tab('a');
    vi.doUnmock('../../src/link/shared-link.js');
    expect(client.connected).toBe(true);
    expect(reported).toHaveBeenCalledTimes(1);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { FakePage } from '../support/fake-page.js';
import { noAnswer } from '../support/fake-server.js';
import { connected, harness, inVirtualTime, pass } from '../support/harness.js';

inVirtualTime();

describe('a page', () => {
  it.each(['visibilitychange', 'online'])(
    'that comes back by %s replaces a stream whose heartbeat is overdue',
    async (event) => {
      const page = new FakePage();
      const { server } = await connected(['a']);
      page.visible(false);
      vi.setSystemTime(Date.now() + 40_000); // asleep: no timer runs, and no clock but the date
      if (event === 'online') page.dispatch(event);
      else page.visible(true);
      await pass(1500);
      expect(server.of('GET')).toHaveLength(2);
    },
  );

  it('that is online again tries soon, and not with all others at once', async () => {
    const page = new FakePage();
    const { client, server } = harness();
    server.answers.GET = Array.from({ length: 5 }, () => noAnswer);
    client.subscribe('a');
    await pass(5000); // attempts at 0.5, 1.25, 2.4 and 4.1 seconds; the next is at 6.6
    expect(client.state).toBe('reconnecting');
    const before = server.sent.length;
    page.dispatch('online');
    await pass(499);
    expect(server.sent).toHaveLength(before);
    await pass(1);
    expect(client.connected).toBe(true);
    page.dispatch('online');
    await pass();
    expect(server.of('GET')).toHaveLength(before + 1);
  });
});

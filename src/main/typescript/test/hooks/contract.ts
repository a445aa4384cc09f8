import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SSEClient } from '../../src/client.js';
import { fakeServer, type FakeServer } from '../../src/testing.js';

export interface Channels {
  'chat/{room}': { message: string; typing: { name: string } };
}

/** What the component of a test is given: it may all change while the component is mounted. */
export interface Props {
  readonly channel: `chat/${string}` | undefined;
  /** Called with the payload of each message. */
  readonly heard: (text: string) => void;
  /** Called with every word that the server says of the channel, and with the name of each event. */
  readonly told: (...words: unknown[]) => void;
}

/** A component that was mounted; it shows the state of the connection and the client's id. */
export interface Mounted {
  readonly change: (props: Partial<Props>) => Promise<void>;
  readonly unmount: () => void;
  readonly text: () => string;
}

export type Mount = (client: SSEClient<Channels>, props: Props) => Mounted;

const silent = () => undefined;

/** A server, a client of it, and the requests that came. */
export function setup() {
  const fixture = {} as { server: FakeServer<Channels>; client: SSEClient<Channels> };
  beforeEach(() => {
    fixture.server = fakeServer<Channels>();
    fixture.client = new SSEClient<Channels>(fixture.server.options);
  });
  afterEach(() => {
    fixture.client.close();
  });
  return {
    fixture,
    requests: () =>
      fixture.server.requests.map(({ method, channels }) => [method, ...channels].join(' ')),
  };
}

/** What holds for the hooks of every framework. */
export function behavesAsHooks(mount: Mount): void {
  const { fixture, requests } = setup();

  const room = async (props: Partial<Props> = {}) => {
    const mounted = mount(fixture.client, {
      channel: 'chat/7',
      heard: silent,
      told: silent,
      ...props,
    });
    if (!('channel' in props) || props.channel) {
      await fixture.server.subscribed(props.channel ?? 'chat/7');
    }
    return mounted;
  };

  describe('a component', () => {
    it('has a subscription as long as it is mounted', async () => {
      const heard = vi.fn();
      const { unmount } = await room({ heard });
      fixture.server.send('chat/7', 'message', 'one');
      await fixture.server.settled();
      unmount();
      await fixture.server.unsubscribed('chat/7');
      fixture.server.send('chat/7', 'message', 'two');
      await fixture.server.settled();
      expect(heard.mock.calls).toEqual([['one']]);
      expect(requests()).toEqual(['GET chat/7', 'DELETE chat/7']);
    });

    it('shares the subscription of another one, which outlives it', async () => {
      const [first, second] = [vi.fn(), vi.fn()];
      const { unmount } = await room({ heard: first });
      await room({ heard: second });
      unmount();
      fixture.server.send('chat/7', 'message', 'one');
      await fixture.server.settled();
      expect(first).not.toHaveBeenCalled();
      expect(second.mock.calls).toEqual([['one']]);
      expect(requests()).toEqual(['GET chat/7']);
    });

    it('exchanges the subscription when the name changes', async () => {
      const heard = vi.fn();
      const { change } = await room({ heard });
      await change({ channel: 'chat/8' });
      await fixture.server.subscribed('chat/8');
      await fixture.server.unsubscribed('chat/7');
      fixture.server.send('chat/7', 'message', 'seven');
      fixture.server.send('chat/8', 'message', 'eight');
      await fixture.server.settled();
      expect(heard.mock.calls).toEqual([['eight']]);
      expect(fixture.server.subscribers('chat/8')).toBe(1);
    });

    it('keeps the subscription when listeners change, and calls the new ones', async () => {
      const [before, after] = [vi.fn(), vi.fn()];
      const subscribe = vi.spyOn(fixture.client, 'subscribe');
      const { change } = await room({ heard: before });
      const calls = subscribe.mock.calls.length;
      await change({ heard: after });
      expect(subscribe).toHaveBeenCalledTimes(calls);
      fixture.server.send('chat/7', 'message', 'one');
      await fixture.server.settled();
      expect(before).not.toHaveBeenCalled();
      expect(after.mock.calls).toEqual([['one']]);
      expect(requests()).toEqual(['GET chat/7']);
    });

    it('without a name opens nothing, until it has one', async () => {
      const { change } = await room({ channel: undefined });
      expect(requests()).toEqual([]);
      await change({ channel: 'chat/9' });
      await fixture.server.subscribed('chat/9');
      await change({ channel: undefined });
      await fixture.server.unsubscribed('chat/9');
      expect(requests()).toEqual(['GET chat/9', 'DELETE chat/9']);
    });

    it('hears every event, and what the server says of the channel', async () => {
      const told = vi.fn();
      await room({ told });
      fixture.server.send('chat/7', 'typing', { name: 'Ann' });
      fixture.server.gap('chat/7', 3);
      await fixture.server.settled();
      fixture.server.cut();
      fixture.server.send('chat/7', 'message', 'missed');
      await fixture.server.subscribed('chat/7');
      fixture.server.reject('chat/7');
      await fixture.server.settled();
      expect(told.mock.calls).toEqual([
        ['typing'],
        ['gap', 3],
        ['recovered', true],
        ['message'],
        ['error', 'revoked'],
      ]);
    });

    it('follows the state of the connection', async () => {
      const { text } = await room();
      await vi.waitFor(() => {
        expect(text()).toBe('connected true client1');
      });
      fixture.server.down();
      await vi.waitFor(() => {
        expect(text()).toBe('reconnecting false');
      });
      fixture.server.up();
      await vi.waitFor(() => {
        expect(text()).toBe('connected true client2');
      });
    });
  });
}

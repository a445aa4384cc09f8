import { act, cleanup, render } from '@testing-library/react';
import { createElement, type ReactNode, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SSEClient } from '../../src/client.js';
import { createHooks, useChannel as useAnyChannel } from '../../src/react.js';
import { fakeServer } from '../../src/testing.js';
import { behavesAsHooks, type Channels, type Props, setup } from './contract.js';

const { SSEProvider, useChannel, useClient, useConnection } = createHooks<Channels>();

afterEach(cleanup);

function Room({ channel, heard, told }: Props): ReactNode {
  useChannel(
    channel,
    {
      message: (text) => {
        heard(text);
      },
    },
    {
      onAny: ({ event }) => {
        told(event);
      },
      onError: ({ code }) => {
        told('error', code);
      },
      onGap: ({ missed }) => {
        told('gap', missed);
      },
      onRecovered: ({ recovered }) => {
        told('recovered', recovered);
      },
    },
  );
  const { state, connected, id } = useConnection();
  return [state, connected, id].join(' ').trim();
}

/** The component below a provider, as a page renders it. */
const page = (client: SSEClient<Channels>, props: Props) =>
  createElement(
    StrictMode,
    null,
    createElement(SSEProvider, { client }, createElement(Room, props)),
  );

const silent = () => undefined;
const seven: Props = { channel: 'chat/7', heard: silent, told: silent };

describe('in React, in strict mode,', () => {
  behavesAsHooks((client, props) => {
    let now = props;
    const { rerender, unmount, container } = render(page(client, props));
    return {
      change: async (changed) => {
        now = { ...now, ...changed };
        await act(async () => {
          rerender(page(client, now));
          await Promise.resolve();
        });
      },
      unmount,
      text: () => container.textContent,
    };
  });
});

describe('a component in React', () => {
  const { fixture, requests } = setup();

  it('has one subscription, though strict mode mounts it twice', async () => {
    const subscribe = vi.spyOn(fixture.client, 'subscribe');
    render(page(fixture.client, seven));
    await fixture.server.subscribed('chat/7');
    expect(subscribe).toHaveBeenCalledTimes(2); // strict mode is at work
    expect(requests()).toEqual(['GET chat/7']);
    expect(fixture.server.subscribers('chat/7')).toBe(1);
  });

  it('moves to the client that the provider is given in place of another', async () => {
    const other = fakeServer<Channels>();
    const client = new SSEClient<Channels>(other.options);
    const { rerender } = render(page(fixture.client, seven));
    await fixture.server.subscribed('chat/7');
    rerender(page(client, seven));
    await other.subscribed('chat/7');
    await fixture.server.unsubscribed('chat/7');
    client.close();
  });

  it('that is rendered on a server opens nothing', async () => {
    const html = renderToString(page(fixture.client, seven));
    await Promise.resolve();
    expect(html).toBe('idle false');
    expect(requests()).toEqual([]);
    expect(fixture.client.state).toBe('idle');
  });

  it('is given the client itself', () => {
    let given: unknown;
    const Show = (): ReactNode => {
      given = useClient();
      return null;
    };
    render(createElement(SSEProvider, { client: fixture.client }, createElement(Show)));
    expect(given).toBe(fixture.client);
  });

  it('without a provider is told what is missing', () => {
    const Lost = (): ReactNode => {
      useAnyChannel('chat/7', {});
      return null;
    };
    vi.spyOn(console, 'error').mockImplementation(silent);
    expect(() => render(createElement(Lost))).toThrow('<SSEProvider client={…}>');
  });
});

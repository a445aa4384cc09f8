import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSSRApp, defineComponent, h, shallowRef } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { SSEClient } from '../../src/client.js';
import { fakeServer } from '../../src/testing.js';
import { createHooks, useChannel as useAnyChannel } from '../../src/vue.js';
import { behavesAsHooks, type Channels, type Props, setup } from './contract.js';

const { provideClient, useChannel, useClient, useConnection } = createHooks<Channels>();

const NAMES = ['channel', 'heard', 'told'] as const;

const Room = defineComponent<Props>(
  (props) => {
    useChannel(
      () => props.channel,
      {
        message: (text) => {
          props.heard(text);
        },
      },
      {
        onAny: ({ event }) => {
          props.told(event);
        },
        onError: ({ code }) => {
          props.told('error', code);
        },
        onGap: ({ missed }) => {
          props.told('gap', missed);
        },
        onRecovered: ({ recovered }) => {
          props.told('recovered', recovered);
        },
      },
    );
    const { state, connected, id } = useConnection();
    return () => h('p', [state.value, connected.value, id.value].join(' ').trim());
  },
  { props: [...NAMES] },
);

const silent = () => undefined;
const seven: Props = { channel: 'chat/7', heard: silent, told: silent };
const mounted: { unmount: () => void }[] = [];

afterEach(() => {
  for (const one of mounted.splice(0)) one.unmount();
});

/** Mounts the component in an application that has the client. */
function open(client: Parameters<typeof provideClient>[0], props: Props) {
  const wrapper = mount(Room, {
    props,
    global: {
      plugins: [
        (app) => {
          provideClient(client, app);
        },
      ],
    },
  });
  let open = true;
  const unmount = () => {
    if (open) wrapper.unmount();
    open = false;
  };
  mounted.push({ unmount });
  return { wrapper, unmount };
}

describe('in Vue', () => {
  behavesAsHooks((client, props) => {
    const { wrapper, unmount } = open(client, props);
    return {
      change: (changed) => wrapper.setProps(changed),
      unmount,
      text: () => wrapper.text(),
    };
  });
});

describe('a component in Vue', () => {
  const { fixture, requests } = setup();

  it('moves to the client that takes the place of another', async () => {
    const other = fakeServer<Channels>();
    const client = new SSEClient<Channels>(other.options);
    const current = shallowRef(fixture.client);
    const { wrapper } = open(current, seven);
    await fixture.server.subscribed('chat/7');
    current.value = client;
    await other.subscribed('chat/7');
    await fixture.server.unsubscribed('chat/7');
    fixture.server.down();
    await vi.waitFor(() => {
      expect(fixture.client.state).toBe('reconnecting');
    });
    expect(wrapper.text()).toBe('connected true client1');
    client.close();
  });

  it('that is rendered on a server opens nothing', async () => {
    const app = createSSRApp(Room, { ...seven });
    provideClient(fixture.client, app);
    expect(await renderToString(app)).toBe('<p>idle false</p>');
    expect(requests()).toEqual([]);
    expect(fixture.client.state).toBe('idle');
  });

  it('has the client from a component above it', () => {
    let given: unknown;
    const Child = defineComponent(() => {
      given = useClient();
      return () => null;
    });
    const Parent = defineComponent(() => {
      provideClient(fixture.client);
      return () => h(Child);
    });
    mounted.push(mount(Parent));
    expect(given).toBe(fixture.client);
  });

  it('without a client is told what is missing', () => {
    const Lost = defineComponent(() => {
      useAnyChannel('chat/7', {});
      return () => null;
    });
    vi.spyOn(console, 'warn').mockImplementation(silent);
    expect(() => mount(Lost)).toThrow('provideClient(client)');
  });
});

import { describe, expectTypeOf, it } from 'vitest';
import { shallowRef } from 'vue';
import type { SSEState } from '../src/client.js';
import * as react from '../src/react.js';
import * as svelte from '../src/svelte.js';
import * as vue from '../src/vue.js';

interface Channels {
  'chat/{room}': { message: { text: string }; typing: { name: string } };
  news: { alert: number };
}

const inReact = react.createHooks<Channels>();
const inVue = vue.createHooks<Channels>();
const inSvelte = svelte.createHooks<Channels>();
const room = JSON.parse('7') as number;

describe('a listener', () => {
  it('gets the payload of its event, in each framework', () => {
    inReact.useChannel(`chat/${room}`, {
      typing: ({ name }) => {
        expectTypeOf(name).toEqualTypeOf<string>();
      },
    });
    inVue.useChannel(() => `chat/${room}` as const, {
      message: ({ text }, { event }) => {
        expectTypeOf(text).toEqualTypeOf<string>();
        expectTypeOf(event).toEqualTypeOf<'message'>();
      },
    });
    inVue.useChannel(shallowRef('news' as const), {
      alert: (count) => {
        expectTypeOf(count).toEqualTypeOf<number>();
      },
    });
    inSvelte.useChannel(() => 'news' as const, {
      alert: (count) => {
        expectTypeOf(count).toEqualTypeOf<number>();
      },
    });
  });

  it('of an event or a channel that is not there is refused', () => {
    // @ts-expect-error the channel has no such event
    inReact.useChannel('news', { message: () => undefined });
    // @ts-expect-error no channel matches
    inReact.useChannel('olds', {});
    // @ts-expect-error the channel has no such event
    inVue.useChannel('news', { message: () => undefined });
    // @ts-expect-error the channel has no such event
    inSvelte.useChannel('news', { message: () => undefined });
  });

  it('for every event tells them apart by their names', () => {
    inReact.useChannel(
      'chat/7',
      {},
      {
        onAny: (event) => {
          if (event.event === 'typing') expectTypeOf(event.data).toEqualTypeOf<{ name: string }>();
        },
      },
    );
  });

  it('without a map of channels takes any', () => {
    react.useChannel('anything', {
      whatever: (data) => {
        expectTypeOf(data).toEqualTypeOf<unknown>();
      },
    });
  });
});

describe('the connection', () => {
  it('has the state of the client', () => {
    expectTypeOf(inReact.useConnection().state).toEqualTypeOf<SSEState>();
    expectTypeOf(inVue.useConnection().state.value).toEqualTypeOf<SSEState>();
    expectTypeOf(inSvelte.useConnection().state).toEqualTypeOf<SSEState>();
  });
});

/** Composables for Vue 3.3 and later. On a server that renders they open nothing. */
import {
  type App,
  computed,
  type ComputedRef,
  inject,
  type InjectionKey,
  type MaybeRefOrGetter,
  onMounted,
  provide,
  shallowReadonly,
  shallowRef,
  type ShallowRef,
  toValue,
  watch,
} from 'vue';
import type { AnyChannels, ChannelName, EventsOf, Known, SSEClient, SSEState } from './client.js';
import {
  type Current,
  listen,
  noClient,
  type SSEChannelOptions,
  type SSEListeners,
} from './hooks/listen.js';

export type { SSEChannelOptions, SSEListeners };

/** The connection of a client, as a component sees it. */
export interface SSEConnection {
  /** Where the client is in its life. */
  readonly state: Readonly<ShallowRef<SSEState>>;
  /** Whether the server has welcomed the client on a stream that still stands. */
  readonly connected: ComputedRef<boolean>;
  /** The server's name for this client, while it is connected. */
  readonly id: Readonly<ShallowRef<string | undefined>>;
}

/** The composables of an application, typed by its map of channels. */
export interface SSEHooks<Channels extends object> {
  /**
   * Gives a client to the components below, or to those of an application. A client that may be
   * exchanged is given as a getter or a `shallowRef`.
   */
  readonly provideClient: (client: MaybeRefOrGetter<SSEClient<Channels>>, app?: App) => void;
  /**
   * The client that is given here.
   *
   * @throws Error where none is
   */
  readonly useClient: () => SSEClient<Channels>;
  /**
   * Subscribes while the component is mounted; the subscription is exchanged when the name changes.
   *
   * @param name the name of the channel, a ref or a getter of it; `undefined` for none
   * @param listeners what to call with the events of each name
   * @param options what else to call
   */
  readonly useChannel: <Name extends ChannelName<Channels>>(
    name: MaybeRefOrGetter<Name | undefined>,
    listeners?: SSEListeners<EventsOf<Channels, Name>>,
    options?: SSEChannelOptions<EventsOf<Channels, Name>>,
    ..._known: Known<Channels, Name>
  ) => void;
  /** The state of the connection. */
  readonly useConnection: () => SSEConnection;
}

/** Creates composables with an injection of their own, typed by a map of channels. */
export function createHooks<Channels extends object = AnyChannels>(): SSEHooks<Channels> {
  const key: InjectionKey<MaybeRefOrGetter<SSEClient<Channels>>> = Symbol('heliograph');

  const find = () => {
    const given = inject(key, undefined);
    if (!given) throw noClient('provideClient(client)');
    return () => toValue(given);
  };

  return {
    provideClient(client, app) {
      if (app) app.provide(key, client);
      else provide(key, client);
    },
    useClient: () => find()(),
    useChannel(name, listeners = {}, options = {}, ..._known) {
      const client = find();
      const current = [listeners, options] as unknown as Current;
      // No component is mounted on a server.
      onMounted(() => {
        watch(
          [client, () => toValue(name)] as const,
          ([client, channel], _before, onCleanup) => {
            if (channel === undefined) return;
            onCleanup(listen(client as unknown as SSEClient, channel, () => current));
          },
          { immediate: true },
        );
      });
    },
    useConnection() {
      const client = find();
      const state = shallowRef<SSEState>(client().state);
      const id = shallowRef(client().id);
      const read = () => {
        state.value = client().state;
        id.value = client().id;
      };
      onMounted(() => {
        watch(
          client,
          (client, _before, onCleanup) => {
            onCleanup(client.on('state', read));
            read();
          },
          { immediate: true },
        );
      });
      return {
        state: shallowReadonly(state),
        connected: computed(() => state.value === 'connected'),
        id: shallowReadonly(id),
      };
    },
  };
}

/** The composables of an application that has no map of its channels. */
export const { provideClient, useClient, useChannel, useConnection }: SSEHooks<AnyChannels> =
  createHooks();

/** Functions for components of Svelte 5. On a server that renders they open nothing. */
import { getContext, onMount, setContext } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { toStore } from 'svelte/store';
import type { AnyChannels, ChannelName, EventsOf, Known, SSEClient, SSEState } from './client.js';
import {
  type Current,
  listen,
  noClient,
  type SSEChannelOptions,
  type SSEListeners,
} from './hooks/listen.js';

export type { SSEChannelOptions, SSEListeners };

/** The connection of a client; what reads a member in a template or an effect follows it. */
export interface SSEConnection {
  /** Where the client is in its life. */
  readonly state: SSEState;
  /** Whether the server has welcomed the client on a stream that still stands. */
  readonly connected: boolean;
  /** The server's name for this client, while it is connected. */
  readonly id: string | undefined;
}

/** The functions of an application, typed by its map of channels. */
export interface SSEHooks<Channels extends object> {
  /** Gives a client to the components below; called while a component is initialised. */
  readonly provideClient: (client: SSEClient<Channels>) => void;
  /**
   * The client that is given here.
   *
   * @throws Error where none is
   */
  readonly useClient: () => SSEClient<Channels>;
  /**
   * Subscribes while the component is mounted; the subscription is exchanged when the name changes.
   *
   * @param name the name of the channel, or a function that reads it from state; `undefined` for none
   * @param listeners what to call with the events of each name
   * @param options what else to call
   */
  readonly useChannel: <Name extends ChannelName<Channels>>(
    name: Name | undefined | (() => Name | undefined),
    listeners?: SSEListeners<EventsOf<Channels, Name>>,
    options?: SSEChannelOptions<EventsOf<Channels, Name>>,
    ..._known: Known<Channels, Name>
  ) => void;
  /** The state of the connection. */
  readonly useConnection: () => SSEConnection;
}

/** Creates functions with a context of their own, typed by a map of channels. */
export function createHooks<Channels extends object = AnyChannels>(): SSEHooks<Channels> {
  const key = Symbol('heliograph');

  const useClient = () => {
    const client = getContext<SSEClient<Channels> | undefined>(key);
    if (!client) throw noClient('provideClient(client)');
    return client;
  };

  return {
    provideClient(client) {
      setContext(key, client);
    },
    useClient,
    useChannel(name, listeners = {}, options = {}, ..._known) {
      const client = useClient() as unknown as SSEClient;
      const current = [listeners, options] as unknown as Current;
      const names = toStore(typeof name === 'function' ? name : () => name);
      // Nothing is mounted on a server.
      onMount(() => {
        let leave: (() => void) | undefined;
        const stop = names.subscribe((channel) => {
          leave?.();
          leave = channel === undefined ? undefined : listen(client, channel, () => current);
        });
        return () => {
          stop();
          leave?.();
        };
      });
    },
    useConnection() {
      const client = useClient();
      const follow = createSubscriber((changed) => client.on('state', changed));
      const read = <Value>(value: () => Value): Value => {
        follow();
        return value();
      };
      return {
        get state() {
          return read(() => client.state);
        },
        get connected() {
          return read(() => client.connected);
        },
        get id() {
          return read(() => client.id);
        },
      };
    },
  };
}

/** The functions of an application that has no map of its channels. */
export const { provideClient, useClient, useChannel, useConnection }: SSEHooks<AnyChannels> =
  createHooks();

/** Hooks for React 18 and later. On a server that renders they open nothing. */
import {
  createContext,
  createElement,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useInsertionEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
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
  readonly state: SSEState;
  /** Whether the server has welcomed the client on a stream that still stands. */
  readonly connected: boolean;
  /** The server's name for this client, while it is connected. */
  readonly id: string | undefined;
}

/** The hooks of an application, typed by its map of channels. */
export interface SSEHooks<Channels extends object> {
  /** Gives a client to the components below. */
  readonly SSEProvider: (props: {
    readonly client: SSEClient<Channels>;
    readonly children?: ReactNode;
  }) => ReactElement;
  /**
   * The client that the provider gives.
   *
   * @throws Error where there is no provider
   */
  readonly useClient: () => SSEClient<Channels>;
  /**
   * Subscribes while the component is mounted. The subscription stays when listeners change, and is
   * exchanged when the name does.
   *
   * @param name the name of the channel; `undefined` for none
   * @param listeners what to call with the events of each name
   * @param options what else to call
   */
  readonly useChannel: <Name extends ChannelName<Channels>>(
    name: Name | undefined,
    listeners?: SSEListeners<EventsOf<Channels, Name>>,
    options?: SSEChannelOptions<EventsOf<Channels, Name>>,
    ..._known: Known<Channels, Name>
  ) => void;
  /** The state of the connection; renders the component again when the state changes. */
  readonly useConnection: () => SSEConnection;
}

/** Creates hooks of a context of their own, typed by a map of channels. */
export function createHooks<Channels extends object = AnyChannels>(): SSEHooks<Channels> {
  const Context = createContext<SSEClient<Channels> | undefined>(undefined);

  const useClient = () => {
    const client = useContext(Context);
    if (!client) throw noClient('<SSEProvider client={…}>');
    return client;
  };

  return {
    SSEProvider: ({ client, children }) =>
      createElement(Context.Provider, { value: client }, children),
    useClient,
    useChannel(name, listeners = {}, options = {}, ..._known) {
      const client = useClient() as unknown as SSEClient;
      const given = [listeners, options] as unknown as Current;
      const current = useRef(given);
      // Before any other effect of this render, and not in renders that React throws away.
      useInsertionEffect(() => {
        current.current = given;
      });
      useEffect(
        () => (name === undefined ? undefined : listen(client, name, () => current.current)),
        [client, name],
      );
    },
    useConnection() {
      const client = useClient();
      const follow = useCallback((changed: () => void) => client.on('state', changed), [client]);
      const state = useSyncExternalStore<SSEState>(
        follow,
        () => client.state,
        () => 'idle',
      );
      const id = useSyncExternalStore(
        follow,
        () => client.id,
        () => undefined,
      );
      return { state, connected: state === 'connected', id };
    },
  };
}

/** The hooks of an application that has no map of its channels. */
export const { SSEProvider, useClient, useChannel, useConnection }: SSEHooks<AnyChannels> =
  createHooks();

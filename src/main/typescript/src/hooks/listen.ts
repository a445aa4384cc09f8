import type {
  AnyEvent,
  ChannelError,
  SSEClient,
  SSEEventListener,
  SSEGap,
  SSERecovery,
} from '../client.js';

/** Listeners for the events of a channel, by the names of the events. */
export type SSEListeners<Events> = {
  readonly [Name in keyof Events & string]?: SSEEventListener<Events[Name], Name> | undefined;
};

/** What else a component may listen to: every event, and what the server says of the channel. */
export interface SSEChannelOptions<Events = Record<string, unknown>> {
  /** Called with every event of the channel. */
  readonly onAny?: ((event: AnyEvent<Events>) => void) | undefined;
  /** Called when the channel is refused or revoked. */
  readonly onError?: ((error: ChannelError) => void) | undefined;
  /** Called when the channel is granted again after a lost stream; says if anything was missed. */
  readonly onRecovered?: ((recovery: SSERecovery) => void) | undefined;
  /** Called when events were skipped. */
  readonly onGap?: ((gap: SSEGap) => void) | undefined;
}

/** What a component listens with now. */
export type Current = readonly [
  listeners: SSEListeners<Record<string, unknown>>,
  options: SSEChannelOptions,
];

/**
 * Subscribes for a component, whose listeners are looked up anew for each event.
 *
 * @returns what takes the subscription and the listeners back
 */
export function listen(client: SSEClient, channel: string, current: () => Current): () => void {
  const subscription = client.subscribe(channel);
  const removals = [
    subscription.onAny((event) => {
      const [listeners] = current();
      if (Object.hasOwn(listeners, event.event)) listeners[event.event]?.(event.data, event);
    }),
    subscription.onAny((event) => current()[1].onAny?.(event)),
    subscription.onError((error) => current()[1].onError?.(error)),
    subscription.onRecovered((recovery) => current()[1].onRecovered?.(recovery)),
    subscription.onGap((gap) => current()[1].onGap?.(gap)),
  ];
  return () => {
    for (const remove of removals) remove();
    subscription.close();
  };
}

/** The error of a component that finds no client. */
export const noClient = (place: string): Error =>
  new Error(`There is no SSEClient here: ${place} gives one to the components below`);

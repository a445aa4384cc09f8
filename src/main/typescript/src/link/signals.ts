import type { SSEEvent } from '../events.js';
import type { Fault, Refusal } from './fault.js';

/**
 * What a link tells of one channel: an event, or the content of the control event named by `type`.
 */
export type ChannelSignal =
  | { readonly type: 'event'; readonly channel: string; readonly event: SSEEvent }
  | {
      readonly type: 'subscribed';
      readonly channel: string;
      readonly recovered?: boolean;
      readonly replayed?: number;
    }
  | ({ readonly type: 'rejected' } & Refusal)
  | { readonly type: 'gap'; readonly channel: string; readonly missed?: number | undefined };

/** What a link tells of the state of its stream; of an `error`, that the state stays as it is. */
export interface StateSignal {
  readonly type: 'connecting' | 'connected' | 'reconnecting' | 'failed' | 'closed' | 'error';
  /** With `connected`: the client's id at the server. */
  readonly id?: string;
  /** With `connected`: the position where the stream began, or from which it was resumed. */
  readonly position?: string;
  /** With `reconnecting`: the number of the attempt that follows. */
  readonly attempt?: number;
  /** With `reconnecting`: the milliseconds until the attempt. */
  readonly delay?: number;
  /** With `reconnecting`, `failed`, `closed` and `error`: the cause. */
  readonly fault?: Fault;
}

/** What a link tells its client, as plain data that can be posted to another tab. */
export type Signal = ChannelSignal | StateSignal;

/** A way to the server: a stream of its own, or a share in another tab's. */
export interface Link {
  /** Wants a channel from the next microtask on; harmless where the channel is wanted already. */
  add(channel: string): void;
  /** Wants a channel no longer, from the next microtask on. */
  remove(channel: string): void;
  /** Connects in the next microtask, unless the link is connected or trying. */
  open(): void;
  /** Ends the stream at once, and tells nothing until `open`, which resumes. */
  stop(): void;
  /** Ends the stream, if there is one, and connects at once. */
  restart(): void;
  /**
   * Takes in that the network is back: shortens a wait for the next attempt, and does what `check`
   * does.
   */
  readonly wake: () => void;
  /** Reconnects if a heartbeat of the stream is overdue. */
  readonly check: () => void;
}

/**
 * A link whose code is still being loaded: passes on every call, in the same order, once it is
 * there. A `Proxy` can do that in one line for all, since every member of a link is a function of
 * at most one argument, and returns nothing.
 */
export const lazyLink = (loading: Promise<Link>): Link =>
  new Proxy({} as Link, {
    get: (_, name: keyof Link) => (channel: string) =>
      void loading.then((link) => {
        link[name](channel);
      }),
  });

import type { SSEEvent } from '../events.js';
import type { Fault, Refusal } from './fault.js';

/** What a link says of one channel: an event, or what the control event of that name says. */
export type ChannelSignal =
  | { readonly type: 'event'; readonly channel: string; readonly event: SSEEvent }
  | {
      readonly type: 'subscribed';
      readonly channel: string;
      readonly recovered?: boolean;
      readonly replayed?: number;
    }
  | ({ readonly type: 'rejected' } & Refusal)
  | { readonly type: 'gap'; readonly channel: string; readonly missed: number };

/** What a link says of its stream. */
export interface StateSignal {
  readonly type: 'connecting' | 'connected' | 'reconnecting' | 'failed' | 'closed';
  /** With `connected`: the client's id at the server, and where its stream began. */
  readonly id?: string;
  readonly position?: string;
  /** With `reconnecting`: which attempt follows, and after how many milliseconds. */
  readonly attempt?: number;
  readonly delay?: number;
  /** With `reconnecting`, `failed` and `closed`: why. */
  readonly fault?: Fault;
}

/** What a link tells its client. Plain data: it crosses from tab to tab as it is. */
export type Signal = ChannelSignal | StateSignal;

/** A way to the server: a stream of its own, or a share in another tab's. */
export interface Link {
  /** Wants a channel; harmless where it is wanted already. Takes effect in the next microtask. */
  add(channel: string): void;
  /** Wants a channel no more. */
  remove(channel: string): void;
  /** Connects, unless it is connected or trying. Takes effect in the next microtask. */
  open(): void;
  /** Ends the stream at once and tells nothing more; `open` resumes. */
  stop(): void;
  /** Ends the stream, if there is one, and connects at once. */
  restart(): void;
  /** The network is back: tries at once if waiting, else like `check`. */
  readonly wake: () => void;
  /** Reconnects if the stream has been silent for too long. */
  readonly check: () => void;
}

/** A link that is still being loaded: what it is told, it is told in the same order. */
export const lazyLink = (loading: Promise<Link>): Link =>
  new Proxy({} as Link, {
    get: (_, name: keyof Link) => (channel: string) =>
      void loading.then((link) => {
        link[name](channel);
      }),
  });

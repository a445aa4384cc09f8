import type { ChannelError, SSEError } from './errors.js';

/** One event of a channel. */
export interface SSEEvent<Data = unknown, Name extends string = string> {
  /** The channel it was broadcast to. */
  readonly channel: string;
  /** Its name; `message` where the broadcast had none. */
  readonly event: Name;
  /** Its payload, parsed from JSON; `undefined` where the broadcast had none. */
  readonly data: Data;
  /** Its position in the server's log, `<epoch>.<sequence>`. */
  readonly id: string;
  /**
   * Only on events from `for await`: how many events that iterator dropped just before this one,
   * because its consumer was slower than the channel. Absent where none were.
   */
  readonly missed?: number;
}

/** Hears the events of one name on one channel: the payload first, then the whole event. */
export type SSEEventListener<Data = unknown, Name extends string = string> = (
  data: Data,
  event: SSEEvent<Data, Name>,
) => void;

/** All events of a map from names to payloads, as a union that `event.event` tells apart. */
export type AnyEvent<Events> = {
  [Name in keyof Events & string]: SSEEvent<Events[Name], Name>;
}[keyof Events & string];

/**
 * Where a client is in its life:
 * - `idle`: nothing has been opened yet;
 * - `connecting`: the first attempt is under way;
 * - `connected`: the server has welcomed the client;
 * - `reconnecting`: the stream was lost or refused for now; waiting, or trying again;
 * - `disconnected`: by `disconnect()`, or while the page is in the back/forward cache;
 * - `failed`: refused in a way that trying again would not mend, or the attempts are used up;
 *   `connect()`, `reconnect()` or a new subscription tries again;
 * - `closed`: for good by `close()`, or by the server (204, or `hg.bye` with `reconnect` false:
 *   then `connect()` may open it again).
 */
export type SSEState =
  'idle' | 'connecting' | 'connected' | 'reconnecting' | 'disconnected' | 'failed' | 'closed';

/**
 * Where a subscription is in its life:
 * - `pending`: not granted on the present stream (yet);
 * - `subscribed`: granted, events flow;
 * - `rejected`: refused or revoked; `subscribe` for the same channel, or `connect()`, asks again;
 * - `closed`: by `close()`.
 */
export type SSESubscriptionStatus = 'pending' | 'subscribed' | 'rejected' | 'closed';

/** Told on a subscription when its channel is granted again after a lost stream. */
export interface SSERecovery {
  /** `true` if and only if nothing was missed; if `false`, refetch what the channel keeps current. */
  readonly recovered: boolean;
  /** How many missed events the server is sending now. */
  readonly replayed: number;
}

/** Told on a subscription when the server had to skip events, because this client was too slow. */
export interface SSEGap {
  /** How many events were skipped. */
  readonly missed: number;
}

/** What a subscription tells beside the application's events. */
export interface SSESubscriptionEvents {
  /** The channel was refused or revoked. */
  error: ChannelError;
  /** The channel was granted again after a lost stream. */
  recovered: SSERecovery;
  /** The server skipped events. */
  gap: SSEGap;
}

/** What a client tells. */
export interface SSEClientEvents {
  /** The server has welcomed the client; `id` names it, as in `except(id)`. */
  connected: { readonly id: string };
  /**
   * A connection that stood is gone. `reason` is `client`, `page`, the reason of the server's
   * `hg.bye`, or the code of the error; `reconnect` says whether the client is coming back.
   */
  disconnected: { readonly reason: string; readonly reconnect: boolean };
  /** Attempt number `attempt` follows after `delay` milliseconds, because of `cause`. */
  reconnecting: { readonly attempt: number; readonly delay: number; readonly cause: SSEError };
  /** The connection failed for good, or a channel was refused (then it is a `ChannelError`). */
  error: SSEError;
  /** An event of any subscribed channel. */
  message: SSEEvent;
  /** The state changed. */
  state: SSEState;
}

import type { SSEError } from './errors.js';

/** One event of a channel. */
export interface SSEEvent<Data = unknown, Name extends string = string> {
  /** The name of the channel that the event was broadcast to. */
  readonly channel: string;
  /** The name of the event; `message` where the broadcast had none. */
  readonly event: Name;
  /** The payload, parsed from JSON; `undefined` where the broadcast had none. */
  readonly data: Data;
  /** The position of the event in the server's log, `<epoch>.<sequence>`. */
  readonly id: string;
  /**
   * Only on events from `for await`: how many events the iterator dropped just before this one,
   * because its consumer was slower than the channel. Absent where it dropped none.
   */
  readonly missed?: number;
}

/** A listener for the events of one name on one channel: gets the payload, then the whole event. */
export type SSEEventListener<Data = unknown, Name extends string = string> = (
  data: Data,
  event: SSEEvent<Data, Name>,
) => void;

/** The union of all events in a map from names to payloads; `event.event` discriminates it. */
export type AnyEvent<Events> = {
  [Name in keyof Events & string]: SSEEvent<Events[Name], Name>;
}[keyof Events & string];

/**
 * Where a client is in its life:
 * - `idle`: the client has opened nothing yet;
 * - `connecting`: the first attempt is under way;
 * - `connected`: the server has welcomed the client;
 * - `reconnecting`: the stream was lost or refused for now; the client waits, or tries again;
 * - `disconnected`: by `disconnect()`, or while the page is in the back/forward cache;
 * - `failed`: the server refused in a way that another attempt would not mend, or the attempts are
 *   used up; `connect()`, `reconnect()` or a new subscription tries again;
 * - `closed`: by `close()`, for good; or by the server (204, or `hg.bye` with `reconnect` false),
 *   in which case `connect()` may open the client again.
 */
export type SSEState =
  'idle' | 'connecting' | 'connected' | 'reconnecting' | 'disconnected' | 'failed' | 'closed';

/**
 * Where a subscription is in its life:
 * - `pending`: the server has not granted the channel on the present stream, or not yet;
 * - `subscribed`: the server has granted the channel, and events flow;
 * - `rejected`: the server has refused or revoked the channel; `subscribe` for the same channel, or
 *   `connect()`, asks again;
 * - `closed`: the subscription was ended by `close()`.
 */
export type SSESubscriptionStatus = 'pending' | 'subscribed' | 'rejected' | 'closed';

/** What a subscription tells when its channel is granted again after a lost stream. */
export interface SSERecovery {
  /**
   * `true` if and only if no event was missed; if `false`, refetch what the channel keeps current.
   */
  readonly recovered: boolean;
  /** How many missed events the server is sending now. */
  readonly replayed: number;
}

/**
 * What a subscription tells when the server had to skip events because this client was too slow, or
 * has lost some itself.
 */
export interface SSEGap {
  /** How many events were skipped at most; `undefined` where nobody knows. */
  readonly missed?: number | undefined;
}

/** The events that a client emits. */
export interface SSEClientEvents {
  /** The server has welcomed the client, and names it `id`, as `except(id)` on the server does. */
  connected: { readonly id: string };
  /**
   * An established connection is gone. `reason` is `client`, `page`, the reason of the server's
   * `hg.bye`, or the code of the error; `reconnect` says whether the client comes back.
   */
  disconnected: { readonly reason: string; readonly reconnect: boolean };
  /** The client waits `delay` milliseconds before attempt number `attempt`, because of `cause`. */
  reconnecting: { readonly attempt: number; readonly delay: number; readonly cause: SSEError };
  /**
   * The connection failed for good (`state` says so), a channel was refused (then the error is a
   * `ChannelError`), an event could not be read and was passed over (`unreadable`), or a request
   * for channels of an open stream failed and is made again.
   */
  error: SSEError;
  /** A subscribed channel, whichever, has an event. */
  message: SSEEvent;
  /** The client's state has changed to this one. */
  state: SSEState;
}

/** The time and chance a client uses: those of `globalThis`, or a test's. */
export interface SSEClock {
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  readonly Date: { now(): number };
  readonly Math: { random(): number };
}

/** The part of a browser's `EventSource` that the `eventsource` transport uses. */
export interface EventSourceLike {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  onerror: unknown;
  close(): void;
}

/** The options of a client; every one has a default. Times are in milliseconds. */
export interface SSEClientOptions {
  /** The stream's address. Default `/_sse`; outside a page it must be absolute. */
  url?: string | URL;
  /** The ceiling of the first wait before a new attempt. Default 1000. */
  reconnectDelay?: number;
  /** The ceiling of all waits, but for a longer one that the server asks for. Default 30000. */
  maxReconnectDelay?: number;
  /** Attempts in a row before the client gives up. Default `Infinity`. */
  maxReconnectAttempts?: number;
  /** What each attempt multiplies the ceiling with, 1 or more. Default 1.5. */
  reconnectMultiplier?: number;
  /** Wait a random part of the ceiling, so that clients do not return all at once. Default true. */
  jitter?: boolean;
  /** Send cookies to another origin too. Default false. */
  withCredentials?: boolean;
  /** Headers for every request, or a function that is asked before every request. Fetch only. */
  headers?:
    | Readonly<Record<string, string>>
    | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>);
  /** Renews what `headers` or the cookies carry; called once when the server answers 401. */
  refreshToken?: () => Promise<unknown>;
  /**
   * `fetch` (default) sees status, headers and heartbeats. `eventsource` is for pages where only
   * that is let through: it can send no headers, and can not tell a refusal from a lost network.
   */
  transport?: 'fetch' | 'eventsource';
  /** Used in place of the global `fetch`. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Used in place of the global `EventSource`. */
  EventSource?: new (url: string, init: { withCredentials: boolean }) => EventSourceLike;
  /**
   * All tabs of the origin share one connection to this `url`. They need the same options and user.
   * Where the browser lacks Web Locks or BroadcastChannel, each tab has its own. Default false.
   */
  shared?: boolean;
  /** Used in place of the system's clock, timers and random numbers. */
  clock?: SSEClock;
}

/** The options with their defaults filled in. */
export type Settings = SSEClientOptions &
  Required<
    Pick<
      SSEClientOptions,
      | 'reconnectDelay'
      | 'maxReconnectDelay'
      | 'maxReconnectAttempts'
      | 'reconnectMultiplier'
      | 'transport'
      | 'clock'
    >
  > & { url: string };

/**
 * Fills in the defaults.
 *
 * @throws RangeError where a number is negative or none
 * @throws TypeError where the transport is unknown, or can not send the headers given
 */
export function settingsOf(options: SSEClientOptions): Settings {
  const settings: Settings = {
    reconnectDelay: 1000,
    maxReconnectDelay: 30000,
    maxReconnectAttempts: Infinity,
    reconnectMultiplier: 1.5,
    jitter: true,
    transport: 'fetch',
    clock: globalThis,
    ...options,
    url: String(options.url ?? '/_sse'),
  };
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === 'number' && !(value >= 0)) {
      throw new RangeError(`${name} must be 0 or more, was ${value}`);
    }
  }
  const { transport, headers } = settings;
  if (transport !== 'fetch' && ((transport as string) !== 'eventsource' || headers)) {
    throw new TypeError(
      `transport must be fetch, or eventsource without headers, was ${transport}`,
    );
  }
  return settings;
}

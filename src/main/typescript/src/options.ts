/** The time and the random numbers that a client uses: those of `globalThis`, or a test's. */
export interface SSEClock {
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  readonly Date: { now(): number };
  /** Measures how much time has passed, whatever somebody sets the date to; `Date` where absent. */
  readonly performance?: { now(): number };
  readonly Math: { random(): number };
}

/** The part of a browser's `EventSource` that the `eventsource` transport uses. */
export interface EventSourceLike {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  onerror: unknown;
  close(): void;
}

/** Headers of requests, as an object or as `Headers`. */
export type SSEHeaders = Readonly<Record<string, string>> | Headers;

/** The options of a client. Every option has a default; times are in milliseconds. */
export interface SSEClientOptions {
  /** The address of the stream; outside a page it must be absolute. Default `/_sse`. */
  url?: string | URL;
  /** The ceiling of the first wait before a new attempt. Default 1000. */
  reconnectDelay?: number;
  /** The ceiling of all waits; what the server asks for, up to an hour, is added. Default 30000. */
  maxReconnectDelay?: number;
  /** Attempts in a row before the client gives up. Default `Infinity`. */
  maxReconnectAttempts?: number;
  /** The factor by which each attempt raises the ceiling, 1 or more. Default 1.5. */
  reconnectMultiplier?: number;
  /**
   * Whether to wait a random part of the ceiling, lest all clients return at once. Default true.
   */
  jitter?: boolean;
  /** Whether to send cookies to another origin too. Default false. */
  withCredentials?: boolean;
  /**
   * Headers for every request, or a function called before every request; `fetch` transport only.
   * The client's own headers (`Accept`, `Content-Type`, `Last-Event-ID`) win.
   */
  headers?: SSEHeaders | (() => SSEHeaders | Promise<SSEHeaders>);
  /**
   * Renews the token in `headers` or in the cookies; called once when the server answers 401, when
   * a grant has expired, and when a server of another origin does not answer (a browser hides a 401
   * without CORS headers). A renewal that takes more than a minute counts as a lost network.
   */
  refreshToken?: () => unknown;
  /**
   * How many characters of an unfinished event are held; a longer event fails the client. Default
   * 4194304.
   */
  maxEventLength?: number;
  /**
   * How to open streams. `fetch`, the default, sees status, headers and heartbeats. `eventsource`
   * is for pages that must use an `EventSource`, which can send no headers and cannot tell a
   * refusal from a lost network, and does not show what the server asks for with `retry:`.
   */
  transport?: 'fetch' | 'eventsource';
  /** The function to use in place of the global `fetch`. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** The class to use in place of the global `EventSource`. */
  EventSource?: new (url: string, init: { withCredentials: boolean }) => EventSourceLike;
  /**
   * Whether all tabs of the origin share one connection to `url`: `true`, or the name of the user
   * where tabs may have different ones, since only tabs with the same name share. All tabs that
   * share need the same options. Where the browser lacks Web Locks or BroadcastChannel, or denies
   * them, each tab has its own connection. Default false.
   */
  shared?: boolean | string;
  /** The clock, timers and random numbers to use in place of the system's. */
  clock?: SSEClock;
}

/** The options of a client with the defaults filled in. */
export type Settings = SSEClientOptions &
  Required<
    Pick<
      SSEClientOptions,
      | 'reconnectDelay'
      | 'maxReconnectDelay'
      | 'maxReconnectAttempts'
      | 'reconnectMultiplier'
      | 'maxEventLength'
      | 'transport'
      | 'clock'
    >
  > & { url: string };

/**
 * Checks a client's options and fills in the defaults.
 *
 * @throws RangeError where a number is negative or `NaN`
 * @throws TypeError where the transport is unknown, or cannot send the headers given
 */
export function settingsOf(options: SSEClientOptions): Settings {
  const settings: Settings = {
    reconnectDelay: 1000,
    maxReconnectDelay: 30000,
    maxReconnectAttempts: Infinity,
    reconnectMultiplier: 1.5,
    maxEventLength: 4194304,
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

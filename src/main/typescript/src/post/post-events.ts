import { parseSSE } from '../codec/parse.js';
import type { SSEFrame } from '../codec/decoder.js';
import { eventsOf } from './answer.js';
import { PostError } from './error.js';

/** What `postEvents` sends and how it reads: the options of `fetch`, and a few more. */
export interface PostInit extends Omit<RequestInit, 'method'> {
  /** A value to send as JSON, in place of `body`. */
  readonly json?: unknown;
  /**
   * How many bytes the lines of one event may have together, and any comment by itself; what is
   * larger fails the iteration with a `RangeError`. Default 1048576 (1 MiB).
   */
  readonly maxEventBytes?: number;
  /**
   * Makes the payload out of an event's data. Default `JSON.parse`, with `undefined` for empty
   * data; `(data) => data` for a server that sends text.
   */
  readonly parse?: (data: string, event: string) => unknown;
  /** The function to use in place of the global `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/**
 * An event of an answer, typed by a map from event names to payloads; `event` discriminates the
 * union. The map is a promise: what comes is not checked against it.
 */
export type PostedEvent<Events extends object = Record<string, unknown>> = {
  [Name in keyof Events & string]: {
    /** The name of the event; `message` where the server gave none. */
    readonly event: Name;
    /** The payload, as `parse` made it. */
    readonly data: Events[Name];
    /** The last event ID at the time of the event; empty where the server sent none. */
    readonly id: string;
  };
}[keyof Events & string];

const MEBIBYTE = 1_048_576;

const parseJSON = (data: string): unknown => (data ? JSON.parse(data) : undefined);

/** The request of an init: its body as JSON where asked for, its headers with what is wanted. */
function requestOf(init: PostInit, signal: AbortSignal): RequestInit {
  const request = { ...init, method: 'POST', headers: new Headers(init.headers), signal };
  const { json, headers } = request;
  if (!headers.has('accept')) headers.set('accept', 'text/event-stream');
  if (json === undefined) return request;
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return { ...request, body: JSON.stringify(json) };
}

function parsed(
  { event, data, id }: SSEFrame,
  { parse = parseJSON }: PostInit,
): { event: string; data: unknown; id: string } {
  try {
    return { event, data: parse(data, event), id };
  } catch (cause) {
    const was = JSON.stringify(data.length > 80 ? `${data.slice(0, 80)}…` : data);
    const message = `The data of the event ${event} cannot be parsed, was ${was}`;
    throw new PostError(message, { code: 'payload', status: 200, cause });
  }
}

/**
 * Sends a POST request and iterates over the events of its answer.
 *
 * The request is sent when the first event is asked for, and once only: unlike the channels of
 * `SSEClient`, an answer that breaks off is not resumed, since nobody but the caller knows whether
 * the request may be sent a second time. The iteration ends with the answer, and throws what
 * `fetch` throws where the connection is lost. Leaving the loop, or aborting `init.signal`, ends
 * the request; the latter makes the loop throw the signal's reason.
 *
 * @param url the address; outside a page it must be absolute
 * @throws TypeError where `init` has both a `body` and `json`
 * @throws RangeError where `maxEventBytes` is not 1 or more; from the loop, where an event is larger
 * @throws PostError from the loop, where the server refuses the request, answers with something
 *   other than an event stream, or sends a payload that `parse` refuses
 */
export function postEvents<Events extends object = Record<string, unknown>>(
  url: string | URL,
  init: PostInit = {},
): AsyncIterableIterator<PostedEvent<Events>, undefined> {
  const { maxEventBytes = MEBIBYTE, signal } = init;
  if (!(maxEventBytes >= 1)) {
    throw new RangeError(`maxEventBytes must be 1 or more, was ${maxEventBytes}`);
  }
  if (init.json !== undefined && init.body != null) {
    throw new TypeError('init must have a body or json, had both');
  }
  const abort = new AbortController();
  let left = false;

  async function* read(): AsyncGenerator<PostedEvent<Events>, undefined, undefined> {
    const follow = () => {
      abort.abort(signal?.reason);
    };
    signal?.addEventListener('abort', follow);
    if (signal?.aborted) follow();
    try {
      const response = await (init.fetch ?? fetch)(String(url), requestOf(init, abort.signal));
      for await (const frame of parseSSE(await eventsOf(response), { maxEventBytes })) {
        yield parsed(frame, init) as PostedEvent<Events>;
      }
    } catch (error) {
      // Whoever leaves the loop does not want to hear that this ended the request.
      if (!left) throw error;
    } finally {
      signal?.removeEventListener('abort', follow);
    }
    return undefined;
  }

  const events = read();
  return {
    next: () => events.next(),
    return() {
      left = true;
      // A generator that waits for an event would not notice its return before the event comes.
      abort.abort();
      return events.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

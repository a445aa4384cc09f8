/** An event to be written. All parts are optional; no client dispatches an event without `data`. */
export interface SSEFrameInit {
  /** The type of the event, without CR, LF or NUL; `message` where left out. */
  readonly event?: string;
  /**
   * The payload: a string as it is, else as JSON. CR LF, CR and LF each end a line of the payload.
   */
  readonly data?: unknown;
  /** What the client sends as `Last-Event-ID` when it returns, without CR, LF or NUL. */
  readonly id?: string;
  /** How long the client waits before it returns, in milliseconds, 0 or more. */
  readonly retry?: number;
  /** A comment, which no client takes for an event; each of its lines becomes a comment. */
  readonly comment?: string;
}

/** What ends a line in Unicode, and for some clients, but not in an event stream. */
const SEPARATORS = /[\u0085\u2028\u2029]/g;

/** The value as JSON that no client can cut at a wrong place; `undefined` where there is none. */
export const jsonOf = (value: unknown): string | undefined =>
  (JSON.stringify(value) as string | undefined)?.replace(
    SEPARATORS,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const lines = (prefix: string, text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => `${prefix}${line && ` ${line}`}\n`)
    .join('');

const field = (name: string, value: string | number | undefined): string => {
  if (value === undefined) return '';
  if (/[\r\n\0]/.test(`${value}`)) {
    throw new TypeError(`${name} must not contain CR, LF or NUL, was ${JSON.stringify(value)}`);
  }
  return lines(`${name}:`, `${value}`);
};

/**
 * Formats one event as text that ends with an empty line: its comment, `retry`, `id`, `event` and
 * `data`, in this order, in which the server writes them, too. A comment alone has no empty line.
 *
 * @throws TypeError where `event` or `id` contains CR, LF or NUL, or `data` cannot be JSON
 * @throws RangeError where `retry` is not a whole number, 0 or more
 */
export function formatSSE({ event, data, id, retry, comment }: SSEFrameInit): string {
  if (retry !== undefined && !(Number.isSafeInteger(retry) && retry >= 0)) {
    throw new RangeError(`retry must be a whole number of milliseconds, was ${retry}`);
  }
  const text = typeof data === 'string' ? data : jsonOf(data);
  if (data !== undefined && text === undefined)
    throw new TypeError(`data cannot be a ${typeof data}`);
  const fields = [
    field('retry', retry),
    field('id', id),
    field('event', event),
    text === undefined ? '' : lines('data:', text),
  ].join('');
  return comment === undefined
    ? `${fields}\n`
    : formatSSEComment(comment) + (fields && `${fields}\n`);
}

/**
 * Formats a comment, one line for each line of the text; no client takes a comment for an event. No
 * empty line follows it, of which many clients would make an empty event.
 */
export function formatSSEComment(text: string): string {
  return lines(':', text);
}

/** Creates a transform stream: events in, the bytes of a `text/event-stream` out. */
export function createSSEFormatter(): TransformStream<SSEFrameInit, Uint8Array> {
  const utf8 = new TextEncoder();
  return new TransformStream({
    transform(event, controller) {
      controller.enqueue(utf8.encode(formatSSE(event)));
    },
  });
}

import { formatSSE, formatSSEComment, jsonOf, type SSEFrameInit } from '../codec/format.js';

/** An event, a comment, or both, as a stream of one's own sends them; the comment comes first. */
export interface SSEStreamEvent extends SSEFrameInit {
  /** A comment, which no client takes for an event. */
  readonly comment?: string;
}

/** The type that each field of an event must have for an object to count as an event. */
const FIELDS: Readonly<Record<string, string | undefined>> = {
  event: 'string',
  data: undefined,
  id: 'string',
  retry: 'number',
  comment: 'string',
};

/** Whether a value is a plain object of nothing but the fields of an event. */
function isEvent(value: unknown): value is SSEStreamEvent {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(
      ([name, part]) =>
        Object.hasOwn(FIELDS, name) &&
        (name === 'data' || part === undefined || typeof part === FIELDS[name]),
    )
  );
}

/**
 * Formats what an application sends: an object of nothing but `event`, `data`, `id`, `retry` and
 * `comment`, each of its type, as that event; all else as the JSON payload of a `message`.
 *
 * @throws TypeError where no client could see the event, or the payload cannot be JSON
 */
export function formatItem(item: unknown): string {
  if (!isEvent(item)) {
    const data = jsonOf(item);
    if (data === undefined) throw new TypeError(`A payload cannot be JSON, was ${typeof item}`);
    return formatSSE({ data });
  }
  const { comment, ...frame } = item;
  const { data, retry } = frame;
  // The comment's lines stand in the block of the event, as the server writes them.
  const noted = comment === undefined ? '' : formatSSEComment(comment);
  if (data !== undefined || retry !== undefined) return noted + formatSSE(frame);
  if (noted && frame.event === undefined && frame.id === undefined) return noted;
  throw new TypeError(
    `An event needs data, or no client sees it; a payload like an event goes into { data: … }; was ${JSON.stringify(item)}`,
  );
}

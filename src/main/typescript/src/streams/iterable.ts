import { formatItem } from './event.js';
import { formatFailure, report } from './failure.js';
import { readableOf, type Source } from './readable.js';
import { type SSEStreamOptions, type StreamSettings, streamSettings } from './settings.js';

/** Events or payloads, as they come or as they are asked for. */
type Items = AsyncIterable<unknown> | Iterable<unknown>;

/**
 * Where the events of a stream come from: an iterable, an async iterable, or a function (such as a
 * generator function) that returns one and gets a signal, which is aborted when the reader goes.
 *
 * Each item is an event, which is an object of nothing but `event`, `data`, `id`, `retry` and
 * `comment`; or it is a payload, which the stream sends as JSON in a `message`. In an event, a
 * string in `data` is sent as it is. A payload that looks like an event goes into `{ data: … }`.
 */
export type SSESource = Items | ((signal: AbortSignal) => Items);

/** Draws items from an iterator, and closes the iterator when the reader goes or an item is bad. */
class IterableSource implements Source {
  readonly #source: SSESource;
  readonly #settings: StreamSettings;
  readonly #abort = new AbortController();
  #iterator: AsyncIterator<unknown> | Iterator<unknown> | undefined;
  #ended = false;

  constructor(source: SSESource, settings: StreamSettings) {
    this.#source = source;
    this.#settings = settings;
  }

  async next(): Promise<string | undefined> {
    if (this.#ended) return undefined;
    try {
      this.#iterator ??= open(this.#source, this.#abort.signal);
      const result: IteratorResult<unknown> = await this.#iterator.next();
      if (!result.done) return await this.#format(result.value);
      this.#ended = true;
      return undefined;
    } catch (error) {
      this.#ended = true;
      return formatFailure(error, this.#settings, this.#abort.signal);
    }
  }

  async cancel(reason: unknown): Promise<void> {
    this.#abort.abort(reason);
    if (this.#ended) return;
    this.#ended = true;
    await this.#close();
  }

  /** Formats an item; the iterator does not know of an item that fails, so it is closed. */
  async #format(item: unknown): Promise<string> {
    try {
      return formatItem(await item);
    } catch (error) {
      await this.#close();
      throw error;
    }
  }

  async #close(): Promise<void> {
    try {
      // A function that was never called has nothing to be closed; what was handed over has.
      if (typeof this.#source !== 'function') {
        this.#iterator ??= open(this.#source, this.#abort.signal);
      }
      await this.#iterator?.return?.();
    } catch (error) {
      report(error, this.#settings, this.#abort.signal);
    }
  }
}

/**
 * The iterator over a source.
 *
 * @throws TypeError where there is none
 */
function open(source: SSESource, signal: AbortSignal): AsyncIterator<unknown> | Iterator<unknown> {
  const items = checked(typeof source === 'function' ? source(signal) : source);
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}

/** Refuses what is not iterable, and strings: nobody means a stream of characters. */
function checked(items: Items): Items {
  const given: unknown = items;
  if (
    typeof given === 'object' &&
    given !== null &&
    (Symbol.asyncIterator in given || Symbol.iterator in given)
  ) {
    return items;
  }
  const was = given === null ? 'null' : typeof given;
  throw new TypeError(
    `The source must be an iterable, an async iterable or a function that returns one, was ${was}`,
  );
}

/**
 * Creates a stream of the items of an iterable, an async iterable or a generator.
 *
 * The stream is lazy: it calls the function, and draws each item, only when its reader asks for
 * it. It ends with the source. When its reader cancels the stream, the signal is aborted and the
 * iterator's `return()` is called, so that a generator's `finally` runs. An error in the source,
 * or an item that cannot be sent, ends the stream with an `error` event: its `message` is that of a
 * {@link StreamError}; any other error is reported to `onError`, and the reader gets the
 * `failureMessage`.
 *
 * @throws RangeError where the options are out of range
 * @throws TypeError where the source is neither iterable nor a function
 */
export function createSSEStream(
  source: SSESource,
  options: SSEStreamOptions = {},
): ReadableStream<Uint8Array> {
  const settings = streamSettings(options);
  if (typeof source !== 'function') checked(source);
  return readableOf(new IterableSource(source, settings), settings);
}

import { formatSSEComment } from '../codec/format.js';
import { formatItem } from './event.js';
import { formatFailure, report, StreamError } from './failure.js';
import { Outbox } from './outbox.js';
import { readableOf } from './readable.js';
import { type SSEStreamOptions, type StreamSettings, streamSettings } from './settings.js';

/** The options of a manual stream. Every option has a default. */
export interface ManualStreamOptions extends SSEStreamOptions {
  /**
   * How many events and comments may wait for the reader; one more ends the stream with an `error`
   * event. 1 or more, default 256.
   */
  readonly capacity?: number;
}

/** The hand by which an application writes a stream of its own. */
export interface ManualStream {
  /** Whether the stream takes events: neither closed, nor failed, nor left by its reader. */
  readonly isOpen: boolean;
  /**
   * Sends an event (an object of nothing but `event`, `data`, `id`, `retry` and `comment`), or any
   * other value as the JSON payload of a `message`. Await the result to go at the reader's pace.
   *
   * @returns whether the reader took it: `false` where the stream was not open, or ended before
   * @throws TypeError where the event or payload cannot be sent; the stream stays open
   */
  send(item: unknown): Promise<boolean>;
  /**
   * Sends a comment, which no client takes for an event.
   *
   * @returns whether the reader took it, as with `send`
   */
  comment(text: string): Promise<boolean>;
  /** Ends the stream after what was sent. No effect on a stream that is not open. */
  close(): void;
  /**
   * Registers a clean-up, called once as soon as the stream is not open any more, for whatever
   * reason; at once where it is not open already. An error in it is reported to `onError`.
   */
  onClose(cleanUp: () => void): void;
}

/** The writing side of a manual stream. */
class Writer implements ManualStream {
  readonly #settings: StreamSettings;
  readonly #capacity: number;
  readonly #abort = new AbortController();
  readonly outbox = new Outbox();
  #cleanUps: (() => void)[] = [];

  constructor(settings: StreamSettings, capacity: number) {
    this.#settings = settings;
    this.#capacity = capacity;
  }

  get isOpen(): boolean {
    return !this.outbox.ended;
  }

  send(item: unknown): Promise<boolean> {
    return this.#put(formatItem(item));
  }

  comment(text: string): Promise<boolean> {
    return this.#put(formatSSEComment(text));
  }

  close(): void {
    this.outbox.end();
    for (const cleanUp of this.#cleanUps.splice(0)) this.#run(cleanUp);
  }

  onClose(cleanUp: () => void): void {
    if (this.isOpen) this.#cleanUps.push(cleanUp);
    else this.#run(cleanUp);
  }

  /** Ends the stream with an `error` event, after what was sent. */
  fail(error: unknown): void {
    this.outbox.put(formatFailure(error, this.#settings, this.#abort.signal));
    this.close();
  }

  /** Ends the stream, and drops what its reader has not taken. */
  cancel(reason: unknown): void {
    this.#abort.abort(reason);
    this.outbox.clear();
    this.close();
  }

  #put(text: string): Promise<boolean> {
    if (this.isOpen && this.outbox.size >= this.#capacity) {
      this.outbox.clear();
      this.fail(new StreamError(`The reader is more than ${this.#capacity} events behind`));
    }
    if (!this.isOpen) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.outbox.put(text, resolve);
    });
  }

  #run(cleanUp: () => void): void {
    try {
      cleanUp();
    } catch (error) {
      report(error, this.#settings, this.#abort.signal);
    }
  }
}

/**
 * Creates a stream that the application writes by hand, until it closes the stream or the reader
 * goes; clean-ups run in either case.
 *
 * @param start called when the stream is first read. What it throws, or rejects with, ends the
 *   stream with an `error` event: its `message` is that of a {@link StreamError}; any other error
 *   is reported to `onError`, and the reader gets the `failureMessage`.
 * @throws RangeError where the options are out of range
 */
export function createManualStream(
  start: (out: ManualStream) => void | Promise<void>,
  options: ManualStreamOptions = {},
): ReadableStream<Uint8Array> {
  const settings = streamSettings(options);
  const { capacity = 256 } = options;
  if (!(capacity >= 1)) throw new RangeError(`capacity must be 1 or more, was ${capacity}`);
  const writer = new Writer(settings, capacity);
  let started = false;

  const run = async () => {
    try {
      await start(writer);
    } catch (error) {
      writer.fail(error);
    }
  };

  return readableOf(
    {
      next() {
        const next = writer.outbox.next();
        if (!started) void run();
        started = true;
        return next;
      },
      cancel(reason) {
        writer.cancel(reason);
      },
    },
    settings,
  );
}

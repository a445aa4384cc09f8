import { formatSSE } from '../codec/format.js';
import { formatFailure } from './failure.js';
import { Outbox } from './outbox.js';
import { readableOf } from './readable.js';
import { type SSEStreamOptions, streamSettings } from './settings.js';

/** The hand by which a task tells how far it has come. */
export interface Progress {
  /**
   * Tells the reader how far the task has come. Of updates that come faster than the reader takes
   * them, the latest one replaces those that wait, and is always delivered. An update after the end
   * of the task, or after the reader has gone, has no effect.
   *
   * @param percent from 0 to 100, not less than in the update before
   * @param message what the task is doing, for the reader
   * @throws RangeError where `percent` is out of range, not a number, or goes back
   */
  update(percent: number, message: string): void;
}

/** What a task may return besides nothing: an object with named parts, no array or other iterable. */
export type ProgressResult = object & {
  readonly then?: never;
  readonly [Symbol.iterator]?: never;
};

/**
 * A long job. What the job returns, an object or nothing, becomes part of the `complete` event.
 *
 * @param progress the hand to report by
 * @param signal aborted when the reader goes; pass it on to what takes long
 */
export type ProgressTask<Result extends ProgressResult = ProgressResult> =
  | ((progress: Progress, signal: AbortSignal) => Promise<Result> | Result)
  | ((progress: Progress, signal: AbortSignal) => Promise<void> | void);

/**
 * The payloads of a progress stream by the names of its events, to type a reader with:
 * `postEvents<ProgressEvents<{ file: string }>>(url)`.
 */
export interface ProgressEvents<Result extends ProgressResult = ProgressResult> {
  /** How far the task has come. */
  readonly progress: { readonly percent: number; readonly message: string };
  /** The last event of a task that succeeded, with the task's result. */
  readonly complete: { readonly percent: 100 } & Omit<Result, 'percent'>;
  /** The last event of a task that failed, with a message that the application chose. */
  readonly error: { readonly message: string };
}

const formatComplete = (result: unknown): string => {
  const given = result ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) {
    const was = Array.isArray(given) ? 'array' : typeof given;
    throw new TypeError(`A task must return an object or nothing, was ${was}`);
  }
  // First for the eye, and last so that no result can say otherwise.
  const data = Object.assign({ percent: 100 }, given, { percent: 100 });
  return formatSSE({ event: 'complete', data });
};

/**
 * Creates a stream that runs a task and tells how it comes along: events `progress` with `percent`
 * and `message`, then one `complete` with `percent` 100 and the task's result, or one `error` with
 * a `message`. The message is that of a {@link StreamError} which the task throws; any other error
 * is reported to `onError`, and its reader gets the `failureMessage`.
 *
 * The task begins when the stream is first read. When its reader cancels the stream, the task's
 * signal is aborted.
 *
 * @throws RangeError where the options are out of range
 */
export function createProgressStream(
  task: ProgressTask,
  options: SSEStreamOptions = {},
): ReadableStream<Uint8Array> {
  const settings = streamSettings(options);
  const abort = new AbortController();
  const outbox = new Outbox();
  let started = false;
  let reached = 0;

  const progress: Progress = {
    update(percent, message) {
      if (!(Number.isFinite(percent) && percent >= 0 && percent <= 100)) {
        throw new RangeError(`percent must be from 0 to 100, was ${percent}`);
      }
      if (percent < reached) {
        throw new RangeError(`percent must not go back from ${reached}, was ${percent}`);
      }
      if (outbox.ended) return;
      reached = percent;
      outbox.clear();
      outbox.put(formatSSE({ event: 'progress', data: { percent, message } }));
    },
  };

  const run = async () => {
    try {
      const result: unknown = task(progress, abort.signal);
      outbox.put(formatComplete(await result));
    } catch (error) {
      outbox.put(formatFailure(error, settings, abort.signal));
    }
    outbox.end();
  };

  return readableOf(
    {
      next() {
        const next = outbox.next();
        if (!started) void run();
        started = true;
        return next;
      },
      cancel(reason) {
        outbox.clear();
        outbox.end();
        abort.abort(reason);
      },
    },
    settings,
  );
}

import type { SSEClock } from '../options.js';

/** The options of a stream of one's own. Every option has a default. */
export interface SSEStreamOptions {
  /**
   * After how many milliseconds in which a reader waits for the next event the stream sends a
   * comment, so that no proxy takes the connection for dead. 0 sends none. Default 25000.
   */
  readonly heartbeat?: number;
  /**
   * The message of the `error` event for every failure whose message the application did not choose
   * by a {@link StreamError}. Default `The stream failed`.
   */
  readonly failureMessage?: string;
  /**
   * Called with every error whose text the reader does not get: those that end the stream, and
   * those of clean-up. Default `console.error`.
   */
  readonly onError?: (error: unknown) => void;
  /** The timers to use in place of the global ones. */
  readonly clock?: Pick<SSEClock, 'setTimeout' | 'clearTimeout'>;
}

/** The options of a stream with the defaults filled in. */
export type StreamSettings = Required<SSEStreamOptions>;

/** The longest delay of a timer in milliseconds; a timer with a longer delay fires at once. */
const LONGEST = 2 ** 31 - 1;

/**
 * Checks a stream's options and fills in the defaults.
 *
 * @throws RangeError where the heartbeat is negative, `NaN` or too long for a timer
 */
export function streamSettings({
  heartbeat = 25_000,
  failureMessage = 'The stream failed',
  onError = (error) => {
    console.error(error);
  },
  clock = globalThis,
}: SSEStreamOptions): StreamSettings {
  if (!(heartbeat >= 0 && heartbeat <= LONGEST)) {
    throw new RangeError(`heartbeat must be from 0 to ${LONGEST} ms, was ${heartbeat}`);
  }
  return { heartbeat, failureMessage, onError, clock };
}

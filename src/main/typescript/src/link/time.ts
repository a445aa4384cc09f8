import type { Settings, SSEClock } from '../options.js';

/** The longest delay of a timer in milliseconds; a timer with a longer delay fires at once. */
export const LONGEST_DELAY = 2 ** 31 - 1;

/** The longest wait that a server can ask for, in milliseconds: an hour. */
const LONGEST_WISH = 3_600_000;

/** The milliseconds since some moment, by a clock that nobody sets where there is one. */
export const now = (clock: SSEClock): number => (clock.performance ?? clock.Date).now();

/** Waits for a time, or until the signal is aborted, whichever is sooner. */
export const sleep = (clock: SSEClock, milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = () => {
      clock.clearTimeout(timer);
      signal.removeEventListener('abort', wake); // the signal may live longer
      resolve();
    };
    const timer = clock.setTimeout(wake, Math.min(milliseconds, LONGEST_DELAY));
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
  });

/**
 * The wait before an attempt, in milliseconds: exponential with full jitter, on top of what the
 * server asks for, lest clients that were all told the same return together.
 *
 * @param failures the number of failures before it: 0 for the first wait
 * @param asked the server's `retry:` or `Retry-After`, in milliseconds
 */
export function backoff(settings: Settings, failures: number, asked = 0): number {
  const { reconnectDelay, maxReconnectDelay, reconnectMultiplier, jitter, clock } = settings;
  const ceiling = Math.min(maxReconnectDelay, reconnectDelay * reconnectMultiplier ** failures);
  const least = Math.min(asked, LONGEST_WISH);
  return jitter ? least + clock.Math.random() * ceiling : Math.max(least, ceiling);
}

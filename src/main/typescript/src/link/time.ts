import type { Settings, SSEClock } from '../options.js';

/** The longest delay of a timer in milliseconds; a timer with a longer delay fires at once. */
const LONGEST = 2 ** 31 - 1;

/** Waits for a time, or until the signal is aborted, whichever is sooner. */
export const sleep = (clock: SSEClock, milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = clock.setTimeout(resolve, Math.min(milliseconds, LONGEST));
    const wake = () => {
      clock.clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
  });

/**
 * The wait before an attempt, in milliseconds: exponential with full jitter, never below the floor.
 *
 * @param attempt the number of failures before it: 0 for the first attempt
 * @param floor the server's `retry:`, in milliseconds
 */
export function backoff(settings: Settings, attempt: number, floor: number): number {
  const { reconnectDelay, maxReconnectDelay, reconnectMultiplier, jitter, clock } = settings;
  const ceiling = Math.min(maxReconnectDelay, reconnectDelay * reconnectMultiplier ** attempt);
  if (!jitter) return Math.max(floor, ceiling);
  // Spread above the floor: clients that were all told the same floor must not return together.
  return floor + clock.Math.random() * Math.max(0, Math.min(ceiling, maxReconnectDelay - floor));
}

import type { SSEClock } from '../options.js';

/** How many heartbeats may stay away before a stream counts as dead. */
const PATIENCE = 2.5;

/** Watches over a stream's signs of life. */
export interface Watchdog {
  /** A sign of life. */
  readonly feed: () => void;
  /** Calls `onSilence` if there was none for too long, else looks again when that would be. */
  readonly check: () => void;
  /** Expects one every so many milliseconds; 0: watches no more. */
  readonly expect: (milliseconds: number) => void;
}

/** @param onSilence told for how many milliseconds there was no sign of life */
export function createWatchdog(clock: SSEClock, onSilence: (silence: number) => void): Watchdog {
  let fed = clock.Date.now();
  let heartbeat = 0;
  let timer: unknown;

  const check = () => {
    clock.clearTimeout(timer);
    const silence = clock.Date.now() - fed;
    const rest = heartbeat * PATIENCE - silence;
    if (!heartbeat) return;
    if (rest > 0) timer = clock.setTimeout(check, rest);
    else onSilence(silence);
  };

  return {
    check,
    feed: () => {
      fed = clock.Date.now();
    },
    expect: (milliseconds) => {
      heartbeat = milliseconds;
      check();
    },
  };
}

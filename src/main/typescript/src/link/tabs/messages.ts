import type { Signal } from '../signals.js';

/** What another tab may tell the leader to do. */
export type Command = 'open' | 'restart' | 'wake' | 'check';

/**
 * What a tab tells the others: the channels it wants, and the new ones; no `channels` when it
 * leaves.
 */
export interface TabMessage {
  readonly from: string;
  readonly channels?: readonly string[];
  readonly added?: readonly string[];
  /** Whether the tab is new, and asks the others to introduce themselves. */
  readonly ask?: boolean;
}

/** What the leader passes on from its stream, to one tab or to all. */
interface SignalMessage {
  readonly to?: string;
  readonly signal: Signal;
}

/** A sign of life of the leader, or the question for one. */
interface LifeMessage {
  readonly alive: boolean;
}

/** What tabs post to each other; a command is for the leader. */
export type Message = TabMessage | SignalMessage | LifeMessage | { readonly command: Command };

/**
 * Asks for a lock, which the browser gives to one tab at a time and takes from a tab that is gone.
 * The tab keeps the lock until the signal is aborted if `granted` returns true, else gives it back
 * at once.
 *
 * @param failed called if the lock cannot be had, or another tab has stolen it
 * @param steal takes the lock from the tab that has it
 */
export function requestLock(
  name: string,
  signal: AbortSignal,
  granted: () => boolean,
  failed: (error: unknown) => void,
  steal = false,
): void {
  const hold = () =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve();
      });
      if (signal.aborted || !granted()) resolve();
    });
  // the standard allows no signal for a lock that is stolen, which is there at once
  navigator.locks.request(name, steal ? { steal } : { signal }, hold).catch((error: unknown) => {
    if (!signal.aborted) failed(error);
  });
}

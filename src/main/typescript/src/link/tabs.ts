import type { Signal } from './signals.js';

/** What a leader does at another tab's word. */
export type Command = 'open' | 'restart' | 'wake' | 'check';

/** The channels a tab wants, and which of them are new; without any, it leaves. */
export interface TabMessage {
  readonly from: string;
  readonly channels?: readonly string[];
  readonly added?: readonly string[];
  /** It is new, and knows nobody. */
  readonly ask?: boolean;
}

/** From the leader: what its stream says, to one tab or to all. */
interface SignalMessage {
  readonly to?: string;
  readonly signal: Signal;
}

/** What tabs say to each other; a command is for the leader. */
export type Message = TabMessage | SignalMessage | { readonly command: Command };

/**
 * Asks for a lock, which the browser gives to one tab at a time and takes from one that is gone. It
 * is kept until the signal is aborted if `granted` says so, else given back at once.
 */
export function requestLock(
  name: string,
  signal: AbortSignal,
  granted: () => boolean,
  report: (error: unknown) => void,
): void {
  const hold = () =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve();
      });
      if (signal.aborted || !granted()) resolve();
    });
  navigator.locks.request(name, { signal }, hold).catch((error: unknown) => {
    if (!signal.aborted) report(error);
  });
}

import type { Link } from './link/signals.js';

/**
 * Follows the page's life until the signal is aborted; where there is no page, nothing comes. A page
 * with a stream open would not get into the back/forward cache, so it is told to `hide` before.
 */
export function watchPage(
  signal: AbortSignal,
  link: Link,
  hide: () => void,
  restore: () => void,
): void {
  const { addEventListener } = globalThis as Partial<Pick<Window, 'addEventListener'>>;
  const on = (type: string, run: () => void) => addEventListener?.(type, run, { signal });
  on('online', link.wake);
  on('pagehide', hide);
  on('pageshow', restore);
  // It bubbles from the document to its window.
  on('visibilitychange', () => {
    if (!document.hidden) link.check();
  });
}

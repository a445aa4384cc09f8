import type { Link } from './link/signals.js';

/**
 * Follows the page's life until the signal is aborted; does nothing where there is no page. A
 * browser keeps no page with an open stream in its back/forward cache, hence `hide`.
 *
 * @param hide called when the page goes away, for good or into the cache
 * @param restore called when the page is shown, for the first time or from the cache
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
  // The event bubbles from the document to its window.
  on('visibilitychange', () => {
    if (!document.hidden) link.check();
  });
}

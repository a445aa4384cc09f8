import type { Settings } from '../options.js';
import type { Cursor } from './cursor.js';
import type { Link, Signal } from './signals.js';
import type { streamLink } from './stream-link.js';
import { TabLink } from './tabs/tab-link.js';

/**
 * Creates a link that all tabs of the origin share; where the browser cannot share, one of the
 * tab's own.
 *
 * @param open creates a link of the tab's own; passed so that this file can be loaded by itself
 * @param report takes errors that nobody waits for
 */
export function sharedLink(
  settings: Settings,
  cursor: Cursor,
  tell: (signal: Signal) => void,
  open: typeof streamLink,
  report: (error: unknown) => void,
): Link {
  const { navigator, BroadcastChannel } = globalThis as Partial<typeof globalThis>;
  return navigator?.locks && BroadcastChannel
    ? new TabLink(settings, cursor, tell, (hear) => open(settings, cursor, hear), report)
    : open(settings, cursor, tell);
}

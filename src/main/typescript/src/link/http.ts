import type { Settings } from '../options.js';
import { endingOf } from './ending.js';
import type { Send } from './send.js';
import { sleep } from './time.js';

/** How many characters the channels may take of an address; servers take 8 KiB with all headers. */
const ROOM = 4000;

/** The first of the channels, as many as fit into an address. */
export function fitting(channels: readonly string[]): string[] {
  let room = ROOM;
  return channels.filter((channel) => (room -= `${new URLSearchParams({ channel })}&`.length) >= 0);
}

/** The address of the stream, or of a resource below the stream's, with channels in the query. */
export function addressOf(
  { url }: Settings,
  below: string,
  channels: readonly string[],
  position?: string,
): string {
  const [, path = '', own] = /^([^?#]*)\??([^#]*)/.exec(url) ?? [];
  const query = new URLSearchParams(own);
  for (const channel of channels) query.append('channel', channel);
  if (position) query.set('lastEventId', position);
  return path.replace(/\/$/, '') + below + `?${query}`.replace(/\?$/, '');
}

/**
 * Creates the function that sends all requests of one client, which share a renewal of the token.
 */
export function createSend(settings: Settings): Send {
  const { headers: given, withCredentials, refreshToken } = settings;

  const send: Send = async (below, channels, own, signal, init) => {
    const headers = new Headers(typeof given === 'function' ? await given() : given);
    for (const [name, value] of Object.entries(own)) headers.set(name, value);
    return (settings.fetch ?? fetch)(addressOf(settings, below, channels), {
      ...init,
      headers,
      signal,
      cache: 'no-store',
      credentials: withCredentials ? 'include' : undefined,
    });
  };
  if (!refreshToken) return send;
  let renewed: Send | undefined;
  const sendRenewing: Send = async (...request) => {
    const { renewing } = await import('./renewal.js');
    renewed ??= renewing(settings, send, sendRenewing, endingOf, sleep);
    return renewed(...request);
  };
  return sendRenewing;
}

import type { Settings } from '../options.js';
import type { Ending } from './ending.js';

/** The address of the stream, or of a resource below the stream's, with channels in the query. */
export function addressOf(
  { url }: Settings,
  below: string,
  channels: readonly string[],
  position?: string,
): string {
  const [path = '', own] = url.split('?');
  const query = new URLSearchParams(own);
  for (const channel of channels) query.append('channel', channel);
  if (position) query.set('lastEventId', position);
  return `${path.replace(/\/$/, '')}${below}?${query}`;
}

/**
 * Sends a request with the headers and credentials of the settings. After a 401 it renews the token
 * and sends the request a second time.
 *
 * @throws Ending where the renewal fails
 */
export type Send = (
  address: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  init?: RequestInit,
) => Promise<Response>;

/**
 * Creates the function that sends all requests of one client, which share a renewal of the token.
 */
export function createSend(settings: Settings): Send {
  const { headers: given, withCredentials, refreshToken } = settings;
  let renewing: Promise<unknown> | undefined;

  const once: Send = async (address, headers, signal, init) =>
    (settings.fetch ?? fetch)(address, {
      ...init,
      headers: { ...(typeof given === 'function' ? await given() : given), ...headers },
      signal,
      cache: 'no-store',
      credentials: withCredentials ? 'include' : undefined,
    });

  return async (...request) => {
    const response = await once(...request);
    if (response.status !== 401 || !refreshToken) return response;
    await response.body?.cancel();
    // Requests that fail at the same time share one renewal.
    renewing ??= refreshToken().finally(() => (renewing = undefined));
    await renewing.catch((error: unknown) => {
      const message = `Unauthorized: ${String(error)}`;
      const ending: Ending = { next: 'failed', code: 'refresh', status: 401, message };
      throw ending;
    });
    return once(...request);
  };
}

import type { Settings } from '../options.js';
import type { Ending, endingOf } from './ending.js';
import type { Send } from './send.js';
import type { sleep } from './time.js';
import { within } from './within.js';

/** How many milliseconds a renewal of the token may take. */
const LIMIT = 60_000;

/**
 * Renews the token where the server refuses it, and sends the request once more. A file by itself,
 * which only those load who give `refreshToken`; hence the functions that are passed.
 *
 * @param once sends a request with the headers of the moment
 * @param token says whether the token has run out
 * @throws Ending where the renewal fails
 */
export function renewing(
  { refreshToken, clock, url }: Settings,
  once: Send,
  token: Pick<Send, 'expired'>,
  meaning: typeof endingOf,
  wait: typeof sleep,
): Send {
  let pending: Promise<unknown> | undefined;
  /** Whether a token was renewed for want of an answer, and no answer has come since. */
  let suspected = false;

  /** Requests that fail at the same time share one renewal. */
  const renew = async () => {
    pending ??= within(wait, clock, LIMIT, () => Promise.resolve().then(refreshToken)).finally(
      () => (pending = undefined),
    );
    await pending.catch((error: unknown) => {
      const ending = meaning(error);
      if (ending.code === 'timeout') throw ending;
      const message = `Unauthorized: ${String(error)}`;
      throw { next: 'failed', code: 'refresh', status: 401, message } as Ending;
    });
    token.expired = false;
  };

  return async (...request) => {
    if (token.expired) await renew();
    try {
      const response = await once(...request);
      suspected = false;
      if (response.status !== 401) return response;
      await response.body?.cancel();
    } catch (error) {
      // A browser shows no page the 401 of another origin without CORS headers, as servers answer
      // that refuse a token before anything of the application runs.
      if (suspected || request[3].aborted || !isForeign(url)) throw error;
      suspected = true;
      await renew().catch(() => {
        throw error;
      });
      return once(...request);
    }
    await renew();
    return once(...request);
  };
}

/** Whether this is a page, or a worker, of another origin than the server. */
function isForeign(url: string): boolean {
  const { location } = globalThis as { location?: Location };
  return !!location && new URL(url, location.href).origin !== location.origin;
}

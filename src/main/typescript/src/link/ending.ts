import type { Fault, Refusal } from './fault.js';

/** Why a stream ended, and what follows; thrown where it is found out, told as the fault it is. */
export interface Ending extends Fault {
  /** `retry` after a wait, `again` at once, or never: `failed`, `closed`. */
  readonly next: 'retry' | 'again' | 'failed' | 'closed';
  /** The wait that the server asked for, in milliseconds. */
  readonly delay?: number;
  /** The channels that are at fault. */
  readonly channels?: readonly Refusal[];
}

/** What something thrown along the way means: an ending as it is, all else a lost network. */
export const endingOf = (thrown: unknown): Ending =>
  (thrown as Partial<Ending>).next
    ? (thrown as Ending)
    : { next: 'retry', code: 'network', message: String(thrown) };

/** The body of an error answer, RFC 9457. */
interface Problem {
  readonly detail?: string;
  readonly channels?: readonly Refusal[];
}

/**
 * What an answer means that is not the wanted one, to a request for these channels.
 *
 * @param resumed whether the endpoint has been there before: then a 404 that is not its own comes from
 *   a server that has started, and deploys the application yet
 */
export async function refusalOf(
  response: Response,
  requested: readonly string[] = [],
  resumed?: unknown,
): Promise<Ending> {
  const { status, headers } = response;
  const { detail = '', channels } = problemOf(await response.text());
  const message = `HTTP ${status} ${detail}`;
  const code = 'http';
  const starts = resumed && status === 404 && !channels;
  return {
    next:
      starts || /408|429|5../.test(`${status}`) ? 'retry' : status === 204 ? 'closed' : 'failed',
    code,
    status,
    message,
    delay: retryAfter(headers.get('retry-after') ?? ''),
    channels:
      channels ??
      (!starts && /40[134]/.test(`${status}`)
        ? requested.map((channel) => ({ channel, status, code, detail: message }))
        : []),
  };
}

/** The body as a problem; empty for a proxy's or a container's own page: its status says enough. */
function problemOf(text: string): Problem {
  try {
    return (JSON.parse(text) as Problem | null) ?? {};
  } catch {
    return {};
  }
}

/** `Retry-After` in milliseconds, from seconds or a date (RFC 9110, section 10.2.3). */
function retryAfter(value: string): number | undefined {
  const delay = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return delay >= 0 ? delay : undefined;
}

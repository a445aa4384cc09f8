import type { Fault, Refusal } from './fault.js';

/**
 * Why a stream ended, and what follows: thrown where the end is found out, told to the client as a
 * fault.
 */
export interface Ending extends Fault {
  /**
   * What follows: a new stream after a wait (`retry`) or at once (`again`), or none (the others).
   */
  readonly next: 'retry' | 'again' | 'failed' | 'closed';
  /** The wait that the server asked for, in milliseconds. */
  readonly delay?: number;
  /** The refused channels that are the cause. */
  readonly channels?: readonly Refusal[];
}

/**
 * The ending that a thrown value means: an ending stands for itself, all else for a lost network.
 */
export const endingOf = (thrown: unknown): Ending =>
  (thrown as Partial<Ending>).next
    ? (thrown as Ending)
    : { next: 'retry', code: 'network', message: String(thrown) };

/** The body of an error response (RFC 9457). */
interface Problem {
  readonly detail?: string;
  readonly channels?: readonly Refusal[];
}

/**
 * The ending that a response without the wanted status means.
 *
 * @param requested the channels that the request was for
 * @param resumed whether the endpoint has answered before: then a 404 without the endpoint's own
 *   body comes from a server that has started but has not deployed the application yet
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

/** The body as a problem; empty for a page of a proxy or a container, whose status says enough. */
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

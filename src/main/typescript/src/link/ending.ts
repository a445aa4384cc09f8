import type { Fault, Refusal } from './fault.js';

/** How many characters of an answer are read: enough for one about 500 channels. */
const LONGEST_TEXT = 2 ** 20;

/**
 * Why a stream ended, and what follows: thrown where the end is found out, told to the client as a
 * fault.
 */
export interface Ending extends Fault {
  /**
   * What follows: a new stream after a wait (`retry`) or at once (`again`), or none (the others).
   */
  readonly next: 'retry' | 'again' | 'failed' | 'closed';
  /** The wait that the server asked for, in milliseconds; the least that is waited. */
  readonly delay?: number;
  /** Whether the request was refused as a whole, which one with fewer channels may not be. */
  readonly tooMuch?: boolean;
  /** The refused channels that are the cause. */
  readonly channels?: readonly Refusal[];
}

/**
 * The ending that a thrown value means: an ending stands for itself, all else for a lost network.
 */
export const endingOf = (thrown: unknown): Ending =>
  (thrown as Partial<Ending> | null | undefined)?.next
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
  const { detail = '', channels } = problemOf(await textOf(response));
  const message = `HTTP ${status} ${detail}`;
  const code = 'http';
  const starts = resumed && status === 404 && !channels;
  return {
    next:
      starts || /408|429|5../.test(`${status}`) ? 'retry' : status === 204 ? 'closed' : 'failed',
    code,
    status,
    message,
    tooMuch: !channels && /400|41[34]|431/.test(`${status}`),
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

/**
 * The answer of the endpoint as text.
 *
 * @throws Ending where the status is not one of success
 */
export async function answerOf(response: Response): Promise<string> {
  if (!response.ok) throw await refusalOf(response);
  return textOf(response);
}

/** The body as text, cut off where it is longer than any answer of the endpoint. */
async function textOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const utf8 = new TextDecoder();
  let text = '';
  while (reader && text.length < LONGEST_TEXT) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += utf8.decode(value, { stream: true });
  }
  await reader?.cancel();
  return text;
}

/** `Retry-After` in milliseconds, from seconds or a date (RFC 9110, section 10.2.3). */
function retryAfter(value: string): number {
  const delay = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return delay > 0 ? delay : 0;
}

import { PostError, type ProblemDetails } from './error.js';

/** How much of an error's body is read, in bytes: enough for a problem, too little to harm. */
const MOST = 65_536;

/**
 * Checks that a response is an event stream.
 *
 * @returns the response's body
 * @throws PostError where the status is not 200, or the response is not a `text/event-stream`
 */
export async function eventsOf(response: Response): Promise<ReadableStream<Uint8Array>> {
  const { status, statusText, headers, body } = response;
  const type = headers.get('content-type') ?? '';
  if (status !== 200) {
    const problem = await problemOf(body, type);
    const told = problem?.detail ?? problem?.title ?? statusText;
    throw new PostError(`HTTP ${status} ${told}`.trim(), { code: 'http', status, problem });
  }
  if (!body || !/^text\/event-stream\b/i.test(type)) {
    await body?.cancel();
    const was = type ? `was ${type}` : 'had none';
    const message = `The answer must be of the type text/event-stream, ${was}`;
    throw new PostError(message, { code: 'content-type', status });
  }
  return body;
}

/** The problem in an error's body; none where the body is a page, or too long. */
async function problemOf(
  body: ReadableStream<Uint8Array> | null,
  type: string,
): Promise<ProblemDetails | undefined> {
  if (!/[/+]json\b/i.test(type)) {
    await body?.cancel();
    return undefined;
  }
  try {
    const problem: unknown = JSON.parse((await textOf(body)) ?? '');
    return typeof problem === 'object'
      ? ((problem as ProblemDetails | null) ?? undefined)
      : undefined;
  } catch (error) {
    // The status says enough where the body is not what its type promises.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The text of a body; `undefined`, and the body cancelled, where it is too long. */
async function textOf(body: ReadableStream<Uint8Array> | null): Promise<string | undefined> {
  const utf8 = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return text + utf8.decode();
    length += value.length;
    if (length > MOST) {
      await reader?.cancel();
      return undefined;
    }
    text += utf8.decode(value, { stream: true });
  }
}

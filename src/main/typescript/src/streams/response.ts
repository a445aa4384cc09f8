/**
 * The headers that a response with an event stream needs: its type, and a word to caches and
 * proxies (nginx among them) that they neither keep, compress nor hold back what passes through.
 */
export const SSE_HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
} as const;

/**
 * Creates the response that carries an event stream, with the headers of {@link SSE_HEADERS} added
 * to those of the caller's; a `Cache-Control` or `X-Accel-Buffering` of the caller's stays.
 */
export function createSSEResponse(
  stream: ReadableStream<Uint8Array>,
  init: ResponseInit = {},
): Response {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(SSE_HEADERS)) {
    if (name === 'Content-Type' || !headers.has(name)) headers.set(name, value);
  }
  return new Response(stream, { ...init, headers });
}

/** The fake server as request handlers of Mock Service Worker. */
import { http, type RequestHandler } from 'msw';
import type { FakeServer } from './testing.js';

/**
 * Makes the handlers by which Mock Service Worker has a fake server answer all requests for streams
 * and for changes of their channels. Every other request is left to the other handlers.
 *
 * ```ts
 * const server = fakeServer<Channels>();
 * const network = setupServer(...handlersOf(server), ...others);
 * ```
 *
 * @param server a fake server that is not installed
 */
export function handlersOf<Channels extends object>(
  server: FakeServer<Channels>,
): readonly RequestHandler[] {
  return [
    http.all('*', ({ request }) => (server.handles(request) ? server.fetch(request) : undefined)),
  ];
}

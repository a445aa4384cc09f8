import { formatSSE } from '../codec/format.js';
import type { StreamSettings } from './settings.js';

/**
 * The error by which an application ends a stream with a message for its reader: thrown by a task,
 * a generator or a manual stream, its message is that of the `error` event. The text of any other
 * error stays on the server.
 */
export class StreamError extends Error {
  override name = 'StreamError';
}

/** Whether an error is but the echo of the reader's leaving. */
const isEcho = (error: unknown, { aborted, reason }: AbortSignal): boolean =>
  aborted && (error === reason || (error instanceof Error && error.name === 'AbortError'));

/** Tells the application of an error, unless the error comes of the signal's having been aborted. */
export function report(error: unknown, { onError }: StreamSettings, signal: AbortSignal): void {
  if (!isEcho(error, signal)) onError(error);
}

/**
 * Formats the `error` event by which a failed stream ends, and reports what the event hides.
 *
 * @param signal aborted where the reader has gone
 */
export function formatFailure(
  error: unknown,
  settings: StreamSettings,
  signal: AbortSignal,
): string {
  const chosen = error instanceof StreamError;
  if (!chosen) report(error, settings, signal);
  const message = chosen ? error.message : settings.failureMessage;
  return formatSSE({ event: 'error', data: { message } });
}

import { formatSSEComment } from '../codec/format.js';
import type { StreamSettings } from './settings.js';

/** The texts that a stream is made of, drawn one by one. */
export interface Source {
  /**
   * Resolves with the next text, or with `undefined` at the end, and never rejects. The stream does
   * not draw again before the promise has settled.
   */
  next(): Promise<string | undefined>;
  /** Called once if the reader leaves before the end. */
  cancel(reason: unknown): void | Promise<void>;
}

/** What a wait for the next text gives when the heartbeat comes first. */
const BEAT = Symbol('heartbeat');

/**
 * Creates a stream that draws from its source only when its reader asks, nothing ahead, and sends a
 * comment when its reader has waited for the length of a heartbeat. A timer exists only while a
 * reader waits.
 */
export function readableOf(
  source: Source,
  { heartbeat, clock }: StreamSettings,
): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder();
  let drawing: Promise<string | undefined> | undefined;
  let timer: unknown;
  let cancelled = false;

  const beat = () =>
    new Promise<typeof BEAT>((resolve) => {
      if (heartbeat) {
        timer = clock.setTimeout(() => {
          resolve(BEAT);
        }, heartbeat);
      }
    });

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // A text that is still being drawn when the heartbeat comes is waited for the next time.
        drawing ??= source.next();
        const drawn = await Promise.race([drawing, beat()]);
        clock.clearTimeout(timer);
        if (cancelled) return;
        if (drawn !== BEAT) drawing = undefined;
        if (drawn === undefined) controller.close();
        else controller.enqueue(utf8.encode(drawn === BEAT ? formatSSEComment('') : drawn));
      },
      cancel(reason) {
        cancelled = true;
        clock.clearTimeout(timer);
        return source.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

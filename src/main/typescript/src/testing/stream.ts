import { formatSSE } from '../codec/format.js';
import type { LoggedEvent } from './log.js';

/** Why a server ends a stream, and whether its client comes back. */
const RECONNECT = {
  shutdown: true,
  lifetime: true,
  lagging: true,
  'cut-off': true,
  session: true,
  expired: false,
  revoked: false,
  disconnected: false,
  logout: false,
} as const;

/** The reason of an `hg.bye`. */
export type ByeReason = keyof typeof RECONNECT;

/**
 * The data of an `hg.bye`.
 *
 * @throws TypeError where the reason is none of the protocol's
 */
export function goodbye(reason: ByeReason): object {
  if (!Object.hasOwn(RECONNECT, reason)) {
    throw new TypeError(
      `reason must be one of ${Object.keys(RECONNECT).join(', ')}, was ${reason}`,
    );
  }
  return { reason, reconnect: RECONNECT[reason] };
}

/** One open stream of a client. */
export class FakeStream {
  readonly client: string;
  /** The channels that were granted. */
  readonly channels = new Set<string>();
  readonly response: Response;
  readonly #plain: boolean;
  readonly #utf8 = new TextEncoder();
  readonly #onEnd: (stream: FakeStream) => void;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #unread = false;
  #ended = false;
  #read: (() => void)[] = [];

  /**
   * @param client the name of the client
   * @param plain whether events come without an envelope
   * @param signal aborted when the client goes
   * @param onEnd called when the stream has ended, whoever has ended it
   */
  constructor(
    client: string,
    plain: boolean,
    signal: AbortSignal | null | undefined,
    onEnd: (stream: FakeStream) => void,
  ) {
    this.client = client;
    this.#plain = plain;
    this.#onEnd = onEnd;
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        // A reader asks for more when it is through with what it has.
        pull: () => {
          this.#unread = false;
          this.#tellRead();
        },
        cancel: () => {
          this.#end();
        },
      },
      { highWaterMark: 0 },
    );
    signal?.addEventListener('abort', () => {
      this.cut(signal.reason);
    });
    this.response = new Response(body, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' },
    });
  }

  /** Resolves when the client has read all that was sent, or the stream has ended. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#read.push(resolve);
      if (!this.#unread) this.#tellRead();
    });
  }

  /** Sends a control event. */
  control(name: string, data: object, id?: string): void {
    this.#write(formatSSE({ event: `hg.${name}`, data, id }));
  }

  /** Sends an event of the application, if the stream has its channel. */
  deliver(event: LoggedEvent): void {
    if (this.channels.has(event.channel)) this.#write(this.#plain ? event.plain : event.envelope);
  }

  /** Ends the stream as a server does that says why. */
  bye(data: object): void {
    this.control('bye', data);
    this.#controller.close();
    this.#end();
  }

  /** Ends the stream as a lost network does. */
  cut(reason: unknown = new TypeError('network error')): void {
    if (this.#ended) return;
    this.#controller.error(reason);
    this.#end();
  }

  #write(text: string): void {
    this.#unread = true;
    this.#controller.enqueue(this.#utf8.encode(text));
  }

  #end(): void {
    this.#ended = true;
    this.#unread = false;
    this.#tellRead();
    this.#onEnd(this);
  }

  #tellRead(): void {
    for (const resolve of this.#read.splice(0)) resolve();
  }
}

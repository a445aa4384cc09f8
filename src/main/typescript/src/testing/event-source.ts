import { SSEDecoder } from '../codec/decoder.js';
import type { EventSourceLike } from '../options.js';

type Handler = ((event: Event) => void) | null;

/** An `EventSource` of a fake server. */
export interface FakeEventSource extends EventTarget {
  readonly url: string;
  readonly withCredentials: boolean;
  /** 0 while connecting, 1 while open, 2 when closed. */
  readonly readyState: number;
  onopen: Handler;
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onerror: Handler;
  close(): void;
}

/** The class of a fake server's `EventSource`s. */
export type FakeEventSourceClass = (new (
  url: string | URL,
  init?: { withCredentials?: boolean },
) => FakeEventSource & EventSourceLike) & {
  readonly CONNECTING: 0;
  readonly OPEN: 1;
  readonly CLOSED: 2;
};

/**
 * Makes the class of the `EventSource`s that have their streams from a fake server. They come back
 * as those of browsers do, with the last id, but at once: as soon as the server is up.
 *
 * @param fetch opens a stream
 * @param isUp resolves when the server is there
 */
export function eventSourceClass(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  isUp: () => Promise<void>,
): FakeEventSourceClass {
  return class extends EventTarget implements FakeEventSource {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSED = 2;
    readonly url: string;
    readonly withCredentials: boolean;
    readyState = 0;
    onopen: Handler = null;
    onmessage: ((event: MessageEvent<string>) => void) | null = null;
    onerror: Handler = null;
    readonly #closing = new AbortController();
    #lastId = '';

    constructor(url: string | URL, { withCredentials = false } = {}) {
      super();
      this.url = String(url);
      this.withCredentials = withCredentials;
      this.addEventListener('open', (event) => this.onopen?.(event));
      this.addEventListener('message', (event) => this.onmessage?.(event as MessageEvent<string>));
      this.addEventListener('error', (event) => this.onerror?.(event));
      void this.#run();
    }

    close(): void {
      this.readyState = 2;
      this.#closing.abort();
    }

    /** WHATWG HTML section 9.2.3: what is lost is asked for again, what is refused is not. */
    async #run(): Promise<void> {
      const isClosed = () => this.#closing.signal.aborted;
      while (!isClosed()) {
        const refused = await this.#stream().catch(() => false);
        if (isClosed()) return;
        if (refused) this.close();
        else this.readyState = 0;
        this.dispatchEvent(new Event('error'));
        await isUp();
      }
    }

    /** Reads one stream to its end; `true` where the server gives none. */
    async #stream(): Promise<boolean> {
      const { body, status } = await fetch(this.url, {
        headers: {
          accept: 'text/event-stream',
          ...(this.#lastId && { 'last-event-id': this.#lastId }),
        },
        signal: this.#closing.signal,
      });
      if (status !== 200 || !body) return true;
      this.readyState = 1;
      this.dispatchEvent(new Event('open'));
      const decoder = new SSEDecoder({
        onEvent: ({ event, data, id }) => {
          this.#lastId = id;
          if (this.readyState !== 1) return;
          const origin = new URL(this.url, 'http://localhost').origin;
          this.dispatchEvent(new MessageEvent(event, { data, lastEventId: id, origin }));
        },
      });
      const reader = body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return false;
        decoder.push(value);
      }
    }
  } as unknown as FakeEventSourceClass;
}

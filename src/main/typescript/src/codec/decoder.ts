/** One event of a `text/event-stream`, as the standard dispatches it. */
export interface SSEFrame {
  /** Its type; `message` where it has none. */
  readonly event: string;
  /** Its data lines, joined by LF. */
  readonly data: string;
  /** The last event ID of the stream when it was dispatched; empty where none was sent. */
  readonly id: string;
}

/** Who hears what a decoder finds. */
export interface SSEFrameHandlers {
  /** An event was dispatched. */
  onEvent(frame: SSEFrame): void;
  /** A comment, without its colon and one leading space. */
  onComment?(text: string): void;
  /** A new reconnection time, in milliseconds. */
  onRetry?(milliseconds: number): void;
}

/**
 * Interprets a `text/event-stream` that comes in pieces, byte for byte as section 9.2.6 of the WHATWG
 * HTML standard has it. For one stream: what is left unfinished at its end is never dispatched.
 */
export class SSEDecoder {
  readonly #handlers: SSEFrameHandlers;
  readonly #utf8 = new TextDecoder(); // strips one leading BOM, and mends what is not UTF-8
  #line = '';
  #afterCR = false;
  #data: string | undefined;
  #event = '';
  #id = '';

  constructor(handlers: SSEFrameHandlers) {
    this.#handlers = handlers;
  }

  /** Takes the next bytes, cut anywhere, and tells the handlers at once what they complete. */
  push(bytes: Uint8Array): void {
    let text = this.#utf8.decode(bytes, { stream: true });
    if (!text) return;
    // The CR at the end of the last piece was a line end already: its LF must not be another.
    if (this.#afterCR && text.startsWith('\n')) text = text.slice(1);
    this.#afterCR = text.endsWith('\r');
    const lines = text.split(/\r\n?|\n/);
    lines[0] = this.#line + (lines[0] ?? '');
    this.#line = lines.pop() ?? '';
    for (const line of lines) this.#interpret(line);
  }

  #interpret(line: string): void {
    if (!line) {
      this.#dispatch();
      return;
    }
    const [, name, value = ''] = /^([^:]*):? ?(.*)/s.exec(line) ?? [];
    if (!name) this.#handlers.onComment?.(value);
    else if (name === 'data')
      this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
    else if (name === 'event') this.#event = value;
    else if (name === 'id' && !value.includes('\0')) this.#id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) this.#handlers.onRetry?.(Number(value));
  }

  #dispatch(): void {
    const data = this.#data;
    const event = this.#event || 'message';
    this.#data = undefined;
    this.#event = '';
    if (data !== undefined) this.#handlers.onEvent({ event, data, id: this.#id });
  }
}

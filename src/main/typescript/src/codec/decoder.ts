/** One event of a `text/event-stream`, as the WHATWG HTML standard dispatches it. */
export interface SSEFrame {
  /** The type of the event; `message` where the stream gave none. */
  readonly event: string;
  /** The data lines of the event, joined by LF. */
  readonly data: string;
  /** The stream's last event ID at the time of the event; empty where none was sent. */
  readonly id: string;
}

/** The handlers that a decoder calls for what it finds. */
export interface SSEFrameHandlers {
  /**
   * Called with each event that the stream dispatches.
   *
   * @param hasId whether the id came with the event; if not, it is the one of an event before it
   */
  onEvent(frame: SSEFrame, hasId?: boolean): void;
  /** Called with each comment, without its colon and one leading space. */
  onComment?(text: string): void;
  /** Called with each new reconnection time, in milliseconds. */
  onRetry?(milliseconds: number): void;
}

/**
 * Interprets one `text/event-stream` that comes in pieces, byte for byte as section 9.2.6 of the
 * WHATWG HTML standard has it. An event that is unfinished at the end of the stream is never
 * dispatched.
 */
export class SSEDecoder {
  readonly #handlers: SSEFrameHandlers;
  readonly #utf8 = new TextDecoder(); // strips one leading BOM, and mends what is not UTF-8
  #line = '';
  #afterCR = false;
  #data: string | undefined;
  #event = '';
  #id = '';
  #hasId = false;

  constructor(handlers: SSEFrameHandlers) {
    this.#handlers = handlers;
  }

  /**
   * Takes the next bytes, cut anywhere, and calls the handlers at once for what the bytes complete.
   */
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

  /** How many characters of an unfinished event are held. */
  get held(): number {
    return this.#line.length + (this.#data?.length ?? 0);
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
    else if (name === 'id' && !value.includes('\0')) {
      this.#id = value;
      this.#hasId = true;
    } else if (name === 'retry' && /^\d+$/.test(value)) this.#handlers.onRetry?.(Number(value));
  }

  #dispatch(): void {
    const data = this.#data;
    const event = this.#event || 'message';
    this.#data = undefined;
    this.#event = '';
    if (data === undefined) return;
    this.#handlers.onEvent({ event, data, id: this.#id }, this.#hasId);
    this.#hasId = false;
  }
}

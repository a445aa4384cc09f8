const LF = 10;
const CR = 13;
const COLON = 58;

/**
 * Measures the lines and events of a `text/event-stream` that comes in pieces, so that no sender
 * can fill the receiver's memory: what is not finished must be held until it is.
 */
export class SSEGauge {
  readonly #most: number;
  #line = 0;
  #event = 0;
  #comment = false;
  #afterCR = false;

  /** @param most how many bytes an event, and a line, may have, without line ends */
  constructor(most = Infinity) {
    if (!(most >= 1)) throw new RangeError(`maxEventBytes must be 1 or more, was ${most}`);
    this.#most = most;
  }

  /** Takes the next bytes, and gives how many of them come before the first one too many. */
  take(bytes: Uint8Array): number {
    if (this.#most === Infinity) return bytes.length;
    for (const [at, byte] of bytes.entries()) {
      const ends = byte === LF || byte === CR;
      // The CR was a line end already: its LF must not count as an empty line.
      if (!(byte === LF && this.#afterCR)) {
        if (ends) this.#endLine();
        else if (this.#exceeds(byte)) return at;
      }
      this.#afterCR = byte === CR;
    }
    return bytes.length;
  }

  /** The error for what is too large. */
  get error(): RangeError {
    return new RangeError(`An event must not have more than ${this.#most} bytes`);
  }

  #endLine(): void {
    if (!this.#line) this.#event = 0;
    else if (!this.#comment) this.#event += this.#line;
    this.#line = 0;
  }

  /** Counts a byte of a line; a comment counts by itself. */
  #exceeds(byte: number): boolean {
    if (!this.#line++) this.#comment = byte === COLON;
    return this.#line + (this.#comment ? 0 : this.#event) > this.#most;
  }
}

/** A text on its way to the reader. */
interface Entry {
  readonly text: string;
  /** Called with whether the reader took the text. */
  readonly onTaken?: (taken: boolean) => void;
}

/** The texts that an application has sent and the reader has not taken yet. */
export class Outbox {
  #entries: Entry[] = [];
  #ended = false;
  #taker: ((text: string | undefined) => void) | undefined;

  /** How many texts wait for the reader. */
  get size(): number {
    return this.#entries.length;
  }

  /** Whether the outbox takes no more texts. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Appends a text; no effect after the end. */
  put(text: string, onTaken?: (taken: boolean) => void): void {
    if (this.#ended) return;
    this.#entries.push({ text, onTaken });
    this.#hand();
  }

  /** Drops the texts that wait. */
  clear(): void {
    for (const { onTaken } of this.#entries.splice(0)) onTaken?.(false);
  }

  /** Ends the stream after the texts that wait. */
  end(): void {
    this.#ended = true;
    this.#hand();
  }

  /** Resolves with the next text when there is one, or with `undefined` at the end. */
  next(): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#taker = resolve;
      this.#hand();
    });
  }

  #hand(): void {
    const taker = this.#taker;
    if (!taker || !(this.#entries.length || this.#ended)) return;
    this.#taker = undefined;
    const entry = this.#entries.shift();
    taker(entry?.text);
    entry?.onTaken?.(true);
  }
}

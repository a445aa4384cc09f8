import { SSEClient } from './heliograph/client.js';

/** A client of one of the slow channels, which counts what it receives. */
export class BlockReader {
  #client;
  #waiting = new Set();
  received = 0;
  /** The id of the latest event. */
  last = '';

  /**
   * @param {`slow/${'gap' | 'latest' | 'disconnect'}`} channel
   * @param {(url: string, init: RequestInit) => Promise<Response>} fetch
   * @param {() => void} changed called when an event was received
   */
  constructor(channel, fetch, changed) {
    /** @type {import('./connection.js').Client} */
    this.#client = new SSEClient({ url: '_sse', fetch });
    this.client = this.#client;
    this.blocks = this.#client.subscribe(channel);
    this.blocks.on('block', (block, { id }) => {
      this.received++;
      this.last = id;
      changed();
      for (const look of this.#waiting) look();
    });
  }

  /** Waits until something is so, looking whenever an event was received. */
  async until(isSo) {
    await new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
      const look = () => {
        if (!isSo()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  close() {
    this.#client.close();
  }
}

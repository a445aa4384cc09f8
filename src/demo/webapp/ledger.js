/** As many as one looks back on. */
const MOST = 60;
/** As many as may still come: a server keeps fewer for a page that comes back. */
const KEPT = 1000;

/**
 * Which of the numbers that a server gives its samples have come to this page. Where many nodes send
 * samples, each numbers its own; a server that is started anew begins anew.
 *
 * @typedef {Pick<import('./channels.js').Load, 'node' | 'since' | 'number'>} Numbered
 * @typedef {{ number: number, state: 'sent' | 'live' | 'replayed' }} Entry
 */
export class Ledger {
  /** The highest number known of each server. */
  #highest = new Map();
  /** The entries by server and number, the oldest first. @type {Map<string, Entry>} */
  #entries = new Map();
  sent = 0;
  /** How many were sent, and have not come. */
  open = 0;
  twice = 0;

  /** The latest entries, the oldest first. */
  get latest() {
    return [...this.#entries.values()].slice(-MOST);
  }

  /**
   * Takes note that a sample was sent, and so those before it.
   *
   * @param {Numbered} sample
   */
  note(sample) {
    const server = serverOf(sample);
    const known = this.#highest.get(server) ?? sample.number - 1;
    for (let number = known + 1; number <= sample.number; number++) this.#add(server, number);
    this.#highest.set(server, Math.max(known, sample.number));
  }

  #add(server, number) {
    this.#entries.set(`${server} ${number}`, { number, state: 'sent' });
    this.sent++;
    this.open++;
    if (this.#entries.size > KEPT) this.#entries.delete(this.#entries.keys().next().value);
  }

  /**
   * Takes note that a sample has come.
   *
   * @param {Numbered} sample
   * @param {'live' | 'replayed'} state how it has come
   */
  arrive(sample, state) {
    this.note(sample);
    const entry = this.#entries.get(`${serverOf(sample)} ${sample.number}`);
    if (!entry) return; // of before this page, or of so long ago that nobody knows
    if (entry.state === 'sent') {
      entry.state = state;
      this.open--;
    } else {
      this.twice++;
    }
  }
}

/** @param {Numbered} sample */
const serverOf = ({ node = '', since }) => `${node} ${since}`;

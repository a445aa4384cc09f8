import { make } from './dom.js';
import { t } from './language.js';

/** Draws a ledger: a mark for each number, which shows whether and how it has come. */
export class Strip {
  #list;
  /** @type {Map<import('./ledger.js').Entry, HTMLElement>} */
  #marks = new Map();

  constructor(list) {
    this.#list = list;
  }

  /**
   * Shows entries. One that was shown before keeps its mark, so that a change can be seen.
   *
   * @param {import('./ledger.js').Entry[]} entries the oldest first
   */
  show(entries) {
    for (const [entry, mark] of this.#marks) {
      if (entries.includes(entry)) continue;
      mark.remove();
      this.#marks.delete(entry);
    }
    for (const entry of entries) this.#mark(entry).dataset.state = entry.state;
  }

  #mark(entry) {
    const shown = this.#marks.get(entry);
    if (shown) return shown;
    const mark = make('span', { title: t`Number ${entry.number}` });
    this.#marks.set(entry, mark);
    this.#list.append(mark);
    return mark;
  }
}

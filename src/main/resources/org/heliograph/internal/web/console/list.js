import { byId, count, make, setText } from './dom.js';
import { look } from './server.js';

const TYPING_MILLISECONDS = 250;

/** A list of which the server sends one part at a time. Rows that stay keep their focus. */
export class List {
  #name;
  #key;
  #make;
  #changed;
  #page = 0;
  #pages = 1;
  #asked = 0;
  #rows = new Map();

  /**
   * @param name of the list on the page and on the server
   * @param key which property of a row tells it from others
   * @param makeRow makes the element of a row; returns it with a function that updates it
   * @param changed called when another part is wanted at once
   */
  constructor(name, key, makeRow, changed) {
    this.#name = name;
    this.#key = key;
    this.#make = makeRow;
    this.#changed = changed;
    let timer;
    const wanted = () => {
      this.#want(0);
      clearTimeout(timer);
      timer = setTimeout(changed, TYPING_MILLISECONDS);
    };
    this.#part('filter').addEventListener('input', wanted);
    this.#part('sort')?.addEventListener('change', wanted);
  }

  #part = (part) => byId(`${this.#name}-${part}`);

  /** Wants another part: what has been asked for before is not shown when it comes. */
  #want(page) {
    this.#page = page;
    this.#asked++;
  }

  /** Asks for the part that is wanted now, and shows it. */
  async refresh() {
    const asking = ++this.#asked;
    const filter = this.#part('filter').value;
    const sort = this.#part('sort')?.value ?? '';
    const answer = await look(`${this.#name}.json`, { filter, sort, page: String(this.#page) });
    if (asking === this.#asked) this.#show(answer);
  }

  #show({ total, page, pages, beyond, rows }) {
    const body = byId(this.#name).tBodies[0];
    const before = this.#rows;
    this.#rows = new Map();
    const keys = new Set(rows.map((row) => row[this.#key]));
    for (const [key, { element }] of before) if (!keys.has(key)) element.remove();
    rows.forEach((row, index) => {
      const key = row[this.#key];
      const shown = before.get(key) ?? this.#make(row);
      this.#rows.set(key, shown);
      shown.update(row);
      // one that is moved loses the focus, so one that is in its place stays there
      if (body.rows[index] !== shown.element) body.insertBefore(shown.element, body.rows[index]);
    });
    setText(this.#part('total'), count(total));
    this.#showPages(page, pages, beyond);
  }

  #showPages(page, pages, beyond) {
    this.#page = Math.min(page, pages - 1);
    this.#pages = pages;
    const nav = this.#part('pages');
    nav.hidden = pages === 1;
    if (!nav.firstChild) {
      nav.append(
        make('button', { type: 'button', click: () => this.#turn(-1) }, 'Previous'),
        make('span', { class: 'quiet' }),
        make('button', { type: 'button', click: () => this.#turn(1) }, 'Next'),
      );
    }
    const [previous, where, next] = nav.children;
    previous.disabled = this.#page === 0;
    next.disabled = this.#page === pages - 1;
    const more = beyond ? `; filter to find the other ${count(beyond)}` : '';
    setText(where, `page ${this.#page + 1} of ${pages}${more}`);
  }

  #turn(by) {
    this.#want(Math.max(0, Math.min(this.#pages - 1, this.#page + by)));
    this.#changed();
  }
}

/** Makes a cell, with what a narrow screen shows before it in place of the column's head. */
export const cell = (label, ...content) => make('td', { 'data-label': label }, ...content);

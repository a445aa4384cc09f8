import { node } from './connection.js';
import { make } from './dom.js';
import { hue } from './hue.js';
import { t } from './language.js';

/** Who is in a room: how many streams have it on all nodes, and the names of those on this one. */
export class PeopleList {
  #count;
  #names;

  constructor(count, names) {
    this.#count = count;
    this.#names = names;
  }

  /** @param {import('./channels.js').Here} here */
  show({ count, people, node: from }) {
    this.#count.textContent = t`${count} here`;
    // each node tells of its own people
    if (from === node()) this.#names.replaceChildren(...people.map(named));
  }

  clear() {
    this.#count.textContent = '';
    this.#names.replaceChildren();
  }
}

/** @param {import('./channels.js').Person} person */
function named({ name, streams }) {
  const dot = make('span', { class: 'dot', 'aria-hidden': 'true' });
  dot.style.setProperty('--hue', hue(name));
  return make('li', {}, dot, streams > 1 ? t`${name}, ${streams} windows` : name);
}

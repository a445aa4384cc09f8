import { day, make, minute } from './dom.js';
import { hue } from './hue.js';
import { t } from './language.js';
import { user } from './session.js';

const NEAR_THE_END = 80;

/** The messages of a room, each once and in the order of time, however often it comes. */
export class MessageList {
  #list;
  #retry;
  #items = new Map();

  /**
   * @param list the element
   * @param retry called with a message that could not be sent, when its user wants it sent again
   */
  constructor(list, retry) {
    this.#list = list;
    this.#retry = retry;
  }

  /**
   * Shows a message, or what has become of it: the key says which one it is.
   *
   * @param {import('./channels.js').Message} message
   * @param {string} state `pending` until the server has it
   */
  add(message, state = '') {
    const follow = this.#isAtEnd();
    this.#items.get(keyOf(message))?.remove();
    const element = this.#element(message, state);
    this.#items.set(keyOf(message), element);
    this.#beginDay(message.at);
    this.#list.insertBefore(element, this.#firstAfter(message));
    if (follow) this.#list.scrollTop = this.#list.scrollHeight;
  }

  /** Marks a message that did not reach the server. */
  fail(message, reason) {
    if (!this.#items.has(keyOf(message))) return; // somebody has gone to another room
    this.add(message, 'failed');
    const again = () => {
      this.add(message, 'pending');
      this.#retry(message);
    };
    const button = make('button', { class: 'plain', click: again }, t`Send again`);
    this.#items.get(keyOf(message)).append(make('p', { class: 'error' }, reason, ' ', button));
  }

  /** Shows a line that nobody has said. */
  tell(text) {
    this.#list.append(make('p', { class: 'error' }, text));
  }

  clear() {
    this.#items.clear();
    this.#list.replaceChildren();
  }

  /**
   * @param {import('./channels.js').Message} message
   * @param {string} state
   */
  #element({ from, text, at }, state) {
    const own = from === user();
    const avatar = make('span', { class: 'avatar', 'aria-hidden': 'true' }, from[0].toUpperCase());
    avatar.style.setProperty('--hue', hue(from));
    const meta = make('div', { class: 'meta' }, make('b', {}, from), make('time', {}, minute(at)));
    if (state === 'pending') meta.append(t`sending…`);
    return make(
      'div',
      { class: `message ${own ? 'own' : ''} ${state}`, 'data-at': String(at) },
      avatar,
      make('div', { class: 'bubble' }, meta, make('div', { class: 'text' }, text)),
    );
  }

  /** Puts the day before its first message, unless it is there. */
  #beginDay(time) {
    const at = new Date(time).setHours(0, 0, 0, 0);
    if (this.#list.querySelector(`.day[data-at='${at}']`)) return;
    const line = make('p', { class: 'day', 'data-at': String(at) }, day(at));
    this.#list.insertBefore(line, this.#firstAfter({ at }));
  }

  #firstAfter({ at }) {
    let next = null;
    let item = this.#list.lastElementChild;
    while (Number(item?.dataset.at) > at) {
      next = item;
      item = item.previousElementSibling;
    }
    return next;
  }

  #isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#list;
    return scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
  }
}

/**
 * A key is its sender's: nobody's message takes the place of another one's.
 *
 * @param {import('./channels.js').Message} message
 */
const keyOf = ({ from, key }) => JSON.stringify([from, key]);

import { list, t } from './language.js';

const SHOWN_MILLISECONDS = 4000;

/** The line that says who is typing. */
export class TypingLine {
  #element;
  #timers = new Map();

  constructor(element) {
    this.#element = element;
  }

  /** Shows a name until nothing is heard of it for a while. */
  start(name) {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => this.stop(name), SHOWN_MILLISECONDS),
    );
    this.#show();
  }

  stop(name) {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
    this.#show();
  }

  clear() {
    for (const name of [...this.#timers.keys()]) this.stop(name);
  }

  #show() {
    const names = [...this.#timers.keys()];
    const who = list(names);
    const line = names.length > 1 ? t`${who} are typing…` : t`${who} is typing…`;
    this.#element.textContent = names.length ? line : '';
  }
}

import { said, t } from './language.js';

/** A card that shows how far a job is: the page has its elements, two buttons among them. */
export class JobCard {
  #card;
  #start;
  #stop;

  constructor(card, { start, stop }) {
    this.#card = card;
    this.#start = card.querySelector('.start');
    this.#stop = card.querySelector('.stop');
    this.#start.addEventListener('click', start);
    this.#stop.addEventListener('click', stop);
  }

  /** Shows that a job begins, or that one goes on which was left at `percent`. */
  begin(percent = 0, message = t`Starting…`) {
    this.show('progress', { percent, message });
  }

  /**
   * Shows an event of a progress stream: `progress`, `complete` or `error`.
   *
   * @param {string} event
   * @param {{ percent?: number, message?: string, pages?: number }} data
   */
  show(event, { percent, message, pages }) {
    const isRunning = event === 'progress';
    this.#card.dataset.state = event;
    this.#start.disabled = isRunning;
    this.#stop.disabled = !isRunning;
    if (percent !== undefined) {
      this.#card.querySelector('progress').value = percent;
      this.#card.querySelector('.percent').textContent = `${percent} %`;
    }
    this.#card.querySelector('.detail').textContent = message
      ? said(message)
      : t`Complete, ${pages} pages.`;
  }
}

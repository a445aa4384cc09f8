import { tellRecovery } from './connection.js';
import { bytes, make } from './dom.js';
import { said, t } from './language.js';
import { call } from './session.js';

/** One file on its way, and the channel on which the server tells how far it is. */
export class Upload {
  #client;
  #file;
  #rate;
  #subscription;
  #abort = new AbortController();
  #percent = make('span', { class: 'percent' }, '0 %');
  #bar = make('progress', { max: '100', value: '0' });
  #detail = make('p', { class: 'quiet detail', role: 'status' });
  #cancel = make('button', { class: 'plain', click: () => this.#abort.abort() }, t`Cancel`);

  /** @param {import('./connection.js').Client} client */
  constructor(client, file, rate) {
    this.#client = client;
    this.#file = file;
    this.#rate = rate;
    this.#bar.setAttribute('aria-label', t`Progress of ${file.name}`);
    this.element = make(
      'li',
      { class: 'card upload', 'data-state': 'waiting' },
      make(
        'div',
        { class: 'row' },
        make('span', { class: 'name' }, file.name),
        make('span', { class: 'quiet' }, bytes(file.size)),
        make('span', { class: 'push' }, this.#cancel),
        this.#percent,
      ),
      this.#bar,
      this.#detail,
    );
  }

  /** Begins, subscribes, sends; the end is shown when the server tells it. */
  async start() {
    const { signal } = this.#abort;
    try {
      const { id } = await call('POST', `api/uploads?size=${this.#file.size}`, { signal });
      await this.#follow(id);
      const type = 'application/octet-stream';
      const body = this.#file;
      await call('PUT', `api/uploads/${id}?rate=${this.#rate}`, { body, type, signal });
    } catch (error) {
      this.#fail(signal.aborted ? t`Cancelled.` : error.message);
    }
  }

  async #follow(id) {
    const subscription = this.#client.subscribe(`uploads/${id}`);
    this.#subscription = subscription;
    subscription.on('progress', ({ percent }) => {
      const read = bytes((this.#file.size * percent) / 100);
      const all = bytes(this.#file.size);
      this.#show('progress', percent, t`The server has read ${read} of ${all}`);
    });
    subscription.on('complete', ({ sha256 }) =>
      this.#show('complete', 100, t`Complete. SHA-256 ${sha256}`),
    );
    subscription.on('error', ({ message }) => this.#fail(message)); // the upload has failed
    subscription.onError(({ message }) => this.#fail(message)); // its channel was refused
    // an upload has fewer events than the channel keeps: none can be missed
    tellRecovery(subscription, () => undefined);
    await subscription.ready();
  }

  #show(state, percent, detail) {
    if (this.#isOver()) return;
    this.element.dataset.state = state;
    this.#bar.value = percent;
    this.#percent.textContent = `${percent} %`;
    this.#detail.textContent = detail;
    if (this.#isOver()) this.#end();
  }

  /** The upload broke off, whoever says so first. */
  #fail(message) {
    if (this.#isOver()) return;
    this.element.dataset.state = 'error';
    this.#detail.textContent = said(message);
    this.#end();
  }

  #isOver() {
    return ['complete', 'error'].includes(this.element.dataset.state);
  }

  #end() {
    this.#cancel.remove();
    this.#subscription?.close();
  }
}

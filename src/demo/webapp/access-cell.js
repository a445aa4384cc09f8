import { make } from './dom.js';
import { t } from './language.js';

const WORDS = {
  pending: t`pending`,
  granted: t`granted`,
  revoked: t`revoked`,
  expired: t`expired`,
  forbidden: t`forbidden`,
  unauthenticated: t`sign in`,
  'unknown-channel': t`unknown`,
};

/** What a user's stream has of one channel; pressed, it changes that. */
export class AccessCell {
  #client;
  #channel;
  #who;
  #revoke;
  #subscription;
  #button = make('button', { click: () => this.#press() });
  element = make('td', {}, this.#button);

  /**
   * @param client the user's
   * @param {string} channel
   * @param {string} who
   * @param {() => void} [revoke] takes the channel from this user; nobody cannot lose anything
   */
  constructor(client, channel, who, revoke) {
    this.#client = client;
    this.#channel = channel;
    this.#who = who;
    this.#revoke = revoke;
    this.#subscription = client.subscribe(channel);
    this.#subscription.onError(({ code, status }) => this.#show(code, status));
    client.on('state', () => this.#follow());
    this.#follow();
  }

  #press() {
    if (this.#subscription.status === 'subscribed') {
      this.#revoke();
    } else {
      this.#client.subscribe(this.#channel); // asks again where it was refused
      this.#follow();
    }
  }

  /** Shows what becomes of a subscription that was asked for. */
  #follow() {
    if (this.#subscription.status === 'rejected') return;
    this.#show('pending');
    this.#subscription.ready().then(
      () => this.#show('granted'),
      ({ code, status }) => this.#show(code, status),
    );
  }

  #show(code, status) {
    const word = WORDS[code] ?? code;
    const text = status ? `${status} ${word}` : word;
    const action = code === 'granted' ? this.#revoke && t`revoke` : t`ask again`;
    this.element.dataset.code = code;
    this.#button.textContent = text;
    this.#button.disabled = !action;
    this.#button.title = action ?? '';
    this.#button.setAttribute('aria-label', t`For ${this.#who}, ${this.#channel}: ${text}`);
  }
}

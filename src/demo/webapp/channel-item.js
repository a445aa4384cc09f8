import { tellRecovery } from './connection.js';
import { make, say } from './dom.js';
import { said, t } from './language.js';

/** A channel that is subscribed to, with what has become of it. */
export class ChannelItem {
  #subscription;
  #why = make('span', { class: 'error why', role: 'alert', hidden: true });

  /** @param closed called when its user has closed it */
  constructor(client, channel, closed) {
    this.#subscription = client.subscribe(channel);
    this.#subscription.onError((error) => this.#show(error));
    const unwatch = client.on('state', () => this.#follow());
    const close = () => {
      unwatch();
      this.#subscription.close();
      this.element.remove();
      closed();
    };
    this.element = make(
      'li',
      {},
      make('span', {}, channel),
      this.#why,
      make(
        'button',
        { class: 'plain push', 'aria-label': t`Close ${channel}`, click: close },
        t`Close`,
      ),
    );
    // there is nothing to load anew: the page shows what comes
    tellRecovery(this.#subscription, () => undefined);
    this.#follow();
  }

  #follow() {
    this.#show();
    this.#subscription.ready().then(
      () => this.#show(),
      (error) => this.#show(error),
    );
  }

  #show(error) {
    this.element.dataset.status = this.#subscription.status;
    say(this.#why, error && said(error.message));
  }
}

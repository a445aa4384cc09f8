import { make } from './dom.js';
import { t } from './language.js';

/** The states of a connection in words. */
export const WORDS = {
  idle: t`idle`,
  connecting: t`connecting`,
  connected: t`connected`,
  reconnecting: t`reconnecting`,
  disconnected: t`disconnected`,
  failed: t`failed`,
  closed: t`closed`,
};

/** What a state means to a visitor, who has not read the client's documentation. */
const MEANINGS = {
  idle: t`This page has not opened an event stream.`,
  connecting: t`This page is opening its event stream.`,
  connected: t`The event stream of this page is open: events arrive as they are sent.`,
  reconnecting: t`The event stream was lost. The page tries again, and asks for what it has missed.`,
  disconnected: t`You have cut the event stream. Once it is back, the page gets what it has missed.`,
  failed: t`The server has refused the event stream, and would refuse it again.`,
  closed: t`The event stream has ended for good.`,
};

/** The state of a connection, which explains itself to those who point at it or tab to it. */
export class StateBadge {
  #badge = make('span', {
    class: 'badge state',
    role: 'status',
    tabindex: '0',
    'aria-describedby': 'state-meaning',
  });
  #meaning = make('span', { id: 'state-meaning', class: 'tooltip', role: 'tooltip' });
  element = make('span', { class: 'explained' }, this.#badge, this.#meaning);

  show(state) {
    this.element.hidden = state === 'idle'; // nothing to tell of
    this.#badge.dataset.state = state;
    this.#badge.textContent = WORDS[state];
    this.#meaning.textContent = MEANINGS[state];
  }
}

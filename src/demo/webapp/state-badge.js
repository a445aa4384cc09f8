import { make } from './dom.js';

/** What a state means to a visitor, who has not read the client's documentation. */
const MEANINGS = {
  idle: 'This page has not opened an event stream.',
  connecting: 'This page is opening its event stream.',
  connected: 'The event stream of this page is open: events arrive as they are sent.',
  reconnecting: 'The event stream was lost. The page tries again, and asks for what it has missed.',
  disconnected: 'You have cut the event stream. Once it is back, the page gets what it has missed.',
  failed: 'The server has refused the event stream, and would refuse it again.',
  closed: 'The event stream has ended for good.',
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
    this.#badge.textContent = state;
    this.#meaning.textContent = MEANINGS[state];
  }
}

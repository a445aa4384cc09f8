import { SSEClient } from './heliograph/client.js';
import { make } from './dom.js';
import { said, t } from './language.js';
import { authorization, call, renewToken, withoutDialog } from './session.js';
import { StateBadge } from './state-badge.js';

const NOTICE_MILLISECONDS = 8000;

const header = document.querySelector('demo-header');
const state = new StateBadge();
const mark = make('span', { class: 'badge node live', hidden: true });
const banner = make('div', { class: 'banner', role: 'status', hidden: true });
const cut = make('button', { class: 'plain cut' });
header.querySelector('.account').prepend(state.element, mark, cut);
header.append(banner);
state.show('idle');
showCut('idle');

let timer;
/** What the channels of the present connection have told. */
let replays = 0;
let misses = false;

/**
 * The client of a page. Its channels and events are those that the Java compiler has written of
 * `@Emits`: a page that reads what no channel carries does not pass the build.
 *
 * @typedef {import('./heliograph/client.js').SSEClient<import('./channels.js').Channels>} Client
 */

/** Makes a client for this page, and shows in the header how its connection is. */
export function connect(options) {
  /** @type {Client} */
  const client = new SSEClient({
    url: '_sse',
    maxReconnectDelay: 5000, // it is a demo, and you are watching
    headers: authorization,
    refreshToken: renewToken,
    fetch: withoutDialog,
    ...options,
  });
  client.on('state', showState);
  client.on('reconnecting', ({ delay, cause }) => countDown(client, delay, cause));
  client.on('connected', () => {
    replays = 0;
    misses = false;
    hide();
    showNode();
  });
  client.on('error', (error) => {
    if (client.state === 'failed') show('failed', t`The connection failed: ${said(error.message)}`);
  });
  cut.onclick = () => cutOrMend(client);
  showState(client.state);
  return client;
}

/**
 * Tells the user what came of an interruption, and lets the page load its data anew where events
 * were missed.
 */
export function tellRecovery(subscription, reload) {
  subscription.onRecovered(async ({ recovered, replayed }) => {
    replays += replayed;
    misses ||= !recovered;
    if (misses) {
      await renew(reload, t`Recovered. Some events were missed, so the data was loaded anew.`);
    } else {
      const events = replays === 1 ? t`1 event` : t`${replays} events`;
      notice(
        replays ? t`Recovered: ${events} replayed, none missed.` : t`Recovered: no event missed.`,
      );
    }
  });
  subscription.onGap(({ missed }) =>
    renew(
      reload,
      t`This page was too slow: ${missed} events were skipped, the data was loaded anew.`,
    ),
  );
}

async function renew(reload, done) {
  try {
    await reload();
    notice(done);
  } catch (error) {
    show('failed', t`Some events were missed, and the data could not be loaded: ${error.message}`);
  }
}

function showState(now) {
  state.show(now);
  showCut(now);
  // what says how things are now says so in grey while nobody would tell of a change
  document.body.classList.toggle('stale', now !== 'connected');
  if (now === 'disconnected' || now === 'closed') hide();
}

/** The plug of this page: what was sent while it was pulled comes once it is back. */
function cutOrMend(client) {
  if (isOn(client.state)) client.disconnect();
  else client.connect();
}

function showCut(now) {
  cut.hidden = now === 'idle';
  cut.dataset.on = String(isOn(now));
  cut.title = isOn(now) ? t`Cut my connection` : t`Mend my connection`;
  cut.setAttribute('aria-label', cut.title);
}

function isOn(now) {
  return ['connecting', 'connected', 'reconnecting'].includes(now);
}

/** The node that the stream of this page is on; undefined where there is only one. */
export const node = () => mark.dataset.name;

/** Asks again with each connection, since another node may have it. */
async function showNode() {
  try {
    const { name } = await call('GET', 'api/node');
    if (!name) return;
    mark.dataset.name = name;
    mark.textContent = t`node ${name}`;
    mark.title = t`The stream of this page is on node ${name}`;
    mark.hidden = false;
  } catch {
    // the connection is lost again, and the next one asks
  }
}

/** Says when the next attempt is, second by second. */
function countDown(client, delay, { message }) {
  const seconds = make('span', { class: 'countdown', 'aria-hidden': 'true' });
  const now = make('button', { class: 'plain', click: () => client.reconnect() }, t`Try now`);
  show('lost', make('span', {}, t`Connection lost,`, ' ', seconds), now);
  banner.title = message;
  const due = Date.now() + delay;
  const tick = () => {
    const left = Math.ceil((due - Date.now()) / 1000);
    seconds.textContent = left > 0 ? t`reconnecting in ${left} s…` : t`reconnecting now…`;
    if (left <= 0) clearInterval(timer);
  };
  timer = setInterval(tick, 250);
  tick();
}

function notice(text) {
  show('recovered', text);
  timer = setTimeout(hide, NOTICE_MILLISECONDS);
}

function show(kind, ...content) {
  clearTimeout(timer);
  banner.dataset.kind = kind;
  banner.title = '';
  banner.replaceChildren(...content);
  banner.hidden = false;
}

function hide() {
  clearTimeout(timer);
  banner.hidden = true;
  banner.dataset.kind = '';
}

import { connect, tellRecovery } from './connection.js';
import { byId, make, randomKey, say } from './dom.js';
import { postEvents } from './heliograph/post.js';
import { JobCard } from './job-card.js';
import { said, t } from './language.js';
import { call, withoutDialog } from './session.js';

const MOST = 8;
const WAYS = { answer: t`as an answer`, channel: t`on a channel` };
const STATES = { running: t`running`, complete: t`complete`, stopped: t`stopped` };
const KEY = 'heliograph-report';

const size = () => new URLSearchParams(/** @type {any} */ (new FormData(byId('size'))));

// 1. As the answer to a POST: the job lives as long as the request.

let request;

const answer = new JobCard(byId('answer'), { start: post, stop: () => request.abort() });

async function post() {
  if (!byId('size').reportValidity()) return;
  request = new AbortController();
  const { signal } = request;
  answer.begin();
  try {
    /** @type {AsyncIterable<{ event: string, data: any }>} */
    const events = postEvents(`api/reports?${size()}`, { signal, fetch: withoutDialog });
    let last;
    for await (const { event, data } of events) answer.show((last = event), data);
    if (last === 'progress') throw new Error(t`The answer broke off.`);
  } catch (error) {
    // what a browser throws where the connection breaks has words of its maker's
    const message = error instanceof TypeError ? t`The answer broke off.` : error.message;
    answer.show('error', { message: signal.aborted ? t`Stopped.` : message });
  }
}

// 2. On a channel: the page keeps the id, what it has shown and the position of that event, and
// after a reload gets what it has missed meanwhile.

const kept = JSON.parse(sessionStorage.getItem(KEY));
const client = connect({
  headers: {},
  ...(kept?.position && { url: `_sse?lastEventId=${kept.position}` }),
});
const channel = new JobCard(byId('channel'), { start, stop: cancel });
let report;

async function start() {
  if (!byId('size').reportValidity()) return;
  const id = randomKey();
  channel.begin();
  try {
    await follow({ id }); // the page listens before there is anything to hear
    await call('POST', `api/reports/${id}?${size()}`);
  } catch (error) {
    end('error', error);
  }
}

/** @param {{ id: string, percent?: number, message?: string }} report */
function follow({ id, percent, message }) {
  const subscription = client.subscribe(`reports/${id}`);
  report = { id, percent, message, subscription };
  subscription.on('progress', (data, event) => {
    keep({ id, position: event.id, ...data });
    channel.show('progress', data);
  });
  subscription.on('complete', ({ pages }) => end('complete', { percent: 100, pages }));
  subscription.on('error', (error) => end('error', error)); // the report has failed
  subscription.onError((error) => end('error', error)); // its channel was refused
  tellRecovery(subscription, () => check(id));
  return subscription.ready();
}

async function goOn() {
  channel.begin(kept.percent, kept.message);
  try {
    await follow(kept);
    await check(kept.id);
  } catch (error) {
    end('error', error);
  }
}

/** Asks whether a job goes on whose end the channel may no longer tell. */
async function check(id) {
  const { running } = await call('GET', `api/reports/${id}`);
  if (!running && report) end('error', { message: t`The report has ended meanwhile.` });
}

async function cancel() {
  try {
    await call('DELETE', `api/reports/${report.id}`);
  } catch (error) {
    end('error', error);
  }
}

function end(event, data) {
  channel.show(event, data);
  report?.subscription.close();
  report = undefined;
  keep(null);
}

const keep = (state) => sessionStorage.setItem(KEY, JSON.stringify(state));

if (kept) goOn();

// 3. The latest jobs of the server, for everyone.

const latest = client.subscribe('reports');
latest.on('report', list);
tellRecovery(latest, load);
latest
  .ready()
  .then(load)
  .catch((error) => say(byId('problem'), said(error.message)));

async function load() {
  for (const one of await call('GET', 'api/reports')) list(one);
}

/** @param {import('./channels.js').Report} report */
function list({ number, way, pages, state, node }) {
  const facts = [t`${pages} pages`, WAYS[way], ...(node ? [t`node ${node}`] : [])];
  const item = make(
    'li',
    { id: `report-${node ?? ''}-${number}`, 'data-state': state },
    make('strong', {}, t`Report ${number}`),
    make('span', { class: 'quiet' }, facts.join(', ')),
    make('span', { class: 'badge' }, STATES[state]),
  );
  const shown = byId(item.id);
  if (shown && shown.dataset.state !== 'running') return; // a list that was loaded may be older
  if (shown) shown.replaceWith(item);
  else byId('latest').prepend(item);
  byId('latest').children[MOST]?.remove();
}

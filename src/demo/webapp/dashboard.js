import { burst } from './burst.js';
import { connect, node, tellRecovery } from './connection.js';
import { byId, bytes, say } from './dom.js';
import { number, said, t } from './language.js';
import { LoadChart } from './load-chart.js';
import { call } from './session.js';

const SHOWN_SECONDS = 120;

const charts = [
  new LoadChart(t`CPU of the server`, '--accent', ({ cpu }) => cpu * 100, {
    write: (percent) => `${number(percent, 0)} %`,
    most: 100,
  }),
  new LoadChart(t`Heap in use`, '--violet', ({ memory }) => memory, { write: bytes }),
  new LoadChart(t`Connections`, '--good', ({ connections }) => connections, {
    write: (count) => number(count),
  }),
  new LoadChart(t`Events per second`, '--blue', ({ events }) => events, {
    write: (count) => number(count),
  }),
  new LoadChart(t`Deliveries per second`, '--accent', ({ deliveries }) => deliveries, {
    write: (count) => number(count),
  }),
];
byId('charts').append(...charts.map(({ element }) => element));

/**
 * The samples by their node and time: whatever comes twice is there once.
 *
 * @type {Map<string, import('./channels.js').Load>}
 */
const samples = new Map();

// What it shows is for everyone, so it needs no user; all tabs have one connection together.
const client = connect({ shared: true, headers: {} });
const load = client.subscribe('server/load');
load.on('load', (sample) => show([sample]));
load.onError((error) => say(byId('problem'), said(error.message)));
tellRecovery(load, reload);
load
  .ready()
  .then(reload)
  .catch((error) => say(byId('problem'), said(error.message)));

async function reload() {
  show(await call('GET', 'api/load'));
}

/** @param {import('./channels.js').Load[]} more */
function show(more) {
  for (const sample of more) samples.set(`${sample.node} ${sample.at}`, sample);
  // all nodes tell their load on the channel: what is shown is that of the page's own
  const own = [...samples.values()].filter((sample) => sample.node === node());
  if (own.length === 0) return;
  const sorted = own.sort((one, other) => one.at - other.at);
  const first = sorted.at(-1).at - SHOWN_SECONDS * 1000;
  for (const [key, { at }] of samples) if (at < first) samples.delete(key);
  const shown = sorted.filter(({ at }) => at >= first);
  for (const chart of charts) chart.show(shown);
}

byId('burst').addEventListener('click', ({ target }) => {
  document.querySelector('demo-header').signIn(() => measure(target));
});

async function measure(button) {
  button.disabled = true;
  say(byId('problem'));
  byId('result').textContent = t`Sending…`;
  try {
    byId('result').textContent = await burst(client);
  } catch (error) {
    byId('result').textContent = '';
    say(byId('problem'), error.message);
  }
  button.disabled = false;
}

import { byId, bytes, count, duration, make, say, setText } from './dom.js';

const tiles = new Map();

/** Shows how much there is, and what the node has counted since it started. */
export function showOverview(now) {
  say(byId('node'), `node ${now.node}${now.stopping ? ', stopping' : ''}`);
  const several = now.nodes > 1 || !now.connected;
  show('Streams', count(now.streams), several && `${count(now.streamsOfAllNodes)} on all nodes`);
  show('Channels', count(now.channels), 'with history or subscribers');
  show('Most behind', count(now.behind), `events; ${count(now.lagging)} streams are behind`);
  show('Slow lane', count(now.slowLane), 'streams whose writes block');
  show('History', bytes(now.historyBytes), 'for all channels');
  show('Published', count(now.published), 'by this node');
  show('Delivered', count(now.delivered), `events; ${count(now.gaps)} gaps told`);
  const { resumesRecovered, resumesUnrecovered } = now;
  show(
    'Resumes',
    count(resumesRecovered + resumesUnrecovered),
    `${count(resumesUnrecovered)} with a loss`,
  );
  show('Refusals', count(sum(now.refusals)), most(now.refusals));
  show('Ends', count(sum(now.ends)), most(now.ends));
  show('Nodes', count(now.nodes), nodes(now, several));
  show('Position', now.position, 'of the newest event');
}

function nodes({ connected, lag }, several) {
  if (!connected) return 'not connected';
  return several && `connected, lag ${duration(lag)}`;
}

const sum = (counts) => Object.values(counts).reduce((all, one) => all + one, 0);

/** The most frequent of what was counted by a label. */
const most = (counts) =>
  Object.entries(counts)
    .filter(([, times]) => times > 0)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([label, times]) => `${label} ${count(times)}`)
    .join(', ');

function show(name, value, more) {
  if (!tiles.has(name)) {
    const tile = { value: make('dd', { class: 'value' }), more: make('dd', { class: 'quiet' }) };
    tiles.set(name, tile);
    byId('overview').append(
      make('div', { class: 'card' }, make('dt', {}, name), tile.value, tile.more),
    );
  }
  const tile = tiles.get(name);
  setText(tile.value, value);
  setText(tile.more, more || '');
}

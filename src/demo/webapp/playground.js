import { ChannelItem } from './channel-item.js';
import { connect } from './connection.js';
import { copyable } from './copy.js';
import { curl } from './curl.js';
import { byId, make } from './dom.js';
import { t } from './language.js';
import { call, session } from './session.js';
import { WORDS } from './state-badge.js';
import { watchedFetch } from './wire.js';

const MOST_ROWS = 200;

const channels = new Map();
const client = connect({ fetch: watchedFetch(showFrame) });

client.on('message', showEvent);
client.on('state', showConnection);
client.on('connected', showConnection);

byId('connect').addEventListener('click', () => client.connect());
byId('disconnect').addEventListener('click', () => client.disconnect());
byId('reconnect').addEventListener('click', () => client.reconnect());
byId('clear').addEventListener('click', () => {
  byId('events').replaceChildren();
  byId('wire').replaceChildren();
});
byId('subscribe').addEventListener('submit', (event) => {
  event.preventDefault();
  subscribe(byId('channel').value.trim());
  byId('channel').value = '';
});
byId('send').addEventListener('submit', (event) => {
  event.preventDefault();
  /** @type {any} */
  const form = Object.fromEntries(new FormData(event.target));
  document.querySelector('demo-header').signIn(() => send(form));
});
byId('send').addEventListener('input', showCurl);
// a stream belongs to the user who has opened it
session.addEventListener('change', () => {
  client.reconnect();
  showCurl();
});

copyable(byId('curl'));
subscribe('announcements');
showConnection();

function subscribe(channel) {
  if (channels.has(channel)) return;
  const item = new ChannelItem(client, channel, () => {
    channels.delete(channel);
    showCurl();
  });
  channels.set(channel, item);
  byId('channels').append(item.element);
  showCurl();
}

async function send({ channel, event, payload, except }) {
  const query = new URLSearchParams();
  if (event) query.set('event', event);
  if (except && client.id) query.set('except', client.id);
  const path = channel.split('/').map(encodeURIComponent).join('/');
  const answer = byId('answer');
  try {
    const address = `api/broadcast/${path}${String(query) && `?${query}`}`;
    const { id } = await call('POST', address, { body: payload, type: 'application/json' });
    answer.className = 'quiet';
    answer.textContent = t`Sent as ${id}`;
  } catch (error) {
    answer.className = 'error';
    answer.textContent = error.message;
    answer.scrollIntoView({ block: 'nearest' }); // what went wrong is to be seen
  }
}

function showEvent({ channel, event, data, id }) {
  const head = make(
    'div',
    { class: 'row' },
    make('strong', {}, event),
    make('span', {}, channel),
    make('span', { class: 'quiet push' }, id),
  );
  row(
    'events',
    make('div', { class: 'event' }, head, make('code', {}, JSON.stringify(data) ?? '')),
  );
}

/** Shows what goes over the wire, and returns what adds to it. */
function showFrame(kind, text) {
  const item = make('li', { 'data-kind': kind }, text);
  row('wire', item);
  return (more) => item.append(more);
}

/** Adds to the end of a list, which follows its end as long as it is there. */
function row(id, item) {
  const list = byId(id);
  const follow = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  list.append(item);
  if (list.children.length > MOST_ROWS) list.firstElementChild.remove();
  if (follow) list.scrollTop = list.scrollHeight;
}

function showConnection() {
  const isOn = ['connecting', 'connected', 'reconnecting'].includes(client.state);
  byId('connect').disabled = isOn;
  byId('disconnect').disabled = !isOn;
  byId('client').textContent = client.id
    ? t`client ${client.id.slice(0, 6)}…`
    : WORDS[client.state];
}

function showCurl() {
  const { channel, event, payload } = Object.fromEntries(new FormData(byId('send')));
  byId('curl').textContent = curl([...channels.keys()], { channel, event, payload });
}

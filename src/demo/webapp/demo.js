// A page for plain EventSource: it shows every event of a stream as it comes, and sends some.

const CONTROL = ['welcome', 'subscribed', 'rejected', 'unsubscribed', 'gap', 'bye'];
const MOST_ROWS = 200;

const byId = (id) => document.getElementById(id);
const events = byId('events');

let source;
let client;

function channels() {
  const checked = [...byId('channels').querySelectorAll(':checked')].map((box) => box.value);
  return [...checked, byId('another').value.trim()].filter(Boolean);
}

function streamUrl() {
  const query = new URLSearchParams(channels().map((channel) => ['channel', channel]));
  return new URL(`_sse?${query}`, location.href);
}

function connect() {
  close();
  const url = streamUrl();
  show('connecting');
  source = new EventSource(url);
  source.onopen = () => show('open');
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) {
      show('refused');
      explain(url).catch(({ message }) => note('refusal', message));
    } else {
      show('reconnecting');
    }
  };
  source.onmessage = ({ data, lastEventId }) => {
    const { channel, event = 'message', data: payload } = JSON.parse(data);
    row(channel, event, payload, lastEventId);
  };
  for (const name of CONTROL) {
    source.addEventListener(`hg.${name}`, ({ data }) => control(name, JSON.parse(data)));
  }
}

function control(name, { channel = '', ...data }) {
  if (name === 'welcome') {
    client = data.client;
  }
  if (name === 'bye' && !data.reconnect) {
    close();
  }
  row(channel, `hg.${name}`, data, '', 'control');
}

function close() {
  source?.close();
  client = undefined;
  byId('refusal').hidden = true;
  show('closed');
}

/** EventSource does not tell why it was refused, so the same request is made once more. */
async function explain(url) {
  const response = await fetch(url, { headers: { accept: 'text/event-stream' } });
  if (response.ok) {
    await response.body.cancel();
  } else {
    const { detail, channels: refused = [] } = await response.json();
    note('refusal', `${response.status}: ${refused.map((one) => one.detail).join('; ') || detail}`);
  }
}

async function send({ channel, event, payload, except }) {
  const path = channel.split('/').map(encodeURIComponent).join('/');
  const query = new URLSearchParams({
    ...(event && { event }),
    ...(except && client && { except: client }),
  });
  const response = await fetch(`api/broadcast/${path}?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: payload,
  });
  const { id, detail } = await response.json();
  note('answer', response.ok ? `Sent as ${id}` : `${response.status}: ${detail}`, !response.ok);
}

function row(channel, event, data, id, kind = 'application') {
  const item = document.createElement('li');
  item.className = kind;
  const time = new Date().toLocaleTimeString();
  for (const [name, text] of Object.entries({ time, channel, event, id, data: JSON.stringify(data) })) {
    if (text && text !== '{}') {
      const part = item.appendChild(document.createElement(name === 'data' ? 'code' : 'span'));
      part.className = name;
      part.textContent = text;
    }
  }
  events.prepend(item);
  events.children[MOST_ROWS]?.remove();
}

function show(state) {
  byId('state').dataset.state = state;
  byId('state').textContent = state;
}

function note(id, text, isError = true) {
  const place = byId(id);
  place.textContent = text;
  place.classList.toggle('error', isError);
  place.hidden = false;
}

function showCurl() {
  const { channel, event, payload } = Object.fromEntries(new FormData(byId('send')));
  const quoted = payload.replaceAll("'", "'\\''");
  byId('curl').textContent =
    `curl -N '${decodeURIComponent(streamUrl())}'\n` +
    `curl -H 'content-type: application/json' -d '${quoted}' \\\n` +
    `  '${new URL(`api/broadcast/${channel}${event && `?event=${event}`}`, location.href)}'`;
}

async function showUser() {
  const { name } = await (await fetch('api/me')).json();
  if (name) {
    byId('user').textContent = name;
  }
}

byId('listen').addEventListener('submit', (submission) => {
  submission.preventDefault();
  connect();
});
byId('close').addEventListener('click', close);
byId('clear').addEventListener('click', () => events.replaceChildren());
byId('send').addEventListener('submit', (submission) => {
  submission.preventDefault();
  const fields = Object.fromEntries(new FormData(submission.target));
  send(fields).catch(({ message }) => note('answer', message));
});
document.addEventListener('input', showCurl);

showCurl();
await showUser();
connect();

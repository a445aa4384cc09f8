import { tellRecovery } from './connection.js';
import { copyable } from './copy.js';
import { curl } from './curl.js';
import { byId, clock, make, say } from './dom.js';
import { t } from './language.js';
import { client } from './resume.js';
import { call, session } from './session.js';

const MOST = 50;

const announcements = client.subscribe('announcements');
announcements.onAny(({ event, data }) => show(event, data));
tellRecovery(announcements, () => undefined);

byId('announce').addEventListener('submit', (event) => {
  event.preventDefault();
  document.querySelector('demo-header').signIn(announce); // who announces has a name
});

async function announce() {
  const body = JSON.stringify({ level: 'info', text: byId('text').value });
  const address = 'api/broadcast/announcements?event=alert';
  say(byId('problem'));
  try {
    await call('POST', address, { body, type: 'application/json' });
  } catch (error) {
    say(byId('problem'), error.message);
  }
}

byId('text').defaultValue = t`Maintenance at 5`;
copyable(byId('curl'));
session.addEventListener('change', showCurl);
showCurl();

function show(event, data) {
  const list = byId('announcements');
  const text = data?.text ?? JSON.stringify(data) ?? event;
  const time = make('time', { class: 'quiet' }, clock(Date.now()));
  list.prepend(make('div', {}, make('span', {}, String(text)), time));
  list.children[MOST]?.remove();
}

function showCurl() {
  byId('curl').textContent = curl(['announcements'], {
    channel: 'announcements',
    event: 'alert',
    payload: '{"level": "info", "text": "Hello from curl"}',
  });
}

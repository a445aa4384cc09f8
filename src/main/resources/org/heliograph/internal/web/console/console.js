import { confirm } from './confirm.js';
import { byId, bytes, count, make, say, setText } from './dom.js';
import { cell, List } from './list.js';
import { showOverview } from './overview.js';
import { act, look } from './server.js';
import { clear, follow, stop } from './tail.js';

const LEAST_PAUSE_MILLISECONDS = 3000;
const MOST_PAUSE_MILLISECONDS = 60_000;

/** So many times as long as answers take is the pause after them: a busy node is asked less. */
const PAUSES = 10;

const streams = new List('streams', 'handle', streamRow, refresh);
const channels = new List('channels', 'name', channelRow, refresh);

let timer;
let paused = false;

/** Shows how things are now, and again after a while unless nobody looks. */
async function refresh() {
  clearTimeout(timer);
  const begun = performance.now();
  try {
    showOverview(await look('overview.json'));
    await Promise.all([streams.refresh(), channels.refresh()]);
    say(byId('problem'));
  } catch (error) {
    say(byId('problem'), error.message);
  }
  clearTimeout(timer); // of another refresh, meanwhile
  const pause = Math.max(LEAST_PAUSE_MILLISECONDS, PAUSES * (performance.now() - begun));
  if (paused || document.hidden) return;
  timer = setTimeout(refresh, Math.min(pause, MOST_PAUSE_MILLISECONDS));
}

document.addEventListener('visibilitychange', () => {
  clearTimeout(timer);
  if (!paused && !document.hidden) refresh();
});

byId('pause').addEventListener('click', ({ target }) => {
  paused = !paused;
  target.setAttribute('aria-pressed', String(paused));
  clearTimeout(timer);
  if (!paused) refresh();
});

function streamRow({ handle, user, transport, age }) {
  const since = new Date(Date.now() - age).toLocaleString('sv-SE');
  const names = cell('Channels');
  const behind = cell('Behind');
  behind.className = 'number';
  const buttons = [
    button('Disconnect', `stream ${handle}`, () =>
      doAfter(
        {
          title: 'Disconnect this stream?',
          text: `Stream ${handle} of ${user ?? 'somebody without a name'} ends, and its client is told not to come back by itself.`,
          deed: 'Disconnect',
        },
        () => act('disconnect', { handle }),
      ),
    ),
  ];
  if (user !== undefined) {
    buttons.push(
      button('Disconnect user', user, () =>
        doAfter(
          {
            title: 'Disconnect this user?',
            text: `All streams of ${user} end, on all nodes.`,
            deed: 'Disconnect user',
          },
          () => act('disconnect-user', { user }),
        ),
      ),
      button('Revoke', `from ${user}`, () => revoke(handle, user)),
    );
  }
  const element = make(
    'tr',
    {},
    cell('Stream', make('code', {}, handle)),
    cell('User', user ?? make('span', { class: 'quiet' }, 'nobody')),
    cell('Transport', transport),
    cell('Since', make('time', {}, since)),
    names,
    behind,
    cell('Actions', make('div', { class: 'row actions' }, ...buttons)),
  );
  const update = (row) => {
    const more = row.channelCount - row.channels.length;
    setText(names, row.channels.join(', ') + (more > 0 ? ` and ${more} more` : ''));
    setText(behind, count(row.behind));
    if (buttons[2]) buttons[2].disabled = row.channelCount === 0;
  };
  return { element, update };
}

function channelRow({ name, pattern }) {
  const numbers = ['Subscribers', 'History', 'Behind'].map((label) => cell(label));
  for (const number of numbers) number.className = 'number';
  const element = make(
    'tr',
    {},
    cell('Channel', make('code', {}, name)),
    cell('Pattern', make('code', {}, pattern)),
    ...numbers,
    cell(
      'Actions',
      button('Tail', name, () => showTail(name)),
    ),
  );
  const update = (row) => {
    setText(numbers[0], count(row.subscribers));
    setText(numbers[1], `${count(row.events)} (${bytes(row.bytes)})`);
    setText(numbers[2], count(row.behind));
  };
  return { element, update };
}

/** Makes a button whose name tells it from those of other rows. */
function button(text, what, click) {
  return make('button', { type: 'button', click, 'aria-label': `${text} ${what}` }, text);
}

async function doAfter(question, deed) {
  const choice = await confirm(question);
  if (choice === undefined) return;
  await orTell(question.deed, async () => {
    const done = await deed(choice);
    say(byId('notice'), `${question.deed}: ${done === 1 ? '1 stream' : `${count(done)} streams`}.`);
    await refresh();
  });
}

/** Takes a channel from a user, one of those that the stream has: its row names but the first. */
const revoke = (handle, user) =>
  orTell('Revoke', async () => {
    const { channels } = await look('stream.json', { handle });
    await doAfter(
      {
        title: 'Revoke a channel?',
        text: `All streams of ${user} lose the channel, on all nodes.`,
        deed: 'Revoke',
        channels,
      },
      (channel) => act('revoke', { user, channel }),
    );
  });

/** Does something, and shows why if it fails. */
async function orTell(deed, action) {
  say(byId('notice'));
  try {
    await action();
  } catch (error) {
    say(byId('notice'), `${deed} failed: ${error.message}`);
  }
}

function showTail(channel) {
  follow(channel);
  byId('tail-title').scrollIntoView({ block: 'start' });
}

byId('tail-form').addEventListener('submit', (event) => {
  event.preventDefault();
  follow(byId('tail-channel').value.trim());
});
byId('tail-stop').addEventListener('click', stop);
byId('tail-clear').addEventListener('click', clear);

refresh();

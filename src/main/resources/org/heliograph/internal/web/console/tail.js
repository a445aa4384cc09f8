import { byId, make, setText } from './dom.js';
import { SSEClient } from './client.js';
import { endpoint } from './server.js';

const MOST_ROWS = 200;
const MOST_CHARACTERS = 2000;

/** The subscription that is followed, if one is. */
let followed;

/** Follows a channel by an ordinary subscription, in place of the one before. */
export function follow(channel) {
  stop();
  byId('tail-channel').value = channel;
  const client = new SSEClient({ url: endpoint });
  const subscription = client.subscribe(channel);
  followed = { client, channel };
  subscription.onAny(show);
  subscription.onRecovered(({ recovered }) => {
    tell(channel, 'following');
    if (!recovered) note('Some events may be missing here');
  });
  subscription.onGap(({ missed }) => note(`${missed ?? 'Some'} events were skipped`));
  subscription.onError(({ message }) => tell(channel, message));
  client.on('error', ({ message }) => tell(channel, message));
  client.on('state', () => client.state !== 'connected' && tell(channel, client.state));
  subscription.ready().then(
    () => tell(channel, 'following'),
    ({ message }) => tell(channel, message),
  );
  byId('tail-stop').disabled = false;
  tell(channel, 'connecting');
}

/** Ends the subscription, and leaves what it has brought. */
export function stop() {
  followed?.client.close();
  if (followed) setText(byId('tail-state'), `${followed.channel}: stopped`);
  followed = undefined;
  byId('tail-stop').disabled = true;
}

/** Takes away what has come. */
export const clear = () => byId('tail').replaceChildren();

function tell(channel, what) {
  if (followed?.channel === channel) setText(byId('tail-state'), `${channel}: ${what}`);
}

function show({ event, data, id }) {
  const text = JSON.stringify(data) ?? '';
  const shown = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  const time = new Date().toLocaleTimeString('en-GB');
  const head = [make('time', {}, time), make('strong', {}, event), make('small', {}, id)];
  add(make('li', {}, make('div', { class: 'row' }, ...head), make('code', {}, shown)));
}

const note = (text) => add(make('li', { class: 'quiet' }, text));

/** Adds to the end of the list, which follows its end as long as it is there. */
function add(item) {
  const list = byId('tail');
  const follows = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  list.append(item);
  if (list.children.length > MOST_ROWS) list.firstElementChild.remove();
  if (follows) list.scrollTop = list.scrollHeight;
}

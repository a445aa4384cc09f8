import { ChatRoom } from './chat-room.js';
import { connect } from './connection.js';
import { byId, make } from './dom.js';
import { session, user } from './session.js';
import { signInForm } from './sign-in.js';

const ROOMS = ['lobby', 'engineering', 'random'];

let client;
let room;

byId('sign-in').append(signInForm());
byId('rooms').append(
  ...ROOMS.map((name) => make('button', { click: () => (location.hash = name) }, `# ${name}`)),
);
byId('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  room.say(byId('text').value);
  byId('text').value = '';
});
byId('text').addEventListener('input', () => room.type());
addEventListener('hashchange', enter);
session.addEventListener('change', begin);
begin();

/** A client is one user's: who signs in gets another. */
function begin() {
  room?.leave();
  client?.close();
  room = client = undefined;
  byId('welcome').hidden = Boolean(user());
  byId('chat').hidden = !user();
  if (!user()) return;
  client = connect();
  enter();
}

/** Goes to the room in the address; the stream stays, only its channels change. */
function enter() {
  if (!client) return;
  const name = ROOMS.find((known) => location.hash === `#${known}`) ?? ROOMS[0];
  room?.leave();
  room = new ChatRoom(client, name);
  byId('room').textContent = `# ${name}`;
  for (const button of byId('rooms').children) {
    if (button.textContent === `# ${name}`) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
  byId('text').focus();
}

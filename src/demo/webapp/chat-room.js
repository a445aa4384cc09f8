import { tellRecovery } from './connection.js';
import { byId, randomKey } from './dom.js';
import { said, t } from './language.js';
import { MessageList } from './message-list.js';
import { PeopleList } from './people-list.js';
import { call, user } from './session.js';
import { TypingLine } from './typing-line.js';

const TYPING_MILLISECONDS = 2000;

/** One room while it is open: what is said comes on one channel, who types or comes on another. */
export class ChatRoom {
  #path;
  #client;
  #subscriptions;
  #messages = new MessageList(byId('messages'), (message) => this.#send(message));
  #typing = new TypingLine(byId('typing'));
  #people = new PeopleList(byId('here'), byId('people'));
  #typed = -Infinity;
  #counts = 0;

  /**
   * @param {import('./connection.js').Client} client
   * @param {string} name
   */
  constructor(client, name) {
    this.#path = `api/chat/${name}`;
    this.#client = client;
    const chat = client.subscribe(`chat/${name}`);
    const activity = client.subscribe(`chat/${name}/activity`);
    this.#subscriptions = [chat, activity];
    chat.on('message', (data, { id }) => {
      const message = messageOf(data, id);
      this.#typing.stop(message.from);
      this.#messages.add(message);
    });
    activity.on('typing', ({ name }) => this.#typing.start(name));
    activity.on('here', (here) => {
      this.#counts++;
      this.#people.show(here);
    });
    tellRecovery(chat, () => this.#load());
    // what is told on the other channel is not kept: who was away for a moment asks for it
    activity.onRecovered(() => this.#load().catch(() => undefined));
    this.#open(chat, activity);
  }

  /** Says something: shown here at once, and broadcast to all but this client. */
  say(text) {
    this.#typed = -Infinity;
    const message = { key: randomKey(), from: user(), text, at: Date.now() };
    this.#messages.add(message, 'pending');
    this.#send(message);
  }

  /** Tells the others that somebody is typing, now and then. */
  type() {
    const now = performance.now();
    if (now - this.#typed < TYPING_MILLISECONDS) return;
    this.#typed = now;
    // nobody misses it: it is said again with a later letter
    call('POST', `${this.#path}/typing`, { headers: this.#client.headers }).catch(() => undefined);
  }

  /** Closes the room; the stream stays open for the next one. */
  leave() {
    this.#subscriptions.forEach((subscription) => subscription.close());
    this.#messages.clear();
    this.#typing.clear();
    this.#people.clear();
  }

  /** Subscribes first and loads then: what is said in between comes twice, and is shown once. */
  async #open(chat, activity) {
    try {
      await Promise.all([chat.ready(), activity.ready()]);
      await this.#load();
    } catch (error) {
      if (chat.status !== 'closed') this.#messages.tell(said(error.message));
    }
  }

  async #send(message) {
    const path = `${this.#path}/messages?key=${message.key}`;
    const body = message.text;
    const type = 'text/plain;charset=utf-8';
    try {
      // the header names this client, so that the server leaves it out
      const { headers } = this.#client;
      this.#messages.add(await call('POST', path, { body, type, headers }));
    } catch (error) {
      this.#messages.fail(message, error.message);
    }
  }

  async #load() {
    const counts = this.#counts;
    const { messages, here } = await call('GET', this.#path);
    if (this.#subscriptions[0].status === 'closed') return; // somebody has gone to another room
    for (const message of messages) this.#messages.add(message);
    // the answer may be older than what the channel has told meanwhile
    if (counts === this.#counts) this.#people.show(here);
  }
}

/**
 * A message, whatever is not there: an application that reads others' events expects anything.
 *
 * @param {import('./channels.js').Message} data
 */
function messageOf(data, id) {
  /** @type {Partial<import('./channels.js').Message>} */
  const message = Object(data) === data ? data : { text: String(data) };
  const { key = id, from = t`somebody`, text = JSON.stringify(data), at = Date.now() } = message;
  return { key, from: String(from) || '?', text: String(text), at: Number(at) };
}

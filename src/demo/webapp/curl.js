import { user } from './session.js';

/** What to type to listen to channels, and to send to one, without a browser. */
export function curl(channels, { channel, event, payload }) {
  const identity = user() ? ` -u ${user()}:${user()}` : '';
  const sender = user() ?? 'reader'; // nobody sends without a name
  const query = channels.map((name) => `channel=${name}`).join('&');
  const path = `api/broadcast/${channel}${event && `?event=${encodeURIComponent(event)}`}`;
  return [
    `curl -N${identity} ${quoted(address(`_sse?${query}`))}`,
    `curl -u ${sender}:${sender} -H 'content-type: application/json' -d ${quoted(payload)} \\\n  ${quoted(address(path))}`,
  ].join('\n\n');
}

const address = (path) => decodeURI(new URL(path, location.href).href);

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

// What the client does where there is no page, in whatever runs this file: it prints what it hears.
import { SSEClient } from '../../../main/typescript/dist/client.js';

const base = process.argv.at(-1);
const channel = 'public/runtimes';
const broadcast = (payload) =>
  fetch(`${base}api/broadcast/${channel}`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa('reader:reader')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(payload),
  });

const client = new SSEClient({ url: `${base}_sse` });
const subscription = client.subscribe(channel);
subscription.onRecovered((recovery) => console.log(JSON.stringify(recovery)));
await subscription.ready();
// the loop below hears from now on, and does not wait for this
broadcast('one');
for await (const { data } of subscription) {
  console.log(data);
  if (data === 'three') break;
  if (data !== 'one') continue;
  client.disconnect();
  await broadcast('two');
  await broadcast('three');
  client.connect();
}
client.close();

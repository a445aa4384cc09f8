import { Cluster } from './support/cluster.js';
import { banner, test as base, expect, latest, picture, state } from './support/test.js';

const test = base.extend({
  outage: true,

  /** The demo on two nodes in place of one server. */
  server: [
    async ({}, use) => {
      const cluster = await Cluster.start();
      await use(cluster);
      await cluster.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

const messages = (page) => page.locator('#messages .text');
const node = (page) => page.locator('.node');
const plot = (page) => page.locator('.plot').first();

async function say(page, text) {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** Says something on a node itself, past the address that leads to it. */
async function sayOn(name, text) {
  const query = `key=${encodeURIComponent(text)}`;
  const response = await fetch(`http://127.0.0.1:${name}/api/chat/lobby/messages?${query}`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa('admin:admin')}`,
      'content-type': 'text/plain',
    },
    body: text,
  });
  expect(response.status).toBe(200);
}

async function expectMessages(pages, texts) {
  for (const page of pages) await expect(messages(page)).toHaveText(texts);
}

async function expectToMove(page) {
  const before = await latest(plot(page));
  await expect.poll(() => latest(plot(page))).toBeGreaterThan(before);
}

test('pages go on when either of two nodes is killed, and nothing is missing', async ({
  visit,
  server: cluster,
}) => {
  const [one, other] = cluster.nodes;
  const reader = await visit('chat.html#lobby', { as: 'reader' });
  const premium = await visit('chat.html#lobby', { base: cluster.otherUrl, as: 'premium' });
  const dashboard = await visit('dashboard.html');
  await expect(node(reader)).toHaveText(`node ${one}`);
  await expect(node(premium)).toHaveText(`node ${other}`);
  await expect(node(dashboard)).toHaveText(`node ${one}`);
  await say(premium, 'Where are you?');
  await expectMessages([reader, premium], ['Where are you?']);
  await say(reader, 'On the other node.');
  const before = ['Where are you?', 'On the other node.'];
  await expectMessages([reader, premium], before);
  await picture(reader, 'nodes');

  cluster.kill(one);
  await say(premium, 'Still there?');
  await expect(node(reader)).toHaveText(`node ${other}`);
  // how many are replayed depends on which is faster, the page or the message
  await expect(banner(reader)).toHaveText(
    /^Recovered: (\d events? replayed, none|no event) missed\.$/,
  );
  await picture(reader, 'nodes-recovered');
  await say(reader, 'With you, now.');
  const meanwhile = [...before, 'Still there?', 'With you, now.'];
  await expectMessages([reader, premium], meanwhile);
  await expect(node(dashboard)).toHaveText(`node ${other}`);
  await expectToMove(dashboard);

  await cluster.hasStarted(one);
  cluster.kill(other);
  await sayOn(one, 'Now the other one is gone.');
  for (const page of [reader, premium, dashboard]) {
    await expect(node(page)).toHaveText(`node ${one}`);
    await expect(state(page)).toHaveText('connected');
  }
  const all = [...meanwhile, 'Now the other one is gone.'];
  await expectMessages([reader, premium], all);
  await expectToMove(dashboard);

  // who has signed in on a node that was killed has signed in on all
  await reader.reload();
  await expect(node(reader)).toHaveText(`node ${one}`);
  await expectMessages([reader], all);
});

import { banner, expect, latest, picture, state, test } from './support/test.js';

test.use({ outage: true });

const messages = (page) => page.locator('#messages .text');
const numbered = (count) => Array.from({ length: count }, (_, number) => `Message ${number + 1}`);

async function say(server, room, text) {
  const path = `api/chat/${room}/messages?key=${encodeURIComponent(text)}`;
  const answer = await server.call('POST', path, {
    user: 'premium',
    body: text,
    type: 'text/plain',
  });
  expect(answer.status).toBe(200);
}

/** What was so before the connection was lost is not shown as if it were so now. */
const expectGrey = (value) => expect(value).toHaveCSS('font-style', 'italic');

test('the page survives a crash of the server and loses nothing sent after it', async ({
  visit,
  server,
}) => {
  const page = await visit('chat.html#lobby', { as: 'reader' });
  const dashboard = await visit('dashboard.html');
  await expect(page.locator('#here')).toHaveText('1 here');
  const earlier = await messages(page).allTextContents();
  await say(server, 'lobby', 'Before the crash');
  await expect(messages(page)).toHaveText([...earlier, 'Before the crash']);

  await server.kill();
  await expect(state(page)).toHaveText('reconnecting');
  await expect(banner(page)).toHaveText(/^Connection lost, reconnecting (in \d s|now)…/);
  await expectGrey(page.locator('#here'));
  await expectGrey(dashboard.locator('.chart .value').first());
  await picture(page, 'reconnecting');
  await server.start();
  for (const text of numbered(3)) await say(server, 'lobby', text);

  await expect(messages(page)).toHaveText([...earlier, 'Before the crash', ...numbered(3)]);
  await expect(banner(page)).toHaveText(/^Recovered\. Some events were missed/);
  await picture(page, 'recovered');
  await expect(page.locator('#here')).toHaveText('1 here');
  await expect(state(dashboard)).toHaveText('connected');
  const plot = dashboard.locator('.plot').first();
  const before = await latest(plot);
  await expect.poll(() => latest(plot)).toBeGreaterThan(before);
});

test('a lost connection is resumed where it broke', async ({ visit, server, wire }) => {
  const page = await visit('chat.html#random', { base: wire.url, as: 'reader' });
  await expect(page.locator('#here')).toHaveText('1 here');
  const earlier = await messages(page).allTextContents();
  wire.cut();
  await expect(state(page)).toHaveText('reconnecting');
  for (const text of numbered(3)) await say(server, 'random', text);
  wire.mend();
  await expect(banner(page)).toHaveText('Recovered: 3 events replayed, none missed.');
  await expect(messages(page)).toHaveText([...earlier, ...numbered(3)]);
});

test('however often the connection snaps, every message comes once and in order', async ({
  visit,
  server,
  wire,
}) => {
  const page = await visit('chat.html#engineering', { base: wire.url, as: 'admin' });
  await expect(page.locator('#here')).toHaveText('1 here');
  const earlier = await messages(page).allTextContents();
  for (const [index, text] of numbered(40).entries()) {
    await say(server, 'engineering', text);
    if (index % 8 !== 4) continue;
    await expect(state(page)).toHaveText('connected');
    wire.snap();
  }
  await expect(messages(page)).toHaveText([...earlier, ...numbered(40)]);
});

test('a message that did not reach the server can be sent again, and is there once', async ({
  visit,
  wire,
}) => {
  const [reader, premium] = [
    await visit('chat.html#engineering', { base: wire.url, as: 'reader' }),
    await visit('chat.html#engineering', { as: 'premium' }),
  ];
  await expect(premium.locator('#here')).toHaveText('2 here');
  wire.cut();
  await reader.getByLabel('Message', { exact: true }).fill('Can you hear me?');
  await reader.getByLabel('Message', { exact: true }).press('Enter');
  await expect(reader.locator('.failed')).toContainText('Can you hear me?');
  await expect(reader.locator('.failed')).toContainText('The server cannot be reached.');
  wire.mend();
  await expect(state(reader)).toHaveText('connected');
  await reader.getByRole('button', { name: 'Send again' }).click();
  await expect(messages(premium).last()).toHaveText('Can you hear me?');
  await expect(reader.locator('.failed, .pending')).toHaveCount(0);
  await expect(messages(reader).filter({ hasText: 'Can you hear me?' })).toHaveCount(1);
});

test('a report that does not reach the server says so in words that mean something', async ({
  visit,
  wire,
}) => {
  const page = await visit('report.html', { base: wire.url });
  await expect(state(page)).toHaveText('connected');
  wire.cut();
  const card = page.locator('#answer');
  await card.getByRole('button', { name: 'Start' }).click();
  await expect(card.getByRole('status')).toHaveText('The server cannot be reached.');
});

import { expect, latest, picture, state, test } from './support/test.js';

const plot = (page, title) => page.locator('.chart', { hasText: title }).locator('.plot');
const connections = async (server) => (await server.call('GET', 'api/stats')).body.connections;

async function expectToMove(page) {
  await expect(plot(page, 'CPU')).toHaveAttribute('data-latest', /^\d/);
  const before = await latest(plot(page, 'CPU'));
  await expect.poll(() => latest(plot(page, 'CPU'))).toBeGreaterThan(before);
}

const expectAllToMove = (tabs) =>
  Promise.all(
    tabs.map(async (tab) => {
      await expect(state(tab)).toHaveText('connected');
      await expectToMove(tab);
    }),
  );

test('the charts move, and show what the page does to the server', async ({ visit }) => {
  const page = await visit('dashboard.html', { as: 'reader' });
  await expect(state(page)).toHaveText('connected');
  await expectToMove(page);
  await expect(plot(page, 'Connections')).toHaveAttribute('aria-label', 'Connections: now 1');
  await expect(plot(page, 'Heap')).toHaveAttribute('aria-label', /now \d+(\.\d)? MB/);
  await page.getByRole('button', { name: 'Send 500 events' }).click();
  await expect(plot(page, 'Events')).toHaveAttribute('aria-label', /now [1-9]\d+$/);
  await expect(page.getByRole('button', { name: 'Send 500 events' })).toBeEnabled();
  await expect(page.locator('#result')).toHaveText(
    /^500 events in \d+\.\d s, sent and received; half of them within \d+ ms, 99 % within \d+ ms\.$/,
  );
  await plot(page, 'Heap').hover();
  await expect(page.locator('.chart', { hasText: 'Heap' }).locator('.pointed')).toHaveText(
    /^\d\d:\d\d:\d\d: \d+(\.\d)? MB$/,
  );
  await picture(page, 'dashboard');
});

const story = (page) => page.getByRole('log', { name: 'What happens to it' });
const count = async (page, id) => Number(await page.locator(id).textContent());

/** Has a reader stop until the channel no longer has what it is to get, and read on. */
async function stall(page, overflow) {
  await page.getByLabel('What happens to it').first().selectOption(overflow);
  await page.getByRole('button', { name: 'Stop reading' }).click();
  await expect(story(page)).toContainText('All was sent.');
  expect(await count(page, '#behind')).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Read on' }).click();
  await expect(story(page)).toContainText('It is up to date again');
  expect(await count(page, '#slow')).toBeLessThan(await count(page, '#quick'));
}

test('a reader that stops reading holds up nobody, and is told what it has missed', async ({
  visit,
}) => {
  const page = await visit('dashboard.html', { as: 'reader' });
  await stall(page, 'gap');
  // the second where the server has given the stream up meanwhile
  await expect(story(page)).toContainText(/The server tells it: \d+ events missed|some missed/);
  await picture(page, 'slow');
  await stall(page, 'disconnect');
  await expect(story(page)).toContainText('Its stream has ended: lagging. It comes back.');
  await expect(story(page)).toContainText('It has resumed:');
  await stall(page, 'latest');
});

test('six tabs share one connection, and hand it on when its tab is closed', async ({
  visit,
  server,
}) => {
  const first = await visit('dashboard.html');
  await expect(state(first)).toHaveText('connected');
  await expect.poll(() => connections(server)).toBe(1);
  const others = [];
  for (let tab = 2; tab <= 6; tab++) {
    others.push(await visit('dashboard.html', { context: first.context() }));
  }
  await expectAllToMove([first, ...others]);
  expect(await connections(server)).toBe(1);

  await first.close();
  await expectAllToMove(others);
  await expect.poll(() => connections(server)).toBe(1);
});

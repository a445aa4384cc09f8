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
  await picture(page, 'dashboard');
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

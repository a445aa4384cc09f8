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
  await expect(plot(page, 'Deliveries')).toHaveAttribute('aria-label', /now [1-9]\d+$/);
  await expect(page.getByRole('button', { name: 'Send 500 events' })).toBeEnabled();
  await expect(page.locator('#result')).toHaveText(
    /^500 events in \d+\.\d s, sent and received; half of them within \d+ ms, 99 % within \d+ ms\.$/,
  );
  await plot(page, 'Heap').hover();
  await expect(page.locator('.chart', { hasText: 'Heap' }).locator('.pointed')).toHaveText(
    /^\d\d:\d\d:\d\d: \d+(\.\d)? MB$/,
  );
  // the arrow keys do what the pointer does
  await plot(page, 'CPU').focus();
  const cpu = page.locator('.chart', { hasText: 'CPU' }).locator('.pointed');
  await page.keyboard.press('ArrowLeft');
  await expect(cpu).toHaveText(/^\d\d:\d\d:\d\d: \d+ %$/);
  await page.keyboard.press('Tab');
  await expect(cpu).toHaveText('');
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
  // told so by hg.bye, or not, where the server has given the stream up meanwhile
  await expect(story(page)).toContainText('It has resumed:');
  await stall(page, 'latest');
});

test.describe('with connections that break', () => {
  test.use({ outage: true });

  test('what cannot come any more is not waited for', async ({ visit, wire }) => {
    const page = await visit('dashboard.html', { base: wire.url, as: 'reader' });
    await expect(state(page)).toHaveText('connected');
    let held;
    const holding = new Promise((resolve) => (held = resolve));
    await page.route('**/api/slow/gap', held);
    await page.getByRole('button', { name: 'Stop reading' }).click();
    await holding;
    const frames = [
      ['welcome', { client: 'c'.repeat(22), position: 'e.1', heartbeat: 60_000, protocol: 1 }],
      ['subscribed', { channel: 'slow/gap', recovered: false, replayed: 0 }],
    ].map(([name, data]) => `event: hg.${name}\ndata: ${JSON.stringify(data)}\n\n`);
    await page.route('**/_sse?*', (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: frames.join('') }),
    );
    wire.snap();
    await expect(page.locator('#slow-problem')).toContainText('The connection was lost');
    await expect(page.getByRole('button', { name: 'Stop reading' })).toBeEnabled();
  });
});

test('a burst of which some events are lost says so', async ({ visit }) => {
  const page = await visit('dashboard.html', { as: 'reader' });
  await expect(state(page)).toHaveText('connected');
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/api/broadcast/bench/burst', async (route) => {
    await held;
    await route.continue();
  });
  const sending = page.waitForRequest('**/api/broadcast/bench/burst');
  await page.getByRole('button', { name: 'Send 500 events' }).click();
  await sending;
  const plug = page.getByRole('banner').locator('.cut');
  await plug.click();
  await expect(state(page)).toHaveText('disconnected');
  // meanwhile more of them than the channel keeps
  let answers = 0;
  page.on('response', (response) => (answers += response.url().endsWith('/bench/burst') ? 1 : 0));
  release();
  await expect.poll(() => answers).toBe(500);
  await plug.click();
  await expect(page.locator('#problem')).toContainText('The connection was lost');
  await expect(page.getByRole('button', { name: 'Send 500 events' })).toBeEnabled();
  await expect(page.locator('#result')).toHaveText('');
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

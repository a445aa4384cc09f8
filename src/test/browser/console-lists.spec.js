import { asUser, follow, open, rows, tail } from './support/console.js';
import { expect, test } from './support/test.js';

/** Opens a stream of the user admin, with so many channels that one may find by a prefix. */
const openStream = (page, prefix, count) =>
  page.evaluate(
    async ([start, many]) => {
      const channels = Array.from({ length: many }, (_, number) => `${start}${10 + number}`);
      const query = new URLSearchParams(channels.map((channel) => ['channel', channel]));
      window.stream = await fetch(`../_sse?${query}`, {
        headers: { Authorization: `Basic ${btoa('admin:admin')}` },
      });
    },
    [prefix, count],
  );

/**
 * Holds the answers to requests for a list back.
 *
 * @returns what waits until one is held, and what lets all go
 */
async function hold(page, list) {
  let begin;
  let release;
  const begun = new Promise((resolve) => (begin = resolve));
  const released = new Promise((resolve) => (release = resolve));
  await page.route(`**/console/${list}?*`, async (route) => {
    const response = await route.fetch();
    begin();
    await released;
    await route.fulfill({ response });
  });
  return { begun, release };
}

test('any channel of a stream can be revoked, however many it has', async ({ visit, browser }) => {
  const page = await open(visit, browser);
  await openStream(page, 'public/revocable', 12);
  const filter = page.getByLabel('User or channel contains');
  await filter.fill('public/revocable21');
  await expect(rows(page, 'streams')).toHaveCount(1);
  await expect(rows(page, 'streams')).toContainText('and 2 more');
  await page.getByRole('button', { name: 'Revoke from admin' }).click();
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByLabel('Channel');
  await expect(choice.locator('option')).toHaveCount(12);
  await choice.selectOption('public/revocable21');
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.locator('#notice')).toHaveText('Revoke: 1 stream.');
  await expect(rows(page, 'streams')).toHaveCount(0);
  await filter.fill('public/revocable20');
  await expect(rows(page, 'streams')).toContainText('and 1 more');
});

test('pages are turned though an answer is on its way, and not beyond the last', async ({
  visit,
  browser,
}) => {
  const page = await open(visit, browser);
  await openStream(page, 'public/paged', 60);
  await page.getByLabel('Name contains').fill('public/paged');
  const pages = page.locator('#channels-pages');
  await expect(pages).toContainText('page 1 of 2');

  const late = await hold(page, 'channels.json');
  await late.begun;
  const next = await hold(page, 'overview.json');
  await pages.getByRole('button', { name: 'Next' }).click();
  await pages.getByRole('button', { name: 'Next' }).click();
  await next.begun;
  const shown = page.waitForResponse('**/console/channels.json?*');
  late.release();
  await shown;
  next.release();
  await expect(pages).toContainText('page 2 of 2');
  await expect(rows(page, 'channels')).toHaveCount(10);
  await expect(page.locator('#problem')).toBeHidden();
});

test('a node that takes its time is asked less often', async ({ browser, server }) => {
  const context = await asUser(browser, 'admin');
  const page = await context.newPage();
  await page.clock.install();
  let asked = 0;
  await page.route('**/console/overview.json?*', async (route) => {
    asked++;
    await page.clock.runFor(2000);
    await route.continue();
  });
  await page.goto(`${server.url}_sse/console`);
  await expect(page.locator('#node')).toHaveText(/^node /);
  await expect(rows(page, 'channels').first()).toBeVisible();
  expect(asked).toBe(1);
  await page.clock.runFor(19_000);
  expect(asked).toBe(1);
  await page.clock.runFor(3000);
  await expect.poll(() => asked).toBe(2);
  await context.close();
});

test('an address with a slash too many leads to the console', async ({ visit, browser }) => {
  const context = await asUser(browser, 'admin');
  const page = await visit('_sse/console/', { context });
  await expect(page.locator('#node')).toHaveText(/^node /);
  expect(new URL(page.url()).pathname).toMatch(/\/_sse\/console$/);
  await context.close();
});

test.describe('over a connection that breaks', () => {
  test.use({ outage: true });

  test('a channel is followed again, and the page says so', async ({
    visit,
    browser,
    server,
    wire,
  }) => {
    const page = await open(visit, browser, { base: wire.url });
    const channel = 'public/broken';
    await follow(page, channel);
    const now = page.locator('#tail-state');
    await expect(now).toHaveText(`${channel}: following`);
    wire.cut();
    await expect(now).toHaveText(`${channel}: reconnecting`);
    await expect(page.locator('#problem')).toHaveText('The server cannot be reached.');
    await server.call('POST', `api/broadcast/${channel}?event=meanwhile`, { body: '{}' });
    wire.mend();
    await expect(now).toHaveText(`${channel}: following`);
    await expect(tail(page)).toContainText(['meanwhile']);
    await expect(page.locator('#problem')).toBeHidden();
  });
});

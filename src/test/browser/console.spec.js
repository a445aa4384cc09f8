import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asUser, follow, onlyStreamOf, open, rows, tail } from './support/console.js';
import { expect, picture, state, test } from './support/test.js';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');

/** What axe finds wrong on the page as it is. */
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run()).violations);
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

test('the demo leads an admin to the console, and nobody else', async ({ visit, browser }) => {
  const page = await visit('', { as: 'admin' });
  const link = page.getByRole('link', { name: 'Console' });
  await expect(link).toHaveAttribute('href', '_sse/console');
  const reader = await visit('', { as: 'reader' });
  await expect(reader.getByRole('link', { name: 'Console' })).toHaveCount(0);
  const context = await asUser(browser, 'reader');
  const answer = await context.request.get(new URL('_sse/console', page.url()).href);
  expect(answer.status()).toBe(403);
  await context.close();
});

test('streams and channels are shown, and a channel is followed', async ({
  visit,
  browser,
  server,
}) => {
  const chat = await visit('chat.html', { as: 'reader' });
  await expect(state(chat)).toHaveText('connected');
  const page = await open(visit, browser);
  await onlyStreamOf(page, 'reader');
  await expect(rows(page, 'streams')).toContainText('chat/lobby');

  await follow(page, 'users/admin'); // for this user only: the browser says who asks
  await expect(page.locator('#tail-state')).toHaveText('users/admin: following');
  await server.call('POST', 'api/broadcast/users/admin?event=greeting', { body: '{"text":"Hi"}' });
  await expect(tail(page)).toContainText(['greeting']);
  await expect(tail(page)).toContainText(['{"text":"Hi"}']);

  await page.getByLabel('User or channel contains').fill('');
  // a channel without subscribers is there as long as it has history
  await server.call('POST', 'api/broadcast/announcements?event=before', { body: '{}' });
  await page.getByLabel('Name contains').fill('announcements');
  await page.getByRole('button', { name: 'Tail announcements' }).click();
  await expect(page.locator('#tail-state')).toHaveText('announcements: following');
  await server.call('POST', 'api/broadcast/announcements?event=alert', { body: '{"text":"Cake"}' });
  await expect(tail(page)).toContainText(['greeting', 'alert']);
  await page.getByLabel('Name contains').fill('');
  await expect(rows(page, 'channels').first()).toBeVisible();
  await picture(page, 'console');
});

test('a user is disconnected by keyboard, and only when that is confirmed', async ({
  visit,
  browser,
}) => {
  const reader = await visit('playground.html', { as: 'reader' });
  await expect(reader.locator('#channels li')).toHaveAttribute('data-status', 'subscribed');
  const page = await open(visit, browser);
  await onlyStreamOf(page, 'reader');
  await page.getByRole('button', { name: 'Disconnect user reader' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Disconnect this user?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(state(reader)).toHaveText('connected');

  await page.keyboard.press('Enter'); // the focus is back where it was
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#notice')).toHaveText('Disconnect user: 1 stream.');
  await expect(state(reader)).toHaveText('closed');
  await expect(rows(page, 'streams')).toHaveCount(0);
});

test('one stream is disconnected, and a channel revoked', async ({ visit, browser }) => {
  const reader = await visit('playground.html', { as: 'reader' });
  const premium = await visit('playground.html', { as: 'premium' });
  for (const page of [reader, premium]) {
    await expect(page.locator('#channels li')).toHaveAttribute('data-status', 'subscribed');
    await expect(state(page)).toHaveText('connected');
  }
  const page = await open(visit, browser);
  await onlyStreamOf(page, 'premium');
  await page.getByRole('button', { name: 'Revoke from premium' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Channel')).toHaveValue('announcements');
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.locator('#notice')).toHaveText('Revoke: 1 stream.');
  await expect(premium.locator('#channels li')).toHaveAttribute('data-status', 'rejected');

  await onlyStreamOf(page, 'reader');
  await page.getByRole('button', { name: /^Disconnect stream/ }).click();
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.locator('#notice')).toHaveText('Disconnect: 1 stream.');
  await expect(state(reader)).toHaveText('closed');
});

test('what strangers have named is text, whatever is in it', async ({ visit, browser, server }) => {
  const page = await open(visit, browser);
  const channel = 'public/<b>bold';
  await follow(page, channel);
  await expect(page.locator('#tail-state')).toHaveText(`${channel}: following`);
  await server.call(
    'POST',
    `api/broadcast/${encodeURIComponent('public')}/${encodeURIComponent('<b>bold')}?event=${encodeURIComponent('<i>name')}`,
    { body: JSON.stringify({ text: '<img src=x onerror=alert(1)>' }) },
  );
  await expect(tail(page)).toContainText(['<i>name']);
  await expect(tail(page)).toContainText(['<img src=x onerror=alert(1)>']);
  await page.getByLabel('Name contains').fill('<b>');
  await expect(rows(page, 'channels')).toHaveCount(1);
  await expect(rows(page, 'channels')).toContainText(channel);
  await page.getByLabel('User or channel contains').fill('<b>bold');
  await expect(rows(page, 'streams')).toHaveCount(1);
  await expect(rows(page, 'streams')).toContainText(channel);
  await expect(page.locator('main :is(b, i, img)')).toHaveCount(0);
});

test('nothing is asked for while the tab is hidden, or the page paused', async ({
  visit,
  browser,
  server,
}) => {
  const context = await asUser(browser, 'admin');
  const page = await context.newPage();
  let asked = 0;
  page.on('request', (request) => (asked += request.url().includes('overview.json') ? 1 : 0));
  await page.clock.install();
  await page.goto(`${server.url}_sse/console`);
  await expect(page.locator('#node')).toHaveText(/^node /);
  const hide = (hidden) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);

  const before = asked;
  await page.clock.runFor(3100);
  await expect.poll(() => asked).toBeGreaterThan(before);
  await hide(true);
  const hidden = asked;
  await page.clock.runFor(60_000);
  expect(asked).toBe(hidden);
  await hide(false);
  await expect.poll(() => asked).toBe(hidden + 1);
  await page.getByRole('button', { name: 'Pause' }).click();
  const paused = asked;
  await page.clock.runFor(60_000);
  expect(asked).toBe(paused);
  await context.close();
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 390]) {
    test(`the console can be used by all, ${colorScheme}, ${width} px`, async ({
      visit,
      browser,
    }) => {
      const page = await open(visit, browser);
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await follow(page, 'announcements');
      await expect(rows(page, 'streams').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth).toBe(clientWidth);
    });
  }
}

import { expect, picture, state, test } from './support/test.js';

test.use({ outage: true, refusals: true }); // a page that is not there, and one about refusals

const html = (page) => page.locator('html');

test('the language is chosen by keyboard, for words and dates, and is kept', async ({ visit }) => {
  const page = await visit('chat.html', { as: 'reader' });
  const messages = [{ key: '1', from: 'premium', text: 'Hi', at: Date.parse('2026-03-01T09:00') }];
  await page.route('**/api/chat/lobby', (route) =>
    route.fulfill({ json: { messages, here: { count: 1, people: [] } } }),
  );
  await page.reload();
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await expect(page.locator('.day')).toHaveText('Sunday, March 1');

  await page.getByLabel('Language').focus();
  await page.keyboard.press('ArrowDown');
  for (const isReloaded of [false, true]) {
    if (isReloaded) await page.reload();
    await expect(html(page)).toHaveAttribute('lang', 'de');
    await expect(page.locator('.day')).toHaveText('Sonntag, 1. März');
    await expect(page.locator('#here')).toHaveText('1 da');
    await expect(page.getByPlaceholder('Etwas schreiben …')).toBeVisible();
    await expect(state(page)).toHaveText('verbunden');
  }

  await page.getByLabel('Sprache').selectOption('English');
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await expect(page.locator('.day')).toHaveText('Sunday, March 1');
});

test('a browser whose languages the pages do not have gets English', async ({ visit, browser }) => {
  const context = await browser.newContext({ locale: 'fr-CA' });
  const page = await visit('', { context });
  await expect(state(page)).toHaveText('connected');
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await context.close();
});

const PAGES = {
  '': 'Ein Event auf dem Server auslösen',
  'no/such/page': 'Diese Seite gibt es nicht',
  'dashboard.html': 'Dashboard',
  'upload.html': 'Upload',
  'report.html': 'Bericht',
  'access.html': 'Zugriff',
  'playground.html': 'Playground',
  'chat.html': '# lobby',
};

test('a German browser gets all pages in German, and they fit a phone', async ({
  visit,
  browser,
  server,
}) => {
  const context = await browser.newContext({ locale: 'de-AT', reducedMotion: 'reduce' });
  const page = await visit('', { context });
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('button', { name: /^admin/ }).click();
  await expect(page.locator('.user')).toHaveText('admin'); // a page that is left drops its request
  for (const [path, title] of Object.entries(PAGES)) {
    await page.goto(server.url + path);
    await expect(html(page)).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    await expect(page.getByRole('button', { name: 'Abmelden' })).toBeVisible();
    if (path !== 'no/such/page') await expect(state(page)).toHaveText('verbunden');
    await picture(page, `german-${path.replace(/\W/g, '-') || 'index'}`);
  }
  await context.close();
});

test('numbers, and what the server says, are in German too', async ({ visit, browser, server }) => {
  const context = await browser.newContext({ locale: 'de' });
  const page = await visit('report.html', { context });
  await page.getByLabel('Seiten').fill('200');
  const card = page.locator('#channel');
  await card.getByRole('button', { name: 'Starten' }).click();
  await expect(card.getByRole('status')).toHaveText(/^Bericht \d+: Seite \d+ von 200$/);
  await card.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(card.getByRole('status')).toHaveText('Abgebrochen');

  await page.goto(`${server.url}dashboard.html`);
  await page.getByRole('button', { name: '500 Events senden' }).click();
  await page.getByRole('button', { name: /^reader/ }).click();
  await expect(page.locator('#result')).toHaveText(/^500 Events in \d+,\d s gesendet/);
  await context.close();
});

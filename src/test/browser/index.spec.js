import { banner, expect, picture, state, test } from './support/test.js';

const marks = (page, how) => page.locator(`#strip [data-state=${how}]`);

test('what is sent while the connection is cut is seen to be missing, and then to be there', async ({
  visit,
}) => {
  const page = await visit('');
  const main = page.getByRole('main');
  await expect(marks(page, 'live')).not.toHaveCount(0);
  await main.getByRole('button', { name: 'Cut my connection' }).click();
  await expect(state(page)).toHaveText('disconnected');
  await expect.poll(() => marks(page, 'sent').count()).toBeGreaterThanOrEqual(3);
  await expect(page.locator('#here')).toHaveCSS('font-style', 'italic');
  await expect(page.locator('#result')).toHaveText(/^Sent without you: \d+$/);
  await picture(page, 'cut');

  await main.getByRole('button', { name: 'Connect again' }).click();
  await expect(page.locator('#result')).toHaveText(
    /^\d+ events came meanwhile: 0 missing, 0 twice/,
  );
  await expect(marks(page, 'sent')).toHaveCount(0);
  expect(await marks(page, 'replayed').count()).toBeGreaterThanOrEqual(3);
  await picture(page, 'replayed');
});

test('the page holds no more than may still come, however long it stays', async ({
  visit,
  server,
}) => {
  const page = await visit('');
  const { first, last, latest, open } = await page.evaluate(async (url) => {
    const { Ledger } = await import(url);
    const ledger = new Ledger();
    const arrive = (number) => ledger.arrive({ since: 1, number }, 'live');
    for (let number = 1; number <= 5000; number++) arrive(number);
    ledger.note({ since: 1, number: 5003 });
    arrive(1);
    const first = ledger.twice;
    arrive(5000);
    return { first, last: ledger.twice, latest: ledger.latest.length, open: ledger.open };
  }, `${server.url}ledger.js`);
  expect({ first, last, latest, open }).toEqual({ first: 0, last: 1, latest: 60, open: 3 });
});

test('the banner lies over the page, which does not move', async ({ visit }) => {
  const page = await visit('');
  await expect(state(page)).toHaveText('connected');
  const top = async () => (await page.getByRole('heading', { level: 1 }).boundingBox()).y;
  const before = await top();
  const plug = page.getByRole('banner').locator('.cut');
  await plug.click();
  await expect(state(page)).toHaveText('disconnected');
  await plug.click();
  await expect(banner(page)).toHaveText(/^Recovered/);
  expect(await top()).toBe(before);
});

test('the keyboard skips the header, and the state of the connection explains itself', async ({
  visit,
}) => {
  const page = await visit('');
  await expect(state(page)).toHaveText('connected');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await expect(page.getByRole('tooltip')).toBeHidden();
  await state(page).focus();
  await expect(page.getByRole('tooltip')).toContainText('events arrive as they are sent');
});

test('a page that is not there is one of the demo, which leads back', async ({
  browser,
  server,
}) => {
  const page = await browser.newPage(); // whose console reports the 404, as it should
  const answer = await page.goto(`${server.url}no/such/page`);
  expect(answer.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await page.getByRole('link', { name: 'the first page' }).click();
  await expect(page).toHaveTitle('Heliograph');
  await page.close();
});

test('the first page leads to the examples and shows what is announced', async ({
  visit,
  server,
}) => {
  const page = await visit('');
  await expect(state(page)).toHaveText('connected');
  await page.getByRole('textbox', { name: 'Announcement' }).fill('Cake in the kitchen');
  await page.getByRole('button', { name: 'Announce' }).click();
  await page.getByRole('button', { name: /^reader/ }).click(); // who announces signs in
  await expect(page.locator('#announcements > div')).toHaveText([/^Cake in the kitchen/]);
  await server.call('POST', 'api/broadcast/announcements?event=alert', {
    body: JSON.stringify({ text: 'And from curl' }),
  });
  await expect(page.locator('#announcements > div')).toHaveText([
    /^And from curl/,
    /^Cake in the kitchen/,
  ]);
  await picture(page, 'index');
  for (const name of ['Chat', 'Dashboard', 'Upload', 'Report', 'Access', 'Playground']) {
    await page.goto(server.url);
    await page.getByLabel('Examples').last().getByRole('link', { name }).click();
    await expect(page).toHaveTitle(`${name} · Heliograph`);
  }
});

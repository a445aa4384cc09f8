import { expect, picture, state, test } from './support/test.js';

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
  for (const name of ['Chat', 'Dashboard', 'Upload', 'Report', 'Playground']) {
    await page.goto(server.url);
    await page.getByLabel('Examples').last().getByRole('link', { name }).click();
    await expect(page).toHaveTitle(`${name} · Heliograph`);
  }
});

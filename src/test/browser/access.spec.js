import { expect, picture, signIn, test } from './support/test.js';

test.use({ refusals: true });

const cell = (page, user, channel) =>
  page.getByRole('button', { name: `For ${user}, ${channel}: ` });

test('each user has what the authorizers grant, an admin revokes it, and trials expire', async ({
  visit,
}) => {
  const page = await visit('access.html');
  await expect(cell(page, 'nobody', 'announcements')).toHaveText('granted');
  await expect(cell(page, 'nobody', 'chat/lobby')).toHaveText('401 sign in');
  await expect(cell(page, 'reader', 'users/reader')).toHaveText('granted');
  await expect(cell(page, 'premium', 'users/reader')).toHaveText('403 forbidden');
  await expect(cell(page, 'premium', 'live-metrics')).toHaveText('granted');
  await expect(cell(page, 'admin', 'admin/logs')).toHaveText('granted');
  await expect(cell(page, 'admin', 'no/such/channel')).toHaveText('404 unknown');
  await expect(cell(page, 'reader', 'trial/today')).toHaveText('granted');
  await picture(page, 'access');

  // a tab in the background leaves the browser's few connections to others
  const hide = (hidden) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await expect(cell(page, 'reader', 'users/reader')).toHaveText('pending');
  await expect(cell(page, 'nobody', 'announcements')).toHaveText('granted');
  await hide(false);
  await expect(cell(page, 'reader', 'users/reader')).toHaveText('granted');

  await cell(page, 'reader', 'chat/lobby').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^reader/ })
    .click();
  await expect(page.getByRole('alert')).toContainText('reader may not revoke anything');
  await expect(cell(page, 'reader', 'chat/lobby')).toHaveText('granted');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, 'admin');
  await cell(page, 'reader', 'chat/lobby').click();
  await expect(cell(page, 'reader', 'chat/lobby')).toContainText('revoked');
  await expect(cell(page, 'premium', 'chat/lobby')).toHaveText('granted');
  await cell(page, 'reader', 'chat/lobby').click();
  await expect(cell(page, 'reader', 'chat/lobby')).toHaveText('granted');
  await expect(cell(page, 'reader', 'trial/today')).toContainText('expired');
});

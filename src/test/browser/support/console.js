import { expect } from './test.js';

/** The console in the browser of somebody who has given the browser a name and a password. */
export const asUser = async (browser, name) =>
  browser.newContext({
    reducedMotion: 'reduce',
    httpCredentials: { username: name, password: name },
  });

/** Opens the console as the user admin. */
export async function open(visit, browser, options = {}) {
  const context = await asUser(browser, 'admin');
  const page = await visit('_sse/console', { context, ...options });
  await expect(page.locator('#node')).toHaveText(/^node /);
  return page;
}

export const rows = (page, list) => page.locator(`#${list} tbody tr`);

export const tail = (page) => page.locator('#tail li');

export async function follow(page, channel) {
  await page.getByRole('textbox', { name: 'Channel', exact: true }).fill(channel);
  await page.getByRole('button', { name: 'Start' }).click();
}

/** Shows the streams of a user, and waits until those of pages that were closed before have gone. */
export async function onlyStreamOf(page, user) {
  await page.getByLabel('User or channel contains').fill(user);
  await expect(rows(page, 'streams')).toHaveCount(1);
}

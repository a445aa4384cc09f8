import { expect, picture, state, test } from './support/test.js';

const card = (page, title) =>
  page.getByRole('region', { name: title }).filter({ has: page.getByRole('progressbar') });
const answer = (page) => card(page, 'As the answer to a POST');
const channel = (page) => card(page, 'On a channel');
const button = (where, name) => where.getByRole('button', { name });
const percent = (where) => where.getByRole('progressbar').evaluate((bar) => bar.value);
const job = (page, number) =>
  page.getByRole('list', { name: 'latest jobs' }).getByRole('listitem').filter({ hasText: number });

/** Opens the page with a job of some size. */
async function open(visit, { pages, millis }) {
  const page = await visit('report.html');
  await expect(state(page)).toHaveText('connected');
  await page.getByLabel('Pages').fill(String(pages));
  await page.getByLabel('Time for each').fill(String(millis));
  return page;
}

/** Starts a job, waits until it has done a part, and says what it is called. */
async function begun(where) {
  await button(where, 'Start').click();
  await expect.poll(() => percent(where)).toBeGreaterThan(0);
  return (await where.getByRole('status').textContent()).match(/Report \d+/)[0];
}

test('a report comes to its end as the answer to a POST', async ({ visit }) => {
  const page = await open(visit, { pages: 12, millis: 150 });
  const name = await begun(answer(page));
  await expect(job(page, name)).toContainText('12 pages, as an answer');
  await expect(button(answer(page), 'Start')).toBeDisabled();
  await expect(answer(page).getByRole('status')).toHaveText('Complete, 12 pages.');
  await expect(answer(page)).toContainText('100 %');
  await expect(job(page, name)).toContainText('complete');
  await expect(button(answer(page), 'Start')).toBeEnabled();
});

test('a report that is stopped by its reader stops on the server', async ({ visit }) => {
  const page = await open(visit, { pages: 200, millis: 200 });
  const name = await begun(answer(page));
  await expect(job(page, name)).toContainText('running');
  await button(answer(page), 'Stop').click();
  await expect(answer(page).getByRole('status')).toHaveText('Stopped.');
  await expect(job(page, name)).toContainText('stopped');
});

test('a report stops when its page is closed, and one on a channel goes on', async ({ visit }) => {
  const page = await open(visit, { pages: 200, millis: 200 });
  const other = await visit('report.html');
  await expect(state(other)).toHaveText('connected');
  const direct = await begun(answer(page));
  const kept = await begun(channel(page));
  await picture(page, 'report');
  await expect(job(other, direct)).toContainText('running');
  await page.close();
  await expect(job(other, direct)).toContainText('stopped');
  await expect(job(other, kept)).toContainText('running');
});

test('a report on a channel outlives a reload', async ({ visit }) => {
  const page = await open(visit, { pages: 40, millis: 150 });
  const name = await begun(channel(page));
  const before = await percent(channel(page));
  await page.evaluate(() => sessionStorage.setItem('shown', '[]'));
  await page.addInitScript(() => {
    // every state that the bar has after the reload
    const note = () => {
      const bar = document.querySelector('#channel progress');
      if (!bar) return;
      const shown = JSON.parse(sessionStorage.getItem('shown'));
      if (bar.value && bar.value !== shown.at(-1)) {
        sessionStorage.setItem('shown', JSON.stringify([...shown, bar.value]));
      }
    };
    new MutationObserver(note).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
    });
  });
  await page.reload();
  await expect(channel(page).getByRole('status')).toContainText(`${name}: page`);
  await expect(channel(page).getByRole('status')).toHaveText('Complete, 40 pages.');
  await expect(job(page, name)).toContainText('complete');

  const shown = JSON.parse(await page.evaluate(() => sessionStorage.getItem('shown')));
  expect(shown[0]).toBeGreaterThanOrEqual(before);
  expect(shown).toEqual([...shown].sort((one, other) => one - other));
  expect(shown.at(-1)).toBe(100);
  await picture(page, 'report-complete');

  // all is told: the next reload begins anew
  await page.reload();
  await expect(state(page)).toHaveText('connected');
  await expect(channel(page).getByRole('status')).toHaveText('Not started yet.');
});

test('what came while the page was away is there when it comes back', async ({ visit, server }) => {
  const page = await open(visit, { pages: 10, millis: 200 });
  const name = await begun(channel(page));
  await page.goto(`${server.url}upload.html`);
  const other = await visit('report.html');
  await expect(job(other, name)).toContainText('complete');
  await page.goto(`${server.url}report.html`);
  await expect(channel(page).getByRole('status')).toHaveText('Complete, 10 pages.');
});

test('a report on a channel can be cancelled', async ({ visit }) => {
  const page = await open(visit, { pages: 200, millis: 200 });
  const name = await begun(channel(page));
  await button(channel(page), 'Cancel').click();
  await expect(channel(page).getByRole('status')).toHaveText('Cancelled');
  await expect(job(page, name)).toContainText('stopped');
  await expect(button(channel(page), 'Start')).toBeEnabled();
});

test('the metrics tick, and count the page itself', async ({ visit, server }) => {
  const page = await visit('report.html');
  await expect(page.locator('#streams')).toHaveText(/^[1-9]\d*$/);
  await expect(page.locator('#heap')).toHaveText(/MB$/);
  await page.evaluate(() => {
    window.beats = 0;
    const count = () => window.beats++;
    new MutationObserver(count).observe(document.getElementById('heap'), { childList: true });
  });
  await expect.poll(() => page.evaluate(() => window.beats)).toBeGreaterThan(1);
  await expect(page.locator('.curl').first()).toHaveText(`curl -N '${server.url}api/metrics'`);
});

test.describe('from a server that is being started', () => {
  test.use({ outage: true });

  test('the metrics go on, although EventSource gives up', async ({ visit }) => {
    const page = await visit('upload.html');
    await page.route('**/api/metrics', (route) => route.fulfill({ status: 503 }), { times: 1 });
    const refused = page.waitForResponse('**/api/metrics');
    await page.goto(new URL('report.html', page.url()).href);
    expect((await refused).status()).toBe(503);
    await expect(page.locator('#heap')).toHaveText(/MB$/);
  });
});

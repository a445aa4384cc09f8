import { banner, expect, latest, state, test } from './support/test.js';

/** Whether the browser keeps a page that is left: the shell that comes from npm does not. */
async function keepsPages(context, server) {
  const probe = await context.newPage();
  await probe.goto(`${server.url}logo.svg`);
  await probe.evaluate(() => (window.isKept = true));
  await probe.goto(`${server.url}api/stats`);
  await probe.goBack({ waitUntil: 'commit' });
  const isKept = await probe.evaluate(() => window.isKept === true);
  await probe.close();
  return isKept;
}

/** Leaves a page for another, and comes back to it as it was: it is not loaded again. */
async function leaveAndComeBack(page, server, meanwhile) {
  await page.evaluate(() => document.body.setAttribute('data-kept', 'as it was'));
  if (await keepsPages(page.context(), server)) {
    await page.goto(`${server.url}upload.html`);
    await meanwhile();
    await page.goBack({ waitUntil: 'commit' });
  } else {
    // the page is told what it would be told
    const tell = (type) => dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    await page.evaluate(tell, 'pagehide');
    await expect(state(page)).toHaveText('disconnected');
    await meanwhile();
    await page.evaluate(tell, 'pageshow');
  }
  await expect(page.locator('body')).toHaveAttribute('data-kept', 'as it was');
  await expect(state(page)).toHaveText('connected');
}

test('a page that is left and come back to resumes where it was', async ({ visit, server }) => {
  const page = await visit('playground.html');
  await expect(page.locator('#channels li')).toHaveAttribute('data-status', 'subscribed');
  await leaveAndComeBack(page, server, () =>
    server.call('POST', 'api/broadcast/announcements', { body: '"while away"' }),
  );
  await expect(banner(page)).toHaveText('Recovered: 1 event replayed, none missed.');
  await expect(page.locator('#events code')).toHaveText(['"while away"']);
});

test('a page that shares its connection resumes it too', async ({ visit, server }) => {
  const page = await visit('dashboard.html');
  const plot = page.locator('.plot').first();
  await expect(plot).toHaveAttribute('data-latest', /^\d/);
  const before = await latest(plot);
  await leaveAndComeBack(page, server, async () => {});
  await expect(banner(page)).toHaveText(/^Recovered: .* missed\.$/);
  await expect.poll(() => latest(plot)).toBeGreaterThan(before);
});

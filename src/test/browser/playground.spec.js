import { banner, expect, picture, signIn, state, test } from './support/test.js';

const events = (page) => page.locator('#events code');
const wire = (page, kind) => page.locator(`#wire [data-kind=${kind}]`);
const channel = (page, name) => page.locator('#channels li', { hasText: name });

async function subscribe(page, name) {
  await page.getByLabel('Channel to subscribe').fill(name);
  await page.getByRole('button', { name: 'Subscribe' }).click();
}

async function send(server, name, data) {
  return server.call('POST', `api/broadcast/${name}`, { body: JSON.stringify(data) });
}

test('a channel is subscribed, an event sent, and its frame seen as it was on the wire', async ({
  visit,
}) => {
  const page = await visit('playground.html', { as: 'reader' });
  await expect(channel(page, 'announcements')).toHaveAttribute('data-status', 'subscribed');
  await subscribe(page, 'public/weather');
  await expect(channel(page, 'public/weather')).toHaveAttribute('data-status', 'subscribed');

  const form = page.locator('#send');
  await form.getByLabel('To channel').fill('public/weather');
  await form.getByLabel('Event').fill('sun');
  await form.getByLabel('Payload, JSON').fill('{"degrees": 24}');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByRole('status')).toHaveText(/^Sent as \w+\.\d+$/);
  await expect(events(page)).toHaveText(['{"degrees":24}']);
  await expect(wire(page, 'event')).toHaveText(
    /^id: ?\w+\.\d+\ndata: ?\{"channel":"public\/weather","event":"sun","data":\{"degrees":24\}\}$/,
  );
  await expect(wire(page, 'request').last()).toContainText('POST');
  await expect(wire(page, 'request').last()).toContainText(/Heliograph-Client: [\w-]{6}…/);
  await expect(wire(page, 'control').first()).toContainText('hg.welcome');
  // who knows a client's id may change its channels
  await expect(wire(page, 'control').first()).toContainText(/"client": ?"[\w-]{6}…"/);
  await expect(page.locator('#wire')).not.toContainText(/[\w-]{22}/);
  await picture(page, 'playground');

  await form.getByLabel('to all but this page').check();
  await form.getByRole('button', { name: 'Send' }).click();
  await form.getByLabel('to all but this page').uncheck();
  await form.getByLabel('Payload, JSON').fill('"after"');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(events(page)).toHaveText(['{"degrees":24}', '"after"']);

  await page.getByRole('button', { name: 'Close public/weather' }).click();
  await expect(wire(page, 'control').last()).toContainText('hg.unsubscribed');
});

test('the log tells no id of a client, which is longer on many nodes, and addresses as they are', async ({
  visit,
}) => {
  const page = await visit('');
  const client = 'n'.repeat(28); // many nodes give ids of 28 characters
  const welcome = { client, position: 'e.1', heartbeat: 60_000, protocol: 1 };
  await page.route('**/_sse?*', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: `id: e.1\nevent: hg.welcome\ndata: ${JSON.stringify(welcome)}\n\n`,
    }),
  );
  await page.goto(new URL('playground.html', page.url()).href);
  await expect(wire(page, 'control').first()).toContainText('"client":"nnnnnn…"');
  await page.unroute('**/_sse?*');
  await expect(channel(page, 'announcements')).toHaveAttribute('data-status', 'subscribed');
  await subscribe(page, 'public/weather');
  await expect(channel(page, 'public/weather')).toHaveAttribute('data-status', 'subscribed');
  await expect(wire(page, 'request').last()).toContainText(/^POST _sse\/channels$/m);
  await expect(page.locator('#wire')).not.toContainText(client);
});

test('what was sent while disconnected comes after connecting again', async ({ visit, server }) => {
  const page = await visit('playground.html');
  await expect(channel(page, 'announcements')).toHaveAttribute('data-status', 'subscribed');
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(state(page)).toHaveText('disconnected');
  await send(server, 'announcements', 'one');
  await send(server, 'announcements', 'two');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(banner(page)).toHaveText('Recovered: 2 events replayed, none missed.');
  await expect(wire(page, 'request').last()).toContainText(/Last-Event-ID: \w+\.\d+/);
  await expect(events(page)).toHaveText(['"one"', '"two"']);
  await page.getByRole('button', { name: 'Reconnect' }).click();
  await expect(banner(page)).toHaveText('Recovered: no event missed.');
  await send(server, 'announcements', 'three');
  await expect(events(page)).toHaveText(['"one"', '"two"', '"three"']);
});

test('a refused channel says why, and is granted to one who may', async ({ visit, server }) => {
  const page = await visit('playground.html');
  await subscribe(page, 'admin/logs');
  await expect(channel(page, 'admin/logs')).toContainText('Unauthorized');
  await subscribe(page, 'no/such/channel');
  await expect(channel(page, 'no/such/channel')).toHaveAttribute('data-status', 'rejected');
  // in the order of cause and effect
  const log = (await page.locator('#wire li').allTextContents()).join('\n');
  expect(log.indexOf('"no/such/channel"')).toBeGreaterThan(-1);
  expect(log.search(/POST .*\n.*no\/such\/channel/)).toBeLessThan(
    log.search(/hg\.rejected\n.*no\/such\/channel/),
  );
  await expect(channel(page, 'announcements')).toHaveAttribute('data-status', 'subscribed');
  await signIn(page, 'admin');
  await expect(channel(page, 'admin/logs')).toHaveAttribute('data-status', 'subscribed');
  await send(server, 'admin/logs', { line: 'started' });
  await expect(events(page)).toHaveText(['{"line":"started"}']);
});

test.describe('with a refusal', () => {
  test.use({ refusals: true });

  test('what is to be typed is whole and can be copied, and what went wrong is in sight', async ({
    visit,
  }) => {
    const page = await visit('playground.html', { as: 'reader' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const curl = page.locator('#curl');
    expect(await curl.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await curl.textContent(),
    );

    await page.setViewportSize({ width: 1280, height: 500 });
    const form = page.locator('#send');
    await form.getByLabel('Event').fill('');
    await form.getByLabel('Payload, JSON').fill('{bad json');
    const asked = page.waitForRequest('**/api/broadcast/**');
    await form.getByRole('button', { name: 'Send' }).click();
    expect((await asked).url()).toMatch(/announcements$/);
    await expect(form.getByRole('status')).toContainText('The body is not JSON');
    await expect(form.getByRole('status')).toBeInViewport();
  });
});

import { expect, picture, signIn, state, test } from './support/test.js';

const messages = (page) => page.locator('#messages .text');
const here = (page) => page.locator('#here');

async function say(page, text) {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

test('two people chat: each sees the other type, and every message once', async ({ visit }) => {
  const reader = await visit('chat.html', { as: 'reader' });
  await expect(here(reader)).toHaveText('1 here');
  const premium = await visit('chat.html', { as: 'premium' });
  await expect(here(reader)).toHaveText('2 here');
  await expect(here(premium)).toHaveText('2 here');

  await premium.getByLabel('Message', { exact: true }).pressSequentially('Is anybody');
  await expect(reader.locator('#typing')).toHaveText('premium is typing…');
  await expect(premium.locator('#typing')).toHaveText('');
  await say(premium, 'Is anybody here?');
  await expect(messages(premium)).toHaveText(['Is anybody here?']);
  await expect(messages(reader)).toHaveText(['Is anybody here?']);
  await expect(reader.locator('#typing')).toHaveText('');

  await say(reader, 'I am. Did you see the new dashboard?');
  await say(reader, 'It moves!');
  await expect(reader.locator('#messages .day')).toHaveCount(1);
  await expect(reader.locator('#people li')).toHaveText(['premium', 'reader']);
  const all = ['Is anybody here?', 'I am. Did you see the new dashboard?', 'It moves!'];
  await expect(messages(premium)).toHaveText(all);
  await expect(messages(reader)).toHaveText(all);
  await expect(reader.locator('.pending, .failed')).toHaveCount(0);
  await expect(reader.locator('.message.own')).toHaveCount(2);
  await premium.getByLabel('Message', { exact: true }).pressSequentially('Oh');
  await expect(reader.locator('#typing')).toHaveText('premium is typing…');
  await picture(reader, 'chat');

  await premium.close();
  await expect(here(reader)).toHaveText('1 here');
  await expect(reader.locator('#people li')).toHaveText(['reader']);
});

test('each day of a room has a line above its first message', async ({ visit }) => {
  const reader = await visit('chat.html', { as: 'reader' });
  await expect(here(reader)).toHaveText(/here$/);
  const at = (text) => ({ key: text, from: 'premium', text, at: Date.parse(text) });
  const messages = ['2026-03-01T09:00', '2026-03-01T23:59', '2026-03-02T00:00'].map(at);
  await reader.route('**/api/chat/engineering', (route) =>
    route.fulfill({ json: { messages, here: { count: 1, people: [] } } }),
  );
  await reader.getByRole('button', { name: '# engineering' }).click();
  await expect(reader.locator('#messages > *')).toHaveText([
    'Sunday, March 1',
    /2026-03-01T09:00$/,
    /2026-03-01T23:59$/,
    'Monday, March 2',
    /00:00\s*2026-03-02T00:00$/,
  ]);
});

test('what somebody writes stays text', async ({ visit }) => {
  const admin = await visit('chat.html#random', { as: 'admin' });
  await expect(here(admin)).toHaveText('1 here');
  const text = '<img src=x onerror="document.title = 1"><b>bold</b>';
  await say(admin, text);
  await expect(messages(admin)).toHaveText([text]);
  await expect(admin.locator('#messages b')).toHaveText(['admin']);
  await expect(admin).toHaveTitle('Chat · Heliograph');
});

test('another room is another channel on the same stream', async ({ visit }) => {
  const opened = [];
  const reader = await visit('chat.html', { as: 'reader' });
  await expect(here(reader)).toHaveText(/here$/);
  reader.on('request', (request) => opened.push(`${request.method()} ${request.url()}`));
  await reader.getByRole('button', { name: '# engineering' }).click();
  await expect(here(reader)).toHaveText('1 here');
  await say(reader, 'In here only');
  await expect(messages(reader)).toHaveText(['In here only']);
  await reader.getByRole('button', { name: '# lobby' }).click();
  await expect(reader.locator('#room')).toHaveText('# lobby');
  await expect(messages(reader).filter({ hasText: 'In here only' })).toHaveCount(0);
  await reader.getByRole('button', { name: '# engineering' }).click();
  await expect(messages(reader)).toHaveText(['In here only']);
  expect(opened.filter((request) => /^GET .*_sse/.test(request))).toEqual([]);
  expect(opened.filter((request) => /^DELETE .*_sse/.test(request))).not.toEqual([]);
});

test('a wrong password is told, and nobody chats without signing in', async ({ visit, server }) => {
  const page = await visit('chat.html');
  await page.getByLabel('Name').fill('reader');
  await page.getByLabel('Password').fill('wrong');
  await page.locator('.sign-in .primary').click();
  await expect(page.getByRole('alert')).toHaveText('Name or password are wrong.');
  await expect(page.locator('#chat')).toBeHidden();
  await picture(page, 'sign-in');
  await signIn(page, 'reader');
  await expect(state(page)).toHaveText('connected');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.locator('#chat')).toBeHidden();

  const address = 'api/chat/lobby/messages?key=1';
  const { status, body } = await server.call('POST', address, { body: 'hi', type: 'text/plain' });
  expect({ status, detail: body.detail }).toEqual({ status: 401, detail: 'Sign in first.' });
});

test('nobody speaks in the name of another, or replaces what another has said', async ({
  visit,
  server,
}) => {
  const reader = await visit('chat.html#random', { as: 'reader' });
  await expect(state(reader)).toHaveText('connected');
  const earlier = await messages(reader).allTextContents();
  const say = (user, text) =>
    server.call('POST', 'api/chat/random/messages?key=the-same', {
      user,
      body: text,
      type: 'text/plain',
    });
  expect(await say('premium', 'Mine')).toMatchObject({ status: 200, body: { from: 'premium' } });
  expect(await say('premium', 'Mine once more')).toMatchObject({ status: 200 });
  expect(await say('admin', 'Not yours')).toMatchObject({ status: 200, body: { from: 'admin' } });
  await expect(messages(reader)).toHaveText([...earlier, 'Mine', 'Not yours']);
  await reader.reload();
  await expect(messages(reader)).toHaveText([...earlier, 'Mine', 'Not yours']);

  const forged = { body: JSON.stringify({ key: '1', from: 'reader', text: 'Forged' }) };
  expect(await server.call('POST', 'api/broadcast/chat/random', forged)).toMatchObject({
    status: 403,
  });
});

test('the number of people here is the newest, however late the room is loaded', async ({
  visit,
}) => {
  const reader = await visit('chat.html#engineering', { as: 'reader' });
  await expect(here(reader)).toHaveText('1 here');
  const premium = await visit('chat.html', { as: 'premium' });
  await expect(here(premium)).toHaveText(/here$/);
  // the answer of the time before anybody else came, held back until somebody has
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await premium.route('**/api/chat/engineering', async (route) => {
    const response = await route.fetch();
    await held;
    const body = { ...(await response.json()), here: { count: 41, people: [] } };
    await route.fulfill({ response, json: body });
  });
  const loading = premium.waitForRequest('**/api/chat/engineering');
  await premium.getByRole('button', { name: '# engineering' }).click();
  await loading;
  const admin = await visit('chat.html#engineering', { as: 'admin' });
  await expect(here(admin)).toHaveText('3 here');
  await expect(here(premium)).toHaveText('3 here');
  const loaded = premium.waitForResponse('**/api/chat/engineering');
  release();
  await (await loaded).finished();
  await expect(here(premium)).toHaveText('3 here');
  await expect(here(reader)).toHaveText('3 here');
});

test('a tab keeps no password, and its token ends when its user signs out', async ({
  visit,
  server,
}) => {
  const page = await visit('chat.html', { as: 'reader' });
  await expect(state(page)).toHaveText('connected');
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  const { token } = JSON.parse(JSON.parse(kept)['heliograph-demo']);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(kept).not.toContain(btoa('reader:reader'));

  const whoIs = (secret) =>
    fetch(`${server.url}api/me`, {
      headers: { authorization: `Basic ${btoa(`reader:${secret}`)}` },
    });
  expect(await (await whoIs(token)).json()).toEqual({ name: 'reader' });
  const ended = page.waitForResponse(
    (response) =>
      response.request().method() === 'DELETE' && response.url().includes('/me/tokens/'),
  );
  await page.getByRole('button', { name: 'Sign out' }).click();
  await ended;
  const after = await whoIs(token);
  expect([401, '{}']).toContain(after.status === 401 ? 401 : await after.text());

  await page.reload();
  await expect(page.locator('#welcome')).toBeVisible();
});

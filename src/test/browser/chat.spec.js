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
});

test('what somebody writes stays text', async ({ visit, server }) => {
  const admin = await visit('chat.html#random', { as: 'admin' });
  await expect(here(admin)).toHaveText('1 here');
  const text = '<img src=x onerror="document.title = 1"><b>bold</b>';
  await say(admin, text);
  await server.call('POST', 'api/broadcast/chat/random', {
    body: JSON.stringify({ text, from: text }),
  });
  await expect(messages(admin)).toHaveText([text, text]);
  await expect(admin.locator('#messages b')).toHaveText(['admin', text]);
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
  expect({ status, detail: body.detail }).toEqual({ status: 401, detail: 'Sign in to chat.' });
});

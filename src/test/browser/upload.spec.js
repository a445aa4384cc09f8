import { createHash, randomBytes } from 'node:crypto';
import { expect, picture, state, test } from './support/test.js';

const MEGABYTE = 1_000_000;

const file = (name, size) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: randomBytes(size),
});
const upload = (page, name) => page.locator('.upload', { hasText: name });

test('a file is uploaded, and its bar follows what the server has read', async ({ visit }) => {
  const page = await visit('upload.html', { as: 'reader' });
  await expect(state(page)).toHaveText('connected');
  const photo = file('holiday.raw', 6 * MEGABYTE);
  await page.getByLabel('Choose files').setInputFiles([photo, file('notes.txt', 300)]);

  const bar = upload(page, 'holiday.raw').getByRole('progressbar');
  await expect.poll(() => bar.evaluate((it) => it.value)).toBeGreaterThan(20);
  expect(await bar.evaluate((it) => it.value)).toBeLessThan(100);
  await picture(page, 'upload');

  const sha256 = createHash('sha256').update(photo.buffer).digest('hex');
  await expect(upload(page, 'holiday.raw')).toContainText(`Complete. SHA-256 ${sha256}`);
  await expect(upload(page, 'holiday.raw').locator('.percent')).toHaveText('100 %');
  await expect(upload(page, 'notes.txt')).toHaveAttribute('data-state', 'complete');
  await picture(page, 'upload-complete');
});

test('a visitor without a large file sends a sample', async ({ visit }) => {
  const page = await visit('upload.html', { as: 'reader' });
  await page.getByLabel('Speed of reading').selectOption('as fast as it comes');
  await page.getByRole('button', { name: 'Send a sample' }).click();
  const sha256 = createHash('sha256').update(Buffer.alloc(8_000_000)).digest('hex');
  await expect(upload(page, 'sample.bin')).toContainText(`Complete. SHA-256 ${sha256}`);
});

test('an upload can be cancelled', async ({ visit }) => {
  const page = await visit('upload.html', { as: 'reader' });
  await page.getByLabel('Choose files').setInputFiles(file('large.iso', 20 * MEGABYTE));
  await expect(upload(page, 'large.iso')).toHaveAttribute('data-state', 'progress');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(upload(page, 'large.iso')).toContainText('Cancelled.');
});

test('an upload whose page is closed ends on the server too', async ({ visit, server }) => {
  const page = await visit('upload.html', { as: 'reader' });
  const followed = page.waitForRequest((request) => request.method() === 'PUT');
  await page.getByLabel('Choose files').setInputFiles(file('large.iso', 20 * MEGABYTE));
  const [, id] = /uploads\/([^?]+)/.exec((await followed).url());
  await expect(upload(page, 'large.iso')).toHaveAttribute('data-state', 'progress');
  await page.close();

  const told = await fetch(`${server.url}_sse?format=plain&lastEventId=0.0&channel=uploads/${id}`);
  const text = await textUntil(told.body, /event: error\n.*\n\n/);
  expect(text).toContain('event: progress\n');
  expect(text).toContain('The connection broke before all of the file was here.');
});

/** Reads a stream until something has come. */
async function textUntil(body, pattern) {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (pattern.test(text)) break;
  }
  return text;
}

test('the server tells an error on the channel of the upload', async ({ visit }) => {
  const page = await visit('upload.html', { as: 'reader' });
  // a body that is not as long as it was said to be
  await page.route('**/api/uploads?size=*', (route) =>
    route.continue({
      url: route
        .request()
        .url()
        .replace(/size=\d+/, 'size=5000000'),
    }),
  );
  await page.getByLabel('Choose files').setInputFiles(file('short.bin', MEGABYTE));
  await expect(upload(page, 'short.bin')).toContainText('The file has another size than was said.');
  await expect(upload(page, 'short.bin')).toHaveAttribute('data-state', 'error');
});

test('what is too large, unknown or sent twice is refused, and an unknown channel too', async ({
  server,
}) => {
  expect(await server.call('POST', 'api/uploads?size=1')).toMatchObject({ status: 401 });
  const user = 'premium';
  const tooLarge = await server.call('POST', 'api/uploads?size=9999999999', { user });
  expect(tooLarge).toMatchObject({
    status: 413,
    body: { detail: 'A file may have 256 MB at most.' },
  });
  expect(await server.call('POST', 'api/uploads', { user })).toMatchObject({ status: 400 });
  const type = 'application/octet-stream';
  const unknown = await server.call('PUT', 'api/uploads/none', { user, body: 'x', type });
  expect(unknown).toMatchObject({ status: 404 });

  const { id } = (await server.call('POST', 'api/uploads?size=1', { user })).body;
  expect(id).toMatch(/^[\w-]{22}$/);
  const others = await server.call('PUT', `api/uploads/${id}`, { user: 'admin', body: 'x', type });
  expect(others).toMatchObject({ status: 404 });
  const first = await server.call('PUT', `api/uploads/${id}`, { user, body: 'x', type });
  expect(first).toMatchObject({ status: 204, body: '' });
  const second = await server.call('PUT', `api/uploads/${id}`, { user, body: 'x', type });
  expect(second).toMatchObject({ status: 409 });

  const stream = await server.call('GET', '_sse?channel=uploads/guessed');
  expect(stream.status).toBe(401);
  expect(
    (await server.call('GET', 'api/stats', { user: 'admin' })).body.subscribers,
  ).not.toHaveProperty([`uploads/${id}`]);
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './support/paths.js';
import { expect, test } from './support/test.js';

const installed = (path) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));
const SCRIPTS = { 'htmx.js': 'htmx.org/dist/htmx.js', 'sse.js': 'htmx-ext-sse/dist/sse.js' };

/** Opens the page of the documentation, with a channel of the test's own. */
async function open(page, base, channel) {
  const body = `<!DOCTYPE html>${(await documented()).replace('public/news', channel)}`;
  const answer = { contentType: 'text/html', body };
  await page.route('**/htmx.html', (route) => route.fulfill(answer));
  for (const [name, path] of Object.entries(SCRIPTS)) {
    await page.route(`**/${name}`, (route) => route.fulfill({ path: installed(path) }));
  }
  await page.goto(`${base}htmx.html`);
}

/** The script and the element as a reader copies them. */
async function documented() {
  const page = await readFile(join(root, 'src/docs/how-to/frameworks/htmx.md'), 'utf8');
  return page.match(/```html\n(<script src.*?)```/s)[1];
}

const items = (page) => page.locator('ul li');

const stories = (...numbers) => numbers.map((number) => `Story ${number}`);

/** A channel with its page, and what the test does with them. */
const story = test.extend({
  channel: async ({}, use, { testId }) => use(`public/htmx-${testId}`),

  /** Opens the page, and returns when it is subscribed. */
  open: async ({ page, server, wire, channel }, use) => {
    await use(async () => {
      await open(page, wire.url, channel);
      const subscribers = async () => (await server.call('GET', 'api/stats')).body.subscribers;
      await expect.poll(subscribers).toHaveProperty([channel], 1);
    });
  },

  send: async ({ server, channel }, use) => {
    await use((number) =>
      server.call('POST', `api/broadcast/${channel}?event=story`, {
        body: JSON.stringify(`<li>Story ${number}</li>`),
      }),
    );
  },
});

story(
  'htmx swaps in events, and resumes where a connection was cut',
  async ({ page, open, send, wire }) => {
    await open();
    await send(1);
    await expect(items(page)).toHaveText(stories(1));

    wire.cut();
    for (const number of [2, 3]) await send(number);
    wire.mend();
    await expect(items(page)).toHaveText(stories(1, 2, 3));
    await send(4);
    await expect(items(page)).toHaveText(stories(1, 2, 3, 4));
  },
);

story(
  'htmx misses nothing where the browser gives up, and another stream follows',
  async ({ page, open, send, wire }) => {
    await open();
    const failed = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.body.addEventListener('htmx:sseError', ({ detail: { source } }) => {
            if (source.readyState === EventSource.CLOSED) resolve('given up');
          });
        }),
    );
    await send(1);
    await expect(items(page)).toHaveText(stories(1));

    wire.refuse();
    expect(await failed).toBe('given up');
    for (const number of [2, 3]) await send(number);
    wire.mend();
    await expect(items(page)).toHaveText(stories(1, 2, 3));
    await send(4);
    await expect(items(page)).toHaveText(stories(1, 2, 3, 4));
  },
);

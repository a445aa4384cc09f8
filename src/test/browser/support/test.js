import { test as base, expect } from '@playwright/test';
import { target } from './paths.js';
import { Proxy } from './proxy.js';
import { Server } from './server.js';

export { expect };

// what Chromium says of a request that finds nobody, whose connection breaks, or that comes to a
// server before the application is there or that no longer knows a token; nothing else
const OUTAGE = new RegExp(
  '^Failed to load resource: (' +
    'net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|' +
    'SOCKET_NOT_CONNECTED)|' +
    'the server responded with a status of (401 \\(Unauthorized\\)|404 \\(Not Found\\)|500 \\(Internal Server Error\\)|503 \\(Service Unavailable\\)))$',
);

// and of one that was refused
const REFUSAL = /the server responded with a status of 40[03] /;

const WIDTHS = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

export const test = base.extend({
  /** Whether the test breaks connections, so that the browser may say so. */
  outage: [false, { option: true }],

  /** Whether the test does what the server refuses, so that the browser may say so. */
  refusals: [false, { option: true }],

  /** The demo, started once for all tests of a worker. */
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  /** A wire to the server that the test can cut. */
  wire: async ({ server }, use) => {
    const wire = await Proxy.start(server.port);
    await use(wire);
    wire.close();
  },

  /**
   * Opens a page of the demo as somebody with a browser of their own, or in the given one; each is
   * closed after the test. What that browser's console reports as an error fails the test.
   */
  visit: async ({ browser, server, outage, refusals }, use) => {
    const errors = [];
    const contexts = new Set();
    await use(async (path, { base = server.url, as, context } = {}) => {
      const own = context ?? (await browser.newContext({ reducedMotion: 'reduce' }));
      contexts.add(own);
      const page = await own.newPage();
      page.on('console', (message) => {
        if (message.location().url.endsWith('/api/me/tokens')) return; // a wrong password
        if (message.type() !== 'error' || (outage && OUTAGE.test(message.text()))) return;
        if (refusals && REFUSAL.test(message.text())) return;
        errors.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.stack}`));
      await page.goto(base + path);
      if (as) await signIn(page, as);
      return page;
    });
    await Promise.all([...contexts].map((context) => context.close()));
    expect(errors).toEqual([]);
  },
});

/** Signs in by the header's dialog, or the form that the page shows in its place. */
export async function signIn(page, name) {
  if (!(await page.getByLabel('Password').isVisible())) {
    await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
  }
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await expect(page.locator('.user')).toHaveText(name);
}

/** Keeps pictures of a page as it is now, at the widths of a desk and of a phone. */
export async function picture(page, name) {
  const size = page.viewportSize();
  await page.evaluate(() => scrollTo(0, 0));
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    await page.setViewportSize(viewport);
    await expectNoSideScroll(page);
    await page.screenshot({ path: target(`screenshots/${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: target(`screenshots/${name}-dark.png`) });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function expectNoSideScroll(page) {
  const overhang = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overhang).toBeLessThanOrEqual(0);
}

/** The state of the connection, as the header shows it. */
export const state = (page) => page.locator('.state');

/** What the header says of an interruption. */
export const banner = (page) => page.locator('.banner');

/** The time of the newest sample that a chart of the dashboard shows, in seconds. */
export const latest = async (plot) => Number(await plot.getAttribute('data-latest'));

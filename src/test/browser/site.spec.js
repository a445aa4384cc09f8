import { expect, test as base } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, target } from './support/paths.js';
import { serve } from './support/static-site.js';

const DOCS = join(root, 'src/docs');

const drawn = readdirSync(DOCS, { recursive: true })
  .filter((file) => file.endsWith('.md'))
  .map((file) => [file, readFileSync(join(DOCS, file), 'utf8').split('```mermaid\n').length - 1])
  .filter(([, diagrams]) => diagrams > 0);

const test = base.extend({
  site: async ({}, use) => {
    const site = await serve(target('site'));
    await use(site.url);
    site.close();
  },

  /** A page of the site. What its console reports as an error, or what it fetches elsewhere, fails the test. */
  reader: async ({ page, site }, use) => {
    const wrong = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.stack));
    page.on('request', (request) => request.url().startsWith(site) || wrong.push(request.url()));
    await use(page);
    expect(wrong.filter((what) => !what.startsWith('data:'))).toEqual([]);
  },
});

test('each diagram is drawn, in the colours of the page, with nothing from elsewhere', async ({
  reader,
  site,
}) => {
  expect(drawn.length).toBeGreaterThan(5);
  for (const [file, diagrams] of drawn) {
    await reader.goto(`${site}/${file.replace(/\.md$/, '.html')}`);
    await expect(reader.locator('.diagram svg'), file).toHaveCount(diagrams);
    await expect(reader.locator('.diagram', { hasText: 'Syntax error' }), file).toHaveCount(0);
  }
  const light = await reader.locator('.diagram').first().innerHTML();
  await reader.getByRole('switch').first().click();
  await expect(reader.locator('html')).toHaveClass(/dark/);
  await expect.poll(() => reader.locator('.diagram').first().innerHTML()).not.toBe(light);
  await reader.screenshot({ path: target('screenshots/site-dark.png'), fullPage: true });
});

test('a reader searches for what the log says and finds the page', async ({ reader, site }) => {
  await reader.goto(`${site}/`);
  await reader.screenshot({ path: target('screenshots/site.png') });
  await reader.getByRole('button', { name: 'Search' }).first().click();
  await reader.getByRole('searchbox').fill('ELY01177');
  await reader.getByRole('option').first().click();
  await expect(reader).toHaveURL(/troubleshooting/);
  await expect(reader.getByRole('heading', { level: 1 })).toContainText('Troubleshooting');
});

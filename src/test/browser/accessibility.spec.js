import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, state, test } from './support/test.js';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');

/** What axe finds wrong on the page as it is. */
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run()).violations);
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const PAGES = ['', 'chat', 'dashboard', 'upload', 'report', 'access', 'playground'];

for (const path of PAGES.map((name) => name && `${name}.html`)) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${path || 'the first page'} can be used by all, ${colorScheme}`, async ({ visit }) => {
      const page = await visit(path, { as: path === 'chat.html' ? 'reader' : undefined });
      await page.emulateMedia({ colorScheme });
      await expect(state(page)).toHaveText('connected');
      expect(await violations(page)).toEqual([]);
    });
  }
}

import { banner, expect, state, test } from './support/test.js';

/** Every page, and what somebody does on it that needs the server. */
const PAGES = {
  '': (page) => page.getByRole('button', { name: 'Announce' }).click(),
  'chat.html': async (page) => {
    await page.getByLabel('Message', { exact: true }).fill('Is anybody there?');
    await page.keyboard.press('Enter');
  },
  'dashboard.html': (page) => page.getByRole('button', { name: 'Stop reading' }).click(),
  'upload.html': (page) => page.getByRole('button', { name: 'Send a sample' }).click(),
  'report.html': (page) => page.getByRole('button', { name: 'Start' }).first().click(),
  'access.html': async (page) => {
    const header = page.getByRole('banner');
    await header.getByRole('button', { name: 'Sign out' }).click();
    await header.getByRole('button', { name: 'Sign in' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^admin/ })
      .click();
  },
  'playground.html': (page) => page.locator('#send').getByRole('button', { name: 'Send' }).click(),
};

/** More than any page has that can be focused. */
const MOST = 200;

/** What has the focus, whether one sees that, and whether it had the focus before. */
const focused = () => {
  const element = document.activeElement;
  if (element === document.body) return undefined;
  window.before ??= new WeakSet();
  const again = window.before.has(element);
  window.before.add(element);
  const shown = element.closest('label.drop') ?? element; // stands for its input
  const { top, bottom, left, right, width, height } = shown.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const header = document.querySelector('demo-header');
  const above = header.contains(element) ? 0 : header.getBoundingClientRect().bottom;
  const isTall = height > innerHeight - above;
  return {
    name: `${element.tagName} ${element.id} ${element.textContent.trim().slice(0, 30)}`,
    again,
    ring: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
    inSight: isTall
      ? top < innerHeight && bottom > above
      : top >= above - 1 && bottom <= innerHeight + 1 && left >= -1 && right <= innerWidth + 1,
    place: [top, bottom, left, right, width, above].map(Math.round).join(' '),
  };
};

for (const [path, act] of Object.entries(PAGES)) {
  const name = path || 'the first page';

  test.describe('without the server', () => {
    test.use({ outage: true });

    test(`${name} says in its own words that it cannot be reached`, async ({ visit, wire }) => {
      const page = await visit(path, { base: wire.url, as: 'reader' });
      await expect(state(page)).toHaveText('connected');
      wire.cut();
      await expect(state(page)).toHaveText('reconnecting');
      await expect(banner(page)).toHaveText(/^Connection lost, reconnecting/);
      await act(page);
      await expect(page.getByText('The server cannot be reached.').first()).toBeVisible();
      const text = await page.locator('body').innerText();
      expect(text).not.toMatch(/Failed to fetch|NetworkError|undefined|NaN|\[object/);
    });
  });

  test(`${name} can be used by the keyboard, which is always seen to be somewhere`, async ({
    visit,
  }) => {
    const page = await visit(path, { as: 'reader' });
    await expect(state(page)).toHaveText('connected');
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      for (const key of ['Tab', 'Shift+Tab']) {
        await page.evaluate(() => (window.before = undefined));
        let seen = 0;
        for (let pressed = 0; pressed < MOST; pressed++) {
          await page.keyboard.press(key);
          const now = await page.evaluate(focused);
          if (!now) continue; // the browser's own controls lie between the end and the beginning
          if (now.again) break;
          seen++;
          expect(now, `${width} px, ${key}`).toMatchObject({ ring: true, inSight: true });
        }
        expect(seen, `${width} px, ${key}`).toBeGreaterThan(10);
      }
    }
  });
}

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { contents } from '../.vitepress/contents.js';
import { APIS, DOCS, ROOT, TARGET, REPOSITORY } from '../.vitepress/paths.js';

const walk = (folder, ending) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));

const sources = walk(DOCS, '.md').map((file) => relative(DOCS, file));
// of Javadoc and TypeDoc their own makers answer for the links
const isPage = (file) => !/^(java|typescript)\//.test(relative(TARGET, file));
const pages = new Map(
  walk(TARGET, '.html')
    .filter(isPage)
    .map((file) => [file, readFileSync(file, 'utf8')]),
);

const hrefs = (html) => [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)].map(([, href]) => href);

const ids = (html) => new Set([...html.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id));

const decoded = (text) => decodeURIComponent(text.replaceAll('&amp;', '&'));

function isDead(file, href) {
  if (href.startsWith(`${REPOSITORY}/`)) {
    const path = href.slice(REPOSITORY.length).match(/^\/(?:blob|tree)\/main\/([^#]*)/)?.[1];
    return path !== undefined && !existsSync(join(ROOT, decoded(path)));
  }
  if (/^[a-z]+:/.test(href)) return false;
  const [path, anchor] = href.split('#', 2);
  const base = path.startsWith('/') ? TARGET : dirname(file);
  const found =
    path === '' ? file : join(base, decoded(path.endsWith('/') ? `${path}index.html` : path));
  if (!existsSync(found)) return true;
  return Boolean(anchor) && pages.has(found) && !ids(pages.get(found)).has(decoded(anchor));
}

test('each page of the documentation is a page of the site', () => {
  const built = sources.map((page) =>
    page.replace(/^README\.md$/, 'index.md').replace(/\.md$/, '.html'),
  );
  assert.deepEqual(
    built.filter((page) => !pages.has(join(TARGET, page))),
    [],
  );
});

test('each page stands in the sidebar', () => {
  const all = ({ link, items = [] }) => [link, ...items.flatMap(all)];
  const linked = new Set(
    contents()
      .flatMap(all)
      .map((link) => `${link?.slice(1)}.md`),
  );
  assert.deepEqual(
    sources.filter((page) => page !== 'README.md' && !linked.has(page)),
    [],
  );
});

test('no link is dead, be it to a page, to a heading or into the repository', () => {
  const dead = [...pages].flatMap(([file, html]) =>
    hrefs(html)
      .filter((href) => isDead(file, href))
      .map((href) => `${relative(TARGET, file)}: ${href}`),
  );
  assert.ok([...pages.values()].flatMap(hrefs).length > 1000, 'links were found');
  assert.deepEqual(dead, []);
});

test('a link that leads nowhere would be noticed', () => {
  const page = join(TARGET, 'how-to/resume.html');
  for (const href of [
    '#nowhere',
    '/how-to/nowhere.html',
    '/servers.html#nowhere',
    `${REPOSITORY}/blob/main/nowhere`,
  ]) {
    assert.ok(isDead(page, href), href);
  }
  assert.ok(!isDead(page, '/servers.html#http2'));
});

test('nothing is fetched from elsewhere', () => {
  const remote = /<(?:script|img|iframe|link)\b[^>]*?\b(?:src|href)="(?:https?:)?\/\/[^"]*"/g;
  const found = [...pages].flatMap(([file, html]) =>
    (html.match(remote) ?? []).map((tag) => `${file}: ${tag}`),
  );
  const styles = walk(TARGET, '.css')
    .filter(isPage)
    .filter((file) => /url\(["']?(https?:)?\/\//.test(readFileSync(file, 'utf8')));
  assert.deepEqual([found, styles], [[], []]);
});

test('pages can be searched for by their words', () => {
  const index = walk(TARGET, '.js').find(
    (file) => /localSearchIndex/.test(file) && file.includes('chunks'),
  );
  assert.match(readFileSync(index, 'utf8'), /WELD-001408|weld/);
});

test('each module that npm exports is documented', () => {
  const json = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  const { exports } = json('src/main/typescript/package.json');
  const modules = Object.values(exports)
    .map((entry) => entry.default)
    .filter(Boolean)
    .map((file) => file.replace('./dist/', '../main/typescript/src/').replace(/\.js$/, '.ts'));
  assert.deepEqual(json('src/site/typedoc.json').entryPoints.toSorted(), modules.toSorted());
});

const made = Object.values(APIS).every(existsSync);

test(
  'where the interfaces were documented, they are part of the site',
  { skip: !made && 'made by -Psite only' },
  () => {
    assert.ok(existsSync(join(TARGET, 'java/org/heliograph/Channels.html')));
    assert.ok(existsSync(join(TARGET, 'typescript/index.html')));
  },
);

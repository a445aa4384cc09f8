import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { DOCS } from './paths.js';

const LINK = /\[([^\]]+)\]\(([^)#:]+)\.md\)/g;

const read = (page) => readFileSync(join(DOCS, `${page}.md`), 'utf8');

/**
 * The sidebar: the headings of the index and the pages that are linked below each, in their order, so
 * that a new page is listed in one place only. A page that is linked twice counts where it comes first.
 */
export function contents() {
  const seen = new Set(['README']);
  return read('README')
    .split(/^## /m)
    .slice(1)
    .map((section) => ({ text: section.split('\n', 1)[0], items: entries(section, '.', seen) }));
}

function entries(text, folder, seen) {
  return [...text.matchAll(LINK)]
    .map(([, title, link]) => [title, posix.join(folder, link)])
    .filter(([, page]) => !page.startsWith('..') && !seen.has(page) && seen.add(page))
    .map(([title, page]) => ({ text: title, link: `/${page}`, ...within(page, seen) }));
}

/** The pages that a list of its own leads to. */
function within(page, seen) {
  if (!page.endsWith('/index')) return {};
  return { collapsed: true, items: entries(read(page), posix.dirname(page), seen) };
}

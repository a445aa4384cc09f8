import { statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DOCS, REPOSITORY, ROOT } from './paths.js';

/**
 * Links from a page to a file that is no page lead into the repository, as they do on GitHub; those to
 * the README lead to the index.
 */
export function linkOutside(md) {
  md.core.ruler.push('link-outside', ({ env, tokens }) => {
    for (const { children } of tokens) {
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          token.attrSet('href', target(env.path, token.attrGet('href')));
        }
      }
    }
  });
}

function target(page, href) {
  if (/^(#|[a-z]+:)/.test(href)) return href;
  const [path, anchor] = href.split('#', 2);
  const file = join(dirname(page), path);
  const hash = anchor ? `#${anchor}` : '';
  if (file.endsWith('.md') && !relative(DOCS, file).startsWith('..')) {
    return path.replace(/(^|\/)README\.md$/, '$1index.md') + hash;
  }
  const kind = statSync(file).isDirectory() ? 'tree' : 'blob';
  return `${REPOSITORY}/${kind}/main/${relative(ROOT, file)}${hash}`;
}

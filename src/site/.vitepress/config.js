import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { contents } from './contents.js';
import { linkOutside } from './links.js';
import { anchor, diagrams } from './markdown.js';
import { APIS, DOCS, REPOSITORY, SITE, TARGET } from './paths.js';

// `mvn -Psite test` has made them; without them the site has no links to them
const api = Object.values(APIS).every(existsSync);
const vue = (file) => join(SITE, 'node_modules/vue', file);

export default defineConfig({
  title: 'Heliograph',
  description: 'Server-Sent Events by channel for Jakarta EE',
  lang: 'en',
  base: process.env.SITE_BASE ?? '/',
  srcDir: DOCS,
  outDir: TARGET,
  ignoreDeadLinks: 'localhostLinks',
  // GitHub shows the README of a folder; a site shows its index
  rewrites: { 'README.md': 'index.md' },
  markdown: {
    // what looks like a tag in a page is text, as are two braces
    html: false,
    anchor,
    languageAlias: { haproxy: 'nginx' },
    config: (md) => {
      md.use(diagrams);
      md.use(linkOutside);
    },
  },
  vite: {
    resolve: {
      // the pages lie outside of this folder, from where nobody finds its libraries
      alias: [
        { find: /^vue$/, replacement: vue('dist/vue.runtime.esm-bundler.js') },
        { find: /^vue\/server-renderer$/, replacement: vue('server-renderer/index.mjs') },
      ],
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Tutorial', link: '/how-to/tutorial' },
      { text: 'Settings', link: '/reference/settings' },
      { text: 'Errors', link: '/reference/errors' },
      ...(api
        ? [
            { text: 'Java API', link: '/java/index.html', target: '_self' },
            { text: 'TypeScript API', link: '/typescript/index.html', target: '_self' },
          ]
        : []),
    ],
    sidebar: contents(),
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
  },
  buildEnd: () => {
    for (const [name, made] of api ? Object.entries(APIS) : []) {
      cpSync(made, join(TARGET, name), { recursive: true });
    }
  },
});

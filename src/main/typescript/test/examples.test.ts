import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compile } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { compileScript, parse } from 'vue/compiler-sfc';
import { installed, root } from './support/installed.js';

/** Where the pages are whose examples are compiled. */
const HOW_TO = '../../docs/how-to';

const PAGES = ['client', 'streams', 'progress', 'llm', 'migration', 'testing-pages'].map(
  (page) => `${page}.md`,
);
const FRAMEWORKS = ['react', 'vue', 'svelte', 'angular', 'lit'].map(
  (page) => `frameworks/${page}.md`,
);

const home = installed(
  'react',
  'react-dom',
  '@types/react',
  '@types/react-dom',
  'vue',
  'svelte',
  'lit',
  '@angular/core',
  'vitest',
  'msw',
);

/** What the examples leave to their reader. */
const NAMES = `
/// <reference types="svelte" />
declare module '*.vue' {
  const component: import('vue').Component;
  export default component;
}
declare function show(...values: unknown[]): void;
declare function refetch(): Promise<void>;
declare function render(page: number, signal: AbortSignal): Promise<void>;
declare const session: { token: string; renew(): Promise<void> };`;

const OPTIONS = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom', 'dom.asynciterable', 'dom.iterable'],
    types: [],
    jsx: 'react-jsx',
    experimentalDecorators: true, // those of Angular
    skipLibCheck: true,
  },
};

interface Block {
  readonly language: string;
  readonly code: string;
}

/** The examples of a page that have code in TypeScript. */
function blocks(page: string): Block[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/```(tsx?|vue|svelte)\n(.*?)```/gs)].map(
    ([, language = '', code = '']) => ({ language, code }),
  );
}

const pages = ['README.md', ...[...PAGES, ...FRAMEWORKS].map((page) => `${HOW_TO}/${page}`)];

/** The script of a component as the compiler of TypeScript takes it. */
const scriptOf = (code: string) => /<script[^>]*>\n(.*?)<\/script>/s.exec(code)?.[1] ?? '';

/** Writes the examples of a page, each as a file, and says how many there are. */
function write(page: string): number {
  const examples = blocks(page);
  examples.forEach(({ language, code }, at) => {
    const isTS = language.startsWith('ts');
    const name = /^\/\/ (\w+\.tsx?)\n/.exec(code)?.[1];
    const file = name ?? `example${at}.${isTS ? language : 'ts'}`;
    home.write(`${basename(page, '.md')}/${file}`, `${isTS ? code : scriptOf(code)}\nexport {};\n`);
  });
  return examples.length;
}

describe('the documentation', () => {
  it('has examples that compile, strictly, against the types', () => {
    for (const page of pages) expect(write(page), page).toBeGreaterThan(0);
    home.write('names.d.ts', NAMES);
    home.write('tsconfig.json', JSON.stringify(OPTIONS));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', home.path], { encoding: 'utf8' });
    expect(stdout).toBe('');
  }, 60_000);

  it('has components of Vue and Svelte that their compilers take', () => {
    const vue = blocks(`${HOW_TO}/frameworks/vue.md`).filter(({ language }) => language === 'vue');
    const svelte = blocks(`${HOW_TO}/frameworks/svelte.md`).filter(
      ({ language }) => language === 'svelte',
    );
    expect([vue.length, svelte.length]).toEqual([1, 2]);
    for (const { code } of vue) {
      const { descriptor, errors } = parse(code);
      expect(errors).toEqual([]);
      expect(compileScript(descriptor, { id: 'example', inlineTemplate: true }).content).toContain(
        'useChannel',
      );
    }
    for (const { code } of svelte) expect(compile(code, {}).warnings).toEqual([]);
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Window } from '../main/typescript/node_modules/happy-dom/lib/index.js';
import ts from '../main/typescript/node_modules/typescript/lib/typescript.js';
import { textsIn } from './webapp/page-texts.js';

// Every text of the pages and of their scripts has words in every language, and no words are left
// over of a text that has gone.

const WEBAPP = new URL('webapp/', import.meta.url);
const read = (name) => readFileSync(new URL(name, WEBAPP), 'utf8');
const named = (folder, pattern) =>
  readdirSync(folder, { recursive: true }).filter((name) => pattern.test(name));

const { DOMParser, Node } = new Window();
Object.assign(globalThis, { Node }); // as in a browser

const pages = named(WEBAPP, /^[^/]+\.html$/).flatMap((name) => {
  const { documentElement } = new DOMParser().parseFromString(read(name), 'text/html');
  return [...textsIn(documentElement)].map(({ text }) => text);
});
const scripts = named(WEBAPP, /^[^/]+\.js$/).flatMap(taggedTexts);
const texts = new Set([...pages, ...scripts]);

test('no style has a text, which nobody would translate', () => {
  const styles = named(WEBAPP, /^[^/]+\.css$/).map(read);
  assert.deepEqual(styles.join('\n').match(/content: ['"].*\p{Letter}.*/gu), null);
});

for (const file of named(new URL('languages/', WEBAPP), /^[^/]+\.js$/)) {
  const { default: language } = await import(new URL(`languages/${file}`, WEBAPP).href);

  test(`${language.name} has words for each text of the pages`, () => {
    assert.ok(texts.size > 200, `only ${texts.size} texts were found`);
    assert.deepEqual(missing([...texts], Object.keys(language.texts)), []);
  });

  test(`${language.name} has no words for a text that has gone`, () => {
    assert.deepEqual(missing(Object.keys(language.texts), [...texts]), []);
  });

  test(`${language.name} has each value and each link of a text`, () => {
    const all = Object.entries({ ...language.texts, ...language.server });
    const lossy = all.filter(([text, words]) => String(holes(text)) !== String(holes(words)));
    assert.deepEqual(lossy, []);
  });

  test(`${language.name} has words for what the server says in these very words`, () => {
    const said = saidByTheServer();
    const pieces = Object.keys(language.server).flatMap((text) => text.split(/\{\d+\}/));
    assert.deepEqual(
      pieces.filter((piece) => !said.includes(piece.replace(/^Unauthorized: /, ''))),
      [],
    );
  });
}

function missing(wanted, there) {
  return wanted.filter((text) => !there.includes(text));
}

function holes(text) {
  return [...text.matchAll(/\{\d+\}/g)].map(([hole]) => hole).sort();
}

/** The texts of a script that are to be translated: its templates with the tag t. */
function taggedTexts(name) {
  const found = [];
  const look = (node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 't') {
      found.push(textOf(node.template));
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(name, read(name), ts.ScriptTarget.Latest, true));
  return found;
}

function textOf(template) {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const spans = template.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`);
  return template.head.text + spans.join('');
}

/** All literals of the Java that says something to the pages; those that are joined are one. */
function saidByTheServer() {
  const folders = ['java/', '../main/java/'].map((folder) => new URL(folder, import.meta.url));
  const sources = folders.flatMap((folder) =>
    named(folder, /\.java$/).map((name) => readFileSync(new URL(name, folder), 'utf8')),
  );
  return sources
    .join('\n')
    .replace(/"\s*\+\s*"/g, '')
    .replace(/%\w/g, '\n');
}

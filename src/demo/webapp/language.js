import de from './languages/de.js';
import { textsIn } from './page-texts.js';

// The pages and their scripts are written in English. Each other language is a file that says its
// words for each of the English texts, and one name here.

const LANGUAGES = { en: { name: 'English', texts: {}, server: {} }, de };
const KEY = 'heliograph-language';

/** The languages there are, by their tags, each by its own name. */
export const names = Object.entries(LANGUAGES).map(([tag, { name }]) => ({ tag, name }));

/** The language of the page: what was chosen, or else the first of the browser's that there is. */
export const language =
  [localStorage.getItem(KEY), ...navigator.languages.map((wanted) => wanted.split('-')[0])].find(
    (tag) => Object.hasOwn(LANGUAGES, String(tag)),
  ) ?? 'en';

/** Has all pages in a language from now on, this one too. */
export function choose(tag) {
  localStorage.setItem(KEY, tag);
  location.reload();
}

const { texts, server } = LANGUAGES[language];

/** A text in the language of the page, with its values: t`Sent as ${id}`. */
export function t(parts, ...values) {
  const text = parts.reduce((before, part, index) => `${before}{${index - 1}}${part}`);
  return filled(texts[text] ?? text, values.map(written)).join('');
}

/** What the server says, which speaks English to everybody, as far as there are words for it. */
export function said(text) {
  for (const [english, words] of Object.entries(server)) {
    const values = patternOf(english).exec(text);
    if (values) return filled(words, values.slice(1)).join('');
  }
  return text;
}

/** Writes a number for people, with a fixed number of decimals if one is given. */
export function number(value, decimals) {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return value.toLocaleString(language, { ...digits, useGrouping: 'min2' });
}

/** Writes names one after the other: "reader and admin". */
export const list = (names) => new Intl.ListFormat(language).format(names);

const written = (value) => (typeof value === 'number' ? number(value) : value);

/** The pieces of a text, with a value in the place of each {0}, {1} and so on. */
function filled(text, values) {
  return text.split(/\{(\d+)\}/).map((piece, index) => (index % 2 ? values[piece] : piece));
}

function patternOf(english) {
  const pieces = english
    .split(/\{\d+\}/)
    .map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${pieces.join('(.*)')}$`, 's');
}

// Once, and before any other script has run: what they add to the page is in its language already.
for (const { text, elements, replace } of textsIn(document.documentElement)) {
  if (texts[text]) replace(filled(texts[text], elements));
}
document.documentElement.lang = language;
document.documentElement.dataset.translated = ''; // header.css shows the page

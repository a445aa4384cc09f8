import { language, number } from './language.js';

/**
 * Makes an element. What is put into it is text or elements, never HTML: nothing that a user has
 * written can become more than text.
 *
 * @returns {any} the element, whichever it is
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (typeof value === 'boolean') element.toggleAttribute(key, value);
    else if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** @returns {any} the element, of the kind that the page gives this id */
export const byId = (id) => document.getElementById(id);

/** Shows text in an element that is hidden while it has none. */
export function say(element, text = '') {
  element.textContent = text;
  element.hidden = !text;
}

/** Makes a name that nobody can guess, of 128 random bits. */
export function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const UNITS = ['B', 'kB', 'MB', 'GB'];

/** Writes a number of bytes for people. */
export function bytes(count) {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  const value = count / 1000 ** power;
  return `${number(value, power && value < 10 ? 1 : 0)} ${UNITS[power]}`;
}

/** Writes the time of a day for people; a day begins at 00:00:00, not at 24:00:00. */
export const clock = (milliseconds) =>
  new Date(milliseconds).toLocaleTimeString(language, { hourCycle: 'h23' });

/** Writes the time of a day without its seconds. */
export const minute = (milliseconds) =>
  new Date(milliseconds).toLocaleTimeString(language, {
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  });

/** Writes a day for people. */
export const day = (milliseconds) =>
  new Date(milliseconds).toLocaleDateString(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });

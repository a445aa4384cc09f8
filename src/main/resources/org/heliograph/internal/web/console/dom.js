/**
 * Makes an element. What is put into it is text or elements, never HTML: no name or data that a
 * stranger has chosen can become more than text.
 *
 * @returns {any} the element, whichever it is
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** @returns {any} the element, of the kind that the page gives this id */
export const byId = (id) => document.getElementById(id);

/** Shows text in an element that is hidden while it has none. */
export function say(element, text = '') {
  setText(element, text);
  element.hidden = !text;
}

/** Changes a text only if it is another one: what somebody has selected stays selected. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

const whole = new Intl.NumberFormat('en');

/** Writes a whole number for people. */
export const count = (number) => whole.format(number);

const UNITS = ['B', 'kB', 'MB', 'GB'];

/** Writes a number of bytes for people. */
export function bytes(number) {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, number)) / 3));
  const value = number / 1000 ** power;
  return `${power && value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`;
}

/** Writes a time of milliseconds for people, by its largest unit. */
export function duration(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  if (milliseconds < 1000) return `${milliseconds} ms`;
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86400)} d`;
}

import { make } from './dom.js';
import { t } from './language.js';

const DONE_MILLISECONDS = 2000;

/** Gives what is to be typed a button that copies it, where the browser lets pages copy. */
export function copyable(pre) {
  if (!navigator.clipboard) return; // a page that came over plain HTTP from another machine
  const button = make('button', { class: 'copy', click: () => copy(pre, button) }, t`Copy`);
  const box = make('div', { class: 'copyable' });
  pre.replaceWith(box);
  box.append(pre, button);
}

async function copy(pre, button) {
  try {
    await navigator.clipboard.writeText(pre.textContent);
    button.textContent = t`Copied`;
  } catch {
    button.textContent = t`Not allowed`; // by the browser's user
  }
  setTimeout(() => (button.textContent = t`Copy`), DONE_MILLISECONDS);
}

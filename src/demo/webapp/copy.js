import { make } from './dom.js';

const DONE_MILLISECONDS = 2000;

/** Gives what is to be typed a button that copies it, where the browser lets pages copy. */
export function copyable(pre) {
  if (!navigator.clipboard) return; // a page that came over plain HTTP from another machine
  const button = make('button', { class: 'copy', click: () => copy(pre, button) }, 'Copy');
  const box = make('div', { class: 'copyable' });
  pre.replaceWith(box);
  box.append(pre, button);
}

async function copy(pre, button) {
  try {
    await navigator.clipboard.writeText(pre.textContent);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Not allowed'; // by the browser's user
  }
  setTimeout(() => (button.textContent = 'Copy'), DONE_MILLISECONDS);
}

const ATTRIBUTES = ['alt', 'aria-label', 'data-empty', 'placeholder', 'title'];

/**
 * The texts of an element and of all within it, but for what is marked `translate="no"`. A text with
 * links or other elements in it is one text, which has {0}, {1} and so on in their places: another
 * language may have them in another order.
 *
 * @param {Element} element
 * @returns {Generator<{ text: string, elements: Element[], replace: (pieces: (string | Node)[]) => void }>}
 *   each text, the elements in it, and what puts others in its place
 */
export function* textsIn(element) {
  if (element.getAttribute('translate') === 'no') return;
  for (const name of ATTRIBUTES) {
    const text = element.getAttribute(name);
    const replace = (pieces) => element.setAttribute(name, pieces.join(''));
    if (text) yield { text, elements: [], replace };
  }
  const elements = [...element.children];
  const text = textOf(element);
  const replace = (pieces) => element.replaceChildren(...pieces);
  if (/\p{Letter}/u.test(text)) yield { text, elements, replace };
  for (const child of elements) yield* textsIn(child);
}

/** The text of an element itself, in which each element has a number. */
function textOf(element) {
  const pieces = [...element.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
    return node.nodeType === Node.ELEMENT_NODE ? `{${[...element.children].indexOf(node)}}` : '';
  });
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

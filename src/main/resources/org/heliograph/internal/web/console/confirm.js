import { byId, make, setText } from './dom.js';

/**
 * Asks whether something that cannot be undone is meant.
 *
 * @param {{ title: string, text: string, deed: string, channels?: string[] }} question with the
 *   channels of which one is to be chosen, if one is
 * @returns {Promise<string | undefined>} the channel, or an empty text where there is none to
 *   choose; undefined if it is not meant
 */
export function confirm({ title, text, deed, channels }) {
  const dialog = byId('confirm');
  if (dialog.open) return Promise.resolve(undefined); // of a second click
  setText(byId('confirm-title'), title);
  setText(byId('confirm-text'), text);
  setText(byId('confirm-yes'), deed);
  byId('confirm-choice').hidden = !channels;
  const choice = byId('confirm-channel');
  choice.replaceChildren(...(channels ?? []).map((name) => make('option', { value: name }, name)));
  return new Promise((answer) => {
    byId('confirm-yes').onclick = () => {
      answer(channels ? choice.value : '');
      dialog.close();
    };
    byId('confirm-no').onclick = () => dialog.close();
    dialog.onclose = () => answer(undefined); // of no effect after the answer
    dialog.showModal();
    byId('confirm-no').focus();
  });
}

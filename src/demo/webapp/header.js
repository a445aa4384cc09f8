import { make } from './dom.js';
import { choose, language, names, t } from './language.js';
import { session, signOut, user } from './session.js';
import { signInForm } from './sign-in.js';

const PAGES = {
  chat: t`Chat`,
  dashboard: t`Dashboard`,
  upload: t`Upload`,
  report: t`Report`,
  access: t`Access`,
  playground: t`Playground`,
};

/** The header of all pages: `<demo-header page="chat"></demo-header>`. */
class DemoHeader extends HTMLElement {
  #account = make('div', { class: 'account' });
  #dialog = make('dialog', { 'aria-label': t`Sign in` });

  connectedCallback() {
    const logo = make('img', { src: 'logo.svg', alt: '', width: '28', height: '28' });
    const links = Object.entries(PAGES).map(([page, title]) =>
      make('a', { href: `${page}.html`, 'aria-current': this.#isHere(page) }, title),
    );
    this.append(
      make('a', { class: 'skip', href: '#main', click: skip }, t`Skip to the content`),
      make(
        'header',
        {},
        make('a', { class: 'brand', href: './' }, logo, make('span', {}, 'Heliograph')),
        make('nav', { 'aria-label': t`Examples` }, ...links),
        this.#account,
        languages(),
      ),
      this.#dialog,
    );
    session.addEventListener('change', () => this.#showUser());
    this.#showUser();
  }

  #isHere(page) {
    return this.getAttribute('page') === page ? 'page' : undefined;
  }

  #showUser() {
    const button = user()
      ? make(
          'button',
          { class: 'plain sign', click: signOut, title: t`Signed in as ${user()}` },
          t`Sign out`,
        )
      : make('button', { class: 'plain sign', click: () => this.signIn() }, t`Sign in`);
    const name = user() ? [make('span', { class: 'badge user' }, user())] : [];
    // the browser asks for name and password by itself: the console knows nothing of the tab's token
    const link = { class: 'console', href: '_sse/console' };
    const console = user() === 'admin' ? [make('a', link, t`Console`)] : [];
    this.#account.querySelectorAll('.sign, .user, .console').forEach((old) => old.remove());
    this.#account.append(...console, ...name, button);
  }

  /** Asks a stranger to sign in; `then` is called when there is a user. */
  signIn(then = () => undefined) {
    if (user()) then();
    else this.#ask(then);
  }

  #ask(then) {
    const form = signInForm(() => {
      this.#dialog.close();
      then();
    });
    this.#dialog.replaceChildren(form);
    this.#dialog.showModal();
  }
}

/** What chooses the language of the pages: it shows a tag, and lies over it unseen. */
function languages() {
  const options = names.map(({ tag, name }) =>
    make('option', { value: tag, lang: tag, selected: tag === language }, name),
  );
  const change = ({ target }) => choose(target.value);
  const select = make('select', { 'aria-label': t`Language`, change }, ...options);
  return make('label', { class: 'language' }, language.toUpperCase(), select);
}

/** By hand, since the part of the address behind the # belongs to the page. */
function skip(event) {
  event.preventDefault();
  document.querySelector('main').focus();
}

customElements.define('demo-header', DemoHeader);

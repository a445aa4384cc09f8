import { make } from './dom.js';
import { session, signOut, user } from './session.js';
import { signInForm } from './sign-in.js';

const PAGES = {
  chat: 'Chat',
  dashboard: 'Dashboard',
  upload: 'Upload',
  report: 'Report',
  access: 'Access',
  playground: 'Playground',
};

/** The header of all pages: `<demo-header page="chat"></demo-header>`. */
class DemoHeader extends HTMLElement {
  #account = make('div', { class: 'account' });
  #dialog = make('dialog', { 'aria-label': 'Sign in' });

  connectedCallback() {
    const logo = make('img', { src: 'logo.svg', alt: '', width: '28', height: '28' });
    const links = Object.entries(PAGES).map(([page, title]) =>
      make('a', { href: `${page}.html`, 'aria-current': this.#isHere(page) }, title),
    );
    this.append(
      make('a', { class: 'skip', href: '#main', click: skip }, 'Skip to the content'),
      make(
        'header',
        {},
        make('a', { class: 'brand', href: './' }, logo, make('span', {}, 'Heliograph')),
        make('nav', { 'aria-label': 'Examples' }, ...links),
        this.#account,
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
          { class: 'plain sign', click: signOut, title: `Signed in as ${user()}` },
          'Sign out',
        )
      : make('button', { class: 'plain sign', click: () => this.signIn() }, 'Sign in');
    const name = user() ? [make('span', { class: 'badge user' }, user())] : [];
    // the browser asks for name and password by itself: the console knows nothing of the tab's token
    const link = { class: 'console', href: '_sse/console' };
    const console = user() === 'admin' ? [make('a', link, 'Console')] : [];
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

/** By hand, since the part of the address behind the # belongs to the page. */
function skip(event) {
  event.preventDefault();
  document.querySelector('main').focus();
}

customElements.define('demo-header', DemoHeader);

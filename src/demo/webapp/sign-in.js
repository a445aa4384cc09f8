import { make, say } from './dom.js';
import { t } from './language.js';
import { signIn } from './session.js';

const PERSONAS = { reader: t`team red`, premium: t`role premium`, admin: t`role admin` };

/** A form to sign in with; `done` is called when somebody has. */
export function signInForm(done) {
  const name = make('input', { name: 'name', autocomplete: 'username', required: true });
  const password = make('input', {
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
    required: true,
  });
  name.autocapitalize = 'off';
  const error = make('p', { class: 'error', role: 'alert', hidden: true });

  const submit = async (event) => {
    event.preventDefault();
    say(error);
    try {
      await signIn(name.value.trim(), password.value);
      done?.();
    } catch (failure) {
      say(error, failure.message);
    }
  };

  const form = make('form', { class: 'sign-in', submit });
  const become = (persona) => () => {
    name.value = password.value = persona; // the demo's passwords are the names
    form.requestSubmit();
  };
  const personas = Object.entries(PERSONAS).map(([persona, what]) =>
    make('button', { type: 'button', click: become(persona) }, persona, make('small', {}, what)),
  );
  form.append(
    make('div', { class: 'personas', role: 'group', 'aria-label': t`Sign in as` }, ...personas),
    make('p', { class: 'quiet' }, t`or with name and password (the password is the name):`),
    make('label', { class: 'field' }, t`Name`, name),
    make('label', { class: 'field' }, t`Password`, password),
    error,
    make('button', { class: 'primary' }, t`Sign in`),
  );
  return form;
}

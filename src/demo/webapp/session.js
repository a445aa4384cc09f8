// Who uses the pages of this tab. The browser's own dialog for basic authentication is never seen:
// the header is sent by hand, and with credentials 'omit' a 401 is an answer like any other.

const KEY = 'heliograph-demo';

/** Tells `change` when somebody signs in or out. */
export const session = new EventTarget();

/** The name of the user, if one has signed in. */
export const user = () => stored()?.name;

/** The headers that say who asks. */
export function authorization() {
  const { authorization } = stored() ?? {};
  return authorization ? { authorization } : {};
}

/**
 * Signs in.
 *
 * @throws Error if name or password are wrong
 */
export async function signIn(name, password) {
  const utf8 = new TextEncoder().encode(`${name}:${password}`);
  const authorization = `Basic ${btoa(String.fromCharCode(...utf8))}`;
  const response = await fetch('api/me', { credentials: 'omit', headers: { authorization } });
  const known = response.ok && (await response.json()).name;
  if (known !== name) throw new Error('Name or password are wrong.');
  store({ name, authorization });
}

export const signOut = () => store(null);

/**
 * Calls the demo's REST endpoints as the user.
 *
 * @returns what the answer says; undefined if it is empty
 * @throws Error with what the server says is wrong
 */
export async function call(method, path, { body, type, signal } = {}) {
  const headers = { ...authorization(), ...(type && { 'content-type': type }) };
  const response = await fetch(path, { method, body, headers, signal, credentials: 'omit' });
  const text = await response.text();
  if (response.ok) return text ? JSON.parse(text) : undefined;
  throw new Error(problem(text) ?? `The server answers ${response.status}.`);
}

function problem(text) {
  try {
    return JSON.parse(text).detail;
  } catch {
    return undefined; // not of ours: an error page of the container or a proxy
  }
}

const stored = () => JSON.parse(sessionStorage.getItem(KEY));

function store(value) {
  sessionStorage.setItem(KEY, JSON.stringify(value));
  session.dispatchEvent(new Event('change'));
}

import { said, t } from './language.js';

// Who uses the pages of this tab. A password is sent once, for a token that stands in for it; the
// token is what the tab keeps. The browser's own dialog for basic authentication is never seen: the
// header is sent by hand, and with credentials 'omit' a 401 is an answer like any other.

const KEY = 'heliograph-demo';

/** Gone with this page: by it a token is renewed that the server no longer knows. */
let password;
let renewing;

/** Tells `change` when somebody signs in or out. */
export const session = new EventTarget();

/** The name of the user, if one has signed in. */
export const user = () => stored()?.name;

/** The headers that say who asks. */
export function authorization() {
  const { name, token } = stored() ?? {};
  return token ? { authorization: basic(name, token) } : {};
}

/**
 * Signs in.
 *
 * @throws Error if name or password are wrong
 */
export async function signIn(name, secret) {
  store(await tokenFor(name, secret));
  password = secret;
  session.dispatchEvent(new Event('change'));
}

/** Signs out: the token ends on the server too, unless that cannot be reached. */
export function signOut() {
  const { token } = stored() ?? {};
  const headers = authorization();
  if (token) request('DELETE', `api/me/tokens/${token}`, { headers }).catch(() => undefined);
  forget();
}

/** Gets another token after a 401; where there is no password, its user is signed out instead. */
export function renewToken() {
  renewing ??= renew().finally(() => (renewing = undefined));
  return renewing;
}

async function renew() {
  const name = user();
  if (!name) return;
  if (password === undefined) forget();
  else store(await tokenFor(name, password));
}

/**
 * Calls the demo's REST endpoints as the user.
 *
 * @param {string} method
 * @param {string} path
 * @param {{ body?: BodyInit, type?: string, headers?: Record<string, string>, signal?: AbortSignal }} options
 * @returns {Promise<any>} what the answer says; undefined if it is empty
 * @throws Error with what the server says is wrong
 */
export async function call(method, path, { body, type, headers, signal } = {}) {
  const send = () =>
    request(method, path, {
      body,
      headers: { ...headers, ...authorization(), ...(type && { 'content-type': type }) },
      signal,
    });
  let response = await send();
  if (response.status === 401 && user()) {
    await renewToken();
    response = await send();
  }
  const text = await response.text();
  if (response.ok) return text ? JSON.parse(text) : undefined;
  throw new Error(problem(text) ?? t`The server answered ${response.status}, without a reason.`);
}

const request = (method, path, init) => withoutDialog(path, { method, ...init });

/**
 * A `fetch` that keeps to the words of the demo: with credentials 'omit' the browser does not ask for
 * a password by itself after a 401, and where it says "Failed to fetch", or what its maker calls that,
 * the error says what it means.
 *
 * @param {string} url
 * @param {RequestInit} init
 */
export async function withoutDialog(url, init) {
  try {
    return await fetch(url, { ...init, credentials: 'omit' });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Error(t`The server cannot be reached.`, { cause: error });
  }
}

async function tokenFor(name, secret) {
  const headers = { authorization: basic(name, secret) };
  const response = await request('POST', 'api/me/tokens', { headers });
  const signedIn = response.ok && (await response.json());
  if (response.status === 401 || (signedIn && signedIn.name !== name)) {
    throw new Error(t`Name or password are wrong.`);
  }
  if (!signedIn) throw new Error(t`Signing in failed: the server answered ${response.status}.`);
  return signedIn;
}

function basic(name, secret) {
  const utf8 = new TextEncoder().encode(`${name}:${secret}`);
  return `Basic ${btoa(String.fromCharCode(...utf8))}`;
}

function problem(text) {
  try {
    return said(JSON.parse(text).detail);
  } catch {
    return undefined; // not of ours: an error page of the container or a proxy
  }
}

const stored = () => JSON.parse(sessionStorage.getItem(KEY));

const store = (value) => sessionStorage.setItem(KEY, JSON.stringify(value));

function forget() {
  password = undefined;
  store(null);
  session.dispatchEvent(new Event('change'));
}

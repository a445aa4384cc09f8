// What the page asks the server. The browser adds who asks, as it does for the page itself.

const here = location.pathname;

/** Where the streams are: the console is below it. */
export const endpoint = here.slice(0, here.lastIndexOf('/'));

/** Fetches one of the console's lists. */
export const look = (name, parameters = {}) =>
  ask(`${here}/${name}?${new URLSearchParams(parameters)}`);

/**
 * Has something done to streams, and returns to how many it was.
 *
 * @throws Error with what the server says is wrong
 */
export async function act(name, body) {
  const { streams } = await ask(`${here}/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Heliograph-Console': '1' },
    body: JSON.stringify(body),
  });
  return streams;
}

async function ask(url, init) {
  let response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    throw new Error('The server cannot be reached.', { cause: error });
  }
  const answer = parse(await response.text());
  if (response.ok && answer) return answer;
  throw new Error(
    answer?.detail ??
      (response.ok
        ? 'The server answered with something else: perhaps you have to sign in again.'
        : `The server answered ${response.status}.`),
  );
}

/** Reads JSON; what else comes is a page of the container or of a proxy. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { t } from './language.js';
import { withoutDialog } from './session.js';

/**
 * A `fetch` for a client that shows all that goes over the wire: requests with their answers, and
 * the frames of the stream, as they are.
 *
 * @param show called with a kind (`request`, `control`, `event` or `comment`) and text; returns a
 *   function that adds to the text
 */
export const watchedFetch = (show) => async (url, init) => {
  const body = init.body ? `\n${init.body}` : '';
  const position = init.headers.get('Last-Event-ID');
  const resume = position ? `\nLast-Event-ID: ${position}` : '';
  const id = init.headers.get('Heliograph-Client');
  const client = id ? `\nHeliograph-Client: ${id}` : '';
  const request = `${init.method ?? 'GET'} ${decodeURIComponent(url)}${resume}${client}${body}`;
  // at once: what it brings about may come before its answer
  const answered = show('request', withoutIds(request));
  try {
    const response = await withoutDialog(url, init);
    answered(`\n→ ${response.status} ${response.statusText}`);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    return isStream ? watched(response, show) : response;
  } catch (error) {
    answered(`\n→ ${init.signal?.aborted ? t`given up` : t`the server cannot be reached`}`);
    throw error;
  }
};

/** Who knows a client's id may change its channels: a log that others look at shows its beginning. */
const withoutIds = (text) =>
  text
    .replace(/("client": ?"[\w-]{6})[\w-]{16,}"/g, '$1…"')
    .replace(/(Heliograph-Client: [\w-]{6})[\w-]+/g, '$1…');

/** The same response, whose frames are shown as it is read. */
function watched({ body, status, headers }, show) {
  const decoder = new TextDecoder();
  let text = '';
  const watch = new TransformStream({
    transform(chunk, controller) {
      const frames = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
      text = frames.pop();
      for (const frame of frames) show(kindOf(frame), withoutIds(frame));
      controller.enqueue(chunk);
    },
  });
  return new Response(body.pipeThrough(watch), { status, headers });
}

function kindOf(frame) {
  if (/^event: ?hg\./m.test(frame)) return 'control';
  return /^data/m.test(frame) ? 'event' : 'comment';
}

import { copyable } from './copy.js';
import { byId, bytes } from './dom.js';
import { number } from './language.js';

// Any EventSource reads a stream of the application's own. A page that nobody sees has none: over
// HTTP/1.1 a browser opens six connections to a server, for all tabs together.
const AGAIN_MILLISECONDS = 2000;

let source;
let again;

function watch() {
  clearTimeout(again);
  source?.close();
  source = undefined;
  if (document.hidden) return;
  source = new EventSource('api/metrics');
  source.addEventListener('message', ({ data }) => {
    const { heap, threads, streams } = JSON.parse(data);
    byId('heap').textContent = bytes(heap);
    byId('threads').textContent = number(threads);
    byId('streams').textContent = number(streams);
  });
  source.addEventListener('error', lose);
}

/** What was so is not known to be so. A server that is being started may refuse: then EventSource gives up. */
function lose() {
  for (const id of ['heap', 'threads', 'streams']) byId(id).textContent = '–';
  if (source.readyState === EventSource.CLOSED) again = setTimeout(watch, AGAIN_MILLISECONDS);
}

document.addEventListener('visibilitychange', watch);
watch();

/** @type {NodeListOf<HTMLElement>} */
const lines = document.querySelectorAll('.curl');
for (const line of lines) {
  line.textContent = `curl -N '${new URL(line.dataset.path, location.href)}'`;
  copyable(line);
}

import { copyable } from './copy.js';
import { byId, bytes } from './dom.js';

// Any EventSource reads a stream of the application's own. A page that nobody sees has none: over
// HTTP/1.1 a browser opens six connections to a server, for all tabs together.
let source;

function watch() {
  source?.close();
  source = undefined;
  if (document.hidden) return;
  source = new EventSource('api/metrics');
  source.addEventListener('message', ({ data }) => {
    const { heap, threads, streams } = JSON.parse(data);
    byId('heap').textContent = bytes(heap);
    byId('threads').textContent = threads;
    byId('streams').textContent = streams;
  });
}

document.addEventListener('visibilitychange', watch);
watch();

/** @type {NodeListOf<HTMLElement>} */
const lines = document.querySelectorAll('.curl');
for (const line of lines) {
  line.textContent = `curl -N '${new URL(line.dataset.path, location.href)}'`;
  copyable(line);
}

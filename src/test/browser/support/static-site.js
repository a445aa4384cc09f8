import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves the files of a folder, as any web server would, until it is closed. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const asked = normalize(new URL(request.url, 'http://localhost').pathname);
    const path = asked.endsWith('/') ? `${asked}index.html` : asked;
    try {
      const body = await readFile(join(folder, path));
      response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end(); // a page that asks for it says so in its console
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readArticle } from './job';

/** Serves the sample article to this machine alone, whatever the address. @returns its port */
export function serveArticle(): Promise<number> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(readArticle());
  });
  // The browser's end is what ends this process, not the server.
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

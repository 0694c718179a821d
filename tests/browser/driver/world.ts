/**
 * The whole internet, as far as a browser under test can see: a forward proxy on this machine that answers the given
 * hosts from handlers, over http and https, and refuses and records everything else. So no test needs a network, and
 * a request that should not have been made is seen.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { removeFolder, temporaryFolder } from './leftovers';

export interface WorldRequest {
  url: URL;
  method: string;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

export interface WorldAnswer {
  status?: number;
  headers?: Record<string, string>;
  body: string | Uint8Array;
}

export type Handler = (request: WorldRequest) => WorldAnswer | Promise<WorldAnswer>;

/** Handlers by host name; `*.gov.cn` stands for every host under gov.cn. */
export type Hosts = Record<string, Handler>;

export interface World {
  readonly port: number;
  /** Addresses that were asked for and answered, in order. */
  readonly asked: string[];
  /** Addresses that were asked for and refused, in order. */
  readonly refused: string[];
  /** What was refused and is none of the browser's own housekeeping: must be empty when nothing may leave. */
  strays(): string[];
  close(): Promise<void>;
}

/** Update checks and the like, which Chromium and Firefox try by themselves. */
const HOUSEKEEPING =
  /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|org|net)|firefox\.com|mozaws\.net)$/;

/** @param secure false: https is refused like an unknown host, and openssl is not needed */
export async function startWorld(hosts: Hosts, { secure = true } = {}): Promise<World> {
  const asked: string[] = [];
  const refused: string[] = [];

  const listener = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host}`);
    const handler = handlerFor(hosts, url.hostname);
    if (!handler) {
      refused.push(url.href);
      response.writeHead(502).end('refused: the tests know no such host');
      return;
    }
    asked.push(url.href);
    answer(handler, url, request, response).catch((error) => response.writeHead(500).end(String(error)));
  };

  const secureServer = secure ? https.createServer(selfSigned(hosts), listener('https')) : undefined;
  const securePort = secureServer && (await listen(secureServer));
  const proxy = http.createServer(listener('http'));
  proxy.on('connect', (request, socket: net.Socket, head) => {
    const [host = ''] = (request.url ?? '').split(':');
    socket.on('error', () => socket.destroy());
    if (securePort === undefined || !handlerFor(hosts, host)) {
      refused.push(`https://${host}/`);
      socket.end('HTTP/1.1 502 refused\r\n\r\n');
      return;
    }
    const tunnel = net.connect(securePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      tunnel.write(head);
      tunnel.pipe(socket).pipe(tunnel);
    });
    tunnel.on('error', () => socket.destroy());
    socket.on('close', () => tunnel.destroy());
  });
  const port = await listen(proxy);

  return {
    port,
    asked,
    refused,
    strays: () => refused.filter((address) => !HOUSEKEEPING.test(new URL(address).hostname)),
    close: async () => {
      await Promise.all([stop(proxy), secureServer && stop(secureServer)]);
    },
  };
}

/** An HTML page as a server would send it. */
export function html(body: string, headers: Record<string, string> = {}): WorldAnswer {
  return { headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

function handlerFor(hosts: Hosts, name: string): Handler | undefined {
  if (hosts[name]) return hosts[name];
  const pattern = Object.keys(hosts).find((host) => host.startsWith('*.') && name.endsWith(host.slice(1)));
  return pattern === undefined ? undefined : hosts[pattern];
}

async function answer(handler: Handler, url: URL, request: IncomingMessage, response: ServerResponse) {
  const { method = 'GET', headers } = request;
  const answered = await handler({ url, method, headers, body: await buffer(request) });
  response.writeHead(answered.status ?? 200, answered.headers).end(answered.body);
}

function listen(server: http.Server | https.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: http.Server | https.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A certificate for these hosts that nobody vouches for: the drivers tell their browsers to accept it. */
function selfSigned(hosts: Hosts): { key: Buffer; cert: Buffer } {
  const folder = temporaryFolder('certificate');
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = ['localhost', ...Object.keys(hosts)].map((host) => `DNS:${host}`).join(',');
  const make = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=yandu-tests';
  try {
    execFileSync('openssl', [...make.split(' '), '-addext', `subjectAltName=${names}`, '-keyout', key, '-out', cert], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    removeFolder(folder);
  }
}

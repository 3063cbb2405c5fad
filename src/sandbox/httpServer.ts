import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

export type RunningServer = { readonly origin: string; readonly close: () => Promise<void> };

/**
 * Listens on loopback only.
 * @param port default: any
 */
export async function listen(handler: Handler, port = 0, hostname = '127.0.0.1'): Promise<RunningServer> {
  const server = createServer((request, response) => {
    void (async () => {
      try {
        await handler(request, response, new URL(request.url ?? '/', 'http://sandbox'));
      } catch (error) {
        process.stderr.write(`sandbox: ${String(error)}\n`);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      }
    })();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: actual } = server.address() as AddressInfo;
  return {
    origin: `http://${hostname}:${actual}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

export const readForm = async (request: IncomingMessage): Promise<URLSearchParams> =>
  new URLSearchParams(await text(request));

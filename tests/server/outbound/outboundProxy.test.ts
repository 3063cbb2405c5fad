import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutboundProxy } from '../../../src/server/config.js';
import { createHttpClient, type HttpRequest } from '../../../src/server/outbound/httpClient.js';
import { createProxyDispatcher } from '../../../src/server/outbound/outboundProxy.js';
import { makeCertificate } from '../../support/certificate.js';
import { startServer } from '../../support/startServer.js';

const folder = mkdtempSync(join(tmpdir(), 'proxy-'));
const pem = readFileSync(makeCertificate(folder, 'graph.example', 1).path, 'utf8');
const token = 'Bearer a-token';

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const answer = (request: IncomingMessage) =>
  JSON.stringify([request.headers.host, request.headers.authorization]);
const tlsTarget = createHttpsServer({ key: pem, cert: pem }, (request, response) =>
  response.end(answer(request)),
);
const plainTarget = createServer((request, response) => response.end(answer(request)));

/** Requests that the proxy received: CONNECT target, credentials, and the first bytes of the tunnel. */
let seen: { target: string | undefined; credentials: string | undefined; bytes: string }[];
let refusal: string | undefined;
const proxy = createServer();
proxy.on('connect', (request: IncomingMessage, client: Socket) => {
  const entry = { target: request.url, credentials: request.headers['proxy-authorization'], bytes: '' };
  seen.push(entry);
  client.on('error', () => undefined);
  if (refusal !== undefined) {
    client.end(`HTTP/1.1 ${refusal}\r\n\r\n`);
    return;
  }
  const target = connect(
    portOf(request.url?.endsWith(':443') === true ? tlsTarget : plainTarget),
    '127.0.0.1',
  );
  target.on('error', () => undefined);
  client.write('HTTP/1.1 200 Connection established\r\n\r\n');
  client.on('data', (chunk: Buffer) => (entry.bytes += chunk.toString('latin1')));
  client.pipe(target).pipe(client);
});

beforeAll(async () => {
  for (const server of [tlsTarget, plainTarget, proxy]) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
});
beforeEach(() => {
  seen = [];
  refusal = undefined;
});
afterAll(() => {
  for (const server of [tlsTarget, plainTarget, proxy]) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true });
});

async function ask(url: string, more: Partial<OutboundProxy> = {}, request: Partial<HttpRequest> = {}) {
  const address = `http://me:p%40ss@127.0.0.1:${portOf(proxy)}`;
  const configured = { httpProxy: address, httpsProxy: address, noProxy: '', ...more };
  const http = createHttpClient({
    attempts: 1,
    toProxied: (limits) => createProxyDispatcher(configured, { ...limits, requestTls: { ca: pem } }),
  });
  try {
    const { signal } = new AbortController();
    const headers = { authorization: token };
    const sent = await http.send({ url: new URL(url), headers, signal, deadlineMs: Infinity, ...request });
    return JSON.parse(sent.text) as unknown;
  } catch (error) {
    return error;
  } finally {
    await http.close();
  }
}

const credentials = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;

test('https uses a tunnel that the proxy cannot read', async () => {
  expect(await ask('https://graph.example/v1.0/me')).toEqual(['graph.example', token]);
  expect(seen).toMatchObject([{ target: 'graph.example:443', credentials }]);
  expect(seen[0]?.bytes).not.toBe('');
  expect(seen[0]?.bytes).not.toContain('a-token');
});

test('refuses a target with a certificate for another host through a proxy', async () => {
  expect(await ask('https://other.example/')).toMatchObject({ name: 'NoAnswer', reason: 'unreachable' });
  expect(seen).toMatchObject([{ target: 'other.example:443' }]);
});

test('http uses a tunnel to port 80', async () => {
  expect(await ask('http://graph.example/')).toEqual(['graph.example', token]);
  expect(seen).toMatchObject([{ target: 'graph.example:80', credentials }]);
});

test('HTTP_PROXY alone also applies to https', async () => {
  expect(await ask('https://graph.example/', { httpsProxy: undefined })).toEqual(['graph.example', token]);
  expect(seen).toHaveLength(1);
});

test.each(['127.0.0.1', 'localhost'])('requests to %s never use the proxy', async (host) => {
  expect(await ask(`http://${host}:${portOf(plainTarget)}/`)).toEqual([
    `${host}:${portOf(plainTarget)}`,
    token,
  ]);
  expect(seen).toEqual([]);
});

test.each(['graph.example', '.example', 'other, example', '*'])(
  'NO_PROXY %s matches graph.example',
  async (noProxy) => {
    expect(await ask('http://graph.example:1/', { noProxy })).toMatchObject({ name: 'NoAnswer' });
    expect(seen).toEqual([]);
  },
);

test.each(['raph.example', 'graph.example.org', 'graph'])(
  'NO_PROXY %s does not match graph.example',
  async (noProxy) => {
    expect(await ask('http://graph.example/', { noProxy })).toEqual(['graph.example', token]);
    expect(seen).toHaveLength(1);
  },
);

test('a direct request never uses the proxy', async () => {
  expect(await ask('http://graph.example:1/', {}, { isDirect: true })).toMatchObject({ name: 'NoAnswer' });
  expect(seen).toEqual([]);
});

test('throws NoAnswer if the proxy refuses', async () => {
  refusal = '407 Proxy Authentication Required';

  expect(await ask('https://graph.example/')).toMatchObject({ name: 'NoAnswer', reason: 'unreachable' });
});

test('the server uses the proxy of its environment for Entra and Graph', async () => {
  const address = `http://127.0.0.1:${portOf(proxy)}`;
  refusal = '403 Forbidden';
  const server = await startServer({
    env: { HTTPS_PROXY: address, AAD_APP_OAUTH_AUTHORITY_HOST: 'https://login.example' },
    keyRetryMs: 60_000,
  });
  const { status } = await server.get('/readyz');
  await server.close();

  expect(status).toBe(503);
  expect(seen.map(({ target }) => target)).toContain('login.example:443');
});

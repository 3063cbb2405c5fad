import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpClient } from '../../../src/server/outbound/httpClient.js';
import { makeCertificate } from '../../support/certificate.js';
import { createManualClock } from '../../support/manualClock.js';
import { freePort } from '../../support/startServer.js';

/** Sends one GET and returns its error. */
async function failureOf(origin: string): Promise<unknown> {
  const http = createHttpClient({ attempts: 1 });
  const { signal } = new AbortController();
  const failure: unknown = await http
    .send({ url: new URL(origin), signal, deadlineMs: Infinity })
    .catch((error: unknown) => error);
  await http.close();
  return failure;
}

describe('NoAnswer keeps the network’s error code:', () => {
  test('refused connection', async () => {
    expect(await failureOf(`http://127.0.0.1:${await freePort()}`)).toMatchObject({
      reason: 'unreachable',
      cause: { code: 'ECONNREFUSED' },
    });
  });

  test('self-signed certificate', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tls-'));
    const pem = readFileSync(makeCertificate(folder, 'localhost', 1).path, 'utf8');
    const server = createHttpsServer({ key: pem, cert: pem }).listen(0, '127.0.0.1');
    await once(server, 'listening');

    expect(await failureOf(`https://127.0.0.1:${(server.address() as AddressInfo).port}`)).toMatchObject({
      reason: 'unreachable',
      cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });
});

test.each(['7', '7.0'])('waits exactly as long as a Retry-After of %s', async (retryAfter) => {
  let asked = 0;
  const busy = createServer((_request, response) => {
    asked += 1;
    response.writeHead(asked === 1 ? 429 : 200, { 'retry-after': retryAfter }).end();
  }).listen(0, '127.0.0.1');
  await once(busy, 'listening');
  const clock = createManualClock();
  const http = createHttpClient({ clock });
  const url = new URL(`http://127.0.0.1:${(busy.address() as AddressInfo).port}`);
  const asking = http.send({ url, signal: new AbortController().signal, deadlineMs: Infinity });
  while (clock.sleeping().length === 0) await new Promise(setImmediate);

  expect(clock.sleeping()).toEqual([7_000]);
  clock.advance(6_999);
  expect(asked).toBe(1);
  clock.advance(1);
  expect((await asking).status).toBe(200);
  await http.close();
  await new Promise((resolve) => busy.close(resolve));
});

test('throws immediately if the signal aborts during the wait before a retry', async () => {
  const clock = createManualClock();
  const http = createHttpClient({ clock });
  const ending = new AbortController();
  const asking = http
    .send({
      url: new URL(`http://127.0.0.1:${await freePort()}`),
      signal: ending.signal,
      deadlineMs: Infinity,
    })
    .catch((error: unknown) => error);
  while (clock.sleeping().length === 0) await new Promise(setImmediate);
  ending.abort(new Error('the client closed the connection'));

  expect(await asking).toEqual(new Error('the client closed the connection'));
  await http.close();
});

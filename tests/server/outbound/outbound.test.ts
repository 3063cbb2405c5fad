import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { Agent } from 'undici';
import { Problem } from '../../../src/server/Problem.js';
import type { OutboundProxy } from '../../../src/server/config.js';
import {
  createHttpClient,
  receive,
  type HttpRequest,
  type NoAnswer,
} from '../../../src/server/outbound/httpClient.js';
import { createProxyDispatcher } from '../../../src/server/outbound/outboundProxy.js';
import {
  CallerGone,
  createRequestDeadline,
  inTime,
  OwnSignal,
  type Deadline,
} from '../../../src/server/time/Deadline.js';
import { systemClock } from '../../../src/server/time/clock.js';
import { makeCertificate } from '../../support/certificate.js';
import { createManualClock } from '../../support/manualClock.js';
import { freePort, startServer, until } from '../../support/startServer.js';

const open: AbortSignal = new AbortController().signal;
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = async <One extends Server>(server: One): Promise<One> => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
};

describe('the HTTP client', () => {
  test('NoAnswer keeps the network’s error code', async () => {
    const pem = makeCertificate('localhost', 1).both;
    const server = await listening(createHttpsServer({ key: pem, cert: pem }));
    const http = createHttpClient({ attempts: 1 });
    const codeOf = async (origin: string) => {
      const sent = http.send({ url: new URL(origin), signal: open, deadlineMs: Infinity });
      const { reason, code } = (await sent.catch((error: unknown) => error)) as NoAnswer;
      return `${reason}: ${code}`;
    };

    expect(await codeOf(`http://127.0.0.1:${await freePort()}`)).toBe('unreachable: ECONNREFUSED');
    expect(await codeOf(`https://127.0.0.1:${portOf(server)}`)).toBe(
      'unreachable: DEPTH_ZERO_SELF_SIGNED_CERT',
    );
    await http.close();
    server.close();
  });

  test.each(['7', '7.0'])('waits exactly as long as a Retry-After of %s', async (retryAfter) => {
    let asked = 0;
    const busy = await listening(
      createServer((_request, response) => {
        asked += 1;
        response.writeHead(asked === 1 ? 429 : 200, { 'retry-after': retryAfter }).end();
      }),
    );
    const clock = createManualClock();
    const http = createHttpClient({ clock });
    const url = new URL(`http://127.0.0.1:${portOf(busy)}`);
    const asking = http.send({ url, signal: open, deadlineMs: Infinity });
    while (clock.sleeping().length === 0) await new Promise(setImmediate);

    expect(clock.sleeping()).toEqual([7_000]);
    clock.advance(6_999);
    expect(asked).toBe(1);
    clock.advance(1);
    expect((await asking).status).toBe(200);
    await http.close();
    busy.close();
  });

  test('throws immediately if the signal aborts during the wait before a retry', async () => {
    const clock = createManualClock();
    const http = createHttpClient({ clock });
    const ending = new AbortController();
    const url = new URL(`http://127.0.0.1:${await freePort()}`);
    const asking = http.send({ url, signal: ending.signal, deadlineMs: Infinity }).catch(String);
    while (clock.sleeping().length === 0) await new Promise(setImmediate);
    ending.abort(new Error('the client closed the connection'));

    expect(await asking).toBe('Error: the client closed the connection');
    await http.close();
  });
});

describe('the outbound proxy', () => {
  const pem = makeCertificate('graph.example', 1).both;
  const token = 'Bearer a-token';

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
    await Promise.all([tlsTarget, plainTarget, proxy].map(listening));
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
  });

  async function ask(url: string, more: Partial<OutboundProxy> = {}, request: Partial<HttpRequest> = {}) {
    const address = `http://me:p%40ss@127.0.0.1:${portOf(proxy)}`;
    const configured = { httpProxy: address, httpsProxy: address, noProxy: '', ...more };
    const http = createHttpClient({
      attempts: 1,
      toProxied: (limits) => createProxyDispatcher(configured, { ...limits, requestTls: { ca: pem } }),
    });
    try {
      const headers = { authorization: token };
      const sent = await http.send({
        url: new URL(url),
        headers,
        signal: open,
        deadlineMs: Infinity,
        ...request,
      });
      return JSON.parse(sent.text) as unknown;
    } catch (error) {
      return error;
    } finally {
      await http.close();
    }
  }

  const credentials = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;

  test('https uses a tunnel that the proxy cannot read, also if only HTTP_PROXY is set', async () => {
    for (const more of [{}, { httpsProxy: undefined }])
      expect(await ask('https://graph.example/v1.0/me', more)).toEqual(['graph.example', token]);
    expect(seen).toMatchObject([
      { target: 'graph.example:443', credentials },
      { target: 'graph.example:443' },
    ]);
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

  test.each(['127.0.0.1', 'localhost'])('requests to %s never use the proxy', async (host) => {
    expect(await ask(`http://${host}:${portOf(plainTarget)}/`)).toEqual([
      `${host}:${portOf(plainTarget)}`,
      token,
    ]);
    expect(seen).toEqual([]);
  });

  test.each([
    ['graph.example', true],
    ['.example', true],
    ['other, example', true],
    ['*', true],
    ['raph.example', false],
    ['graph.example.org', false],
    ['graph', false],
  ])('NO_PROXY %s matches graph.example: %s', async (noProxy, isMatch) => {
    await ask('http://graph.example:1/', { noProxy });

    expect(seen).toHaveLength(isMatch ? 0 : 1);
  });

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
    });
    const { status } = await server.get('/readyz');
    await server.close();

    expect(status).toBe(503);
    expect(seen.map(({ target }) => target)).toContain('login.example:443');
  });
});

describe('receiving', () => {
  const answers: ServerResponse[] = [];
  const server = createServer((_request, response) => answers.push(response));
  const agent = new Agent({ connections: 1, pipelining: 1 });
  let origin: string;
  beforeAll(async () => {
    origin = `http://127.0.0.1:${portOf(await listening(server))}`;
  });
  afterEach(() => {
    answers.length = 0;
  });
  afterAll(async () => {
    await agent.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const ask = (signal = open) => receive(agent, { origin, path: '/', method: 'GET' }, signal);
  const arrived = async (count: number) => {
    while (answers.length < count) await new Promise(setImmediate);
  };

  test('joins the parts of a response, keeps split characters, and removes the byte order mark', async () => {
    const asking = ask();
    await arrived(1);
    const bytes = Buffer.from('\uFEFFé');
    answers[0]?.writeHead(203, { 'x-of': 'us' }).write(bytes.subarray(0, 4));
    await new Promise(setImmediate);
    answers[0]?.end(bytes.subarray(4));

    expect(await asking).toMatchObject({ status: 203, headers: { 'x-of': 'us' }, text: 'é' });
  });

  test('throws immediately and sends nothing if the signal is aborted, or aborts while waiting for a connection', async () => {
    const first = ask();
    await arrived(1);
    const leaving = new AbortController();
    const second = ask(leaving.signal);
    leaving.abort(new Error('the client closed the connection'));

    await expect(second).rejects.toThrow('the client closed the connection');
    await expect(ask(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    const third = ask();
    answers[0]?.end();
    await first;
    await arrived(2);
    answers[1]?.end('third');
    expect((await third).text).toBe('third');
    expect(answers).toHaveLength(2);
  });
});

type Asked = { readonly path: string; readonly body: string };
test.each([
  ['presence', ({ path }: Asked) => path.endsWith('/getPresencesByUserId')],
  ['photos', ({ body }: Asked) => body.includes('/photos/')],
])(
  'returns a list with names while all connections for %s hang',
  async (_, hangs) => {
    // The longest deadline, so that hanging requests still hang when the list arrives.
    const server = await startServer({ optionalMs: 9_000 });
    const { graph, ssoToken } = server.sandbox;
    const token = await ssoToken();
    graph.script = (request) => (hangs(request) ? 'handled' : undefined);
    // The number of connections per pool.
    const hanging = Array.from({ length: 128 }, async (_unused, index) => {
      const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
      await server.get(`/api/people?id=${id}`, { token }).catch(() => undefined);
      return 'too late: the hanging calls are over';
    });
    await until(() => graph.requests.filter(hangs).length === hanging.length);
    const list = server.get('/api/delegators', { token });

    expect(await Promise.race([list.then(({ body }) => body['value']), ...hanging])).toContainEqual(
      expect.objectContaining({ personStatus: 'found' }),
    );
    await graph.close();
    await Promise.all(hanging);
    await server.close();
  },
  30_000,
);

describe('deadlines', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const endless = new Promise<never>(() => undefined);

  const isTooLate = ({ signal }: Deadline) =>
    signal.reason instanceof Problem && signal.reason.reason.code === 'graph_timeout';

  test('aborts at its deadline, not before', async () => {
    const { deadline } = createRequestDeadline(10_000, 1_500);
    const ended = expect(inTime(endless, deadline)).rejects.toThrow('did not respond in time');

    jest.advanceTimersByTime(9_999);
    expect(deadline.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(isTooLate(deadline)).toBe(true);
    await ended;
  });

  test.each([
    ['when it is requested', 3_000, 1_500],
    ['and ends early enough to respond without it', 8_500, 500],
  ])('the deadline for optional data starts %s', (_, afterMs, ms) => {
    const { deadline } = createRequestDeadline(10_000, 1_500);
    jest.advanceTimersByTime(afterMs);
    const optional = deadline.startOptional();

    expect(optional.deadlineMs).toBe(Date.now() + ms);
    jest.advanceTimersByTime(ms - 1);
    expect(optional.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(isTooLate(optional)).toBe(true);
    expect(deadline.signal.aborted).toBe(false);
  });

  test('a disconnected client aborts all deadlines', async () => {
    const { deadline, abandon } = createRequestDeadline(10_000, 1_500);
    const side = deadline.startOptional();

    abandon();
    expect(deadline.signal.reason).toBeInstanceOf(CallerGone);
    expect(side.signal.reason).toBeInstanceOf(CallerGone);
    await expect(inTime(endless, side)).rejects.toThrow(CallerGone);
  });

  test('inTime returns results that are ready in time and does not cancel the others', async () => {
    const { deadline, abandon } = createRequestDeadline(10_000, 1_500);

    expect(await inTime(Promise.resolve('token'), deadline)).toBe('token');
    await expect(inTime(Promise.reject(new Error('no token')), deadline)).rejects.toThrow('no token');
    const waiting = inTime(endless, deadline);
    abandon();
    await expect(waiting).rejects.toThrow(CallerGone);
  });

  test('leaves no timer running after the response', () => {
    const { deadline, end } = createRequestDeadline(10_000, 1_500);
    deadline.startOptional();

    end();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('signals', () => {
  test('calls each listener once with the first reason and skips removed listeners', () => {
    const signal = new OwnSignal();
    const calls: string[] = [];
    const leave = () => calls.push('left');
    signal.addEventListener('abort', () => calls.push('first'));
    signal.addEventListener('abort', leave);
    signal.addEventListener('abort', () => calls.push('last'));
    signal.removeEventListener('abort', leave);
    expect(() => signal.throwIfAborted()).not.toThrow();

    signal.abort(new Error('over'));
    signal.abort(new Error('once more'));

    expect(calls).toEqual(['first', 'last']);
    expect(signal).toMatchObject({ aborted: true, reason: new Error('over') });
    expect(() => signal.throwIfAborted()).toThrow('over');
  });

  test.each(['before it starts', 'while it waits'])('sleep throws if the signal aborts %s', async (when) => {
    const signal = new OwnSignal();
    if (when === 'before it starts') signal.abort(new Error('over'));
    const waiting = systemClock.sleep(20_000, signal);
    signal.abort(new Error('over'));

    await expect(waiting).rejects.toThrow('over');
  });

  test('sleep resolves if the signal does not abort', async () => {
    await systemClock.sleep(1, new OwnSignal());
  });
});

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import { receive } from '../../../src/server/outbound/receive.js';

const answers: ServerResponse[] = [];
const server = createServer((_request, response) => answers.push(response));
const agent = new Agent({ connections: 1, pipelining: 1 });
let origin: string;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  answers.length = 0;
});
afterAll(async () => {
  await agent.close();
  await new Promise((resolve) => server.close(resolve));
});

const ask = (signal: AbortSignal = new AbortController().signal) =>
  receive(agent, { origin, path: '/', method: 'GET' }, signal);
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

test('throws immediately and sends nothing if the signal aborts while waiting for a connection', async () => {
  const first = ask();
  await arrived(1);
  const leaving = new AbortController();
  const second = ask(leaving.signal);
  leaving.abort(new Error('the client closed the connection'));

  await expect(second).rejects.toThrow('the client closed the connection');
  const third = ask();
  answers[0]?.end();
  await first;
  await arrived(2);
  answers[1]?.end('third');
  expect((await third).text).toBe('third');
  expect(answers).toHaveLength(2);
});

test('throws immediately and sends nothing if the signal is already aborted', async () => {
  const first = ask();
  await arrived(1);
  await expect(ask(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  answers[0]?.end();
  await first;

  expect(answers).toHaveLength(1);
});

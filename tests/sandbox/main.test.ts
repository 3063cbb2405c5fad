import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/repository.js';
import { runBuilt } from '../support/runBuilt.js';
import { until } from '../support/until.js';

const taken: Server[] = [];
afterEach(async () => {
  await Promise.all(taken.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function takePort(address: string): Promise<number> {
  const server = createServer().listen(0, address);
  await once(server, 'listening');
  taken.push(server);
  return (server.address() as AddressInfo).port;
}

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((found) => found?.address === '::1');

test('when both ports are in use it reports that, takes others, and prints the working address', async () => {
  // One is in use at one address, the other at all.
  const [port, hostPort] = [await takePort('127.0.0.1'), await takePort(hasIpv6 ? '::' : '0.0.0.0')];
  const env = { PATH: process.env['PATH'], PORT: String(port), SANDBOX_PORT: String(hostPort) };
  const child = spawn(process.execPath, [join(root, 'dist/sandbox/main.js')], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  await until(() => output.includes('Open'));
  const url = /Open {2}(\S+)/.exec(output)?.[1] ?? '';
  const tenant = (await (await fetch(`${url}tenant.json`)).json()) as { tabEndpoint: string };

  expect((await fetch(`${tenant.tabEndpoint}/readyz`)).status).toBe(200);
  expect((await fetch(url)).status).toBe(200);
  const actual = new URL(tenant.tabEndpoint).port;
  expect(output).toContain(`Port ${port} is in use, so the server uses ${actual}.\n`);
  expect(output).toContain(`Port ${hostPort} is in use, so the Teams window uses ${new URL(url).port}.\n`);
  expect(output).not.toMatch(/^\s+at /m);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await exit)[0]).toBe(0);
});

test('reports an invalid port in one line', async () => {
  expect(await runBuilt('sandbox/main', [], { PORT: 'http' })).toEqual({
    code: 1,
    out: '',
    problems: 'PORT: "http" is no port; it must be a number from 0 to 65535.\n',
  });
});

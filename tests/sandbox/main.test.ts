import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { until } from '../support/startServer.js';

/** The built entry point of `npm start`. */
const main = fileURLToPath(new URL('../../dist/sandbox/main.js', `file://${__filename}`));

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

function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'] ?? '', ...env } });
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output.text += String(chunk)));
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return { child, output, exit };
}

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((found) => found?.address === '::1');

test('when both ports are in use it reports that, takes others, and prints the working address', async () => {
  // One is in use at one address, the other at all.
  const [port, hostPort] = [await takePort('127.0.0.1'), await takePort(hasIpv6 ? '::' : '0.0.0.0')];
  const { child, output, exit } = start({ PORT: String(port), SANDBOX_PORT: String(hostPort) });
  await until(() => output.text.includes('Open'));
  const url = /Open {2}(\S+)/.exec(output.text)?.[1] ?? '';
  const tenant = (await (await fetch(`${url}tenant.json`)).json()) as { tabEndpoint: string };

  expect((await fetch(`${tenant.tabEndpoint}/readyz`)).status).toBe(200);
  expect((await fetch(url)).status).toBe(200);
  const actual = new URL(tenant.tabEndpoint).port;
  expect(output.text).toContain(`Port ${port} is in use, so the server uses ${actual}.\n`);
  expect(output.text).toContain(
    `Port ${hostPort} is in use, so the Teams window uses ${new URL(url).port}.\n`,
  );
  expect(output.text).not.toMatch(/^\s+at /m);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});

test('reports an invalid port in one line', async () => {
  const { output, exit } = start({ PORT: 'http' });

  expect(await exit).toBe(1);
  expect(output.text).toBe('PORT: "http" is no port; it must be a number from 0 to 65535.\n');
});

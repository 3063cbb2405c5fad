import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './freePort.js';
import { startSandbox } from './startSandbox.js';
import { teamsAppId } from './tenant.js';

/**
 * Entry point of `npm start`: starts the emulated tenant, then the real server as a separate process. Only
 * environment variables connect the two.
 */

const serverFile = fileURLToPath(new URL('../server/main.js', import.meta.url));
/** Milliseconds that the server may take to become ready. */
const readyMs = 60_000;

const wished = { server: readPort('PORT', 3978), host: readPort('SANDBOX_PORT', 3979) };
const port = await freePort(wished.server, [wished.host]);
const hostPort = await freePort(wished.host, [port]);
reportOtherPort('server', wished.server, port);
reportOtherPort('Teams window', wished.host, hostPort);

const sandbox = await startSandbox({
  tabEndpoint: `http://localhost:${port}`,
  hostPort,
  reloads: process.connected,
  // The benchmark delays the answers of Microsoft's services.
  delayMs: Number(process.env['SANDBOX_DELAY_MS'] ?? 0),
});

// Deleted with the sandbox, like all its data.
const dataFolder = await mkdtemp(join(tmpdir(), 'call-delegates-'));

// Pass only the variables that the server needs: none of the developer's own configuration may connect it to
// a real tenant.
const { PATH, HOME, METRICS_PORT, RATE_LIMIT_PER_MINUTE } = process.env;
const { LOG_LEVEL = 'warn', NOTIFICATIONS = 'on' } = process.env;
const serverEnv = {
  PATH,
  HOME,
  LOG_LEVEL,
  METRICS_PORT,
  RATE_LIMIT_PER_MINUTE,
  NOTIFICATIONS,
  TEAMS_APP_ID: NOTIFICATIONS === 'on' ? teamsAppId : '',
  PORT: String(port),
  DATA_DIR: dataFolder,
  ...sandbox.env,
};

let server = startServer();

function startServer(): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', serverFile], {
    env: serverEnv,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  child.once('exit', (code) => {
    if (process.connected)
      process.stderr.write('The server has ended. It starts again after the next change.\n');
    else void stop(code ?? 1);
  });
  return child;
}

const stop = async (code: number) => {
  server.kill('SIGTERM');
  await sandbox.close();
  await rm(dataFolder, { recursive: true, force: true });
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.removeAllListeners('exit');
    server.once('exit', () => void stop(0));
    server.kill('SIGTERM');
  });
}

// `npm run dev` requests a restart after each build.
process.on('message', () => {
  server.removeAllListeners('exit');
  const startAgain = () => {
    server = startServer();
    void untilReady(`http://localhost:${port}/readyz`).then((isReady) => {
      if (isReady) sandbox.reloadHost();
    });
  };
  if (server.exitCode !== null) {
    startAgain();
    return;
  }
  server.once('exit', startAgain);
  // On SIGTERM the server would wait for a load balancer.
  server.kill('SIGINT');
});
process.once('disconnect', () => void stop(0));

if (!(await untilReady(`http://localhost:${port}/readyz`)) && !process.connected) {
  process.stderr.write(`The server was not ready within ${readyMs / 1000} seconds.\n`);
  await stop(1);
}
process.stdout.write(
  `\nCall Delegates is running in an emulated tenant: fictional people, no Microsoft account, nothing leaves this machine.\n` +
    `Open  ${sandbox.hostUrl}\n\n`,
);

async function untilReady(url: string): Promise<boolean> {
  const endMs = Date.now() + readyMs;
  while (Date.now() < endMs && server.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function readPort(variable: string, otherwise: number): number {
  const text = process.env[variable] ?? String(otherwise);
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  process.stderr.write(`${variable}: "${text}" is no port; it must be a number from 0 to 65535.\n`);
  process.exit(1);
}

function reportOtherPort(what: string, wishedPort: number, actual: number): void {
  if (wishedPort !== 0 && wishedPort !== actual)
    process.stdout.write(`Port ${wishedPort} is in use, so the ${what} uses ${actual}.\n`);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SandboxOptions } from '../../src/sandbox/startSandbox.js';
import { createSandbox } from './createSandbox.js';
import { root } from './repository.js';
import { freePort, until } from './startServer.js';

export type ServedProcess = Awaited<ReturnType<typeof startServerProcess>>;

type Options = {
  /** Command line that runs the server. */
  readonly within?: readonly string[];
  /** Path of the built `main.js`. */
  readonly file?: string;
  readonly sandbox?: Partial<SandboxOptions>;
};

/** Starts the built server in its own process, with its own sandbox. Resolves when it is ready. */
export async function startServerProcess(
  env: Readonly<Record<string, string>>,
  { within = [], file = join(root, 'dist/server/main.js'), sandbox: sandboxOptions = {} }: Options = {},
) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const sandbox = await createSandbox({ tabEndpoint: `http://localhost:${port}`, ...sandboxOptions });
  const [command, ...args] = [...within, process.execPath, file];
  const child = spawn(command, args, {
    env: {
      PATH: process.env['PATH'] ?? '',
      ...sandbox.env,
      PORT: String(port),
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'silent',
      ...env,
    },
  });
  const ended = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${output}`);
    return (await fetch(`${origin}/readyz`).catch(() => undefined))?.status === 200;
  });
  /** Sends a signal. Resolves with the exit code. */
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  };
  return {
    origin,
    sandbox,
    /** Returns everything from standard output and standard error. */
    output: () => output,
    end,
    kill: async () => {
      await end('SIGKILL');
    },
    close: async () => {
      // SIGINT closes gracefully, but without the time to drain a load balancer.
      await end('SIGINT');
      await sandbox.close();
    },
  };
}

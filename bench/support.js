import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The folder that contains package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Starts a Node program on a free port of 127.0.0.1 and waits until `path` answers 200.
 * @param {string} file relative to the project
 * @param {Record<string, string>} env
 */
export async function start(file, env, path = '/') {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const startMs = performance.now();
  const child = spawn(process.execPath, [root + file], {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const endMs = Date.now() + 30_000;
  while (
    !(await fetch(origin + path).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > endMs) throw new Error(`${file} was not ready within 30 seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return {
    origin,
    startMs: performance.now() - startMs,
    /** @param {NodeJS.Signals} name */
    signal: (name) => child.kill(name),
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** @param {readonly number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** @param {readonly string[]} head @param {readonly (readonly (string | number)[])[]} rows */
export const toTable = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

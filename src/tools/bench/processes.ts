import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export type Running = {
  readonly origin: string;
  readonly pid: number | undefined;
  readonly startedMs: number;
  readonly stop: () => Promise<void>;
  /** `kill -9` */
  readonly kill: () => Promise<void>;
};

/** As the Dockerfile and `npm run serve` start the server. */
export const asServed = { NODE_OPTIONS: '--max-semi-space-size=8' };

/** Starts a built file (below `dist/`) on a port of its own; gives it back once `path` answers 200. */
export async function startBuilt(
  file: string,
  env: Readonly<Record<string, string>>,
  path: string,
): Promise<Running> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const startMs = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL(`../../${file}`, import.meta.url))], {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await until(async () => (await fetch(`${origin}${path}`)).status === 200);
  return {
    origin,
    pid: child.pid,
    startedMs: performance.now() - startMs,
    stop: () => stop(child),
    kill: () => stop(child, 'SIGKILL'),
  };
}

export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** Tries until it holds; throws after 30 seconds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const endMs = Date.now() + 30_000;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > endMs) throw new Error('It did not happen within 30 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

/** The value below which a share (0 to 1) of all lies. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const toTable = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

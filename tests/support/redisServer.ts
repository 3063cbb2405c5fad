import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createClient } from '@redis/client';
import { findRedis } from '../../scripts/findPrograms.js';
import { freePort, until } from './startServer.js';

export type RedisServer = {
  readonly url: string;
  readonly start: () => Promise<void>;
  /** Kills the process without notice to the clients. */
  readonly kill: () => Promise<void>;
  /** Stops all responses but keeps the connections open. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Runs commands on a separate connection. */
  readonly use: <Result>(action: (client: Client) => Promise<Result>) => Promise<Result>;
  readonly entries: () => Promise<ReadonlyMap<string, { readonly value: string; readonly ttlMs: number }>>;
};

type Client = ReturnType<typeof createClient>;

/** Creates a redis-server without persistence on a free port, without starting it. */
export async function createRedisServer(): Promise<RedisServer> {
  const program = findRedis();
  if (program === undefined) throw new Error('No redis-server found. `npm test` installs it.');
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let running: ChildProcess | undefined;

  async function use<Result>(action: (client: Client) => Promise<Result>) {
    const client: Client = createClient({ url });
    await client.connect();
    try {
      return await action(client);
    } finally {
      client.destroy();
    }
  }

  return {
    url,
    start: async () => {
      running = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' }); // prettier-ignore
      await until(async () => {
        try {
          return (await use((client) => client.ping())) === 'PONG';
        } catch {
          return false;
        }
      });
    },
    kill: async () => {
      if (running === undefined) return;
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
      running = undefined;
    },
    pause: () => void running?.kill('SIGSTOP'),
    resume: () => void running?.kill('SIGCONT'),
    use,
    entries: () =>
      use(async (client) => {
        const found = new Map<string, { value: string; ttlMs: number }>();
        for (const name of await client.keys('*')) {
          const value = (await client.type(name)) === 'string' ? await client.get(name) : null;
          found.set(name, { value: value ?? '', ttlMs: await client.pTTL(name) });
        }
        return found;
      }),
  };
}

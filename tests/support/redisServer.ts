import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createClient } from '@redis/client';
import { findProgram } from '../../scripts/findPrograms.js';
import { freePort, until } from './startServer.js';

export type RedisServer = Awaited<ReturnType<typeof createRedisServer>>;

type Client = ReturnType<typeof createClient>;

/** Creates a redis-server without persistence on a free port, without starting it. */
export async function createRedisServer() {
  const program = findProgram('redis-server');
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
    /** Kills the process without notice to the clients. */
    kill: async () => {
      if (running === undefined) return;
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
      running = undefined;
    },
    /** Stops all responses but keeps the connections open. */
    pause: () => void running?.kill('SIGSTOP'),
    resume: () => void running?.kill('SIGCONT'),
    /** Runs commands on a separate connection. */
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

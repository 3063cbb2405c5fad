import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export type Sandbox = {
  /** Address of the host's window. Ends with a slash. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

/** Starts the same processes as `npm start`, on free ports. Tests read more often than the rate limit allows a user. */
export async function startSandbox(env: NodeJS.ProcessEnv = {}): Promise<Sandbox> {
  const sandbox = spawn(process.execPath, ['dist/sandbox/main.js'], {
    env: { ...process.env, RATE_LIMIT_PER_MINUTE: '0', ...env, PORT: '0', SANDBOX_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readUrl(sandbox);
  return {
    url,
    stop: async () => {
      sandbox.kill('SIGTERM');
      await once(sandbox, 'exit');
    },
  };
}

async function readUrl(sandbox: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of sandbox.stdout ?? []) {
    text += String(chunk);
    const url = /Open {2}(\S+)/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The sandbox did not start: ${text}`);
}

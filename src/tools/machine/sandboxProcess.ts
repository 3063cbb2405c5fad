import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type SandboxProcess = {
  /** The page that frames the tab; ends with a slash. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

const main = fileURLToPath(new URL('../../../dist/sandbox/main.js', import.meta.url));

/** What `npm start` runs once it is built, on any free ports; given back once it says its address. */
export async function startSandboxProcess(
  environment: Readonly<Record<string, string>> = {},
): Promise<SandboxProcess> {
  const sandbox = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', SANDBOX_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(sandbox, 'exit');
  // Nothing of it outlives us, however we end.
  process.once('exit', () => sandbox.kill());
  const stop = async () => {
    sandbox.kill('SIGTERM');
    await ended;
  };
  let text = '';
  for await (const chunk of sandbox.stdout) {
    text += String(chunk);
    const url = /Open {2}(\S+)/.exec(text)?.[1];
    if (url !== undefined) return { url, stop };
  }
  throw new Error(`The sandbox did not start: ${text}`);
}

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort, stop } from './processes.js';

/** Milliseconds that the identity provider and Graph take for each answer. */
export const serviceMs = 150;

const root = new URL('../../../', import.meta.url);
const dist = new URL('dist/', root);

/** Builds the tab anew, with another configuration, beside the real one. Gives back the folder of both tab and sandbox. */
export function buildVariant(name: string): URL {
  const top = new URL(`bench/${name}/`, dist);
  rmSync(top, { recursive: true, force: true });
  // The pretend tenant reads the app's manifest, and serves the window of Teams in part as it is written.
  for (const part of ['dist/contract', 'dist/sandbox', 'dist/server', 'src/sandbox', 'appPackage']) {
    cpSync(new URL(part, root), new URL(part, top), { recursive: true });
  }
  const folder = new URL('dist/', top);
  const config = `src/tools/bench/${name}.webpack.js`;
  execFileSync(
    'npx',
    ['webpack', '--config', config, '--output-path', fileURLToPath(new URL('tab', folder))],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return folder;
}

/** What most tabs start from: HTML that shows nothing until the script does. */
export function takeSkeletonOut(folder: URL): void {
  const file = new URL('tab/tab.en.html', folder);
  let html = readFileSync(file, 'utf8');
  for (const part of [/<style>[\s\S]*?<\/style>/, /<div id="?skeleton\b[\s\S]*?(?=<div id="?root\b)/]) {
    if (!part.test(html)) throw new Error(`There is no ${part.source} to take out.`);
    html = html.replace(part, '');
  }
  writeFileSync(file, html);
}

/** Starts the sandbox of a folder; undefined: what `npm run build` made. */
export async function withSandbox<Result>(
  folder: URL | undefined,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  const sandbox = spawn(process.execPath, [fileURLToPath(new URL('sandbox/main.js', folder ?? dist))], {
    env: {
      ...process.env,
      PORT: String(await freePort()),
      SANDBOX_PORT: String(await freePort()),
      SANDBOX_DELAY_MS: String(serviceMs),
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const url = await new Promise<string>((resolve) => {
    sandbox.stdout.on('data', (chunk) => {
      text += String(chunk);
      const found = /Open {2}(\S+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  // The embedded database makes itself meanwhile, which would be measured as well.
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  return await use(url).finally(() => stop(sandbox));
}

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base, type FrameLocator, type Page } from '@playwright/test';
import { freePort } from '../../src/sandbox/freePort.js';
import { connectToSandbox } from '../e2e/withSandbox.js';

type Project = {
  /** Runs an npm script, and returns the address that it prints. */
  readonly run: (script: string) => Promise<{ readonly url: string; readonly serverOrigin: string }>;
  readonly edit: (file: string, from: string, to: string) => void;
};

const test = base.extend<{ readonly project: Project }>({
  // eslint-disable-next-line no-empty-pattern
  project: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'my copy (ü)'));
    for (const name of [
      'appPackage',
      'package.json',
      'scripts',
      'src',
      'tsconfig.base.json',
      'webpack.config.js',
    ])
      cpSync(name, path.join(folder, name), { recursive: true });
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
    const stops: (() => Promise<unknown>)[] = [];

    await use({
      run: async (script) => {
        const [port, sandboxPort] = [await freePort(), await freePort()];
        const child = spawn('npm', ['run', script], {
          cwd: folder,
          env: { ...process.env, PORT: String(port), SANDBOX_PORT: String(sandboxPort) },
          stdio: ['ignore', 'pipe', 'inherit'],
          // npm starts further processes. A process group stops them together.
          detached: true,
        });
        stops.push(async () => {
          const signalGroup = (signal: NodeJS.Signals | 0) => process.kill(-(child.pid ?? 0), signal);
          if (child.exitCode === null) signalGroup('SIGTERM');
          await expect(() => expect(() => signalGroup(0)).toThrow()).toPass();
        });
        let output = '';
        child.stdout.on('data', (chunk) => (output += String(chunk)));
        await expect.poll(() => output, { timeout: 150_000 }).toMatch(/Open {2}\S+/);
        return { url: /Open {2}(\S+)/.exec(output)?.[1] ?? '', serverOrigin: `http://localhost:${port}` };
      },
      edit: (file, from, to) => {
        const target = path.join(folder, file);
        const before = readFileSync(target, 'utf8');
        expect(before).toContain(from);
        writeFileSync(target, before.replace(from, to));
      },
    });
    for (const stop of stops) await stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Opens the printed address with a user signed in, and returns the tab's frame. */
async function openHost(page: Page, url: string, alias: string): Promise<FrameLocator> {
  await page.goto((await connectToSandbox(url)).toHostUrl(alias));
  return page.frameLocator('#tab');
}

test('npm start prints an address that shows the list', async ({ page, project }) => {
  const { url } = await project.run('start');
  const tab = await openHost(page, url, 'amina');

  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('You can act for 2 people; 1 is inactive');
});

test('npm run dev shows a change of tab and server, and keeps the user', async ({ page, project }) => {
  const { url, serverOrigin } = await project.run('dev');
  const tab = await openHost(page, url, 'diego');
  await expect(tab.getByRole('button', { name: 'Refresh' })).toBeVisible();
  const user = await page.getByLabel('Signed in as').inputValue();

  project.edit('src/tab/i18n/en/first.json', '"refresh": "Refresh"', '"refresh": "Read again"');
  await expect(tab.getByRole('button', { name: 'Read again' })).toBeVisible();
  expect(await page.getByLabel('Signed in as').inputValue()).toBe(user);

  project.edit('src/contract/paths.ts', "'/healthz'", "'/alive'");
  // While the server starts again, it refuses connections.
  await expect(async () => {
    expect((await page.request.get(`${serverOrigin}/alive`)).status()).toBe(200);
  }).toPass({ timeout: 20_000 });
  await expect(tab.getByRole('button', { name: 'Read again' })).toBeVisible();
  expect(await page.getByLabel('Signed in as').inputValue()).toBe(user);
});

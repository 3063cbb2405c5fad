import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import { lookAt } from './look/lookAt.js';
import { toPlan } from './look/plan.js';
import { prepare, readTenant } from './look/prepare.js';
import { takeReadmePictures } from './look/readmePictures.js';
import type { Picture, Shot } from './look/Shot.js';
import { toSheet } from './look/toSheet.js';
import { launchOptions } from './machine/browser.js';
import { startSandboxProcess, type SandboxProcess } from './machine/sandboxProcess.js';

/**
 * `npm run look`: a picture of every screen, and one page that shows them side by side.
 * `npm run look -- --people diego,amina --screens list,opened --themes dark --widths 390 --languages de,ar [--out folder]`:
 * those combinations; each takes `all`.
 * `npm run look -- --readme`: the pictures in docs/pictures.
 */

/** Windows at work at once, each in front of a tenant of its own, which it may change. */
const lanes = 2;
const say = (line: string) => process.stdout.write(`${line}\n`);

const sandboxes = await Promise.all(
  Array.from({ length: lanes }, () =>
    startSandboxProcess({ RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'silent' }),
  ),
);
const browser = await chromium.launch(launchOptions());
try {
  await look(browser, sandboxes);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await browser.close();
  await Promise.all(sandboxes.map(({ stop }) => stop()));
}

async function look(browser: Browser, sandboxes: readonly SandboxProcess[]): Promise<void> {
  const [first] = sandboxes;
  if (first === undefined) return;
  const { people } = await readTenant(first.url);
  for (const { url } of sandboxes)
    await prepare(url, await readTenant(url), people[0]?.id ?? '').untilStoreIsOpen();
  const plan = toPlan(
    process.argv.slice(2),
    people.map(({ alias }) => alias),
  );
  if (plan.isForReadme) {
    const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
    await takeReadmePictures({
      browser,
      sandboxUrl: first.url,
      tenant: await readTenant(first.url),
      folder,
    });
    say(`README's pictures are in ${folder}`);
    return;
  }
  const folder = plan.folder ?? (await mkdtemp(join(tmpdir(), 'call-delegates-look-')));
  await mkdir(folder, { recursive: true });
  const left = [...plan.shots];
  const pictures = new Map<Shot, readonly Picture[]>();
  await Promise.all(
    sandboxes.map(async ({ url }) => {
      const place = { browser, sandboxUrl: url, tenant: await readTenant(url), folder };
      for (let shot = left.shift(); shot !== undefined; shot = left.shift()) {
        try {
          const taken = await lookAt(place, shot);
          pictures.set(shot, taken);
          for (const { file, complaints } of taken) say([file, ...complaints].join(': '));
        } catch (error) {
          // The others are worth looking at all the same.
          say(`No picture of ${Object.values(shot).join(', ')}: ${String(error)}`);
          process.exitCode = 1;
        }
      }
    }),
  );
  const inOrder = plan.shots.flatMap((shot) => pictures.get(shot) ?? []);
  const sheet = join(folder, 'index.html');
  await writeFile(sheet, toSheet(inOrder));
  say(`\n${inOrder.length} pictures: ${sheet}`);
}

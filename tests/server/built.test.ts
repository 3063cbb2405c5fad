import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSources } from '../../src/server/web/sources.js';
import { as } from '../support/confirming.js';
import { newFolder, removeFolders } from '../support/libsqlPlaces.js';
import { readFile, root } from '../support/repository.js';
import { until } from '../support/startServer.js';
import { startServerProcess, type ServedProcess } from '../support/serverProcess.js';

/** The one file that the server is built into. */

let server: ServedProcess | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(removeFolders);

const built = join(root, 'dist/server');

/** A folder with what the Dockerfile's last stage takes from the build, and the packages that are not built in. */
function deploy(): string {
  const folder = newFolder();
  for (const [, taken = '', to = ''] of readFile('Dockerfile').matchAll(/^COPY --from=build (.+) (\S+)$/gm)) {
    for (const path of taken.split(' ').map((place) => place.replace('/app/', ''))) {
      const target = to.endsWith('/') ? join(folder, to, path.split('/').at(-1) ?? '') : join(folder, to);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(root, path), target, { recursive: true });
    }
  }
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(root, 'node_modules/libsql'), join(folder, 'node_modules/libsql'), 'junction');
  return folder;
}

test('what the image holds of it serves people, and stores what they confirm', async () => {
  const folder = deploy();
  const env = { DATA_DIR: join(folder, 'data') };
  server = await startServerProcess(env, [], join(folder, 'dist/server/main.js'));

  expect((await as(server).ask('GET', '/api/delegates')).status).toBe(200);
  expect((await as(server).confirm()).status).toBe(201);
  expect((await fetch(`${server.origin}/privacy`)).status).toBe(200);
});

test('a stack trace in the log names sources, not lines of that file', async () => {
  // The first page that is filled in needs it.
  const breaking = 'Intl.PluralRules = class { constructor() { throw new TypeError("broken"); } };';
  server = await startServerProcess({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(breaking)}`,
    LOG_LEVEL: 'error',
  });
  const answer = await fetch(`${server.origin}/privacy`);

  expect(answer.status).toBe(500);
  const { output } = server;
  const lineOf = () => /^.*"err":.*\n/m.exec(output())?.[0];
  await until(() => lineOf() !== undefined);
  const { err } = JSON.parse(lineOf() ?? '') as { readonly err: { readonly stack: string } };
  expect(err.stack).toMatch(/^ {4}at toView \(src\/server\/routes\/builtPages\.ts:\d+:\d+\)$/m);
  expect(err.stack).not.toContain('main.js');
});

test('the source of a line is the one that it was written as; other files stay as they are', () => {
  const toSources = createSources(`${pathToFileURL(built).href}/`);
  const words = 'Requests were still running at the end';
  const find = (text: string) => {
    const lines = text.split('\n');
    const line = lines.findIndex((text) => text.includes(words));
    return { line: line + 1, column: (lines[line]?.indexOf(words) ?? 0) + 1 };
  };
  const { line, column } = find(readFileSync(join(built, 'main.js'), 'utf8'));
  const url = `${pathToFileURL(built).href}/main.js`;

  expect(toSources(`    at main (${url}:${line}:${column})`)).toMatch(
    new RegExp(`^ {4}at main \\(src/server/main\\.ts:${find(readFile('src/server/main.ts')).line}:\\d+\\)$`),
  );
  for (const other of [
    'file:///elsewhere/main.js:1:1',
    `${pathToFileURL(built).href}/none.js:1:1`,
    'node:fs:1:1',
  ])
    expect(toSources(`    at ${other}`)).toBe(`    at ${other}`);
});

test('the licence of each package that is built in lies beside it', () => {
  const maps = [built, join(built, 'parts')].flatMap((folder) =>
    readdirSync(folder).flatMap((file) => (file.endsWith('.js.map') ? [join(folder, file)] : [])),
  );
  const sources = maps
    .filter((file) => /main\.js\.map$|parts/.test(file))
    .flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as { readonly sources: string[] }).sources);
  const folders = new Set(
    sources.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []),
  );
  const notices = readFile('dist/server/licences.txt');

  expect(folders.size).toBeGreaterThan(60);
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFile(join(folder, 'package.json'))) as Record<
      string,
      string
    >;
    expect(notices).toContain(`${name} ${version} (${license})\n`);
  }
  expect(notices).toContain('Copyright (c) Matteo Collina and Undici contributors');
  expect(notices).toContain('Copyright (c) 2013-2016 Hannes Hörl');
});

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { as } from '../support/confirming.js';
import { newFolder, removeFolders } from '../support/libsqlPlaces.js';
import { readFile, root } from '../support/repository.js';
import { until } from '../support/startServer.js';
import { startServerProcess, type ServedProcess } from '../support/serverProcess.js';

/** Tests of the bundled server in `dist/`. */

let server: ServedProcess | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(removeFolders);

const built = join(root, 'dist/server');

/** Copies what the last stage of the Dockerfile copies, plus the packages that are not bundled. */
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

test('the files in the image serve lists and pages and store confirmations', async () => {
  const folder = deploy();
  const env = { DATA_DIR: join(folder, 'data') };
  server = await startServerProcess(env, [], join(folder, 'dist/server/main.js'));

  expect((await as(server).ask('GET', '/api/delegates')).status).toBe(200);
  expect((await as(server).confirm()).status).toBe(201);
  expect((await fetch(`${server.origin}/privacy`)).status).toBe(200);
});

test('a stack trace in the log refers to source files', async () => {
  // Rendering a page needs `Intl.PluralRules`.
  const breaking = 'Intl.PluralRules = class { constructor() { throw new TypeError("broken"); } };';
  server = await startServerProcess({
    NODE_OPTIONS: `--enable-source-maps --import=data:text/javascript,${encodeURIComponent(breaking)}`,
    LOG_LEVEL: 'error',
  });
  const answer = await fetch(`${server.origin}/privacy`);

  expect(answer.status).toBe(500);
  const { output } = server;
  const lineOf = () => /^.*"err":.*\n/m.exec(output())?.[0];
  await until(() => lineOf() !== undefined);
  const { err } = JSON.parse(lineOf() ?? '') as { readonly err: { readonly stack: string } };
  expect(err.stack).toMatch(/at toView \(.*src.server.routes.builtPages\.ts:\d+:\d+\)$/m);
  expect(err.stack).not.toContain('main.js');
});

test.each(['Dockerfile', 'package.json'])('%s starts the server with source maps', (file) => {
  const starts = readFile(file).match(/^.*dist\/server\/main\.js.*$/gm) ?? [];

  expect(starts.filter((line) => !line.startsWith('COPY')).length).toBeGreaterThan(0);
  for (const line of starts) expect(line).toMatch(/^COPY|--enable-source-maps/);
});

test('the image contains all production packages, and with them the licence of every bundled one', () => {
  const { packages } = JSON.parse(readFile('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  const maps = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js.map'),
  );
  const sources = maps.flatMap(
    (file) => (JSON.parse(readFileSync(join(built, file), 'utf8')) as { readonly sources: string[] }).sources,
  );
  // A source map of a package can list sources that the package does not contain.
  const folders = new Set(
    sources.flatMap((file) => /(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+/.exec(file)?.[0].slice(0, -1) ?? []),
  );

  for (const folder of folders) if (!existsSync(join(root, folder))) folders.delete(folder);

  expect(folders.size).toBeGreaterThan(60);
  expect([...folders].filter((folder) => !(folder in packages) || packages[folder]?.dev === true)).toEqual(
    [],
  );
  expect(readFile('Dockerfile')).toContain('COPY --from=dependencies /app/node_modules ./node_modules');
});

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startManagedIdentity, type ManagedIdentity } from '../../src/sandbox/managedIdentity.js';
import { createConfirmations } from '../../src/server/confirmations/createConfirmations.js';
import { confirmationMigrations } from '../../src/server/confirmations/migrations.js';
import { createDatabase } from '../../src/server/database/createDatabase.js';
import { endRequests, newCaller } from '../support/caller.js';
import { as } from '../support/as.js';
import { createSandbox } from '../support/createSandbox.js';
import { confirm } from '../support/instances.js';
import { queryFolder } from '../support/libsqlPlaces.js';
import { newFolder } from '../support/newFolder.js';
import { readFile, root } from '../support/repository.js';
import { runBuilt } from '../support/runBuilt.js';
import { startServerProcess, type ServedProcess } from '../support/serverProcess.js';
import { databaseThread, freePort, until } from '../support/startServer.js';

/** Tests of the built server in its own process, as `npm run serve` and the image start it. */

const built = join(root, 'dist/server');
const sourcesOf = (file: string) =>
  (JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { readonly sources: string[] }).sources;

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

/** Writes an expired confirmation, and data of the first version, an embedded PostgreSQL. */
async function fill(folder: string): Promise<void> {
  const database = createDatabase({
    config: { kind: 'embedded', folder },
    threadFile: databaseThread,
    migrations: confirmationMigrations,
  });
  const now = () => new Date('2020-01-01T00:00:00.000Z');
  await confirm(createConfirmations({ database, retentionDays: 30, now }), newCaller());
  endRequests();
  await database.close();
  mkdirSync(join(folder, 'postgresql'));
  writeFileSync(join(folder, 'postgresql', 'PG_VERSION'), '17');
}

describe('the files in the image, with a managed identity as in an Azure container,', () => {
  const identityId = '77777777-7777-4777-8777-777777777777';
  let data: string;
  let metricsPort: number;
  let managedIdentity: ManagedIdentity;
  let server: ServedProcess;
  beforeAll(async () => {
    const folder = deploy();
    data = join(folder, 'data');
    await fill(data);
    metricsPort = await freePort();
    managedIdentity = await startManagedIdentity(identityId);
    server = await startServerProcess(
      {
        ...managedIdentity.env,
        SECRET_AAD_APP_CLIENT_SECRET: '',
        AAD_APP_MANAGED_IDENTITY_CLIENT_ID: identityId,
        DATA_DIR: data,
        METRICS_PORT: String(metricsPort),
        LOG_LEVEL: 'info',
      },
      { file: join(folder, 'dist/server/main.js'), sandbox: { managedIdentity } },
    );
  });
  afterAll(() => Promise.all([server.kill(), server.sandbox.close(), managedIdentity.close()]));

  test('serve lists and pages and store confirmations', async () => {
    expect((await as(server).get('/api/delegates')).status).toBe(200);
    expect((await as(server).confirm()).status).toBe(201);
    expect((await fetch(`${server.origin}/privacy`)).status).toBe(200);
  });

  test('delete expired confirmations soon after a start, and report data of the first version and keep it', async () => {
    await until(
      () =>
        queryFolder(data, `select id from confirmations where confirmed_at < '2021'`).length === 0 &&
        server.output().includes('first version of this program'),
    );

    expect(readFileSync(join(data, 'postgresql', 'PG_VERSION'), 'utf8')).toBe('17');
  });

  test('serve metrics about routes, Graph and the cache, but not about users, on a separate port', async () => {
    const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
    expect(metrics.headers.get('content-type')).toContain('text/plain');
    const leaving = new AbortController();
    const headers = { authorization: `Bearer ${await as(server).getToken()}` };
    server.sandbox.graph.script = () => {
      leaving.abort();
      return 'handled';
    };
    await expect(
      fetch(`${server.origin}/api/delegates`, { headers, signal: leaving.signal }),
    ).rejects.toThrow();
    server.sandbox.graph.script = undefined;
    for (const path of [
      '/api/delegates',
      '/api/delegators',
      '/nowhere/adele.vance@contoso.example',
      '/api/nowhere/adele.vance',
      '/assets/adele.vance.js',
      '/api/delegates/adele.vance@contoso.example?of=adele.vance',
      '/tab?user=adele.vance',
    ])
      await as(server).get(path);
    const text = await (await fetch(metrics.url)).text();

    expect(text).toMatch(/call_delegates_requests_total\{route="\/api\/delegates",status="200"\} [1-9]/);
    expect(text).toContain('call_delegates_requests_total{route="/api/delegates",status="499"} 1');
    expect(text).toContain('call_delegates_requests_total{route="/api/delegates/:id",status="404"} 1');
    expect(text).toContain('call_delegates_requests_total{route="unknown",status="404"}');
    expect(text).toContain('call_delegates_outgoing_seconds_count{target="graph",status="200"}');
    expect(text).toContain('call_delegates_outgoing_seconds_count{target="entra",status="200"}');
    expect(text).toMatch(/call_delegates_token_cache_total\{outcome="hit"\} [1-9]/);
    expect(text).toMatch(/call_delegates_token_cache_total\{outcome="miss"\} [1-9]/);
    expect(text).not.toContain('adele');
    expect((await fetch(`${server.origin}/metrics`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${metricsPort}/api/delegates`)).status).toBe(404);
  });

  test('on SIGTERM report that they stop, store a running confirmation, accept no new request, and exit', async () => {
    const amina = as(server);
    const fingerprint = await amina.fingerprint('delegates');
    let release: (() => void) | undefined;
    server.sandbox.graph.script = ({ path }, response) => {
      if (!path.endsWith('/delegates')) return undefined;
      release = () => response?.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[]}');
      return 'handled';
    };
    const asking = amina.ask('PUT', `/api/confirmations/delegates/${randomUUID()}`, { fingerprint });
    const statusOf = async (path: string) =>
      (await fetch(`${server.origin}${path}`).catch(() => undefined))?.status;
    await until(() => release !== undefined);
    const exit = server.end('SIGTERM');
    // The server still listens: a 503 needs a response.
    await until(async () => (await statusOf('/readyz')) === 503);
    await until(async () => (await statusOf('/healthz')) === undefined);
    release?.();

    expect((await asking).status).toBe(201);
    expect(await exit).toBe(0);
    for (const line of server.output().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level');
  });

  test.each(['Dockerfile', 'package.json'])('are started with source maps by %s', (file) => {
    const starts = readFile(file).match(/^.*dist\/server\/main\.js.*$/gm) ?? [];

    expect(starts.filter((line) => !line.startsWith('COPY')).length).toBeGreaterThan(0);
    for (const line of starts) expect(line).toMatch(/^COPY|--enable-source-maps/);
  });

  test('include all production packages, and with them the licence of every bundled one', () => {
    const { packages } = JSON.parse(readFile('package-lock.json')) as {
      readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
    };
    const bundles = readdirSync(built, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js.map'))
      .map((file) => join(built, file.replace(/\.map$/, '')));
    const folders = new Set(
      bundles
        .flatMap(sourcesOf)
        .flatMap((file) => /(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+/.exec(file)?.[0].slice(0, -1) ?? []),
    );
    // A source map of a package can list sources that the package does not contain.
    for (const folder of folders) if (!existsSync(join(root, folder))) folders.delete(folder);

    expect(folders.size).toBeGreaterThan(60);
    expect([...folders].filter((folder) => !(folder in packages) || packages[folder]?.dev === true)).toEqual(
      [],
    );
    expect(readFile('Dockerfile')).toContain('COPY --from=dependencies /app/node_modules ./node_modules');
  });
});

test('an unexpected error is logged once with a stack of source files, and its response does not contain it', async () => {
  // Rendering a page needs `Intl.PluralRules`.
  const breaking = 'Intl.PluralRules = class { constructor() { throw new TypeError("broken"); } };';
  const server = await startServerProcess({
    DATA_DIR: newFolder(),
    NODE_OPTIONS: `--enable-source-maps --import=data:text/javascript,${encodeURIComponent(breaking)}`,
    LOG_LEVEL: 'error',
  });
  const answer = await fetch(`${server.origin}/privacy`);
  const text = await answer.text();
  await server.close();
  const logged = () => server.output().match(/^.*"err":.*$/gm) ?? [];
  await until(() => logged().length > 0);
  const { err } = JSON.parse(logged().join('\n')) as { readonly err: { readonly stack: string } };

  expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'application/problem+json']);
  expect(JSON.parse(text)).toMatchObject({
    code: 'internal_error',
    correlationId: answer.headers.get('x-correlation-id'),
  });
  expect(text).not.toContain('broken');
  expect(err.stack).toMatch(/at toView \(.*src.server.routes.builtPages\.ts:\d+:\d+\)$/m);
  expect(err.stack).not.toContain('main.js');
});

test('a start that fails because the port is in use prints one line, and has loaded few files and no package before it is needed', async () => {
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const sandbox = await createSandbox({ tabEndpoint: `http://localhost:${port}` });
  const folder = newFolder();
  const env = { ...sandbox.env, PORT: String(port), LOG_LEVEL: 'silent', NODE_V8_COVERAGE: folder };
  const { code, problems } = await runBuilt('server/main', [], env);
  await sandbox.close();
  await new Promise((resolve) => taken.close(resolve));

  expect(code).toBe(1);
  expect(problems).toBe(
    `Port ${port} is in use. Stop the process that listens on it, or set PORT to a free port.\n`,
  );
  // The files that V8 loaded. Their number does not depend on the load of the machine.
  const [report = ''] = readdirSync(folder);
  const { result } = JSON.parse(readFileSync(join(folder, report), 'utf8')) as {
    readonly result: readonly { readonly url: string }[];
  };
  const loaded = result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
  expect(loaded.length).toBeLessThanOrEqual(4);
  const bytes = loaded.map((file) => statSync(file).size).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThanOrEqual(4_150_000);
  const sources = loaded.flatMap(sourcesOf);
  expect(sources).toContain('../../src/server/main.ts');
  const onDemand = /node_modules\/(@azure\/msal-node|@redis\/client|libsql|pg|prom-client)\//;
  expect(sources.filter((file) => onDemand.test(file))).toEqual([]);
});

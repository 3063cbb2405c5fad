import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseEnv } from 'node:util';
import { parseConfig } from '../../../src/server/config.js';
import { microsoft365Hosts } from '../../../src/server/auth/microsoft365Hosts.js';
import { createGraph } from '../../../src/tools/registration/graph.js';
import { addSecret, register } from '../../../src/tools/registration/register.js';
import { freePort } from '../../../src/sandbox/freePort.js';
import { newFolder } from '../../support/newFolder.js';
import { readFile, root } from '../../support/repository.js';
import { runBuilt } from '../../support/runBuilt.js';
import { startGraphEmulator, type GraphEmulator } from './graphEmulator.js';

const token = 'a-token-of-the-azure-cli';
const tenant = '22222222-2222-4222-8222-222222222222';
// Each run starts two processes, the tool and the Azure CLI.
jest.setTimeout(60_000);

let graph: GraphEmulator;
let folder: string;

beforeEach(async () => {
  graph = await startGraphEmulator(token);
  folder = newFolder();
  mkdirSync(join(folder, 'env'));
  cpSync(join(root, 'aad.manifest.json'), join(folder, 'aad.manifest.json'));
  const env = readFile('env/.env.dev')
    .replace('TAB_ENDPOINT=', 'TAB_ENDPOINT=https://tab.contoso.com')
    .replace('TAB_DOMAIN=', 'TAB_DOMAIN=tab.contoso.com');
  writeFileSync(join(folder, 'env/.env.dev'), env);
  installAzureCli();
});
afterEach(() => graph.close());

/** Writes a program `az` that prints the token in STUB_AZ_TOKEN, or fails as Microsoft’s CLI does. */
function installAzureCli(): void {
  const program = join(folder, 'bin/az.cjs');
  mkdirSync(join(folder, 'bin'));
  writeFileSync(
    program,
    `if (process.argv.slice(2, 4).join(' ') === 'account get-access-token' && process.env.STUB_AZ_TOKEN) console.log(process.env.STUB_AZ_TOKEN);
     else { console.error("ERROR: Please run 'az login' to setup account."); process.exit(1); }`,
  );
  const script = `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`;
  writeFileSync(join(folder, 'bin/az'), script, { mode: 0o755 });
  writeFileSync(join(folder, 'bin/az.cmd'), `@"${process.execPath}" "${program}" %*\r\n`);
}

const run = (args: readonly string[], signedIn = true, env: Readonly<Record<string, string>> = {}) =>
  runBuilt(
    'tools/register',
    args,
    {
      PATH: [join(folder, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
      GRAPH_ENDPOINT: graph.endpoint,
      STUB_AZ_TOKEN: signedIn ? JSON.stringify({ accessToken: token, tenant }) : undefined,
      ...env,
    },
    folder,
  );
const textIn = (file: string) => readFileSync(join(folder, file), 'utf8');
const variablesIn = (file: string) => parseEnv(textIn(file));

/** The server starts with the files that setup.md passes to node and to docker. */
function expectServerStarts(): void {
  const setup = readFile('docs/setup.md');
  const filesOf = (command: RegExp) =>
    [...(command.exec(setup)?.[0] ?? '').matchAll(/--env-file[= ](\S+)/g)].map(([, file = '']) => file);
  // Docker reads each line literally: no quotes, no comments after a value.
  const asDocker = (file: string) =>
    textIn(file)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line): [string, string] => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)]);
  const forDocker = filesOf(/^ *docker run .+$/m).flatMap(asDocker);
  const forNode = filesOf(/^ *node .+dist\/server\/main\.js$/m).flatMap((file) =>
    Object.entries(variablesIn(file)),
  );

  for (const entries of [forDocker, forNode])
    expect(parseConfig(Object.fromEntries(entries))).toMatchObject({
      tabEndpoint: 'https://tab.contoso.com',
      clientId: graph.applications[0]?.appId,
      tenantId: tenant,
      credential: { kind: 'secret', secret: 'a~secret.of-Entra_1' },
    });
}

const daysOfSecret = () => {
  const { endDateTime } = graph.applications[0]?.passwords[0] as { endDateTime: string };
  return Math.round((Date.parse(endDateTime) - Date.now()) / (24 * 60 * 60 * 1000));
};

test('registers the app of aad.manifest.json in the order that Graph requires, saves ids and secret, and prints no secret', async () => {
  const { code, out, problems } = await run(['--secret']);
  expect([code, problems]).toEqual([0, '']);
  expect(out).not.toContain('a~secret');

  const [application, ...others] = graph.applications;
  const { AAD_APP_CLIENT_ID: clientId = '', ...saved } = variablesIn('env/.env.dev');
  const scopeId = saved['AAD_APP_ACCESS_AS_USER_PERMISSION_ID'];
  expect(others).toEqual([]);
  expect(application).toMatchObject({
    appId: clientId,
    displayName: 'Call Delegates',
    signInAudience: 'AzureADMyOrg',
    identifierUris: [`api://tab.contoso.com/${clientId}`],
    spa: { redirectUris: ['https://tab.contoso.com/auth/end', 'brk-multihub://tab.contoso.com'] },
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [{ id: scopeId, value: 'access_as_user', isEnabled: true }],
      preAuthorizedApplications: [...microsoft365Hosts.keys(), clientId].map((appId) => ({
        appId,
        delegatedPermissionIds: [scopeId],
      })),
    },
    passwords: [{ displayName: 'server', endDateTime: expect.any(String) as string }],
  });
  expect(daysOfSecret()).toBe(365);
  expect(graph.servicePrincipals).toEqual([clientId]);
  expect(graph.asked.filter((line) => line.startsWith('PATCH'))).toHaveLength(2);

  // Nothing else in the shared file changes, and the secret is in the file that is not in git.
  expect(saved).toMatchObject({
    AAD_APP_OBJECT_ID: application?.id,
    AAD_APP_TENANT_ID: tenant,
    TEAMSFX_ENV: 'dev',
    TAB_DOMAIN: 'tab.contoso.com',
  });
  const commentsOf = (file: string) => file.split('\n').filter((line) => line.startsWith('#'));
  expect(commentsOf(textIn('env/.env.dev'))).toEqual(commentsOf(readFile('env/.env.dev')));
  expect(textIn('env/.env.dev')).not.toContain('a~secret');
  expect(variablesIn('env/.env.dev.user')).toEqual({ SECRET_AAD_APP_CLIENT_SECRET: 'a~secret.of-Entra_1' });
  expectServerStarts();
});

test('finds the app in a second run and creates no other, even if the id of the scope is lost', async () => {
  await run([]);
  const [before] = structuredClone(graph.applications);
  const withoutScope = textIn('env/.env.dev').replace(/(PERMISSION_ID)=.*/, '$1=');
  writeFileSync(join(folder, 'env/.env.dev'), withoutScope);

  const { code, out } = await run(['--secret', '--secret-days', '90']);

  expect([code, out]).toEqual([0, expect.stringContaining('Call Delegates: found')]);
  expect(graph.applications).toEqual([{ ...before, passwords: [expect.anything()] }]);
  expect(daysOfSecret()).toBe(90);
  expect(graph.servicePrincipals).toHaveLength(1);
});

test('refuses an invalid number of days before anything is created', async () => {
  const { code, problems } = await run(['--secret', '--secret-days', 'long']);

  expect(code).toBe(1);
  expect(problems).toContain('--secret-days: must be a whole number from 1 to 730');
  expect(graph.asked).toEqual([]);
});

test('explains why the tenant refuses a secret', async () => {
  graph.refusesSecrets = true;
  const { code, problems } = await run(['--secret']);

  expect(code).toBe(1);
  expect(problems).toContain('Credential lifetime exceeds the max value');
  expect(problems).toContain('try --secret-days 90');
});

test('does not blame a policy of the tenant if Graph cannot be reached for a secret', async () => {
  const unreachable = createGraph('http://127.0.0.1:1', token);
  const adding = addSecret(unreachable, 'an object id', 365);

  await expect(adding).rejects.toThrow(/^Microsoft Graph cannot be reached: [^\n]+$/);
});

test('says how to sign in if no one is signed in to the Azure CLI, and sends Graph no request', async () => {
  const { code, problems } = await run([], false);

  expect(code).toBe(1);
  expect(problems).toContain('az login --allow-no-subscriptions');
  expect(graph.asked).toEqual([]);
});

test('names a missing variable of the manifest before anything is created', async () => {
  writeFileSync(join(folder, 'env/.env.dev'), 'TAB_ENDPOINT=https://tab.contoso.com\n');

  const { code, problems } = await run([]);

  expect(code).toBe(1);
  expect(problems).toContain('TAB_DOMAIN: has no value; set it in env/.env.dev');
  expect(graph.applications).toEqual([]);
});

/** Runs the registration in this process, with a wait that ends at once. */
test('reaches Graph through the proxy of HTTPS_PROXY', async () => {
  const proxy = `http://127.0.0.1:${await freePort()}`;
  const { problems } = await run([], true, { GRAPH_ENDPOINT: 'https://graph.invalid', HTTPS_PROXY: proxy });

  expect(problems).toBe('✗ Microsoft Graph cannot be reached: ECONNREFUSED\n');
});

async function registerHere(variables: Readonly<Record<string, string>> = {}) {
  const waitedMs: number[] = [];
  const kept: unknown[] = [];
  const wait = (ms: number) => Promise.resolve(waitedMs.push(ms));
  const registration = register({
    graph: createGraph(graph.endpoint, token, wait),
    manifest: readFile('aad.manifest.json'),
    variables: { TAB_ENDPOINT: 'https://tab.contoso.com', TAB_DOMAIN: 'tab.contoso.com', ...variables },
    variablesFile: 'env/.env.dev',
    keep: (ids) => kept.push(ids),
    say: () => undefined,
  });
  const error = await registration.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { waitedMs, kept, error };
}

test('waits until Graph finds a new object', async () => {
  graph.missing = 2;

  expect((await registerHere()).waitedMs).toEqual([1_000, 2_000]);
  expect(graph.applications[0]?.api.preAuthorizedApplications).toHaveLength(10);
});

test('reports an app that does not exist, with Graph’s message', async () => {
  const { kept, error } = await registerHere({ AAD_APP_CLIENT_ID: '77777777-7777-4777-8777-777777777777' });

  expect(String(error)).toContain('Request_ResourceNotFound: Resource does not exist.');
  expect(kept).toEqual([]);
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { microsoft365Hosts } from '../../src/server/auth/microsoft365Hosts.js';

const root = fileURLToPath(new URL('../..', `file://${__filename}`));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const projects = ['m365agents.yml', 'm365agents.local.yml'];

test.each(projects)('every file that %s names exists', (project) => {
  const files = [...read(project).matchAll(/(?:manifestPath|path|parameters): (\S+)/g)].map(
    ([, file = '']) => file,
  );

  expect(files.length).toBeGreaterThan(1);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test.each(projects)('every variable of %s and the manifests is set or saved by some step', (project) => {
  const names = (text: string) => [...text.matchAll(/\$\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name);
  const environment = project.includes('local') ? 'env/.env.local' : 'env/.env.dev';
  const kept = [...read(environment).matchAll(/^(\w+)=/gm)].map(([, name = '']) => name);
  const written = [...read(project).matchAll(/^ +\w+: ([A-Z][A-Z0-9_]+)$/gm)].map(([, name = '']) => name);
  const exported = [...read(project).matchAll(/env (\w+)=|' (\w+)=/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );
  const templates = [...read(project).matchAll(/ path: (\S+)/g)].map(([, file = '']) => file);
  const outputs = templates.flatMap((file) =>
    [...read(file).matchAll(/^output (\w+) /gm)].map(([, name = '']) => name),
  );
  const secrets = [...read(environment).matchAll(/^# (SECRET_\w+)$/gm)].map(([, name = '']) => name);
  const known = new Set([...kept, ...written, ...exported, ...outputs, ...secrets]);
  const parameters = [...read(project).matchAll(/ parameters: (\S+)/g)].map(([, file = '']) => file);
  const used = [project, ...parameters, 'appPackage/manifest.json', 'aad.manifest.json'].flatMap((file) =>
    names(read(file)),
  );

  expect(used.filter((name) => !known.has(name))).toEqual([]);
});

test('Entra knows exactly the clients that the server accepts, and the scopes that it needs', () => {
  const manifest = JSON.parse(read('aad.manifest.json')) as {
    api: { requestedAccessTokenVersion: number; preAuthorizedApplications: { appId: string }[] };
    requiredResourceAccess: { resourceAccess: { id: string; type: string }[] }[];
    optionalClaims: { accessToken: { name: string }[] };
  };

  expect(manifest.api.preAuthorizedApplications.map(({ appId }) => appId)).toEqual([
    ...microsoft365Hosts.keys(),
    // With Nested App Authentication the app requests its own API.
    '${{AAD_APP_CLIENT_ID}}',
  ]);
  expect(manifest.api.requestedAccessTokenVersion).toBe(2);
  expect(manifest.optionalClaims.accessToken.map(({ name }) => name)).toContain('idtyp');
  expect(manifest.requiredResourceAccess[0]?.resourceAccess.map(({ id }) => id)).toEqual([
    'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
    '305b375b-00fe-48bf-81bc-e8d78954c1b6',
    'b340eb25-3456-403f-be2f-af7a0d370277',
    '9c7a330d-35b3-4aa1-963d-cb2b9f927841',
  ]);
});

test('the registration requests no application permission, and names the optional ones for notifications', () => {
  const { notes, requiredResourceAccess } = JSON.parse(read('aad.manifest.json')) as {
    notes: string;
    requiredResourceAccess: { resourceAccess: { type: string }[] }[];
  };
  const types = requiredResourceAccess.flatMap(({ resourceAccess }) =>
    resourceAccess.map(({ type }) => type),
  );
  const setup = read('docs/setup.md');

  expect(new Set(types)).toEqual(new Set(['Scope']));
  // Entra’s limit for the notes.
  expect(notes.length).toBeLessThanOrEqual(1_024);
  for (const optional of ['CallDelegation.Read.All', 'TeamsActivity.Send']) {
    expect(notes).toMatch(new RegExp(`\\b${optional} \\(application`));
    expect(setup).toMatch(new RegExp(`\\| \`${optional}\` +\\|.*\\| application: optional`));
  }
});

// The toolkit’s schema is part of a package of 26 MB with 61 dependencies. It is not installed; .ci/run
// downloads the schema.
const schema = process.env['TOOLKIT_SCHEMA'];
const testWithSchema = schema === undefined ? test.skip : test;
testWithSchema.each(projects)('%s matches the Agents Toolkit’s schema', (project) => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(
    JSON.parse(readFileSync(schema ?? '', 'utf8')) as object,
  );
  validate(parse(read(project)));

  expect(validate.errors ?? []).toEqual([]);
});

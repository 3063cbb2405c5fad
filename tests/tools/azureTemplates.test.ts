import { readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { parseConfig } from '../../src/server/config.js';
import { readFile } from '../support/repository.js';

/** CI compiles the templates with Bicep. These tests check that they match the other files. */
const templates = ['azure', 'app'] as const;

type Step = {
  readonly uses: string;
  readonly with: {
    readonly run?: string;
    readonly target?: string;
    readonly content?: Readonly<Record<string, unknown>>;
    readonly generateClientSecret?: boolean;
    readonly templates?: readonly { readonly path: string; readonly parameters: string }[];
  };
};

const project = parse(readFile('m365agents.yml')) as Record<'provision' | 'deploy', readonly Step[]>;
const bicep = { azure: readFile('infra/azure.bicep'), app: readFile('infra/app.bicep') };

const namesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

const parametersOf = (name: (typeof templates)[number]) =>
  (
    JSON.parse(readFile(`infra/${name}.parameters.json`)) as {
      readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
    }
  ).parameters;

test.each(templates)('infra/%s.parameters.json sets every parameter that the template requires', (name) => {
  const declared = namesIn(bicep[name], /^param (\w+)/gm);
  const required = namesIn(bicep[name], /^param (\w+) \w+$/gm);
  const given = Object.keys(parametersOf(name));

  expect(required.filter((parameter) => !given.includes(parameter))).toEqual([]);
  expect(given.filter((parameter) => !declared.includes(parameter))).toEqual([]);
});

test('Provision deploys everything except the app, and Deploy deploys the app after its image is built', () => {
  const templatesOf = (steps: readonly Step[]) => steps.flatMap((step) => step.with.templates ?? []);
  const file = (name: string) => ({
    path: `./infra/${name}.bicep`,
    parameters: `./infra/${name}.parameters.json`,
  });

  expect(templatesOf(project.provision)).toEqual([expect.objectContaining(file('azure'))]);
  expect(templatesOf(project.deploy)).toEqual([expect.objectContaining(file('app'))]);
  expect(bicep.azure).not.toContain('Microsoft.App/containerApps');
  expect(project.deploy.findIndex(({ with: { run = '' } }) => run.startsWith('az acr build'))).toBeLessThan(
    project.deploy.findIndex(({ uses }) => uses === 'arm/deploy'),
  );
});

test('each deployment runs an image by its digest, in the subscription of the environment', () => {
  const calls = project.deploy.flatMap(({ with: { run = '' } }) => (run.startsWith('az ') ? [run] : []));

  expect(calls).toHaveLength(2);
  for (const call of calls) expect(call).toContain('--subscription ${{AZURE_SUBSCRIPTION_ID}}');
  expect(calls[1]).toContain('SERVER_IMAGE=${{REGISTRY_SERVER}}/call-delegates@');
  expect(parametersOf('app')['image']).toEqual({ value: '${{SERVER_IMAGE}}' });
  expect(readFile('m365agents.yml')).not.toMatch(/:latest|azurecr\.io/);
});

test('both templates receive the same stores', () => {
  const stores = templates.map((name) => {
    const { shared, databasePassword } = parametersOf(name);
    return { shared, databasePassword };
  });

  expect(stores[0]).toEqual(stores[1]);
});

test('the server knows every variable that the container app sets', () => {
  const names = namesIn(bicep.app, /name: '([A-Z_]+)', (?:value|secretRef):/g);
  const known = namesIn(readFile('env/.env.example'), /^([A-Z_]+)=/gm);

  expect(names).toEqual(expect.arrayContaining(['TAB_ENDPOINT', 'AAD_APP_MANAGED_IDENTITY_CLIENT_ID']));
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});

test('a password with base64 characters makes a connection string that the server accepts', () => {
  const template = /'(postgresql:\/\/[^']+)'/.exec(bicep.app)?.[1] ?? '';
  const url = template
    .replace('${uriComponent(databasePassword)}', encodeURIComponent('Zm9v+mFy/2Jheg='))
    .replace('${postgres.properties.fullyQualifiedDomainName}', 'db.postgres.database.azure.com');
  const { store } = parseConfig({
    TAB_ENDPOINT: 'https://tab.contoso.com',
    AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
    AAD_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
    AAD_APP_MANAGED_IDENTITY_CLIENT_ID: '66666666-6666-4666-8666-666666666666',
    DATABASE_URL: url,
  });

  expect(store).toEqual({ kind: 'postgresql', url });
});

test('the probes use the port that the image exposes', () => {
  const port = /EXPOSE (\d+)/.exec(readFile('Dockerfile'))?.[1];

  expect(new Set(namesIn(bicep.app, /(?:port|targetPort): (\d+)/g))).toEqual(new Set([port]));
  expect(namesIn(bicep.app, /path: '(\/\w+)'/g)).toEqual(['/healthz', '/healthz', '/readyz']);
});

test('the platform’s grace period is longer than the server’s shutdown', () => {
  const stopMs = numberInServer(/\bstopMs = ([\d_]+)/);
  const docker = Number(/--stop-timeout (\d+)/.exec(readFile('docs/setup.md'))?.[1]);

  expect(Number(/terminationGracePeriodSeconds: (\d+)/.exec(bicep.app)?.[1]) * 1000).toBeGreaterThan(stopMs);
  expect(docker * 1000).toBeGreaterThan(stopMs);
});

test('twice the maximum number of instances stays below the connection limit of the database', () => {
  // Standard_B1ms leaves 35 of its 50 connections to users.
  const connections = 35;
  const [most] = namesIn(bicep.app, /@maxValue\((\d+)\)\s+param maxInstances/g);

  expect(bicep.azure).toContain("'Standard_B1ms'");
  expect(Number(most) * 2 * numberInServer(/\bmaxConnections = (\d+)/)).toBeLessThanOrEqual(connections);
});

test.each([
  [
    'app',
    'ingress: { external: true, targetPort: 3978, allowInsecure: false, customDomains: customDomains }',
  ],
  ['app', "'rediss://:${"],
  ['app', '/delegates?sslmode=verify-full'],
  ['azure', "clientProtocol: 'Encrypted'"],
  ['azure', "minimumTlsVersion: '1.2'"],
  ['azure', 'adminUserEnabled: false'],
  ['azure', "backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }"],
] as const)('data in transit and at rest in Azure is protected: infra/%s.bicep has %s', (name, setting) => {
  // The key must be unique, so that no other line overrides it.
  const key = /\w+(?=:)/.exec(setting.replace(/^ingress.*(?=allowInsecure)/, ''))?.[0] ?? '';

  expect(bicep[name].split(setting)).toHaveLength(2);
  if (setting.includes(': ')) expect(bicep[name].match(new RegExp(`\\b${key}:`, 'g'))).toHaveLength(1);
});

test.each(templates)('infra/%s.bicep declares passwords and keys as secure', (name) => {
  const secrets = namesIn(bicep[name], /^param (\w*(?:password|key|secret)\w*)/gim);
  const secure = namesIn(bicep[name], /@secure\(\)\nparam (\w+)/g);

  expect(secrets.length).toBeGreaterThan(0);
  expect(secure).toEqual(secrets);
});

test('the data sheet states how long Azure keeps backups of the database', () => {
  const [days] = namesIn(bicep.azure, /backupRetentionDays: (\d+)/g);

  expect(readFile('docs/data-sheet.md')).toMatch(new RegExp(`backups of that database.*\\| ${days} days;`));
});

test('Provision adds the managed identity as credential on the first run and sets it on later ones', () => {
  const steps = project.provision.map((step) => step.with);
  const { target, content } = steps.find(({ content }) => content !== undefined) ?? {};
  const { run = '' } = steps.find(({ run = '' }) => run.includes('federated-credential')) ?? {};
  const call = (verb: string, more = '') =>
    `az ad app federated-credential ${verb} --id \${{AAD_APP_CLIENT_ID}}${more} --parameters ${target}`;

  expect(content).toMatchObject({
    subject: '${{MANAGED_IDENTITY_PRINCIPAL_ID}}',
    audiences: ['api://AzureADTokenExchange'],
  });
  expect(bicep.azure).toContain('output MANAGED_IDENTITY_PRINCIPAL_ID');
  expect(run.split('; ')).toEqual([
    call('create'),
    call('update', ` --federated-credential-id ${String(content?.['name'])}`),
  ]);
});

test('the app has no client secret: a managed identity is its credential', () => {
  expect(project.provision.find(({ uses }) => uses === 'aadApp/create')?.with.generateClientSecret).toBe(
    false,
  );
  expect(readFile('m365agents.yml') + bicep.app).not.toContain('CLIENT_SECRET');
});

/** Returns the only number in src/server that the pattern's first group matches. */
function numberInServer(pattern: RegExp): number {
  const [number, ...others] = readdirSync('src/server', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => namesIn(readFile(`src/server/${file}`), new RegExp(pattern, 'g')));
  if (number === undefined || others.length > 0) throw new Error(`${pattern} is not there exactly once.`);
  return Number(number.replaceAll('_', ''));
}

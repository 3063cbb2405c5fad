import { parse } from 'yaml';
import { readBicep } from './azure/readBicep.js';
import { readFile } from '../support/repository.js';
import { containerAppOf, environmentOf, planProject } from './azure/project.js';
import { numberInServer } from './azure/serverSources.js';

const planApp = () => containerAppOf(planProject().app);

type Step = {
  readonly uses: string;
  readonly with: {
    readonly run?: string;
    readonly args?: string;
    readonly generateClientSecret?: boolean;
    readonly bicepCliVersion?: string;
    readonly templates?: readonly { readonly path: string; readonly parameters: string }[];
  };
};
const { provision, deploy } = parse(readFile('m365agents.yml')) as Record<
  'provision' | 'deploy',
  readonly Step[]
>;
const templatesOf = (steps: readonly Step[]) =>
  steps.flatMap((step) => step.with.templates ?? []).map(({ path }) => path);

test('all instances together, twice over while they are replaced, stay below the connections of the database', () => {
  const { maxReplicas } = containerAppOf(planProject({ maxInstances: 5 }).app).template.scale;
  // What Microsoft leaves to users of Standard_B1ms, of 50.
  const connections = 35;
  const perInstance = numberInServer(/\bmaxConnections = (\d+)/);

  expect(readFile('infra/azure.bicep')).toContain("'Standard_B1ms'");
  expect(() => planProject({ maxInstances: maxReplicas + 1 })).toThrow('maxInstances breaks @maxValue');
  expect(maxReplicas * 2 * perInstance).toBeLessThanOrEqual(connections);
});

test('two instances at least run where the stores are shared, and exactly one where they are not', () => {
  const alone = containerAppOf(planProject({ shared: false, databasePassword: '', tokenCacheKey: '' }).app);

  expect(planApp().template.scale).toMatchObject({ minReplicas: 2, maxReplicas: 5 });
  expect(alone.template.scale).toMatchObject({ minReplicas: 1, maxReplicas: 1 });
});

test('the platform asks where the server listens, and leaves it time to start and to stop', () => {
  const app = planApp();
  const { probes } = app.template.containers[0];
  const port = Number(environmentOf(app)['PORT']);

  expect(probes.map(({ type, httpGet: { path } }) => `${type} ${path}`)).toEqual([
    'Startup /healthz',
    'Liveness /healthz',
    'Readiness /readyz',
  ]);
  expect(
    new Set([...probes.map(({ httpGet }) => httpGet.port), app.configuration.ingress.targetPort]),
  ).toEqual(new Set([port]));
  expect(readFile('Dockerfile')).toMatch(new RegExp(`\\bPORT=${port}\\b[\\s\\S]*^EXPOSE ${port}$`, 'm'));
  const stopMs = numberInServer(/\bstopMs = ([\d_]+)/);
  const [, dockerSeconds] = /--stop-timeout (\d+)/.exec(readFile('docs/setup.md')) ?? [];
  expect(app.template.terminationGracePeriodSeconds * 1000).toBeGreaterThan(stopMs);
  expect(Number(dockerSeconds) * 1000).toBeGreaterThan(stopMs);
});

test('Provision makes everything but the app, and Deploy the app once there is an image', () => {
  expect(templatesOf(provision)).toEqual(['./infra/azure.bicep']);
  expect(templatesOf(deploy)).toEqual(['./infra/app.bicep']);
  expect(readFile('infra/azure.bicep')).not.toContain('Microsoft.App/containerApps');
  expect(deploy.findIndex(({ with: { run = '' } }) => run.startsWith('az acr build'))).toBeLessThan(
    deploy.findIndex(({ uses }) => uses === 'arm/deploy'),
  );
});

test('an image, and every secret, must be given', () => {
  const parameters = ['azure', 'app'].flatMap((name) => readBicep(readFile(`infra/${name}.bicep`)));
  const optional = parameters.filter((one) => one.kind === 'param' && one.fallback !== undefined);
  const secret = parameters.filter(
    (one) => one.kind === 'param' && one.decorators.some(({ name }) => name === 'secure'),
  );

  expect(secret.map(({ name }) => name)).toEqual(['databasePassword', 'databasePassword', 'tokenCacheKey']);
  expect(optional.map(({ name }) => name)).not.toContain('image');
  expect(optional.filter((one) => secret.includes(one))).toEqual([]);
});

test('both templates are told the same of the stores', () => {
  const values = ['azure', 'app'].map((name) => {
    const { parameters } = JSON.parse(readFile(`infra/${name}.parameters.json`)) as {
      parameters: Record<string, unknown>;
    };
    return { shared: parameters['shared'], databasePassword: parameters['databasePassword'] };
  });

  expect(values[0]).toEqual(values[1]);
});

test('no secret of the app is made: the managed identity proves it', () => {
  expect(provision.find(({ uses }) => uses === 'aadApp/create')?.with.generateClientSecret).toBe(false);
  expect(readFile('m365agents.yml')).not.toContain('CLIENT_SECRET');
  expect(Object.keys(environmentOf(planApp()))).not.toContain('SECRET_AAD_APP_CLIENT_SECRET');
  const order = provision.map(({ uses, with: { args } }) => (args ?? '').split(' --')[0] || uses);
  expect(order.indexOf('run federate')).toBeGreaterThan(order.indexOf('arm/deploy'));
});

test('every call of the Azure CLI names the subscription, and no image goes by a name that moves', () => {
  const lines = deploy.flatMap(({ with: { run = '' } }) => (run.startsWith('az ') ? [run] : []));

  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toContain('--subscription ${{AZURE_SUBSCRIPTION_ID}}');
  expect(readFile('m365agents.yml')).not.toMatch(/:latest|azurecr\.io/);
});

test('the compiler knows the API versions, and how to call a method of a resource that may be missing', () => {
  const versions = [...provision, ...deploy].flatMap((step) => step.with.bicepCliVersion ?? []);

  // v0.36.177 is the first that emits `symbol!.listKeys()`; the newest of the API versions came with v0.46.
  expect(versions).toEqual(['v0.46.1', 'v0.46.1']);
});

test('what may be lost at any time has one node, and the environment is not one of the legacy kind', () => {
  const { azure, app: planned } = planProject();
  const of = (type: string) =>
    azure.resources.find((resource) => resource.type.startsWith(`${type}@`))?.properties;

  expect(of('Microsoft.Cache/redisEnterprise')).toMatchObject({ highAvailability: 'Disabled' });
  expect(of('Microsoft.App/managedEnvironments')).toMatchObject({
    workloadProfiles: [{ name: 'Consumption' }],
  });
  expect(planned.resources[0]?.properties).toMatchObject({ workloadProfileName: 'Consumption' });
});

test('every name stays within 32 characters, the least that a resource here may have', () => {
  const { resources } = planProject({ resourceSuffix: 'a'.repeat(11) }).app;

  expect(resources[0]?.name.length).toBeLessThanOrEqual(32);
  expect(() => planProject({ resourceSuffix: 'a'.repeat(12) })).toThrow('@maxLength(11)');
});

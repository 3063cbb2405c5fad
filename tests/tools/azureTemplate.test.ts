import { parseConfig } from '../../src/server/config.js';
import type { Plan } from './azure/plan.js';
import { readFile } from '../support/repository.js';
import { containerAppOf, environmentOf, identityClientId, planProject, variables } from './azure/project.js';
import { resourceTypes, typeProblems } from './azure/resourceTypes.js';

const problemsOf = ({ resources }: Plan) =>
  resources.flatMap(({ type, value }) => {
    const known = resourceTypes[type];
    return known === undefined
      ? [`${type} is not in resourceTypes.json`]
      : typeProblems(value, known.write, type.split('@')[0] ?? '');
  });

const alone = { shared: false, databasePassword: '', tokenCacheKey: '' };
const ownDomain = 'tab.contoso.com';
const certified = [{ name: ownDomain, bindingType: 'SniEnabled', certificateId: '/subscriptions/s/c' }];

describe.each([
  ['several instances', {}],
  ['one instance', alone],
  ['a domain of one’s own', { ownDomain, customDomains: certified, tabDomain: ownDomain }],
])('for %s', (_, parameters) => {
  test('infra/azure.bicep asks for nothing that Azure would refuse', () => {
    expect(problemsOf(planProject(parameters).azure)).toEqual([]);
  });

  test('infra/app.bicep asks for nothing that Azure would refuse, in what the other has made', () => {
    expect(problemsOf(planProject(parameters).app)).toEqual([]);
  });

  test('no output is empty, which the toolkit would write as [object Object]', () => {
    const { azure, app } = planProject(parameters);

    expect(Object.values({ ...azure.outputs, ...app.outputs })).not.toContain('');
  });
});

test('the server accepts the environment that several instances are given', () => {
  const config = parseConfig(environmentOf(containerAppOf(planProject().app)));

  expect(config.credential).toEqual({ kind: 'managedIdentity', clientId: identityClientId });
  expect(config.sharedTokenCache?.url).toBe(
    'rediss://:redisDatabase.listKeys().primaryKey@redis.properties.hostName:10000',
  );
  expect(config.store).toEqual({
    kind: 'postgresql',
    url:
      'postgresql://delegates:Zm9v%2BmFy%2F2Jheg0aQUJDREVGR0hJSktMTU5PUFFSUy0%3D' +
      '@postgres.properties.fullyQualifiedDomainName:5432/delegates?sslmode=verify-full',
  });
});

test('the server accepts the environment that one instance is given', () => {
  const config = parseConfig(environmentOf(containerAppOf(planProject(alone).app)));

  expect(config.sharedTokenCache).toBeUndefined();
  expect(config.store).toMatchObject({ folder: '/tmp/data' });
});

test('notices are on for the server where they are for the package', () => {
  const on = { ...variables, NOTIFICATIONS: 'on' };
  const configOf = (known: typeof variables) =>
    parseConfig(environmentOf(containerAppOf(planProject({}, {}, known).app)));

  expect(configOf(variables)).toMatchObject({ notices: undefined, teamsAppId: variables['TEAMS_APP_ID'] });
  expect(configOf(on).notices).toMatchObject({ teamsAppId: variables['TEAMS_APP_ID'] });
});

test('what an operator adds to the settings reaches the server', () => {
  const settings = [{ name: 'RATE_LIMIT_PER_MINUTE', value: '7' }];

  expect(parseConfig(environmentOf(containerAppOf(planProject({ settings }).app))).rateLimitPerMinute).toBe(
    7,
  );
});

test('a domain of one’s own is the tab’s, and stays with the app', () => {
  const { azure, app } = planProject({ ownDomain, customDomains: certified });

  expect(azure.outputs).toMatchObject({ TAB_DOMAIN: ownDomain, TAB_ENDPOINT: `https://${ownDomain}` });
  expect(containerAppOf(app).configuration.ingress.customDomains).toEqual(certified);
});

test.each([
  [
    'a property that Azure does not know',
    'app',
    'allowInsecure:',
    'allowInsecur:',
    'allowInsecur: may not be written',
  ],
  ['a literal that it does not know', 'azure', 'VolatileLRU', 'VolatileLru', 'evictionPolicy: "VolatileLru"'],
  ['an address that is none', 'azure', "Address: '0.0.0.0'", "Address: '0.0.0'", 'startIpAddress: "0.0.0"'],
  ['a text in place of a number', 'azure', '10000', "'10000'", 'port: "10000" is not an integer'],
  [
    'a required property left out',
    'azure',
    "publicNetworkAccess: 'Enabled', ",
    '',
    'publicNetworkAccess: is required',
  ],
  [
    'an answer of Azure that is written',
    'azure',
    "name: 'Basic'",
    "name: 'Basic', tier: 'Basic'",
    'sku.tier: may not be written',
  ],
  [
    'an answer that Azure does not give',
    'app',
    'hostName',
    'hostname',
    'redis.properties.hostname is not among',
  ],
  [
    'a probe that fails too late',
    'app',
    'failureThreshold: 10',
    'failureThreshold: 11',
    'failureThreshold: 11',
  ],
  ['an API version without data', 'azure', '@2025-11-01', '@2023-07-01', 'registries@2023-07-01 is not in'],
  [
    'another API version in the other template',
    'app',
    '@2025-11-01',
    '@2023-07-01',
    'registries@2023-07-01 is not in',
  ],
  [
    'a store that is used where there is none',
    'app',
    'secrets: shared',
    'secrets: true',
    'redisDatabase is not deployed',
  ],
  [
    'a parameter that no file gives',
    'app',
    'param image',
    'param picture string\nparam image',
    'picture is not a string',
  ],
  [
    'a suffix that is too long',
    'azure',
    '@maxLength(11)',
    '@maxLength(5)',
    'resourceSuffix breaks @maxLength(5)',
  ],
  ['a name that is not declared', 'azure', '${name}.', '${nam}.', 'nam is not declared'],
  ['a comma too few', 'app', 'external: true,', 'external: true', 'a comma or a new line'],
] as const)('it is noticed: %s', (_, name, from, to, problem) => {
  const text = readFile(`infra/${name}.bicep`);
  expect(text).toContain(from);
  const look = (parameters: Readonly<Record<string, unknown>>): readonly string[] => {
    try {
      const { azure, app } = planProject(parameters, { [name]: text.replace(from, to) });
      return [...problemsOf(azure), ...problemsOf(app)];
    } catch (error) {
      return [String(error)];
    }
  };

  expect([...look({}), ...look(alone)]).toContainEqual(expect.stringContaining(problem));
});

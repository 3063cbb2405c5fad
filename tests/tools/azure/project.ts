import { readFile } from '../../support/repository.js';
import { plan, type Plan } from './plan.js';
import { readBicep } from './readBicep.js';

/** What the Agents Toolkit knows before it asks Azure for anything, and what the operator has filled in. */
export const variables: Readonly<Record<string, string>> = {
  AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
  AAD_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  TEAMS_APP_ID: '99999999-9999-4999-8999-999999999999',
  NOTIFICATIONS: 'off',
  AZURE_SUBSCRIPTION_ID: '55555555-5555-4555-8555-555555555555',
  AZURE_RESOURCE_GROUP_NAME: 'rg-call-delegates',
  RESOURCE_SUFFIX: '0a1b2c',
  // With the characters of base64 that are awkward in an address.
  SECRET_DATABASE_PASSWORD: 'Zm9v+mFy/2Jheg0aQUJDREVGR0hJSktMTU5PUFFSUy0=',
  SECRET_TOKEN_CACHE_KEY: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
};

/** What the first steps of Deploy find out. */
const image = `calldelegates0a1b2c.azurecr.io/call-delegates@sha256:${'0f'.repeat(32)}`;

/** Fills placeholders as the toolkit does: by String.replace, and a variable that is empty is missing. Throws at the first. */
export function expand(text: string, known: Readonly<Record<string, string>>): string {
  return (text.match(/\$\{\{\s*\w+\s*\}\}/g) ?? []).reduce((filled, placeholder) => {
    const name = placeholder.slice(3, -2).trim();
    const value = known[name] ?? '';
    if (value === '') throw new Error(`${name} is missing`);
    return filled.replace(placeholder, value);
  }, text);
}

type ParametersFile = { readonly parameters: Readonly<Record<string, { readonly value: unknown }>> };

/** A parameters file as it is sent to Azure. */
function readParameters(file: string, known: Readonly<Record<string, string>>): Record<string, unknown> {
  const { parameters } = JSON.parse(expand(readFile(file), known)) as ParametersFile;
  return Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
}

export const identityClientId = '66666666-6666-4666-8666-666666666666';

export type Plans = { readonly azure: Plan; readonly app: Plan };

/**
 * Both templates in the order in which the toolkit deploys them, the outputs of the first being variables of the second.
 * @param changed parameters in place of those in the parameters files
 * @param texts in place of the templates' own
 */
export function planProject(
  changed: Readonly<Record<string, unknown>> = {},
  texts: { readonly azure?: string; readonly app?: string } = {},
  known = variables,
): Plans {
  const planOne = (
    name: 'azure' | 'app',
    filled: Readonly<Record<string, string>>,
    there: Plan['resources'],
  ) => {
    const declarations = readBicep(texts[name] ?? readFile(`infra/${name}.bicep`));
    const takes = new Set(declarations.filter(({ kind }) => kind === 'param').map((param) => param.name));
    const own = Object.entries(changed).filter(([parameter]) => takes.has(parameter));
    const parameters = {
      ...readParameters(`infra/${name}.parameters.json`, filled),
      ...Object.fromEntries(own),
    };
    const answers = { 'identity.properties.clientId': identityClientId };
    return plan(declarations, { parameters, there, answers });
  };
  const azure = planOne('azure', known, []);
  const outputs = azure.outputs as Readonly<Record<string, string>>;
  return { azure, app: planOne('app', { ...known, ...outputs, SERVER_IMAGE: image }, azure.resources) };
}

type Container = {
  readonly env: readonly { readonly name: string; readonly value?: string; readonly secretRef?: string }[];
  readonly probes: readonly {
    readonly type: string;
    readonly httpGet: { readonly path: string; readonly port: number };
  }[];
};

/** The properties of a planned container app that the tests look at. */
export type ContainerApp = {
  readonly configuration: {
    readonly ingress: { readonly targetPort: number; readonly customDomains: readonly unknown[] };
    readonly secrets: readonly { readonly name: string; readonly value: string }[];
  };
  readonly template: {
    readonly terminationGracePeriodSeconds: number;
    readonly containers: readonly [Container];
    readonly scale: { readonly minReplicas: number; readonly maxReplicas: number };
  };
};

export function containerAppOf({ resources }: Plan): ContainerApp {
  const [app] = resources;
  if (app === undefined || resources.length > 1) throw new Error('There is not exactly one container app.');
  return app.properties as ContainerApp;
}

/** What the process in the container finds in its environment. */
export function environmentOf(app: ContainerApp): Readonly<Record<string, string>> {
  const secrets = new Map(app.configuration.secrets.map(({ name, value }) => [name, value]));
  return Object.fromEntries(
    app.template.containers[0].env.map(({ name, value, secretRef }) => {
      const given = value ?? secrets.get(secretRef ?? '');
      if (given === undefined || given === '') throw new Error(`${name} has no value`);
      return [name, given];
    }),
  );
}

import type { Declaration, Expression } from './bicep.js';
import { resourceTypes } from './resourceTypes.js';

export type PlannedResource = {
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** As it was written, with every expression worked out. */
  readonly value: Readonly<Record<string, unknown>>;
};

export type Plan = {
  readonly resources: readonly PlannedResource[];
  readonly outputs: Readonly<Record<string, unknown>>;
};

export type Deployment = {
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What is there already: `existing` resources must be among these. */
  readonly there?: readonly PlannedResource[];
  /** What Azure would answer, by path (`identity.properties.clientId`). Others are answered by their own path. */
  readonly answers?: Readonly<Record<string, string>>;
};

type Resource = Extract<Declaration, { kind: 'resource' }>;

/** A resource as other expressions see it. */
type Reference = { readonly resource: Resource };
const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'resource' in value;

/** What a template asks Azure for, given its parameters. Throws where Azure or its compiler would refuse. */
export function plan(declarations: readonly Declaration[], deployment: Deployment): Plan {
  const { parameters, there = [], answers = {} } = deployment;
  const named = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  for (const name of Object.keys(parameters)) {
    if (named.get(name)?.kind !== 'param') throw new Error(`${name} is not a parameter`);
  }

  const evaluate = (expression: Expression): unknown => {
    switch (expression.kind) {
      case 'value':
        return expression.value;
      case 'text':
        return expression.parts.map((part) => String(evaluate(part))).join('');
      case 'array':
        return expression.items.map(evaluate);
      case 'object':
        return Object.fromEntries(
          expression.entries.map(([key, value]) => [String(evaluate(key)), evaluate(value)]),
        );
      case 'choice':
        return evaluate(expression.test) === true ? evaluate(expression.yes) : evaluate(expression.no);
      case 'name':
        return valueOf(expression.name);
      case 'member':
      case 'call':
        return expression.kind === 'call' && expression.of === undefined
          ? call(expression.name, expression.args.map(evaluate))
          : follow(expression);
    }
  };

  const valueOf = (name: string): unknown => {
    const declaration = named.get(name);
    switch (declaration?.kind) {
      case 'param':
        return parameter(declaration);
      case 'var':
        return evaluate(declaration.value);
      case 'resource':
        return { resource: declaration } satisfies Reference;
      default:
        throw new Error(`${name} is not declared`);
    }
  };

  const parameter = ({
    name,
    type,
    decorators,
    fallback,
  }: Extract<Declaration, { kind: 'param' }>): unknown => {
    const value = parameters[name] ?? (fallback === undefined ? undefined : evaluate(fallback));
    const found = Array.isArray(value) ? 'array' : typeof value;
    if (found !== ({ bool: 'boolean', int: 'number' }[type] ?? type))
      throw new Error(`${name} is not a ${type}`);
    const size = typeof value === 'number' ? value : (value as string).length;
    for (const { name: rule, args } of decorators) {
      const [limit] = args.map(evaluate);
      if (typeof limit !== 'number') continue;
      if (rule.startsWith('min') ? size < limit : size > limit)
        throw new Error(`${name} breaks @${rule}(${limit})`);
    }
    return value;
  };

  /** `a.b.c` and `a.listKeys().b`. */
  const follow = (expression: Extract<Expression, { kind: 'member' | 'call' }>): unknown => {
    const path: string[] = [];
    let root: Expression = expression;
    while ((root.kind === 'member' || root.kind === 'call') && root.of !== undefined) {
      path.unshift(root.kind === 'call' ? `${root.name}()` : root.name);
      root = root.of;
    }
    const start = evaluate(root);
    if (!isReference(start)) {
      return path.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], start);
    }
    return read(start.resource, path.join('.'));
  };

  const read = (resource: Resource, path: string): unknown => {
    const type = resourceTypes[resource.type];
    if (type === undefined) throw new Error(`${resource.type} is not in resourceTypes.json`);
    if (!isDeployed(resource)) throw new Error(`${resource.name} is not deployed`);
    if (path === 'name') return evaluateName(resource);
    if (path === 'id') return `/${resource.type.split('@')[0] ?? ''}/${evaluateName(resource)}`;
    const readable = [...(type.read ?? []), ...(type.listKeys ?? []).map((key) => `listKeys().${key}`)];
    if (!readable.includes(path))
      throw new Error(`${resource.name}.${path} is not among what ${resource.type} answers`);
    return answers[`${resource.name}.${path}`] ?? `${resource.name}.${path}`;
  };

  const bodyOf = ({ name, body }: Resource): readonly (readonly [string, Expression])[] => {
    if (body.kind !== 'object') throw new Error(`${name} is not an object`);
    return body.entries.map(([key, value]) => [String(evaluate(key)), value]);
  };
  const evaluateName = (resource: Resource): string => {
    const name = bodyOf(resource).find(([key]) => key === 'name')?.[1];
    if (name === undefined) throw new Error(`${resource.name} has no name`);
    return String(evaluate(name));
  };
  const isDeployed = (resource: Resource): boolean =>
    resource.isExisting
      ? there.some(({ type, name }) => type === resource.type && name === evaluateName(resource))
      : resource.condition === undefined || evaluate(resource.condition) === true;

  const resources = declarations
    .filter((declaration) => declaration.kind === 'resource')
    .filter((resource) => !resource.isExisting && isDeployed(resource))
    .map((resource): PlannedResource => {
      const value = Object.fromEntries(bodyOf(resource).map(([key, part]) => [key, evaluate(part)]));
      const { properties = {} } = value as { properties?: Readonly<Record<string, unknown>> };
      return { type: resource.type, name: evaluateName(resource), properties, value };
    });
  // Also of those that nothing else asks for.
  for (const declaration of declarations) if (declaration.kind !== 'output') valueOf(declaration.name);
  const outputs = declarations
    .filter((declaration) => declaration.kind === 'output')
    .map(({ name, value }) => [name, evaluate(value)] as const);
  return { resources, outputs: Object.fromEntries(outputs) };
}

function call(name: string, args: readonly unknown[]): unknown {
  const [first] = args;
  switch (name) {
    case 'concat':
      return (args as unknown[][]).flat();
    case 'empty':
      return first === '' || (Array.isArray(first) && first.length === 0);
    case 'guid':
      return '00000000-0000-5000-8000-000000000000';
    case 'json':
      return JSON.parse(String(first));
    case 'resourceGroup':
      return { location: 'westeurope', name: 'rg' };
    case 'string':
      return String(first);
    case 'subscriptionResourceId':
      return `/subscriptions/s/providers/${args.map(String).join('/')}`;
    case 'uriComponent':
      return encodeURIComponent(String(first));
    default:
      throw new Error(`${name}() is not known here`);
  }
}

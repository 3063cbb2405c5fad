import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What may be written: `"string"`, `"bool"`, `"number"`, `"int"`, `"int 1 to 10"`, `"any"`, `"/pattern/"`, `"One | Another"`, an
 * array of one shape, or an object whose names end in `!` where they are required (`*`: any name).
 */
export type Shape = string | readonly [Shape] | { readonly [name: string]: Shape };

export type ResourceType = {
  readonly write: { readonly [name: string]: Shape };
  /** Paths of what Azure answers and one may refer to; id, name and location always are. */
  readonly read?: readonly string[];
  /** What `listKeys()` answers. */
  readonly listKeys?: readonly string[];
};

const file = join(fileURLToPath(new URL('.', `file://${__filename}`)), 'resourceTypes.json');

/**
 * The resource types that infra/ uses, by name and API version, as Azure describes them. Written by hand: of each object on the
 * way what one would plausibly set, so what is missing here must be looked up before it is used.
 * @see https://learn.microsoft.com/azure/templates
 */
export const resourceTypes = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, ResourceType>>;

/** What Azure would refuse in a value: a line each, with its path. */
export function typeProblems(value: unknown, shape: Shape, path: string): readonly string[] {
  if (typeof shape === 'string') {
    const problem = leafProblem(value, shape);
    return problem === undefined ? [] : [`${path}: ${JSON.stringify(value)} is not ${problem}`];
  }
  if (isList(shape)) {
    if (!Array.isArray(value)) return [`${path}: is not an array`];
    return value.flatMap((item, index) => typeProblems(item, shape[0], `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${path}: is not an object`];
  const missing = Object.keys(shape)
    .filter((name) => name.endsWith('!') && !(name.slice(0, -1) in value))
    .map((name) => `${path}.${name.slice(0, -1)}: is required`);
  return [
    ...missing,
    ...Object.entries(value).flatMap(([name, part]) => {
      const known = shape[name] ?? shape[`${name}!`] ?? shape['*'];
      return known === undefined
        ? [`${path}.${name}: may not be written`]
        : typeProblems(part, known, `${path}.${name}`);
    }),
  ];
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

/** What the value should have been, or undefined when it is. */
function leafProblem(value: unknown, shape: string): string | undefined {
  const [kind = '', from, , to] = shape.split(' ');
  if (shape === 'any') return undefined;
  if (kind === 'string' || kind === 'number') return typeof value === kind ? undefined : `a ${kind}`;
  if (kind === 'bool') return typeof value === 'boolean' ? undefined : 'true or false';
  if (kind === 'int') {
    const isWithin = from === undefined || (Number(value) >= Number(from) && Number(value) <= Number(to));
    return Number.isInteger(value) && isWithin ? undefined : `an integer${shape.slice('int'.length)}`;
  }
  if (shape.startsWith('/')) {
    return typeof value === 'string' && new RegExp(shape.slice(1, -1)).test(value) ? undefined : shape;
  }
  return shape.split(' | ').includes(value as string) ? undefined : `one of ${shape}`;
}

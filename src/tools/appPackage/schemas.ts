import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import AjvDraft04, { type ValidateFunction } from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const { resolve } = createRequire(import.meta.url);

/** Microsoft's JSON schemas, from `@microsoft/app-manifest`. */
const folder = join(dirname(resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams');

/** Returns one line per fault. */
export type SchemaCheck = (document: unknown, file: string) => readonly string[];

/**
 * Creates a check against a schema of the manifest version. Returns undefined if that version has no such
 * schema.
 */
export function createSchemaCheck(
  version: string,
  name: 'MicrosoftTeams' | 'MicrosoftTeams.Localization',
): SchemaCheck | undefined {
  const validate = compile(version, name);
  if (validate === undefined) return undefined;
  return (document, file) => {
    if (validate(document)) return [];
    return (validate.errors ?? []).map(({ instancePath, message = 'is not valid', params }) => {
      const place = instancePath === '' ? 'the document' : instancePath;
      const extra = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
      return `${file}: ${place} ${message}${extra}`;
    });
  };
}

function compile(version: string, name: string): ValidateFunction | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, `v${version}`, `${name}.schema.json`), 'utf8');
  } catch {
    return undefined;
  }
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(text) as object);
}

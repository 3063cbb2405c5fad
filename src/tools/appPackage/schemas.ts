import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { ToolError } from '../ToolError.js';

const { resolve } = createRequire(import.meta.url);

/** Microsoft's JSON schemas, from `@microsoft/app-manifest`. */
const folder = join(dirname(resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams');

/** Returns one line per fault. */
type SchemaCheck = (document: unknown, file: string) => readonly string[];

/** Creates a check against a schema of the manifest version. Throws ToolError if that version has no schema. */
export function createSchemaCheck(
  version: string,
  name: 'MicrosoftTeams' | 'MicrosoftTeams.Localization',
): SchemaCheck {
  const schema = join(folder, `v${version}`, `${name}.schema.json`);
  if (!existsSync(schema)) {
    throw new ToolError(
      `manifest.json: manifestVersion ${version} has no schema in the installed @microsoft/app-manifest`,
    );
  }
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
  return (document, file) => {
    if (validate(document)) return [];
    return (validate.errors ?? []).map(({ instancePath, message = 'is not valid', params }) => {
      const place = instancePath === '' ? 'the document' : instancePath;
      const extra = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
      return `${file}: ${place} ${message}${extra}`;
    });
  };
}

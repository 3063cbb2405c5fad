import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { z } from 'zod';
import { languages, type LanguageTag } from '../../contract/languages.js';
import type { Environment } from '../environmentFiles.js';
import { ToolError } from '../ToolError.js';
import {
  manifestShape,
  publishManifest,
  publishTranslation,
  toTranslation,
  translationShape,
  type Translation,
} from './documents.js';
import { checkIcon } from './icons.js';
import { fillPlaceholders } from './placeholders.js';
import { createSchemaCheck } from './schemas.js';
import { checkStorePages } from './storePages.js';
import { checkStoreRules } from './storeRules.js';

export type PackageOptions = {
  /**
   * Contains `appPackage/` with `manifest.json`, placeholders and icons, and the language folders. A store
   * package also needs the built pages here.
   */
  readonly root: string;
  readonly variables: Environment;
  /** The file that error lines name as the place to set a variable. */
  readonly variablesFile: string;
  /** Adds the notification permission to the manifest. A tenant may refuse the whole app because of it. */
  readonly hasNotifications: boolean;
  /** Also checks the rules of the Microsoft Teams Store. */
  readonly isForStore: boolean;
};

/** A fixed timestamp makes the archive reproducible. */
const writtenAt = '2000-01-01T12:00:00Z';

/** The manifest itself is in English; the other languages override it. */
const defaultLanguage: LanguageTag = 'en';

const versionNumber = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/;

/** Fills, validates and zips an app package. Throws ToolError. */
export function buildPackage({
  root,
  variables,
  variablesFile,
  hasNotifications,
  isForStore,
}: PackageOptions): Uint8Array {
  const lines: string[] = [];
  const stop = (...last: readonly string[]): never => {
    throw new ToolError(...lines, ...last);
  };
  const read = (file: string, folder = join(root, 'appPackage')): Buffer | undefined => {
    const bytes = readIfPresent(join(folder, file));
    if (bytes === undefined) lines.push(`${file}: is missing in ${folder}`);
    return bytes;
  };
  const readJson = (file: string, folder?: string): unknown => {
    const bytes = read(file, folder);
    if (bytes === undefined) return undefined;
    const filled = fillPlaceholders(bytes.toString('utf8'), variables, variablesFile);
    lines.push(...filled.lines.filter((line) => !lines.includes(line)));
    try {
      return JSON.parse(filled.text) as unknown;
    } catch (error) {
      return stop(`${file}: is not JSON (${String(error)})`);
    }
  };
  const shapeOf = <Shape extends z.ZodType>(
    shape: Shape,
    document: unknown,
    file: string,
  ): z.output<Shape> => {
    const { success, data, error } = shape.safeParse(document);
    return success
      ? data
      : stop(...error.issues.map(({ path, message }) => `${file}: /${path.join('/')} ${message}`));
  };

  const source = readJson('manifest.json');
  const { APP_VERSION: version, PUBLISHER_NAME: publisher } = variables;
  if (version !== undefined && !versionNumber.test(version))
    lines.push(`APP_VERSION: must be a version such as 1.2.3 (${variablesFile})`);
  if (lines.length > 0) stop();
  const ours = shapeOf(manifestShape, source, 'manifest.json');
  const checkManifest = createSchemaCheck(ours.manifestVersion, 'MicrosoftTeams');
  const checkTranslation = createSchemaCheck(ours.manifestVersion, 'MicrosoftTeams.Localization');
  const translated = languages
    .filter(({ tag }) => tag !== defaultLanguage)
    .map(({ tag }) => ({
      languageTag: tag.toLowerCase(),
      file: `languages/${tag.toLowerCase()}.json`,
      /** In Microsoft's localization schema. */
      words: `src/tab/i18n/${tag}/manifest.json`,
    }));
  const manifest = {
    ...publishManifest(ours, publisher),
    // Teams accepts an update only with a higher version.
    ...(version !== undefined && { version }),
    // Activity types and permission.
    ...(hasNotifications && (readJson('notifications.json') as object | undefined)),
    localizationInfo: {
      defaultLanguageTag: defaultLanguage,
      additionalLanguages: translated.map(({ languageTag, file }) => ({ languageTag, file })),
    },
  };
  lines.push(...checkManifest(manifest, 'manifest.json'));

  const files: Zippable = { 'manifest.json': toBytes(manifest) };
  for (const kind of ['color', 'outline'] as const) {
    const bytes = read(ours.icons[kind]);
    if (bytes === undefined) continue;
    files[ours.icons[kind]] = bytes;
    lines.push(...checkIcon(kind, ours.icons[kind], bytes));
  }
  const translations = new Map<string, Translation>([['manifest.json', toTranslation(manifest)]]);
  for (const { file, words } of translated) {
    const document = readJson(words, root);
    if (document === undefined) continue;
    const faults = checkTranslation(document, words);
    lines.push(...faults);
    if (faults.length > 0) continue;
    const translation = publishTranslation(shapeOf(translationShape, document, words), publisher);
    translations.set(words, translation);
    const wanted = Object.entries(translation).filter(
      ([key]) => hasNotifications || !key.startsWith('activities.'),
    );
    files[file] = toBytes(Object.fromEntries(wanted));
  }
  if (lines.length === 0 && isForStore) {
    lines.push(...checkStoreRules({ manifest, words: translations, variables, variablesFile }));
    lines.push(...checkStorePages((file) => readIfPresent(join(root, 'dist/tab', file))?.toString('utf8')));
  }
  if (lines.length > 0) stop();
  return zipSync(files, { level: 9, mtime: writtenAt });
}

function readIfPresent(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

const toBytes = (document: object) => Buffer.from(JSON.stringify(document, null, 2));

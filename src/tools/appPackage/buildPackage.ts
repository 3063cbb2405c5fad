import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { z } from 'zod';
import { languages, type LanguageTag } from '../../contract/languages.js';
import type { Environment } from '../environmentFiles.js';
import { checkIcon } from './icons.js';
import { fillPlaceholders } from './placeholders.js';
import { createSchemaCheck } from './schemas.js';

/** Why there is no package: one line a fault, each with how to mend it. */
export class PackageError extends Error {
  override name = 'PackageError';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

const manifestShape = z.looseObject({
  manifestVersion: z.string(),
  icons: z.object({ color: z.string(), outline: z.string() }),
});

/** A fixed time, so that the same content gives the same bytes. */
const writtenAt = '2000-01-01T12:00:00Z';

/** English is the manifest's own; the others lie over it. */
const defaultLanguage: LanguageTag = 'en';

/** What the package has on top when the app may tell people something in Teams: what it tells, and that it asks to. */
const notificationsFile = 'notifications.json';
/** Of what only that package has. */
const isOfNotifications = (key: string): boolean => key.startsWith('activities.');

/** Where a language says what the manifest says, as Microsoft's schema for it wants. */
const wordsOf = (tag: LanguageTag) => `src/tab/i18n/${tag}/manifest.json`;

/**
 * Fills, checks and zips an app package. Throws PackageError.
 * @param root holds `appPackage/` with `manifest.json`, its placeholders and the icons, and the folder of each language
 * @param variablesFile what a line names as the place to mend a variable
 * @param notifications asks for the permission to tell people something, without which a tenant may refuse the app as a whole
 */
export function buildPackage(
  root: string,
  variables: Environment,
  variablesFile: string,
  notifications = false,
): Uint8Array {
  const lines: string[] = [];
  const read = (file: string, folder = join(root, 'appPackage')): Buffer | undefined => {
    try {
      return readFileSync(join(folder, file));
    } catch {
      lines.push(`${file}: is missing in ${folder}`);
      return undefined;
    }
  };
  const parse = (text: string, file: string): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      throw new PackageError([...lines, `${file}: is not JSON (${String(error)})`]);
    }
  };

  const filled = fillPlaceholders(read('manifest.json')?.toString('utf8') ?? '{}', variables, variablesFile);
  lines.push(...filled.lines);
  if (lines.length > 0) throw new PackageError(lines);
  const shape = manifestShape.safeParse(parse(filled.text, 'manifest.json'));
  if (!shape.success) {
    throw new PackageError(
      shape.error.issues.map(({ path, message }) => `manifest.json: /${path.join('/')} ${message}`),
    );
  }
  const { manifestVersion, icons } = shape.data;
  const checkManifest = createSchemaCheck(manifestVersion, 'MicrosoftTeams');
  const checkLanguage = createSchemaCheck(manifestVersion, 'MicrosoftTeams.Localization');
  if (checkManifest === undefined || checkLanguage === undefined) {
    throw new PackageError([
      `manifest.json: manifestVersion ${manifestVersion} has no schema in the installed @microsoft/app-manifest`,
    ]);
  }
  const translations = languages
    .filter(({ tag }) => tag !== defaultLanguage)
    .map(({ tag }) => ({ tag, file: `languages/${tag.toLowerCase()}.json` }));
  const more = notifications ? read(notificationsFile)?.toString('utf8') : undefined;
  const manifest = {
    ...shape.data,
    ...(more === undefined ? {} : (parse(more, notificationsFile) as object)),
    localizationInfo: {
      defaultLanguageTag: defaultLanguage,
      additionalLanguages: translations.map(({ tag, file }) => ({ languageTag: tag.toLowerCase(), file })),
    },
  };
  lines.push(...checkManifest(manifest, 'manifest.json'));

  const files: Zippable = { 'manifest.json': Buffer.from(JSON.stringify(manifest, null, 2)) };
  for (const kind of ['color', 'outline'] as const) {
    const bytes = read(icons[kind]);
    if (bytes === undefined) continue;
    files[icons[kind]] = bytes;
    lines.push(...checkIcon(kind, icons[kind], bytes));
  }
  for (const { tag, file } of translations) {
    const bytes = read(wordsOf(tag), root);
    if (bytes === undefined) continue;
    const words = parse(bytes.toString('utf8'), wordsOf(tag)) as object;
    lines.push(...checkLanguage(words, wordsOf(tag)));
    const wanted = Object.entries(words).filter(([key]) => notifications || !isOfNotifications(key));
    files[file] = Buffer.from(JSON.stringify(Object.fromEntries(wanted), null, 2));
  }
  if (lines.length > 0) throw new PackageError(lines);
  return zipSync(files, { level: 9, mtime: writtenAt });
}

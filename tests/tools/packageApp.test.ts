import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { languages } from '../../src/contract/languages.js';
import { buildPackage, PackageError } from '../../src/tools/appPackage/buildPackage.js';
import { readEnvironment } from '../../src/tools/environmentFiles.js';

const root = fileURLToPath(new URL('../..', `file://${__filename}`));
const tool = join(root, 'dist/tools/packageApp.js');
const good = {
  TEAMS_APP_ID: '99999999-9999-4999-8999-999999999999',
  TAB_ENDPOINT: 'https://tab.contoso.example',
  TAB_DOMAIN: 'tab.contoso.example',
  AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
};
const words = 'src/tab/i18n';
const translations = languages.map(({ tag }) => tag.toLowerCase()).filter((tag) => tag !== 'en');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  cpSync(join(root, 'appPackage'), join(folder, 'appPackage'), {
    recursive: true,
    filter: (path) => path !== join(root, 'appPackage', 'build'),
  });
  cpSync(join(root, 'src/tab/i18n'), join(folder, 'src/tab/i18n'), { recursive: true });
  mkdirSync(join(folder, 'env'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const setEnvironment = (name: string, variables: Readonly<Record<string, string>>) => {
  const lines = Object.entries(variables).map(([variable, value]) => `${variable}=${value}`);
  writeFileSync(join(folder, 'env', `.env.${name}`), lines.join('\n'));
};

const run = (...args: readonly string[]) =>
  new Promise<{ code: number; out: string; lines: string[] }>((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '' };
    execFile(process.execPath, [tool, ...args], { cwd: folder, env }, (error, out, problems) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, out, lines: problems.trim().split('\n') });
    });
  });

/** Returns the lines that the command prints, without starting a process. */
function findProblems(): readonly string[] {
  try {
    buildPackage({
      root: folder,
      variables: readEnvironment(folder, 'dev', {}),
      variablesFile: 'env/.env.dev',
      hasNotifications: false,
      isForStore: false,
    });
    return [];
  } catch (error) {
    if (error instanceof PackageError) return error.lines;
    throw error;
  }
}

const edit = (file: string, change: (text: string) => string, within = 'appPackage') => {
  const path = join(folder, within, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

test('writes a complete package with all values filled in, the same bytes each time', async () => {
  setEnvironment('dev', good);
  expect(await run()).toMatchObject({
    code: 0,
    out: expect.stringContaining('appPackage.dev.zip') as string,
  });
  const bytes = readFileSync(join(folder, 'appPackage/build/appPackage.dev.zip'));
  const files = unzipSync(bytes);
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Record<
    string,
    unknown
  >;

  expect(Object.keys(files).sort()).toEqual([
    'color.png',
    ...translations.map((tag) => `languages/${tag}.json`).sort(),
    'manifest.json',
    'outline.png',
  ]);
  expect(manifest).toMatchObject({
    id: good.TEAMS_APP_ID,
    validDomains: ['tab.contoso.example'],
    showLoadingIndicator: true,
    webApplicationInfo: {
      id: good.AAD_APP_CLIENT_ID,
      resource: `api://tab.contoso.example/${good.AAD_APP_CLIENT_ID}`,
    },
    developer: { privacyUrl: 'https://tab.contoso.example/privacy' },
  });
  expect(strFromU8(files['manifest.json'] ?? new Uint8Array())).not.toContain('${{');
  await run();
  expect(readFileSync(join(folder, 'appPackage/build/appPackage.dev.zip')).equals(bytes)).toBe(true);
});

test('lists each language of the tab with its texts', async () => {
  setEnvironment('dev', good);
  await run();
  const files = unzipSync(readFileSync(join(folder, 'appPackage/build/appPackage.dev.zip')));
  const parse = (file: string) => JSON.parse(strFromU8(files[file] ?? new Uint8Array())) as unknown;
  const words = translations.map((tag) => parse(`languages/${tag}.json`) as Record<string, string>);

  expect(parse('manifest.json')).toMatchObject({
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: translations.map((tag) => ({ languageTag: tag, file: `languages/${tag}.json` })),
    },
  });
  for (const key of ['name.full', 'description.short', 'description.full']) {
    expect(new Set(words.map((language) => language[key])).size).toBe(translations.length);
  }
  expect(words.filter((language) => !language['description.full']?.includes('Microsoft 365'))).toEqual([]);
});

// The same variable turns on notifications in the server.
test.each([
  ['plain', undefined, []],
  ['plain', 'off', []],
  ['plain', 'on', ['--no-notifications']],
  ['notifications', undefined, ['--notifications']],
  ['notifications', 'on', []],
])('builds a %s package with NOTIFICATIONS=%s and %j', async (kind, notifications, args) => {
  setEnvironment('dev', { ...good, ...(notifications !== undefined && { NOTIFICATIONS: notifications }) });
  await run(...args);
  const files = unzipSync(readFileSync(join(folder, 'appPackage/build/appPackage.dev.zip')));
  const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());

  expect(manifest.includes('TeamsActivity.Send.User')).toBe(kind !== 'plain');
});

test('writes one file per environment, and lets the user’s variables override it', async () => {
  setEnvironment('prod', { ...good, TEAMS_APP_ID: 'not set yet' });
  setEnvironment('prod.user', { TEAMS_APP_ID: good.TEAMS_APP_ID });

  expect(await run('--env', 'prod')).toMatchObject({ code: 0 });
  unzipSync(readFileSync(join(folder, 'appPackage/build/appPackage.prod.zip')));
});

test('requires a publisher, a contact and the pages only for the store', async () => {
  setEnvironment('dev', good);

  expect(await run('--publish')).toMatchObject({
    code: 1,
    lines: [
      expect.stringMatching(/^PUBLISHER_NAME: has no value.*env\/\.env\.dev$/),
      expect.stringMatching(/^SUPPORT_CONTACT: has no value.*env\/\.env\.dev$/),
      'dist/tab: the pages are not built; run npm run build',
    ],
  });
  expect(() => readFileSync(join(folder, 'appPackage/build/appPackage.dev.zip'))).toThrow();
  expect(await run()).toMatchObject({ code: 0 });
});

describe('reports in one line', () => {
  test.each([
    [
      'a placeholder without a value',
      { TEAMS_APP_ID: '' },
      'TEAMS_APP_ID: has no value; set it in env/.env.dev',
    ],
    ['a bad GUID', { AAD_APP_CLIENT_ID: 'my-app' }, 'AAD_APP_CLIENT_ID: must be a GUID'],
    [
      'a domain with scheme',
      { TAB_DOMAIN: 'https://tab.contoso.example' },
      'TAB_DOMAIN: must be a host name without scheme',
    ],
    [
      'a domain in upper case',
      { TAB_DOMAIN: 'Tab.contoso.example' },
      'TAB_DOMAIN: must be a host name in lower case',
    ],
    [
      'a domain of another endpoint',
      { TAB_DOMAIN: 'tab.example' },
      'TAB_DOMAIN: must be the host of TAB_ENDPOINT, tab.contoso.example',
    ],
    [
      'an endpoint without https',
      { TAB_ENDPOINT: 'http://tab.contoso.example' },
      'TAB_ENDPOINT: must begin with https://',
    ],
    [
      'an endpoint with a path',
      { TAB_ENDPOINT: 'https://tab.contoso.example/tab' },
      'TAB_ENDPOINT: must be an origin without path',
    ],
  ])('%s', (_, change, line) => {
    setEnvironment('dev', { ...good, ...change });
    const lines = findProblems();

    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
  });

  test.each<[string, () => void, RegExp]>([
    [
      'a name that is too long',
      () => {
        edit('manifest.json', (text) =>
          text.replace('"short": "Call Delegates"', `"short": "${'x'.repeat(31)}"`),
        );
      },
      /^manifest\.json: \/name\/short must NOT have more than 30 characters$/,
    ],
    [
      'an unknown member',
      () => {
        edit('manifest.json', (text) => text.replace('"permissions"', '"permissionz"'));
      },
      /^manifest\.json: the document must NOT have additional properties \(permissionz\)$/,
    ],
    [
      'a version without a schema',
      () => {
        edit('manifest.json', (text) =>
          text.replace('"manifestVersion": "1.30"', '"manifestVersion": "9.9"'),
        );
      },
      /^manifest\.json: manifestVersion 9\.9 has no schema/,
    ],
    [
      'text that is not JSON',
      () => {
        edit('manifest.json', (text) => text.slice(1));
      },
      /^manifest\.json: is not JSON/,
    ],
    [
      'an unknown member in a language',
      () => {
        edit('de/manifest.json', (text) => text.replace('staticTabs[0].name', 'staticTabs[0].title'), words);
      },
      /^src\/tab\/i18n\/de\/manifest\.json: the document must NOT have additional properties/,
    ],
    [
      'a translation that is too long',
      () => {
        edit(
          'fr/manifest.json',
          (text) => text.replace('"description.short": "', `$&${'x'.repeat(80)}`),
          words,
        );
      },
      /^src\/tab\/i18n\/fr\/manifest\.json: \/description\.short must NOT have more than 80 characters$/,
    ],
    [
      'a missing language',
      () => {
        rmSync(join(folder, words, 'ja/manifest.json'));
      },
      /^src\/tab\/i18n\/ja\/manifest\.json: is missing/,
    ],
    [
      'an icon of the wrong size',
      () => {
        writeIcon('color.png', 96, [0, 0, 0, 255]);
      },
      /^color\.png: is 96×96 pixels; it must be 192×192$/,
    ],
    [
      'a color icon with transparent pixels',
      () => {
        writeIcon('color.png', 192, [0, 0, 0, 0]);
      },
      /^color\.png: has transparent pixels/,
    ],
    [
      'a colored outline',
      () => {
        writeIcon('outline.png', 32, [255, 0, 0, 255], true);
      },
      /^outline\.png: has colored pixels/,
    ],
    [
      'an outline icon without an outline',
      () => {
        writeIcon('outline.png', 32, [255, 255, 255, 255]);
      },
      /^outline\.png: must show a white outline/,
    ],
    [
      'an icon that is not an image',
      () => {
        edit('outline.png', () => 'hello');
      },
      /^outline\.png: is not a PNG file$/,
    ],
  ])('%s', (_, inject, line) => {
    setEnvironment('dev', good);
    inject();

    expect(findProblems()).toEqual([expect.stringMatching(line)]);
  });
});

function writeIcon(file: string, side: number, colour: readonly number[], hasHole = false): void {
  const image = new PNG({ width: side, height: side });
  for (let at = 0; at < image.data.length; at += 4) image.data.set(colour, at);
  if (hasHole) image.data[3] = 0;
  writeFileSync(join(folder, 'appPackage', file), PNG.sync.write(image));
}

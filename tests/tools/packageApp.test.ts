import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { activityTypes, tabEntityId } from '../../src/contract/teamsApp.js';
import { languages } from '../../src/contract/languages.js';
import { buildPackage } from '../../src/tools/appPackage/buildPackage.js';
import { checkIcon } from '../../src/tools/appPackage/icons.js';
import { fillPlaceholders } from '../../src/tools/appPackage/placeholders.js';
import { ToolError } from '../../src/tools/ToolError.js';
import { newFolder } from '../support/newFolder.js';
import { root } from '../support/repository.js';
import { runBuilt } from '../support/runBuilt.js';

const good = {
  TEAMS_APP_ID: '99999999-9999-4999-8999-999999999999',
  TAB_ENDPOINT: 'https://tab.contoso.example',
  TAB_DOMAIN: 'tab.contoso.example',
  AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
};
const translations = languages.map(({ tag }) => tag.toLowerCase()).filter((tag) => tag !== 'en');

const folder = newFolder();
beforeAll(() => {
  cpSync(join(root, 'appPackage'), join(folder, 'appPackage'), {
    recursive: true,
    filter: (path) => path !== join(root, 'appPackage', 'build'),
  });
  cpSync(join(root, 'src/tab/i18n'), join(folder, 'src/tab/i18n'), { recursive: true });
  mkdirSync(join(folder, 'env'));
  setEnvironment('dev', good);
  setEnvironment('prod', { ...good, TEAMS_APP_ID: 'not set yet', NOTIFICATIONS: 'on' });
  setEnvironment('prod.user', { TEAMS_APP_ID: good.TEAMS_APP_ID });
});

const setEnvironment = (name: string, variables: Readonly<Record<string, string>>) => {
  const lines = Object.entries(variables).map(([variable, value]) => `${variable}=${value}`);
  writeFileSync(join(folder, 'env', `.env.${name}`), lines.join('\n'));
};
const target = (name: string) => join(folder, `appPackage/build/appPackage.${name}.zip`);

type Files = ReturnType<typeof unzipSync>;
type Manifest = {
  readonly activities: { readonly activityTypes: readonly Readonly<Record<string, string>>[] };
  readonly staticTabs: readonly { readonly entityId: string }[];
  readonly [part: string]: unknown;
};
const textOf = (files: Files, file: string) => strFromU8(files[file] ?? new Uint8Array());
const manifestOf = (files: Files) => JSON.parse(textOf(files, 'manifest.json')) as Manifest;
const wordsIn = (files: Files) =>
  translations.map((tag) => JSON.parse(textOf(files, `languages/${tag}.json`)) as Record<string, string>);

/** Runs the command and reads the package that it writes. */
async function packageBy(...args: readonly string[]): Promise<Files> {
  const { out } = await runBuilt('tools/packageApp', args, {}, folder);
  const name = args.includes('prod') ? 'prod' : 'dev';
  expect(out).toContain(`appPackage/build/appPackage.${name}.zip`);
  return unzipSync(readFileSync(target(name)));
}
const build = (variables = {}, change = {}) =>
  buildPackage({
    root: folder,
    variables: { ...good, ...variables },
    variablesFile: 'env/.env.dev',
    hasNotifications: false,
    isForStore: false,
    ...change,
  });
function problemsOf(variables = {}): readonly string[] {
  try {
    build(variables);
    return [];
  } catch (error) {
    if (error instanceof ToolError) return error.lines;
    throw error;
  }
}

let plain: Buffer;

describe('the plain package', () => {
  let files: Files;
  beforeAll(async () => {
    files = await packageBy();
    plain = readFileSync(target('dev'));
  });

  test('is complete, with all values filled in and each language of the tab', () => {
    const languageFiles = translations.map((tag) => `languages/${tag}.json`);

    expect(new Set(Object.keys(files))).toEqual(
      new Set(['manifest.json', 'color.png', 'outline.png', ...languageFiles]),
    );
    expect(manifestOf(files)).toMatchObject({
      id: good.TEAMS_APP_ID,
      version: '0.1.0',
      validDomains: ['tab.contoso.example'],
      showLoadingIndicator: true,
      webApplicationInfo: {
        id: good.AAD_APP_CLIENT_ID,
        resource: `api://tab.contoso.example/${good.AAD_APP_CLIENT_ID}`,
      },
      developer: { privacyUrl: 'https://tab.contoso.example/privacy' },
      localizationInfo: {
        defaultLanguageTag: 'en',
        additionalLanguages: languageFiles.map((file, index) => ({ languageTag: translations[index], file })),
      },
    });
    expect(textOf(files, 'manifest.json')).not.toContain('${{');
  });

  test('has its own texts in each language', () => {
    const words = wordsIn(files);

    for (const key of ['name.full', 'description.short', 'description.full'])
      expect(new Set(words.map((language) => language[key])).size).toBe(translations.length);
    expect(words.filter((language) => !language['description.full']?.includes('Microsoft 365'))).toEqual([]);
  });

  test('requests nothing and mentions no notifications', () => {
    for (const file of Object.keys(files).filter((name) => name.endsWith('.json')))
      expect(textOf(files, file)).not.toMatch(/activit|authorization|TeamsActivity/);
  });
});

describe('the package with notifications', () => {
  let files: Files;
  beforeAll(async () => {
    files = await packageBy('--notifications');
  });

  test('declares every activity type that the server sends, in each language', () => {
    const manifest = manifestOf(files);
    const declared = manifest.activities.activityTypes;

    expect(declared.map((activity) => activity['type'])).toEqual(Object.values(activityTypes));
    // A notification links to the tab.
    expect(manifest.staticTabs.map(({ entityId }) => entityId)).toEqual([tabEntityId]);
    for (const [index, { templateText = '' }] of declared.entries()) {
      const key = `activities.activityTypes[${index}]`;
      const texts = [templateText, ...wordsIn(files).map((words) => words[`${key}.templateText`] ?? '')];
      // Teams fills in the actor itself. It does not allow a full stop.
      for (const text of texts) expect(text).toMatch(/^[^{}]*\{actor\}[^{}]*[^{}.。]$/);
      expect(new Set(texts).size).toBe(texts.length);
      for (const words of wordsIn(files)) expect(words[`${key}.description`]).toMatch(/./);
    }
  });

  test('has the app id of the plain one, and requests only the permission that each user can consent to', () => {
    expect(manifestOf(files)).toMatchObject({ id: good.TEAMS_APP_ID });
    expect(manifestOf(files)['authorization']).toEqual({
      permissions: { resourceSpecific: [{ name: 'TeamsActivity.Send.User', type: 'Application' }] },
    });
  });

  // The same variable turns on notifications in the server. The user's variables override the shared ones.
  test('is the default with NOTIFICATIONS=on', async () => {
    expect(textOf(await packageBy('--env', 'prod'), 'manifest.json')).toContain('TeamsActivity.Send.User');
  });

  test('--no-notifications builds the plain package nevertheless, with the same bytes each time', async () => {
    await packageBy('--env', 'prod', '--no-notifications');

    expect(readFileSync(target('prod')).equals(plain)).toBe(true);
  });
});

test('gives the package the publisher’s name in every language, and the given version', () => {
  const variables = {
    PUBLISHER_NAME: 'Contoso',
    SUPPORT_CONTACT: 'help@contoso.example',
    APP_VERSION: '0.2.10',
  };
  const files = unzipSync(build(variables, { root, hasNotifications: true, isForStore: true }));

  expect(manifestOf(files)).toMatchObject({
    version: '0.2.10',
    developer: { name: 'Contoso' },
    name: { short: 'Contoso Call Delegates' },
  });
  for (const words of wordsIn(files)) expect(words['name.short']).toBe('Contoso Call Delegates');
});

test('requires a publisher, a contact and the pages only for the store', async () => {
  rmSync(target('dev'), { force: true });
  const { code, problems } = await runBuilt('tools/packageApp', ['--publish'], {}, folder);

  expect(code).toBe(1);
  expect(problems.trim().split('\n')).toEqual([
    expect.stringMatching(/^PUBLISHER_NAME: has no value.*env\/\.env\.dev$/),
    expect.stringMatching(/^SUPPORT_CONTACT: has no value.*env\/\.env\.dev$/),
    'dist/tab: the pages are not built; run npm run build',
  ]);
  expect(existsSync(target('dev'))).toBe(false);
});

test.each([
  [{ TEAMS_APP_ID: undefined }, 'TEAMS_APP_ID: has no value; set it in env'],
  [{ AAD_APP_CLIENT_ID: 'my-app' }, 'AAD_APP_CLIENT_ID: must be a GUID'],
  [{ TAB_DOMAIN: 'https://tab.contoso.example' }, 'TAB_DOMAIN: must be a host name without scheme'],
  [{ TAB_DOMAIN: 'Tab.contoso.example' }, 'TAB_DOMAIN: must be a host name in lower case'],
  [{ TAB_DOMAIN: 'tab.example' }, 'TAB_DOMAIN: must be the host of TAB_ENDPOINT, tab.contoso.example'],
  [{ TAB_ENDPOINT: 'http://tab.contoso.example' }, 'TAB_ENDPOINT: must begin with https://'],
  [{ TAB_ENDPOINT: 'https://tab.contoso.example/tab' }, 'TAB_ENDPOINT: must be an origin without path'],
])('with %j a placeholder cannot be filled: %s', (change, line) => {
  const [name = ''] = Object.keys(change);

  expect(fillPlaceholders(`\${{${name}}}`, { ...good, ...change }, 'env').lines).toEqual([
    expect.stringContaining(line),
  ]);
});

test.each(['2', '1.2', '1.2.3.4', 'v1.2.3', '01.2.3'])('refuses the version %s', (version) => {
  expect(problemsOf({ APP_VERSION: version })).toEqual([
    'APP_VERSION: must be a version such as 1.2.3 (env/.env.dev)',
  ]);
});

describe('of changed files', () => {
  const changed: string[] = [];
  const edit = (file: string, change: (text: string) => string) => {
    const text = readFileSync(join(root, file), 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(join(folder, file), change(text));
    changed.push(file);
  };
  afterEach(() => {
    for (const file of changed.splice(0)) cpSync(join(root, file), join(folder, file));
  });
  const manifest = 'appPackage/manifest.json';
  const words = 'src/tab/i18n';

  test.each<[string, (text: string) => string, RegExp]>([
    ['a version without a schema', (text) => text.replace('"1.30"', '"9.9"'), /^manifest\.json: manifestVersion 9\.9 has no schema/], // prettier-ignore
    ['text that is not JSON', (text) => text.slice(1), /^manifest\.json: is not JSON/],
  ])('stops at %s', (_, change, line) => {
    edit(manifest, change);

    expect(problemsOf()).toEqual([expect.stringMatching(line)]);
  });

  test('names each fault in one line', () => {
    edit(manifest, (text) =>
      text
        .replace('"short": "Call Delegates"', `"short": "${'x'.repeat(31)}"`)
        .replace('"permissions"', '"permissionz"'),
    );
    edit(`${words}/de/manifest.json`, (text) => text.replace('staticTabs[0].name', 'staticTabs[0].title'));
    edit(`${words}/fr/manifest.json`, (text) =>
      text.replace('"description.short": "', `$&${'x'.repeat(80)}`),
    );
    edit('appPackage/outline.png', () => 'hello');
    rmSync(join(folder, words, 'ja/manifest.json'));
    changed.push(`${words}/ja/manifest.json`);

    expect([...problemsOf()].sort()).toEqual(
      [
        /^manifest\.json: \/name\/short must NOT have more than 30 characters$/,
        /^manifest\.json: the document must NOT have additional properties \(permissionz\)$/,
        /^outline\.png: is not a PNG file$/,
        /^src\/tab\/i18n\/de\/manifest\.json: the document must NOT have additional properties/,
        /^src\/tab\/i18n\/fr\/manifest\.json: \/description\.short must NOT have more than 80 characters$/,
        /^src\/tab\/i18n\/ja\/manifest\.json: is missing/,
      ].map((line) => expect.stringMatching(line) as unknown),
    );
  });
});

describe('an icon', () => {
  const draw = (side: number, colour: readonly number[], hasHole = false) => {
    const image = new PNG({ width: side, height: side });
    for (let at = 0; at < image.data.length; at += 4) image.data.set(colour, at);
    if (hasHole) image.data[3] = 0;
    return PNG.sync.write(image);
  };

  test.each([
    ['color', 'the wrong size', draw(96, [0, 0, 0, 255]), 'is 96×96 pixels; it must be 192×192'],
    ['color', 'transparent pixels', draw(192, [0, 0, 0, 0]), 'has transparent pixels'],
    ['outline', 'colored pixels', draw(32, [255, 0, 0, 255], true), 'has colored pixels'],
    ['outline', 'no outline', draw(32, [255, 255, 255, 255]), 'must show a white outline'],
  ] as const)('for %s must not have %s', (kind, _, bytes, line) => {
    expect(checkIcon(kind, 'icon.png', bytes)).toEqual([expect.stringContaining(`icon.png: ${line}`)]);
  });
});

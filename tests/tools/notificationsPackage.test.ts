import { strFromU8, unzipSync } from 'fflate';
import { activityTypes } from '../../src/contract/activityTypes.js';
import { languages } from '../../src/contract/languages.js';
import { tabEntityId } from '../../src/contract/teamsApp.js';
import { buildPackage } from '../../src/tools/appPackage/buildPackage.js';
import { root } from '../support/repository.js';

const variables = {
  TEAMS_APP_ID: '99999999-9999-4999-8999-999999999999',
  TAB_ENDPOINT: 'https://tab.contoso.example',
  TAB_DOMAIN: 'tab.contoso.example',
  AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
};

type Manifest = {
  readonly activities?: {
    readonly activityTypes: readonly {
      readonly type: string;
      readonly description: string;
      readonly templateText: string;
    }[];
  };
  readonly authorization?: unknown;
  readonly staticTabs: readonly { readonly entityId: string }[];
};

const filesOf = (hasNotifications: boolean, more: Readonly<Record<string, string>> = {}) =>
  unzipSync(
    buildPackage({
      root,
      variables: { ...variables, ...more },
      variablesFile: 'env/.env.dev',
      hasNotifications,
      isForStore: false,
    }),
  );
const parse = (files: ReturnType<typeof filesOf>, file: string): unknown =>
  JSON.parse(strFromU8(files[file] ?? new Uint8Array()));
const translations = languages.map(({ tag }) => tag.toLowerCase()).filter((tag) => tag !== 'en');
const placeholdersIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

test('declares every activity type that the server sends, with its parameters, in each language', () => {
  const files = filesOf(true);
  const manifest = parse(files, 'manifest.json') as Manifest;
  const declared = manifest.activities?.activityTypes ?? [];

  expect(declared.map(({ type }) => type)).toEqual(Object.values(activityTypes).map(({ name }) => name));
  for (const [index, { name, parameters }] of Object.values(activityTypes).entries()) {
    const own = declared.find(({ type }) => type === name);
    const texts = [
      own?.templateText ?? '',
      ...translations.map((tag) => {
        const words = parse(files, `languages/${tag}.json`) as Record<string, string>;
        return words[`activities.activityTypes[${index}].templateText`] ?? '';
      }),
    ];
    for (const text of texts) {
      // Teams fills in the actor itself. It does not allow a full stop.
      expect(placeholdersIn(text).sort()).toEqual(['actor', ...parameters].sort());
      expect(text).not.toMatch(/[.。]$/);
    }
    expect(new Set(texts).size).toBe(texts.length);
  }
});

test('describes each activity type in each language', () => {
  const files = filesOf(true);
  for (const tag of translations) {
    const words = parse(files, `languages/${tag}.json`) as Record<string, string>;
    const described = Object.keys(activityTypes).map(
      (_, index) => words[`activities.activityTypes[${index}].description`],
    );
    expect(new Set(described).size).toBe(described.length);
    expect(described).not.toContain(undefined);
  }
});

test('requests only the permission that each user can consent to', () => {
  const { authorization } = parse(filesOf(true), 'manifest.json') as Manifest;

  expect(authorization).toEqual({
    permissions: { resourceSpecific: [{ name: 'TeamsActivity.Send.User', type: 'Application' }] },
  });
});

test('requests nothing and mentions no notifications in the plain package', () => {
  const files = filesOf(false);
  for (const [file, bytes] of Object.entries(files)) {
    if (file.endsWith('.json')) expect(strFromU8(bytes)).not.toMatch(/activit|authorization|TeamsActivity/);
  }
});

test('gives both packages the same app id, and the given version', () => {
  const [plain, other] = [filesOf(false), filesOf(true, { APP_VERSION: '0.2.10' })].map(
    (files) => parse(files, 'manifest.json') as { id: string; version: string },
  );

  expect(other?.id).toBe(plain?.id);
  expect([plain?.version, other?.version]).toEqual(['0.1.0', '0.2.10']);
  for (const version of ['2', '1.2', '1.2.3.4', 'v1.2.3', '01.2.3'])
    expect(() => filesOf(false, { APP_VERSION: version })).toThrow(
      'APP_VERSION: must be a version such as 1.2.3 (env/.env.dev)',
    );
});

test('links a notification to an existing tab', () => {
  const manifest = parse(filesOf(true), 'manifest.json') as Manifest;

  expect(manifest.staticTabs.map(({ entityId }) => entityId)).toEqual([tabEntityId]);
});

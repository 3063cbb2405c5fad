import { execSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parseConfig } from '../../src/server/config.js';
import { encryptionKey } from '../../src/server/variables.js';
import { namesIn, readFile, root } from '../support/repository.js';

/** Returns a document's text between a heading and the next one. */
const sectionOf = (page: string, heading: string) =>
  readFile(page).split(`## ${heading}`)[1]?.split('\n## ')[0] ?? '';

const entra = JSON.parse(readFile('aad.manifest.json')) as {
  readonly notes: string;
  readonly requiredResourceAccess: readonly [
    { readonly resourceAccess: readonly { readonly id: string; readonly type: string }[] },
  ];
  readonly optionalClaims: { readonly accessToken: readonly { readonly name: string }[] };
};
const [{ resourceAccess }] = entra.requiredResourceAccess;

describe('documents', () => {
  const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter(
    (name) => name.endsWith('.md'),
  );

  /** GitHub’s heading anchors: lower case, hyphens for spaces, no other punctuation. */
  const anchorsOf = (page: string) =>
    namesIn(readFile(page), /^#+ (.+)$/gm).map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );

  test.each(pages)('every link of %s leads to an existing file and heading', (page) => {
    const links = [...readFile(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)#?([^)\s]*)\)/g)];
    const broken = links.filter(([, file = '', anchor = '']) => {
      const target = file === '' ? page : join(dirname(page), file);
      if (!existsSync(join(root, target))) return true;
      return anchor !== '' && !anchorsOf(target).includes(anchor);
    });

    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test('the command of setup.md creates a secret that the server accepts as an encryption key', () => {
    const [, line = ''] = /^ *(node -p .+base64.+)$/m.exec(readFile('docs/setup.md')) ?? [];
    const secret = execSync(line, { encoding: 'utf8' }).trim();

    expect(encryptionKey.parse(secret).toString('base64')).toBe(secret);
  });

  test('the administrator’s link requests all scopes at once for the whole tenant', () => {
    const page = readFile('docs/administrator.md').replaceAll('{tenant id}', 'TENANT').replaceAll('{client id}', 'CLIENT'); // prettier-ignore
    const url = new URL(/https:\S+adminconsent\S+/.exec(page)?.[0] ?? '');
    // The table of setup.md has the name of each scope.
    const scopes = resourceAccess.map(({ id }) => namesIn(readFile('docs/setup.md'), new RegExp(`\`([\\w.]+)\`\\s+\\| \`${id}\``, 'g'))[0]); // prettier-ignore

    expect(url.origin + url.pathname).toBe('https://login.microsoftonline.com/TENANT/v2.0/adminconsent');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'CLIENT',
      redirect_uri: 'https://tab.contoso.com/auth/end',
      state: expect.stringMatching(/./) as unknown,
      scope: expect.any(String) as unknown,
    });
    expect(url.searchParams.get('scope')?.split(' ').sort()).toEqual(
      scopes.map((name = '') => `https://graph.microsoft.com/${name}`).sort(),
    );
  });
});

describe('the configuration table', () => {
  const inProgram = namesIn(readFile('src/server/config.ts'), /^ {4}([A-Z][A-Z0-9_]+): /gm);
  const example = parseEnv(readFile('env/.env.example')) as Readonly<Record<string, string>>;
  const table = sectionOf('README.md', 'Configuration');
  const rows = [...table.matchAll(/^\| `([A-Z0-9_]+)` +\| (.+?) +\|/gm)];

  const needed = {
    AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
    AAD_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
    SECRET_AAD_APP_CLIENT_SECRET: 'a secret',
  };

  test('README and .env.example list every variable of the server and no other', () => {
    expect(inProgram).toContain('WATCH_INTERVAL_MINUTES');
    expect(rows.map(([, name]) => name).sort()).toEqual([...inProgram].sort());
    expect(Object.keys(example).sort()).toEqual([...inProgram].sort());
  });

  test('.env.example shows the defaults', () => {
    expect(parseConfig({ ...example, ...needed })).toEqual(parseConfig(needed));
  });

  test.each(rows.map(([, name = '', given = '']) => [name, given] as const))(
    'README states the default of %s: %s',
    (name, given) => {
      const value = /^`([^`]+)`/.exec(given)?.[1] ?? given.split(':')[0] ?? '';
      const isValue = !['–', 'empty', 'unset'].includes(value);
      const written = isValue ? value.replace('$PORT', '3978') : '';

      expect(parseConfig({ ...needed, ...(!(name in needed) && { [name]: written }) })).toEqual(
        parseConfig(needed),
      );
      // A default of the program must be documented.
      expect(isValue || (example[name] ?? '') === '').toBe(true);
    },
  );
});

describe('security promises', () => {
  const table = sectionOf('docs/security.md', 'What is promised');
  const rows = [...table.matchAll(/^\| (?!promise |-)(.+?) +\| (.+?) +\|$/gm)];

  test('finds the table of promises', () => expect(rows.length).toBeGreaterThan(15));

  test.each(rows.map(([, promise = '', holders = '']) => [promise, holders] as const))(
    '%s: the cited tests exist',
    (_, holders) => {
      if (holders.startsWith('`npm run bench`')) return;
      for (const part of holders.split('; ')) {
        const texts = namesIn(part, /`([^` ]+\.ts)`/g).map((file) => readFile(`tests/${file}`));
        const names = namesIn(part, /"([^"]+?)(?: …)?"/g);

        expect(texts).not.toEqual([]);
        expect(names.filter((name) => !texts.some((text) => text.includes(name)))).toEqual([]);
      }
    },
  );
});

describe('the lock file', () => {
  type Entry = {
    readonly integrity?: string;
    readonly resolved?: string;
    readonly link?: boolean;
    readonly license?: string;
    readonly dev?: boolean;
  };
  const { packages } = JSON.parse(readFile('package-lock.json')) as {
    packages: Readonly<Record<string, Entry>>;
  };
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const pathsOf = (isWanted: (entry: Entry) => boolean | undefined) =>
    entries.filter(([, entry]) => isWanted(entry)).map(([path]) => path);

  test('every package has an integrity hash, including those of other platforms', () => {
    expect(pathsOf(({ integrity, link }) => link !== true && integrity === undefined)).toEqual([]);
  });

  test('contains no registry address', () => {
    expect(pathsOf(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
  });

  test.each(['win32-x64-msvc', 'darwin-arm64', 'linux-x64-gnu', 'linux-arm64-gnu', 'linux-x64-musl'])(
    'contains the test compiler for %s',
    (platform) => expect(packages).toHaveProperty([`node_modules/@swc/core-${platform}`]),
  );

  /** Licences from the LICENSE file of packages whose package.json has none. */
  const unsaid: Readonly<Record<string, string>> = { '@microsoft/microsoft-graph-types-beta': 'MIT' };

  /** Returns the first licence of an OR expression and all of an AND expression. */
  const licencesOf = ([path, { license }]: readonly [string, Entry]): readonly string[] =>
    (license ?? unsaid[path.split('node_modules/').at(-1) ?? ''] ?? `none (${path})`)
      .replace(/^\((\S+) OR .*\)$/, '$1')
      .replace(/[()]/g, '')
      .split(' AND ');

  test.each([
    ['Packages of the server', false],
    ['Packages that build the page', true],
  ])('%s have only the licences that the data sheet names', (line, isDev) => {
    const [named = ''] = namesIn(
      readFile('docs/data-sheet.md'),
      new RegExp(`- ${line}[^:]*: (.*?)\\.\\n`, 'gs'),
    );
    const found = entries.filter(([, { dev = false }]) => dev === isDev).flatMap(licencesOf);

    expect([...new Set(found)].sort()).toEqual(named.split(/,\s+/).sort());
  });
});

test('package.json, README, CI and the image agree on the supported Node versions', () => {
  const { engines } = JSON.parse(readFile('package.json')) as { engines: { node: string } };
  const oldest = engines.node.replace('>=', '');
  const inCi = namesIn(/const nodes = \[(.*)\]/.exec(readFile('scripts/test.js'))?.[1] ?? '', /([\d.]+)/g);

  expect(readFile('README.md')).toContain(`Node ${oldest} or newer`);
  expect(inCi[0]).toBe(oldest);
  expect(inCi.map(Number)).toEqual([...inCi.map(Number)].sort((one, other) => one - other));
  for (const version of inCi) expect(readFile('.github/workflows/ci.yml')).toContain(`'${version}'`);
  expect(new Set(namesIn(readFile('Dockerfile'), /^FROM node:(\d+)/gm))).toEqual(new Set([inCi.at(-1)]));
});

describe('the Agents Toolkit project', () => {
  const projects = ['m365agents.yml', 'm365agents.local.yml'];

  test.each(projects)('every file that %s names exists', (project) => {
    const files = namesIn(readFile(project), /(?:manifestPath|path|parameters): (\S+)/g);

    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test.each(projects)('every variable of %s and the manifests is set or saved by some step', (project) => {
    const text = readFile(project);
    const environment = readFile(project.includes('local') ? 'env/.env.local' : 'env/.env.dev');
    const known = [
      ...namesIn(environment, /^(\w+)=/gm),
      ...namesIn(environment, /^# (SECRET_\w+)$/gm),
      ...namesIn(text, /^ +\w+: ([A-Z][A-Z0-9_]+)$/gm),
      ...namesIn(text, /(?:env |' )(\w+)=/g),
      ...namesIn(text, / path: (\S+)/g).flatMap((file) => namesIn(readFile(file), /^output (\w+) /gm)),
    ];
    const files = [project, ...namesIn(text, / parameters: (\S+)/g), 'appPackage/manifest.json', 'aad.manifest.json']; // prettier-ignore
    const used = files.flatMap((file) => namesIn(readFile(file), /\$\{\{\s*(\w+)\s*\}\}/g));

    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('the registration requests the scopes that the server needs, and no application permission', () => {
    expect(entra.optionalClaims.accessToken.map(({ name }) => name)).toContain('idtyp');
    // Scope: no application permission is requested.
    expect(entra.requiredResourceAccess).toHaveLength(1);
    expect(resourceAccess).toEqual(
      [
        'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
        '305b375b-00fe-48bf-81bc-e8d78954c1b6',
        'b340eb25-3456-403f-be2f-af7a0d370277',
        '9c7a330d-35b3-4aa1-963d-cb2b9f927841',
      ].map((id) => ({ id, type: 'Scope' })),
    );
    // Entra's limit.
    expect(entra.notes.length).toBeLessThanOrEqual(1_024);
  });

  // The toolkit’s schema is part of a package of 26 MB with 61 dependencies. It is not installed; .ci/run
  // downloads the schema.
  const schema = process.env['TOOLKIT_SCHEMA'];
  const testWithSchema = schema === undefined ? test.skip : test;
  testWithSchema.each(projects)('%s matches the Agents Toolkit’s schema', (project) => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(
      JSON.parse(readFileSync(schema ?? '', 'utf8')) as object,
    );
    validate(parse(readFile(project)));

    expect(validate.errors ?? []).toEqual([]);
  });
});

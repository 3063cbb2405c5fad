import { execSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { microsoft365Hosts } from '../../src/server/auth/microsoft365Hosts.js';
import { parseConfig } from '../../src/server/config.js';
import { encryptionKey } from '../../src/server/variables.js';
import { readFile, root } from '../support/repository.js';

describe('documents', () => {
  const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter(
    (name) => name.endsWith('.md'),
  );

  /** GitHub’s heading anchors: lower case, hyphens for spaces, no other punctuation. */
  const anchorsOf = (page: string) =>
    [...readFile(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
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

  const manifest = JSON.parse(readFile('aad.manifest.json')) as {
    requiredResourceAccess: readonly [{ resourceAccess: readonly { id: string }[] }];
  };
  const [{ resourceAccess }] = manifest.requiredResourceAccess;
  /** Names of the scopes that the registration requires, according to the table of setup.md. */
  const requiredScopes = resourceAccess.map(
    ({ id }) => new RegExp(`\`([\\w.]+)\`\\s+\\| \`${id}\``).exec(readFile('docs/setup.md'))?.[1],
  );

  test('the administrator’s link requests all scopes at once for the whole tenant', () => {
    const [link = ''] =
      /https:\S+adminconsent\S+/.exec(
        readFile('docs/administrator.md')
          .replaceAll('{tenant id}', 'TENANT')
          .replaceAll('{client id}', 'CLIENT'),
      ) ?? [];
    const url = new URL(link);

    expect(url.origin + url.pathname).toBe('https://login.microsoftonline.com/TENANT/v2.0/adminconsent');
    expect(url.searchParams.get('client_id')).toBe('CLIENT');
    expect(url.searchParams.get('redirect_uri')).toBe('https://tab.contoso.com/auth/end');
    expect(url.searchParams.get('state')).not.toBe('');
    const scopes = url.searchParams.get('scope')?.split(' ') ?? [];
    expect([...scopes].sort()).toEqual(
      requiredScopes.map((name = '') => `https://graph.microsoft.com/${name}`).sort(),
    );
  });
});

describe('the configuration table', () => {
  const inProgram = [...readFile('src/server/config.ts').matchAll(/^ {4}([A-Z][A-Z0-9_]+): /gm)].map(
    ([, name = '']) => name,
  );
  const example = parseEnv(readFile('env/.env.example')) as Readonly<Record<string, string>>;
  const [, table = ''] = readFile('README.md').split('## Configuration');
  const rows = [...(table.split('\n## ')[0] ?? '').matchAll(/^\| `([A-Z0-9_]+)` +\| (.+?) +\|/gm)];

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
  const tests = fileURLToPath(new URL('..', `file://${__filename}`));
  const [, table = ''] = readFile('docs/security.md').split('## What is promised');
  const rows = [...(table.split('\n## ')[0] ?? '').matchAll(/^\| (?!promise |-)(.+?) +\| (.+?) +\|$/gm)];

  /** `a/{b,c}.test.ts` names two files. A file without a folder is in the folder of the file before it. */
  function* filesIn(holders: string): Generator<string> {
    let folder = '';
    for (const [, path = ''] of holders.matchAll(/`([^` ]+\.ts)`/g)) {
      const [, before = '', choice, after = ''] = /^(.*?)(?:\{(.*)\}(.*))?$/.exec(path) ?? [];
      if (before.includes('/')) folder = before.slice(0, before.lastIndexOf('/') + 1);
      const start = before.includes('/') ? before : `${folder}${before}`;
      for (const part of choice?.split(',') ?? ['']) yield `${start}${part}${after}`;
    }
  }

  test('finds the table of promises', () => {
    expect(rows.length).toBeGreaterThan(15);
  });

  test.each(rows.map(([, promise = '', holders = '']) => [promise, holders] as const))(
    '%s: the cited tests exist',
    (_, holders) => {
      if (holders.startsWith('`npm run bench`')) return;
      for (const part of holders.split('; ')) {
        const files = [...filesIn(part)];
        const texts = files.map((file) =>
          existsSync(join(tests, file)) ? readFile(`tests/${file}`) : undefined,
        );
        const names = [...part.matchAll(/"([^"]+?)(?: …)?"/g)].map(([, name = '']) => name);

        expect(files).not.toEqual([]);
        expect(files.filter((__, index) => texts[index] === undefined)).toEqual([]);
        expect(names.filter((name) => !texts.some((text) => text?.includes(name)))).toEqual([]);
      }
    },
  );
});

describe('the lock file', () => {
  type Entry = { readonly integrity?: string; readonly resolved?: string; readonly link?: boolean };

  const { packages } = JSON.parse(readFile('package-lock.json')) as {
    packages: Readonly<Record<string, Entry>>;
  };
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const copiesOf = (name: string) => entries.filter(([path]) => path.endsWith(`node_modules/${name}`));

  test('every package has an integrity hash, including those of other platforms', () => {
    const without = entries.filter(([, { integrity, link }]) => link !== true && integrity === undefined);

    expect(without.map(([path]) => path)).toEqual([]);
  });

  test('contains no registry address', () => {
    expect(entries.filter(([, { resolved }]) => resolved?.startsWith('http')).map(([path]) => path)).toEqual(
      [],
    );
  });

  test.each(['win32-x64-msvc', 'darwin-arm64', 'linux-x64-gnu', 'linux-arm64-gnu', 'linux-x64-musl'])(
    'contains the test compiler for %s',
    (platform) => {
      expect(copiesOf(`@swc/core-${platform}`)).toHaveLength(1);
    },
  );
});

describe('the supply chain', () => {
  type Entry = { readonly version: string; readonly license?: string; readonly dev?: boolean };

  const { packages } = JSON.parse(readFile('package-lock.json')) as {
    packages: Readonly<Record<string, Entry>>;
  };
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? '';

  /** Licences from the LICENSE file of packages whose package.json has none. */
  const unsaid: Readonly<Record<string, string>> = { '@microsoft/microsoft-graph-types-beta': 'MIT' };

  /** Returns the first licence of an OR expression and all of an AND expression. */
  const licencesOf = ([path, { license }]: readonly [string, Entry]): readonly string[] =>
    (license ?? unsaid[nameOf(path)] ?? `none (${path})`)
      .replace(/^\((\S+) OR .*\)$/, '$1')
      .replace(/[()]/g, '')
      .split(' AND ');

  /** Returns what a line of the data sheet lists after its colon. */
  const named = (start: string) => {
    const sentence =
      new RegExp(`- ${start}[^:]*: (.*?)\\.\\n`, 's').exec(readFile('docs/data-sheet.md'))?.[1] ?? '';
    return sentence.split(/,\s+/).sort();
  };

  test.each([
    ['Packages of the server', false],
    ['Packages that build the page', true],
  ])('%s have only the licences that the data sheet names', (line, isDev) => {
    const found = entries.filter(([, { dev = false }]) => dev === isDev).flatMap(licencesOf);

    expect([...new Set(found)].sort()).toEqual(named(line));
  });
});

describe('supported Node versions', () => {
  /** All statements of the supported Node versions must agree. */
  const { engines } = JSON.parse(readFile('package.json')) as { engines: { node: string } };
  const oldest = engines.node.replace('>=', '');
  const [, nodes = ''] = /const nodes = \[(.*)\]/.exec(readFile('scripts/test.js')) ?? [];
  const inCi = [...nodes.matchAll(/[\d.]+/g)].map(([version]) => version);

  test('README promises the version of package.json', () => {
    expect(readFile('README.md')).toContain(`Node ${oldest} or newer`);
  });

  test('CI runs the tests on the oldest supported version and on no older one', () => {
    expect(inCi[0]).toBe(oldest);
    expect(inCi.map(Number)).toEqual([...inCi.map(Number)].sort((one, other) => one - other));
  });

  test('all stages of the image run the newest version that CI tests', () => {
    const stages = [...readFile('Dockerfile').matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => version);

    expect(stages.length).toBeGreaterThan(0);
    expect(new Set(stages)).toEqual(new Set([inCi.at(-1)]));
  });

  test('the workflow runs the tests on each version', () => {
    for (const version of inCi) expect(readFile('.github/workflows/ci.yml')).toContain(`'${version}'`);
  });
});

describe('the Agents Toolkit project', () => {
  const projects = ['m365agents.yml', 'm365agents.local.yml'];

  test.each(projects)('every file that %s names exists', (project) => {
    const files = [...readFile(project).matchAll(/(?:manifestPath|path|parameters): (\S+)/g)].map(
      ([, file = '']) => file,
    );

    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test.each(projects)('every variable of %s and the manifests is set or saved by some step', (project) => {
    const names = (text: string) => [...text.matchAll(/\$\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name);
    const environment = project.includes('local') ? 'env/.env.local' : 'env/.env.dev';
    const kept = [...readFile(environment).matchAll(/^(\w+)=/gm)].map(([, name = '']) => name);
    const written = [...readFile(project).matchAll(/^ +\w+: ([A-Z][A-Z0-9_]+)$/gm)].map(
      ([, name = '']) => name,
    );
    const exported = [...readFile(project).matchAll(/env (\w+)=|' (\w+)=/g)].map(
      ([, one, other]) => one ?? other ?? '',
    );
    const templates = [...readFile(project).matchAll(/ path: (\S+)/g)].map(([, file = '']) => file);
    const outputs = templates.flatMap((file) =>
      [...readFile(file).matchAll(/^output (\w+) /gm)].map(([, name = '']) => name),
    );
    const secrets = [...readFile(environment).matchAll(/^# (SECRET_\w+)$/gm)].map(([, name = '']) => name);
    const known = new Set([...kept, ...written, ...exported, ...outputs, ...secrets]);
    const parameters = [...readFile(project).matchAll(/ parameters: (\S+)/g)].map(([, file = '']) => file);
    const used = [project, ...parameters, 'appPackage/manifest.json', 'aad.manifest.json'].flatMap((file) =>
      names(readFile(file)),
    );

    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  test('Entra knows exactly the clients that the server accepts, and the scopes that it needs', () => {
    const manifest = JSON.parse(readFile('aad.manifest.json')) as {
      api: { requestedAccessTokenVersion: number; preAuthorizedApplications: { appId: string }[] };
      requiredResourceAccess: { resourceAccess: { id: string; type: string }[] }[];
      optionalClaims: { accessToken: { name: string }[] };
    };

    expect(manifest.api.preAuthorizedApplications.map(({ appId }) => appId)).toEqual([
      ...microsoft365Hosts.keys(),
      // With Nested App Authentication the app requests its own API.
      '${{AAD_APP_CLIENT_ID}}',
    ]);
    expect(manifest.api.requestedAccessTokenVersion).toBe(2);
    expect(manifest.optionalClaims.accessToken.map(({ name }) => name)).toContain('idtyp');
    expect(manifest.requiredResourceAccess[0]?.resourceAccess.map(({ id }) => id)).toEqual([
      'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
      '305b375b-00fe-48bf-81bc-e8d78954c1b6',
      'b340eb25-3456-403f-be2f-af7a0d370277',
      '9c7a330d-35b3-4aa1-963d-cb2b9f927841',
    ]);
  });

  test('the registration requests no application permission, and its notes fit Entra’s limit', () => {
    const { notes, requiredResourceAccess } = JSON.parse(readFile('aad.manifest.json')) as {
      notes: string;
      requiredResourceAccess: { resourceAccess: { type: string }[] }[];
    };
    const types = requiredResourceAccess.flatMap(({ resourceAccess }) =>
      resourceAccess.map(({ type }) => type),
    );

    expect(new Set(types)).toEqual(new Set(['Scope']));
    expect(notes.length).toBeLessThanOrEqual(1_024);
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

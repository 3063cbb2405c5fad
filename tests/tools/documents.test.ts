import { execSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseConfig } from '../../src/server/config.js';
import { readFile, root } from '../support/repository.js';
import { containerAppOf, environmentOf, planProject, variables } from './azure/project.js';

const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);

/** As GitHub makes them: in lower case, blanks as hyphens, other marks left out. */
const anchorsOf = (page: string) =>
  [...readFile(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

test.each(pages)('every link of %s leads to a file and a heading that are there', (page) => {
  const links = [...readFile(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)#?([^)\s]*)\)/g)];
  const broken = links.filter(([, file = '', anchor = '']) => {
    const target = file === '' ? page : join(dirname(page), file);
    if (!existsSync(join(root, target))) return true;
    return anchor !== '' && !anchorsOf(target).includes(anchor);
  });

  expect(broken.map(([link]) => link)).toEqual([]);
});

test('a secret made as setup.md says reaches the server’s database unharmed', () => {
  const [, line = ''] = /^ *(node -p .+base64.+)$/m.exec(readFile('docs/setup.md')) ?? [];
  const password = execSync(line, { encoding: 'utf8' }).trim();
  const known = { ...variables, SECRET_DATABASE_PASSWORD: password, SECRET_TOKEN_CACHE_KEY: password };
  const { store, sharedTokenCache } = parseConfig(
    environmentOf(containerAppOf(planProject({}, {}, known).app)),
  );

  expect(sharedTokenCache?.key.toString('base64')).toBe(password);
  expect('url' in store && decodeURIComponent(new URL(store.url).password)).toBe(password);
});

const manifest = JSON.parse(readFile('aad.manifest.json')) as {
  api: { preAuthorizedApplications: readonly unknown[] };
  requiredResourceAccess: readonly [{ resourceAccess: readonly { id: string }[] }];
};
const [{ resourceAccess }] = manifest.requiredResourceAccess;
/** Names of the scopes that the registration requires, by the table of setup.md. */
const requiredScopes = resourceAccess.map(
  ({ id }) => new RegExp(`\`([\\w.]+)\`\\s+\\| \`${id}\``).exec(readFile('docs/setup.md'))?.[1],
);

test('setup.md tells the portal of the scopes and clients of aad.manifest.json', () => {
  const setup = readFile('docs/setup.md');
  const portal = /_API permissions_ > .*?\| (.+?) *\|/.exec(setup)?.[1] ?? '';

  expect(
    portal
      .split(';')[0]
      ?.match(/[\w.]+\.\w+/g)
      ?.sort(),
  ).toEqual([...requiredScopes].sort());
  expect(manifest.api.preAuthorizedApplications).toHaveLength(9);
  expect(setup).toContain('each of the nine ids under `preAuthorizedApplications`');
});

test('the administrator’s link asks for everything in one go, for the whole tenant', () => {
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

test('the administrator’s page says what each of the two packages asks for, and what may be granted besides', () => {
  const page = readFile('docs/administrator.md');
  const { authorization } = JSON.parse(readFile('appPackage/notifications.json')) as {
    authorization: { permissions: { resourceSpecific: readonly { name: string }[] } };
  };
  const rowOf = (name: string) => new RegExp(`^\\| ${name} +\\| (.+?) +\\|`, 'm').exec(page)?.[1];
  const { notes } = JSON.parse(readFile('aad.manifest.json')) as { notes: string };
  const optional = [...notes.matchAll(/([\w.]+) \((?:application|delegated)/g)].map(([, name]) => name);

  expect(rowOf('plain')).toBe('nothing');
  expect(rowOf('with notifications')?.match(/`[^`]+`/g)).toEqual(
    authorization.permissions.resourceSpecific.map(({ name }) => `\`${name}\``),
  );
  expect(optional).toHaveLength(3);
  for (const name of optional) expect(page).toMatch(new RegExp(`${name}(\`| )`));
  expect(page).toContain('`NOTIFICATIONS=off`');
});

test('whoever reads README has seen it run within fifteen lines', () => {
  const lines = readFile('README.md').split('\n').slice(0, 15);
  const at = (text: string) => lines.findIndex((line) => line.includes(text));

  expect(at('npm ci && npm start')).toBeGreaterThan(0);
  expect(at('prints one URL')).toBeGreaterThan(at('npm ci && npm start'));
  expect(at('](docs/pictures/')).toBeGreaterThan(0);
});

test('README’s limits say what a browser cannot show', () => {
  const [, limits = ''] = readFile('README.md').split('## Limits');

  expect(limits).toMatch(
    /WebKit, the engine of Teams on iOS and macOS; not in the apps themselves, and not on phones/,
  );
  expect(limits).toMatch(/what needs a real Teams \(its sign-in, its pop-ups, calling and chat\)/);
});

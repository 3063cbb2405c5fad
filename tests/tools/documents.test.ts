import { execSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encryptionKey } from '../../src/server/variables.js';
import { readFile, root } from '../support/repository.js';

const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
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
  api: { preAuthorizedApplications: readonly unknown[] };
  requiredResourceAccess: readonly [{ resourceAccess: readonly { id: string }[] }];
};
const [{ resourceAccess }] = manifest.requiredResourceAccess;
/** Names of the scopes that the registration requires, according to the table of setup.md. */
const requiredScopes = resourceAccess.map(
  ({ id }) => new RegExp(`\`([\\w.]+)\`\\s+\\| \`${id}\``).exec(readFile('docs/setup.md'))?.[1],
);

test('setup.md lists the scopes and clients of aad.manifest.json for the portal', () => {
  const setup = readFile('docs/setup.md');
  const portal = /_API permissions_ > .*?\| (.+?) *\|/.exec(setup)?.[1] ?? '';

  expect(
    portal
      .split(';')[0]
      ?.match(/[\w.]+\.\w+/g)
      ?.sort(),
  ).toEqual([...requiredScopes].sort());
  expect(manifest.api.preAuthorizedApplications).toHaveLength(10);
  expect(setup).toContain('each of the nine ids under `preAuthorizedApplications`');
  expect(setup).toContain('and the client id of the app itself');
});

test('setup.md lists every redirect of aad.manifest.json for the portal', () => {
  const { spa } = JSON.parse(readFile('aad.manifest.json')) as { spa: { redirectUris: readonly string[] } };
  const [, row = ''] = /_Single-page application_ +\| (.+?) *\|/.exec(readFile('docs/setup.md')) ?? [];

  for (const redirect of spa.redirectUris) {
    expect(row).toContain(
      redirect
        .replace('${{TAB_ENDPOINT}}', 'https://tab.contoso.com')
        .replace('${{TAB_DOMAIN}}', 'tab.contoso.com'),
    );
  }
});

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

test('the administrator’s page lists what each package requests and what may be granted in addition', () => {
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

import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { languages } from '../../../src/contract/languages.js';
import { buildPackage } from '../../../src/tools/appPackage/buildPackage.js';

test('adds the publisher’s name in every language', () => {
  const files = unzipSync(
    buildPackage({
      root: fileURLToPath(new URL('../../..', `file://${__filename}`)),
      variables: {
        TEAMS_APP_ID: '99999999-9999-4999-8999-999999999999',
        TAB_ENDPOINT: 'https://tab.contoso.example',
        TAB_DOMAIN: 'tab.contoso.example',
        AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
        PUBLISHER_NAME: 'Contoso',
        SUPPORT_CONTACT: 'help@contoso.example',
      },
      variablesFile: 'env/.env.prod',
      hasNotifications: true,
      isForStore: true,
    }),
  );
  const parse = (file: string) => JSON.parse(strFromU8(files[file] ?? new Uint8Array())) as unknown;

  expect(parse('manifest.json')).toMatchObject({
    developer: { name: 'Contoso' },
    name: { short: 'Contoso Call Delegates' },
  });
  for (const { tag } of languages.filter((language) => language.tag !== 'en')) {
    expect(parse(`languages/${tag.toLowerCase()}.json`)).toMatchObject({
      'name.short': 'Contoso Call Delegates',
    });
  }
});

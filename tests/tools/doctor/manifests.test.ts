import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, startPatient, teamsAppId, type Patient } from './patient.js';

let at: Patient;
beforeAll(async () => {
  at = await startPatient();
});
afterAll(() => at.close());

test('the manifests must match the configuration', async () => {
  const copy = join(at.folder, 'copy');
  cpSync(join(root, 'appPackage'), join(copy, 'appPackage'), { recursive: true });
  cpSync(join(root, 'aad.manifest.json'), join(copy, 'aad.manifest.json'));
  const inTeams = {
    TAB_ENDPOINT: 'https://tab.contoso.example',
    TAB_DOMAIN: 'tab.contoso.example',
  };
  const read = () => at.results(inTeams, { root: copy });
  expect((await read()).get('Teams app manifest')?.outcome).toBe('ok');
  expect((await read()).get('Entra app manifest')?.outcome).toBe('ok');
  for (const file of ['appPackage/manifest.json', 'aad.manifest.json']) {
    const text = readFileSync(join(copy, file), 'utf8');
    writeFileSync(join(copy, file), text.replaceAll('api://${{TAB_DOMAIN}}', 'api://tab.old.example'));
  }
  const results = await read();

  expect(results.get('Teams app manifest')?.message).toContain('webApplicationInfo.resource is "api://tab.old.example/'); // prettier-ignore
  expect(results.get('Entra app manifest')?.message).toContain(
    'identifierUris[0] is "api://tab.old.example/',
  );
  expect(results.get('Teams app manifest')?.fix).toContain('"api://tab.contoso.example/');

  cpSync(join(root, 'aad.manifest.json'), join(copy, 'aad.manifest.json'));
  const text = readFileSync(join(copy, 'aad.manifest.json'), 'utf8');
  writeFileSync(
    join(copy, 'aad.manifest.json'),
    text.replace('27922004-5251-4030-b22d-91ecd9a37ea4', teamsAppId),
  );
  const lacking = (await read()).get('Entra app manifest');
  expect(lacking?.message).toContain('api.preAuthorizedApplications');
  expect(lacking?.fix).toContain('27922004-5251-4030-b22d-91ecd9a37ea4');
});

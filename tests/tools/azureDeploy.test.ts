import { execSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readFile } from '../support/repository.js';
import { expand, planProject, variables } from './azure/project.js';
import { pretendAzureCli, type AzureCli } from './registration/pretendAzureCli.js';

const { deploy } = parse(readFile('m365agents.yml')) as {
  deploy: readonly { readonly uses: string; readonly with: { readonly run?: string } }[];
};
let folder: string;
let az: AzureCli;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  az = pretendAzureCli(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the steps before the template as the toolkit does: what a line prints as `::set-teamsfx-env` is there for the next. */
function runSteps(): Readonly<Record<string, string>> {
  const known = { ...variables, ...(planProject().azure.outputs as Record<string, string>) };
  for (const {
    uses,
    with: { run = '' },
  } of deploy) {
    if (uses !== 'script') continue;
    const out = execSync(expand(run, known), { encoding: 'utf8', env: { PATH: az.path } });
    for (const [, name = '', value = ''] of out.matchAll(/::set-teamsfx-env\s+(\w+)=([^"'\s]+)/g))
      known[name] = value;
  }
  return known;
}

test('a deployment builds an image under a tag of its own and hands its digest to the template', () => {
  const known = runSteps();

  expect(az.asked()[0]).toEqual([
    ...['acr', 'build', '--subscription', variables['AZURE_SUBSCRIPTION_ID']],
    ...['--registry', 'calldelegates0a1b2c', '--image', `call-delegates:${known['IMAGE_TAG'] ?? ''}`, '.'],
  ]);
  expect(known['IMAGE_TAG']).toMatch(/^20\d{12}$/);
  expect(known['SERVER_IMAGE']).toBe(
    `registry.properties.loginServer/call-delegates@sha256:${'1'.repeat(64)}`,
  );
  expect(expand(readFile('infra/app.parameters.json'), known)).toContain(
    `"value": "${known['SERVER_IMAGE'] ?? ''}"`,
  );
});

test('a second deployment runs the new image, not the one before', () => {
  expect(runSteps()['SERVER_IMAGE']).not.toBe(runSteps()['SERVER_IMAGE']);
});

test('Provision after that leaves the app as it is', () => {
  const { resources } = planProject().azure;

  expect(resources.map(({ type }) => type.split('@')[0])).not.toContain('Microsoft.App/containerApps');
});

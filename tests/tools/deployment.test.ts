import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { parseConfig } from '../../src/server/config.js';
import { maxConnections } from '../../src/server/database/postgresql.js';
import { newFolder } from '../support/newFolder.js';
import { namesIn, readFile, root } from '../support/repository.js';
import { testWhere } from '../support/testWhere.js';

describe('the release', () => {
  type Job = {
    readonly needs?: string;
    readonly permissions?: Readonly<Record<string, string>>;
    readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: unknown }[];
  };
  type Workflow = { readonly permissions: unknown; readonly jobs: Readonly<Record<string, Job>> };

  const release = parse(readFile('.github/workflows/release.yml')) as Workflow;
  const ci = parse(readFile('.github/workflows/ci.yml')) as Workflow;
  const runsOf = (job: string) => release.jobs[job]?.steps.flatMap(({ run = [] }) => run);
  const usesOf = (job: string) => release.jobs[job]?.steps.flatMap(({ uses }) => uses?.split('@')[0] ?? []);

  test('the job that runs npm has read access only, and keeps no credentials', () => {
    const { build } = release.jobs;

    expect(release.permissions).toEqual({});
    expect(build?.permissions).toEqual({ contents: 'read' });
    expect(runsOf('build')).toContain('.ci/run');
    expect(build?.steps[0]?.with).toEqual({ 'persist-credentials': false });
    expect(JSON.stringify(build)).not.toContain('token }}');
  });

  test('the job with write access publishes what the other job has checked, and runs nothing else', () => {
    expect(Object.keys(release.jobs)).toEqual(['build', 'publish']);
    expect(release.jobs['publish']).toMatchObject({ needs: 'build', permissions: { contents: 'write' } });
    expect(usesOf('publish')).toEqual(['actions/download-artifact']);
    expect(runsOf('publish')).toEqual([
      'gh release create "$GITHUB_REF_NAME" call-delegates.cdx.json --repo "$GITHUB_REPOSITORY" --verify-tag --generate-notes',
    ]);
  });

  test('CI has read access only', () => {
    expect(ci.permissions).toEqual({ contents: 'read' });
    for (const { permissions } of Object.values(ci.jobs))
      expect(JSON.stringify(permissions ?? {})).not.toContain('write');
  });

  test('all actions are GitHub’s own and pinned to a version', () => {
    const used = [release, ci].flatMap(({ jobs }) =>
      Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses = [] }) => uses)),
    );

    expect(used.length).toBeGreaterThan(4);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/);
  });

  test('the CI jobs run every step of npm test, and the checks of .ci/run', () => {
    const steps = namesIn(
      readFile('scripts/test.js'),
      /^ {2}(\w+): (?:script|unit|browser|\{ \.\.\.browser)/gm,
    );
    const workflow = readFile('.github/workflows/ci.yml');

    expect(steps).toEqual(['types', 'lint', 'format', 'build', 'unit', 'browser', 'commands', 'webkit']);
    for (const step of steps)
      expect(workflow).toMatch(new RegExp(`(npm test --.* ${step}\\b|step: \\[.*\\b${step}\\b)`));
    for (const check of ['npm audit --omit=dev --audit-level=high', 'test:toolkit'])
      expect([workflow.includes(check), readFile('.ci/run').includes(check)]).toEqual([true, true]);
    expect(workflow).not.toContain('continue-on-error');
  });

  describe('.ci/run', () => {
    /**
     * Runs it with a script in place of npm.
     * @param failing a part of the command that fails
     */
    const runWith = (failing: string, output = ''): number | null => {
      const folder = newFolder();
      mkdirSync(join(folder, '.ci'));
      cpSync(join(root, '.ci/run'), join(folder, '.ci/run'));
      const script = `#!/bin/sh\ncase "$*" in *${failing}*) echo '${output}'; exit 1;; esac\n`;
      writeFileSync(join(folder, 'npm'), script, { mode: 0o755 });
      const PATH = [folder, process.env['PATH']].join(delimiter);
      return spawnSync(join(folder, '.ci/run'), { env: { ...process.env, PATH }, stdio: 'ignore' }).status;
    };
    const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;
    const testRun = testWhere(hasBash, '.ci/run (needs bash)');

    testRun('succeeds if every command succeeds, even if the registry supports no audits', () => {
      expect(runWith('nothing-fails')).toBe(0);
      expect(runWith('audit', '{ "error": {} }')).toBe(0);
    });

    testRun('fails for a known vulnerability in a shipped package', () => {
      expect(runWith('audit', '{ "auditReportVersion": 2 }')).toBe(1);
    });

    testRun.each(['ci', 'test:toolkit', 'test'])('fails if npm %s fails', (command) => {
      expect(runWith(command)).not.toBe(0);
    });
  });

  test('each image is pinned to a digest, or a comment gives the reason', () => {
    const dockerfile = readFile('Dockerfile');
    const loose = namesIn(dockerfile, /^FROM (\S+)/gm).filter((image) => !image.includes('@sha256:'));

    expect(loose.length === 0 || /# .*Not pinned to a digest: /.test(dockerfile)).toBe(true);
  });

  test('the image runs as an unprivileged user', () => {
    const dockerfile = readFile('Dockerfile');
    const last = dockerfile.split(/^FROM /m).at(-1) ?? '';

    expect(last.match(/^USER .*$/gm)).toEqual(['USER node']);
    expect(namesIn(last, /^(USER|CMD|HEALTHCHECK|RUN|COPY)\b/gm).slice(-3)).toEqual([
      'USER',
      'HEALTHCHECK',
      'CMD',
    ]);
    expect(last).toContain('RUN mkdir -m 0700 /data && chown node:node /data\n');
    expect(dockerfile).toContain('RUN npm ci --omit=dev --ignore-scripts\n');
  });
});

describe('the Azure templates', () => {
  /** CI compiles the templates with Bicep. These tests check that they match the other files. */
  const templates = ['azure', 'app'] as const;

  type Step = {
    readonly uses: string;
    readonly with: {
      readonly run?: string;
      readonly target?: string;
      readonly content?: Readonly<Record<string, unknown>>;
      readonly generateClientSecret?: boolean;
      readonly templates?: readonly { readonly path: string; readonly parameters: string }[];
    };
  };

  const project = parse(readFile('m365agents.yml')) as Record<'provision' | 'deploy', readonly Step[]>;
  const bicep = { azure: readFile('infra/azure.bicep'), app: readFile('infra/app.bicep') };

  const parametersOf = (name: (typeof templates)[number]) =>
    (
      JSON.parse(readFile(`infra/${name}.parameters.json`)) as {
        readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
      }
    ).parameters;

  test.each(templates)('infra/%s.parameters.json sets every parameter that the template requires', (name) => {
    const declared = namesIn(bicep[name], /^param (\w+)/gm);
    const required = namesIn(bicep[name], /^param (\w+) \w+$/gm);
    const given = Object.keys(parametersOf(name));

    expect(given).toEqual(expect.arrayContaining(required));
    expect(declared).toEqual(expect.arrayContaining(given));
  });

  test('Provision deploys everything except the app, and Deploy deploys the app after its image is built', () => {
    const filesOf = (steps: readonly Step[]) =>
      steps.flatMap((step) =>
        (step.with.templates ?? []).flatMap(({ path, parameters }) => [path, parameters]),
      );

    expect(filesOf(project.provision)).toEqual(['./infra/azure.bicep', './infra/azure.parameters.json']);
    expect(filesOf(project.deploy)).toEqual(['./infra/app.bicep', './infra/app.parameters.json']);
    expect(bicep.azure).not.toContain('Microsoft.App/containerApps');
    expect(project.deploy.findIndex(({ with: { run = '' } }) => run.startsWith('az acr build'))).toBeLessThan(
      project.deploy.findIndex(({ uses }) => uses === 'arm/deploy'),
    );
  });

  test('each deployment runs an image by its digest, in the subscription of the environment', () => {
    const calls = project.deploy.flatMap(({ with: { run = '' } }) => (run.startsWith('az ') ? [run] : []));

    expect(calls).toHaveLength(2);
    for (const call of calls) expect(call).toContain('--subscription ${{AZURE_SUBSCRIPTION_ID}}');
    expect(calls[1]).toContain('SERVER_IMAGE=${{REGISTRY_SERVER}}/call-delegates@');
    expect(parametersOf('app')['image']).toEqual({ value: '${{SERVER_IMAGE}}' });
    expect(readFile('m365agents.yml')).not.toMatch(/:latest|azurecr\.io/);
  });

  test('both templates receive the same stores', () => {
    for (const store of ['shared', 'databasePassword'])
      expect(parametersOf('azure')[store]).toEqual(parametersOf('app')[store]);
  });

  test('the server knows every variable that the container app sets', () => {
    const names = namesIn(bicep.app, /name: '([A-Z_]+)', (?:value|secretRef):/g);

    expect(names).toEqual(expect.arrayContaining(['TAB_ENDPOINT', 'AAD_APP_MANAGED_IDENTITY_CLIENT_ID']));
    expect(namesIn(readFile('env/.env.example'), /^([A-Z_]+)=/gm)).toEqual(expect.arrayContaining(names));
  });

  test('a password with base64 characters makes a connection string that the server accepts', () => {
    const template = /'(postgresql:\/\/[^']+)'/.exec(bicep.app)?.[1] ?? '';
    const url = template
      .replace('${uriComponent(databasePassword)}', encodeURIComponent('Zm9v+mFy/2Jheg='))
      .replace('${postgres.properties.fullyQualifiedDomainName}', 'db.postgres.database.azure.com');
    const { store } = parseConfig({
      TAB_ENDPOINT: 'https://tab.contoso.com',
      AAD_APP_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
      AAD_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
      AAD_APP_MANAGED_IDENTITY_CLIENT_ID: '66666666-6666-4666-8666-666666666666',
      DATABASE_URL: url,
    });

    expect(store).toEqual({ kind: 'postgresql', url });
  });

  test('the probes use the port that the image exposes', () => {
    const port = /EXPOSE (\d+)/.exec(readFile('Dockerfile'))?.[1];

    expect(new Set(namesIn(bicep.app, /(?:port|targetPort): (\d+)/g))).toEqual(new Set([port]));
    expect(namesIn(bicep.app, /path: '(\/\w+)'/g)).toEqual(['/healthz', '/healthz', '/readyz']);
  });

  test('the platform’s grace period is longer than the server’s shutdown', () => {
    const [, stopMs] = /\bstopMs = ([\d_]+)/.exec(readFile('src/server/main.ts')) ?? [];
    const azure = Number(/terminationGracePeriodSeconds: (\d+)/.exec(bicep.app)?.[1]);
    const docker = Number(/--stop-timeout (\d+)/.exec(readFile('docs/setup.md'))?.[1]);

    expect(Math.min(azure, docker) * 1000).toBeGreaterThan(Number(stopMs?.replaceAll('_', '')));
  });

  test('twice the maximum number of instances stays below the connection limit of the database', () => {
    // Standard_B1ms leaves 35 of its 50 connections to users.
    const connections = 35;
    const [most] = namesIn(bicep.app, /@maxValue\((\d+)\)\s+param maxInstances/g);

    expect(bicep.azure).toContain("'Standard_B1ms'");
    expect(Number(most) * 2 * maxConnections).toBeLessThanOrEqual(connections);
  });

  test.each([
    ['app', 'allowInsecure: false', 'allowInsecure:'],
    ['app', "'rediss://:${", '://:${'],
    ['app', '/delegates?sslmode=verify-full', 'sslmode='],
    ['azure', "clientProtocol: 'Encrypted'", 'clientProtocol:'],
    ['azure', "minimumTlsVersion: '1.2'", 'minimumTlsVersion:'],
    ['azure', 'adminUserEnabled: false', 'adminUserEnabled:'],
    ['azure', "backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }", 'backup:'],
  ] as const)(
    'data in transit and at rest in Azure is protected: infra/%s.bicep has %s',
    (name, setting, key) => {
      // The key must be unique, so that no other line overrides it.
      expect([bicep[name].split(setting).length, bicep[name].split(key).length]).toEqual([2, 2]);
    },
  );

  test.each(templates)('infra/%s.bicep declares passwords and keys as secure', (name) => {
    const secrets = namesIn(bicep[name], /^param (\w*(?:password|key|secret)\w*)/gim);

    expect(secrets.length).toBeGreaterThan(0);
    expect(namesIn(bicep[name], /@secure\(\)\nparam (\w+)/g)).toEqual(secrets);
  });

  test('Provision adds the managed identity as credential on the first run and sets it on later ones', () => {
    const steps = project.provision.map((step) => step.with);
    const { target, content } = steps.find((step) => step.content !== undefined) ?? {};
    const { run = '' } = steps.find((step) => step.run?.includes('federated-credential')) ?? {};
    const call = (verb: string, more = '') =>
      `az ad app federated-credential ${verb} --id \${{AAD_APP_CLIENT_ID}}${more} --parameters ${target}`;

    expect(content).toMatchObject({
      subject: '${{MANAGED_IDENTITY_PRINCIPAL_ID}}',
      audiences: ['api://AzureADTokenExchange'],
    });
    expect(bicep.azure).toContain('output MANAGED_IDENTITY_PRINCIPAL_ID');
    expect(run.split('; ')).toEqual([
      call('create'),
      call('update', ` --federated-credential-id ${String(content?.['name'])}`),
    ]);
  });

  test('the app has no client secret: a managed identity is its credential', () => {
    const create = project.provision.find(({ uses }) => uses === 'aadApp/create');

    expect(create?.with.generateClientSecret).toBe(false);
    expect(readFile('m365agents.yml') + bicep.app).not.toContain('CLIENT_SECRET');
  });
});

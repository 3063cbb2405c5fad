import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { readFile, root } from '../support/repository.js';
import { testWhere } from '../support/testWhere.js';

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
};
type Workflow = {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly needs?: string;
        readonly permissions?: Readonly<Record<string, string>>;
        readonly steps: readonly Step[];
      }
    >
  >;
};

const release = parse(readFile('.github/workflows/release.yml')) as Workflow;
const runsOf = (job: string) => release.jobs[job]?.steps.flatMap(({ run = [] }) => run);
const usesOf = (job: string) => release.jobs[job]?.steps.flatMap(({ uses }) => uses?.split('@')[0] ?? []);

test('the job that runs npm has read access only, and keeps no credentials', () => {
  expect(release.permissions).toEqual({});
  expect(release.jobs['build']?.permissions).toEqual({ contents: 'read' });
  expect(runsOf('build')).toEqual([
    '.ci/run',
    'npm sbom --package-lock-only --sbom-format=cyclonedx > call-delegates.cdx.json',
  ]);
  expect(usesOf('build')).toEqual(['actions/checkout', 'actions/setup-node', 'actions/upload-artifact']);
  expect(release.jobs['build']?.steps[0]?.with).toEqual({ 'persist-credentials': false });
  expect(JSON.stringify(release.jobs['build'])).not.toContain('token }}');
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
  const ci = parse(readFile('.github/workflows/ci.yml')) as Workflow;

  expect(ci.permissions).toEqual({ contents: 'read' });
  for (const { permissions } of Object.values(ci.jobs))
    expect(JSON.stringify(permissions ?? {})).not.toContain('write');
});

test('all actions are GitHub’s own and pinned to a version', () => {
  const used = ['ci.yml', 'release.yml'].flatMap((file) =>
    [...readFile(`.github/workflows/${file}`).matchAll(/uses: (\S+)/g)].map(([, action = '']) => action),
  );

  expect(used.length).toBeGreaterThan(4);
  for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/);
  expect(readFile('docs/data-sheet.md')).toMatch(/only GitHub's own actions, pinned to a version/);
});

test('the CI jobs run every step of npm test, on every supported Node, and the checks of .ci/run', () => {
  const script = readFile('scripts/test.js');
  const steps = [...script.matchAll(/^ {2}(\w+): (?:script|unit|browser|\{ \.\.\.browser)/gm)].map(
    ([, name = '']) => name,
  );
  const workflow = readFile('.github/workflows/ci.yml');

  expect(steps).toEqual(['types', 'lint', 'format', 'build', 'unit', 'browser', 'webkit']);
  for (const step of steps)
    expect(workflow).toMatch(new RegExp(`(npm test --.* ${step}\\b|step: \\[.*\\b${step}\\b)`));
  for (const check of ['npm audit --omit=dev --audit-level=high', 'test:toolkit']) {
    expect(workflow).toContain(check);
    expect(readFile('.ci/run')).toContain(check);
  }
  expect(workflow).not.toContain('continue-on-error');
  expect(readFile('.ci/run')).toMatch(/npm test && exit "\$\(\(is_vulnerable \| is_manifest_invalid\)\)"/);
});

describe('.ci/run', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  /**
   * Runs it with a script in place of npm.
   * @param failing a part of the command that fails
   */
  const runWith = (failing: string, output = ''): number | null => {
    const folder = mkdtempSync(join(tmpdir(), 'ci-'));
    folders.push(folder);
    mkdirSync(join(folder, '.ci'));
    cpSync(join(root, '.ci/run'), join(folder, '.ci/run'));
    const npm = join(folder, 'npm');
    writeFileSync(npm, `#!/bin/sh\ncase "$*" in *${failing}*) echo '${output}'; exit 1;; esac\n`);
    chmodSync(npm, 0o755);
    const PATH = [folder, process.env['PATH']].join(delimiter);
    return spawnSync(join(folder, '.ci/run'), { env: { ...process.env, PATH }, stdio: 'ignore' }).status;
  };
  const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;
  const testRun = testWhere(hasBash, '.ci/run (needs bash)');

  testRun('succeeds if every command succeeds', () => {
    expect(runWith('nothing-fails')).toBe(0);
  });

  testRun('fails for a known vulnerability in a shipped package', () => {
    expect(runWith('audit', '{ "auditReportVersion": 2 }')).toBe(1);
  });

  testRun('succeeds if the registry supports no audits', () => {
    expect(runWith('audit', '{ "error": {} }')).toBe(0);
  });

  testRun.each(['ci', 'test:toolkit', 'test'])('fails if npm %s fails', (command) => {
    expect(runWith(command)).not.toBe(0);
  });

  testRun('audits the shipped packages at high severity', () => {
    expect(readFile('.ci/run').match(/npm audit .+/g)).toEqual([
      expect.stringMatching(/^npm audit --omit=dev --audit-level=high --json /),
      'npm audit --omit=dev --audit-level=high',
    ]);
  });
});

test('each image is pinned to a digest, or a comment gives the reason', () => {
  const dockerfile = readFile('Dockerfile');
  const loose = [...dockerfile.matchAll(/^FROM (\S+)/gm)].filter(
    ([, image = '']) => !image.includes('@sha256:'),
  );

  expect(loose.length === 0 || /# .*Not pinned to a digest: /.test(dockerfile)).toBe(true);
  expect(readFile('docs/data-sheet.md')).toMatch(/named by version, not by digest, so that/);
});

test('the image runs as an unprivileged user', () => {
  const [, , , last = ''] = readFile('Dockerfile').split(/^FROM /m);

  expect(last.match(/^USER .*$/gm)).toEqual(['USER node']);
  expect(last.match(/^(?:USER|CMD|HEALTHCHECK|RUN|COPY)\b/gm)?.slice(-3)).toEqual([
    'USER',
    'HEALTHCHECK',
    'CMD',
  ]);
  expect(last).toContain('RUN mkdir -m 0700 /data && chown node:node /data\n');
  expect(readFile('Dockerfile')).toContain('RUN npm ci --omit=dev --ignore-scripts\n');
});

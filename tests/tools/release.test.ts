import { parse } from 'yaml';
import { readFile } from '../support/repository.js';

type Workflow = {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
};

const runsOf = (file: string) =>
  Object.values((parse(readFile(`.github/workflows/${file}`)) as Workflow).jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run = [] }) => run),
  );

test('a release is what CI has checked, with a bill of materials', () => {
  const [checked, bill, release, ...rest] = runsOf('release.yml');

  expect(checked).toBe('.ci/run');
  const [, file = ''] =
    /^npm sbom --package-lock-only --sbom-format=cyclonedx > (\S+)$/.exec(bill ?? '') ?? [];
  expect(file).toMatch(/\.cdx\.json$/);
  expect(release).toMatch(new RegExp(`^gh release create \\S+ ${file} .*--verify-tag`));
  expect(rest).toEqual([]);
});

test('nobody’s actions but GitHub’s touch a release', () => {
  const used = ['ci.yml', 'release.yml'].flatMap((file) =>
    [...readFile(`.github/workflows/${file}`).matchAll(/uses: (\S+)/g)].map(([, action = '']) => action),
  );

  expect([...new Set(used)].sort()).toEqual([
    expect.stringMatching(/^actions\/checkout@v\d+$/),
    expect.stringMatching(/^actions\/setup-node@v\d+$/),
  ]);
  expect(readFile('docs/data-sheet.md')).toMatch(/two actions, both GitHub's own, named by version/);
});

test('the jobs of CI run every step of npm test, on every supported Node, and the checks of .ci/run', () => {
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
  expect(readFile('.ci/run')).toMatch(/npm test && exit "\$\(\(holes \| refused\)\)"/);
});

test('each image is named by its digest, or the reason why not stands beside it', () => {
  const dockerfile = readFile('Dockerfile');
  const loose = [...dockerfile.matchAll(/^FROM (\S+)/gm)].filter(
    ([, image = '']) => !image.includes('@sha256:'),
  );

  expect(loose.length === 0 || /# .*Not pinned to a digest: /.test(dockerfile)).toBe(true);
  expect(readFile('docs/data-sheet.md')).toMatch(/named by version, not by digest, so that/);
});

import { toClosingLine } from '../../../src/tools/test/closingLine.js';
import { readJest, readPlaywright } from '../../../src/tools/test/runStep.js';

const good = { isGood: true };
const jestReport = { numPassedTests: 431, numFailedTests: 0, numFailedTestSuites: 0, numPendingTests: 0 };
const playwrightReport = { stats: { expected: 60, unexpected: 0, flaky: 1, skipped: 0 } };

test('adds all runners up', () => {
  const outcomes = [
    good,
    { isGood: true, count: readJest(jestReport) },
    { isGood: true, count: readPlaywright(playwrightReport) },
  ];

  expect(toClosingLine(outcomes, [])).toBe('Tests: 492 passed, 0 failed');
});

test('says what was skipped and what failed', () => {
  const outcomes = [
    {
      isGood: false,
      count: readJest({ ...jestReport, numPassedTests: 429, numFailedTests: 2, numPendingTests: 3 }),
    },
    { isGood: false, count: readPlaywright({ stats: { ...playwrightReport.stats, unexpected: 1 } }) },
  ];

  expect(toClosingLine(outcomes, [])).toBe('Tests: 490 passed, 3 failed, 3 skipped');
});

test('counts a check that failed, and a runner that broke without a failing test', () => {
  const outcomes = [{ isGood: false }, { isGood: false, count: readJest(jestReport) }, good];

  expect(toClosingLine(outcomes, [])).toBe('Tests: 431 passed, 2 failed');
});

test('says what was not tested', () => {
  const missing = [{ name: 'Chromium', find: () => undefined, leavesOut: 'all browser tests' }];

  expect(toClosingLine([{ isGood: true, count: readJest(jestReport) }], missing)).toBe(
    'Tests: 431 passed, 0 failed; not tested for want of Chromium: all browser tests',
  );
});

import { of, toLines, type CheckResult } from '../../../src/tools/doctor/CheckResult.js';

const { ok, note, failed, skipped } = of('Clock');

test.each<[CheckResult, string]>([
  [ok('Right.'), '✓ Clock: Right.'],
  [note('Nearly right.', 'Wind it.'), '! Clock: Nearly right.\n    Wind it.'],
  [failed('Wrong.', 'Set it.'), '✗ Clock: Wrong.\n    Set it.'],
  [skipped('Not looked at.'), '– Clock: Not looked at.'],
])('formats %j as %j', (result, lines) => {
  expect(toLines(result)).toBe(lines);
});

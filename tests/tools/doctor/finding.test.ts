import { of, toLines, type Finding } from '../../../src/tools/doctor/finding.js';

const { ok, note, failed, skipped } = of('Clock');

test.each<[Finding, string]>([
  [ok('Right.'), '✓ Clock: Right.'],
  [note('Nearly right.', 'Wind it.'), '! Clock: Nearly right.\n    Wind it.'],
  [failed('Wrong.', 'Set it.'), '✗ Clock: Wrong.\n    Set it.'],
  [skipped('Not looked at.'), '– Clock: Not looked at.'],
])('formats %j as %j', (finding, lines) => {
  expect(toLines(finding)).toBe(lines);
});

import { acceptedLanguages } from '../../../src/server/routes/acceptedLanguages.js';

const languagesOf = (header?: string) => acceptedLanguages({ headers: { 'accept-language': header } });

test.each([
  ['de-AT,de;q=0.8,en;q=0.5', ['de-AT', 'de', 'en']],
  ['en;q=0.5,de', ['de', 'en']],
  ['', []],
  [undefined, []],
  ['-', ['-']],
])('parses %s as %j', (header, expected) => {
  expect(languagesOf(header)).toEqual(expected);
});

test('parses at most the first 512 characters, and no partial tag', () => {
  expect(languagesOf('a,'.repeat(7_700)).length).toBeLessThanOrEqual(256);
  expect(languagesOf(`${'a,'.repeat(254)}de-AT,fr`)).not.toContain('de');
  expect(languagesOf(`de,${'x'.repeat(15_000)}`)).toEqual(['de']);
  expect(languagesOf('x'.repeat(15_000))).toEqual([]);
});

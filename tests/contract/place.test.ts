import { parsePlace, toSubPageId, type Place } from '../../src/contract/place.js';

const one = 'a1de4f1c-0000-4000-8000-000000000001';
const two = 'a1de4f1c-0000-4000-8000-000000000002';

test.each<[string, Place]>([
  [`delegators/${one}`, { kind: 'own', list: 'delegators', id: one }],
  [`delegates/${one}`, { kind: 'own', list: 'delegates', id: one }],
  ['delegates/a%40b.example', { kind: 'own', list: 'delegates', id: 'a@b.example' }],
  [`between/${one}/${two}`, { kind: 'between', delegatorId: one, delegateId: two }],
])('parses and formats %s', (subPageId, place) => {
  expect(parsePlace(subPageId)).toEqual(place);
  expect(toSubPageId(place)).toBe(subPageId);
});

test.each([undefined, ''])('%j points at no place', (subPageId) => {
  expect(parsePlace(subPageId)).toBeUndefined();
});

test.each([
  'delegates',
  'delegates/',
  `delegates/${one}/`,
  `delegates/${one}/${two}`,
  `colleagues/${one}`,
  `Delegates/${one}`,
  'delegates/..',
  'delegates/%2e',
  'delegates/%E0%A4%A',
  `delegates/${'a'.repeat(129)}`,
  'delegates/a b',
  'between',
  `between/${one}`,
  `between/${one}/`,
  `between//${two}`,
  `between/${one}/${two}/more`,
  `between/${one}/${one.toUpperCase()}`,
  'between/a%2Fb/c',
  'settings',
])('%s is malformed', (subPageId) => {
  expect(parsePlace(subPageId)).toBe('malformed');
});

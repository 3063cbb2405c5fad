import type { Place } from '../../../src/contract/place.js';
import { followLink, resolvePlace } from '../../../src/tab/delegation/resolvePlace.js';

const diego = 'a1de4f1c-0000-4000-8000-00000000000d';
const amina = 'a1de4f1c-0000-4000-8000-00000000000a';
const between: Place = { kind: 'between', delegatorId: diego, delegateId: amina };

test.each([
  ['the delegator to the list of delegates', diego, { list: 'delegates', id: amina }],
  ['the delegate to the list of delegators', amina, { list: 'delegators', id: diego }],
  [
    'the delegator with an upper-case id to the list of delegates',
    diego.toUpperCase(),
    { list: 'delegates', id: amina },
  ],
  ['anyone else to an explanation', 'a1de4f1c-0000-4000-8000-000000000003', 'otherPeople'],
  ['a user with an empty id to an explanation', '', 'unknownReader'],
  ['a user without an id to an explanation', undefined, 'unknownReader'],
])('a link between two people leads %s', (_, reader, resolved) => {
  expect(resolvePlace(between, reader)).toEqual(resolved);
});

test('a link of the old form leads every user to the same place', () => {
  for (const reader of [diego, amina, undefined]) {
    const place = { kind: 'own', list: 'delegates', id: amina } as const;
    expect(resolvePlace(place, reader)).toEqual({ list: 'delegates', id: amina });
  }
});

test.each([
  ['nothing', undefined, undefined],
  ['an impossible place', 'delegators/', 'malformed'],
  ['the delegation of two people', `between/${diego}/${amina}`, { list: 'delegators', id: diego }],
])('follows a link to %s', (_, subPageId, destination) => {
  expect(followLink(subPageId, amina)).toEqual(destination);
});

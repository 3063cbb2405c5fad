import type { Place } from '../../../src/contract/place.js';
import { followLink, resolvePlace, toSharedPlace } from '../../../src/tab/delegation/resolvePlace.js';

const diego = 'a1de4f1c-0000-4000-8000-00000000000d';
const amina = 'a1de4f1c-0000-4000-8000-00000000000a';
const between: Place = { kind: 'between', delegatorId: diego, delegateId: amina };

test.each([
  ['the delegator: among the delegates', diego, { list: 'delegates', id: amina }],
  ['the delegate: among the delegators', amina, { list: 'delegators', id: diego }],
  ['either, in the other case', diego.toUpperCase(), { list: 'delegates', id: amina }],
  ['anybody else', 'a1de4f1c-0000-4000-8000-000000000003', 'otherPeople'],
  ['somebody whom the host does not name', '', 'unknownReader'],
  ['somebody of whom the host says nothing', undefined, 'unknownReader'],
])('a link between two people leads %s', (_, reader, resolved) => {
  expect(resolvePlace(between, reader)).toEqual(resolved);
});

test('a link of the old form leads where it says, whoever reads it', () => {
  for (const reader of [diego, amina, undefined]) {
    const place = { kind: 'own', list: 'delegates', id: amina } as const;
    expect(resolvePlace(place, reader)).toEqual({ list: 'delegates', id: amina });
  }
});

test('what either of the two copies leads both to the same delegation', () => {
  expect(toSharedPlace('delegates', amina, diego)).toEqual(between);
  expect(toSharedPlace('delegators', diego, amina)).toEqual(between);
});

test('without the reader’s id a link is of the old form', () => {
  const own = { kind: 'own', list: 'delegates', id: amina };

  expect(toSharedPlace('delegates', amina, undefined)).toEqual(own);
  expect(toSharedPlace('delegates', amina, '')).toEqual(own);
});

test.each([
  ['nothing', undefined, undefined],
  ['what can never have been', 'delegators/', 'malformed'],
  ['the delegation of two people', `between/${diego}/${amina}`, { list: 'delegators', id: diego }],
])('a link to %s', (_, subPageId, destination) => {
  expect(followLink(subPageId, amina)).toEqual(destination);
});

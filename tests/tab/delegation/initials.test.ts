import { toInitials } from '../../../src/tab/delegation/initials.js';

test.each([
  ['Victor Lang', 'VL'],
  ['amina maria okafor', 'AO'],
  ['Émile', 'É'],
  ['Ruth (Sales) Ødegård', 'RØ'],
])('%s: %s, whichever way the language is written', (name, initials) => {
  expect(toInitials(name)).toEqual({ initials });
});

test.each(['فيكتور لانغ', '山田 太郎', '123', ''])('"%s" is left to Fluent', (name) => {
  expect(toInitials(name)).toEqual({});
});

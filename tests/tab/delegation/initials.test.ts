import { toInitials } from '../../../src/tab/delegation/initials.js';

test.each([
  ['Victor Lang', 'VL'],
  ['amina maria okafor', 'AO'],
  ['Émile', 'É'],
  ['Ruth (Sales) Ødegård', 'RØ'],
  ['Ольга Иванова', 'ОИ'],
])('%s: %s, in reading order', (name, initials) => {
  expect(toInitials(name)).toBe(initials);
});

test.each(['فيكتور لانغ', '山田 太郎', '김민준', '123', ''])('"%s" has no initials', (name) => {
  expect(toInitials(name)).toBeUndefined();
});

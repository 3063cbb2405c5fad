import { tokens } from '@fluentui/react-components';
import { tokens as replacement } from '../../../src/tab/boot/replacements/fluentTokens.js';

test('the replacement of Fluent’s token table has the same value for every token', () => {
  const names = Object.keys(tokens) as (keyof typeof tokens)[];

  expect(names.length).toBeGreaterThan(400);
  expect(names.filter((name) => replacement[name] !== tokens[name])).toEqual([]);
});

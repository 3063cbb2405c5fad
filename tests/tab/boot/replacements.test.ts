import { tokens } from '@fluentui/react-components';
import { tokens as replacement } from '../../../src/tab/boot/replacements/fluentTokens.js';

test('the replacement of Fluent’s table of tokens has the same value for each of them', () => {
  const names = Object.keys(tokens) as (keyof typeof tokens)[];

  expect(names.length).toBeGreaterThan(400);
  expect(names.filter((name) => replacement[name] !== tokens[name])).toEqual([]);
});

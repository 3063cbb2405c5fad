import { tokens } from '@fluentui/react-components';
import { tokens as standIn } from '../../../src/tab/boot/replacements/fluentTokens.js';

test('what stands in for Fluent’s table of tokens says the same for every one of them', () => {
  const names = Object.keys(tokens) as (keyof typeof tokens)[];

  expect(names.length).toBeGreaterThan(400);
  expect(names.filter((name) => standIn[name] !== tokens[name])).toEqual([]);
});

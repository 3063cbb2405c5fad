import type { Picture } from '../../../src/tools/look/Shot.js';
import { toSheet } from '../../../src/tools/look/toSheet.js';

const picture = (theme: 'default' | 'dark', more: Partial<Picture> = {}): Picture => ({
  shot: { screen: 'list', person: 'amina', theme, width: 390, language: 'ar' },
  part: '',
  file: `list-amina-${theme}-390-ar.png`,
  complaints: [],
  ...more,
});

test('puts the pictures of one screen side by side, each with how it was looked at', () => {
  const sheet = toSheet([picture('default'), picture('dark')]);

  expect(sheet.match(/<h2>.*<\/h2>/g)).toEqual(['<h2>list · amina</h2>']);
  expect(sheet.match(/<img [^>]*src="[^"]*"/g)).toHaveLength(2);
  expect(sheet).toContain('<figcaption>dark, 390, ar</figcaption>');
});

test('puts what is wrong at the top, and takes no page’s words for markup', () => {
  const sheet = toSheet([picture('dark', { part: '<History>', complaints: ['scrolls sideways by 4 px'] })]);

  expect(sheet).toContain(
    '<a href="list-amina-dark-390-ar.png">list-amina-dark-390-ar.png</a>: scrolls sideways by 4 px',
  );
  expect(sheet).toContain('<h2>list · amina · &lt;History></h2>');
});

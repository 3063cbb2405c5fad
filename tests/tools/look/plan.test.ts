import { toPlan } from '../../../src/tools/look/plan.js';
import { screenNames } from '../../../src/tools/look/screens.js';
import { themes, widths } from '../../../src/tools/look/Shot.js';
import { languages } from '../../../src/contract/languages.js';

const people = ['amina', 'diego', 'noor'];

test('takes every combination of what is asked for', () => {
  const { shots } = toPlan(
    ['--people', 'diego,Amina', '--languages', 'de,pt-br', '--themes', 'dark', '--widths', '390'],
    people,
  );

  expect(shots).toEqual(
    ['diego', 'amina'].flatMap((person) =>
      ['de', 'pt-BR'].map((language) => ({ screen: 'list', person, theme: 'dark', width: 390, language })),
    ),
  );
});

test('takes what nobody is signed in for once', () => {
  const { shots } = toPlan(['--people', 'all', '--screens', 'home,list', '--widths', '390'], people);

  expect(shots.map(({ screen, person }) => [screen, person])).toEqual([
    ['home', undefined],
    ...people.map((person) => ['list', person]),
  ]);
});

test('without a wish it shows everybody, every screen, theme, width and language, each once', () => {
  const { shots, isForReadme, folder } = toPlan([], people);
  const all = (name: keyof (typeof shots)[number]) => [...new Set(shots.map((shot) => shot[name]))];

  expect(all('person')).toEqual(expect.arrayContaining(people));
  expect(all('screen')).toEqual(expect.arrayContaining([...screenNames]));
  expect(all('theme')).toEqual([...themes]);
  expect(all('width')).toEqual(expect.arrayContaining([...widths]));
  expect(all('language')).toEqual(languages.map(({ tag }) => tag));
  expect(new Set(shots.map((shot) => JSON.stringify(shot))).size).toBe(shots.length);
  expect({ isForReadme, folder }).toEqual({ isForReadme: false, folder: undefined });
});

test.each([
  ['--people', 'nobody', '"nobody" is none of: all, amina, diego, noor.'],
  ['--themes', 'pink', '"pink" is none of: all, default, dark, contrast.'],
  ['--widths', '500', '"500" is none of: all, 1280, 768, 390, 320.'],
])('refuses %s %s, and says what there is', (option, wish, words) => {
  expect(() => toPlan([option, wish], people)).toThrow(words);
});

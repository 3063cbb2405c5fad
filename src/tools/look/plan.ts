import { parseArgs } from 'node:util';
import { languages } from '../../contract/languages.js';
import { screenNames, tourOf, type ScreenName } from './screens.js';
import { themes, widths, type Shot } from './Shot.js';

export type Plan = {
  readonly shots: readonly Shot[];
  /** Takes README's pictures instead. */
  readonly isForReadme: boolean;
  /** Where the pictures go; undefined: a new folder among the temporary ones. */
  readonly folder: string | undefined;
};

type Wishes = {
  readonly people: readonly string[];
  readonly screens: readonly ScreenName[];
  readonly themes: readonly Shot['theme'][];
  readonly widths: readonly number[];
  readonly languages: readonly Shot['language'][];
};

const tags = languages.map(({ tag }) => tag);

/** An assistant and an executive: between them most of what a page can show. */
const two = ['amina', 'diego'];
const usual: Wishes = {
  people: two,
  screens: ['list'],
  themes: ['default'],
  widths: [1280, 390],
  languages: ['en'],
};

/**
 * Every combination of what is asked for, and the usual where nothing is. Without any wish: everybody, every screen, and two people in
 * all themes, widths and languages.
 * @param people aliases of everybody in the tenant
 * @throws on a name that there is not
 */
export function toPlan(args: readonly string[], people: readonly string[]): Plan {
  const list = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ people: list, screens: list, themes: list, widths: list, languages: list },
      ...{ out: list, readme: { type: 'boolean', default: false } },
    },
  });
  const wishes = {
    ...(values.people !== undefined && { people: pick(values.people, people) }),
    ...(values.screens !== undefined && { screens: pick(values.screens, screenNames) }),
    ...(values.themes !== undefined && { themes: pick(values.themes, themes) }),
    ...(values.widths !== undefined && { widths: pick(values.widths, widths.map(String)).map(Number) }),
    ...(values.languages !== undefined && { languages: pick(values.languages, tags) }),
  };
  return {
    shots: Object.keys(wishes).length > 0 ? combine({ ...usual, ...wishes }) : toUsualShots(people),
    isForReadme: values.readme,
    folder: values.out,
  };
}

/** The names that a comma-separated wish means. */
function pick<Name extends string>(wish: string, known: readonly Name[]): readonly Name[] {
  if (wish === 'all') return known;
  return wish.split(',').map((part) => {
    const found = known.find((name) => name.toLowerCase() === part.trim().toLowerCase());
    if (found === undefined) throw new Error(`"${part}" is none of: all, ${known.join(', ')}.`);
    return found;
  });
}

const toUsualShots = (people: readonly string[]): readonly Shot[] =>
  [
    ...combine({ ...usual, people }),
    ...combine({ ...usual, themes: ['dark', 'contrast'] }),
    ...combine({ ...usual, widths: [768, 320] }),
    ...combine({ ...usual, languages: tags }),
    ...combine({ ...usual, people: ['diego'], screens: screenNames }),
  ].filter((shot, index, all) => all.findIndex((other) => isSame(shot, other)) === index);

const isSame = (one: Shot, other: Shot): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A screen that nobody has to be signed in for is looked at once, not once a person. */
function combine({ people, screens, themes, widths, languages: wanted }: Wishes): readonly Shot[] {
  return screens.flatMap((screen) =>
    (tourOf(screen).isSignedIn ? people : [undefined]).flatMap((person) =>
      themes.flatMap((theme) =>
        widths.flatMap((width) => wanted.map((language) => ({ screen, person, theme, width, language }))),
      ),
    ),
  );
}
